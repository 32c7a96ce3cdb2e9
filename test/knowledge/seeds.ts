// The seed plans, read as the product reads them.
import { readFileSync } from "node:fs";
import type { UnderstoodDocument } from "../../src/domain/knowledge.ts";
import { readOfficeFiles } from "../../src/knowledge/files/office-data.ts";
import { understandDocument } from "../../src/knowledge/understand.ts";

export const TODAY = "2025-10-01";
export const SEEDS = ["dien-khanh", "ninh-giang", "phuong-03-kh-du", "thanh-thuy", "tuyen-quang"] as const;

const { data } = await readOfficeFiles("knowledge", null, () => undefined);
export const localities = data.localities;
export const unitHints = { heads: data.unitHeads, units: data.units };

export function seedText(name: string): string {
  return readFileSync(`knowledge/plans/${name}.txt`, "utf8");
}

export function read(text: string, id = "ke-hoach", today = TODAY): UnderstoodDocument {
  return understandDocument({ id, text, localities, unitHints, today });
}

export function gold<T>(name: string): T {
  return JSON.parse(readFileSync(`test/golden/${name}.json`, "utf8")) as T;
}
