// Where a sentence ends in Vietnamese administrative prose.
import { nfc } from "./normalise.ts";

/** Abbreviations whose dot ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:TP|TX|TT|P|Q|ThS|TS|PGS|GS|BS|Mr|Mrs|Dr|Số|tr|v\.v|vv|VD|vd|[IVX]{1,5}|\p{N}{1,2}(?:\.\p{N}+)*)\.$/u;

/** Sentences of a text, trimmed; a line break between paragraphs ends one as well. */
export function sentences(text: string): readonly string[] {
  const found: string[] = [];
  for (const paragraph of nfc(text).split(/\n\s*\n|\n(?=\s*[-+•*]\s)/u)) {
    let start = 0;
    for (const stop of paragraph.matchAll(/[.!?…]+["”’)]*(?=\s+[\p{Lu}\p{N}"“‘(-]|\s*$)|;(?=\s*\n)/gu)) {
      const end = stop.index + stop[0].length;
      if (!ABBREVIATION.test(paragraph.slice(start, end))) {
        found.push(paragraph.slice(start, end));
        start = end;
      }
    }
    found.push(paragraph.slice(start));
  }
  return found.map((sentence) => sentence.replace(/\s+/gu, " ").trim()).filter((sentence) => sentence !== "");
}
