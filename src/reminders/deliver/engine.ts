import { randomUUID } from "node:crypto";
import type { PastDecision, ReminderPreference } from "../../domain/reminder.ts";
import { dayAt } from "../../vietnamese/text/dates.ts";
import { isSendingTime } from "../calendar/calendar.ts";
import type { PlanGap } from "../plan/plan.ts";
import type { EngineDeps, OfficeNotice } from "../plan/settings.ts";
import { type Engine, type Facts, lookAround, occurrenceKey, settingsOf } from "../plan/snapshot.ts";
import { leaveResting } from "./channel-choice.ts";
import { every, watchClock } from "./clock-watch.ts";
import { confirm, owedAgain } from "./confirmations.ts";
import { enqueueDue, resolveUnclear } from "./enqueue.ts";
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
import { oneAtATime } from "./one-at-a-time.ts";
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
  start(): Promise<void>;
  /** Begins no more sends and waits for those on their way. */
  stop(): Promise<void>;
  /** One round: what is due goes out. Resolves when nothing more may leave now. */
  tick(): Promise<void>;
  /** Compares the book with what is owed. */
  reconcile(): Promise<Reconciled>;
  /** To be called after any change of tasks, reviews, progress, officers or links. */
  changed(): Promise<void>;
  /** The officer's own reminders that no receipt vouches for. */
  listFor(officer: string): Promise<readonly Undelivered[]>;
  /** The supervisor's list: everyone's. */
  undelivered(): Promise<readonly Undelivered[]>;
  /** "Đã nhận": for one task, or for everything sent lately when the task is null. Returns how many. */
  confirm(officer: string, task: string | null): Promise<number>;
  /** A person has told the officer by other means. */
  markTold(key: string, by: string): Promise<void>;
  /** A person asks for another sending; returns its key, or null when there is no such reminder. */
  resend(key: string, by: string): Promise<string | null>;
  /** Owes an officer a word, now or at an instant, with all that a reminder is promised; once for each key, for ever. */
  tell(officer: string, key: string, notice: OfficeNotice, at?: number): Promise<void>;
  /** False, and nothing is kept, when the time lies in quiet hours or is none. */
  prefer(preference: ReminderPreference): Promise<boolean>;
  preference(officer: string): Promise<ReminderPreference | null>;
  /** The admin's answer about a deadline that was past at approval. */
  decide(decision: Omit<PastDecision, "at" | "deadline">): Promise<boolean>;
  gaps(): Promise<readonly PlanGap[]>;
  hold(): Promise<Hold | null>;
  preview(): Promise<Preview | null>;
  release(choice: "send" | "discard"): Promise<void>;
}

