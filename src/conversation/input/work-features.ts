import { WORK_FILLERS, WORK_WORDS, type WorkFeature } from "../../vietnamese/lexicon/work-words.ts";
import { fold, nfc } from "../../vietnamese/text/normalise.ts";

const MENDED: Readonly<Record<string, string>> = {
  ko: "khong",
  hok: "khong",
  dc: "duoc",
  đc: "duoc",
  rui: "roi",
  rùi: "roi",
  oy: "roi",
  xog: "xong",
  xg: "xong",
  lm: "lam",
  vc: "viec",
  cv: "cong viec",
  bc: "bao cao",
  bn: "bao nhieu",
  chx: "chua",
  nv: "nhiem vu",
  dvi: "don vi",
  hnay: "hom nay",
  mn: "moi nguoi",
};

/** Bare words as they are compared, short forms written out. */
export function foldedWords(text: string): string {
  const words = fold(nfc(text.normalize("NFKC"))).match(/[a-z0-9]+(?:[/.:-][0-9]+)*%?/gu) ?? [];
  return words.map((word) => MENDED[word] ?? word).join(" ");
}

interface Found {
  readonly features: ReadonlySet<WorkFeature>;
  /** Words that no phrase, filler or time has taken. */
  readonly strange: number;
  readonly words: number;
}

const PHRASES: readonly (readonly [WorkFeature, string])[] = (
  Object.entries(WORK_WORDS) as [WorkFeature, readonly string[]][]
).flatMap(([feature, phrases]) => phrases.map((phrase) => [feature, phrase] as const));

export function featuresIn(folded: string): Found {
  const text = ` ${folded} `;
  const found = PHRASES.filter(([, phrase]) => text.includes(` ${phrase} `));
  // "chua xong" is not "xong": a phrase inside a longer one that was found says nothing by itself.
  const kept = found.filter(
    ([feature, phrase]) =>
      !found.some(
        ([other, longer]) =>
          other !== feature &&
          longer.length > phrase.length &&
          ` ${longer} `.includes(` ${phrase} `) &&
          text.replaceAll(` ${longer} `, " ").includes(` ${phrase} `) === false,
      ),
  );
  let left = text;
  for (const [, phrase] of found.toSorted((a, b) => b[1].length - a[1].length)) {
    left = left.replaceAll(` ${phrase} `, "  ");
  }
  const words = left.split(" ").filter((word) => word !== "");
  return {
    features: new Set(kept.map(([feature]) => feature)),
    strange: words.filter((word) => !WORK_FILLERS.has(word)).length,
    words: folded.split(" ").filter((word) => word !== "").length,
  };
}

/** The body that a message names: the longest name, or its first words where only one body begins so. */
export function unitIn(
  folded: string,
  units: readonly string[],
): { readonly name: string; readonly words: string } | null {
  const named = units.map((name) => ({ name, words: foldedWords(name) }));
  const text = ` ${folded} `;
  const whole = named.filter(({ words }) => text.includes(` ${words} `));
  const [longest] = whole.toSorted((a, b) => b.words.length - a.words.length);
  if (longest !== undefined) {
    return longest;
  }
  const parts = named.flatMap(({ name, words }) => {
    const all = words.split(" ");
    const cuts = all.map((_, at) => all.slice(0, all.length - at).join(" "));
    const cut = cuts.find((part) => part.split(" ").length >= 2 && text.includes(` ${part} `));
    return cut === undefined ? [] : [{ name, words: cut }];
  });
  const best = parts.toSorted((a, b) => b.words.length - a.words.length);
  const [first, second] = best;
  return first !== undefined && (second === undefined || second.words.length < first.words.length)
    ? first
    : null;
}

export function percentIn(folded: string): number | null {
  const match = /\b(\d{1,3}) ?(?:%|phan tram|pt)(?: |$)/u.exec(`${folded} `);
  const value = match === null ? null : Number(match[1]);
  return value === null || value > 100 ? null : value;
}

/** The text without its first such words. */
export const without = (text: string, words: string) => ` ${text} `.replace(` ${words} `, "  ").trim();

/** "xong 2", "việc 2 là gì", "số 3": a number of the list shown. */
export function numberIn(folded: string, listed: number): number | null {
  const match =
    /(?:^|\b(?:viec|so|muc|cau|thu|xong|lam|lui|hoan|nhac|nguyen van|trich|huy|roi)(?: viec| so| muc| thu)*) (\d{1,2})(?= |$)|^(\d{1,2})(?= |$)/u.exec(
      folded,
    );
  const value = Number(match?.[1] ?? match?.[2] ?? 0);
  return value >= 1 && value <= listed ? value : null;
}
