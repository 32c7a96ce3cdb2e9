// What an admin must look at in a paper, said so that it can be acted on.
import type { FindingKind, Task } from "../../../domain/task.ts";
import { shownDay } from "../../text/dates.ts";

export const findingMessage = {
  blankNumber: "Số ký hiệu để trống. Điền số vào tệp sửa (TÊN.yaml, mục number) khi văn bản đã được cấp số.",
  noNumber: "Không thấy số ký hiệu của văn bản. Nếu có, ghi vào tệp sửa (TÊN.yaml, mục number).",
  blankDate: (read: string | null) =>
    read === null
      ? "Không thấy ngày ban hành. Nếu có, ghi vào tệp sửa (TÊN.yaml, mục date)."
      : `Ngày ban hành chưa đủ (mới đọc được ${shownDay(read)}). Ghi đủ ngày vào tệp sửa (TÊN.yaml, mục date).`,
  outOfOrder: (before: string, after: string) =>
    `Số mục không liền: sau ${before} là ${after}. Kiểm tra xem có đánh nhầm hoặc thiếu phần nào không.`,
  missingAnnex:
    "Văn bản nói có danh mục hoặc phụ lục kèm theo nhưng tệp không có. Nạp thêm phụ lục để có đủ nhiệm vụ.",
  dangling: (address: string, from: string) =>
    `Mục ${from} dẫn đến mục ${address}, nhưng văn bản không có mục này.`,
  unassigned: "Chưa rõ cơ quan nào chịu trách nhiệm mục này.",
  unassignedPart: (items: number) =>
    `Phần này có ${items} nhiệm vụ nhưng văn bản không giao từng nhiệm vụ cho cơ quan nào.`,
  doublyAssigned: (bodies: readonly string[]) => `Mục này được giao cho nhiều cơ quan: ${bodies.join("; ")}.`,
  unknownUnit: (name: string) =>
    `Không nhận ra cơ quan, đơn vị “${name}”. Nếu đúng là tên một đơn vị, thêm vào knowledge/units.yaml.`,
  falling: (group: string, from: string, to: string) =>
    `Chỉ tiêu của “${group}” giảm từ ${from} xuống ${to}. Kiểm tra lại số liệu.`,
  nearDuplicate: (other: string) => `Đoạn này gần như lặp lại mục ${other}. Kiểm tra xem có chép nhầm không.`,
  misspelt: (found: string, likely: string) => `“${found}” có thể viết nhầm, thường viết là “${likely}”.`,
  deadlinePast: (day: string) => `Thời hạn ${shownDay(day)} đã qua.`,
  unclearSchedule: (words: string) =>
    `Thời hạn “${words}” chưa đủ rõ để nhắc việc. Ghi thời hạn cụ thể khi duyệt nhiệm vụ.`,
  badText: (percent: number) =>
    `Chỉ ${percent}% số chữ đọc được là tiếng Việt đúng chính tả. Bản này có thể bị lỗi phông hoặc quét mờ; nên nạp bản khác.`,
  hiddenText: "Văn bản có ký tự ẩn. Đã bỏ khi đọc; kiểm tra lại nguồn tệp.",
  unknownLocality: (name: string) =>
    `“${name}” chưa có trong localities.yaml, nên văn bản này chưa trả lời và chưa nhắc việc cho ai. Thêm bằng: npm run ingest -- --add-locality "${name}"`,
  unlistedContact: (contacts: readonly string[]) =>
    `Văn bản nêu số điện thoại, đường dẫn hoặc tài khoản chưa có trong danh sách của cơ quan: ${contacts.join("; ")}. Các đoạn này không được dùng để trả lời. Nếu đúng, thêm vào hotlines.yaml hoặc links.yaml; nếu không, đừng nạp văn bản này.`,
  asksForSecret:
    "Văn bản bảo người dân đưa mã OTP, mật khẩu hoặc chuyển tiền. Đoạn này không được dùng để trả lời; kiểm tra lại nguồn văn bản.",
  sameText: (other: string) =>
    `Cùng nội dung với “${other}”. Giữ một bản; bản kia không dùng để trả lời và nhắc việc.`,
  sameNumber: (other: string, number: string) =>
    `Cùng số ký hiệu ${number} với “${other}” nhưng nội dung khác. Chọn bản đúng và bỏ bản kia.`,
  newerTitle: (other: string) =>
    `Cùng tên với “${other}”, ban hành sau. Nếu bản này thay bản kia, ghi vào tệp sửa (TÊN.yaml, mục replaces).`,
  replacedBy: (other: string) =>
    `Đã bị thay thế hoặc bãi bỏ bởi “${other}”. Không dùng để trả lời và nhắc việc.`,
} as const;

/** What is folded away on the page of what needs a person, by kind. */
export const findingKinds: Readonly<Record<FindingKind, string>> = {
  unlisted_contact: "số điện thoại, đường dẫn, tài khoản lạ",
  unknown_locality: "địa phương chưa khai báo",
  same_document: "văn bản trùng nhau",
  replaced_document: "văn bản đã bị thay thế",
  bad_text: "chữ đọc không chắc",
  missing_annex: "thiếu phụ lục",
  falling_figure: "chỉ tiêu giảm",
  unclear_schedule: "thời hạn chưa rõ",
  unassigned_item: "việc chưa rõ ai làm",
  doubly_assigned_item: "việc giao cho nhiều cơ quan",
  dangling_reference: "dẫn đến mục không có",
  unknown_unit: "tên cơ quan chưa nhận ra",
  hidden_text: "ký tự ẩn",
  blank_number: "số ký hiệu để trống",
  blank_date: "ngày ban hành chưa đủ",
  deadline_past: "thời hạn đã qua",
  misspelt_name: "có thể viết nhầm",
  near_duplicate: "đoạn lặp lại",
  numerals_out_of_order: "số mục không liền",
};

/** A task as an officer reads it in a terminal. */
export function taskLines(task: Task): readonly string[] {
  const by = task.schedule?.kind === "by" ? `trước ngày ${shownDay(task.schedule.date)}` : task.scheduleText;
  const along = task.coordinators.length === 0 ? "" : ` · Phối hợp: ${task.coordinators.join("; ")}`;
  return [
    `${task.doc}, mục ${task.section}`,
    `  ${task.content}`,
    `  Chủ trì: ${task.lead.join("; ") || "chưa rõ"}${along} · Thời hạn: ${by ?? "không nêu"}`,
    "",
  ];
}
