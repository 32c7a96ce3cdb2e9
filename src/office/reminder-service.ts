import { nameOf, placeOf } from "../answering/compose/draft.ts";
import type { ChannelCapabilities, ChannelName, OutgoingMessage } from "../domain/conversation.ts";
import type { LocalitySlug } from "../domain/document.ts";
import type { Officer, TaskReview } from "../domain/people.ts";
import type { ApprovedTask } from "../domain/reminder.ts";
import type { Reporting } from "../domain/reporting.ts";
import type { Task } from "../domain/task.ts";
import type { Channel } from "../ports/channels.ts";
import type { Clock, Log } from "../ports/clock.ts";
import type { Storage } from "../ports/storage.ts";
import { openCalendar } from "../reminders/calendar/calendar.ts";
import { withReporting } from "../reminders/calendar/reporting.ts";
import { openReminders, type Reminders } from "../reminders/deliver/engine.ts";
import type { SameUnit } from "../reminders/ledger/recipients.ts";
import { type Duty, type DutyFacts, dutiesOf } from "../reminders/plan/duties.ts";
import type { AskedNotice } from "../reminders/plan/settings.ts";
import { decided, withOfficeSchedules } from "../reminders/tasks/decided.ts";
import {
  approvedTasks,
  knownTasks,
  type LapsedTask,
  lapsedTasks,
  reviewsByTask,
} from "../reminders/tasks/reviews.ts";
import { sharpenedTasks } from "../reminders/tasks/sharpened.ts";
import { render } from "../vietnamese/messages/render-message.ts";
import { openAmended } from "./amended.ts";
import type { Knowledge } from "./knowledge-control.ts";
import { openNewWork } from "./new-work.ts";
import { reportingIn } from "./reporting.ts";
import { sameUnit } from "./same-unit.ts";
import { openWorkNotices } from "./work-notices.ts";

