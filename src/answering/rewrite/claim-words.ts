// Words of a model's sentence against the words of its passages.

import { FUNCTION_WORDS } from "../../vietnamese/lexicon/function-words.ts";
import { syllableKey } from "../../vietnamese/text/normalise.ts";

/** Words that join; they may stand anywhere. */
const JOINING = new Set(
  [...FUNCTION_WORDS, "năm", "ngày", "tháng", "nhằm", "gồm", "tức", "nêu", "ghi", "ạ"]
    .filter((word) => !word.includes(" "))
    .map(syllableKey),
);

const keys = (words: string) => new Set(words.split(" ").map(syllableKey));
/** Words that turn or tighten what is said: one that the passage does not have changes its meaning. */
const TURNING = keys("không chưa chẳng đừng cấm miễn phải chỉ mọi ngoài trừ luôn hoặc nếu tất hơn nhất");
const DENYING = keys("không chưa chẳng đừng cấm");
/** How many of what: each stands before the same word as in a passage, and as bounded as there. */
const QUANTIFIERS = keys("mỗi mọi từng một tất");
const BOUNDING = keys("nhất thiểu đa quá trên dưới");
/** Who does what hangs on what stands beside these. */
const ROLES = ["chủ trì", "phối hợp", "phụ trách", "đầu mối", "tham mưu", "chịu trách nhiệm"].map(
  (role) => ` ${role.split(" ").map(syllableKey).join(" ")} `,
);

/** Share of a sentence's content words that may stand otherwise than in its passages. */
const MOST_LOOSE = 0.2;

const WORD = /\p{L}[\p{L}\p{M}]*|\d+|[.,;:!?()\n]/gu;
const isMark = (key: string) => /^[.,;:!?()\n]$/u.test(key);

/** Syllable keys and marks of a text, in order. */
const keysOf = (text: string): readonly string[] => (text.match(WORD) ?? []).map(syllableKey);

/** Content words in order: joining words and marks gone. */
const contentOf = (all: readonly string[]) => all.filter((key) => !isMark(key) && !JOINING.has(key));

const pairsOf = (words: readonly string[]) => words.slice(1).map((word, i) => `${words[i]} ${word}`);

/**
 * Content words that do not stand beside one of their neighbors as in a passage: invented, or taken out of their place.
 * Null when they are few and single.
 */
function looseWords(claim: readonly string[], passages: readonly (readonly string[])[]): string | null {
  const words = contentOf(claim);
  const known = new Set(passages.flatMap((p) => pairsOf(contentOf(p))));
  const attached = words.map(
    (word, i) => known.has(`${words[i - 1]} ${word}`) || known.has(`${word} ${words[i + 1]}`),
  );
  const loose = words.filter((_, i) => attached[i] === false);
  const inRow = attached.some((a, i) => i > 0 && !a && attached[i - 1] === false);
  if (words.length < 2) {
    return "says nothing of its own";
  }
  return inRow || loose.length > words.length * MOST_LOOSE ? `words ${loose.slice(0, 6).join(" ")}` : null;
}

/** "không X Y" of a passage said as "X Y": the pairs that a denial stands before. */
function deniedPairs(all: readonly string[]): { readonly denied: Set<string>; readonly plain: Set<string> } {
  const [denied, plain] = [new Set<string>(), new Set<string>()];
  all.forEach((key, i) => {
    const next = all[i + 1];
    if (next === undefined || JOINING.has(key) || JOINING.has(next) || isMark(key) || isMark(next)) {
      return;
    }
    const before = all.slice(Math.max(0, i - 3), i);
    const clause = before.slice(before.findLastIndex(isMark) + 1);
    (clause.some((word) => DENYING.has(word)) ? denied : plain).add(`${key} ${next}`);
  });
  return { denied, plain };
}

