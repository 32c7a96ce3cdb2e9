// The marks of a syllable: its tone and its marked letters.

export interface Marks {
  /** As numbered by `syllableKey`: none 0, huyền 1, sắc 2, ngã 3, hỏi 4, nặng 5. */
  readonly tone: number;
  /** Marked letters in order: "đươ" for "đường". */
  readonly letters: string;
}

/** Marks of a syllable key. */
export function marksOf(key: string): Marks {
  const last = key.charCodeAt(key.length - 1) - 48;
  return {
    tone: key.length > 1 && last >= 1 && last <= 5 ? last : 0,
    letters: key.replace(/[^ăâêôơưđ]/gu, ""),
  };
}
