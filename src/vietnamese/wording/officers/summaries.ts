// Summaries: the monthly look, Monday's digest, the list that is edited in place, the weekly sign of life.
import { shownDay } from "../../text/dates.ts";
import { shorten } from "../../text/shorten.ts";
import { type DigestLine, dayWords, digestLine, fitLines } from "./reminders.ts";

export function lookText(
  lines: readonly { code: string; content: string; when: string }[],
  month: string,
): string {
  return [
    `Rà soát tháng ${shownDay(month.slice(0, 7))}: ${lines.length} việc dài hạn hoặc không có hạn cụ thể của đơn vị đồng chí.`,
    ...fitLines(
      lines.map((line) => `- ${line.code} ${shorten(line.content, 100)} (${line.when})`),
      1800,
    ),
  ].join("\n");
}

export const UNDATED: Readonly<Record<string, string>> = {
  ongoing: "thường xuyên",
  as_guided: "theo hướng dẫn của cấp trên",
  separate_plan: "có kế hoạch riêng",
  on_request: "đột xuất, khi có yêu cầu",
  period: "nhiều tháng",
  unclear: "thời hạn chưa rõ",
  none: "không ghi thời hạn",
};

export const photosWords = (count: number): string => (count === 0 ? "" : `${count} ảnh`);

export function weeklyText(week: {
  readonly from: string;
  readonly scope: string;
  readonly units: readonly { readonly unit: string; readonly open: number; readonly overdue: number }[];
  readonly overdue: readonly DigestLine[];
  readonly soon: readonly DigestLine[];
  readonly done: number;
  /** Reported done in the seven days before, with what came of it. */
  readonly finished: readonly { readonly code: string; readonly content: string; readonly result: string }[];
  /** Requests that wait for a decision. */
  readonly asked: number;
  /** Approved work whose words changed in the plan, to be decided on anew. */
  readonly amended?: number;
}): string {
  const lines = (title: string, list: readonly DigestLine[]) =>
    list.length === 0
      ? [`${title}: không có.`]
      : [
          `${title} (${list.length}):`,
          ...fitLines(
            list.map((line) => digestLine(line, week.from)),
            500,
          ),
        ];
  return [
    `Tổng hợp tuần từ ${dayWords(week.from)}, ${week.scope}. Đã báo xong: ${week.done} việc.`,
    ...(week.asked === 0 ? [] : [`Đề nghị chờ quyết định: ${week.asked} (gõ /denghi).`]),
    ...((week.amended ?? 0) === 0
      ? []
      : [`Việc đã đổi trong bản kế hoạch mới, chờ duyệt lại: ${week.amended} (gõ /duyet).`]),
    ...(week.finished.length === 0
      ? []
      : [
          `Mới xong trong tuần qua (${week.finished.length}):`,
          ...fitLines(
            week.finished.map(
              ({ code, content, result }) =>
                `- ${code} ${shorten(content, 60)}${result === "" ? "" : `: ${shorten(result, 100)}`}`,
            ),
            400,
          ),
        ]),
    ...lines("Quá hạn", week.overdue),
    ...lines("Đến hạn trong 14 ngày", week.soon),
    ...(week.units.length > 1
      ? [
          "Theo đơn vị:",
          ...fitLines(
            week.units.map(
              (unit) => `- ${shorten(unit.unit, 60)}: đang mở ${unit.open}, quá hạn ${unit.overdue}`,
            ),
            300,
          ),
        ]
      : []),
    "Xem đủ: /viec; báo cáo kỳ: /baocao.",
  ].join("\n");
}

/** The list that is edited in place. */
export function boardText(board: {
  readonly today: string;
  readonly overdue: readonly DigestLine[];
  readonly soon: readonly DigestLine[];
  readonly later: number;
  readonly undated: number;
}): string {
  const part = (title: string, lines: readonly DigestLine[]) =>
    lines.length === 0
      ? []
      : [
          `${title} (${lines.length}):`,
          ...fitLines(
            lines.map((line) => digestLine(line, board.today)),
            800,
          ),
        ];
  return [
    `Bảng việc của đồng chí, cập nhật ${shownDay(board.today)}.`,
    ...part("Quá hạn", board.overdue),
    ...part("Đến hạn trong 14 ngày", board.soon),
    `Còn lại: ${board.later} việc chưa đến hạn, ${board.undated} việc không có hạn cụ thể. Gõ /viec để xem đủ.`,
  ].join("\n");
}

export function aliveText(week: {
  readonly confirmed: number;
  readonly unclear: number;
  readonly failed: number;
  readonly ahead: number;
  readonly closed: readonly string[];
}): string {
  return [
    "Hệ thống hoạt động.",
    `Bảy ngày qua: ${week.confirmed} lượt nhắc có biên nhận, ${week.unclear} chưa rõ đã nhận, ${week.failed} không gửi được.`,
    `Bảy ngày tới: ${week.ahead} lượt nhắc theo kế hoạch.`,
    week.closed.length > 0 ? `Kênh đang nghỉ: ${week.closed.join(", ")}.` : "Các kênh đều mở.",
    "Tuần nào không thấy tin này, xin kiểm tra máy chủ.",
  ].join("\n");
}
