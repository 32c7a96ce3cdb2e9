// Other papers a paper names: those it rests on and those it puts out of force.
import type { Sourced } from "../../domain/document.ts";
import { oneLine } from "../../vietnamese/text/normalise.ts";
import type { Paragraph } from "../outline/paragraphs.ts";
import { NUMBER } from "./paper-number.ts";

const text = (paragraph: Paragraph): string => paragraph.words.text;

export function sourced(value: string, words: string): Sourced<string> {
  return { value: oneLine(value), words: oneLine(words) };
}

const BASIS = /^(?:Căn cứ(?: vào)?|Thực hiện|Thi hành|Theo)\s+/u;
const ENACTING_TAIL =
  /,\s+(?:UBND|Ủy ban|Uỷ ban|Ban|Đảng ủy|Đảng uỷ|Tỉnh ủy|Phòng|Sở|Hội đồng|HĐND|Văn phòng|Trường|Trung tâm)[^,]*\s(?:xây dựng|ban hành)\s.*$/u;

const PAPER =
  /(?<![\p{L}])((?:Nghị quyết|Quyết định|Kế hoạch|Hướng dẫn|Chỉ thị|Công văn|Văn bản(?: hợp nhất)?|Thông tư|Nghị định|Thông báo|Kết luận|Chương trình|Đề án|Quy định|Công điện|Quy chế)\s+số\s*:?\s*\S+)/u;
const LAW = /^((?:Bộ luật|Luật|Pháp lệnh)\s[^;]{3,80}?\s(?:ngày|năm)\s\S+)/u;

export function basesIn(front: readonly Paragraph[]): readonly Sourced<string>[] {
  const first = front.findIndex((p) => BASIS.test(text(p)));
  return (
    front
      .filter((p, i) => BASIS.test(text(p)) || (first >= 0 && i > first && text(p).search(PAPER) === 0))
      .flatMap((p) => text(p).split(/;\s*(?=\p{L})|;$|\.\s+(?=\p{Lu})/u))
      .map((clause) => clause.replace(BASIS, "").trim())
      // "…, UBND xã xây dựng Kế hoạch": behind the last basis stands who enacts.
      .map((clause) => clause.replace(ENACTING_TAIL, ""))
      .flatMap((clause) => {
        const value = (PAPER.exec(clause) ?? LAW.exec(clause))?.[1]?.replace(/[,;.]$/u, "");
        return value === undefined || /^(?:UBND|Ủy ban|Ban)\s/u.test(clause)
          ? []
          : [sourced(value, clause.replace(/[.;,]$/u, ""))];
      })
  );
}

/** Papers this one puts out of force: "Kế hoạch này thay thế Kế hoạch số 780-KH/TU, ngày 12/6/2025 …". */
export function replacesIn(paragraphs: readonly Paragraph[]): readonly Sourced<string>[] {
  return paragraphs.flatMap((p) => {
    const clause =
      /(?:thay thế|bãi bỏ|hủy bỏ)\s+(?:cho\s+)?((?:các\s+)?(?:Kế hoạch|Quyết định|Chỉ thị|Hướng dẫn|Thông báo|Nghị quyết|Văn bản|Công văn|Chương trình)\s.+)$/u.exec(
        text(p),
      )?.[1];
    const papers =
      clause?.split(
        /\s+(?:và|cùng)\s+(?=(?:Kế hoạch|Quyết định|Chỉ thị|Hướng dẫn|Thông báo|Nghị quyết|Công văn)\s+số)|;\s*/u,
      ) ?? [];
    return papers.flatMap((words) => {
      const number = NUMBER.exec(words);
      return number === null
        ? []
        : [sourced((number[1] ?? "").replace(/\s+/gu, ""), words.replace(/[.;]$/u, ""))];
    });
  });
}
