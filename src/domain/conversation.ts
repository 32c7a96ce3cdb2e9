import type { DocumentId, LocalitySlug } from "./document.ts";

export type Status =
  | "answered"
  | "clarify"
  | "not_found"
  | "out_of_scope"
  | "refused"
  | "smalltalk"
  | "failed";

export type Intent =
  | "target"
  | "deadline"
  | "lead"
  | "support"
  | "unit_tasks"
  | "item"
  | "how_to"
  | "definition"
  | "fact"
  | "comparison"
  | "list"
  | "count"
  | "urgent"
  | "smalltalk"
  | "off_topic"
  | "attack"
  | "personal_data"
  | "danger";

/** A passage quoted word for word, with its place. */
export interface Citation {
  readonly doc: DocumentId;
  readonly section: string;
  readonly title: string;
  readonly quote: string;
  readonly url?: string;
}

export interface Choice {
  readonly label: string;
  /** What is understood when this choice is taken: a slug, a guide id, or words to ask again. */
  readonly value: string;
}

/** Where a question ended. An answered question always has a citation. */
export type Answer =
  | {
      readonly status: "answered";
      readonly intent: Intent;
      readonly text: string;
      readonly citations: readonly [Citation, ...Citation[]];
      readonly complete: boolean;
      /** The guide this answer shows, so that it can be walked step by step. */
      readonly guide?: DocumentId;
      readonly more?: string;
    }
  | {
      readonly status: "clarify";
      readonly intent: Intent;
      readonly text: string;
      readonly choices: readonly Choice[];
    }
  | {
      readonly status: "not_found";
      readonly intent: Intent;
      readonly text: string;
      readonly nearest: readonly Citation[];
    }
  | {
      readonly status: "out_of_scope" | "refused" | "smalltalk" | "failed";
      readonly intent: Intent;
      readonly text: string;
    };

export interface Question {
  readonly text: string;
  /** The locality the asker has chosen, when one is. */
  readonly locality: LocalitySlug | null;
  /** "2026-11-21": today in Asia/Ho_Chi_Minh, for "sắp đến hạn". */
  readonly today: string;
}

/** What a follow-up may lean on. Plain JSON; kept per chat. */
export interface Topic {
  readonly locality: LocalitySlug | null;
  readonly intent: Intent;
  /** The question as understood, accents restored, locality and year taken out. */
  readonly words: string;
  readonly year: string | null;
  readonly group: string | null;
  readonly unit: string | null;
  readonly doc: DocumentId | null;
  readonly section: string | null;
  /** Which field was asked for last ("lead", "result"), so that "còn …" asks for the same. */
  readonly slot?: string;
  /** Choices offered by the last clarify, so that "1" or "Ninh Giang" can be taken. */
  readonly choices?: readonly Choice[];
  /** The question that was being clarified. */
  readonly pending?: string;
}

/** One line of why: shown by `ask --explain` and by the console. */
export interface ExplainLine {
  readonly step: "guard" | "understand" | "lookup" | "retrieve" | "evidence" | "compose" | "verify" | "model";
  readonly text: string;
}

export interface Answered {
  readonly answer: Answer;
  readonly topic: Topic | null;
  readonly explain: readonly ExplainLine[];
}

export type ChannelName = "telegram" | "zalo_bot" | "zalo_oa" | "web";

/** Channels on which a person can be reached without asking first. */
export const REACHABLE: readonly ChannelName[] = ["telegram", "zalo_bot", "zalo_oa"];

/** One chat on one channel. */
export interface ChatKey {
  readonly channel: ChannelName;
  readonly chat: string;
}

export interface Button {
  readonly label: string;
  /** What comes back when pressed; at most 64 bytes. */
  readonly value: string;
  /** In one row with the button before it, where the channel has rows. */
  readonly beside?: true;
}

/** What the core says; a channel adapter splits and renders it. Plain text, no markup. */
export interface OutgoingMessage {
  readonly text: string;
  readonly buttons?: readonly Button[];
  readonly file?: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };
  /** The text as sound (OGG with Opus), for channels that carry it; `text` is then its caption. */
  readonly voice?: Uint8Array;
  /** Replace the message with this channel id, where the channel can; else send anew. */
  readonly editOf?: string;
}

export type IncomingKind = "text" | "button" | "unsupported" | "voice" | "document" | "photo";

/** A message as it came, normalised. `key` deduplicates it within its channel. */
export interface IncomingMessage {
  readonly key: string;
  readonly from: ChatKey;
  readonly kind: IncomingKind;
  readonly text: string;
  /** The message this one answers, where the channel shows it; personal data in it is masked before it is stored. */
  readonly quoted?: { readonly text: string; readonly ours: boolean };
  /** UTC ms. */
  readonly sentAt: number;
  /** Kinds of personal data that stood in the text and were masked before it was stored ("cccd", "otp"). */
  readonly personal?: readonly string[];
  /** The place whose page or program sent this, where it says so; one of the live edition when it was asked. */
  readonly locality?: LocalitySlug;
  /** Opaque handle to fetch an attachment through the same channel. */
  readonly attachment?: { readonly id: string; readonly name: string; readonly size: number | null };
}

/** How one attempt to hand over a message ended. */
export type Delivery =
  | { readonly outcome: "sent"; readonly messageId: string | null }
  /** Provably not delivered; may be tried again after `retryAfterMs` (whole channel when `gate`). */
  | {
      readonly outcome: "unsent";
      readonly code: string;
      readonly retryAfterMs: number | null;
      readonly gate: boolean;
    }
  /** Nobody can know: the request left, no usable answer came. */
  | { readonly outcome: "unclear"; readonly code: string }
  /** Never will be: blocked, gone, bad token. */
  | { readonly outcome: "refused"; readonly code: string; readonly scope: "message" | "chat" | "channel" };

export interface ChannelCapabilities {
  /** UTF-16 units one message may hold. */
  readonly maxText: number;
  readonly buttons: "none" | "text" | "callback";
  readonly canEdit: boolean;
  readonly canSendFile: boolean;
  /** Whether a person can be sent a voice message; absent means no. */
  readonly canSendVoice?: boolean;
  /** Hours after the person's last message in which the channel delivers; null when it has no window. */
  readonly replyWindowHours: number | null;
}
