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
function allowance(engine: Engine, officer: string): number {
  const now = engine.clock.now();
  const waiting = engine.book.reminders({ officer, states: ["delivering"] }).length;
  const hour = engine.set.perHour - engine.book.handedOver(officer, now - HOUR_MS);
  const day = engine.set.perDay - engine.book.handedOver(officer, now - DAY_MS);
  return Math.min(hour, day) - waiting;
}

/** What goes alone and what goes together: everything once something is late, or when there is more than may be sent. */
function sortOut(
  engine: Engine,
  rows: readonly ReminderRow[],
  room: number,
): { readonly together: readonly ReminderRow[]; readonly alone: readonly ReminderRow[] } {
  const now = engine.clock.now();
  const made = rows.filter(isEngineMade);
  const own = rows.filter((row) => !isEngineMade(row));
  const late = own.some((row) => now - row.dueAt > engine.set.lateAfterMs);
  const asks = own.filter((row) => row.kind === "decision").length > 1;
  const digest = made.some((row) => row.kind === "digest");
  const tooMany = made.length + own.length > room && own.length > 1;
  return late || asks || digest || tooMany
    ? { together: own, alone: made.slice(0, room) }
    : { together: [], alone: [...made, ...own].slice(0, room) };
}

function shown(instant: number): string {
  return `${timeAt(instant)} ngày ${dayAt(instant).split("-").reverse().join("/")}`;
}

function foldAll(
  engine: Engine,
  officer: string,
  rows: readonly ReminderRow[],
  gap: Gap | null,
  nth: number,
): void {
  const now = engine.clock.now();
  const waiting = engine.book
    .reminders({ officer, states: ["planned"] })
    .find((row) => row.kind === "digest" && row.usefulUntil > now);
  const inGap = gap !== null && rows.some((row) => row.dueAt >= gap.from && row.dueAt <= gap.to);
  const facts: DigestFacts = {
    gap: inGap ? { from: shown(gap.from), to: shown(gap.to) } : null,
    maybeSeen: inGap && gap.maybeSent,
  };
  // One digest a second, so that a backlog of one unit does not starve another.
  const dueAt = inOfficeHours(engine.facts().calendar, now) + nth * 1000;
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
  engine.book.fold(
    digest,
    rows.map((row) => row.key),
    now,
  );
  engine.hook?.("after_fold");
}

/** Writes one message into the outbox, or ends the reminder with the reason why not. */
export function enqueue(engine: Engine, row: ReminderRow, officer: Officer, copy: number): void {
  const now = engine.clock.now();
  const route = routeFor(engine, row, copy);
  const message = messageFor(engine, row, officer);
  if (route === null) {
    engine.book.end(
      row.key,
      copy === 0 ? "failed" : "uncertain",
      copy === 0 ? "no_channel" : "needs_person",
      now,
    );
    return;
  }
  if (message === null) {
    engine.book.end(row.key, "superseded", "nothing_to_say", now);
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
  engine.book.enqueue(delivery, now);
}

/** Rows that may still be said; ends the others with the reason. */
function sift(
  engine: Engine,
  rows: readonly ReminderRow[],
  officer: Officer | undefined,
): readonly ReminderRow[] {
  const now = engine.clock.now();
  const owed = engine.facts().owed;
  return rows.filter((row) => {
    if (officer?.active !== true) {
      engine.book.end(row.key, "superseded", "officer_left", now);
    } else if (isEngineMade(row) && row.usefulUntil <= now) {
      engine.book.end(row.key, "failed", "expired", now);
    } else if (!isEngineMade(row) && !owed.has(plainKey(row.key))) {
      engine.book.end(row.key, "superseded", "not_owed", now);
    } else {
      return true;
    }
    return false;
  });
}

/** Due reminders into the outbox. True when more are waiting for another turn. */
export function enqueueDue(engine: Engine, gap: Gap | null): boolean {
  const now = engine.clock.now();
  if (isQuiet(now)) {
    return false;
  }
  const people = new Map(engine.officers().map((officer) => [officer.id, officer]));
  let served = 0;
  let folded = 0;
  for (const [id, rows] of byOfficer(engine.book.reminders({ states: ["planned"], dueUntil: now }))) {
    if (served >= TURN) {
      return true;
    }
    const officer = people.get(id);
    const live = sift(engine, rows, officer);
    const room = officer === undefined || live.length === 0 ? 0 : allowance(engine, id);
    if (officer === undefined || room <= 0) {
      continue;
    }
    const { together, alone } = sortOut(engine, live, room);
    if (together.length > 0) {
      foldAll(engine, id, together, gap, folded);
      folded += 1;
    }
    for (const row of alone) {
      enqueue(engine, row, officer, 0);
    }
    served += 1;
  }
  return false;
}

/** Unclear sends: after a time without evidence one further copy that says so, else a person. */
export function resolveUnclear(engine: Engine): void {
  const now = engine.clock.now();
  const { set, book } = engine;
  const people = new Map(engine.officers().map((officer) => [officer.id, officer]));
  const open = book
    .reminders({ states: ["uncertain"] })
    .filter((row) => row.copies === 0 && row.why !== "needs_person" && row.why !== "not_wanted")
    .filter((row) => now - row.updatedAt >= set.unclearWaitMs);
  for (const row of open) {
    const officer = people.get(row.officer);
    if (row.acknowledgedAt !== null) {
      book.end(row.key, "confirmed", "acknowledged", now);
      continue;
    }
    const hopeless = set.unclearPolicy === "hold" || now > row.usefulUntil + set.unclearWaitMs;
    if (officer?.active !== true || hopeless) {
      book.end(row.key, "uncertain", "needs_person", now);
    } else if (!isQuiet(now)) {
      enqueue(engine, row, officer, 1);
    }
  }
}

/** Messages that waited longer than they are useful: a first copy joins a digest, a marked one goes to a person. */
export function dropLapsed(engine: Engine): void {
  const now = engine.clock.now();
  for (const delivery of engine.book.lapsed(now)) {
    engine.book.giveBack(delivery.id, delivery.fence, { state: "superseded", why: "expired" }, now);
    if (delivery.copy === 1) {
      engine.book.end(delivery.reminder, "uncertain", "needs_person", now);
    }
  }
}
