// Small talk, refusals and the first words of a conversation.

const ABILITIES = [
  "Tôi giúp được mấy việc này:",
  "• Trả lời về kế hoạch Bình dân học vụ số của xã, phường, tỉnh: chỉ tiêu, ai làm, bao giờ xong.",
  "• Hướng dẫn từng bước: cài VNeID, nộp hồ sơ trên mạng, dùng bảo hiểm y tế điện tử, tránh lừa đảo…",
  "• Chỉ việc cần làm ngay khi lỡ chuyển tiền, lỡ đọc mã OTP.",
  "Cứ hỏi như nói chuyện, không dấu cũng được. Ví dụ: “Cài VNeID thế nào?”",
].join("\n");

const TALK: Readonly<Record<string, string>> = {
  who_are_you:
    "Tôi là trợ lý số, một chương trình trả lời tự động của chính quyền cơ sở về Bình dân học vụ số. Tôi không phải người thật; câu trả lời lấy từ tài liệu và có ghi nguồn. Muốn gặp người thật, gõ “gặp cán bộ”.",
  what_can_you_do: ABILITIES,
  how_are_you: "Cảm ơn đã hỏi thăm, tôi vẫn sẵn sàng. Ông bà, anh chị cần giúp việc gì ạ?",
  goodbye: "Vâng, chào ông bà, anh chị. Khi nào cần cứ nhắn, tôi trả lời cả ngày đêm.",
  thanks: "Không có gì ạ. Cần gì ông bà, anh chị cứ hỏi tiếp nhé.",
  greeting:
    "Chào ông bà, anh chị. Cần hỏi gì cứ nhắn ạ. Ví dụ: “Cài VNeID thế nào?” hoặc “Chỉ tiêu năm 2026 là bao nhiêu?”",
  ok: "Vâng ạ. Cần gì thêm ông bà, anh chị cứ nhắn.",
  complaint:
    "Xin lỗi vì trả lời chưa rõ. Ông bà, anh chị thử nói ngắn lại điều cần hỏi, kèm tên xã, phường nếu có. Hoặc gõ “gặp cán bộ” để người thật trả lời.",
};

export function talkText(kind: string): string {
  return TALK[kind] ?? ABILITIES;
}

export const EMPTY_TEXT =
  "Tôi chưa thấy câu hỏi. Ông bà, anh chị gõ điều cần hỏi nhé. Ví dụ: “Cài VNeID thế nào?”";

export const TOO_LONG_TEXT =
  "Tin nhắn dài quá, tôi đọc không hết. Xin viết ngắn lại, chỉ một việc cần hỏi, dưới 1.000 chữ cái.";

const REFUSALS: Readonly<Record<string, string>> = {
  injection:
    "Tôi không làm theo yêu cầu này. Tôi chỉ trả lời theo tài liệu của địa phương về Bình dân học vụ số và các bài hướng dẫn.",
  secrets:
    "Tôi không giữ và không cung cấp mật khẩu, khóa hay thông tin nội bộ của hệ thống. Việc quản trị xin liên hệ người phụ trách của ủy ban.",
  other_person:
    "Tôi không cung cấp thông tin riêng của người khác. Pháp luật bảo vệ dữ liệu cá nhân của mỗi người. Cần liên hệ công việc, xin đến trụ sở ủy ban hoặc hỏi trưởng thôn, tổ trưởng.",
  hacking:
    "Việc này xâm phạm tài khoản, thông tin của người khác và trái pháp luật, tôi không hướng dẫn được. Nếu đó là tài khoản của mình, cứ hỏi “quên mật khẩu”, tôi chỉ cách lấy lại.",
  faking:
    "Làm giả hay mua bán giấy tờ, tài khoản là trái pháp luật, tôi không hướng dẫn được. Cần làm giấy tờ thật, tôi chỉ chỗ làm.",
  scamming:
    "Tôi không giúp việc lừa hay hại người khác. Nếu ông bà, anh chị đang gặp kẻ lừa, cứ hỏi, tôi chỉ cách tránh và cách báo công an.",
  weapons:
    "Việc này nguy hiểm và trái pháp luật, tôi không giúp được. Nếu có người đang gặp nguy, xin gọi 113.",
  politics:
    "Tôi không bàn chuyện này. Tôi trả lời về Bình dân học vụ số và kỹ năng số. Muốn góp ý, phản ánh, xin gửi ủy ban xã, phường.",
  insult:
    "Xin lỗi nếu tôi trả lời chưa vừa ý. Ông bà, anh chị nói lại điều cần hỏi, tôi cố giúp; hoặc gõ “gặp cán bộ”.",
};

export function refusalText(reason: string): string {
  return REFUSALS[reason] ?? REFUSALS.injection ?? "";
}

const DOUBT: Readonly<Record<string, string>> = {
  scam: "Cứ coi là lừa đảo cho đến khi hỏi được nơi thật: khoan bấm, khoan quét mã, khoan cài, khoan chuyển tiền, không đọc mã cho ai.",
  rumour: "Tôi không kiểm chứng được tin này. Khoan tin, khoan chia sẻ; kiểm tra theo hướng dẫn.",
  app: "Khoan cài. Chỉ cài ứng dụng từ CH Play, App Store, do mình tự tìm; người ta gửi tệp hay đường dẫn để cài thì cứ coi là lừa đảo.",
};

/** The first words to someone who asks whether a message, a call or a rumour can be believed. */
export function doubtText(kind: string): string {
  return DOUBT[kind] ?? DOUBT.scam ?? "";
}

export const DOUBT_CHECKS =
  "Cách kiểm tra: tự tìm số chính thức của nơi đó (sau thẻ, trên giấy tờ) mà gọi hỏi. Công an, thuế, ngân hàng không bắt cài ứng dụng, đọc mã, chuyển tiền qua tin nhắn hay điện thoại. Lỡ làm theo rồi thì nhắn ngay cho tôi.";

export const ADDRESS = {
  known: (text: string, name: string) => `“${text}” có trong danh sách chính thức: ${name}.`,
  state: (text: string) =>
    `“${text}” kết thúc bằng .gov.vn, là tên miền của cơ quan nhà nước; tôi chưa có trang này trong danh sách.`,
  fake: (text: string) =>
    `“${text}” là địa chỉ GIẢ, đặt cho giống: trang thật của nhà nước kết thúc đúng bằng .gov.vn, không có gì xen vào hay theo sau.`,
  unknown: (text: string) => `“${text}” không có trong danh sách chính thức tôi biết.`,
  typeIt: "Nên tự gõ địa chỉ, tự bấm số; đừng bấm từ tin nhắn.",
} as const;

const ASIDE: Readonly<Record<string, string>> = {
  medical:
    "Chuyện bệnh và thuốc xin hỏi trạm y tế hoặc bác sĩ, tôi không dám nói thay. Nguy cấp thì gọi 115.",
  weather: "Tôi không có tin thời tiết.",
  rates: "Tôi không có giá cả, tỷ giá.",
  lottery: "Tôi không có kết quả xổ số.",
};

export function offTopicText(reason: string): string {
  const first = ASIDE[reason] ?? "Việc này nằm ngoài phần tôi biết.";
  return `${first} Tôi trả lời về Bình dân học vụ số: kế hoạch của địa phương, VNeID, dịch vụ công, ngân hàng trên điện thoại, phòng lừa đảo. Ông bà, anh chị cần hỏi gì trong đó không ạ?`;
}
