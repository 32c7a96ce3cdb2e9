/** All that may be logged. No event has a field for what a person wrote; chat ids are hashed by the logger's caller. */
export type LogEvent =
  | {
      readonly kind: "started";
      readonly port: number;
      readonly channels: readonly string[];
      readonly edition: string | null;
    }
  | { readonly kind: "stopped"; readonly reason: string }
  | {
      readonly kind: "edition_published";
      readonly edition: string;
      readonly documents: number;
      readonly ms: number;
    }
  | { readonly kind: "reload_refused"; readonly reason: string }
  /** How vectors are searched, when it is not as wished, and why. */
  | {
      readonly kind: "vector_search";
      readonly mode: "exact" | "rebuilt";
      readonly reason: "no_addon" | "damaged" | "not_verified";
    }
  | {
      readonly kind: "question_answered";
      readonly channel: string;
      readonly status: string;
      readonly intent: string;
      readonly ms: number;
    }
  /** How many since the last such line; the channel is that of the latest. */
  | { readonly kind: "messages_turned_away"; readonly channel: string; readonly count: number }
  | { readonly kind: "message_quarantined"; readonly channel: string; readonly tries: number }
  | {
      readonly kind: "delivery";
      readonly channel: string;
      readonly outcome: string;
      readonly code: string | null;
    }
  | {
      readonly kind: "channel_state";
      readonly channel: string;
      readonly state: "up" | "down" | "gated" | "exhausted" | "token_refused";
      readonly code: string | null;
    }
  | { readonly kind: "webhook_refused"; readonly channel: string; readonly code: number }
  | { readonly kind: "reminders"; readonly owed: number; readonly added: number; readonly superseded: number }
  | { readonly kind: "clock_jump"; readonly ms: number }
  | { readonly kind: "sign_in"; readonly outcome: "ok" | "refused"; readonly who: string | null }
  | { readonly kind: "admin_act"; readonly who: string; readonly act: string; readonly subject: string }
  | { readonly kind: "retention"; readonly removed: number }
  | { readonly kind: "model"; readonly outcome: string; readonly ms: number }
  /** A bug or the outside failing: the class and code of the error, never its message's free text from outside. */
  | {
      readonly kind: "unexpected";
      readonly where: string;
      readonly error: string;
      readonly code: string | null;
    };
