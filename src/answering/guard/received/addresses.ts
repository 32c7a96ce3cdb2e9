import type { Register } from "./register.ts";
import { digitsOf } from "./register.ts";

/** An address or a number in a message, compared letter for letter with what the office vouches for. */
export type Told =
  /** `name`: whose it is, from the register; null for a state body's address that is not listed. */
  | { readonly kind: "known"; readonly text: string; readonly name: string | null }
  /** Made to look like a state body's, or like a listed one. */
  | { readonly kind: "fake"; readonly text: string }
  | { readonly kind: "unknown"; readonly text: string };

export interface Addresses {
  readonly told: readonly Told[];
  /** The text with a word in the place of each address that nobody vouches for, so that rules can speak of it. */
  readonly marked: string;
}

// Words that nobody types; the rules of safety.yaml may name them.
const MARK = { known: " địachỉthật ", fake: " địachỉgiả ", unknown: " địachỉlạ " } as const;
const NUMBER_MARK = { known: " sốthật ", fake: " sốlạ ", unknown: " sốlạ " } as const;

const SCHEME = "(?:https?:\\/\\/|www\\.)";
// Latin letters, and those of other alphabets that look Latin.
const LABEL = "[a-z0-9\\u0370-\\u04ff](?:[a-z0-9\\u0370-\\u04ff-]*[a-z0-9\\u0370-\\u04ff])?";
const TOP =
  "vn|com|net|org|info|biz|xyz|top|vip|cc|me|app|link|site|shop|online|click|club|pro|icu|live|store|space|fun|work|win|bid|io|co|asia|mobi|tv|ly|gl|tk|ml|example";
const ADDRESS = new RegExp(
  `(?<![\\p{L}\\p{N}@.-])(?:${SCHEME}(?:${LABEL}\\.)+${LABEL}|(?:${LABEL}\\.)+(?:${TOP})(?![\\p{L}\\p{N}-]))(?:[/:?#][^\\s”"'),]*)?`,
  "giu",
);
/** 1900 and 1800 numbers, as they are written; a person's own number is not judged. */
const NUMBER = /(?<![\d.])1[89]00(?:[ .-]?\d{2,4}){1,2}(?![\d])/gu;

const FOREIGN = /[^\p{ASCII}]/u;
/** Parts of listed names that a trap likes to borrow; a shorter one stands in other names by chance. */
const BORROWED_LENGTH = 5;

function hostOf(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\//u, "")
    .replace(/^www\./u, "")
    .replace(/[/?#:].*$/su, "");
}

const under = (host: string, parent: string) => host === parent || host.endsWith(`.${parent}`);

function borrows(host: string, { hosts }: Register): boolean {
  const names = [...hosts.keys()].flatMap((known) => known.split("."));
  return (
    FOREIGN.test(host) ||
    host.split(/[.-]/u).includes("gov") ||
    host.includes("govvn") ||
    host.includes("gov-vn") ||
    names.some((name) => name.length >= BORROWED_LENGTH && host.includes(name))
  );
}

function judgeAddress(text: string, register: Register): Told {
  const host = hostOf(text);
  const listed = [...register.hosts].find(([known]) => under(host, known));
  if (listed !== undefined) {
    return { kind: "known", text: host, name: listed[1] };
  }
  if (/^[a-z0-9.-]+\.gov\.vn$/u.test(host)) {
    return { kind: "known", text: host, name: null };
  }
  return { kind: borrows(host, register) ? "fake" : "unknown", text: host };
}

function judgeNumber(text: string, { numbers }: Register): Told {
  const name = numbers.get(digitsOf(text));
  return name === undefined ? { kind: "unknown", text } : { kind: "known", text, name };
}

/** Pure; linear in the text. */
export function readAddresses(text: string, register: Register): Addresses {
  const told: Told[] = [];
  const keep = (one: Told): Told => {
    if (!told.some((other) => other.text === one.text)) {
      told.push(one);
    }
    return one;
  };
  const marked = text
    .replace(ADDRESS, (found) => MARK[keep(judgeAddress(found, register)).kind])
    .replace(NUMBER, (found) => `${found}${NUMBER_MARK[keep(judgeNumber(found, register)).kind]}`);
  return { told, marked };
}
