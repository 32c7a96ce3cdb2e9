// Bodies as papers name them: where a name begins, where it ends, and how a list of them falls apart.
import { oneLine } from "../../vietnamese/text/normalise.ts";
import { COMMON_HEADS, COMMON_NAMES } from "./unit-heads.ts";
import { eachByName, grouped } from "./unit-lists.ts";
import {
  AND_MORE,
  BOARD,
  BOARD_VERB,
  CLOSED,
  COMMA,
  DETERMINER,
  LIST_NOUN,
  LONGEST,
  NOT_A_UNIT,
  OF_A_KIND,
  OF_BOARD,
  ORGANIZATION,
  STOP,
  TRADE,
  TRADE_VERB,
  WHERE,
} from "./unit-words.ts";

export interface UnitHints {
  /** Words a body's name begins with. */
  readonly heads: readonly string[];
  readonly units: readonly { readonly name: string; readonly otherNames: readonly string[] }[];
}

export interface UnitReader {
  /** True when words begin like the name of a body. */
  starts(words: string): boolean;
  /** Bodies named from the start of a text, and what follows them; null when none stands there. */
  at(text: string): { readonly units: readonly string[]; readonly length: number } | null;
  /** All of a cell or heading as bodies; empty when it is something else. */
  all(text: string): readonly string[];
}

// Both ways of placing a tone mark on oa, oe, uy, letter for letter, so that lengths stay the same.
const TONES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "oà òa",
    "oá óa",
    "oả ỏa",
    "oã õa",
    "oạ ọa",
    "oè òe",
    "oé óe",
    "oẻ ỏe",
    "oẽ õe",
    "oẹ ọe",
    "uỳ ùy",
    "uý úy",
    "uỷ ủy",
    "uỹ ũy",
    "uỵ ụy",
  ].map((pair) => pair.split(" ") as [string, string]),
);

/** Lower case, one blank for one blank, one way of placing tones. Accents count: "Phong trào" is no "Phòng". */
function plainKey(words: string): string {
  return words
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s/gu, " ")
    .replace(/(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu, (pair) => TONES[pair] ?? pair);
}

/** Length of the next word, with the blanks before it, if it still belongs to the name; else 0. */
function nextWord(name: string, rest: string, starts: (words: string) => boolean): number {
  const blank = /^\s+/u.exec(rest)?.[0].length ?? 0;
  const next = rest.slice(blank);
  if (blank === 0 || next === "" || /[,;:.]$/u.test(name) || /^\([^()]*\)/u.test(next)) {
    return 0;
  }
  const joins = /^(?:và|hoặc|cùng)\s+/u.exec(next)?.[0];
  const board = OF_BOARD.test(name) ? BOARD_VERB.exec(next)?.[0].length : undefined;
  const trade = TRADE.test(name) ? TRADE_VERB.exec(next)?.[0].length : board;
  const stops =
    (STOP.test(next) && trade === undefined) ||
    (CLOSED.test(name) && joins === undefined && !WHERE.test(next)) ||
    /^[–-]\s+(?!xã hội)\p{Ll}/u.test(next) ||
    (joins !== undefined && !goesOn(next.slice(joins.length), starts));
  return stops ? 0 : blank + (trade ?? /^\S+/u.exec(next)?.[0].length ?? 0);
}

/** "Ban Quản lý các khu chế xuất và công nghiệp chủ trì …": what stands between "và" and the duty is still the name. */
const UP_TO_DUTY = /^(?:[^\s,;:.]+\s+){1,6}?(?:chủ trì|có trách nhiệm|chịu trách nhiệm)(?!\p{L})/u;

function goesOn(behind: string, starts: (words: string) => boolean): boolean {
  return JOINED_NAME.test(behind) || (UP_TO_DUTY.test(behind) && !STOP.test(behind) && !starts(behind));
}

/** Behind "và" a name goes on with a capital ("Ban Tuyên giáo và Dân vận") or with one of these. */
const JOINED_NAME = /^\p{Lu}|^(?:chi bộ|đảng bộ|dân vận|công nghệ|ủy ban)/u;

/** No name in units.yaml is longer, in characters. */
const LONGEST_NAME = 90;

