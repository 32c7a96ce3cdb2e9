// What officers, heads, leaders and admins read in reminders. Plain text; every message fits 2,000 characters, its numbered choices included.
import type { DaySaid } from "../../../domain/reminder.ts";
import { daysBetween, shownDay, weekday } from "../../text/dates.ts";
import { shorten } from "../../text/shorten.ts";

const WEEKDAYS = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

export const MARK = "Nhắc lại (có thể đồng chí đã nhận).";
export const BUTTON_RECEIVED = "Đã nhận";
export const BUTTON_DONE = "Đã xong";
export const BUTTON_DOING = "Đang làm";

/** "thứ Năm 10/12/2026". */
export function dayWords(day: string): string {
  return `${WEEKDAYS[weekday(day) - 1] ?? ""} ${shownDay(day)}`;
}

export function distanceWords(daysLeft: number): string {
  if (daysLeft < 0) {
    return `quá hạn ${-daysLeft} ngày`;
  }
  if (daysLeft === 0) {
    return "hôm nay là ngày cuối";
  }
  return `còn ${daysLeft} ngày`;
}

export interface TaskWords {
  readonly code: string;
  readonly content: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  /** The paper's words for the schedule. */
  readonly scheduleText: string | null;
  readonly deadline: string;
  /** The plan's own day, where the office has set the day; null where the plan has none. */
  readonly planned?: string | null;
  readonly said: DaySaid;
  readonly byDefault: boolean;
  /** The day that the officer promised, where this is about it. */
  readonly promised?: string;
  /** The newer words for the schedule, where the plan has changed and nobody has decided yet. */
  readonly amended?: string;
  /** It happens on the day and is not merely due by it. */
  readonly event?: boolean;
  readonly source: string;
}

/** How the day was come by, when the paper does not name one. */
function dayOrigin(task: TaskWords): string | null {
  if (!task.byDefault) {
    return null;
  }
  if (task.said === "cut_off") {
    return `Kế hoạch không ghi ngày cụ thể; ${shownDay(task.deadline)} là ngày chốt số liệu của kỳ (15 tháng trước đến 14 tháng cuối kỳ, Nghị định 09/2019/NĐ-CP). Ngày phải gửi do tỉnh quy định.`;
  }
  if (task.said === "send_by") {
    return `Kế hoạch không ghi ngày cụ thể; ${shownDay(task.deadline)} là hạn gửi báo cáo đã đặt cho địa phương.`;
  }
  return task.said === "recurring"
    ? `Kế hoạch không ghi ngày cụ thể; ${shownDay(task.deadline)} là ngày mặc định (ngày làm việc cuối kỳ).`
    : `Kế hoạch không ghi ngày cụ thể; tính đến ngày làm việc cuối cùng: ${shownDay(task.deadline)}.`;
}

