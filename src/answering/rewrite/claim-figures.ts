// Figures of a model's sentence against those of its passages: the same figure, of the same thing, in the same year.
import { syllableKey } from "../../vietnamese/text/normalise.ts";

interface Token {
  readonly key: string;
  readonly kind: "word" | "figure" | "comma" | "stop";
}

const PIECE = /\d+(?:[./,-]\d+)*|%|\p{L}[\p{L}\p{M}]*|[.;!?\n]|[,:()“”"–—-]/gu;

/** "01" and "1" are one figure, "1.000" and "1000" too. */
const plainFigure = (text: string) =>
  text.replace(/(?<!\d)0+(?=\d)/gu, "").replace(/\.(?=\d{3}(?!\d))/gu, "");

function tokensOf(text: string): readonly Token[] {
  const spaced = text.replace(/(20\d\d)\s*[-–—]\s*(20\d\d)/gu, "$1 $2");
  return (spaced.match(PIECE) ?? []).map((piece): Token => {
    if (/^\d/u.test(piece)) {
      return { key: plainFigure(piece), kind: "figure" };
    }
    if (/^[.;!?\n]$/u.test(piece)) {
      return { key: piece, kind: "stop" };
    }
    return piece === "%" || /^\p{L}/u.test(piece)
      ? { key: syllableKey(piece), kind: "word" }
      : { key: piece, kind: "comma" };
  });
}

const isYear = (token: Token | undefined) =>
  token !== undefined && token.kind === "figure" && /^(?:19|20)\d\d$/u.test(token.key);
const isDate = (token: Token) => token.kind === "figure" && token.key.includes("/");

/** What bounds a figure, by sense: a sentence may say it in another of these words, never drop or add it. */
const BOUNDS: readonly (readonly [string, readonly string[]])[] = [
  ["least", ["ít nhất", "tối thiểu", "trên", "hơn", "từ"]],
  ["most", ["dưới", "tối đa", "không quá"]],
  ["about", ["khoảng", "gần"]],
  ["before", ["trước", "chậm nhất", "hết"]],
  ["after", ["sau"]],
  ["until", ["đến", "tới"]],
];
const BOUND_WORDS = BOUNDS.map(
  ([sense, phrases]) => [sense, phrases.map((p) => ` ${p.split(" ").map(syllableKey).join(" ")} `)] as const,
);

/** Bounds in the three words before a figure, up to the last mark or figure. */
function boundsAt(tokens: readonly Token[], at: number): string {
  const near: string[] = [];
  for (let i = at - 1; i >= 0 && near.length < 4 && tokens[i]?.kind === "word"; i--) {
    near.unshift(tokens[i]?.key ?? "");
  }
  const line = ` ${near.join(" ")} `;
  const found = BOUND_WORDS.filter(([, phrases]) => phrases.some((p) => line.includes(p))).map(([s]) => s);
  // "đến năm 2026" and "năm 2026" are said alike of a target year.
  const senses = isYear(tokens[at]) ? found.filter((s) => s !== "until") : found;
  return senses.join(" ");
}

/** The two words a quantity counts: "% người", "máy tính"; "" at the end of a clause. */
function countedAt(tokens: readonly Token[], at: number): string {
  const size = tokens[at + 1]?.key === "%" ? 3 : 2;
  const next: string[] = [];
  for (let i = at + 1; next.length < size && tokens[i]?.kind === "word"; i++) {
    next.push(tokens[i]?.key ?? "");
  }
  return next.join(" ");
}

/** The year a quantity is said of: the last one before it in its sentence, else the next one there, else the last before. */
function yearAt(tokens: readonly Token[], at: number): string | null {
  const start = tokens.slice(0, at).findLastIndex((t) => t.kind === "stop") + 1;
  const end = tokens.findIndex((t, i) => i > at && t.kind === "stop");
  const before = tokens.slice(start, at).findLast(isYear);
  const after = tokens.slice(at + 1, end < 0 ? undefined : end).find(isYear);
  return (before ?? after ?? tokens.slice(0, start).findLast(isYear))?.key ?? null;
}

interface Held {
  readonly own: readonly Token[];
  readonly above: readonly Token[];
}

const figures = (tokens: readonly Token[]) => tokens.flatMap((t) => (t.kind === "figure" ? [t.key] : []));

function sameFigure(claim: readonly Token[], at: number, { own, above }: Held): boolean {
  const token = claim[at];
  if (token === undefined) {
    return false;
  }
  const places = own.flatMap((t, i) => (t.kind === "figure" && t.key === token.key ? [i] : []));
  if (places.length === 0) {
    // Titles lend years and their own numbers, nothing that is counted.
    return isYear(token) && boundsAt(claim, at) === "";
  }
  const years = figures(above).filter((f) => /^20\d\d$/u.test(f));
  return places.some((place) => {
    if (boundsAt(claim, at) !== boundsAt(own, place)) {
      return false;
    }
    if (isYear(token) || isDate(token)) {
      return true;
    }
    const [said, read] = [yearAt(claim, at), yearAt(own, place)];
    const manyYears = new Set(figures(own).filter((f) => /^20\d\d$/u.test(f))).size > 1;
    const unsaid = said === null && !manyYears;
    const titled = said !== null && read === null && years.includes(said);
    const rightYear = said === read || unsaid || titled;
    return countedAt(claim, at) === countedAt(own, place) && rightYear;
  });
}

const SPELLED = new Set(
  "hai ba bốn sáu bảy tám chín mười mươi trăm nghìn ngàn triệu tỷ tỉ rưỡi nửa".split(" ").map(syllableKey),
);

function carries(claim: readonly Token[], held: Held): boolean {
  const known = new Set(figures([...held.own, ...held.above]));
  return claim.every((t, at) => t.kind !== "figure" || (known.has(t.key) && sameFigure(claim, at, held)));
}

const AIMS = /phấn đấu/iu;

/**
 * What is wrong with a sentence's figures; null when one single passage carries them all, each with its bounds, the thing
 * it counts and its year, and with the passage's “phấn đấu”.
 */
export function figureProblem(
  claim: string,
  sources: readonly { readonly text: string; readonly where: string }[],
): string | null {
  const said = tokensOf(claim);
  const read = sources.map((s) => ({ own: tokensOf(s.text), above: tokensOf(s.where), source: s }));
  const spelled = said.find(
    (t) => SPELLED.has(t.key) && !read.some((r) => r.own.some((o) => o.key === t.key)),
  );
  if (spelled !== undefined) {
    return `number word ${spelled.key}`;
  }
  const counted = figures(said);
  if (counted.length === 0) {
    return null;
  }
  const carrier = read.find((r) => carries(said, r));
  if (carrier === undefined) {
    return `figures ${counted.join(", ")}`;
  }
  const aimed = AIMS.test(carrier.source.text) || AIMS.test(carrier.source.where);
  return aimed && said.some((t) => t.key === "%") && !AIMS.test(claim) ? "drops phấn đấu" : null;
}
