import { createHash } from "node:crypto";
import type { ChatKey } from "./conversation.ts";
import type { LocalitySlug } from "./document.ts";

export type Role = "officer" | "head" | "leader" | "admin";

/** A person with duties, bound to chats by one-time codes. Roles come from here, never from text. */
export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly locality: LocalitySlug;
  /** Unit names as in the gazetteer; empty for leader and admin. */
  readonly unit: string | null;
  readonly active: boolean;
}

export interface ChatLink {
  readonly officer: string;
  readonly key: ChatKey;
  readonly active: boolean;
}

/** A person's decision about an extracted task; survives re-ingestion while the source words are the same. */
export interface TaskReview {
  readonly task: string;
  /** sha256 of the quote the decision was made on. */
  readonly quoteHash: string;
  readonly decision: "approved" | "rejected";
  /** Corrected fields, JSON of Partial<Task>. */
  readonly correction: string | null;
  readonly by: string;
  readonly at: number;
  /** The words the decision was made on, to be shown beside changed ones; absent in decisions of earlier versions. */
  readonly quote?: string | null;
  /** The task as it was decided on, JSON, to go by until somebody decides about changed words; absent in earlier versions. */
  readonly snapshot?: string;
}

/** One thing an officer said of a task. Nothing said later changes it; it may only be taken back. */
export interface TaskProgress {
  readonly task: string;
  readonly officer: string;
  /** Of recurring work, the occurrence it was said of, by name ("2025-09-30"); null in words of earlier versions. */
  readonly period?: string | null;
  readonly state: "doing" | "done" | "transferred" | "postponed";
  readonly note: string | null;
  /** The officer's own date; never moves the official one. */
  readonly ownDate: string | null;
  /** How far, as said: 0 to 100. */
  readonly percent?: number | null;
  /** What stands in the way, in the officer's words. */
  readonly obstacle?: string | null;
  readonly evidence: string | null;
  readonly at: number;
}

/** What an officer asks of those who decide: more time, another body for it, help. */
export interface WorkRequest {
  readonly kind: "extension" | "handover" | "help";
  readonly task: string;
  /** Of recurring work, the occurrence it is about, by name. */
  readonly period: string | null;
  /** The officer who asks. */
  readonly by: string;
  readonly locality: LocalitySlug;
  /** Of an extension, the day asked for. */
  readonly until: string | null;
  /** Of a hand-over, the body named. */
  readonly to: string | null;
  readonly note: string;
  readonly at: number;
}

/** A request as the book keeps it; undecided while `decision` is null. */
export interface KeptRequest extends WorkRequest {
  readonly number: number;
  readonly decision: "granted" | "returned" | null;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
}

/** A word as the book keeps it. */
export interface KeptProgress extends TaskProgress {
  readonly number: number;
}

/**
 * How a one-time code is kept and looked up. Typed in lower case, with blanks or dashes, or with O for 0 and I or L for 1,
 * it is still the same code.
 */
export function codeHash(code: string): string {
  const plain = code
    .toUpperCase()
    .replace(/O/gu, "0")
    .replace(/[IL]/gu, "1")
    .replace(/[^0-9A-Z]/gu, "");
  return createHash("sha256").update(plain).digest("hex");
}
