import type { PastDecision, ReminderPreference } from "../../domain/reminder.ts";
import type { OpenContext } from "../ledger/open-occurrences.ts";
import type { ReminderRule } from "./rules.ts";

/** All that one task's reminders depend on. */
export interface TaskContext extends OpenContext {
  readonly rules: readonly ReminderRule[];
  readonly preferences: ReadonlyMap<string, ReminderPreference>;
  readonly decision: (occurrence: string) => PastDecision | null;
  /** Whether the officers' own reminders about this occurrence may not have reached them. */
  readonly unreached: (occurrence: string) => boolean;
}
