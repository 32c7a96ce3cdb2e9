import { randomUUID } from "node:crypto";
import type { PastDecision, ReminderPreference } from "../../domain/reminder.ts";
import { dayAt } from "../../vietnamese/text/dates.ts";
import { isSendingTime } from "../calendar/calendar.ts";
import type { PlanGap } from "../plan/plan.ts";
import type { AskedNotice, EngineDeps } from "../plan/settings.ts";
import {
  type Engine,
  type Facts,
  lookAround,
  occurrenceKey,
  plainKey,
  settingsOf,
} from "../plan/snapshot.ts";
import { leaveResting } from "./channel-choice.ts";
import { every, watchClock } from "./clock-watch.ts";
import { dropLapsed, enqueueDue, resolveUnclear } from "./enqueue.ts";
import {
  considerGap,
  gapOf,
  type Hold,
  holdOf,
  noteGap,
  type Preview,
  previewOf,
  releaseHold,
} from "./hold.ts";
import { refreshBoards } from "./pinned-list.ts";
import { type Reconciled, reconcile } from "./reconcile.ts";
import { type Undelivered, undelivered } from "./undelivered.ts";
import { openWorkers } from "./workers.ts";

const FIVE_MINUTES_MS = 300_000;
const DAY_MS = 86_400_000;
/** A question that nobody could be told of in this time is for a person to look at. */
const TELL_DAYS = 3;

export interface Reminders {
  /** Takes the book over from the last life, reconciles, and begins to tick. */
  start(): void;
  /** Begins no more sends and waits for those on their way. */
  stop(): Promise<void>;
  /** One round: what is due goes out. Resolves when nothing more may leave now. */
  tick(): Promise<void>;
  /** Compares the book with what is owed. */
  reconcile(): Reconciled;
  /** To be called after any change of tasks, reviews, progress, officers or links. */
  changed(): void;
  /** The officer's own reminders that no receipt vouches for. */
  listFor(officer: string): readonly Undelivered[];
  /** The supervisor's list: everyone's. */
  undelivered(): readonly Undelivered[];
  /** "Đã nhận": for one task, or for everything sent lately when the task is null. Returns how many. */
  confirm(officer: string, task: string | null): number;
  /** A person has told the officer by other means. */
  markTold(key: string, by: string): void;
  /** A person asks for another sending; returns its key, or null when there is no such reminder. */
  resend(key: string, by: string): string | null;
  /** Owes an officer a word about a question, with all that a reminder is promised; once for each key, for ever. */
  tell(officer: string, key: string, notice: AskedNotice): void;
  /** False, and nothing is kept, when the time lies in quiet hours or is none. */
  prefer(preference: ReminderPreference): boolean;
  preference(officer: string): ReminderPreference | null;
  /** The admin's answer about a deadline that was past at approval. */
  decide(decision: Omit<PastDecision, "at" | "deadline">): boolean;
  gaps(): readonly PlanGap[];
  hold(): Hold | null;
  preview(): Preview | null;
  release(choice: "send" | "discard"): void;
}

