// Figures to reach and figures reached, with the year of the sentence, of the heading above, or of the title.
import type { DocumentCard, DocumentKind } from "../../domain/document.ts";
import type { Result, Target } from "../../domain/task.ts";
import { fold, oneLine } from "../../vietnamese/text/normalise.ts";
import { sentences } from "../../vietnamese/text/sentences.ts";
import { type FigureSense, senseOf } from "../entities/figure-sense.ts";
import { aimMended, countsIn, type Figure, sharesIn } from "../entities/figures.ts";
import { type Node, walk } from "../outline/outline.ts";
import { quotes, type SourceText, slice } from "../text/source-text.ts";
import { isOrganizing } from "./assignments.ts";
import type { Origin } from "./passages.ts";

const TARGET_PART = /chi tieu|muc tieu|chi so|phuong huong|nhiem vu trong tam/u;
const PREAMBLE =
  /muc dich|yeu cau|can cu|quan diem|noi dung phong trao|kinh phi|khen thuong|tieu chi|doi tuong|thanh phan/u;
/** Parts that tell how things stand. */
const TELLING =
  /hien trang|thuc trang|ket qua|tinh hinh|danh gia chung|ton tai|han che|nguyen nhan|kho khan|uu diem|dac diem/u;
/** Kinds that report, ask or invite: what they say was reached is a result. */
const REPORTING: ReadonlySet<DocumentKind> = new Set(["report", "proposal", "invitation"]);
/** Kinds whose figures are targets wherever they stand, unless they say otherwise. */
const PLANNING: ReadonlySet<DocumentKind> = new Set(["plan", "program", "annex", "guidance", "other"]);
/** An annex of marks or results sets nothing: "Kết quả đánh giá …", "Bảng điểm …". */
const OF_RESULTS = /ket qua|bang diem|cham diem|xep hang|xep loai|tong hop so lieu|thong ke/u;

function lineage(node: Node): readonly Node[] {
  return node.parent === null ? [node] : [...lineage(node.parent), node];
}

function yearOf(nodes: readonly Node[]): string | null {
  for (const node of [...nodes].reverse()) {
    const years =
      node.kind === "section" ? [...node.words.text.matchAll(/(?<!\d)20\d{2}(?!\d)/gu)].map((m) => m[0]) : [];
    if (new Set(years).size === 1 && node.words.text.length < 120) {
      return years[0] ?? null;
    }
  }
  return null;
}

/** A sentence's own stretch of a traced text. */
function stretch(words: SourceText, sentence: string): SourceText {
  const start = words.text.indexOf(sentence);
  return start < 0 ? words : slice(words, start, start + sentence.length);
}

interface Found {
  readonly figure: Figure;
  readonly year: string | null;
  readonly sentence: string;
  readonly section: string;
  readonly sense: FigureSense;
  readonly quote: string;
}

interface Place {
  readonly section: string;
  readonly year: string | null;
  readonly counts: boolean;
  readonly sense: (sentence: string) => FigureSense;
}

function figuresOf(words: SourceText, place: Place, origin: Origin): readonly Found[] {
  return sentences(words.text).flatMap((sentence) => {
    const shares = sharesIn(sentence);
    const figures: readonly Figure[] = [...shares, ...(place.counts ? countsIn(sentence) : [])];
    return figures.map((figure) => ({
      figure,
      year: figure.year ?? place.year,
      sentence,
      section: place.section,
      sense: place.sense(sentence),
      quote: quotes(origin.source, stretch(words, sentence))[0] ?? "",
    }));
  });
}

/** "… hằng năm" holds for each year: the title's year is none of it. */
const YEARLY = /(?:hằng|hàng|mỗi)\s+năm/iu;

/** The one year a paper's title is about. */
function titleYear(card: DocumentCard): string | null {
  const year = card.period?.value ?? "";
  return /^20\d{2}$/u.test(year) ? year : null;
}

function shown(found: Found, origin: Origin) {
  const { figure, sentence, section, quote } = found;
  return {
    doc: origin.doc,
    locality: origin.locality,
    section,
    group: figure.group,
    year: found.year,
    percent: figure.percent,
    ...(figure.count === undefined ? {} : { count: figure.count }),
    statement: aimMended(oneLine(sentence)).replace(/;$/u, ""),
    quote,
  };
}

function targetOf(found: Found, ofTitle: string | null, origin: Origin): Target {
  const inherits = found.year === null && ofTitle !== null && !YEARLY.test(found.sentence);
  const { doc, locality, section, group, year, ...rest } = shown(found, origin);
  const { comparison } = found.figure;
  return {
    doc,
    locality,
    section,
    group,
    ...(inherits ? { year: ofTitle, yearOfTitle: true as const } : { year }),
    comparison,
    ...rest,
  };
}

export interface Figures {
  readonly targets: readonly Target[];
  readonly results: readonly Result[];
}

function settingOf(titles: readonly string[], kind: DocumentKind): "sets" | "tells" | "open" {
  const short = titles.filter((title) => title.length < 120);
  const last = [...short].reverse().find((title) => TARGET_PART.test(title) || TELLING.test(title));
  if (last !== undefined) {
    return TARGET_PART.test(last) && !/ket qua/u.test(last) ? "sets" : "tells";
  }
  return REPORTING.has(kind) ? "tells" : "open";
}

/** What the outline tells to reach and tells was reached. Purposes and legal bases have neither. */
export function figuresIn(
  nodes: readonly Node[],
  rows: readonly { section: string; words: SourceText }[],
  card: DocumentCard,
  origin: Origin,
): Figures {
  const { kind } = card;
  const ofResults = OF_RESULTS.test(fold(card.title));
  const found = [...walk(nodes)].flatMap((node) => {
    const line = lineage(node);
    const titles = line.filter((one) => one.kind === "section").map((one) => fold(one.words.text));
    const preamble = titles.some(
      (title) => title.length < 120 && PREAMBLE.test(title) && !TARGET_PART.test(title),
    );
    const marks = ofResults && node.words.text.includes("|");
    if (preamble || marks) {
      return [];
    }
    const organizing = line.some(isOrganizing);
    const setting = settingOf(titles, kind);
    const sets = setting === "sets";
    const sense = (sentence: string): FigureSense =>
      organizing && !AIMED.test(sentence)
        ? "neither"
        : senseOf(sentence, setting, organizing || !PLANNING.has(kind));
    return figuresOf(
      node.words,
      { section: node.path, year: yearOf(line), counts: sets && !organizing, sense },
      origin,
    );
  });
  // Targets in the result cell of an annex row; counts included, the row's time is no year of the figure.
  const cells = rows.flatMap(({ section, words }) =>
    figuresOf(words, { section, year: null, counts: true, sense: () => "target" }, origin),
  );
  const year = titleYear(card);
  return {
    targets: [...found, ...cells]
      .filter(({ sense }) => sense === "target")
      .map((one) => targetOf(one, year, origin)),
    results: found.filter(({ sense }) => sense === "result").map((one) => shown(one, origin)),
  };
}

/** A figure that a task sets: the aim word stands with it. */
const AIMED = /(?:phấn đấu|bảo đảm|đảm bảo|hoàn thành)[^.;]{0,60}?(?:\d{1,3}(?:[.,]\d+)?\s*%)/iu;
