import type { Officer } from "../../domain/people.ts";
import type { ReminderRow } from "../../domain/reminder.ts";
import { dayAt, timeAt } from "../../vietnamese/text/dates.ts";
import { inOfficeHours, isQuiet } from "../calendar/calendar.ts";
import { type Engine, plainKey } from "../plan/snapshot.ts";
import { routeFor } from "./channel-choice.ts";
import { type DigestFacts, marked, messageFor } from "./message.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A digest stays useful this long. */
const DIGEST_DAYS = 3;
/** Officers served in one turn, so that a large backlog does not hold up what is on its way. */
const TURN = 60;

/** A stretch of time in which nothing was sent, for the digest's opening words; UTC ms. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** The store is a backup: what fell due in this stretch may have been sent by the life that was lost. */
  readonly maybeSent: boolean;
}

function isEngineMade(row: ReminderRow): boolean {
  return row.kind === "digest" || row.kind === "notice";
}

function byOfficer(rows: readonly ReminderRow[]): readonly (readonly [string, readonly ReminderRow[]])[] {
  const groups = new Map<string, ReminderRow[]>();
  for (const row of rows) {
    const group = groups.get(row.officer) ?? [];
    group.push(row);
    groups.set(row.officer, group);
  }
  const nearest = (group: readonly ReminderRow[]) =>
    group.reduce(
      (least, row) => (row.deadline !== null && row.deadline < least ? row.deadline : least),
      "9999",
    );
  return [...groups].sort(([, a], [, b]) => (nearest(a) < nearest(b) ? -1 : 1));
}

/** Automatic messages this officer may still get within the hour and the day. */
async function allowance(engine: Engine, officer: string): Promise<number> {
  const now = engine.clock.now();
  const waiting = await engine.book.reminders({ officer, states: ["delivering"] });
  const hour = engine.set.perHour - (await engine.book.handedOver(officer, now - HOUR_MS));
  const day = engine.set.perDay - (await engine.book.handedOver(officer, now - DAY_MS));
  return Math.min(hour, day) - waiting.length;
}

/** Summaries of a week or a month: each is a list of its own, and one line about it would be no list. */
const isSummary = (row: ReminderRow) => row.kind === "look" || row.kind === "weekly" || row.kind === "alive";

/** Of summaries of one kind the newest, which holds what the older ones held. */
function newest(rows: readonly ReminderRow[]): readonly ReminderRow[] {
  const last = new Map(rows.toSorted((a, b) => a.dueAt - b.dueAt).map((row) => [row.kind, row]));
  return [...last.values()];
}

interface Sorted {
  readonly together: readonly ReminderRow[];
  readonly alone: readonly ReminderRow[];
  /** Held by a newer one of its kind. */
  readonly outdated: readonly ReminderRow[];
}

/**
 * What goes alone and what goes together: everything once something is late, or when there is more than may be sent.
 * Summaries join a digest only when they are late and it has other lines.
 */
function sortOut(engine: Engine, rows: readonly ReminderRow[], room: number): Sorted {
  const now = engine.clock.now();
  const isLate = (row: ReminderRow) => now - row.dueAt > engine.set.lateAfterMs;
  const tasks = rows.some((row) => !isEngineMade(row) && !isSummary(row));
  const summaries = rows.filter((row) => isSummary(row) && !(tasks && isLate(row)));
  const kept = newest(summaries);
  const made = [...rows.filter(isEngineMade), ...kept];
  const own = rows.filter((row) => !isEngineMade(row) && !summaries.includes(row));
  const outdated = summaries.filter((row) => !kept.includes(row));
  const late = own.some(isLate);
  const asks = own.filter((row) => row.kind === "decision").length > 1;
  const digest = made.some((row) => row.kind === "digest");
  const tooMany = made.length + own.length > room && own.length > 1;
  return late || asks || digest || tooMany
    ? { together: own, alone: made.slice(0, room), outdated }
    : { together: [], alone: [...made, ...own].slice(0, room), outdated };
}

function shown(instant: number): string {
  return `${timeAt(instant)} ngày ${dayAt(instant).split("-").reverse().join("/")}`;
}