function body(task: TaskWords): string {
  const units = [
    task.lead.length > 0
      ? `Chủ trì: ${shorten(task.lead.join(", "), 200)}.`
      : "Kế hoạch chưa ghi đơn vị chủ trì.",
    task.support.length > 0 ? `Phối hợp: ${shorten(task.support.join(", "), 200)}.` : "",
  ];
  return [
    shorten(task.content, 500),
    units.filter((part) => part !== "").join(" "),
    task.scheduleText === null ? "" : `Trong văn bản ghi: “${shorten(task.scheduleText, 160)}”.`,
    dayOrigin(task) ?? "",
    task.amended === undefined
      ? ""
      : `Kế hoạch đã có bản mới${task.amended === "" ? "" : ` (“${shorten(task.amended, 80)}”)`}, chờ duyệt; nhắc này theo bản đã duyệt.`,
    `Nguồn: ${shorten(task.source, 200)}`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

export const planDay = (planned: string | null): string =>
  planned === null ? "văn bản không ghi hạn" : `trong văn bản ${shownDay(planned)}`;

export function deadlineText(
  task: TaskWords,
  today: string,
  part: "lead" | "support" | "own" | "stand_in" | "head" | "leader",
): string {
  const days = daysBetween(today, task.deadline);
  const left = task.event === true && days === 0 ? "hôm nay" : distanceWords(days);
  const due =
    task.planned === undefined
      ? `${task.event === true ? "ngày" : "hạn"} ${dayWords(task.deadline)}`
      : `hạn cơ quan đặt ${dayWords(task.deadline)}; ${planDay(task.planned)}`;
  const opening = {
    lead: `Nhắc việc ${task.code}: ${left} (${due}).`,
    support: `Việc đơn vị đồng chí phối hợp ${task.code}: ${left} (${due}).`,
    own: `Nhắc việc ${task.code}: ${promiseWords(task, today)} (${due}, ${left}).`,
    stand_in: `Việc ${task.code} chưa có cán bộ nào của đơn vị chủ trì trong hệ thống: ${left} (${due}).`,
    head: `Gửi lãnh đạo đơn vị. Việc ${task.code} của đơn vị chưa báo xong: ${left} (${due}).`,
    leader: `Gửi lãnh đạo. Việc ${task.code} chưa được báo xong: ${left} (${due}).`,
  }[part];
  return `${task.event === true && days < 0 && part === "lead" ? eventOver(task) : opening}\n${body(task)}`;
}

/** A promise on a free day is remembered on the working day before it. */
const promiseWords = ({ promised = "" }: TaskWords, today: string) =>
  promised === "" || promised === today
    ? "hôm nay là ngày đồng chí đã hẹn"
    : `đồng chí đã hẹn xong ${dayWords(promised)}`;

const eventOver = ({ code, deadline }: TaskWords) =>
  `Việc ${code} có ngày ${dayWords(deadline)} đã qua. Đã tổ chức chưa, kết quả thế nào? Xin báo; việc này không được nhắc thêm.`;

export function decisionText(task: TaskWords): string {
  return [
    `Việc ${task.code} có hạn ${dayWords(task.deadline)}, đã qua khi được duyệt. Xin chọn: nhắc như việc quá hạn, hay để nguyên không nhắc.`,
    body(task),
  ].join("\n");
}
export const BUTTON_REMIND = "Nhắc như việc quá hạn";
export const BUTTON_LEAVE = "Để nguyên";

/** As many lines as fit, and how many were left out. */
export function fitLines(lines: readonly string[], room: number): readonly string[] {
  const kept: string[] = [];
  let used = 0;
  for (const line of lines) {
    if (used + line.length + 1 > room - 60) {
      break;
    }
    kept.push(line);
    used += line.length + 1;
  }
  const rest = lines.length - kept.length;
  return rest === 0 ? kept : [...kept, `… và ${rest} việc nữa. Gõ /viec để xem đủ.`];
}

export interface DigestLine {
  readonly code: string;
  readonly content: string;
  readonly deadline: string;
  /** Whose it is, for who reads of several bodies. */
  readonly unit?: string;
}

export function digestLine(line: DigestLine, today: string): string {
  const left = distanceWords(daysBetween(today, line.deadline));
  const unit = line.unit === undefined ? "" : ` [${shorten(line.unit, 40)}]`;
  return `- ${line.code} ${shorten(line.content, 90)}${unit} (hạn ${shownDay(line.deadline)}, ${left})`;
}

/** Under a digest: how to answer for one of its lines. */
const ANSWER =
  "Trả lời từng việc: gõ mã kèm kết quả, ví dụ “#mã xong, 320 người dự” hoặc “#mã đang làm 60%”.";

export function digestText(digest: {
  readonly lines: readonly DigestLine[];
  readonly today: string;
  /** Local days and times of the interruption, when there was one. */
  readonly gap: { readonly from: string; readonly to: string } | null;
  /** Other messages (summaries, notices) that were not sent. */
  readonly others: number;
  readonly maybeSeen: boolean;
}): string {
  const ahead = digest.lines.filter((line) => line.deadline >= digest.today);
  const past = digest.lines.filter((line) => line.deadline < digest.today);
  const opening =
    digest.gap === null
      ? `Tổng hợp ${digest.lines.length} việc cần đồng chí xem:`
      : `Trong thời gian hệ thống gián đoạn (từ ${digest.gap.from} đến ${digest.gap.to}), ${digest.lines.length} việc chưa được nhắc:`;
  const room = 1500 / (ahead.length > 0 && past.length > 0 ? 2 : 1);
  const part = (title: string, lines: readonly DigestLine[]) =>
    lines.length === 0
      ? []
      : [
          title,
          ...fitLines(
            lines.map((line) => digestLine(line, digest.today)),
            room,
          ),
        ];
  return [
    digest.maybeSeen ? MARK : "",
    digest.lines.length > 0 ? opening : "",
    ...part("Sắp đến hạn:", ahead),
    ...part("Đã quá hạn:", past),
    digest.lines.length > 0 ? ANSWER : "",
    digest.others > 0
      ? `Có ${digest.others} bản tổng hợp kỳ trước chưa gửi được; gõ “danh sách việc” để xem tình hình hiện nay.`
      : "",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

const CHANNELS: Readonly<Record<string, string>> = {
  telegram: "Telegram",
  zalo_bot: "Zalo Bot",
  zalo_oa: "Zalo OA",
  web: "trang web",
};

export function channelLabel(channel: string): string {
  return CHANNELS[channel] ?? channel;
}

export function noticeText(
  what: "down" | "exhausted" | "nearly_exhausted",
  channel: string,
  count: number,
): string {
  const name = channelLabel(channel);
  switch (what) {
    case "down":
      return `Kênh ${name} từ chối mã truy cập, đã tạm dừng. Lời nhắc chuyển sang kênh khác nếu có. Xin kiểm tra mã của bot.`;
    case "exhausted":
      return `Kênh ${name} đã hết hạn mức tháng (${count} tin). Lời nhắc chuyển sang kênh khác đến đầu tháng sau.`;
    case "nearly_exhausted":
      return `Kênh ${name} đã dùng ${count} tin của hạn mức tháng, sắp hết.`;
  }
}

/** Why a reminder stands on the list of those to be told by hand. */
export function whyWords(why: string | null): string {
  const known: Readonly<Record<string, string>> = {
    no_channel: "cán bộ chưa liên kết kênh nào đang mở",
    died_sending: "máy dừng giữa lúc gửi, chưa rõ đã nhận",
    needs_person: "chưa rõ đã nhận, cần gọi điện",
    expired: "quá thời gian có ích mà chưa gửi được",
    not_wanted: "quản trị quyết định không gửi lại sau khi khôi phục",
  };
  return known[why ?? ""] ?? "chưa rõ đã nhận";
}
