// Figures a question brings, and what it wants counted. All from folded text.

/** "có đúng là 70% không": shares the asker takes for given, in percent. */
export function percentsIn(folded: string): readonly number[] {
  const found = folded.matchAll(/(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)\s*(?:%|phan tram)/gu);
  return [...found].map((match) => Number((match[1] ?? "").replace(",", ".")));
}

/** Words after "mấy", "bao nhiêu" that ask for something else than a count of things. */
const NO_COUNT =
  /^(phan|tien|trieu|ty|dong|nghin|lau|gio|thang|nam|ngay|tuan|lan|viec|nhiem|muc|giai|%|thi|la|so|diem|tuoi)\b/u;

/** What is to be counted ("mentee" in "mấy mentee"); null when no count is asked. */
export function countedIn(folded: string): string | null {
  const match = folded.match(
    /(?:\bbao nhieu|(?<=\S )(?<!\b(?:cho|voi|cua|ke|coi) )may) ((?!nao\b|gi\b)[a-z]\S*)(.*)/u,
  );
  const [, noun = "", rest = ""] = match ?? [];
  // "mấy cái … nào" says "which ones", not "how many"; people are counted under many names.
  const plural = /\bmay\b/u.test(match?.[0] ?? "") && /\b(nao|gi|chi|mo)\b/u.test(rest);
  return noun === "" || plural || noun === "nguoi" || NO_COUNT.test(`${noun} `) ? null : noun;
}
