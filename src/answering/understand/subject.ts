// What a question is about: its words without places, years and asking.
import type { Locality } from "../../domain/document.ts";
import { oneLine } from "../../vietnamese/text/normalise.ts";
import { namesOnlyKinds, withoutAsking } from "./asking-words.ts";
import { FUNDING } from "./patterns.ts";
import { plain, withoutPlaces } from "./places.ts";

/** "hỗ trợ" beside "phối hợp" asks who helps, and is not what is looked for. */
const SUPPORT = /\bphoi hop\b/u;

/** Where the money comes from is said under one head in every plan. */
const FUNDING_SUBJECT = "kinh phí thực hiện";

/** "the nam 2026?" without accents: what leads on, not a card or a kind. */
const LEADING = /^(?:thế|thể|thẻ)\s+(?=(?:còn|năm|xã|phường|tỉnh|thì)(?!\p{L}))/iu;

/** What a correction ends on: "… cơ", "… mới đúng". */
const LAST_WORD = /(?<=\s)(?:cơ|kìa|mới đúng|mới phải|nhé|nha|nhá|cơ mà)\s*[.!?]*$/iu;

/** "do Hội Phụ nữ chủ trì đúng không": the body put forward is not what is looked for. */
const PUT_FORWARD =
  /(?<=\s)do\s+(?:\S+\s+){1,6}?(chủ trì|phụ trách|đảm nhận|làm đầu mối|lo)(?=\s.*(?:không|chứ|à|hả))/iu;

/** Artificial intelligence, not "ai" (who), where not the whole question is in capitals. */
const AI = /(?<=\p{Ll}.*)(?<!\p{L})AI(?!\p{L})/gu;

/** A name between quotation marks of at least two words. */
const QUOTED = /[“"]([^“”"]+\s[^“”"]+)[”"]/u;

/** Roles whose names are words of asking, and are looked for as they stand. */
const ROLES = ["cơ quan thường trực", "đầu mối liên hệ"];

/** "cơ quan nào làm thường trực" asks for the standing body, not for a party committee's standing members. */
const STANDING = /(cơ quan|đơn vị|phòng|ban)\s+(?:nào|mô)\s+(?:làm|là)\s+(?:cơ quan\s+)?thường trực/iu;

/** A name the papers write between quotation marks is meant as it stands, though half of it be words of asking. */
export function quoteNames(text: string, names: readonly string[]): string {
  const said = text.replace(AI, "trí tuệ nhân tạo").replace(STANDING, "$1 “cơ quan thường trực”");
  const words = said.split(/\s+/u);
  for (const name of QUOTED.test(text) ? [] : [...ROLES, ...names]) {
    const wanted = plain(name);
    const size = wanted.split(" ").length;
    const at = words.findIndex((_, i) => plain(words.slice(i, i + size).join(" ")) === wanted);
    if (at >= 0) {
      return [...words.slice(0, at), `“${name}”`, ...words.slice(at + size)].join(" ");
    }
  }
  return said;
}

/** The name a question asks for as it stands; null when the quotation is the question, or names the movement only. */
export function quotedName(text: string): string | null {
  const [quoted, name] = text.match(QUOTED) ?? [];
  const whole = quoted === undefined || quoted.length > text.length / 2 + 10;
  return name === undefined || whole || namesOnlyKinds(name) ? null : name;
}

/** A name between quotation marks is looked for whole, asking words and all: “Học từ làm việc thực tế”. */
function contentOf(text: string, localities: readonly Locality[]): string {
  const name = quotedName(text);
  if (name !== null) {
    return oneLine(`${name} ${contentOf(text.replace(QUOTED, " "), localities)}`);
  }
  const said = text.replace(LEADING, " ").replace(LAST_WORD, " ").replace(PUT_FORWARD, " $1 ");
  const bare = withoutAsking(withoutPlaces(said, localities).replace(/[?!,;:"“”()]/gu, " "));
  return oneLine(
    bare.replace(/(?<![\p{L}\d./-])(?:20\d\d|\d{1,2}[/.-]\d{1,2}[/.-]20\d\d)(?![\p{L}\d/-])/gu, " "),
  );
}

/** What to look for. `quoting` is the question with its names between quotation marks; `folded` the same without accents. */
export function subjectOf(quoting: string, folded: string, localities: readonly Locality[]): string {
  const subject = FUNDING.test(folded) ? FUNDING_SUBJECT : contentOf(quoting, localities);
  return SUPPORT.test(folded) ? oneLine(subject.replace(/(?<!\p{L})hỗ trợ(?!\p{L})/giu, " ")) : subject;
}
