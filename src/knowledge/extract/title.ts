// A paper's title: the line that names its kind and what it is about.
import { fold, oneLine } from "../../vietnamese/text/normalise.ts";
import { isKindLine } from "../outline/document-parts.ts";

const PROPER = [
  "Việt Nam",
  "Hồ Chí Minh",
  "Chính phủ",
  "Thủ tướng",
  "Quốc hội",
  "Bộ Chính trị",
  "Ban Bí thư",
];

/** "214/NQ-CP", "18-KH/TU", "5G": signs of papers and the like keep their capitals. */
const SIGN = /^(?:\d.*[/-].*\p{Lu}.*|\p{Lu}{2,5}[-/]\p{Lu}.*|\d+G[,;.]?)$/u;

/** Capitals in sentence case; quoted names keep their first letter large, and known names theirs. */
function calm(title: string, names: readonly string[]): string {
  if (/\p{Ll}/u.test(title)) {
    return title;
  }
  const lower = title
    .split(" ")
    .map((word) => (SIGN.test(word) ? word.replace(/TTG/u, "TTg") : word.toLowerCase()))
    .join(" ")
    .replace(/([“"])(\p{Ll})/gu, (_, mark: string, letter: string) => mark + letter.toUpperCase())
    .replace(/(?<!\p{L})(?:ubnd|hđnd|mttq|ai|tw)(?!\p{L})/giu, (word) => word.toUpperCase());
  return [...PROPER, ...names].reduce((kept, name) => named(kept, name), lower);
}

function named(title: string, name: string): string {
  const at = title.toLowerCase().indexOf(name.toLowerCase());
  const behind = title.slice(at + name.length);
  return at < 0 || /^\p{L}/u.test(behind) || /\p{L}$/u.test(title.slice(0, at))
    ? title
    : title.slice(0, at) + name + named(behind, name);
}

/** Lines under a kind that are no title: who decides, whom it is to. */
const NOT_TITLE =
  /^\(.*\)$|^(?:CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG|GIÁM ĐỐC|BAN THƯỜNG VỤ|THỦ TƯỚNG|BỘ TRƯỞNG)\s|^Kính gửi/u;

/** What ends the lines a letter's subject may take, when the page sets it in a narrow column. */
const AFTER_SUBJECT = /^(?:Kính gửi|CỘNG H|Độc lập|Số\s*:|Nơi nhận)|,\s*ngày(?!\p{L})/u;

/** What an official letter is about, over as many lines as it takes under its number. */
function about(head: readonly string[]): string {
  const at = head.findIndex((line) => /V\/v[:\s]/iu.test(line));
  const first = /V\/v[:\s]\s*(.+)$/iu.exec(oneLine(head[at] ?? ""))?.[1];
  if (first === undefined) {
    return "";
  }
  const rest = head.slice(at + 1);
  const end = rest.findIndex((line) => AFTER_SUBJECT.test(oneLine(line)));
  // Only where the subject is followed by the addressee is what stands between its own.
  return oneLine(["V/v", first, ...rest.slice(0, Math.max(0, end))].join(" "));
}

export interface Titled {
  /** The line that names the kind; undefined when there is none. */
  readonly kindLine: string | undefined;
  readonly title: string;
}

/** `names` are written with their own capitals when the title is all capitals. */
export function titleOf(head: readonly string[], names: readonly string[] = []): Titled {
  const at = head.findIndex(isKindLine);
  if (at < 0) {
    return { kindLine: undefined, title: about(head) };
  }
  const lines = head.slice(at).filter((line) => /\p{L}/u.test(line) && !NOT_TITLE.test(line));
  const annex = /^phu luc|^danh muc|^phu bieu/u.test(fold(lines[0] ?? ""));
  const [first = "", ...rest] = lines.map((line) => calm(line, names)).map((line) => oneLine(line));
  // An annex repeated at the top of its pages says its title twice.
  const subject = rest.filter((line, i) => rest.indexOf(line) === i && !isKindLine(line)).join(" ");
  const name = first.slice(0, 1).toUpperCase() + first.slice(1);
  const begins =
    /^(?:UBND|HĐND|V\/v)/u.test(subject) || annex
      ? subject
      : subject.slice(0, 1).toLowerCase() + subject.slice(1);
  const title = oneLine(`${name} ${annex ? begins.slice(0, 1).toUpperCase() + begins.slice(1) : begins}`);
  return { kindLine: head[at], title: title.replace(/\bv\/v\b/iu, "V/v") };
}
