import type { ItemNumber } from "./understanding.ts";

const ROMAN = "([ivx]{1,5})";
const NUMBER = "(\\d{1,2}(?:\\.\\d{1,2}){0,4})";
const PART = `(?:phan|muc|chuong|muc lon)\\s+(?:thu\\s+)?${ROMAN}`;

const FORMS: readonly { readonly pattern: RegExp; readonly number: number; readonly part: number }[] = [
  {
    pattern: new RegExp(
      `\\b(?:muc|tieu muc|diem|khoan|y|nhiem vu|so)\\s+(?:so\\s+)?${NUMBER}\\.?\\s*(?:,|cua|thuoc|trong|o|tai|nam trong)?\\s*${PART}\\b`,
      "u",
    ),
    number: 1,
    part: 2,
  },
  {
    pattern: new RegExp(
      `\\b${PART}\\s*[,.;:]?\\s*(?:muc|diem|khoan|tieu muc)\\s+(?:so\\s+)?${NUMBER}\\b`,
      "u",
    ),
    number: 2,
    part: 1,
  },
  {
    pattern: new RegExp(`\\b(?:muc|diem|khoan|phan)?\\s*${ROMAN}\\s*[.-]\\s*${NUMBER}\\b`, "u"),
    number: 2,
    part: 1,
  },
];
const BARE = new RegExp(
  `\\b(?:muc|tieu muc|diem|khoan|nhiem vu so|nhiem vu)\\s+(?:so\\s+)?${NUMBER}(?![\\d%/])`,
  "u",
);
const PART_ONLY = new RegExp(`\\b(?:phan|muc)\\s+${ROMAN}\\b`, "u");

/** "mục 5.5.1 phần IV", "phần IV mục 5.5.1", "IV.5.5.1", "mục III.2", "mục 4.2.1", "phần VI" from folded text. */
export function findItem(folded: string): ItemNumber | null {
  for (const { pattern, number, part } of FORMS) {
    const match = folded.match(pattern);
    if (match !== null) {
      return { number: match[number] ?? "", part: (match[part] ?? "").toUpperCase() };
    }
  }
  const bare = folded.match(BARE);
  if (bare !== null) {
    return { number: bare[1] ?? "", part: null };
  }
  const part = folded.match(PART_ONLY);
  return part === null ? null : { number: "", part: (part[1] ?? "").toUpperCase() };
}

/** "văn bản 3909", "quyết định số 146": a number without its letters, but no year. */
const BARE_NUMBER =
  /(?<!\p{L})(?:văn bản|công văn|quyết định|nghị quyết|chỉ thị|thông báo|kế hoạch|hướng dẫn)\s+(?:số\s+)?(?!20\d\d(?!\d))(\d{2,5})(?![\p{L}\d/.,%-])/iu;

/** "03-KH/BCĐ", "146/QĐ-TTg", "57-NQ/TW" or the bare "3909" as typed; null when none. */
export function findDocumentNumber(text: string): string | null {
  const match = text.match(
    /(?<![\p{L}\p{N}])\d{1,5}\s?[-/]\s?\p{L}{1,6}\d*(?:\s?[-/]\s?\p{L}{1,8}\d*){1,2}(?!\p{L})/u,
  );
  if (match !== null) {
    return match[0].replace(/\s+/gu, "");
  }
  return text.match(BARE_NUMBER)?.[1] ?? null;
}

/** "lên muc 2", "tài khoản muc 1" without accents: a level of an account, not an item of a plan. */
const LEVEL = /(?<=\b(?:len|dinh danh|tai khoan|vneid|cap do|dang ky|lam|nang)\s+)muc(?=\s+[12]\b)/giu;

/** A question without the levels that only an accent tells from items ("mức 2"). */
export const withoutLevels = (text: string) => text.replace(/mức/giu, "m-c").replace(LEVEL, "m-c");
