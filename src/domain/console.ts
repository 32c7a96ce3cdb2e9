import type { ChannelName, ChatKey, Intent, Status } from "./conversation.ts";
import type { DocumentId, LocalitySlug } from "./document.ts";

/** How a leader or admin signs in to the console. Secrets are kept as the console's own code made them. */
export interface AdminAccount {
  readonly login: string;
  readonly officer: string;
  /** scrypt, with its salt and cost. */
  readonly password: string;
  /** Base32 secret of the one-time codes. */
  readonly totp: string;
}

export interface AdminSession {
  /** sha256 of the cookie's token. */
  readonly hash: string;
  readonly officer: string;
  readonly csrf: string;
  readonly createdAt: number;
  readonly seenAt: number;
  /** UTC ms when the person last showed who they are. */
  readonly provedAt: number;
}

export interface AuditRow {
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
}

/** An answer that a person has written and reviewed; it wins over what retrieval finds. */
export interface CuratedAnswer {
  readonly id: number;
  /** Ways the question is asked, one each. */
  readonly questions: readonly string[];
  /** null: for every locality. */
  readonly locality: LocalitySlug | null;
  readonly text: string;
  /** What the answer rests on, in the office's words. */
  readonly source: string;
  /** Last day on which it answers. */
  readonly until: string;
  readonly by: string;
  readonly at: number;
}

/** A question handed to a person. Texts go with the retention period or at the resident's word. */
export interface HandOver {
  readonly code: string;
  readonly at: number;
  readonly chat: ChatKey;
  readonly locality: LocalitySlug | null;
  readonly question: string;
  /** The number in the question log of what is to be answered, when it stands there. */
  readonly about: number | null;
  /** "office": nobody asked for a person; the office took an unanswered question up. */
  readonly origin: "resident" | "office";
  /** The officer who is to answer; null while anybody of the place may. */
  readonly assignee: string | null;
  readonly assignedBy: string | null;
  readonly assignedAt: number | null;
  readonly reply: string | null;
  readonly by: string | null;
  readonly repliedAt: number | null;
  /** How handing the reply over ended; "closed" when a person ended it without a reply. */
  readonly outcome: "sent" | "unsent" | "unclear" | "refused" | "closed" | null;
}

/** A feature or channel switched off, with what people are told. */
export interface Switch {
  readonly name: string;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

/** A paper handed in through the console, waiting outside the knowledge folder. */
export interface Upload {
  readonly id: string;
  /** As its sender named it; for showing only. */
  readonly name: string;
  readonly ending: string;
  readonly sha256: string;
  readonly size: number;
  /** The document it is to become. */
  readonly doc: DocumentId;
  readonly locality: LocalitySlug;
  readonly by: string;
  readonly at: number;
  readonly state: "waiting" | "published" | "discarded";
}

/** A question as the office may read it; the text is empty after the retention period. */
export interface AskedQuestion {
  readonly id: number;
  readonly at: number;
  readonly channel: ChannelName;
  readonly locality: LocalitySlug | null;
  readonly text: string;
  readonly status: Status | "late";
  readonly intent: Intent;
  readonly ms: number;
  readonly good: boolean | null;
  readonly reason: string | null;
}

/** What the assistant made of a question. Holds nothing that was masked. */
export interface Trace {
  /** The steps of understanding, one a line. */
  readonly understood: string;
  readonly answer: string;
  /** "Kế hoạch của UBND xã Thanh Thủy, mục III.2". */
  readonly sources: readonly string[];
}

/** What went on around a question in its chat, oldest first; nothing says whose chat it is. */
export interface Exchange {
  readonly questions: readonly (AskedQuestion & { readonly trace: Trace | null })[];
  readonly handOvers: readonly HandOver[];
}

/** How sending a person's reply ended; "answered" and "closed" sent nothing. */
export type ReplyEnd =
  | { readonly outcome: "sent" | "unsent" | "unclear" | "refused" | "closed" }
  | { readonly outcome: "answered"; readonly by: string };

export interface AskedWords {
  readonly code: string;
  /** "xã Thanh Thủy"; null when the asker chose none. */
  readonly place: string | null;
  /** "09:15" and "2026-11-21". */
  readonly time: string;
  readonly day: string;
}
