// Who answers for what stands under a heading or in a sentence.
import { oneLine } from "../../vietnamese/text/normalise.ts";
import type { UnitReader } from "./units.ts";

export interface Named {
  readonly units: readonly string[];
  /** What follows the name in the same words. */
  readonly rest: string;
}

const REQUEST =
  /^(?:(?:đề nghị|giao|yêu cầu|phân công|ủy quyền|trách nhiệm của|nhiệm vụ của|đối với|về phía)\s*:?\s+(?:cho\s+)?|(?:đồng chí|đ\/c)\s+)/iu;
/** The verbs by which a sentence hands its subject a task. */
const VERB = /^\s*(?:\([^()]*\)\s*)?(?:[:–-]|,?\s*(?=[\p{Ll}]))/u;
const DIRECTS = /^(?:tiếp tục\s+)?(?:lãnh đạo|chỉ đạo)(?:\s*,\s*(?:lãnh đạo|chỉ đạo))?\s+/iu;

/**
 * A party committee stands for the body it leads when its name is that body's: "Đảng ủy Ủy ban nhân dân tỉnh" answers to residents
 * as "Ủy ban nhân dân tỉnh". "Các đảng ủy trực thuộc", "Đảng ủy xã", "Đảng ủy các cơ quan Đảng" stay themselves.
 */
export function bodyOf(name: string): string {
  const led =
    /^Đảng (?:ủy|uỷ|bộ)\s+((?:Ủy ban|Uỷ ban|UBND|Công an|Sở|Bộ Chỉ huy|Ban Chỉ huy|Mặt trận|Hội đồng nhân dân|HĐND|Trường|Bệnh viện|Công ty)\s.+)$/u.exec(
      name,
    );
  return led?.[1] ?? name;
}

/** "Căn cứ nội dung Kế hoạch …, các sở, ngành … có trách nhiệm …": what comes before the subject. */
const OPENING = /^(?:Căn cứ|Trên cơ sở|Theo|Dựa trên|Sau khi)\s[^.;]{5,180}?,\s+/u;
const DUTY =
  /^[^.;:]{0,120}?\s?(?:có trách nhiệm|chịu trách nhiệm|chủ động|chủ trì|xây dựng|tổ chức|triển khai|phối hợp)(?!\p{L})/u;

/** The bodies that act in a sentence that opens with what they act upon; none when it opens with them. */
export function actingIn(text: string, units: UnitReader): readonly string[] {
  const opening = OPENING.exec(text)?.[0] ?? "";
  const rest = text.slice(opening.length);
  const named = opening === "" ? null : units.at(rest);
  return named !== null && DUTY.test(rest.slice(named.length)) ? named.units.map(bodyOf) : [];
}

/** True when a sentence asks others to act: under the heading of a body it is that body which asks. */
export function asksOthers(text: string): boolean {
  return /^yêu cầu\s[^:]+$/iu.test(text);
}

/** Bodies that are the subject of a sentence ("Công an xã chủ trì …", "Đoàn Thanh niên: xây dựng …"). */
export function actingUnit(text: string, units: UnitReader): Named | null {
  const request = REQUEST.exec(text)?.[0] ?? "";
  const named = units.at(text.slice(request.length));
  if (named === null) {
    return null;
  }
  const rest = text.slice(request.length + named.length);
  return rest.trim() === "" || VERB.test(rest)
    ? { units: named.units.map(bodyOf), rest: oneLine(rest.replace(/^\s*:/u, "")) }
    : null;
}

/** "Chỉ đạo Công an tỉnh xây dựng …": the body that is told to act. Only a body of its own name, not "các cơ quan". */
export function directedIn(text: string, units: UnitReader): readonly string[] {
  const verb = DIRECTS.exec(text)?.[0];
  const named = verb === undefined ? null : units.at(text.slice(verb.length));
  if (verb === undefined || named === null || named.units.length !== 1) {
    return [];
  }
  const rest = text.slice(verb.length + named.length).trim();
  const told = named.units.map(bodyOf).map(wholeOf);
  return /^\p{Ll}/u.test(rest) && !told.some((name) => /^(?:các|những)\s/iu.test(name)) ? told : [];
}

