import { cpSync, mkdirSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./folder.ts";

const knowledge = fileURLToPath(new URL("../../knowledge", import.meta.url));
const FILES = [
  "localities",
  "units",
  "vocabulary",
  "card-words",
  "hotlines",
  "links",
  "holidays",
  "safety",
].map((name) => `${name}.yaml`);
const PAPERS = ["plans/ninh-giang.txt", "guides/mat-khau-an-toan-2fa.md"];

/** A small knowledge folder of its own, long at rest. */
export function knowledgeFolder(papers: readonly string[] = PAPERS): string {
  const folder = join(temporaryFolder(), "knowledge");
  for (const name of [...FILES, ...papers]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(knowledge, name), join(folder, name));
    utimesSync(join(folder, name), 1_700_000_000, 1_700_000_000);
  }
  return folder;
}
