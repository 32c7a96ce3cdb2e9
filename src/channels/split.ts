// Where a text may be cut, best first. A cut falls after the match.
const CUTS = [/\n\s*\n/gu, /\n/gu, /[.!?…;:]["”»)]*\s/gu, /\s/gu];

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/**
 * Cuts a text into parts of at most `max` UTF-16 units: between paragraphs, else lines, sentences, words, and in need
 * between graphemes. Only white space at the cuts is lost. An empty text has no part.
 */
export function splitText(text: string, max: number): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > max) {
    const end = cutPoint(rest, max);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== "") {
    parts.push(rest);
  }
  return parts;
}

function cutPoint(text: string, max: number): number {
  // One unit more, so that white space standing right at the limit counts as a cut.
  const window = text.slice(0, max + 1);
  for (const cut of CUTS) {
    let end = 0;
    for (const match of window.matchAll(cut)) {
      const kept = window.slice(0, match.index + match[0].length).trimEnd().length;
      if (kept <= max) {
        end = match.index + match[0].length;
      }
    }
    // A cut in the first quarter would leave a stub; the next kind of cut does better.
    if (end > max / 4) {
      return end;
    }
  }
  return graphemeCut(text, max);
}

function graphemeCut(text: string, max: number): number {
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max) {
      break;
    }
    end = index + segment.length;
  }
  // One grapheme longer than a message can hold: cut between its code points.
  return end === 0 ? max - (isHighSurrogate(text, max - 1) ? 1 : 0) : end;
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}
