// Lines to paragraphs: what a page or column width broke is put together again.

import type { Line } from "../text/lines.ts";
import { join, type SourceText } from "../text/source-text.ts";
import type { Table } from "../text/table-columns.ts";
import { labelAt } from "./labels.ts";
import { type Marker, markerOf } from "./markers.ts";

export interface Paragraph {
  readonly words: SourceText;
  readonly marker: Marker | null;
  readonly head: number;
  readonly bold: boolean;
  readonly table: Table | null;
}

const ENDED = /[.;:!?…]["”’)\]]*$|\/\.$/u;
const HUNGRY =
  /(?:,|\(|[–-]|(?<!\p{L})(?:và|hoặc|của|cho|với|các|những|về|trong|tại|trên|từ|đến|bằng|theo|để|nhằm|là|có|được|do|đối))$/iu;
/** "chuyển đổi số" ends a paragraph, "Kế hoạch số" before a figure does not. */
const BEFORE_FIGURE = /(?<!\p{L})(?:số|ngày|tháng|năm|mục|phần|điểm|khoản|quý)$/iu;

/** True when the line before cannot be an end, whatever follows. */
export function unfinished(before: string, next: string): boolean {
  return HUNGRY.test(before) || (BEFORE_FIGURE.test(before) && /^[\dIVX]/u.test(next));
}

const FIRST_LOWER = /^["“'‘(]?[\p{Ll}]/u;
const CAPITALS = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;
/** Compounds whose dash can fall on a line start. */
const SPLIT_COMPOUND = /(?:chính trị|kinh tế|văn hóa|văn hoá|văn nghệ|HĐND|thể thao|lao động)$/iu;
const KIND_LINE =
  /^(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|THÔNG BÁO|HƯỚNG DẪN|PHỤ LỤC|NGHỊ QUYẾT|BÁO CÁO|TỜ TRÌNH|CÔNG ĐIỆN|PHIẾU TRÌNH|GIẤY MỜI|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|KẾT LUẬN|BIÊN BẢN|QUY CHẾ|QUY ĐỊNH)\s*(?:SỐ|[IVX\d]+)?\s*:?$/u;
const LEGAL_BASIS = /^(?:Căn cứ|Thực hiện|Thi hành|Xét đề nghị|Theo đề nghị)\s/u;
/** Lines of a signature or of the list of recipients stand each for itself. */
export const TAIL_LINE =
  /^(?:Nơi nhận|T\s*[./]?\s*M\.?\s|TM\.|KT\.|TL\.|TUQ\.|Q\.\s|(?:PHÓ )?CHỦ TỊCH|(?:PHÓ )?BÍ THƯ|(?:PHÓ )?GIÁM ĐỐC|(?:PHÓ )?TRƯỞNG BAN|CHÁNH VĂN PHÒNG|HIỆU TRƯỞNG)/u;

interface Layout {
  /** Width at which lines are broken, in characters; null when a line is a paragraph. */
  readonly width: number | null;
  /** Blanks before the lines of a paragraph behind its first. */
  readonly margin: number;
}

function layoutOf(lines: readonly Line[]): Layout {
  const lengths = lines.map((line) => line.words.text.length).sort((a, b) => a - b);
  const widest = lengths[Math.floor(lengths.length * 0.97)] ?? 0;
  const long = lines.filter((line) => line.words.text.length > widest * 0.75);
  const indents = long.map((line) => line.indent).sort((a, b) => a - b);
  const wrapped = widest <= 160 && long.length > lengths.length * 0.3;
  return { width: wrapped ? widest : null, margin: indents[Math.floor(indents.length / 4)] ?? 0 };
}

/** True when a line that looks like a new dash is the rest of "chính trị - xã hội". */
function splitCompound(before: string, line: string): boolean {
  const rest = /^[-–—]\s*(\p{L}+)/u.exec(line)?.[1] ?? "";
  const lower = /^\p{Ll}/u.test(rest) && !ENDED.test(before);
  return rest !== "" && (lower || (SPLIT_COMPOUND.test(before) && /^(?:xã|XÃ|Xã|UBND)$/u.test(rest)));
}

/** Lines that always stand for themselves: table rows, heads, signature and title lines. */
function standsAlone(line: Line): boolean {
  const words = line.words.text;
  return line.row || line.table !== undefined || TAIL_LINE.test(words) || KIND_LINE.test(words);
}

/** A line with a marker goes on only when the marker is none: "chính trị / - xã hội", "năm / 2025. …". */
function falseMarker(before: string, line: string, marker: Marker): boolean {
  const dash = marker.style === "dash" && splitCompound(before, line);
  return dash || (unfinished(before, line) && /^\d/u.test(line) && marker.label.length < 3);
}

/** Plain lines: by letter case, by what the line before lacks, and by whether it was full. */
function goesOn(last: Line, line: Line, { width, margin }: Layout): boolean {
  const before = last.words.text;
  if (CAPITALS.test(before)) {
    return CAPITALS.test(line.words.text) && !line.blankBefore;
  }
  if (FIRST_LOWER.test(line.words.text)) {
    return !ENDED.test(before) || (width !== null && !line.blankBefore);
  }
  if (unfinished(before, line.words.text)) {
    return true;
  }
  // A first line set in, in text that keeps its columns, begins a paragraph.
  if (width === null || line.indent - Math.min(last.indent, margin) > 3) {
    return false;
  }
  return before.length > width * 0.8 && (!ENDED.test(before) || !line.blankBefore);
}

function continues(open: readonly Line[], line: Line, layout: Layout): boolean {
  const last = open.at(-1);
  const first = open[0];
  if (last === undefined || first === undefined || line.head > 0 || standsAlone(line) || standsAlone(last)) {
    return false;
  }
  const before = last.words.text;
  const text = line.words.text;
  const marker = markerOf(text);
  // "Đơn vị chủ trì: …" begins a line of its own, however full the line before is.
  if (/^\p{Lu}/u.test(text) && labelAt(text) !== null && !unfinished(before, text)) {
    return false;
  }
  if ((line.blankBefore && LEGAL_BASIS.test(text)) || marker !== null) {
    return marker !== null && falseMarker(before, text, marker);
  }
  if (first.head > 0 || (first.bold && !line.bold)) {
    return first.head === 0 && FIRST_LOWER.test(text) && !ENDED.test(before);
  }
  return goesOn(last, line, layout);
}

export function paragraphsOf(lines: readonly Line[]): readonly Paragraph[] {
  const layout = layoutOf(lines);
  const groups: Line[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    if (open !== undefined && continues(open, line, layout)) {
      open.push(line);
    } else {
      groups.push([line]);
    }
  }
  return groups.map((group) => {
    const words = join(group.map((line) => line.words));
    const first = group[0];
    const table = first?.table ?? null;
    const marker = table === null ? markerOf(words.text) : null;
    return { words, marker, head: first?.head ?? 0, bold: group.every((line) => line.bold), table };
  });
}
