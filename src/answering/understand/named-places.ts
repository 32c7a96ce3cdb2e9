// Which loaded places a message names. The name as typed decides: neighbours differ in one tone mark, and some are alike.
import type { Locality, LocalitySlug } from "../../domain/document.ts";
import { PROVINCES } from "../../vietnamese/lexicon/asking-phrases.ts";
import { accentShare, fold, toneKey } from "../../vietnamese/text/normalise.ts";
import { plain } from "./places.ts";

export interface NamedPlaces {
  /** In the order they stand there. */
  readonly named: readonly LocalitySlug[];
  /** Several places bear the name as it was typed: which one is meant must be asked. */
  readonly doubtful: readonly LocalitySlug[];
  /** A name that is a loaded one but for its tone marks, level or province; as typed. */
  readonly stranger: string | null;
}

/** From this share of marked syllables on a message is typed with accents. */
const ACCENTED = 0.2;

const LEVEL = /^(xã|phường|tỉnh|huyện|quận|thị trấn|thị xã|thành phố|đặc khu|xa|phuong|tinh|huyen)$/iu;
/** Words before a name that make it a place. */
const AT = /^(ở|tại|của|o|tai|cua)$/iu;

interface Span {
  readonly at: number;
  readonly size: number;
  readonly bearers: readonly Bearer[];
}

interface Bearer {
  readonly locality: Locality;
  readonly syllables: readonly string[];
}

interface Message {
  readonly words: readonly string[];
  readonly folded: readonly string[];
  readonly accented: boolean;
}

const wordsOf = (text: string) => text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];

/** Names are asked of every locality at every question; localities do not change while an edition serves. */
const known = new WeakMap<readonly Locality[], ReadonlyMap<string, readonly Bearer[]>>();

/** Every name by its folded words. */
function namesOf(localities: readonly Locality[]): ReadonlyMap<string, readonly Bearer[]> {
  const before = known.get(localities);
  if (before !== undefined) {
    return before;
  }
  const names = new Map<string, Bearer[]>();
  for (const locality of localities) {
    for (const name of [locality.name, locality.shortName, ...locality.otherNames]) {
      const syllables = wordsOf(name);
      const key = plain(name);
      if (key.length > 2) {
        names.set(key, [...(names.get(key) ?? []), { locality, syllables }]);
      }
    }
  }
  known.set(localities, names);
  return names;
}

const LONGEST = 8;

/** Longer names win over names inside them. */
function spansIn({ folded }: Message, names: ReadonlyMap<string, readonly Bearer[]>): readonly Span[] {
  const spans: Span[] = [];
  for (let size = Math.min(LONGEST, folded.length); size > 0; size--) {
    for (let at = 0; at + size <= folded.length; at++) {
      const bearers = names.get(folded.slice(at, at + size).join(" "));
      const taken = spans.some((other) => at < other.at + other.size && at + size > other.at);
      if (bearers !== undefined && !taken) {
        spans.push({ at, size, bearers });
      }
    }
  }
  return spans.sort((a, b) => a.at - b.at);
}

/** A syllable typed without any mark may be any; one with a mark is that one, wherever the tone mark is placed. */
const mayBe = (typed: string, meant: string) =>
  fold(typed) === typed.toLowerCase() || toneKey(typed) === toneKey(meant);

const isExactly = (typed: string, meant: string) => toneKey(typed) === toneKey(meant);

const bearing = (
  { bearers, at }: Span,
  { words }: Message,
  same: (typed: string, meant: string) => boolean,
): readonly Bearer[] =>
  bearers.filter(({ syllables }) => syllables.every((meant, i) => same(words[at + i] ?? "", meant)));

const PROVINCE_NAMES: readonly string[] = PROVINCES.map((name) =>
  plain(name).replace(/^(?:thanh pho|thua thien) /u, ""),
);

