import { accentShare, nfc } from "../../../vietnamese/text/normalise.ts";
import { isPlainSyllable, plausibleShare } from "../../../vietnamese/text/syllable.ts";
import { quality } from "../../../vietnamese/wording/knowledge/reading.ts";

export interface TextQuality {
  readonly verdict: "good" | "junk" | "empty" | "mixed";
  /** Share of words that can be Vietnamese syllables, 0 to 1. */
  readonly share: number;
  /** Vietnamese, short: stands inside a sentence. */
  readonly why: string;
}

// Measured on the five plans, eight real papers and spoiled copies of them: good text has a share of 0.94 to 1.00 and
// accents on 0.70 to 0.91 of its words; a junk OCR layer 0.49 and 0.00; English 0.16 and 0.00; text without its accents
// 0.83 and 0.00, with 0.99 of its words Vietnamese once accents are put back.
const GOOD_SHARE = 0.8;
const GOOD_ACCENTS = 0.4;
const DOUBTFUL_SHARE = 0.5;
const DOUBTFUL_ACCENTS = 0.3;
const LOST_ACCENTS = 0.15;
const PLAIN_SHARE = 0.85;
const ENGLISH_SHARE = 0.12;
const FEW_WORDS = 12;
const WINDOW = 1500;

const ENGLISH = new Set(
  "the of and to in for is are with by on or as be this that from it an not at you can".split(" "),
);

const percent = (share: number): number => Math.round(share * 100);

/** Addresses are no words, in any language. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+/giu;

function judgeWindow(whole: string): TextQuality {
  const text = whole.replace(ADDRESS, " ");
  const words = nfc(text).match(/\p{L}[\p{L}\p{M}\p{N}]*/gu) ?? [];
  const share = plausibleShare(text);
  if (words.length === 0) {
    return { verdict: "empty", share: 0, why: quality.empty };
  }
  if (words.length < FEW_WORDS) {
    return { verdict: "good", share, why: quality.few };
  }
  const accents = accentShare(text);
  if (share >= GOOD_SHARE && accents >= GOOD_ACCENTS) {
    return { verdict: "good", share, why: quality.good(percent(share)) };
  }
  const shareOf = (test: (word: string) => boolean) => words.filter(test).length / words.length;
  if (accents < LOST_ACCENTS && shareOf(isPlainSyllable) >= PLAIN_SHARE) {
    return { verdict: "junk", share, why: quality.unaccented };
  }
  if (accents < LOST_ACCENTS && shareOf((word) => ENGLISH.has(word.toLowerCase())) >= ENGLISH_SHARE) {
    return { verdict: "mixed", share, why: quality.foreign };
  }
  const doubtful = share >= DOUBTFUL_SHARE && accents >= DOUBTFUL_ACCENTS;
  return { verdict: doubtful ? "mixed" : "junk", share, why: quality.junk(percent(share)) };
}

/** Runs of whole lines of about WINDOW characters, so that one bad page cannot hide among good ones. */
function windows(text: string): readonly string[] {
  const found: string[] = [];
  let current = "";
  for (const line of text.split("\n")) {
    if (current.length + line.length > WINDOW && current !== "") {
      found.push(current);
      current = "";
    }
    current += `${line}\n`;
  }
  // A short tail is judged with what stands before it.
  if (found.length > 0 && current.length < WINDOW / 3) {
    found.push((found.pop() ?? "") + current);
    return found;
  }
  return [...found, current];
}

/** Whether a text is Vietnamese a person could read, judged part by part. */
export function judgeText(text: string): TextQuality {
  const judged = windows(text)
    .map(judgeWindow)
    .filter((one) => one.verdict !== "empty");
  const [first] = judged;
  if (first === undefined) {
    return { verdict: "empty", share: 0, why: quality.empty };
  }
  const share = plausibleShare(text);
  const junk = judged.filter((one) => one.verdict === "junk");
  if (junk.length === judged.length) {
    return { verdict: "junk", share, why: (junk[0] ?? first).why };
  }
  if (junk.length > 0) {
    return { verdict: "mixed", share, why: quality.mixed(junk.length, judged.length) };
  }
  const doubt = judged.find((one) => one.verdict === "mixed");
  return doubt === undefined
    ? { verdict: "good", share, why: judged.length === 1 ? first.why : quality.good(percent(share)) }
    : { ...doubt, share };
}