/** `own` are names that the paper itself uses as headings. */
export function unitReader(hints: UnitHints, own: readonly string[] = []): UnitReader {
  const heads = [...new Set([...COMMON_HEADS, ...hints.heads].map(plainKey))].sort(
    (a, b) => b.length - a.length,
  );
  const names = [...COMMON_NAMES, ...own, ...hints.units.flatMap((unit) => [unit.name, ...unit.otherNames])]
    .filter((name) => /[\s-]/u.test(name))
    .map(plainKey)
    .sort((a, b) => b.length - a.length);
  const withCommas = names.filter((name) => name.includes(","));

  const startsWith = (key: string, head: string) =>
    key.startsWith(head) && !/[\p{L}\p{N}]/u.test(key.slice(head.length, head.length + 1));

  const starts = (words: string): boolean => {
    const bare = words.trimStart().replace(/^[“"]/u, "").replace(DETERMINER, "");
    if (NOT_A_UNIT.test(bare)) {
      return false;
    }
    // "Tổ chức" opens a body's name only behind "các" or before its kind; else it is the verb.
    if (/^tổ chức(?!\p{L})/iu.test(bare)) {
      return (
        (bare !== words.trimStart() && !/^Tổ/u.test(bare)) || (ORGANIZATION.test(bare) && /^t/u.test(bare))
      );
    }
    const key = plainKey(bare.slice(0, LONGEST_NAME));
    return heads.some((head) => startsWith(key, head)) || names.some((name) => startsWith(key, name));
  };

  /** Commas that belong to a known name ("Phòng Kinh tế, Hạ tầng và Đô thị") set aside while a list is split. */
  const guarded = (line: string): string => {
    let kept = line;
    for (const name of withCommas) {
      for (let at = plainKey(kept).indexOf(name); at >= 0; at = plainKey(kept).indexOf(name, at + 1)) {
        kept =
          kept.slice(0, at) +
          kept.slice(at, at + name.length).replace(/,/gu, COMMA) +
          kept.slice(at + name.length);
      }
    }
    return kept;
  };

  /** Length of one body's name at the start of `text`. */
  const nameLength = (text: string): number => {
    const lead = DETERMINER.exec(text)?.[0].length ?? 0;
    const key = plainKey(text.slice(lead));
    const known = names.find((name) => startsWith(key, name));
    const first = BOARD.exec(text.slice(lead))?.[0] ?? /^\S+/u.exec(text.slice(lead))?.[0] ?? "";
    let end = lead + (known ?? first).length;
    for (let words = 0; words < LONGEST; words++) {
      const more = nextWord(text.slice(0, end), text.slice(end), starts);
      if (more === 0) {
        break;
      }
      end += more;
    }
    return text.slice(0, end).replace(/[\s,;:.]+$/u, "").length;
  };

  /** Length of ": Quốc phòng, Giáo dục và Đào tạo" behind "các Bộ"; 0 when no such list stands there. */
  const byName = (name: string, behind: string): number => {
    const colon = OF_A_KIND.test(name) ? /^\s*:\s*(?=\p{Lu})/u.exec(behind)?.[0].length : undefined;
    if (colon === undefined) {
      return 0;
    }
    let end = colon;
    for (;;) {
      let one = /^\S+/u.exec(behind.slice(end))?.[0].length ?? 0;
      for (let words = 0; words < LONGEST; words++) {
        const more = nextWord(behind.slice(end, end + one), behind.slice(end + one), starts);
        if (more === 0) {
          break;
        }
        one += more;
      }
      end += one;
      const bare = behind.slice(0, end).replace(/[\s,;.:]+$/u, "").length;
      const link = /^\s*(?:[,;]\s*(?:và\s+)?|và\s+)(?=\p{Lu})/u.exec(behind.slice(bare));
      if (link === null || one === 0) {
        return bare;
      }
      end = bare + link[0].length;
    }
  };

  /** "Công an xã và Trạm Y tế xã" are two; the "và" of a known name joins. */
  const apart = (name: string): readonly string[] => {
    const key = plainKey(name);
    const inside = (at: number) =>
      names.some((known) => {
        const start = key.indexOf(known);
        return start >= 0 && start < at && at < start + known.length;
      });
    const cut = [...name.matchAll(/\s+và\s+(?=\p{Lu}|(?:các|những|một số)\s(?!tổ chức thành viên))/gu)].find(
      (link) => !inside(link.index) && starts(name.slice(link.index + link[0].length)),
    );
    return cut === undefined
      ? [name]
      : [name.slice(0, cut.index), ...apart(name.slice(cut.index + cut[0].length))];
  };

  const at: UnitReader["at"] = (text) => {
    const units: string[] = [];
    let end = 0;
    let rest = text;
    while (starts(rest) || (units.length > 0 && LIST_NOUN.test(rest) && !STOP.test(rest))) {
      const length = nameLength(rest);
      if (length === 0) {
        break;
      }
      const listed = byName(rest.slice(0, length), rest.slice(length));
      units.push(...eachByName(oneLine(rest.slice(0, length)), oneLine(rest.slice(length, length + listed))));
      end = text.length - rest.length + length + listed;
      const aside = /^\s*\([^()]*\)/u.exec(text.slice(end))?.[0].length ?? 0;
      const link = /^\s*(?:[,;]\s*(?:và\s+)?|(?:và|cùng)\s+(?:với\s+)?)/u.exec(text.slice(end + aside));
      if (link === null) {
        end += aside;
        break;
      }
      rest = text.slice(end + aside + link[0].length);
    }
    return units.length === 0 ? null : { units: grouped(units, text).flatMap(apart), length: end };
  };

  const isName = (piece: string, listed: boolean): boolean => {
    const known = starts(piece) && (listed || /\s/u.test(piece) || /^\p{Lu}{3,}$/u.test(piece));
    return (
      (known || (listed && LIST_NOUN.test(piece))) &&
      nameLength(piece.replace(AND_MORE, " ")) >= piece.replace(AND_MORE, " ").length
    );
  };

  // The splitter of flattened tables asks about the same stretches again and again.
  const asked = new Map<string, readonly string[]>();
  const split = (text: string): readonly string[] => {
    const line = oneLine(text).replace(/^[-–\s]+|[\s;,.:]+$/gu, "");
    const pieces = guarded(line)
      .split(
        /\s*[;]\s*(?:[-–]\s*)?|\s*,\s*|\s+và\s+(?=(?:cơ quan|đơn vị|địa phương)(?:,|\s(?:có )?liên quan))/u,
      )
      .filter((piece) => piece !== "")
      .map((piece) => piece.replaceAll(COMMA, ","));
    // "Sở, ban, ngành": a single word is a name only at the head of a list.
    const list = pieces.length > 1 && /^\p{L}+$/u.test(pieces[0] ?? "");
    return pieces.length > 0 && pieces.every((piece, i) => isName(piece, list || i > 0))
      ? grouped(pieces, line).flatMap(apart)
      : [];
  };

  const all: UnitReader["all"] = (text) => {
    let found = asked.get(text);
    if (found === undefined) {
      found = starts(text.replace(/^[-–\s]+/u, "")) ? split(text) : [];
      asked.set(text, found);
    }
    return found;
  };

  return { starts, at, all };
}
