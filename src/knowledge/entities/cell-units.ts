// The bodies a cell or a label names: a list of known bodies, else as far as the paper's own words can be told apart.
import { bodyOf } from "./responsible-unit.ts";
import type { UnitReader } from "./units.ts";

/** "- Công an xã - Trạm Y tế xã": lines of one cell, run together. */
function items(words: string): readonly string[] {
  return /^[-–+•]\s/u.test(words)
    ? words.split(/(?:^|\s)[-–+•]\s+(?=\p{Lu})/u).filter((one) => one !== "")
    : [words];
}

/** "… Công nghệ Sở Công Thương": a body's name right behind another's, where a line of the cell ended. */
const GLUED =
  /(?<=[\p{Ll})])(?<!(?:của|thuộc|và|tại|với|đốc|tra|phòng|đạo|trưởng|thư|ủy|uỷ|viên|chức|tịch|ban|quyền|đoàn|sự|gồm|là|cấp|các))\s+(?=(?:Sở|Phòng(?! (?:thủ|cháy|chống|ngừa))|UBND|Ủy ban nhân dân|Công an|Trạm Y tế|Hội (?:Liên|Nông|Cựu|Phụ|LHPN)|Đoàn (?:Thanh|TN)|MTTQ|UBMTTQ)\s)/gu;

/** Where a list falls apart: before each piece that begins like a body's name. */
function pieces(words: string, units: UnitReader): readonly string[] {
  const cuts = [...words.matchAll(/\s*[;,]\s*(?:và\s+)?|\s+và\s+(?=\p{Lu}|các\s)/gu)].filter(
    ({ 0: link, index }) =>
      link.includes(";") ||
      (units.starts(words.slice(index + link.length)) &&
        /^\p{Lu}|^các\s/u.test(words.slice(index + link.length))),
  );
  const ends = [...cuts.map(({ index }) => index), words.length];
  const starts = [0, ...cuts.map(({ 0: link, index }) => index + link.length)];
  return starts.map((start, i) => words.slice(start, ends[i]).trim()).filter((piece) => piece !== "");
}

export interface CellBodies {
  readonly units: readonly string[];
  /** Bodies that act beside the one that is in charge: "Sở Nội vụ chủ trì …; Sở Tư pháp … chủ động …". */
  readonly along: readonly string[];
}

/** "Công an xã rà soát …; các thôn lập danh sách …": a label that says what each body does. */
function told(words: string, units: UnitReader): CellBodies | null {
  const sentence = words.split(/\.\s+(?=\p{Lu})/u, 1)[0] ?? "";
  const clauses = sentence.split(/;\s*/u).map((clause) => ({ clause, named: units.at(clause) }));
  const acts = clauses.flatMap(({ clause, named }) =>
    named === null ? [] : [{ names: named.units, rest: clause.slice(named.length).trim() }],
  );
  if (acts.length < clauses.length || !acts.some(({ rest }) => /^\p{Ll}/u.test(rest))) {
    return null;
  }
  const charged = acts.filter(({ rest }) => /^(?:là\s.{0,40})?chủ trì(?!\p{L})/u.test(rest));
  const inCharge = charged.length > 0 ? charged : acts;
  return {
    units: inCharge.flatMap(({ names }) => names),
    along:
      charged.length > 0 ? acts.filter((one) => !charged.includes(one)).flatMap(({ names }) => names) : [],
  };
}

/** "Theo phân công tại Quyết định số …": who it is stands elsewhere. */
const ELSEWHERE = /^theo\s+(?:sự\s+)?(?:phân công|nhiệm vụ|quyết định|kế hoạch|văn bản|chức năng)(?!\p{L})/iu;

export function cellBodies(words: string, units: UnitReader): CellBodies {
  if (ELSEWHERE.test(words)) {
    return { units: [], along: [] };
  }
  const bare = words.replace(/^[;,.\s]+|[;,.\s]+$/gu, "");
  const found = items(bare)
    .flatMap((item) => item.split(GLUED))
    .map((item) => ({ item: item.replace(/^[-–\s]+|[;,.\s]+$/gu, ""), known: units.all(item) }))
    .filter(({ item }) => item !== "");
  if (found.every(({ known }) => known.length > 0)) {
    return { units: found.flatMap(({ known }) => known).map(bodyOf), along: [] };
  }
  const said = told(bare, units);
  if (said !== null) {
    return { units: said.units.map(bodyOf), along: said.along.map(bodyOf) };
  }
  const apart = found.flatMap(({ item, known }) =>
    known.length > 0
      ? known
      : pieces(item, units).flatMap((piece) => {
          const own = units.all(piece);
          return own.length > 0 ? own : [piece];
        }),
  );
  return { units: apart.map(bodyOf), along: [] };
}
