// Which labelled questions the judge learns from, by the hand that wrote them.

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { EditionIndex } from "../../src/answering/index/edition-index.ts";
import type { Topic } from "../../src/domain/conversation.ts";
import type { Guide, GuidePart } from "../../src/domain/document.ts";
import { sequence } from "../../src/domain/sequence.ts";
import { readGold } from "../evaluate/gold.ts";
import type { GoldItem } from "../evaluate/score.ts";
import { fromAsked, fromGold, fromMatter, type Labelled } from "./labelled.ts";

const golden = (name: string) => resolve(import.meta.dirname, `../../test/golden/${name}`);

const GUIDE_SETS = ["guides", "guides-second", "guides-third", "parts-h1", "parts-h2", "parts-h3"];
const PLAN_SETS = ["questions", "confusable", "unanswerable", "second", "third", "fourth", "fifth", "sixth"];

/** What people say next when a guide has just been shown: nothing of it names the guide. */
const NEXT: Readonly<Partial<Record<GuidePart, readonly string[]>>> = {
  time: ["mất bao lâu vậy", "bao lau thi xong", "bao giờ thì có kết quả", "mấy ngày thì được ạ", "lau khong"],
  cost: [
    "tốn tiền không",
    "co mat phi khong a",
    "hết bao nhiêu tiền",
    "ton tien k",
    "phải nộp bao nhiêu",
    "mat tien khong",
  ],
  needs: ["cần mang giấy tờ gì", "can nhung gi", "phải chuẩn bị gì trước", "mang theo giay to gi"],
  whom: [
    "không làm được thì hỏi ai",
    "ai giúp được tôi",
    "goi so nao de hoi",
    "hỏi ở đâu",
    "kho qua nho ai bay gio",
  ],
  safety: ["làm thế có an toàn không", "co so bi lua khong", "có nguy hiểm gì không"],
  whole: ["chỉ tôi từng bước", "huong dan cu the di", "làm thế nào", "lam sao"],
};

/** A place by turns of chance, the same in every run. */
type Somewhere = () => string | null;

const topicOf = (doc: string, words: string): Topic => ({
  locality: null,
  intent: "how_to",
  words,
  year: null,
  group: null,
  unit: null,
  doc,
  section: null,
});

export async function readSets(base: EditionIndex): Promise<readonly Labelled[]> {
  const random = sequence(7);
  const pick = <T>(among: readonly T[]): T | null => among[Math.floor(random() * among.length)] ?? null;
  const places = base.edition.localities.map(({ slug }) => slug);
  const somewhere = () => pick(places);
  const labelled = [...(await goldSets(base, somewhere)), ...(await offTopic(base))];
  for (const guide of base.guides) {
    labelled.push(
      ...(await asksOf(base, guide, pick(base.guides), somewhere)),
      ...(await askedOf(base, guide, somewhere)),
      ...(await nextOf(base, guide, pick)),
    );
  }
  for (const { slug, said } of base.edition.matters ?? []) {
    for (const phrase of said.filter((_, at) => at % 4 === 0)) {
      labelled.push(await fromMatter(base, "matters", slug, phrase));
    }
  }
  return labelled;
}

async function goldSets(base: EditionIndex, somewhere: Somewhere): Promise<readonly Labelled[]> {
  const labelled: Labelled[] = [];
  for (const set of [...GUIDE_SETS, ...PLAN_SETS]) {
    const items: readonly GoldItem[] = await readGold(golden(`${set}.jsonl`));
    for (const item of items.filter((one) => one.conversation === undefined)) {
      labelled.push(await fromGold(base, set, item));
      if (GUIDE_SETS.includes(set) && item.locality === null) {
        labelled.push(await fromGold(base, set, item, null, somewhere()));
      }
    }
  }
  return labelled;
}

async function offTopic(base: EditionIndex): Promise<readonly Labelled[]> {
  const lines = (await readFile(golden("off-topic.jsonl"), "utf8")).trim().split("\n");
  const off = lines.map((one) => JSON.parse(one) as { text: string; off: boolean }).filter((one) => one.off);
  const expect = { status: ["out_of_scope", "not_found"] };
  const labelled: Labelled[] = [];
  for (const { text } of off) {
    const item = { id: "", question: text, locality: null, kind: "off", expect };
    labelled.push(await fromGold(base, "off-topic", item));
  }
  return labelled;
}

/** Ways of asking for a whole guide: some with a place chosen, some while the talk is of another guide. */
async function asksOf(
  base: EditionIndex,
  guide: Guide,
  other: Guide | null,
  somewhere: Somewhere,
): Promise<readonly Labelled[]> {
  const labelled: Labelled[] = [];
  for (const [at, ask] of guide.asks.entries()) {
    if (at % 4 === 0) {
      const locality = at % 8 === 0 ? null : somewhere();
      const talk = other !== null && at % 12 === 0 ? { topic: topicOf(other.id, guide.title) } : {};
      const whole = { part: "whole", index: 0 } as const;
      labelled.push(await fromAsked(base, "asks", guide.id, whole, ask, { locality, ...talk }));
    }
  }
  return labelled;
}

/** Ways of asking for single parts: some while the talk is of this guide, some with a place chosen. */
async function askedOf(base: EditionIndex, guide: Guide, somewhere: Somewhere): Promise<readonly Labelled[]> {
  const topic = topicOf(guide.id, guide.title);
  const labelled: Labelled[] = [];
  for (const { part, index, said } of guide.asked ?? []) {
    for (const [at, phrase] of said.entries()) {
      if (at % 3 === 0) {
        const options = at % 9 === 0 ? { topic } : { locality: at % 6 === 0 ? somewhere() : null };
        labelled.push(await fromAsked(base, "asked", guide.id, { part, index }, phrase, options));
      }
    }
  }
  return labelled;
}

async function nextOf(
  base: EditionIndex,
  guide: Guide,
  pick: (among: readonly string[]) => string | null,
): Promise<readonly Labelled[]> {
  const topic = topicOf(guide.id, guide.title);
  const labelled: Labelled[] = [];
  for (const [part, phrases] of Object.entries(NEXT)) {
    const ref = { part: part as GuidePart, index: 0 };
    labelled.push(await fromAsked(base, "next", guide.id, ref, pick(phrases) ?? "", { topic }));
  }
  return labelled;
}
