/** What has happened, as the first acts differ. The order is that of the learned weights. */
export const EMERGENCIES = [
  "money_sent",
  "money_gone",
  "about_to_pay",
  "secret_given",
  "bad_app",
  "account_taken",
  "being_pressed",
  "fake_kidnap",
  "blackmail",
  "child_online",
  "papers_given",
  "debt_terror",
  "lost_device",
  "lost_card",
  "money_misdirected",
  "self_harm",
  "violence",
  "child_abuse",
  "accident",
] as const;

export type Emergency = (typeof EMERGENCIES)[number];

/** `doubt`: a message, a call or an offer that may be a trap, and nothing done yet. */
export const KINDS = ["none", "doubt", ...EMERGENCIES] as const;

export type Kind = (typeof KINDS)[number];

/** A life or a body before money: said in other words, by other people. */
const DANGERS: ReadonlySet<Emergency> = new Set(["self_harm", "violence", "child_abuse", "accident"]);

export function isDanger(kind: Emergency): boolean {
  return DANGERS.has(kind);
}
