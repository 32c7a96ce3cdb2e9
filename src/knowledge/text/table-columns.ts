// Which column of an assignment table is which, by the words of its head.
import { fold, oneLine } from "../../vietnamese/text/normalise.ts";
import type { SourceText } from "./source-text.ts";

export type Column = "number" | "content" | "lead" | "coordinators" | "result" | "schedule" | "other";

/** One row of an assignment table. */
export interface TableRow {
  /** "3.2": group and row, or the row alone. */
  readonly label: string;
  readonly group: string | null;
  readonly cells: Readonly<Partial<Record<Column, SourceText>>>;
  readonly words: SourceText;
}

export interface Table {
  readonly rows: readonly TableRow[];
  readonly columns: readonly Column[];
  /** The year that the head of the time column names: "Thời gian (năm 2026)". */
  readonly year?: string;
}

const NAMES: readonly (readonly [Column, RegExp])[] = [
  ["coordinators", /phoi hop/u],
  ["schedule", /thoi gian|thoi han|thoi diem|tien do|han hoan thanh|ngay hoan thanh|^hoan thanh/u],
  ["number", /^(?:stt|tt|so tt|so thu tu)$/u],
  [
    "lead",
    /chu tri|(?:don vi|co quan|bo phan|nguoi|to chuc|ca nhan)(?:,? .{0,12})? (?:thuc hien|phu trach|chiu trach nhiem|dau moi|tham muu)|phan cong|trach nhiem|^(?:phu trach|don vi|co quan)$/u,
  ],
  ["result", /ket qua|san pham|dau ra|chi tieu/u],
  ["content", /noi dung|nhiem vu|cong viec|hoat dong|giai phap|muc tieu/u],
];

/** The one year in the head of the time column. */
export function yearOfHead(names: readonly string[]): string | undefined {
  const head = names.find((name) => columnOf(name) === "schedule") ?? "";
  const years = new Set(head.match(/(?<!\d)20\d{2}(?!\d)/gu) ?? []);
  return years.size === 1 ? [...years][0] : undefined;
}

export function columnOf(name: string): Column {
  const key = oneLine(fold(name).replace(/[^a-z0-9,/ ]+/gu, " "));
  return NAMES.find(([, pattern]) => pattern.test(key))?.[0] ?? "other";
}

/** True when named columns make an assignment table: what is to do, and who or when. */
export function assigns(columns: readonly Column[]): boolean {
  return columns.includes("content") && (columns.includes("lead") || columns.includes("schedule"));
}

const FLAT: readonly (readonly [Column, RegExp])[] = [
  ["content", /noi dung|nhiem vu|cong viec/u],
  ["lead", /chu tri|(?:don vi|co quan) (?:thuc hien|phu trach)/u],
  ["coordinators", /phoi hop/u],
  ["result", /ket qua|san pham/u],
  ["schedule", /thoi gian|thoi han|tien do/u],
  ["other", /(?:nguon )?kinh phi|ghi chu/u],
];

/** Column order in a head whose cells run together: "STT Nội dung công việc Cơ quan chủ trì Cơ quan phối hợp …". */
export function flatColumns(head: string): readonly Column[] {
  const key = oneLine(fold(head));
  return FLAT.map(([column, pattern]) => ({ column, at: key.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ column }) => column);
}