/** "các đơn vị nghiệp vụ của Công an tỉnh" act for "Công an tỉnh". */
function wholeOf(name: string): string {
  const owner = /^các\s[^,]*?\s(?:của|thuộc|trực thuộc)\s+(\p{Lu}.+)$/iu.exec(name)?.[1];
  return owner !== undefined && /^\p{Lu}/u.test(owner) ? owner : name;
}

/** Bodies a heading names. "A lãnh đạo B chỉ đạo" hands the task to B. */
export function headingUnits(title: string, units: UnitReader): readonly string[] {
  const request = REQUEST.exec(title)?.[0] ?? "";
  const bare = title
    .slice(request.length)
    .replace(/\s*\([^()]*\)\s*(?=:?$)/u, "")
    .replace(/[\s:.;]+$/u, "");
  const subject = units.at(bare);
  if (subject === null) {
    return [];
  }
  const rest = bare.slice(subject.length).trim();
  const verb = DIRECTS.exec(rest)?.[0];
  if (verb !== undefined) {
    const led = units.at(rest.slice(verb.length));
    return led === null ? subject.units.map(bodyOf) : led.units.map(bodyOf);
  }
  if (rest === "" || (GOES_ON.test(rest) && bare.length <= LONGEST_HEADING)) {
    const all = units.all(bare);
    return (all.length > 0 ? all : [rest === "" ? subject.units : [bare]].flat()).map(bodyOf);
  }
  return /^(?:chủ trì|thực hiện|phối hợp|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|tham mưu|tổ chức|[-–]\s)/u.test(
    rest,
  )
    ? subject.units.map(bodyOf)
    : [];
}

/** What is still a name in a heading: "Các doanh nghiệp … đang hoạt động trong khu công nghiệp". */
const GOES_ON =
  /^(?:(?:và|cùng|trong|trên|thuộc|tại|ở|đang|có liên quan|liên quan|được giao|được phân công|xây dựng và kinh doanh)\s|,|tham mưu,? giúp việc|giúp việc)(?!.*(?:có trách nhiệm|chủ trì|phối hợp với|chịu trách nhiệm))/u;
const LONGEST_HEADING = 120;

/** What a heading that names people or bodies begins with, where no list of bodies has it. */
const PEOPLE =
  /^(?:các|những|toàn thể|mỗi|mọi|người|nhân dân|hộ|gia đình|cá nhân|chủ|doanh nghiệp|doanh nhân|ông|bà|đồng chí|đ\/c|già làng|nhóm|tổ|đội|câu lạc bộ|clb|quỹ|cộng tác viên|đại sứ|bà con|thành viên|cán bộ|công chức|viên chức|giáo viên|học sinh|đoàn viên|hội viên|đảng viên|tuyên truyền viên|tình nguyện viên|lực lượng|cơ sở|nhà cung cấp|tiểu thương|thợ)\s+(?!(?:nội dung|nhiệm vụ|giải pháp|hoạt động|chỉ tiêu|mục tiêu|biện pháp|công việc|yêu cầu|chế độ|văn bản|chính sách|công tác|mô hình|lớp|điều kiện|nguồn|bước|giai đoạn)(?!\p{L}))/iu;

/** A heading among headings that name bodies, taken for the name it stands for: "Người dân", "Các chủ đầu tư xây dựng hạ tầng". */
export function standingName(title: string): string | null {
  const request = REQUEST.exec(title)?.[0] ?? "";
  const bare = oneLine(title.slice(request.length))
    .replace(/\s*\([^()]*\)\s*(?=:?$)/u, "")
    .replace(/[\s:]+$/u, "");
  return bare.length > 100 || /[.;]$/u.test(bare) || !PEOPLE.test(bare) ? null : bare;
}
