import { failedAnswer } from "../answering/compose/guard-replies.ts";
import { handle } from "../conversation/handle.ts";
import { openWork } from "../conversation/inbox/worker.ts";
import { openLimits } from "../conversation/turn/limits.ts";
import type {
  Answered,
  ChannelCapabilities,
  IncomingMessage,
  OutgoingMessage,
  Question,
  Topic,
} from "../domain/conversation.ts";
import type { ReloadProgress } from "../knowledge/ingest/ingest.ts";
import { openSpeech } from "../models/speech.ts";
import { openHandoverService } from "../office/handover.ts";
import { type Knowledge, watchKnowledge } from "../office/knowledge-control.ts";
import { noticing } from "../office/noticing.ts";
import { openOfficers } from "../office/officer-service.ts";
import { openReminderService } from "../office/reminder-service.ts";
import { openRetention } from "../office/retention.ts";
import type { Clock, Log } from "../ports/clock.ts";
import type { Reminders } from "../reminders/deliver/engine.ts";
import { openStorage } from "../storage/open.ts";
import { render } from "../vietnamese/messages/render-message.ts";
import { troubleLines } from "../vietnamese/wording/knowledge/command-line.ts";
import { calendarRoutes } from "../web/calendar.ts";
import { openMetrics } from "../web/metrics.ts";
import { openServer } from "../web/server.ts";
import { openChannels, tokenAdvice } from "./channels.ts";
import type { Config } from "./config.ts";
import { isOff, openAdmin } from "./console.ts";
import { openKnowledge } from "./knowledge.ts";

export interface App {
  readonly port: number;
  readonly channels: readonly string[];
  readonly edition: string | null;
  readonly reminders: Reminders;
  stop(): Promise<void>;
}

/** Something a person must mend before the service can start; the message is one sentence with the way out. */
export class StartError extends Error {}

export interface AppSurroundings {
  readonly clock: Clock;
  readonly log: Log;
  readonly onProgress: (progress: ReloadProgress) => void;
  /** What a person at the terminal should read. */
  readonly say: (line: string) => void;
}

/** How long a web request waits for its answer, in ms. */
const WEB_WAIT_MS = 10_000;

const FAILED: Answered = { answer: failedAnswer, topic: null, explain: [] };

