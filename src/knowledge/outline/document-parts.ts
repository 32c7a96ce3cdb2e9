// A paper cut into its places: head, body, end (signature and recipients), and annexes.
import { isHead } from "./outline.ts";
import { type Paragraph, TAIL_LINE } from "./paragraphs.ts";

export interface Part {
  /** "" for the paper itself; "Phụ lục", "Phụ lục II" for an annex. */
  readonly annex: string;
  /** Letterhead, kind and title. */
  readonly head: readonly Paragraph[];
  /** Opening paragraphs: legal bases and what is enacted. */
  readonly front: readonly Paragraph[];
  readonly main: readonly Paragraph[];
  /** Closing paragraphs: what is replaced, who must carry it out. */
  readonly closing: readonly Paragraph[];
  /** Recipients and signature. */
  readonly tail: readonly Paragraph[];
}

const ANNEX = /^(?:PHỤ LỤC|Phụ lục|DANH MỤC|BIỂU MẪU|PHỤ BIỂU)(?:\s+(?:số\s*)?([IVX]+|\d+|[A-Z])(?!\p{L}))?/u;
const KIND =
  /^(KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|THÔNG BÁO|HƯỚNG DẪN|NGHỊ QUYẾT|BÁO CÁO|ĐỀ ÁN|CHƯƠNG TRÌNH|PHƯƠNG ÁN|QUY CHẾ|CÔNG ĐIỆN|GIẤY MỜI|GIẤY TRIỆU TẬP|TỜ TRÌNH|PHỤ LỤC|DANH MỤC)(?:\s|$|:)/iu;
/** Kinds whose names are common words: only in capitals do they head a paper. */
const KIND_IN_CAPITALS =
  /^(?:KẾT LUẬN|THÔNG TƯ|NGHỊ ĐỊNH|CHIẾN LƯỢC|QUY ĐỊNH|QUY TRÌNH|THÔNG TRI|PHIẾU TRÌNH|PHIẾU CHUYỂN|PHIẾU GỬI|BIÊN BẢN|CÔNG VĂN|DANH SÁCH|GIẤY ỦY QUYỀN|ĐIỀU LỆ|NỘI QUY|THÔNG CÁO|LỊCH CÔNG TÁC|PHỤ BIỂU)(?!\p{L})/u;

/** The line that says what kind of paper it is. */
export function isKindLine(line: string): boolean {
  return KIND.test(line) || KIND_IN_CAPITALS.test(line);
}

const CLOSING =
  /^(?:Trên đây là|(?:Kế hoạch|Quyết định|Chỉ thị|Hướng dẫn|Thông báo|Nghị quyết|Văn bản|Chương trình) này\s|Căn cứ (?:Kế hoạch|Chỉ thị|Hướng dẫn|Quyết định|Chương trình|Nghị quyết)\s(?:này|trên)|Trong quá trình (?:tổ chức |triển khai |thực hiện)|Nhận được (?:Kế hoạch|văn bản)|(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Ban Thường vụ)[^.]{0,60}\s(?:yêu cầu|đề nghị)\s(?:các|thủ trưởng|trưởng|toàn thể)|Yêu cầu (?:các|thủ trưởng)|Đề nghị các\s.*(?:nghiêm túc|triển khai thực hiện|tổ chức thực hiện))/iu;
