// What officers and leaders read of work: lists in one line a task, what was kept, requests, decisions.
import { daysBetween, shownDay } from "../../text/dates.ts";
import { shorten } from "../../text/shorten.ts";
import { photosWords } from "./summaries.ts";

const SHORT = 60;

export interface WorkLine {
  readonly code: string;
  readonly content: string;
  readonly lead: readonly string[];
  readonly deadline: string | null;
  readonly byDefault: boolean;
  /** The day is the office's own. */
  readonly byOffice: boolean;
  /** False while nobody has approved it: it does not remind. */
  readonly approved: boolean;
  /** The plan has newer words for it, on which nobody has decided. */
  readonly amended: boolean;
  readonly state: string | null;
  readonly percent: number | null;
}

const STATES: Readonly<Record<string, string>> = {
  done: "đã xong",
  doing: "đang làm",
  postponed: "xin lùi",
  transferred: "xin chuyển",
};

function whenWords(deadline: string | null, today: string): string {
  if (deadline === null) {
    return "không hạn";
  }
  const left = daysBetween(today, deadline);
  if (left === 0) {
    return `${shownDay(deadline)}, hôm nay`;
  }
  return `${shownDay(deadline)}, ${left < 0 ? `quá hạn ${-left} ngày` : `còn ${left} ngày`}`;
}

/** "1. #TT-6F2K Tổ chức lớp… (30/10/2025, còn 3 ngày; đang làm 60%)". */
export function workLine(line: WorkLine, number: number, today: string, withUnit: boolean): string {
  const state = line.state === null ? "" : `; ${STATES[line.state] ?? line.state}`;
  const percent = line.percent === null || line.state === "done" ? "" : ` ${line.percent}%`;
  const unit = withUnit ? ` [${shorten(line.lead.join(", ") || "chưa rõ đơn vị", 40)}]` : "";
  const newer = line.amended ? " (kế hoạch đã đổi, chờ duyệt lại)" : "";
  const mark = line.approved ? newer : " (chưa duyệt, chưa nhắc)";
  const office = line.byOffice ? "cơ quan đặt " : "";
  return `${number}. ${line.code} ${shorten(line.content, SHORT)}${unit} (${office}${whenWords(line.deadline, today)}${state}${percent})${mark}`;
}

