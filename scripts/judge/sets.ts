// Which labelled questions the judge learns from, by the hand that wrote them.

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { EditionIndex } from "../../src/answering/index/edition-index.ts";
import type { Topic } from "../../src/domain/conversation.ts";
import type { GuidePart } from "../../src/domain/document.ts";
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

export async function readSets(base: EditionIndex): Promise<readonly Labelled[]> {
  const labelled: Labelled[] = [];
  const random = sequence(7);
  const places = base.edition.localities.map(({ slug }) => slug);
  const somewhere = () => places[Math.floor(random() * places.length)] ?? null;
  for (const set of [...GUIDE_SETS, ...PLAN_SETS]) {
    const items = await readGold(golden(`${set}.jsonl`)).catch(() => [] as GoldItem[]);
    for (const item of items.filter((one) => one.conversation === undefined)) {
      labelled.push(await fromGold(base, set, item));
      if (GUIDE_SETS.includes(set) && item.locality === null) {
        labelled.push(await fromGold(base, set, item, null, somewhere()));
      }
    }
  }
  const off = (await readFile(golden("off-topic.jsonl"), "utf8")).trim().split("\n");
  for (const line of off.map((one) => JSON.parse(one) as { text: string; off: boolean })) {
    if (line.off) {
      const expect = { status: ["out_of_scope", "not_found"] };
      const item = { id: "", question: line.text, locality: null, kind: "off", expect };
      labelled.push(await fromGold(base, "off-topic", item));
    }
  }
  for (const guide of base.guides) {
    const topic: Topic = {
      locality: null,
      intent: "how_to",
      words: guide.title,
      year: null,
      group: null,
      unit: null,
      doc: guide.id,
      section: null,
    };
    const other = base.guides[Math.floor(random() * base.guides.length)];
    for (const [at, ask] of guide.asks.entries()) {
      if (at % 4 === 0) {
        const options = {
          locality: at % 8 === 0 ? null : somewhere(),
          ...(other !== undefined && at % 12 === 0 ? { topic: { ...topic, doc: other.id } } : {}),
        };
        labelled.push(await fromAsked(base, "asks", guide.id, { part: "whole", index: 0 }, ask, options));
      }
    }
    for (const { part, index, said } of guide.asked ?? []) {
      for (const [at, phrase] of said.entries()) {
        if (at % 3 !== 0) {
          continue;
        }
        labelled.push(
          await fromAsked(
            base,
            "asked",
            guide.id,
            { part, index },
            phrase,
            at % 9 === 0 ? { topic } : { locality: at % 6 === 0 ? somewhere() : null },
          ),
        );
      }
    }
    for (const [part, phrases] of Object.entries(NEXT)) {
      const phrase = phrases[Math.floor(random() * phrases.length)] ?? "";
      labelled.push(
        await fromAsked(base, "next", guide.id, { part: part as GuidePart, index: 0 }, phrase, { topic }),
      );
    }
  }
  for (const { slug, said } of base.edition.matters ?? []) {
    for (const phrase of said.filter((_, at) => at % 4 === 0)) {
      labelled.push(await fromMatter(base, "matters", slug, phrase));
    }
  }
  return labelled;
}
