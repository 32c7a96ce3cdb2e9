// Sentences that order: who is told, and by what sign. What a body says of itself, and what was, is no order.
import { fold, oneLine } from "../../vietnamese/text/normalise.ts";
import { bodyOf } from "./responsible-unit.ts";
import type { UnitReader } from "./units.ts";

export interface Order {
  readonly units: readonly string[];
  /** Where the sentence begins in the text. */
  readonly from: number;
  readonly sentence: string;
  /** "handed": "giao X"; "duty": "X chủ trì …", "X có trách nhiệm …"; "told": "X khẩn trương …". */
  readonly sign: "handed" | "duty" | "told";
}

/** "Căn cứ …,", "Để có cơ sở …,", "Thực hiện chức năng, nhiệm vụ được giao,": what may stand before who is told. */
const OPENING =
  /^(?:Căn cứ|Trên cơ sở|Theo|Dựa trên|Sau khi|Để|Nhằm|Thực hiện|Đồng thời|Trong khi|Trong thời gian|Trước mắt|Đối với|Liên quan|Từ)(?!\p{L})[^.;:]{0,400}?,\s+(?=\p{Lu}|các\s|yêu cầu|đề nghị|giao\s)/u;

/** "Về việc …: Công an xã …": what it is about, before who is told. */
const MATTER = /^(?:Về|Đối với)\s[^:.;]{5,200}:\s+(?=\p{Lu})/u;

const HANDS =
  /(?<!được\s|theo\s|các\s|những\s|nội dung\s|đáp ứng\s|nhiệm vụ\s|có\s|văn bản\s|hồ sơ\s|đơn\s)(?:trân trọng đề nghị|kính đề nghị|đề nghị|yêu cầu|giao(?:\s+nhiệm vụ)?(?:\s+cho)?|phân công|ủy quyền cho)\s*:?\s+/giu;

const DUTY =
  /^(?:theo [^,.;]{2,60}?(?:được giao)?,?\s+)?(?:chủ trì|tham mưu|có trách nhiệm|chịu trách nhiệm|là (?:đơn vị|cơ quan) (?:đầu mối|chủ trì|thường trực))(?!\p{L})/iu;

/** What follows the name of a body when the sentence tells what is or was, not what to do. */
const STATES =
  /^(?:đã|đang|vẫn|còn|chưa|không|mới|có(?! trách nhiệm| nhiệm vụ)|là(?! (?:đơn vị|cơ quan) (?:đầu mối|chủ trì|thường trực))|nhận|ghi nhận|đánh giá|biểu dương|thông báo|kính|trân trọng|hiện|được|bị|gồm|xét|trả lời|kết luận|thống nhất|chịu ảnh hưởng|đạt|cho biết|cho rằng|cho thấy|thấy|sẽ|xin|gửi|quy định|và|với|trong|tại|của|về|từ|do|tổ chức (?:buổi|cuộc|hội nghị)|báo cáo(?! (?:kết quả|định kỳ|Ủy|UBND|Thủ tướng|cấp|Chủ tịch|kịp thời|về|Phó))|ban hành (?:Kế hoạch|Quyết định|Văn bản|Công văn|Thông báo))(?!\p{L})/iu;

/** "theo chức năng, nhiệm vụ được giao", "căn cứ …,": between who is told and the verb. */
const ASIDE =
  /^(?:,\s*)?(?:theo|căn cứ|trên cơ sở|trong phạm vi|với)\s[^.;:]{2,160}?(?:được giao|được phân công|thẩm quyền|quản lý|quy định|liên quan|mình|,)\s*,?\s+/iu;

function sameBody(a: string, b: string): boolean {
  const key = (name: string) =>
    fold(name)
      .replace(/ubnd/gu, "uy ban nhan dan")
      .replace(/[^a-z0-9]+/gu, " ")
      .trim();
  return (
    b !== "" &&
    (key(b) === key(a) ||
      key(b).startsWith(`${key(a)} `) ||
      key(a).startsWith(`${key(b)} `) ||
      key(a) === `chu tich ${key(b)}`)
  );
}

/** The first body that a text hands something to: "Giao X …", "… yêu cầu X …". */
function handedTo(text: string, units: UnitReader): { units: readonly string[]; rest: string } | null {
  for (const match of text.matchAll(HANDS)) {
    const behind = text.slice(match.index + match[0].length);
    const named = units.at(behind);
    // Between brackets or behind a colon somebody else is asked.
    if (named !== null && !/[:(]/u.test(text.slice(0, match.index).replace(/\([^()]*\)/gu, ""))) {
      return { units: named.units.map(bodyOf), rest: oneLine(behind.slice(named.length)) };
    }
  }
  return null;
}

/** Who is told in one sentence, or in a line that announces what follows it; null when nobody is. */
export function orderAt(
  sentence: string,
  units: UnitReader,
  issuer: string,
): Omit<Order, "from" | "sentence"> | null {
  const matter = MATTER.exec(sentence)?.[0] ?? "";
  const opening = OPENING.exec(sentence.slice(matter.length))?.[0] ?? "";
  const text = sentence.slice(matter.length + opening.length);
  const subject = units.at(text);
  const rest = subject === null ? "" : text.slice(subject.length).replace(/^\s*\([^()]*\)/u, "");
  const plain = rest.replace(/^\s*[,:]?\s+/u, "");
  const asks = handedTo(text, units);
  const own =
    subject?.units.some((unit) => sameBody(unit, issuer)) === true ||
    /^(?:Chủ tịch|Thủ tướng|Phó Chủ tịch)/u.test(text);
  if (
    asks !== null &&
    (subject === null || own || /^(?:yêu cầu|đề nghị|giao|phân công|trân trọng đề nghị)/iu.test(plain))
  ) {
    return { units: asks.units, sign: "handed" };
  }
  if (subject === null || own || !/^\s*[,:]?\s*\p{Ll}/u.test(rest) || STATES.test(plain)) {
    return null;
  }
  const verb = plain.replace(ASIDE, "");
  if (STATES.test(verb)) {
    return null;
  }
  return { units: subject.units.map(bodyOf), sign: DUTY.test(plain) || DUTY.test(verb) ? "duty" : "told" };
}

/** Orders of a paragraph, each with all that stands until the next. */
export function ordersIn(text: string, units: UnitReader, issuer: string): readonly Order[] {
  const starts = [
    0,
    ...[
      ...text.matchAll(
        /(?:\.|;(?=\s+(?:\([ivx]+\)|Giao|Yêu cầu|Đề nghị)\s))\s+(?=(?:\([ivx]+\)\s?)?\p{Lu})|[:;.]\s+(?=\([ivx]+\))/gu,
      ),
    ].map((end) => end.index + end[0].length),
  ];
  return starts.flatMap((from, i) => {
    const sentence = text.slice(from, starts[i + 1]).replace(/^\([ivx]+\)\s*/u, "");
    const order = orderAt(sentence, units, issuer);
    return order === null ? [] : [{ ...order, from, sentence }];
  });
}
