// Deciding about tasks at a terminal.
import type { Task } from "../../../domain/task.ts";
import { scheduleUnderstood } from "./reading.ts";

export const REVIEWING = {
  who: "Tên người duyệt: ",
  keys: "d = duyệt, s = sửa rồi duyệt, b = bỏ, Enter = để sau, q = thôi: ",
  field: "Sửa gì (ví dụ lead=Công an xã; Phòng Kinh tế, schedule=2025-10-30, content=…): ",
  approved: (code: string, corrected: boolean) =>
    corrected ? `Đã sửa và duyệt ${code}.` : `Đã duyệt ${code}.`,
  rejected: (code: string) => `Đã bỏ ${code}.`,
  approvedAll: (count: number) => `Đã duyệt ${count} việc.`,
  count: (count: number) => `Còn ${count} việc chờ duyệt.`,
};

export function waitingLines(waiting: {
  readonly task: Task;
  readonly code: string;
  readonly source: string;
  readonly before: { readonly quote: string; readonly decision: "approved" | "rejected" } | null;
}): readonly string[] {
  const { task, code, source, before } = waiting;
  const time =
    task.schedule === null
      ? "văn bản không nêu"
      : `“${task.scheduleText ?? ""}” → ${scheduleUnderstood(task.schedule)}`;
  return [
    `${code}  ${task.id}`,
    `  ${task.content}`,
    `  Chủ trì: ${task.lead.join("; ") || "chưa rõ"} · Phối hợp: ${task.coordinators.join("; ") || "không"} · Thời hạn: ${time}`,
    ...(before === null
      ? []
      : [
          `  Câu chữ đã đổi. Cũ (${before.decision === "approved" ? "đã duyệt" : "đã bỏ"}): “${before.quote}”`,
        ]),
    `  Nguyên văn: “${[task.quote, ...(task.quoteMore ?? [])].join(" […] ")}”`,
    `  Nguồn: ${source}`,
    "",
  ];
}
