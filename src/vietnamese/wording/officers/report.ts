// The periodic report as people read it: its fixed words, and how figures are said.
import type { PeriodDays } from "../../../domain/reporting.ts";
import { shownDay } from "../../text/dates.ts";

export const UNKNOWN = "…";
export const DRAFT = "DỰ THẢO";

const QUARTERS = ["I", "II", "III", "IV"];

/** "2026-Q3" → "quý III năm 2026". */
export function periodWords(id: string): string {
  const [year = "", part] = id.split("-");
  if (part === undefined) {
    return `năm ${year}`;
  }
  if (part.startsWith("Q")) {
    return `quý ${QUARTERS[Number(part.slice(1)) - 1] ?? ""} năm ${year}`;
  }
  return part.startsWith("H")
    ? `6 tháng ${part === "H1" ? "đầu" : "cuối"} năm ${year}`
    : `tháng ${Number(part)} năm ${year}`;
}

/** "quý III năm 2026 (số liệu từ 15/06/2026 đến 14/09/2026)"; a calendar period says its days by its name. */
export function spannedWords(period: {
  readonly label: string;
  readonly days: PeriodDays;
  readonly from: string;
  readonly to: string;
}): string {
  return period.days === "calendar"
    ? period.label
    : `${period.label} (số liệu từ ${shownDay(period.from)} đến ${shownDay(period.to)})`;
}

/** 66.666 → "66,7". */
export function numberWords(value: number): string {
  return (Math.round(value * 10) / 10).toString().replace(".", ",");
}

export function rateWords(done: number, of: number | null): string {
  return of === null || of === 0 ? UNKNOWN : `${numberWords((done / of) * 100)}%`;
}

export function doneWords(done: number, of: number | null): string {
  return of === null ? numberWords(done) : `${numberWords(done)}/${numberWords(of)}`;
}

/** A figure of the period before: its rate where it has one, else its count. */
export function beforeWords(done: number, of: number | null): string {
  return of === null ? numberWords(done) : rateWords(done, of);
}

export function plannedWords(target: {
  readonly comparison: "at_least" | "exactly" | "aim";
  readonly percent: number | null;
  readonly count: { readonly value: number; readonly of: string } | null;
}): string {
  const { percent, count } = target;
  const before = { at_least: "Ít nhất ", exactly: "", aim: "Phấn đấu " }[target.comparison];
  if (percent !== null) {
    return `${before}${numberWords(percent)}%`;
  }
  return count === null ? UNKNOWN : `${before}${numberWords(count.value)} ${count.of}`;
}

/** Where a figure comes from: who sent it, who has not. */
export function figureSource(sent: readonly string[], missing: readonly string[]): string {
  if (sent.length === 0) {
    return "Chưa có đơn vị gửi số liệu";
  }
  const gone = missing.length === 0 ? "" : `; chưa gửi: ${missing.join(", ")}`;
  return `${sent.join(", ")} gửi${gone}`;
}