export const WORK = {
  head: (name: string, count: number) => `${name}: ${count} việc.`,
  none: (name: string) => `${name}: không có việc nào.`,
  more: (count: number) => `Còn ${count} việc nữa: gõ “xem tiếp”.`,
  how: "Gõ “xong 2”, “việc 2”, “lùi 2 đến thứ 6”… để báo theo số thứ tự.",
  spoken: "Gõ: hôm nay · tuần này · quá hạn · xuất excel",
  views: [
    { label: "Hôm nay", value: "hôm nay" },
    { label: "Tuần này", value: "tuần này" },
    { label: "Quá hạn", value: "việc quá hạn" },
    { label: "Xuất Excel", value: "xuất excel" },
  ],
  all: "Việc của đơn vị",
  place: "Việc của địa bàn",
  late: "Việc quá hạn",
  soon: "Việc sắp đến hạn",
  recent: "Việc mới báo xong trong 14 ngày",
  silent: "Việc chưa có báo cáo nào, hạn trong 14 ngày tới hoặc đã quá hạn",
  ofUnit: (unit: string) => `Việc của ${unit}`,
  until: (day: string) => `tính đến ${shownDay(day)}`,
  dueIn: (label: string) => `Việc đến hạn ${label}`,
  undated: (count: number) => `${count} việc khác không có hạn cụ thể.`,
  count: (counts: {
    readonly open: number;
    readonly late: number;
    readonly soon: number;
    readonly undated: number;
  }) =>
    `Còn ${counts.open} việc chưa xong: ${counts.late} quá hạn, ${counts.soon} đến hạn trong 14 ngày, ${counts.undated} không có hạn cụ thể.`,
  which: "Việc nào? Chọn một việc, hoặc gõ kèm mã hay số thứ tự (ví dụ “xong 2”).",
  unsure: "Đồng chí muốn làm gì với công việc? Chọn một nút, hoặc gõ kèm mã việc.",
  unsureButtons: [
    { label: "Xem việc", value: "danh sách việc" },
    { label: "Báo xong", value: "/xong" },
    { label: "Đang làm", value: "/danglam" },
    { label: "Xin lùi", value: "/hoan" },
  ],
  unknown: (code: string) =>
    `Không có việc ${code} trong các việc của đồng chí. Gõ “danh sách việc” để xem mã.`,
  unknownNumber: (number: number) => `Danh sách vừa rồi không có việc số ${number}.`,
  undo: { label: "Hoàn tác", value: "hoàn tác" },
  undone: (code: string) => `Đã hoàn tác báo cáo vừa rồi về ${code}. Việc trở lại như trước đó.`,
  nothingToUndo: "Trong 24 giờ qua đồng chí chưa báo gì để hoàn tác.",
  done: (code: string, content: string, period: string | null, note: string | null) =>
    `Đã ghi: XONG ${code} (${shorten(content, 80)})${period === null ? "" : `, kỳ đến ${shownDay(period)}`}.${note === null ? "" : ` Kết quả: ${note}`}`,
  doing: (code: string, content: string, percent: number | null, day: string | null) =>
    `Đã ghi: ĐANG LÀM ${code} (${shorten(content, 80)})${percent === null ? "" : `, đạt khoảng ${percent}%`}${day === null ? "" : `, dự kiến xong ${shownDay(day)}`}. Hạn trong văn bản giữ nguyên.`,
  obstacle: (code: string, words: string) =>
    `Đã ghi vướng mắc của ${code}: “${words}”. Lãnh đạo xem được, báo cáo kỳ có nêu.`,
  askHelp: (code: string) => ({ label: "Xin lãnh đạo hỗ trợ", value: `xin hỗ trợ ${code}` }),
  noDay:
    "Xin lùi đến ngày nào? Ví dụ: “lùi #TT-6F2K đến thứ 6”, “gia hạn #TT-6F2K thêm 1 tuần”. Chưa gửi gì.",
  pastDay: (day: string) => `${shownDay(day)} đã qua. Chưa gửi gì; xin nêu ngày khác.`,
  farDay: (day: string, end: string) =>
    `${shownDay(day)} vượt quá thời gian của kế hoạch (${shownDay(end)}). Chưa gửi gì; xin nêu ngày khác.`,
  sent: (what: string, names: readonly string[]) =>
    names.length === 0
      ? `Đã ghi ${what}, nhưng chưa có lãnh đạo hay người quản trị nào trong hệ thống để duyệt.`
      : `Đã gửi ${what} tới ${names.join(", ")}. Có quyết định đồng chí sẽ được báo. Trong khi chờ, hạn cũ vẫn tính.`,
  extension: (code: string, day: string) => `đề nghị lùi hạn ${code} đến ${shownDay(day)}`,
  handover: (code: string, to: string | null) => `đề nghị chuyển ${code}${to === null ? "" : ` cho ${to}`}`,
  help: (code: string) => `đề nghị hỗ trợ việc ${code}`,
  again: (code: string, day: string, clock: string) =>
    `Đã hẹn: nhắc lại ${code} lúc ${clock} ngày ${shownDay(day)}.`,
  quietHour: "Giờ nhắc phải từ 07:00 đến trước 21:00. Chưa hẹn gì.",
  who: (code: string, content: string, lead: string, support: string) =>
    `${code} ${shorten(content, 80)}\nChủ trì: ${lead === "" ? "văn bản không nêu" : lead}.${support === "" ? "" : `\nPhối hợp: ${support}.`}`,
  excel: "Danh sách việc, kết quả, số liệu (Excel)",
  noFiles:
    "Kênh này không gửi tệp được. Xin gõ “xuất excel” trên Telegram hoặc ở trang web (sau khi /ketnoi).",
  noRequests: "Không có đề nghị nào đang chờ quyết định.",
  obstaclesHead: "Vướng mắc các đơn vị đã báo:",
  noObstacles: "Chưa đơn vị nào báo vướng mắc.",
  nudged: (count: number, tasks: number) =>
    count === 0
      ? "Chưa có cán bộ nào của đơn vị chủ trì kết nối, nên chưa nhắc được ai."
      : `Đã nhắc ${count} người về ${tasks} việc.`,
  given: (code: string, to: string | null, day: string | null) =>
    `Đã giao ${code}${to === null ? "" : ` cho ${to}`}${day === null ? "" : `, hạn cơ quan đặt ${shownDay(day)} (hạn trong văn bản giữ nguyên bên cạnh)`}.`,
  giveWhat: "Giao cho đơn vị nào, hạn ngày nào? Ví dụ: “giao #TT-6F2K cho Công an xã hạn 20/11”.",
  nudgeAll: "Nhắc tất cả",
  timeline: "Đã báo:",
  photos: photosWords,
  said: (day: string, who: string, state: string, words: string) =>
    `- ${shownDay(day)} ${who}: ${STATES[state] ?? state}${words === "" ? "" : `. ${words}`}`,
  acts: (code: string) => [
    { label: "Xong", value: `/xong ${code}` },
    { label: "Đang làm", value: `/danglam ${code}` },
    { label: "Nguyên văn", value: `/trich ${code}` },
  ],
} as const;