export function openReminders(parts: EngineDeps): Reminders {
  const { book, clock } = parts;
  const set = settingsOf(parts);
  let facts: Facts | null = null;
  const engine: Engine = {
    ...parts,
    set,
    facts() {
      facts ??= lookAround(parts);
      return facts;
    },
  };
  const watch = watchClock(clock, set.jumpMs);
  const beat = every(clock, set.beatEveryMs);
  const hourly = every(clock, set.reconcileEveryMs);
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | null = null;
  let stopping = false;
  const mayGo = (): boolean => !stopping && clock.mono() >= pausedUntil && holdOf(engine) === null;
  const workers = openWorkers(engine, mayGo);

  const reconcileNow = (): Reconciled => {
    facts = lookAround(parts);
    hourly.reset();
    const found = reconcile(engine, facts);
    parts.hook?.("after_reconcile");
    return found;
  };

  const mindTheClock = (): void => {
    const jump = watch.check();
    if (jump === null) {
      return;
    }
    parts.log({ kind: "clock_jump", ms: jump.by });
    pausedUntil = clock.mono() + set.pauseAfterJumpMs;
    if (jump.by > 0) {
      noteGap(engine, { from: jump.from, to: clock.now(), maybeSent: false });
    } else {
      book.clampWaits(clock.now() + FIVE_MINUTES_MS);
    }
    reconcileNow();
  };

  /** The part of a round that waits for nobody; true when another turn should follow at once. */
  const prepare = (): boolean => {
    mindTheClock();
    if (beat.due()) {
      book.heartbeat(clock.now());
    }
    const changed = parts.changedElsewhere?.() ?? false;
    if (changed || hourly.due()) {
      reconcileNow();
    }
    if (!mayGo()) {
      return false;
    }
    dropLapsed(engine);
    leaveResting(engine);
    resolveUnclear(engine);
    return enqueueDue(engine, gapOf(engine));
  };

  let boards = false;
  const tick = async (): Promise<void> => {
    let more = true;
    while (more && !stopping) {
      more = prepare();
      if (mayGo()) {
        await workers.run();
      }
    }
    if (mayGo() && !boards) {
      boards = true;
      await refreshBoards(engine).finally(() => {
        boards = false;
      });
    }
  };

  const round = (): void => {
    tick().catch((error: unknown) => {
      const code = error instanceof Error ? ((error as { code?: string }).code ?? null) : null;
      const name = error instanceof Error ? error.name : typeof error;
      parts.log({ kind: "unexpected", where: "reminders", error: name, code });
    });
  };

  return {
    start() {
      const { lastSeen } = book.boot(randomUUID(), clock.now());
      considerGap(engine, lastSeen);
      reconcileNow();
      timer = setInterval(round, set.tickMs);
      timer.unref();
      round();
    },
    async stop() {
      stopping = true;
      if (timer !== null) {
        clearInterval(timer);
      }
      await workers.stop();
      book.heartbeat(clock.now());
    },
    tick,
    reconcile: reconcileNow,
    changed: () => void reconcileNow(),
    listFor: (officer) => undelivered(book, officer),
    undelivered: () => undelivered(book),
    confirm(officer, task) {
      const now = clock.now();
      const rows = book
        .reminders({ officer, states: ["confirmed", "uncertain", "delivering", "digested"], dueUntil: now })
        .filter((row) => row.acknowledgedAt === null)
        .filter((row) => (task === null ? row.updatedAt > now - 7 * DAY_MS : row.task === task));
      for (const row of rows) {
        book.acknowledge(row.key, "acknowledged", now);
      }
      return rows.length;
    },
    markTold(key, by) {
      book.end(key, "confirmed", `told by ${by}`, clock.now());
    },
    resend(key, by) {
      const row = book.reminder(key);
      if (row === null || row.kind === "digest") {
        return null;
      }
      const now = clock.now();
      const plain = plainKey(key);
      let nth = 1;
      while (book.reminder(`${plain}|again${nth}`) !== null) {
        nth += 1;
      }
      const again = { ...row, key: `${plain}|again${nth}`, dueAt: now, usefulUntil: now + DAY_MS };
      // With its facts, which no task holds.
      book.fold(again, [], now);
      book.end(key, "superseded", `sent again by ${by}`, now);
      round();
      return again.key;
    },
    tell(officer, key, notice) {
      const now = clock.now();
      const day = dayAt(now);
      const owed = { key, officer, kind: "notice", task: null, rule: "asked", deadline: day } as const;
      const times = { dueAt: now, usefulUntil: now + TELL_DAYS * DAY_MS };
      book.fold({ ...owed, ...times, facts: JSON.stringify(notice) }, [], now);
      round();
    },
    prefer(preference) {
      if (preference.at !== null && !isSendingTime(preference.at)) {
        return false;
      }
      book.prefer(preference);
      reconcileNow();
      return true;
    },
    preference: (officer) => book.preferences().find((one) => one.officer === officer) ?? null,
    decide({ task, choice, by }) {
      const asked = book.reminders().find((row) => row.kind === "decision" && row.task === task);
      const deadline = asked === undefined ? undefined : occurrenceKey(asked)?.slice(task.length + 1);
      if (deadline === undefined) {
        return false;
      }
      book.decide({ task, deadline, choice, by, at: clock.now() });
      reconcileNow();
      return true;
    },
    gaps: () => engine.facts().planned.gaps,
    hold: () => holdOf(engine),
    preview: () => previewOf(engine),
    release(choice) {
      releaseHold(engine, choice);
      round();
    },
  };
}
