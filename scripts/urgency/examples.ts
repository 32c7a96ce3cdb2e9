import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { KINDS, type Kind } from "../../src/answering/guard/urgency/kinds.ts";
import { fold } from "../../src/vietnamese/text/normalise.ts";
import { type Grammar, ordinaryLines } from "./ordinary.ts";

interface Story {
  readonly text: string;
  readonly kind: Kind;
}

export interface Told extends Story {
  readonly weight: number;
}

/** Guides for when something has happened: how they are asked for may be an emergency. */
export const URGENT_GUIDES: ReadonlySet<string> = new Set([
  "lam-gi-khi-bi-lua",
  "bat-coc-online",
  "tong-tien-clip",
  "lo-anh-can-cuoc",
  "app-vay-tien-khung-bo",
  "mat-dien-thoai",
  "zalo-bi-chiem-mat-tai-khoan",
  "facebook-bi-chiem",
  "gmail-bi-chiem",
  "chuyen-nham-tien",
  "tre-em-tren-mang",
  "tai-khoan-nghi-lua-dao",
  "nhan-biet-lua-dao",
  "mua-hang-an-toan",
  "vneid-doi-thiet-bi",
  "cai-ung-dung-an-toan",
  "quet-ma-qr",
  "bao-ve-du-lieu-ca-nhan",
  "ban-hang-facebook-zalo",
  "mo-tai-khoan-ngan-hang-so",
  "vi-dien-tu",
  "chuyen-tien-qr",
  "phat-nguoi-nop-phat",
  "zalo-co-ban",
  "xac-thuc-sim-2026",
  "ung-dung-thoi-tiet-nong-nghiep",
]);

/** What a line where nothing has happened weighs against a story: of a hundred messages ninety-nine are such. */
const CALM = 3;
const CALM_KINDS: ReadonlySet<Kind> = new Set(["none", "doubt"]);
/** A cry of few words has few features to be known by; in words, and what it weighs. */
const SHORT = 5;
const CRY = 3;
/** Lines made from the grammar. */
const MADE = 3_000;
/** UTF-16 units; what is shorter is a heading. */
const SENTENCE = 25;

const lines = (path: string) =>
  readFileSync(path, "utf8")
    .normalize("NFC")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));

/** Which half a line belongs to, by the line alone. */
const isOdd = (text: string) =>
  [...text].reduce((sum, char) => sum + (char.codePointAt(0) ?? 0), 0) % 2 === 1;

const GRAMMAR = z.object({ words: z.record(z.string(), z.array(z.string())), lines: z.array(z.string()) });

export function readGrammar(knowledge: string): Grammar {
  return GRAMMAR.parse(parse(readFileSync(join(knowledge, "urgency", "ordinary.yaml"), "utf8")));
}

/** How people ask for the parts of the guides that are for quiet days; half is for learning, the other for measuring. */
export function askedLines(knowledge: string, half: "learning" | "measuring"): string[] {
  const folder = join(knowledge, "asked");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt") && !URGENT_GUIDES.has(file.slice(0, -4)))
    .sort()
    .flatMap((file) => lines(join(folder, file)))
    .filter((line) => !line.startsWith("[") && isOdd(line) === (half === "learning"));
}

/** Sentences of the plans, half as above: people paste them, and they speak of safety, of police and of crime. */
function officialLines(knowledge: string): string[] {
  const folder = join(knowledge, "plans");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .flatMap((file) => lines(join(folder, file)))
    .flatMap((line) => line.split(/[.;]\s/u))
    .filter((line) => line.length > SENTENCE && isOdd(line));
}

function weightOf({ text, kind }: Story): number {
  if (CALM_KINDS.has(kind)) {
    return CALM;
  }
  return text.split(" ").length <= SHORT ? CRY : 1;
}

/** Of so many stories one is also told with a cry for help after it, as people end them: a cry alone says nothing. */
const CRIED = 3;

function withCries(stories: readonly Story[], cries: readonly string[]): Story[] {
  return stories
    .filter(({ kind }, at) => !CALM_KINDS.has(kind) && at % CRIED === 0)
    .map(({ text, kind }, at) => ({ text: `${text}, ${cries[at % cries.length]}`, kind }));
}

/** Everything that is learned from: stories by kind, ways of asking, lines made from a grammar. */
export function readTold(knowledge: string): Told[] {
  const stories = KINDS.flatMap((kind): Story[] =>
    lines(join(knowledge, "urgency", `${kind}.txt`)).map((text) => ({ text, kind })),
  );
  const plain = [
    ...askedLines(knowledge, "learning"),
    ...officialLines(knowledge),
    ...ordinaryLines(readGrammar(knowledge), 1, MADE),
  ];
  const cried = withCries(stories, lines(join(knowledge, "urgency", "cries.txt")));
  const told = [...stories, ...cried, ...plain.map((text) => ({ text, kind: "none" as const }))];
  // Without accents other concepts seem to stand in the same words, so each is also learned as it is typed bare.
  return told.flatMap((one) => {
    const typed = { ...one, weight: weightOf(one) };
    const bare = fold(one.text);
    return bare === one.text.toLowerCase() ? [typed] : [typed, { ...typed, text: bare }];
  });
}

/** The ways in which each concept is said. */
export function readConcepts(knowledge: string): Readonly<Record<string, readonly string[]>> {
  const text = readFileSync(join(knowledge, "urgency", "concepts.yaml"), "utf8").normalize("NFC");
  return z.record(z.string(), z.array(z.coerce.string())).parse(parse(text));
}
