import { say } from "../conversation/turn/state.ts";
import type { Command, ConversationDeps } from "../conversation/turn/turn.ts";
import { manages } from "../domain/access.ts";
import type { Answered, ChannelName, IncomingMessage, Question } from "../domain/conversation.ts";
import type { Officer } from "../domain/people.ts";
import { openAttachments } from "../office/chat-uploads.ts";
import { curatedFor } from "../office/curated-answers.ts";
import { openUploadService } from "../office/document-uploads.ts";
import type { HandOverOffice } from "../office/handover.ts";
import { openKnowledgeService, type WatchedKnowledge } from "../office/knowledge-control.ts";
import { openOfficeFileService } from "../office/office-files.ts";
import type { Officers } from "../office/officer-service.ts";
import type { RunningReminders } from "../office/reminder-service.ts";
import { openReminderView, openTaskReviewService } from "../office/task-review.ts";
import type { Channel } from "../ports/channels.ts";
import type { Clock, Log } from "../ports/clock.ts";
import type { ConsoleParts } from "../ports/console.ts";
import type { Storage } from "../ports/storage.ts";
import { signIn } from "../vietnamese/wording/console/frame.ts";
import { switchesWords } from "../vietnamese/wording/console/people.ts";
import { openConsole } from "../web/console/console.ts";
import { newToken, tokenHash } from "../web/console/sign-in/secrets.ts";
import type { Config } from "./config.ts";

const LINK_MS = 10 * 60_000;

interface ConsoleDeps {
  readonly config: Config;
  readonly storage: Storage;
  readonly knowledge: WatchedKnowledge;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly running: RunningReminders;
  readonly handOvers: HandOverOffice;
  readonly officers: Pick<Officers, "report" | "desk">;
  /** Answers without looking at curated ones. */
  readonly ask: (question: Question) => Promise<Answered>;
  /** "http://localhost:8080": where people reach the console. */
  readonly address: () => string;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Admin {
  readonly console: ReturnType<typeof openConsole>;
  /** The answer a person wrote for this question; null when there is none. */
  readonly curated: (question: Question) => Promise<Answered | null>;
  /** What to say instead of an answer while something is switched off; officers always get through. */
  readonly off: (message: IncomingMessage) => Promise<string | null>;
  /** A paper an admin sent to the assistant: kept for a look, as if uploaded. */
  readonly attachment: NonNullable<ConversationDeps["attachment"]>;
  /** A one-time link into the console; null for whom it is not open to. */
  readonly link: (officer: Officer) => Promise<string | null>;
  /** "/quanly". */
  readonly command: Command;
}

export async function isOff(storage: Storage, name: string): Promise<boolean> {
  return (await storage.console.switches.all()).some((one) => one.name === name);
}

/** Ties the console to the rest, and gives the rest what the console decides. */
export function openAdmin(parts: ConsoleDeps): Admin {
  const { storage, knowledge, channels, clock, log, config } = parts;
  const edition = () => knowledge.current()?.live.edition ?? null;
  const officeName = config.office.name;

  const curated = async (question: Question) =>
    curatedFor(await storage.console.curated.all(), question, edition()?.localities ?? [], officeName);

  const link = async (officer: Officer): Promise<string | null> => {
    if (!manages(officer)) {
      return null;
    }
    const code = newToken();
    await storage.console.admins.addLink(tokenHash(code), officer.id, clock.now() + LINK_MS);
    return `${parts.address()}/quan-tri/vao?ma=${code}`;
  };

  const papers = openUploadService({
    knowledge,
    uploads: storage.console.uploads,
    people: storage.people,
    folder: config.knowledgeDir,
    dataDir: config.dataDir,
    clock,
    changed: () => parts.running.changed(),
  });
  const changed = () => parts.running.changed();
  const consoleParts: ConsoleParts = {
    clock,
    log,
    people: storage.people,
    store: storage.console,
    officeName,
    keptDays: config.retentionDays,
    knowledge: openKnowledgeService({
      knowledge,
      storage,
      clock,
      ask: async (question) => (await curated(question)) ?? parts.ask(question),
      changed,
    }),
    papers,
    data: openOfficeFileService({
      knowledge,
      people: storage.people,
      folder: config.knowledgeDir,
      dataDir: config.dataDir,
      defaultLocality: config.defaultLocality,
      clock,
      changed,
    }),
    tasks: openTaskReviewService(knowledge, storage, parts.running, channels),
    requests: parts.officers.desk,
    reminders: openReminderView(storage, parts.running),
    channels: () => [...channels.values()].map((channel) => ({ name: channel.name, ...channel.state() })),
    handOvers: parts.handOvers,
    draft: parts.officers.report,
    changed,
  };

  return {
    console: openConsole(consoleParts),
    curated,
    link,
    attachment: openAttachments({ papers, channels, edition, link, people: storage.people, clock }),
    async off(message) {
      const off = await storage.console.switches.all();
      const found = ["tat-ca", "hoi-dap", `kenh-${message.from.channel}`].flatMap((name) =>
        off.filter((one) => one.name === name),
      )[0];
      // A person's data is theirs to see and delete whatever is switched off.
      const always = /^\s*\/(?:dulieu|xoadulieu|ketnoi)\b/iu.test(message.text);
      return found === undefined || always || (await storage.people.officerOf(message.from)) !== null
        ? null
        : switchesWords.said(found.reason);
    },
    command: {
      for: "officer",
      async run(turn) {
        const address = turn.officer === null ? null : await link(turn.officer);
        return say(turn.state, address === null ? signIn.linkRefused : signIn.linkMessage(address));
      },
    },
  };
}
