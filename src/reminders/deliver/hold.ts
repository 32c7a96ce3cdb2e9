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

export async function holdOf(engine: Engine): Promise<Hold | null> {
  const note = await engine.book.note("hold");
  return note === null ? null : (JSON.parse(note) as Hold);
}

export async function gapOf(engine: Engine): Promise<Gap | null> {
  const note = await engine.book.note("gap");
  return note === null ? null : (JSON.parse(note) as Gap);
}

/** Remembers a stretch in which nothing was sent. */
export async function noteGap(engine: Engine, gap: Gap): Promise<void> {
  if (gap.maybeSent || gap.to - gap.from > WORTH_TELLING_MS) {
    await engine.book.setNote("gap", JSON.stringify(gap));
  }
}

/** At the start: how long nothing ran, and whether a person must look first. */
export async function considerGap(engine: Engine, lastSeen: number | null): Promise<void> {
  const now = engine.clock.now();
  const restored = ((await engine.restoredAt?.()) ?? null) !== null;
  const held = await holdOf(engine);
  if (lastSeen === null && !restored) {
    return;
  }
  if (restored) {
    // Even what was only waiting may have been sent by the life that was lost.
    await engine.book.takeBackWaiting("restored", now);
  }
  const oldest = restored ? Math.min(now, ...(await waiting(engine)).map((row) => row.dueAt)) : now;
  const from = Math.min(held?.from ?? now, lastSeen ?? now, oldest);
  await noteGap(engine, { from, to: now, maybeSent: restored });
  if (restored || held !== null || now - from > engine.set.holdAfterGapMs) {
    const hold: Hold = { why: restored ? "restored" : "long_gap", from, to: now };
    await engine.book.setNote("hold", JSON.stringify(hold));
  }
}

function waiting(engine: Engine): Promise<readonly ReminderRow[]> {
  return engine.book.reminders({ states: ["planned"], dueUntil: engine.clock.now() });
}

export async function previewOf(engine: Engine): Promise<Preview | null> {
  const hold = await holdOf(engine);
  if (hold === null) {
    return null;
  }
  const rows = await waiting(engine);
  const officers = [...new Set(rows.map((row) => row.officer))].sort();
  return {
    hold,
    officers: officers.map((officer) => ({ officer, rows: rows.filter((row) => row.officer === officer) })),
  };
}

/** The admin's word: let it out as digests, or send nothing of what waited and show it as unclear. */
export async function releaseHold(engine: Engine, choice: "send" | "discard"): Promise<void> {
  if (choice === "discard") {
    const keys = (await waiting(engine)).map((row) => row.key);
    await engine.book.end(keys, "uncertain", "not_wanted", engine.clock.now());
  }
  await engine.acceptRestore?.();
  await engine.book.setNote("hold", null);
}