export const REPORT = {
  kind: "BÁO CÁO",
  subject: (label: string) => `Kết quả thực hiện phong trào “Bình dân học vụ số” ${label}`,
  placeAndDate: (place: string, year: string) => `${place}, ngày      tháng      năm ${year}`,
  opening: (issuer: string, papers: readonly string[], label: string) =>
    `${papers.length === 0 ? "" : `Thực hiện ${papers.join("; ")}, `}${issuer} báo cáo kết quả thực hiện phong trào “Bình dân học vụ số” ${label} như sau:`,
  targets: "I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU",
  targetHeads: ["TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện", "Tỷ lệ", "Kỳ trước", "Nguồn số liệu"],
  noTargets: "Kế hoạch không nêu chỉ tiêu cho kỳ này.",
  figuresNote: `Số liệu do các thôn, tổ dân phố, đơn vị gửi; chỗ chưa có số liệu để “${UNKNOWN}”.`,
  tasks: "II. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ",
  done: "1. Nhiệm vụ đã hoàn thành trong kỳ",
  late: "2. Nhiệm vụ quá hạn, chưa báo hoàn thành",
  running: "3. Nhiệm vụ đang thực hiện",
  difficulties: "III. KHÓ KHĂN, VƯỚNG MẮC",
  proposals: "IV. ĐỀ XUẤT, KIẾN NGHỊ",
  next: "V. NHIỆM VỤ KỲ TIẾP THEO",
  annex: "PHỤ LỤC: MINH CHỨNG KÈM THEO",
  none: "Không có.",
  nobody: "Đơn vị chưa xác định",
  doneLine: (content: string, lead: string, day: string, late: number, result: string) =>
    `${content} (${lead}; hoàn thành ngày ${shownDay(day)}${late === 0 ? "" : `, chậm ${late} ngày`})${result === "" ? "." : `. Kết quả: ${result}.`}`,
  lateLine: (
    content: string,
    lead: string,
    deadline: string,
    more: { readonly late: number; readonly why: string; readonly doneOn: string | null },
  ) =>
    `${content} (${lead}; hạn ${shownDay(deadline)}, ${more.late === 0 ? "chưa hoàn thành đến hết kỳ" : `quá hạn ${more.late} ngày`}${more.doneOn === null ? "" : `, sau kỳ mới xong, ngày ${shownDay(more.doneOn)}`}). Nguyên nhân: ${more.why === "" ? UNKNOWN : more.why}.`,
  nextLine: (content: string, lead: string, deadline: string) =>
    `${content} (${lead}; hạn ${shownDay(deadline)}).`,
  runningLine: (content: string, lead: string, percent: number | null, note: string) =>
    `${content} (${lead})${percent === null ? "" : `: đạt khoảng ${percent}%`}${note === "" ? "." : `; ${note}.`}`,
  silentLine: (count: number) => `${count} nhiệm vụ không có thời hạn cụ thể chưa có báo cáo trong kỳ.`,
  noteLine: (note: string, content: string, unit: string) => `${note} (${unit}; ${content}).`,
  evidenceLine: (content: string, count: number, days: readonly string[]) =>
    `${content}: ${count} ảnh, gửi ngày ${days.map(shownDay).join(", ")} (xem trong cuộc trò chuyện của người báo).`,
  recipients: "Nơi nhận:",
  closing: (issuer: string, label: string, end: string) =>
    `Trên đây là báo cáo kết quả thực hiện phong trào “Bình dân học vụ số” ${label} của ${issuer}${end}`,
  file: (id: string) => `du-thao-bao-cao-${id.toLowerCase()}.docx`,
} as const;

export const WORKBOOK = {
  tasks: "Nhiệm vụ",
  results: "Kết quả",
  figures: "Số liệu",
  taskHeads: [
    "Mã",
    "Nội dung",
    "Chủ trì",
    "Phối hợp",
    "Thời hạn ghi trong văn bản",
    "Hạn",
    "Tình trạng",
    "Nguồn",
  ],
  resultHeads: [
    "Mã",
    "Nội dung",
    "Chủ trì",
    "Hạn của kỳ",
    "Tình trạng",
    "Đạt (%)",
    "Hoàn thành ngày",
    "Chậm (ngày)",
    "Kết quả",
    "Vướng mắc",
    "Ngày tự hẹn",
    "Người báo",
    "Minh chứng",
  ],
  recordStates: {
    open: "Chưa báo",
    doing: "Đang làm",
    done: "Đã xong",
    transferred: "Xin chuyển",
    postponed: "Xin lùi",
  },
  figureHeads: ["Mã chỉ tiêu", "Chỉ tiêu", "Kỳ", "Nơi gửi", "Thực hiện", "Trên tổng số", "Ngày gửi"],
  states: {
    overdue: "Quá hạn",
    soon: "Sắp đến hạn",
    later: "Chưa đến hạn",
    ongoing: "Thường xuyên",
    as_guided: "Theo hướng dẫn",
    separate_plan: "Có kế hoạch riêng",
    on_request: "Khi có yêu cầu",
    unclear: "Thời hạn chưa rõ",
    done: "Đã hoàn thành",
  },
  file: (id: string) => `nhiem-vu-so-lieu-${id.toLowerCase()}.xlsx`,
} as const;

export const CALENDAR = {
  name: (unit: string) => `Việc đến hạn: ${unit}`,
  title: (content: string) => `Hạn: ${content}`,
  byDefault: "Ngày tính theo ngày làm việc cuối kỳ; văn bản không ghi ngày cụ thể.",
  byOffice: "Ngày do cơ quan đặt, không phải của văn bản.",
} as const;
