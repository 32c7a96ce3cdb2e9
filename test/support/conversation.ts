import { readFileSync } from "node:fs";
import { guard } from "../../src/answering/guard/guard.ts";
import { parseSafety } from "../../src/answering/guard/safety.ts";
import { openUrgency } from "../../src/answering/guard/urgency/urgency.ts";
import { handle } from "../../src/conversation/handle.ts";
import { openLimits } from "../../src/conversation/turn/limits.ts";
import type { ConversationDeps, DutyLine } from "../../src/conversation/turn/turn.ts";
import type { Answer, Answered, Choice, IncomingMessage, Topic } from "../../src/domain/conversation.ts";
import type { Guide } from "../../src/domain/document.ts";
import type { Edition } from "../../src/domain/knowledge.ts";
import type { Task } from "../../src/domain/task.ts";
import { personalDataText } from "../../src/vietnamese/wording/residents/privacy.ts";
import { urgentText } from "../../src/vietnamese/wording/residents/urgent.ts";
import { fixedClock } from "./clock.ts";
import { memoryOffice } from "./memory-office.ts";
import { understandLines } from "./understand-lines.ts";

export const guide: Guide = {
  id: "vneid-cai-dat",
  title: "Cài VNeID",
  summary: "Có ứng dụng VNeID trên máy.",
  audience: ["resident"],
  phone: "any",
  needs: [],
  time: null,
  cost: null,
  keywords: [],
  asks: [],
  urgent: false,
  related: [],
  sources: [{ publisher: "Bộ Công an", date: "2025-11-01", url: "https://vneid.gov.vn" }],
  checkedOn: "2026-11-01",
  reviewAfter: "2027-11-01",
  steps: ["Mở kho ứng dụng.", "Gõ “VNeID”.", "Bấm “Cài đặt”."],
  troubles: [],
  safety: null,
  person: null,
};

export function task(id: string, more: Partial<Task> = {}): Task {
  return {
    id,
    doc: "ninh-giang",
    locality: "ninh-giang",
    section: "V.1 gạch 1",
    content: `Việc ${id}`,
    lead: ["Phòng Văn hóa - Xã hội"],
    coordinators: [],
    schedule: null,
    quote: `Việc ${id}`,
    ...more,
  };
}

export function duty(code: string, more: Partial<DutyLine> = {}): DutyLine {
  return {
    task: task(code),
    code,
    approved: true,
    part: "lead",
    group: "unclear",
    due: null,
    period: null,
    report: null,
    ...more,
  };
}

const place = (slug: string, name: string, province: string | null = null) => ({
  slug,
  name,
  shortName: name.replace(/^\S+ /u, ""),
  level: name.startsWith("tỉnh") ? ("province" as const) : ("commune" as const),
  province,
  otherNames: [],
  contacts: [],
});

export function testEdition(): Edition {
  const plan = understandLines("ninh-giang", "Chỉ tiêu năm 2025 là 80%.");
  const howTo = understandLines("vneid-cai-dat", "Mở kho ứng dụng.");
  return {
    id: "e1",
    createdAt: "2026-11-21T00:00:00.000Z",
    vocabulary: { abbreviations: {}, teencode: {}, dialect: {}, names: {}, synonyms: [] },
    hotlines: [],
    links: [],
    holidays: [],
    localities: [place("ninh-giang", "xã Ninh Giang"), place("thanh-thuy", "xã Thanh Thủy")],
    documents: [
      { ...plan, card: { ...plan.card, locality: "ninh-giang" } },
      { ...howTo, guide },
    ],
  };
}

const safety = parseSafety(readFileSync("knowledge/safety.yaml", "utf8"));
const urgency = openUrgency(safety.spellings);
const citation = { doc: "ninh-giang", section: "I", title: "Kế hoạch", quote: "Chỉ tiêu năm 2025 là 80%." };

function topic(words: string, more: Partial<Topic> = {}): Topic {
  return {
    locality: null,
    intent: "fact",
    words,
    year: null,
    group: null,
    unit: null,
    doc: null,
    section: null,
    ...more,
  };
}