/** "ít nhất một thành viên" said as "mỗi thành viên" or "một thành viên". */
function otherCount(claim: readonly string[], passages: readonly (readonly string[])[]): string | null {
  const counted = claim.find((key, i) => {
    const next = claim[i + 1];
    if (!QUANTIFIERS.has(key) || next === undefined) {
      return false;
    }
    const before = passages.flatMap((p) =>
      p.flatMap((k, at) => (k === key && p[at + 1] === next ? [p[at - 1]] : [])),
    );
    const bound = (word: string | undefined) => (word !== undefined && BOUNDING.has(word) ? word : null);
    return !before.some((word) => bound(word) === bound(claim[i - 1]));
  });
  return counted === undefined ? null : `counts ${counted} of something else`;
}

function turned(claim: readonly string[], passages: readonly (readonly string[])[]): string | null {
  const held = new Set(passages.flat());
  const added = claim.find((key) => TURNING.has(key) && !held.has(key));
  if (added !== undefined) {
    return `adds ${added}`;
  }
  const said = deniedPairs(claim);
  const read = passages.map(deniedPairs);
  const affirmed = [...said.plain].find(
    (pair) => read.some((r) => r.denied.has(pair)) && !read.some((r) => r.plain.has(pair)),
  );
  const refused = [...said.denied].find(
    (pair) => read.some((r) => r.plain.has(pair)) && !read.some((r) => r.denied.has(pair)),
  );
  const pair = affirmed ?? refused;
  return pair === undefined ? null : `turns ${pair}`;
}

/** A sentence that says who does what must stand in a passage word for word, marks aside. */
function otherRole(claim: readonly string[], passages: readonly (readonly string[])[]): string | null {
  const line = (keys: readonly string[]) => ` ${keys.filter((key) => key !== "" && !isMark(key)).join(" ")} `;
  const sentences = claim
    .join(" ")
    .split(/[.;!?]/u)
    .map((sentence) => line(sentence.split(" ")));
  const read = passages.map(line);
  const other = sentences.find(
    (said) => ROLES.some((role) => said.includes(role)) && !read.some((text) => text.includes(said)),
  );
  return other === undefined ? null : `who does what:${other}`;
}

/** Names, loan words and short forms: capitals inside a sentence, or letters that are no plain word. */
function otherNames(claim: string, support: ReadonlySet<string>): string | null {
  const inside = claim.match(/(?<![.!?:“"]\s*|^)(?<!\p{L})\p{Lu}[\p{L}\p{M}]*/gu) ?? [];
  return inside.find((name) => !support.has(syllableKey(name))) ?? null;
}

const ADDRESS = /\S*(?:[\p{L}\d-]\.\p{L}{2,}|@|https?:|www)\S*/giu;
const bare = (address: string) =>
  address
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .replace(/^https?:\/\//u, "");

function otherAddress(claim: string, passages: readonly string[]): string | null {
  const held = new Set(passages.flatMap((p) => p.match(ADDRESS) ?? []).map(bare));
  return (claim.match(ADDRESS) ?? []).find((address) => !held.has(bare(address))) ?? null;
}

const MARKUP = /[<>{}[\]`|\\]|\*\*|={3}/u;
const AGREES = /^\s*(?:có|không|đúng|phải|vâng|sai|dạ)(?!\p{L})/iu;

/** What a sentence says in words that its passages do not; null when nothing. `above` may lend words, not roles. */
export function wordProblem(
  claim: string,
  passages: readonly string[],
  above: readonly string[],
): string | null {
  if (MARKUP.test(claim) || (AGREES.test(claim) && !passages.some((p) => p.startsWith(claim.trim())))) {
    return "not a plain statement";
  }
  const said = keysOf(claim);
  const own = passages.map(keysOf);
  const all = [...own, ...above.map(keysOf)];
  const name = otherNames(claim, new Set(all.flat()));
  const address = otherAddress(claim, passages);
  return (
    (name === null ? null : `name ${name}`) ??
    (address === null ? null : `address ${address}`) ??
    turned(said, own) ??
    otherCount(said, own) ??
    otherRole(said, own) ??
    looseWords(said, all)
  );
}

/** Share of one text's content words that another has, from 0 to 1; 1 when there are none. */
export function sharedContent(text: string, within: string): number {
  const words = contentOf(keysOf(text));
  const held = new Set(keysOf(within));
  return words.length === 0 ? 1 : words.filter((word) => held.has(word)).length / words.length;
}
