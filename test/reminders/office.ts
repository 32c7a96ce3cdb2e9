import { onTestFinished } from "vitest";
import type { ChannelName, Delivery, OutgoingMessage } from "../../src/domain/conversation.ts";
import type { LogEvent } from "../../src/domain/event.ts";
import type { ChatLink, Officer, TaskProgress } from "../../src/domain/people.ts";
import type { ApprovedTask } from "../../src/domain/reminder.ts";
import { openReminders, type Reminders } from "../../src/reminders/deliver/engine.ts";
import type { ReminderSettings } from "../../src/reminders/plan/settings.ts";
import { openStorage } from "../../src/storage/open.ts";
import { instantOf } from "../../src/vietnamese/text/dates.ts";
import { temporaryFolder } from "../support/folder.ts";
import { slowed } from "../support/slow-storage.ts";
import { calendar } from "./make.ts";

export interface Sent {
  readonly channel: ChannelName;
  readonly chat: string;
  readonly text: string;
  readonly at: number;
  readonly editOf: string | null;
}

/** Wall and monotonic time that tests move: together when time passes, apart when the clock is set. */
export function movableClock(day: string, time: string) {
  let wall = instantOf(day, time);
  let mono = 0;
  return {
    now: () => wall,
    mono: () => mono,
    pass(ms: number) {
      wall += ms;
      mono += ms;
    },
    passTo(to: string, at: string) {
      const next = instantOf(to, at);
      mono += next - wall;
      wall = next;
    },
    set(ms: number) {
      wall += ms;
    },
  };
}

export interface OfficeFacts {
  tasks: readonly ApprovedTask[];
  officers: readonly Officer[];
  progress: readonly TaskProgress[];
  links: readonly ChatLink[];
  restoredAt: number | null;
}

/** An office with real storage and the real engine; only the network is a function of the test. */
export async function openOffice(day: string, time: string, given: Partial<OfficeFacts>) {
  const clock = movableClock(day, time);
  const dir = temporaryFolder();
  const facts: OfficeFacts = {
    tasks: [],
    officers: [],
    progress: [],
    links: (given.officers ?? []).map((officer) => ({
      officer: officer.id,
      key: { channel: "telegram", chat: officer.id },
      active: true,
    })),
    restoredAt: null,
    ...given,
  };
  const sent: Sent[] = [];
  const events: LogEvent[] = [];
  const refusedChats: string[] = [];
  let answer: (message: Sent) => Delivery = () => ({ outcome: "sent", messageId: "1" });
  let settings: Partial<ReminderSettings> = {};
  let storage = slowed(await openStorage({ dir }, clock, () => undefined));
  let life: Reminders | null = null;
  onTestFinished(async () => {
    await life?.stop();
    await storage.close();
  });

  const send = (channel: ChannelName, chat: string, message: OutgoingMessage): Promise<Delivery> => {
    const one = { channel, chat, text: message.text, at: clock.now(), editOf: message.editOf ?? null };
    const ended = answer(one);
    if (ended.outcome === "sent" || ended.outcome === "unclear") {
      sent.push(one);
    }
    return Promise.resolve(ended);
  };

  return {
    clock,
    facts,
    sent,
    events,
    refusedChats,
    texts: () => sent.map((one) => one.text),
    book: () => storage.reminders,
    answer(next: (message: Sent) => Delivery) {
      answer = next;
    },
    configure(next: Partial<ReminderSettings>) {
      settings = next;
    },
    /** A new life of the service, as after a start or a restart. */
    async begin(): Promise<Reminders> {
      await life?.stop();
      life = openReminders({
        book: storage.reminders,
        clock,
        log: (event) => events.push(event),
        tasks: async () => facts.tasks,
        progress: async () => facts.progress,
        officers: async () => facts.officers,
        links: async (officer) => facts.links.filter((link) => link.officer === officer),
        calendar: () => calendar,
        send,
        chatRefused: async (channel, chat) => void refusedChats.push(`${channel} ${chat}`),
        restoredAt: async () => facts.restoredAt,
        acceptRestore: async () => {
          facts.restoredAt = null;
        },
        settings: { tickMs: 3_600_000, boardChannels: [], ...settings },
      });
      await life.start();
      await life.tick();
      return life;
    },
    /** The process is gone without a word; the store is opened anew. */
    async die(): Promise<void> {
      life = null;
      await storage.close();
      storage = slowed(await openStorage({ dir }, clock, () => undefined));
    },
  };
}

/** Passes time in steps, one round each, as the service's own ticks would. */
export async function live(
  office: Awaited<ReturnType<typeof openOffice>>,
  reminders: Reminders,
  until: { readonly day: string; readonly time: string },
  stepMs = 300_000,
): Promise<void> {
  const end = instantOf(until.day, until.time);
  while (office.clock.now() < end) {
    office.clock.pass(Math.min(stepMs, end - office.clock.now()));
    await reminders.tick();
  }
}
