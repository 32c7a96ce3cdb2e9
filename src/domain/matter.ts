import type { DocumentId, GuideSource } from "./document.ts";

/** Where a matter is done. */
export interface Door {
  /** In plain words: "Công an xã, phường". */
  readonly place: string;
  readonly online: string | null;
  /** What to bring, where a source says it. */
  readonly bring: readonly string[];
  readonly source: Pick<GuideSource, "publisher" | "url" | "date">;
}

/** What a person wants done: "khai tử", "đổi căn cước", "mất SIM". */
export interface Matter {
  readonly slug: string;
  /** As an answer names it. */
  readonly name: string;
  /** How people name it, in words that tell it from other matters. */
  readonly said: readonly string[];
  /** The guides that treat it; none where it has a door only. */
  readonly guides: readonly DocumentId[];
  readonly door: Door;
  /** Matters it is easily taken for. */
  readonly near: readonly string[];
}