async function foldAll(
  engine: Engine,
  officer: string,
  rows: readonly ReminderRow[],
  gap: Gap | null,
  nth: number,
): Promise<void> {
  const now = engine.clock.now();
  const planned = await engine.book.reminders({ officer, states: ["planned"] });
  const waiting = planned.find((row) => row.kind === "digest" && row.usefulUntil > now);
  const inGap = gap !== null && rows.some((row) => row.dueAt >= gap.from && row.dueAt <= gap.to);
  const facts: DigestFacts = {
    gap: inGap ? { from: shown(gap.from), to: shown(gap.to) } : null,
    maybeSeen: inGap && gap.maybeSent,
  };
  // One digest a second, so that a backlog of one unit does not starve another.
  const { calendar } = await engine.facts();
  const dueAt = inOfficeHours(calendar, now) + nth * 1000;
  const digest = waiting ?? {
    key: `digest|${now}|${officer}`,
    kind: "digest" as const,
    task: null,
    officer,
    rule: "digest",
    deadline: dayAt(now),
    dueAt,
    usefulUntil: dueAt + DIGEST_DAYS * DAY_MS,
    facts: JSON.stringify(facts),
  };
  await engine.book.fold(
    digest,
    rows.map((row) => row.key),
    now,
  );
  engine.hook?.("after_fold");
}

/** Writes one message into the outbox, or ends the reminder with the reason why not. */
export async function enqueue(
  engine: Engine,
  row: ReminderRow,
  officer: Officer,
  copy: number,
): Promise<void> {
  const now = engine.clock.now();
  const route = await routeFor(engine, row, copy);
  const message = await messageFor(engine, row, officer);
  if (route === null) {
    await (copy === 0
      ? engine.book.end([row.key], "failed", "no_channel", now)
      : engine.book.end([row.key], "uncertain", "needs_person", now));
    return;
  }
  if (message === null) {
    await engine.book.end([row.key], "superseded", "nothing_to_say", now);
    return;
  }
  const delivery = {
    reminder: row.key,
    officer: row.officer,
    ...route,
    copy,
    body: JSON.stringify(copy === 0 ? message : marked(message)),
    notBefore: now,
    expiresAt: Math.max(row.usefulUntil, now + HOUR_MS),
  };
  await engine.book.enqueue(delivery, now);
}

/** Rows that may still be said; ends the others with the reason. */
async function sift(
  engine: Engine,
  rows: readonly ReminderRow[],
  officer: Officer | undefined,
): Promise<readonly ReminderRow[]> {
  const now = engine.clock.now();
  const { owed } = await engine.facts();
  const live: ReminderRow[] = [];
  for (const row of rows) {
    if (officer?.active !== true) {
      await engine.book.end([row.key], "superseded", "officer_left", now);
    } else if (isEngineMade(row) && row.usefulUntil <= now) {
      await engine.book.end([row.key], "failed", "expired", now);
    } else if (!isEngineMade(row) && !owed.has(plainKey(row.key))) {
      await engine.book.end([row.key], "superseded", "not_owed", now);
    } else {
      live.push(row);
    }
  }
  return live;
}

/** Due reminders into the outbox. True when more are waiting for another turn. */
export async function enqueueDue(engine: Engine, gap: Gap | null): Promise<boolean> {
  const now = engine.clock.now();
  if (isQuiet(now)) {
    return false;
  }
  const people = new Map((await engine.officers()).map((officer) => [officer.id, officer]));
  let served = 0;
  let folded = 0;
  const due = await engine.book.reminders({ states: ["planned"], dueUntil: now });
  for (const [id, rows] of byOfficer(due)) {
    if (served >= TURN) {
      return true;
    }
    const officer = people.get(id);
    const live = await sift(engine, rows, officer);
    const room = officer === undefined || live.length === 0 ? 0 : await allowance(engine, id);
    if (officer === undefined || room <= 0) {
      continue;
    }
    const { together, alone, outdated } = sortOut(engine, live, room);
    for (const row of outdated) {
      await engine.book.end([row.key], "superseded", "newer_one", now);
    }
    if (together.length > 0) {
      await foldAll(engine, id, together, gap, folded);
      folded += 1;
    }
    for (const row of alone) {
      await enqueue(engine, row, officer, 0);
    }
    served += 1;
  }
  return false;
}

/** Unclear sends: after a time without evidence one further copy that says so, else a person. */
export async function resolveUnclear(engine: Engine): Promise<void> {
  const now = engine.clock.now();
  const { set, book } = engine;
  const people = new Map((await engine.officers()).map((officer) => [officer.id, officer]));
  const open = (await book.reminders({ states: ["uncertain"] }))
    .filter((row) => row.copies === 0 && row.why !== "needs_person" && row.why !== "not_wanted")
    .filter((row) => now - row.updatedAt >= set.unclearWaitMs);
  for (const row of open) {
    const officer = people.get(row.officer);
    if (row.acknowledgedAt !== null) {
      await book.end([row.key], "confirmed", "acknowledged", now);
      continue;
    }
    const hopeless = set.unclearPolicy === "hold" || now > row.usefulUntil + set.unclearWaitMs;
    if (officer?.active !== true || hopeless) {
      await book.end([row.key], "uncertain", "needs_person", now);
    } else if (!isQuiet(now)) {
      await enqueue(engine, row, officer, 1);
    }
  }
}
