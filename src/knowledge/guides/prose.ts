// Everything a guide says to its reader, piece by piece, with the place where it stands.

import type { Guide } from "../../domain/document.ts";

export interface Prose {
  /** Where: "bước 3", "hay gặp 1", "an toàn". */
  readonly place: string;
  readonly text: string;
}

export function proseOf(guide: Guide): readonly Prose[] {
  const single = (place: string, text: string | null): Prose[] => (text === null ? [] : [{ place, text }]);
  const many = (place: string, texts: readonly string[]): Prose[] =>
    texts.map((text, index) => ({ place: `${place} ${index + 1}`, text }));
  return [
    ...single("tiêu đề", guide.title),
    ...single("tóm tắt", guide.summary),
    ...many("chuẩn bị", guide.needs),
    ...single("thời gian", guide.time),
    ...single("chi phí", guide.cost),
    ...many("bước", guide.steps),
    ...many("hay gặp", guide.troubles),
    ...single("an toàn", guide.safety),
    ...single("gặp ai", guide.person),
  ];
}

/** Without “button names”: they are as on the screen, whatever the language. */
export function withoutButtons(text: string): string {
  return text.replace(/“[^”]*”/gu, " ");
}