export interface RunningReminders {
  readonly reminders: Reminders;
  /** Tasks of the live edition under the ids by which decisions and reports know them. */
  readonly tasks: () => Promise<readonly Task[]>;
  /** What duties are reckoned from: approved tasks, and with `all` also those nobody has decided on yet. */
  readonly facts: (which: "approved" | "all") => Promise<DutyFacts>;
  /** Approved tasks that a newer text changed or dropped; null while no edition is loaded. */
  readonly lapsed: () => Promise<readonly LapsedTask[] | null>;
  /** "Kế hoạch của UBND xã Thanh Thủy, mục IV.1". */
  readonly source: (task: Task) => string;
  /** Which names mean one body. */
  readonly same: SameUnit;
  /** How a place reports: its days, the day it sends, whose report it is. */
  readonly reporting: (locality: LocalitySlug | null) => Reporting;
  readonly duties: (officer: Officer) => Promise<readonly Duty[]>;
  /** To be called after anything a reminder depends on may have changed. */
  readonly changed: () => Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface ReminderServiceDeps {
  readonly storage: Storage;
  readonly knowledge: Knowledge;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether an admin has switched sending off; what is due waits. */
  readonly paused?: () => Promise<boolean>;
  /** What to tell an officer about a resident's question. */
  readonly asked?: (notice: AskedNotice, officer: Officer) => Promise<OutgoingMessage | null>;
}

const PAUSE_MS = 10 * 60_000;

/** Tasks an officer may see: what nobody rejected, with the corrections made. Only approved ones remind. */
function shownTasks(
  tasks: readonly Task[],
  reviews: readonly TaskReview[],
  now: number,
): readonly ApprovedTask[] {
  const reviewed = reviewsByTask(reviews);
  const approved = new Map(approvedTasks(tasks, reviews).map((a) => [a.task.id, a]));
  const going = [...approved.values()].filter((one) => one.amended !== undefined);
  const waits = new Set(going.map((one) => one.amended?.id));
  const shown = tasks
    .filter((task) => reviewed(task)?.decision !== "rejected" && !waits.has(task.id))
    .map((task): ApprovedTask => approved.get(task.id) ?? { task, approvedAt: now, unapproved: true });
  return [...shown, ...going];
}

/** Which names mean one body, by the papers of the live edition. */
function unitsOf(knowledge: Knowledge): SameUnit {
  let kept: { readonly edition: string; readonly same: SameUnit } | null = null;
  return (one, other) => {
    const edition = knowledge.current()?.live.edition;
    if (edition === undefined) {
      return one === other;
    }
    if (kept?.edition !== edition.id) {
      kept = { edition: edition.id, same: sameUnit(edition) };
    }
    return kept.same(one, other);
  };
}

/** Nobody asked for this message, so no menu is open in which a number could choose: the commands themselves are named. */
function spelledOut(
  { buttons = [], ...message }: OutgoingMessage,
  can: ChannelCapabilities,
): OutgoingMessage {
  return can.buttons === "none"
    ? {
        ...message,
        text: [message.text, ...buttons.map(({ label, value }) => `${label}: ${value}`)].join("\n"),
      }
    : { ...message, buttons };
}

/** Ties the reminder engine to the knowledge, the people and the channels. */
export function openReminderService({
  storage,
  knowledge,
  channels,
  clock,
  log,
  paused,
  asked,
}: ReminderServiceDeps): RunningReminders {
  const same = unitsOf(knowledge);
  const tasksAs = (reviews: readonly TaskReview[]) =>
    sharpenedTasks(
      knownTasks(
        knowledge.current()?.live.edition.documents.flatMap((document) => document.tasks) ?? [],
        reviews,
      ),
    );
  const calendar = () => openCalendar(knowledge.current()?.live.edition.holidays ?? []);
  const source = (task: Task) => {
    const base = knowledge.current()?.answering.base;
    return base === undefined ? placeOf(task.section) : `${nameOf(task.doc, base)}, ${placeOf(task.section)}`;
  };
  const reporting = (locality: LocalitySlug | null) =>
    reportingIn(knowledge.current()?.live.edition ?? null, locality);
  const ruled = (tasks: readonly ApprovedTask[]) => withReporting(tasks, (task) => reporting(task.locality));
  const reminders = openReminders({
    book: storage.reminders,
    clock,
    log,
    async tasks() {
      const reviews = await storage.tasks.reviews();
      const read = tasksAs(reviews);
      const approved = withOfficeSchedules(approvedTasks(read, reviews), read);
      return ruled(decided(approved, await storage.requests.all()));
    },
    progress: () => storage.tasks.progress(),
    officers: () => storage.people.officers(),
    links: (officer) => storage.people.links(officer),
    calendar,
    channels: [...channels.keys()],
    same,
    source,
    notice: async (about, officer) =>
      about.what === "asked" ? ((await asked?.(about, officer)) ?? null) : workNotice(about, officer),
    waitingRequests: async (officer) =>
      (await storage.requests.all()).filter(
        (one) => one.decision === null && one.locality === officer.locality,
      ).length,
    lastHeard: (channel, chat) => storage.inbox.lastHeard({ channel, chat }),
    chatRefused: (channel, chat) => storage.people.unlink({ channel, chat }),
    restoredAt: storage.restoredAt,
    acceptRestore: storage.acceptRestore,
    changedElsewhere: storage.changedElsewhere,
    async send(name, chat, message) {
      const channel = channels.get(name);
      if (channel === undefined) {
        return { outcome: "refused", code: "channel_not_set_up", scope: "channel" };
      }
      if ((await paused?.()) === true) {
        return { outcome: "unsent", code: "switched_off", retryAfterMs: PAUSE_MS, gate: true };
      }
      // A reminder fits one message by construction; were it longer, its end would be another message.
      const [first] = render(spelledOut(message, channel.capabilities), channel.capabilities);
      return channel.send(chat, first ?? message);
    },
  });
  const announce = openNewWork({
    storage,
    approved: async () => (await facts("approved")).tasks,
    same,
    tell: (officer, key, about, at) => reminders.tell(officer, key, about, at),
    clock,
  });
  const lapsed = async () => {
    const reviews = await storage.tasks.reviews();
    return knowledge.current() === null ? null : lapsedTasks(tasksAs(reviews), reviews);
  };
  const tellAmended = openAmended({
    storage,
    lapsed,
    same,
    tell: (officer, key, about) => reminders.tell(officer, key, about),
  });
  const facts = async (which: "approved" | "all"): Promise<DutyFacts> => {
    const reviews = await storage.tasks.reviews();
    const tasks = tasksAs(reviews);
    const now = clock.now();
    return {
      tasks: ruled(
        decided(
          withOfficeSchedules(
            which === "all" ? shownTasks(tasks, reviews, now) : approvedTasks(tasks, reviews),
            tasks,
          ),
          await storage.requests.all(),
        ),
      ),
      progress: await storage.tasks.progress(),
      officers: await storage.people.officers(),
      calendar: calendar(),
      same,
      now,
    };
  };
  const duties = async (officer: Officer) => dutiesOf(officer, await facts("all"));
  const workNotice = openWorkNotices({ storage, duties, lapsed, source });
  return {
    reminders,
    tasks: async () => tasksAs(await storage.tasks.reviews()),
    facts,
    lapsed,
    source,
    same,
    reporting,
    duties,
    async changed() {
      await reminders.changed();
      await announce();
      await tellAmended();
    },
    async start() {
      await announce();
      await reminders.start();
      await tellAmended();
    },
    stop: () => reminders.stop(),
  };
}
