// A resident's question on its way to a person and back: what the resident, the officer and the office's chat read.

import type { AskedWords } from "../../../domain/console.ts";
import { shownDay } from "../../text/dates.ts";
import { shorten } from "../../text/shorten.ts";

export const PERSON = {
  contact: (contact: string) => `Liên hệ: ${contact}`,
  told: (code: string) =>
    `Đã chuyển cho cán bộ, mã ${code}. Khi có trả lời, tôi gửi ngay tại đây. Xin đừng gửi thêm số giấy tờ hay mã.`,
  kept: (code: string) =>
    `Đã ghi câu hỏi cho cán bộ, mã ${code}; có trả lời, tôi gửi tại đây. Hiện chưa có cán bộ nào nhận được tin báo ngay nên có thể lâu. Cần sớm, xin hỏi trực tiếp.`,
  nobody:
    "Hiện chưa có cán bộ nào nhận câu hỏi qua trợ lý nên tôi chưa chuyển được câu hỏi này. Xin hỏi trực tiếp.",
  how: "Muốn tôi chuyển câu hỏi cho cán bộ, xin gõ: /gapcanbo kèm câu hỏi.",
  visit:
    "Ông bà, anh chị hỏi trực tiếp tại trụ sở ủy ban, Trung tâm Phục vụ hành chính công, hoặc gọi Tổ công nghệ số cộng đồng ở thôn, tổ dân phố.",
};

const where = ({ place, time, day }: AskedWords): string =>
  `${place ?? "chưa rõ địa phương"}, ${time} ngày ${shownDay(day)}`;

/** Pushed to officers. Without the resident's words, which must be gone at once when the resident says so. */
export function askedText(asked: AskedWords, assigned: boolean): string {
  return [
    assigned
      ? `Đồng chí được giao trả lời một câu hỏi của người dân, mã ${asked.code} (${where(asked)}).`
      : `Có người dân nhờ cán bộ trả lời, mã ${asked.code} (${where(asked)}).`,
    `Trả lời: /traloi ${asked.code} rồi viết tiếp nội dung. Các câu đang chờ: /hoidap`,
  ].join("\n");
}

export const ANSWERING = {
  look: "Xem câu hỏi",
  none: "Không có câu hỏi nào đang chờ đồng chí trả lời.",
  head: (count: number) => `${count} câu hỏi của người dân đang chờ cán bộ trả lời:`,
  line: (asked: AskedWords, question: string, mine: boolean) =>
    `${asked.code} (${where(asked)})${mine ? ", giao cho đồng chí" : ""}: “${shorten(question, 140)}”`,
  rest: (count: number) => `… và ${count} câu nữa.`,
  how: "Chọn một câu để xem đủ, hoặc trả lời luôn: /traloi MÃ rồi viết tiếp nội dung.",
  one: (asked: AskedWords, question: string) =>
    [
      `${asked.code} (${where(asked)}), người dân hỏi:`,
      `“${question}”`,
      `Trả lời: /traloi ${asked.code} rồi viết tiếp nội dung. Người hỏi nhận ngay trong cuộc trò chuyện của họ, kèm tên cơ quan, không kèm tên đồng chí.`,
    ].join("\n"),
  which: "Xin gõ: /traloi MÃ rồi viết tiếp nội dung. Xem mã ở /hoidap.",
  unknown: (code: string) => `Không có câu hỏi ${code} đang chờ đồng chí trả lời. Xem danh sách ở /hoidap.`,
  answered: (code: string, name: string) =>
    `Câu hỏi ${code} đã có người trả lời (${name}). Chưa gửi gì thêm.`,
  closed: (code: string) => `Yêu cầu ${code} đã đóng hoặc người hỏi đã xóa. Chưa gửi gì.`,
  personal:
    "Câu trả lời có số điện thoại, số giấy tờ hay mã nên đã bị che và chưa gửi đi. Xin viết lại không có số ấy; cần đưa số của cơ quan thì trả lời ở trang quản trị (/quanly).",
  tooLong: "Câu trả lời dài quá 3.000 ký tự. Chưa gửi gì.",
  outcomes: {
    sent: (code: string) => `Đã gửi câu trả lời cho người hỏi (${code}).`,
    unclear: (code: string) =>
      `Đã chuyển câu trả lời ${code} cho kênh nhưng không có biên nhận: có thể đã tới, có thể chưa.`,
    unsent: (code: string) =>
      `Kênh của người hỏi chưa nhận. Câu trả lời ${code} đã lưu; xin thử lại sau bằng lệnh như vừa rồi.`,
    refused: (code: string) =>
      `Kênh không cho gửi nữa (người hỏi đã chặn, hoặc quá hạn trả lời của kênh). Câu trả lời ${code} chỉ còn lưu ở trang quản trị.`,
  },
};
