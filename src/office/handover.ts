import { randomBytes } from "node:crypto";
import type { HandOver } from "../domain/console.ts";
import type {
  ChannelName,
  ChatKey,
  Delivery,
  IncomingMessage,
  Intent,
  OutgoingMessage,
} from "../domain/conversation.ts";
import type { LocalitySlug } from "../domain/document.ts";
import type { Officer } from "../domain/people.ts";
import type { Channel } from "../ports/channels.ts";
import type { Clock } from "../ports/clock.ts";
import type { HandoverService } from "../ports/console.ts";
import type { HandedQuestion } from "../ports/console-storage.ts";
import type { HandedOver, HandoverInbox, WaitingQuestion } from "../ports/officer.ts";
import type { Storage } from "../ports/storage.ts";
import type { AskedNotice } from "../reminders/plan/settings.ts";
import { render } from "../vietnamese/messages/render-message.ts";
import { dayAt, timeAt } from "../vietnamese/text/dates.ts";
import { handOverWords } from "../vietnamese/wording/console/people.ts";
import { ANSWERING, askedText } from "../vietnamese/wording/residents/handover.ts";
import { openAnswerers } from "./answerers.ts";
import type { Knowledge } from "./knowledge-control.ts";

const DAY_MS = 86_400_000;
/** Questions this old are looked through at the start for officers who were not told. */
const TOLD_AGAIN_MS = DAY_MS;
/** Nothing that can be taken for something else when read out. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const NO_QUESTION: readonly Intent[] = ["smalltalk", "personal_data", "attack"];

interface HandoverDeps {
  readonly storage: Pick<Storage, "console" | "people" | "chats">;
  readonly knowledge: Knowledge;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  /** Owes an officer a notice; the same key only once. */
  readonly tell: (officer: string, key: string, notice: AskedNotice) => Promise<void>;
  /** Whether nothing is sent to officers for now. */
  readonly paused: () => Promise<boolean>;
  readonly officeName: string;
  readonly keptDays: number;
  readonly defaultLocality: LocalitySlug | null;
  readonly clock: Clock;
}

export interface HandOverOffice extends HandoverInbox, HandoverService {
  handOver(message: IncomingMessage, question: string, asked: number | null): Promise<HandedOver | null>;
  /** The words of a notice as of now; null when the question needs nobody any more. */
  notice(notice: AskedNotice, officer: Officer): Promise<OutgoingMessage | null>;
  /** Tells whom a crash kept from being told. */
  start(): Promise<void>;
}

const isOpen = ({ outcome, question }: HandOver): boolean =>
  (outcome === null || outcome === "unsent") && question !== "";