const BASIS = /^(?:Căn cứ|Thực hiện|Thi hành|Xét đề nghị|Theo đề nghị|Để\s|Nhằm\s)/u;
const DONE = /\.\/\.?["”]?\s*$/u;

const isTail = (paragraph: Paragraph): boolean => TAIL_LINE.test(paragraph.words.text);

function annexName(paragraph: Paragraph): string | null {
  const match = ANNEX.exec(paragraph.words.text);
  const capitals = /^(?:PHỤ LỤC|DANH MỤC|PHỤ BIỂU)/u.test(paragraph.words.text);
  return match !== null &&
    (capitals || paragraph.head > 0 || paragraph.bold || paragraph.words.text.length < 30)
    ? `Phụ lục${match[1] === undefined ? "" : ` ${match[1]}`}`
    : null;
}

/** A plan or rule that a decision puts into force stands behind its signature, under a head of its own kind. */
const ENACTED =
  /^(?:KẾ HOẠCH|ĐỀ ÁN|CHƯƠNG TRÌNH|PHƯƠNG ÁN|QUY CHẾ|QUY ĐỊNH|QUY TRÌNH|ĐIỀU LỆ|HƯỚNG DẪN|NỘI QUY)(?![\p{L}])(?!.*[;:]$)/u;

function isEnacted(paragraph: Paragraph): boolean {
  return paragraph.marker === null && paragraph.words.text.length < 200 && ENACTED.test(paragraph.words.text);
}

function closingStart(main: readonly Paragraph[]): number {
  let start = main.length;
  for (let i = main.length - 1; i >= 0; i--) {
    const paragraph = main[i];
    if (paragraph === undefined || (paragraph.marker !== null && paragraph.marker.style !== "dash")) {
      break;
    }
    if (paragraph.marker === null && CLOSING.test(paragraph.words.text)) {
      start = i;
    } else if (!DONE.test(paragraph.words.text) || main.length - i > 4) {
      break;
    }
  }
  return start;
}

/** Where letterhead and title end: behind the line that says what kind of paper it is, and its title lines. */
function headEndOf(paragraphs: readonly Paragraph[], kindAt: number, before: number): number {
  let end = kindAt < 0 ? 0 : kindAt + 1;
  while (
    end < before &&
    (kindAt < 0 ? isLetterhead(paragraphs[end]) : isTitle(paragraphs[end], end - kindAt))
  ) {
    end++;
  }
  return end;
}

function startsBody(paragraph: Paragraph): boolean {
  return (
    paragraph.table !== null || (paragraph.marker !== null && !/dash|plus/u.test(paragraph.marker.style))
  );
}

function cut(paragraphs: readonly Paragraph[], annex: string): Part {
  const kindAt = paragraphs.findIndex(
    (p) => isKindLine(p.words.text) && p.words.text.length < 60 && p.marker === null,
  );
  const firstItem = paragraphs.findIndex((p, i) => i > kindAt && startsBody(p));
  const headEnd = headEndOf(paragraphs, kindAt, firstItem < 0 ? paragraphs.length : firstItem);
  // A paper without numbers begins at its first head behind the opening paragraphs.
  const firstHead = paragraphs.findIndex(
    (p, i) => i > headEnd && isHead(p) && !isKindLine(p.words.text) && !isTail(p),
  );
  const starts = [firstItem, firstHead].filter((at) => at >= 0);
  const mainFrom = starts.length === 0 ? headEnd : Math.min(...starts);
  // "CHỦ TỊCH ỦY BAN NHÂN DÂN" also opens a decision: only behind the body is it a signature.
  const tailAt = paragraphs.findIndex((p, i) => i >= Math.max(mainFrom, 1) && isTail(p));
  const tailFrom = tailAt < 0 ? paragraphs.length : tailAt;
  const main = paragraphs.slice(mainFrom, tailFrom);
  const closing = closingStart(main);
  return {
    annex,
    head: paragraphs.slice(0, headEnd),
    front: paragraphs
      .slice(headEnd, mainFrom)
      .filter((p) => !isKindLine(p.words.text) || p.words.text.length > 30),
    main: main.slice(0, closing),
    closing: main.slice(closing),
    tail: paragraphs.slice(tailFrom),
  };
}

function isTitle(paragraph: Paragraph | undefined, nth: number): boolean {
  const text = paragraph?.words.text ?? "";
  if (/^\||^(?:PHỤ LỤC|PHỤ BIỂU|Kính gửi)(?!\p{L})/u.test(text)) {
    return false;
  }
  // "Thực hiện nhiệm vụ … năm 2025" is a title; "Thực hiện Kế hoạch số 16-KH/TU …;" is a legal basis.
  if (paragraph === undefined || (BASIS.test(text) && (nth > 2 || /số\s+\d|[;.,:]$/u.test(text)))) {
    return false;
  }
  return (
    isHead(paragraph) ||
    /^[-–—_*=\s]+$/u.test(text) ||
    /^\(.*\)$/u.test(text) ||
    (nth <= 2 && !/[.;:]$/u.test(text) && text.length < 300)
  );
}

function isLetterhead(paragraph: Paragraph | undefined): boolean {
  const text = paragraph?.words.text ?? "";
  return (
    /CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập\s*[-–—]|^Số\s*:?\s*\d|^Số\s*:|,\s*ngày\b|^V\/v|^Kính gửi/iu.test(
      text,
    ) ||
    (text !== "" && text === text.toUpperCase())
  );
}

/** The paper and its annexes, in order. An annex begins at its own head, usually behind the signature. */
export function partsOf(paragraphs: readonly Paragraph[]): readonly Part[] {
  const cuts: { at: number; annex: string }[] = [{ at: 0, annex: "" }];
  let passedTail = false;
  paragraphs.forEach((paragraph, i) => {
    const annex = annexName(paragraph);
    passedTail ||= isTail(paragraph);
    const previous = cuts.at(-1);
    if (passedTail && previous?.annex === "" && i > previous.at + 3 && isEnacted(paragraph)) {
      cuts.push({ at: i, annex: "" });
    } else if (
      annex !== null &&
      (passedTail || i < 3 || (previous?.annex ?? "") !== "") &&
      i > (previous?.at ?? 0) + 3
    ) {
      cuts.push({ at: i, annex });
    } else if (annex !== null && i < 3 && cuts.length === 1) {
      cuts[0] = { at: 0, annex };
    }
  });
  return cuts.map(({ at, annex }, i) => cut(paragraphs.slice(at, cuts[i + 1]?.at), annex));
}
