// Lists of bodies: what is one body as the paper says it, and what falls apart into several.
import { oneLine } from "../../vietnamese/text/normalise.ts";
import { DETERMINER, ENDS_WITH_PLACE, IS_KIND, IS_PLACE, PLURAL } from "./unit-words.ts";

/** Kinds whose name goes before each: "các Bộ: Quốc phòng, Công an" are "Bộ Quốc phòng", "Bộ Công an". */
const EACH = /^(?:các|những)\s+(bộ|sở|phòng|ban)$/iu;

export function eachByName(name: string, list: string): readonly string[] {
  const names = list.replace(/^:\s*/u, "").split(/\s*[,;]\s*(?:và\s+)?(?=\p{Lu})/u);
  const kind = EACH.exec(name)?.[1];
  if (list === "") {
    return [name];
  }
  // "Văn hóa, Thể thao và Du lịch" is one: the names of ministries that hold a comma.
  const whole = names
    .reduce<string[]>((kept, one) => {
      const last = kept.at(-1);
      return last === "Văn hóa" && /^Thể thao/u.test(one)
        ? [...kept.slice(0, -1), `${last}, ${one}`]
        : [...kept, one];
    }, [])
    .filter((one) => one !== "");
  return kind === undefined
    ? [`${name}${list.startsWith(":") ? "" : ":"}${list}`]
    : whole.map((one) => `${kind.slice(0, 1).toUpperCase()}${kind.slice(1).toLowerCase()} ${one}`);
}

/** "Các phòng", "ban", "đơn vị liên quan" are one body as the paper says it; "UBND xã", "Công an xã" are two. */
export function grouped(pieces: readonly string[], text: string): readonly string[] {
  const groups: string[] = [];
  for (const piece of pieces) {
    const before = groups.at(-1);
    const plural = before !== undefined && PLURAL.test(before);
    const lower = (/^\p{Ll}/u.test(piece) && !DETERMINER.test(piece)) || IS_KIND.test(piece);
    const places = before !== undefined && ENDS_WITH_PLACE.test(before) && IS_PLACE.test(piece);
    const together = before === undefined ? undefined : joined(text, before, piece);
    if (before !== undefined && ((plural && lower) || places) && together !== undefined) {
      groups[groups.length - 1] = together;
    } else {
      groups.push(piece.replace(/^(?:và)\s+/u, ""));
    }
  }
  return groups;
}

/** Two neighboring pieces with the words that stand between them in the text. */
function joined(text: string, before: string, piece: string): string | undefined {
  const line = oneLine(text);
  const start = line.indexOf(before);
  const next = line.indexOf(piece, start + before.length);
  const between = line.slice(start + before.length, next);
  return start >= 0 && next >= 0 && between.length < 40 && !between.includes(";")
    ? line.slice(start, next + piece.length)
    : undefined;
}
