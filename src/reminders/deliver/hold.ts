import type { ReminderRow } from "../../domain/reminder.ts";
import type { Desk } from "../plan/snapshot.ts";
import type { Gap } from "./enqueue.ts";

/** Silence longer than this is told to officers as an interruption; ms. */
const WORTH_TELLING_MS = 10 * 60_000;

/** Nothing goes out until an admin has looked: after a restored backup or a very long silence. */
export interface Hold {
  readonly why: "restored" | "long_gap";
  readonly from: number;
  readonly to: number;
}

export interface Preview {
  readonly hold: Hold;
  /** What would go out, by officer. */
  readonly officers: readonly { readonly officer: string; readonly rows: readonly ReminderRow[] }[];
}

export function holdOf(desk: Desk): Hold | null {
  const note = desk.book.note("hold");
  return note === null ? null : (JSON.parse(note) as Hold);
}

export function gapOf(desk: Desk): Gap | null {
  const note = desk.book.note("gap");
  return note === null ? null : (JSON.parse(note) as Gap);
}

/** Remembers a stretch in which nothing was sent. */
export function noteGap(desk: Desk, gap: Gap): void {
  if (gap.maybeSent || gap.to - gap.from > WORTH_TELLING_MS) {
    desk.book.setNote("gap", JSON.stringify(gap));
  }
}

/** In a restored store even what was only waiting may have been sent by the life that was lost. */
function takeBackOpen(desk: Desk): void {
  for (const row of desk.book.reminders({ states: ["delivering"] })) {
    for (const one of desk.book.deliveries(row.key)) {
      if (one.state === "ready" || one.state === "retry_wait") {
        const to = { state: "superseded", why: "restored" } as const;
        desk.book.giveBack(one.id, one.fence, to, desk.clock.now());
      }
    }
  }
}

/** At the start: how long nothing ran, and whether a person must look first. */
export function considerGap(desk: Desk, lastSeen: number | null): void {
  const now = desk.clock.now();
  const restored = (desk.restoredAt?.() ?? null) !== null;
  const held = holdOf(desk);
  if (lastSeen === null && !restored) {
    return;
  }
  if (restored) {
    takeBackOpen(desk);
  }
  const oldest = restored ? Math.min(now, ...waiting(desk).map((row) => row.dueAt)) : now;
  const from = Math.min(held?.from ?? now, lastSeen ?? now, oldest);
  noteGap(desk, { from, to: now, maybeSent: restored });
  if (restored || held !== null || now - from > desk.set.holdAfterGapMs) {
    const hold: Hold = { why: restored ? "restored" : "long_gap", from, to: now };
    desk.book.setNote("hold", JSON.stringify(hold));
  }
}

function waiting(desk: Desk): readonly ReminderRow[] {
  return desk.book.reminders({ states: ["planned"], dueUntil: desk.clock.now() });
}

export function previewOf(desk: Desk): Preview | null {
  const hold = holdOf(desk);
  if (hold === null) {
    return null;
  }
  const rows = waiting(desk);
  const officers = [...new Set(rows.map((row) => row.officer))].sort();
  return {
    hold,
    officers: officers.map((officer) => ({ officer, rows: rows.filter((row) => row.officer === officer) })),
  };
}

/** The admin's word: let it out as digests, or send nothing of what waited and show it as unclear. */
export function releaseHold(desk: Desk, choice: "send" | "discard"): void {
  if (choice === "discard") {
    for (const row of waiting(desk)) {
      desk.book.end(row.key, "uncertain", "not_wanted", desk.clock.now());
    }
  }
  desk.acceptRestore?.();
  desk.book.setNote("hold", null);
}
