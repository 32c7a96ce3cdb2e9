// Who issued a paper: the last body of its letterhead, not the one above it ("UBND TỈNH … / SỞ NỘI VỤ" is Sở Nội vụ).
import type { Sourced } from "../../domain/document.ts";
import { oneLine } from "../../vietnamese/text/normalise.ts";
import type { Part } from "../outline/document-parts.ts";
import { isKindLine } from "../outline/document-parts.ts";
import type { Paragraph } from "../outline/paragraphs.ts";

const text = (paragraph: Paragraph): string => oneLine(paragraph.words.text);

const BODY = "UBND|Ủy ban nhân dân|Uỷ ban nhân dân";
const ENACTS = new RegExp(
  `(?:^|[.;]\\s+|,\\s+)((?:${BODY}|Ban Thường vụ|Ban Chấp hành|Đảng ủy|Đảng uỷ|Ban Chỉ đạo|Phòng|Sở|Hội đồng nhân dân|HĐND|Thường trực|Tỉnh ủy|Văn phòng|Ủy ban Mặt trận|Ban)[^,.;:]{2,90}?)\\s+(?:xây dựng|ban hành)\\s+(?:Kế hoạch|kế hoạch|Hướng dẫn|hướng dẫn|Chương trình|chương trình|Chỉ thị|Thông báo|Đề án)`,
  "u",
);
/** A name that does not say which one: "UBND tỉnh", "Ủy ban nhân dân Thành phố". */
const NAMELESS =
  /^(?:UBND|(?:Ủy|Uỷ) ban nhân dân|HĐND|Sở|Phòng|Văn phòng)(?:\s+(?:các\s+)?(?:tỉnh|thành phố|xã|phường|huyện|quận|thị xã))?$/iu;

const MOTTO = /\s*(?:CỘNG H(?:ÒA|OÀ|ÓA)\s.*|ĐẢNG CỘNG SẢN.*|Độc lập\s*[-–].*|CHỦ NGHĨA VIỆT NAM.*)$/u;
const STARTS =
  /^(?:ỦY BAN|UỶ BAN|UBND|UB |HỘI ĐỒNG|HĐND|SỞ|BỘ|PHÒNG|BAN|VĂN PHÒNG|VP |TRUNG TÂM|HỘI|ĐOÀN|ĐẢNG|CÔNG AN|TRƯỜNG|TRẠM|CHI CỤC|CỤC|TỔNG|THANH TRA|CHÍNH PHỦ|THỦ TƯỚNG|CHỦ TỊCH|QUỐC HỘI|BỆNH VIỆN|VIỆN|TỈNH (?:ỦY|UỶ|ĐOÀN)|THÀNH (?:ỦY|UỶ|ĐOÀN)|HUYỆN (?:ỦY|UỶ)|MẶT TRẬN|LIÊN ĐOÀN|CÔNG ĐOÀN|CÔNG TY|TỔ |BÁO|ĐÀI|KHO BẠC|THUẾ|CHI BỘ|TÒA ÁN|VIỆN KIỂM SÁT|TRUNG ƯƠNG|HẠT|CHI NHÁNH|TẬP ĐOÀN)/u;

/** Two bodies that the reader of a page put on one line. */
const BESIDE =
  /(?<!CHÁNH|TRƯỞNG|CỦA|ĐỐC|VĂN)\s+(?=(?:SỞ|PHÒNG|VĂN PHÒNG|CHI CỤC|TRUNG TÂM|TRƯỜNG|THANH TRA|CÔNG AN|BAN QUẢN LÝ)(?:\s|$))/u;

const isName = (line: string): boolean =>
  /\p{L}{2}/u.test(line) && line === line.toUpperCase() && !/^(?:SỐ|V\/V)(?!\p{L})/u.test(line);

/** Lines of the letterhead put together to the bodies they name, outermost first. */
function letterhead(head: readonly string[]): readonly string[] {
  const kindAt = head.findIndex(isKindLine);
  const lines = (kindAt < 0 ? head : head.slice(0, kindAt))
    .map((line) => line.replace(MOTTO, "").trim())
    .flatMap((line) => line.split(BESIDE));
  const bodies: string[] = [];
  for (const line of lines.filter(isName)) {
    const last = bodies.at(-1);
    if (last !== undefined && !STARTS.test(line)) {
      bodies[bodies.length - 1] = `${last} ${line}`;
    } else {
      bodies.push(line);
    }
  }
  return bodies;
}

/** A name in capitals as the paper writes it elsewhere: "SỞ CÔNG THƯƠNG" as "Sở Công Thương". */
function asWritten(name: string, texts: readonly string[]): string {
  const key = name.toLowerCase();
  for (const words of texts) {
    for (let at = words.toLowerCase().indexOf(key); at >= 0; at = words.toLowerCase().indexOf(key, at + 1)) {
      const found = words.slice(at, at + name.length);
      if (/\p{Ll}/u.test(found) && /^\p{Lu}/u.test(found) && !/^\p{L}/u.test(words.slice(at + name.length))) {
        return found;
      }
    }
  }
  return name;
}

/** A name with its place as the letterhead's place line writes it: "ỦY BAN NHÂN DÂN TỈNH LÀO CAI" of "Lào Cai". */
function calmed(name: string, place: string | undefined): string {
  const level =
    /^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|CÔNG AN)\s+(TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|ĐẶC KHU)\s+(.+)$/u.exec(
      name,
    );
  if (level === null || place === undefined || level[3] !== place.toUpperCase()) {
    return name;
  }
  const body = level[1] ?? "";
  const head = body === "UBND" ? body : body.slice(0, 1) + body.slice(1).toLowerCase();
  return `${head} ${(level[2] ?? "").toLowerCase()} ${place}`;
}

export function issuerIn(
  body: Part,
  place: string | undefined,
  others: readonly Paragraph[],
): Sourced<string> | null {
  const named = letterhead(body.head.map(text)).at(-1);
  const texts = [...body.front, ...body.main, ...body.closing, ...others].map(text);
  const written = named === undefined ? undefined : calmed(asWritten(named, texts), place);
  for (const paragraph of [...body.front, ...body.main.slice(0, 2)]) {
    const found = ENACTS.exec(text(paragraph))?.[1]?.replace(/^.*?,\s+(?=UBND|Ủy ban)/u, "");
    if (found !== undefined) {
      return NAMELESS.test(found) && named !== undefined && written !== undefined
        ? { value: written, words: named }
        : { value: oneLine(found), words: oneLine(found) };
    }
  }
  const annexed = body.head.map(text).find((line) => /^\(?(?:Ban hành )?kèm theo/iu.test(line));
  const owner = annexed === undefined ? null : /\bcủa\s+(.+?)\)?$/u.exec(annexed);
  if (owner?.[1] !== undefined) {
    return { value: owner[1], words: owner[1] };
  }
  return named === undefined || written === undefined ? null : { value: written, words: named };
}