/** Stands in for the answering: knows one figure, one guide, one choice, and what the guard says. */
export function fakeAsk(
  asked: { text: string; locality: string | null; topic: Topic | null }[],
): ConversationDeps["ask"] {
  const choices: readonly Choice[] = [
    { label: "xã Ninh Giang", value: "ninh-giang" },
    { label: "xã Thanh Thủy", value: "thanh-thuy" },
  ];
  const answerTo = (text: string, locality: string | null, before: Topic | null): Answer => {
    const verdict = guard({ raw: text }, safety, urgency);
    if (verdict.kind === "personal_data") {
      return {
        status: "refused",
        intent: "personal_data",
        text: personalDataText(verdict.personal.map((p) => p.kind)),
      };
    }
    if (verdict.kind === "urgent") {
      return { status: "smalltalk", intent: "urgent", text: urgentText(verdict.urgent) };
    }
    if (/vneid/iu.test(text)) {
      const cited = { ...citation, doc: "vneid-cai-dat" };
      return {
        status: "answered",
        intent: "how_to",
        text: "Cài VNeID: ba bước.",
        citations: [cited],
        complete: false,
        guide: "vneid-cai-dat",
        more: "Phần hai.",
      };
    }
    if (/chỉ tiêu/iu.test(text) && locality === null) {
      return { status: "clarify", intent: "target", text: "Của xã nào?", choices };
    }
    if (/chỉ tiêu/iu.test(text) || before?.pending !== undefined) {
      return {
        status: "answered",
        intent: "target",
        text: "Năm 2025: 80%.",
        citations: [citation],
        complete: true,
      };
    }
    return { status: "not_found", intent: "fact", text: "Chưa có trong tài liệu.", nearest: [] };
  };
  return async ({ text, locality }, before): Promise<Answered> => {
    asked.push({ text, locality, topic: before });
    const answer = answerTo(text, locality, before);
    const after =
      answer.status === "clarify" ? topic(text, { choices: answer.choices, pending: text }) : topic(text);
    return { answer, topic: answer.intent === "personal_data" ? null : after, explain: [] };
  };
}

/** A chat with the assistant: `tell` sends one message, keeps the state as the service does, and gives what is said back. */
export function openTalk(
  more: Partial<ConversationDeps> = {},
  channel: IncomingMessage["from"]["channel"] = "zalo_bot",
) {
  const office = memoryOffice();
  const clock = fixedClock();
  const asked: { text: string; locality: string | null; topic: Topic | null }[] = [];
  const edition = testEdition();
  const deps: ConversationDeps = {
    ask: fakeAsk(asked),
    knowledge: () => edition,
    chats: office.chats,
    people: office.people,
    tasks: office.tasks,
    questions: office.questions,
    clock,
    log: () => undefined,
    limits: openLimits(),
    capabilities: {
      maxText: 2_000,
      buttons: "none",
      canEdit: false,
      canSendFile: false,
      replyWindowHours: null,
    },
    office: { name: "UBND xã Ninh Giang", contact: "bộ phận một cửa", dataContact: null, keptDays: 30 },
    duties: async () => [],
    ...more,
  };
  let count = 0;
  const send = async (text: string, message: Partial<IncomingMessage> = {}, chat = "7") => {
    count += 1;
    const from = message.from ?? { channel, chat };
    const reply = await handle(
      { key: String(count), from, kind: "text", text, sentAt: clock.now(), ...message },
      deps,
    );
    if (reply.state !== null) {
      await office.chats.save(from, reply.state, clock.now());
    }
    // A person reads before writing again; only the flood test does not.
    clock.advance(message.key === "flood" ? 0 : 10_000);
    return reply.messages;
  };
  const tell = async (text: string, message: Partial<IncomingMessage> = {}) =>
    (await send(text, message)).map((one) => one.text).join("\n---\n");
  const meet = () => send("/start");
  return { tell, send, meet, office, clock, asked, deps, from: { channel, chat: "7" } };
}
