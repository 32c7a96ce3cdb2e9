import { unknownLocality } from "./localities.ts";

// Every sentence of the web page. The office's name and its starter questions come from the configuration.
export const webWords = {
  title: "Trợ lý số",
  subtitle: "Hỏi đáp về Bình dân học vụ số",
  notice:
    "Đây là trợ lý tự động, trả lời từ tài liệu của địa phương và luôn ghi nguồn. Xin đừng gửi số căn cước, mật khẩu hay mã OTP.",
  conversation: "Cuộc trò chuyện",
  question: "Câu hỏi của ông bà, anh chị",
  placeholder: "Ví dụ: cài VNeID",
  ask: "Gửi",
  starters: ["Cài VNeID thế nào?", "Nộp hồ sơ trực tuyến ra sao?", "Nhận cuộc gọi nghi lừa đảo thì làm gì?"],
  you: "Người hỏi",
  assistant: "Trợ lý",
  thinking: "Đang tìm trong tài liệu…",
  readAloud: "Đọc to",
  stopReading: "Dừng đọc",
  largeText: "Chữ to",
  moreContrast: "Tương phản",
  choose: "Chọn nhanh",
  rate: "Câu trả lời có ích không",
  toQuestion: "Đến ô nhập câu hỏi",
  download: (name: string) => `Tải tệp ${name}`,
  openChat: "Hỏi Trợ lý số",
  closeChat: "Đóng Trợ lý số",

  notYet: "Câu trả lời chưa xong.",
  see: "Xem câu trả lời",
  empty: "Ông bà, anh chị chưa nhập câu hỏi. Xin nhập câu hỏi rồi bấm Gửi.",
  tooLong: "Câu hỏi dài quá. Xin viết ngắn lại, mỗi lần hỏi một việc.",
  busy: "Trợ lý đang có nhiều người hỏi. Xin thử lại sau ít phút.",
  notStored: "Trợ lý đang gặp trục trặc, câu hỏi chưa được nhận. Xin thử lại sau nửa phút.",
  offline: "Không nối được tới trợ lý. Xin kiểm tra mạng rồi bấm Gửi lại.",
  unknownLocality,
  badRequest: "Yêu cầu không đúng dạng. Xin tải lại trang rồi hỏi lại.",
  foreign: "Trang này chỉ nhận câu hỏi gửi từ chính nó.",
  notFound: "Không có trang này. Xin về trang hỏi đáp.",
  portInUse: (port: number) =>
    `Cổng ${port} đang có chương trình khác dùng. Tắt chương trình kia hoặc đặt PORT sang số khác rồi chạy lại.`,
  portForbidden: (port: number) =>
    `Không được phép mở cổng ${port}. Đặt PORT từ 1024 trở lên (ví dụ 8080) rồi chạy lại.`,
  cannotListen: (port: number, code: string) =>
    `Không mở được cổng ${port} (${code}). Kiểm tra HOST và PORT rồi chạy lại.`,
} as const;
