// "Cơ quan chủ trì: …", "Thời gian thực hiện: …": words that say who, with whom, by when and what for, and where each ends.
import { oneLine } from "../../vietnamese/text/normalise.ts";
import type { Column } from "../text/table-columns.ts";

const BODY =
  "(?:(?:Các )?(?:Cơ quan|Đơn vị|Bộ phận|Cá nhân|Tổ chức|Người)(?:,? (?:đơn vị|cá nhân|tổ chức))?\\s+)";
const ACTS = "(?:chủ trì|thực hiện|chịu trách nhiệm|phụ trách|đầu mối|tham mưu)";

const LABELS: readonly (readonly [Column, string])[] = [
  [
    "content",
    "(?:Nội dung|Nhiệm vụ|Công việc|Yêu cầu nội dung)(?: (?:thực hiện|công việc|nhiệm vụ|cụ thể|chính))?",
  ],
  ["coordinators", `${BODY}?phối hợp(?: (?:thực hiện|chính|triển khai))?`],
  [
    "lead",
    `(?:${BODY}?(?:được (?:giao|phân công)\\s+)?${ACTS}(?:,? (?:thực hiện|chính|triển khai|tham mưu(?: thực hiện)?|chủ trì|chịu trách nhiệm)){0,2}|(?:Giao|Phân công)(?: thực hiện| nhiệm vụ)?)`,
  ],
  [
    "schedule",
    "(?:Thời gian|Thời hạn|Thời điểm|Tiến độ|Hạn)(?: (?:thực hiện|hoàn thành|ban hành|báo cáo|triển khai|tổ chức|dự kiến|trình|xong|gửi)){0,3}",
  ],
  [
    "result",
    "(?:(?:Dự kiến|Yêu cầu)\\s+)?(?:Sản phẩm|Kết quả|Đầu ra)(?: (?:dự kiến|đạt được|đầu ra|hoàn thành|thực hiện|cần đạt|đạt)|,? (?:sản phẩm|kết quả))?",
  ],
];
const NAMED = LABELS.map(([column, words]) => `(?<${column}>${words})`).join("|");
const ANY = new RegExp(`(?:^|[-–+•;.,(]\\s*|(?<=\\s))(?:${NAMED})\\s*:\\s*`, "giu");
const STARTS = new RegExp(`^(?:${NAMED})\\s*:`, "iu");

/** What a label at the start of a line announces; null when it opens with none. */
export function labelAt(text: string): Column | null {
  const groups = STARTS.exec(text)?.groups;
  return LABELS.find(([column]) => groups?.[column] !== undefined)?.[0] ?? null;
}

export interface Labelled {
  readonly said: Readonly<Partial<Record<Column, string>>>;
  /** What stands before the first label. */
  readonly before: string;
}

/** A text cut at its labels; the case of a label's first letter is free, but a label is always followed by a colon. */
export function cutAtLabels(text: string): Labelled {
  const found = [...text.matchAll(ANY)].flatMap((match) => {
    const column = LABELS.find(([name]) => match.groups?.[name] !== undefined)?.[0];
    return column === undefined ? [] : [{ column, at: match.index, end: match.index + match[0].length }];
  });
  // "Nội dung:" in the middle of a sentence is no label.
  const kept = found.filter(({ column, at }) => column !== "content" || at === 0);
  const said: Partial<Record<Column, string>> = {};
  kept.forEach(({ column, end }, i) => {
    said[column] ??= oneLine(text.slice(end, kept[i + 1]?.at)).replace(/[\s.;,)–-]+$/u, "");
  });
  return { said, before: oneLine(text.slice(0, kept[0]?.at)).replace(/[\s(;,–-]+$/u, "") };
}

const WHEN = LABELS.find(([column]) => column === "schedule")?.[1] ?? "";
const WHAT_FOR = LABELS.find(([column]) => column === "result")?.[1] ?? "";
const ASIDE = new RegExp(
  `(?:^|[.;(]\\s*)(?:(?<schedule>${WHEN})|(?<result>${WHAT_FOR}))\\s*:\\s*(?<words>[^.;)]+)`,
  "giu",
);

/** "… tại chợ. Thời gian thực hiện: Quý I/2026. Sản phẩm: …": said in sentences of their own behind what is to do. */
export function saidAside(text: string): { readonly schedule?: string; readonly result?: string } {
  const said: { schedule?: string; result?: string } = {};
  for (const { groups } of text.matchAll(ASIDE)) {
    const words = oneLine(groups?.words ?? "");
    if (groups?.schedule === undefined) {
      said.result ??= words;
    } else {
      said.schedule ??= words;
    }
  }
  return said;
}