/** The province said right behind a name: "Tân Hòa, Đồng Tháp", "xã Tân Hòa tỉnh Đồng Tháp". */
function provinceBehind({ at, size }: Span, { folded }: Message): string | null {
  const rest = folded
    .slice(at + size)
    .join(" ")
    .replace(/^(?:(?:o|tai|cua|thuoc|tinh|thanh pho|tp) )*/u, "");
  return PROVINCE_NAMES.find((name) => `${rest} `.startsWith(`${name} `)) ?? null;
}

/** The level said right before a name that does not hold it. */
function levelBefore({ at }: Span, { words }: Message): string | null {
  const one = words[at - 1] ?? "";
  const two = `${words[at - 2] ?? ""} ${one}`;
  return [two, one].find((said) => LEVEL.test(said)) ?? null;
}

const levelOf = (locality: Locality) =>
  plain(locality.name).slice(0, -plain(locality.shortName).length).trim();

/** Bearers of a name that what stands around it does not rule out. */
function fitting(
  span: Span,
  message: Message,
  bearers: readonly Bearer[],
  names: ReadonlyMap<string, readonly Bearer[]>,
) {
  const level = levelBefore(span, message);
  const said = level === null ? "" : plain(level);
  const levelled = bearers.filter(
    ({ locality, syllables }) =>
      said === "" || plain(locality.name) === plain(syllables.join(" ")) || levelOf(locality) === said,
  );
  const province = provinceBehind(span, message);
  const there = levelled.filter(
    ({ locality }) => locality.province !== null && plain(locality.province) === province,
  );
  if (province === null || there.length > 0) {
    return there.length > 0 ? there : levelled;
  }
  // The province may be a place of its own ("Thanh Thủy với Tuyên Quang"), or the paper does not say whose the place is.
  return levelled.filter(({ locality }) => locality.province === null || names.has(province));
}

function readSpan(span: Span, message: Message, names: ReadonlyMap<string, readonly Bearer[]>) {
  const exact = fitting(span, message, bearing(span, message, isExactly), names);
  const marked = message.words.slice(span.at, span.at + span.size).some((word) => accentShare(word) > 0);
  const possible = fitting(span, message, bearing(span, message, mayBe), names);
  const meant = (marked || message.accented) && exact.length > 0 ? exact : possible;
  return [...new Set(meant.map(({ locality }) => locality.slug))];
}

/** Is a name that no loaded place bears written as a place? "tiền bỏ" is not the commune of Tiến Bộ. */
function asPlace(span: Span, message: Message): string | null {
  const name = message.words.slice(span.at, span.at + span.size);
  const level = levelBefore(span, message);
  const holdsLevel = LEVEL.test(name[0] ?? "");
  const capital = name.slice(holdsLevel ? 1 : 0).every((word) => /^\p{Lu}/u.test(word));
  const placed = holdsLevel || level !== null || capital || AT.test(message.words[span.at - 1] ?? "");
  return placed ? [...(level === null ? [] : [level]), ...name].join(" ") : null;
}

/** `typed` as it came; `text` with slips undone, in which names are looked for that are not in `typed`. */
export function findPlaces(
  typed: string,
  text: string,
  localities: readonly Locality[],
  chosen: LocalitySlug | null,
): NamedPlaces {
  const names = namesOf(localities);
  const read = (from: string): NamedPlaces & { readonly any: boolean } => {
    const words = wordsOf(from);
    const message = { words, folded: words.map(fold), accented: accentShare(typed) > ACCENTED };
    const named: LocalitySlug[] = [];
    const doubtful: LocalitySlug[] = [];
    let stranger: string | null = null;
    const spans = spansIn(message, names);
    for (const span of spans) {
      const meant = readSpan(span, message, names);
      const own = meant.length > 1 && chosen !== null && meant.includes(chosen) ? [chosen] : meant;
      if (own.length > 1) {
        doubtful.push(...own);
      } else if (own.length === 1) {
        named.push(...own);
      } else {
        stranger ??= asPlace(span, message);
      }
    }
    return {
      named: [...new Set(named)],
      doubtful: [...new Set(doubtful)].filter((slug) => !named.includes(slug)),
      stranger,
      any: spans.length > 0,
    };
  };
  const asTyped = read(typed);
  return asTyped.any ? asTyped : read(text);
}
