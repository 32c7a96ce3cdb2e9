import { onTestFinished } from "vitest";
import type { ChatKey, IncomingMessage } from "../../src/domain/conversation.ts";
import { type Edition, passagesOf } from "../../src/domain/knowledge.ts";
import type { Log } from "../../src/ports/clock.ts";
import type { PublishRequest } from "../../src/ports/knowledge.ts";
import type { Storage } from "../../src/ports/storage.ts";
import { openStorage } from "../../src/storage/open.ts";
import { fixedClock } from "./clock.ts";
import { vectorOf } from "./embedder.ts";
import { temporaryFolder } from "./folder.ts";
import { understandLines } from "./understand-lines.ts";

export const silent: Log = () => {};

/** A storage that goes with the test; `openAgain` opens the same one after a restart, `beside` for another process. */
export interface TestStorage {
  readonly storage: Storage;
  openAgain(): Promise<Storage>;
  beside(): Promise<Storage>;
}

export type OpenTestStorage = () => Promise<TestStorage>;

export async function openTestStorage(dir = temporaryFolder(), as = (storage: Storage) => storage) {
  let storage = as(await openStorage({ dir }, fixedClock(), silent));
  onTestFinished(() => storage.close());
  return {
    dir,
    storage,
    async openAgain(): Promise<Storage> {
      await storage.close();
      storage = as(await openStorage({ dir }, fixedClock(), silent));
      return storage;
    },
    beside: () => openStorage({ dir, use: "tool" }, fixedClock(), silent),
  };
}

export const chat = (name: string): ChatKey => ({ channel: "telegram", chat: name });

export function message(key: string, from: string, text = `câu ${key}`): IncomingMessage {
  return { key, from: chat(from), kind: "text", text, sentAt: 1 };
}

const emptyData = {
  localities: [],
  vocabulary: { abbreviations: {}, teencode: {}, dialect: {}, names: {}, synonyms: [] },
  hotlines: [],
  links: [],
  holidays: [],
  units: [],
  unitHeads: [],
} as const;

/** A request to publish papers of lines, with vectors of their words. */
export function edition(
  id: string,
  papers: Readonly<Record<string, string>>,
  fingerprint = "words-1",
): PublishRequest {
  const documents = Object.entries(papers).map(([doc, text]) => understandLines(doc, text));
  const made: Edition = { id, createdAt: "2026-11-21T00:00:00.000Z", documents, ...emptyData };
  return {
    edition: made,
    keys: new Map(
      documents.map((document) => [document.id, `key of ${document.id}: ${document.sourceText}`]),
    ),
    vectors: passagesOf(made).map((passage) => vectorOf(passage.text)),
    embedder: { fingerprint, dimensions: 32 },
  };
}
