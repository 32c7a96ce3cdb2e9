import type { ReminderRow } from "../../domain/reminder.ts";
import type { Engine } from "../plan/snapshot.ts";
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

export function holdOf(engine: Engine): Hold | null {
  const note = engine.book.note("hold");
  return note === null ? null : (JSON.parse(note) as Hold);
}

export function gapOf(engine: Engine): Gap | null {
  const note = engine.book.note("gap");
  return note === null ? null : (JSON.parse(note) as Gap);
}

/** Remembers a stretch in which nothing was sent. */
export function noteGap(engine: Engine, gap: Gap): void {
  if (gap.maybeSent || gap.to - gap.from > WORTH_TELLING_MS) {
    engine.book.setNote("gap", JSON.stringify(gap));
  }
}

/** In a restored store even what was only waiting may have been sent by the life that was lost. */
function takeBackOpen(engine: Engine): void {
  for (const row of engine.book.reminders({ states: ["delivering"] })) {
    for (const one of engine.book.deliveries(row.key)) {
      if (one.state === "ready" || one.state === "retry_wait") {
        const to = { state: "superseded", why: "restored" } as const;
        engine.book.giveBack(one.id, one.fence, to, engine.clock.now());
      }
    }
  }
}

/** At the start: how long nothing ran, and whether a person must look first. */
export function considerGap(engine: Engine, lastSeen: number | null): void {
  const now = engine.clock.now();
  const restored = (engine.restoredAt?.() ?? null) !== null;
  const held = holdOf(engine);
  if (lastSeen === null && !restored) {
    return;
  }
  if (restored) {
    takeBackOpen(engine);
  }
  const oldest = restored ? Math.min(now, ...waiting(engine).map((row) => row.dueAt)) : now;
  const from = Math.min(held?.from ?? now, lastSeen ?? now, oldest);
  noteGap(engine, { from, to: now, maybeSent: restored });
  if (restored || held !== null || now - from > engine.set.holdAfterGapMs) {
    const hold: Hold = { why: restored ? "restored" : "long_gap", from, to: now };
    engine.book.setNote("hold", JSON.stringify(hold));
  }
}

function waiting(engine: Engine): readonly ReminderRow[] {
  return engine.book.reminders({ states: ["planned"], dueUntil: engine.clock.now() });
}

export function previewOf(engine: Engine): Preview | null {
  const hold = holdOf(engine);
  if (hold === null) {
    return null;
  }
  const rows = waiting(engine);
  const officers = [...new Set(rows.map((row) => row.officer))].sort();
  return {
    hold,
    officers: officers.map((officer) => ({ officer, rows: rows.filter((row) => row.officer === officer) })),
  };
}

/** The admin's word: let it out as digests, or send nothing of what waited and show it as unclear. */
export function releaseHold(engine: Engine, choice: "send" | "discard"): void {
  if (choice === "discard") {
    for (const row of waiting(engine)) {
      engine.book.end(row.key, "uncertain", "not_wanted", engine.clock.now());
    }
  }
  engine.acceptRestore?.();
  engine.book.setNote("hold", null);
}