/** Introduces the parts to each other, starts them, and stops them in the other order. */
export async function openApp(config: Config, around: AppSurroundings): Promise<App> {
  const { clock } = around;
  const metrics = openMetrics();
  const log: Log = (event) => {
    metrics.observe(event);
    around.log(event);
    const advice = tokenAdvice(event);
    if (advice !== null) {
      around.say(advice);
    }
  };
  const storage = await openStorage({ dir: config.dataDir, use: "service" }, clock, log);
  const closing: (() => Promise<void> | void)[] = [() => storage.close()];
  const stop = async () => {
    for (const close of closing.reverse()) {
      await close();
    }
  };
  try {
    const opened = await openKnowledge(config, storage, clock, log);
    const knowledge = watchKnowledge(opened, storage.console.switches, clock);
    if (!(await knowledge.isChosen())) {
      await firstLoad(knowledge, around);
    }
    refuseUnknownDefault(config, knowledge);
    const speech = openSpeech();
    const channels = openChannels(config, storage, clock, log, speech !== null);
    const byName = new Map(channels.all.map((channel) => [channel.name, channel]));
    const paused = async () => isOff(storage, "nhac-viec");
    const handOvers = openHandoverService({
      storage,
      knowledge,
      channels: byName,
      tell: (officer, key, notice) => running.reminders.tell(officer, key, notice),
      paused,
      officeName: config.office.name,
      keptDays: config.retentionDays,
      defaultLocality: config.defaultLocality,
      clock,
    });
    const asked = handOvers.notice;
    const running = openReminderService({ storage, knowledge, channels: byName, clock, log, paused, asked });
    const books = noticing(storage, running.changed);
    const publicUrl = config.publicUrl?.replace(/\/$/u, "") ?? null;
    const officers = openOfficers({
      storage: { ...storage, ...books },
      knowledge,
      channels: byName,
      running,
      publicUrl,
      clock,
    });
    const limits = openLimits();

    const search = async (question: Question, topic: Topic | null): Promise<Answered> => {
      const now = knowledge.current();
      return now === null ? FAILED : now.answering.answer(question, topic);
    };
    let address = "";
    const admin = openAdmin({
      config,
      storage,
      knowledge,
      channels: byName,
      running,
      handOvers,
      officers,
      ask: (question) => search(question, null),
      address: () => address,
      clock,
      log,
    });
    const ask = async (asked: Question, topic: Topic | null): Promise<Answered> => {
      const question = { ...asked, locality: asked.locality ?? config.defaultLocality };
      return (await admin.curated(question)) ?? search(question, topic);
    };
    const office = { ...config.office, keptDays: config.retentionDays };
    const answerTo = async (
      message: IncomingMessage,
      capabilities: ChannelCapabilities,
    ): Promise<readonly OutgoingMessage[]> => {
      const off = await admin.off(message);
      if (off !== null) {
        return [{ text: off }];
      }
      const reply = await handle(message, {
        ask,
        knowledge: () => knowledge.current()?.live.edition ?? null,
        ...books,
        questions: storage.questions,
        clock,
        log,
        limits,
        capabilities,
        office,
        ...(speech === null ? {} : { speech }),
        duties: running.duties,
        officers,
        reload: () => knowledge.reload().finally(running.changed),
        handOver: handOvers.handOver,
        answers: handOvers,
        attachment: admin.attachment,
        commands: { quanly: admin.command },
      });
      if (reply.state === null) {
        byName.get(message.from.channel)?.forget?.(message.from.chat);
      } else {
        await storage.chats.save(message.from, reply.state, clock.now());
      }
      return reply.messages;
    };
    const work = openWork({ inbox: storage.inbox, channels: byName, handle: answerTo, render, clock, log });
    closing.push(() => work.stop());

    const server = await openServer(
      {
        port: config.port,
        host: config.host,
        embedOrigins: config.embedOrigins,
        waitMs: WEB_WAIT_MS,
        metricsToken: null,
      },
      {
        channels: channels.all,
        chat: channels.web,
        allowLink: (url) => knows(knowledge, url),
        localities: () => knowledge.current()?.live.edition.localities ?? [],
        log,
        ready: () => ({
          ready: knowledge.current() !== null,
          detail: knowledge.current()?.live.edition.id ?? "no edition",
        }),
        metrics: () => metrics.text(),
        mounts: [
          { path: "/quan-tri", app: admin.console },
          { path: "/lich", app: calendarRoutes(officers.calendarOf) },
        ],
      },
    );
    if (server.outcome === "refused") {
      throw new StartError(server.problem);
    }
    closing.push(() => server.close());
    address = publicUrl ?? `http://localhost:${server.port}`;
    for (const channel of channels.all) {
      await channel.start((message) => work.receive(message));
      closing.push(() => channel.stop());
    }
    work.wake();
    await running.start();
    closing.push(() => running.stop());
    await handOvers.start();
    const retention = openRetention({ storage, days: config.retentionDays, clock, log });
    closing.push(() => retention.stop());
    const edition = knowledge.current()?.live.edition.id ?? null;
    const names = channels.all.map((channel) => channel.name);
    log({ kind: "started", port: server.port, channels: names, edition });
    return { port: server.port, channels: names, edition, reminders: running.reminders, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Loads when there is no edition or the folder has changed; without any edition the reason ends the start. */
async function firstLoad(knowledge: Knowledge, { onProgress, say }: AppSurroundings): Promise<void> {
  const report = await knowledge.reload(onProgress);
  if (report.outcome === "refused" && knowledge.current() === null) {
    throw new StartError(report.reason);
  }
  for (const line of troubleLines(report)) {
    say(line);
  }
}

function refuseUnknownDefault({ defaultLocality }: Config, knowledge: Knowledge): void {
  const known = knowledge.current()?.live.edition.localities.map(({ slug }) => slug) ?? [];
  if (defaultLocality !== null && !known.includes(defaultLocality)) {
    throw new StartError(
      `DEFAULT_LOCALITY "${defaultLocality}" không có trong localities.yaml. Đặt một trong: ${known.join(", ")}.`,
    );
  }
}

/** An address the office has listed, or a government one. */
function knows(knowledge: Knowledge, url: string): boolean {
  const links = knowledge.current()?.live.edition.links ?? [];
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  return (
    host.endsWith(".gov.vn") ||
    links.some((link) => URL.canParse(link.url) && new URL(link.url).hostname === host)
  );
}
