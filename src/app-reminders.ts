import { nameOf, placeOf } from "./answering/compose/draft.ts";
import type { Knowledge } from "./app-knowledge.ts";
import { render } from "./channels/render.ts";
import type { ChannelName } from "./domain/conversation.ts";
import type { Officer } from "./domain/people.ts";
import type { ApprovedTask } from "./domain/reminder.ts";
import type { Task } from "./domain/task.ts";
import type { Channel, Clock, Log, Storage } from "./ports.ts";
import { approvedTasks, quoteHash } from "./reminders/approved.ts";
import { openCalendar } from "./reminders/calendar.ts";
import { type Duty, dutiesOf } from "./reminders/duties.ts";
import { openReminders, type Reminders } from "./reminders/reminders.ts";

export interface ReminderDesk {
  readonly reminders: Reminders;
  readonly duties: (officer: Officer) => readonly Duty[];
  /** To be called after anything a reminder depends on may have changed. */
  readonly changed: () => void;
  start(): void;
  stop(): Promise<void>;
}

interface Parts {
  readonly storage: Storage;
  readonly knowledge: Knowledge;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether an admin has switched sending off; what is due waits. */
  readonly paused?: () => boolean;
}

const PAUSE_MS = 10 * 60_000;

/** Tasks an officer may see: what nobody rejected, with the corrections made. Only approved ones remind. */
function shownTasks(tasks: readonly Task[], storage: Storage): readonly ApprovedTask[] {
  const reviews = storage.tasks.reviews();
  const rejected = new Set(
    reviews.filter((r) => r.decision === "rejected").map((r) => `${r.task} ${r.quoteHash}`),
  );
  const approved = new Map(approvedTasks(tasks, reviews).map((a) => [a.task.id, a]));
  return tasks
    .filter((task) => !rejected.has(`${task.id} ${quoteHash(task)}`))
    .map((task) => approved.get(task.id) ?? { task, approvedAt: 0 });
}

/** Ties the reminder engine to the knowledge, the people and the channels. */
export function openReminderDesk({ storage, knowledge, channels, clock, log, paused }: Parts): ReminderDesk {
  const tasks = () => knowledge.current()?.live.edition.documents.flatMap((d) => d.tasks) ?? [];
  const calendar = () => openCalendar(knowledge.current()?.live.edition.holidays ?? []);
  const source = (task: Task) => {
    const base = knowledge.current()?.answering.base;
    return base === undefined ? placeOf(task.section) : `${nameOf(task.doc, base)}, ${placeOf(task.section)}`;
  };
  const reminders = openReminders({
    book: storage.reminders,
    clock,
    log,
    tasks: () => approvedTasks(tasks(), storage.tasks.reviews()),
    progress: () => storage.tasks.progress(),
    officers: () => storage.people.officers(),
    links: (officer) => storage.people.links(officer),
    calendar,
    source,
    restoredAt: () => storage.restoredAt(),
    acceptRestore: () => storage.acceptRestore(),
    async send(name, chat, message) {
      const channel = channels.get(name);
      if (channel === undefined) {
        return { outcome: "refused", code: "channel_not_set_up", scope: "channel" };
      }
      if (paused?.() === true) {
        return { outcome: "unsent", code: "switched_off", retryAfterMs: PAUSE_MS, gate: true };
      }
      // A reminder fits one message by construction; were it longer, its end would be another message.
      const [first] = render(message, channel.capabilities);
      return channel.send(chat, first ?? message);
    },
  });
  return {
    reminders,
    duties: (officer) =>
      dutiesOf(officer, {
        tasks: shownTasks(tasks(), storage),
        progress: storage.tasks.progress(),
        officers: storage.people.officers(),
        calendar: calendar(),
        now: clock.now(),
      }),
    changed: () => reminders.changed(),
    start: () => reminders.start(),
    stop: () => reminders.stop(),
  };
}