export function openReminders(parts: EngineDeps): Reminders {
  const { book, clock } = parts;
  const set = settingsOf(parts);
  let facts: Facts | null = null;
  const engine: Engine = {
    ...parts,
    set,
    async facts() {
      facts ??= await lookAround(parts);
      return facts;
    },
  };
  const turn = oneAtATime();
  const watch = watchClock(clock, set.jumpMs);
  const beat = every(clock, set.beatEveryMs);
  const hourly = every(clock, set.reconcileEveryMs);
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | null = null;
  let stopping = false;
  const rounds = new Set<Promise<void>>();
  const mayGo = async (): Promise<boolean> =>
    !stopping && clock.mono() >= pausedUntil && (await holdOf(engine)) === null;
  const workers = openWorkers(engine, turn, mayGo);

  /** Within a turn. */
  const reconcileNow = async (): Promise<Reconciled> => {
    facts = await lookAround(parts);
    hourly.reset();
    const found = await reconcile(engine, facts);
    parts.hook?.("after_reconcile");
    return found;
  };

  const mindTheClock = async (): Promise<void> => {
    const jump = watch.check();
    if (jump === null) {
      return;
    }
    parts.log({ kind: "clock_jump", ms: jump.by });
    pausedUntil = clock.mono() + set.pauseAfterJumpMs;
    if (jump.by > 0) {
      await noteGap(engine, { from: jump.from, to: clock.now(), maybeSent: false });
    } else {
      await book.clampWaits(clock.now() + FIVE_MINUTES_MS);
    }
    await reconcileNow();
  };

  /** The part of a round that waits for no network; true when another turn should follow at once. */
  const prepare = async (): Promise<boolean> => {
    await mindTheClock();
    if (beat.due()) {
      await book.heartbeat(clock.now());
    }
    const changed = (await parts.changedElsewhere?.()) ?? false;
    if (changed || hourly.due()) {
      await reconcileNow();
    }
    if (!(await mayGo())) {
      return false;
    }
    await book.dropLapsed(clock.now());
    await leaveResting(engine);
    await resolveUnclear(engine);
    return enqueueDue(engine, await gapOf(engine));
  };

  let boards = false;
  const tick = async (): Promise<void> => {
    let more = true;
    while (more && !stopping) {
      more = await turn(prepare);
      if (await mayGo()) {
        await workers.run();
      }
    }
    if (!boards) {
      boards = true;
      try {
        if (await mayGo()) {
          await refreshBoards(engine);
        }
      } finally {
        boards = false;
      }
    }
  };

  const round = (): void => {
    const one = tick().catch((error: unknown) => {
      const code = error instanceof Error ? ((error as { code?: string }).code ?? null) : null;
      const name = error instanceof Error ? error.name : typeof error;
      parts.log({ kind: "unexpected", where: "reminders", error: name, code });
    });
    rounds.add(one);
    void one.finally(() => rounds.delete(one));
  };

  return {
    async start() {
      await turn(async () => {
        const { lastSeen } = await book.boot(randomUUID(), clock.now());
        await considerGap(engine, lastSeen);
        await reconcileNow();
      });
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
      await Promise.all(rounds);
      await turn(() => book.heartbeat(clock.now()));
    },
    tick,
    reconcile: () => turn(reconcileNow),
    changed: async () => void (await turn(reconcileNow)),
    listFor: (officer) => undelivered(book, officer),
    undelivered: () => undelivered(book),
    confirm: (officer, task) => turn(() => confirm(book, officer, task, clock.now())),
    markTold: (key, by) => turn(() => book.end([key], "confirmed", `told by ${by}`, clock.now())),
    async resend(key, by) {
      const again = await turn(() => owedAgain(book, key, by, clock.now()));
      if (again !== null) {
        round();
      }
      return again;
    },
    async tell(officer, key, notice, at) {
      const now = clock.now();
      const dueAt = at ?? now;
      const day = dayAt(dueAt);
      const owed = { key, officer, kind: "notice", task: null, rule: notice.what, deadline: day } as const;
      const times = { dueAt, usefulUntil: dueAt + TELL_DAYS * DAY_MS };
      await turn(() => book.fold({ ...owed, ...times, facts: JSON.stringify(notice) }, [], now));
      round();
    },
    async prefer(preference) {
      if (preference.at !== null && !isSendingTime(preference.at)) {
        return false;
      }
      await turn(async () => {
        await book.prefer(preference);
        await reconcileNow();
      });
      return true;
    },
    preference: async (officer) => (await book.preferences()).find((one) => one.officer === officer) ?? null,
    decide: ({ task, choice, by }) =>
      turn(async () => {
        const rows = await book.reminders();
        const asked = rows.find((row) => row.kind === "decision" && row.task === task);
        const deadline = asked === undefined ? undefined : occurrenceKey(asked)?.slice(task.length + 1);
        if (deadline === undefined) {
          return false;
        }
        await book.decide({ task, deadline, choice, by, at: clock.now() });
        await reconcileNow();
        return true;
      }),
    gaps: async () => (await engine.facts()).planned.gaps,
    hold: () => holdOf(engine),
    preview: () => previewOf(engine),
    async release(choice) {
      await turn(() => releaseHold(engine, choice));
      round();
    },
  };
}
