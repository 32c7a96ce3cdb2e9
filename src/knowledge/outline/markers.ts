// What a paragraph begins with: "IV-", "Điều 3.", "5.4.2.", "a)", "-", "+".

export type MarkerStyle =
  | "part"
  | "roman"
  | "capital"
  | "article"
  | "number"
  | "paren"
  | "letter"
  | "dash"
  | "plus";

export interface Marker {
  readonly style: MarkerStyle;
  /** "IV", "Điều 3", "5.4.2", "a"; empty for dashes. */
  readonly label: string;
  /** Characters the marker takes at the start of the paragraph. */
  readonly length: number;
}

const ROMAN = /^(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,3})$/u;

interface Rule {
  readonly style: MarkerStyle;
  readonly pattern: RegExp;
  readonly label?: (match: RegExpExecArray) => string | null;
}

const number = (match: RegExpExecArray): string | null =>
  (match[1] ?? "").split(".").some((part) => Number(part) === 0)
    ? null
    : (match[1] ?? "").replace(/\b0+(?=\d)/gu, "");

const RULES: readonly Rule[] = [
  {
    style: "part",
    pattern:
      /^(?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?:(?:thứ|THỨ)\s+)?([IVX]+|\d+|nhất|hai|ba|tư|năm|NHẤT|HAI|BA|TƯ|NĂM)\s*(?:[.:–-]\s*|$|(?=\p{Lu}))/u,
    label: (match) => `Phần ${match[1]}`,
  },
  {
    style: "article",
    pattern: /^(?:Điều|ĐIỀU)\s+(\d+[a-zđ]?)\s*[.:]\s*/u,
    label: (match) => `Điều ${match[1]}`,
  },
  { style: "number", pattern: /^[IVX]+\.(\d{1,2}(?:\.\d{1,2})*)\s*[.):–-]?\s+(?=\S)/u, label: number },
  {
    style: "roman",
    pattern: /^([IVX]{1,5})\s*(?:[.):]\s*|\s*[–—-]\s*|\/\s*(?=\p{Lu}))(?=[^\s\d,;])/u,
    label: (match) => (ROMAN.test(match[1] ?? "") ? (match[1] ?? null) : null),
  },
  { style: "capital", pattern: /^([A-HĐK])\s*[.)–-]\s*(?=\p{Lu}\p{L}|["“])/u },
  {
    style: "number",
    pattern: /^(\d{1,2}(?:\.\d{1,2})+)(?!\d)\s*(?:[.:/–-]\s*(?=[^\d\s])|\s+(?=[\p{Lu}"“]))/u,
    label: number,
  },
  {
    style: "number",
    pattern: /^(\d{1,2})\s*(?:[./:](?=\D)\s*(?=[^\d\s/,;)])|\s?[–-]\s*(?=[\p{Lu}"“]))/u,
    label: number,
  },
  // "1. 100% cán bộ …" is an item, "1.100" and "3. 5" are none.
  { style: "number", pattern: /^(\d{1,2})\.\s+(?=\d{1,3}(?:[.,]\d+)?\s?%)/u, label: number },
  { style: "paren", pattern: /^\(?(\d{1,2})\)\s*(?=\S)/u, label: number },
  // "(i)", "(v)", "(x)" count in Roman, among "(ii)" and "(iv)".
  { style: "letter", pattern: /^(?!\([ivx]\))\(?([a-zđ]\d?)\)\s*(?=\S)/u },
  { style: "letter", pattern: /^([a-zđ])\.\s+(?=\p{Lu})/u },
  { style: "plus", pattern: /^[+]\s*(?=\S)/u, label: () => "" },
  { style: "dash", pattern: /^(?:[-–—−•●▪■◦‣·∙]|[\uE000-\uF8FF])\s*(?=\S)/u, label: () => "" },
];

const first = (match: RegExpExecArray): string => match[1] ?? "";

/** The marker a paragraph begins with, or null. */
export function markerOf(text: string): Marker | null {
  for (const { style, pattern, label } of RULES) {
    const match = pattern.exec(text);
    const name = match === null ? null : (label ?? first)(match);
    if (match !== null && name !== null) {
      return { style, label: name, length: match[0].length };
    }
  }
  return null;
}