/** A resident's question on its way to a person, and the person's words on their way back. */
export function openHandoverService(parts: HandoverDeps): HandOverOffice {
  const { storage, knowledge, channels, clock } = parts;
  const { handOvers, asked: log } = storage.console;
  const edition = () => knowledge.current()?.live.edition ?? null;
  const { audience, mayAnswer, ...answerers } = openAnswerers(parts);

  /** Returns how many are, or were, told. */
  async function announce(handed: HandOver): Promise<number> {
    const { assignee, code } = handed;
    const notice: AskedNotice = { what: "asked", code };
    if (assignee !== null) {
      await parts.tell(assignee, `assigned|${code}|${handed.assignedAt ?? 0}|${assignee}`, notice);
      return 1;
    }
    const told = handed.origin === "resident" ? await audience(handed.locality, handed.chat) : [];
    for (const officer of told) {
      await parts.tell(officer.id, `asked|${code}|${officer.id}`, notice);
    }
    return told.length;
  }

  function wordsOf({ code, at, locality }: HandOver) {
    const place = edition()?.localities.find((one) => one.slug === locality)?.name ?? locality;
    return { code, place, time: timeAt(at), day: dayAt(at) };
  }

  const keptSince = () => clock.now() - parts.keptDays * DAY_MS;

  /** The question under a code; one that stands there already, open, is not handed over a second time. */
  async function open(handed: Omit<HandedQuestion, "code">): Promise<HandOver> {
    for (;;) {
      const code = `HT-${[...randomBytes(5)].map((byte) => LETTERS[byte % 32]).join("")}`;
      const opened = await handOvers.open({ ...handed, code }, keptSince());
      if (opened !== null) {
        return opened;
      }
    }
  }

  async function deliver(chat: ChatKey, text: string): Promise<Delivery["outcome"]> {
    const channel = channels.get(chat.channel);
    if (channel === undefined) {
      return "refused";
    }
    for (const part of render({ text }, channel.capabilities)) {
      const { outcome } = await channel.send(chat.chat, part);
      if (outcome !== "sent") {
        return outcome;
      }
    }
    return "sent";
  }

  const nameOf = async (id: string | null) =>
    (await storage.people.officers()).find((officer) => officer.id === id)?.name ?? id ?? "";

  return {
    async handOver(message, question, asked) {
      const off = (await storage.console.switches.all()).find((one) => one.name === "gap-can-bo");
      if (off !== undefined) {
        return { kind: "off", reason: off.reason };
      }
      const locality = (await storage.chats.load(message.from))?.locality ?? null;
      const last = asked === null ? null : await log.find(asked);
      // A greeting is nothing to hand over, and what held personal data stands nowhere.
      const text = (last === null || NO_QUESTION.includes(last.intent) ? "" : last.text) || question;
      if (text === "") {
        return null;
      }
      const told = (await audience(locality, message.from)).length > 0;
      const seen = (await storage.people.officers()).some((officer) => answerers.oversees(officer, locality));
      if (!told && !seen) {
        return { kind: "nobody" };
      }
      // Asked again before anybody answered, by a second press or by a message taken up again after a crash.
      const handed = await open({
        at: clock.now(),
        chat: message.from,
        locality,
        question: text,
        about: asked,
        origin: "resident",
      });
      const reached = (await announce(handed)) > 0 && !(await parts.paused());
      return { kind: reached ? "told" : "kept", code: handed.code };
    },
    async notice(notice, officer) {
      const handed = await handOvers.find(notice.code);
      if (handed === null || !isOpen(handed) || !mayAnswer(officer, handed)) {
        return null;
      }
      return {
        text: askedText(wordsOf(handed), handed.assignee === officer.id),
        buttons: [{ label: ANSWERING.look, value: `/traloi ${handed.code}` }],
      };
    },
    async start() {
      for (const handed of (await handOvers.since(clock.now() - TOLD_AGAIN_MS)).filter(isOpen)) {
        await announce(handed);
      }
    },
    async waiting(officer): Promise<readonly WaitingQuestion[]> {
      return (await handOvers.since(keptSince()))
        .filter((handed) => isOpen(handed) && mayAnswer(officer, handed))
        .map((handed) => ({
          ...wordsOf(handed),
          question: handed.question,
          mine: handed.assignee === officer.id,
        }))
        .sort((a, b) => Number(b.mine) - Number(a.mine));
    },
    async answeredBy(officer, typed) {
      const code = typed.toUpperCase().replace(/[^0-9A-Z-]/gu, "");
      const handed = await handOvers.find(code);
      return handed === null ||
        handed.by === null ||
        handed.outcome === "closed" ||
        !mayAnswer(officer, handed)
        ? null
        : await nameOf(handed.by);
    },
    async answer(officer, code, text) {
      const handed = await handOvers.find(code);
      const begun = { reply: text, by: officer.id, at: clock.now() };
      if (handed === null || !(await handOvers.begin(code, begun))) {
        const by = handed === null || handed.outcome === "closed" ? null : handed.by;
        return by === null ? { outcome: "closed" } : { outcome: "answered", by: await nameOf(by) };
      }
      const about = handed.origin === "office" ? handed.question : null;
      const outcome = await deliver(handed.chat, handOverWords.message(code, parts.officeName, text, about));
      await handOvers.end(code, { ...begun, outcome });
      return { outcome };
    },
    candidates: answerers.candidates,
    async assign(code, assignee, by) {
      const before = await handOvers.find(code);
      if (before !== null && before.assignee === assignee && isOpen(before)) {
        return true; // nobody is told twice of the same
      }
      const assigned = await handOvers.assign(code, { assignee, by, at: clock.now() });
      const handed = assigned ? await handOvers.find(code) : null;
      if (handed !== null && assignee !== null) {
        await announce(handed);
      }
      return assigned;
    },
    async take(question) {
      const asked = await log.find(question);
      const chat = await log.chatOf(question);
      if (asked === null || asked.text === "" || chat === null) {
        return null;
      }
      const { locality, text } = asked;
      const at = clock.now();
      return (await open({ at, chat, locality, question: text, about: question, origin: "office" })).code;
    },
  };
}
