// What frames a conversation: the first notice, choosing, walking a guide, waiting, things that cannot be read.

export interface NoticeFacts {
  readonly office: string;
  readonly contact: string | null;
  readonly dataContact: string | null;
  readonly keptDays: number;
}

/** First contact: who this is, that it is automatic, what not to send, how long things are kept. At most 600 characters. */
export function firstNotice(facts: NoticeFacts): string {
  return [
    `Đây là trợ lý trả lời tự động của ${facts.office}, giúp về Bình dân học vụ số. Câu trả lời do máy soạn từ tài liệu, có ghi nguồn.`,
    `Xin đừng gửi số căn cước, mật khẩu, mã OTP, số thẻ. Câu hỏi được giữ ${facts.keptDays} ngày rồi xóa; gõ /xoadulieu để xóa ngay.`,
    `Gặp người thật: ${facts.contact ?? "gõ “gặp cán bộ”"}.${facts.dataContact === null ? "" : ` Phụ trách dữ liệu: ${facts.dataContact}.`}`,
  ].join("\n");
}

export const CHAT = {
  welcome: (office: string) =>
    `Chào ông bà, anh chị! Tôi là trợ lý số của ${office}. Cứ hỏi như nói chuyện, không dấu cũng được. Ví dụ: “Cài VNeID thế nào?”`,
  chooseLocality: "Ông bà, anh chị ở xã, phường nào? (Chọn một lần, đổi lúc nào cũng được bằng /xa.)",
  localityKept: (name: string) => `Vâng, từ giờ tôi trả lời theo ${name}. Muốn đổi, gõ /xa.`,
  localityUnknown: (words: string) => `Tôi chưa có tài liệu của “${words}”. Xin chọn một nơi dưới đây:`,
  noLocalities: "Hiện chưa nạp tài liệu địa phương nào. Xin thử lại sau.",
  answeringFor: (name: string) => `(Trả lời theo ${name}; đổi nơi: /xa)`,
  continued: "Xem tiếp",
  /** The button under the lines of a guide that answered, and what it says when pressed. */
  wholeGuide: "Xem cả hướng dẫn",
  shortAlready: (text: string) => `Tóm lại:\n${text}`,
  notMeant:
    "Xin lỗi, tôi hiểu chưa đúng ý. Ông bà, anh chị nói lại điều cần hỏi bằng một câu, kèm tên giấy tờ hay ứng dụng nếu có; hoặc bấm “Gặp cán bộ”.",
  nothingSaid: "Tôi chưa trả lời câu nào để nói lại. Ông bà, anh chị gõ điều cần hỏi nhé.",
  captionOnly: "(Tôi chỉ đọc dòng chữ gửi kèm, không mở ảnh hay tệp. Xin đừng gửi ảnh giấy tờ, thẻ, mã QR.)",
  noMore: "Không còn phần nào nữa ạ. Cần gì ông bà, anh chị cứ hỏi.",
  noSuchChoice: "Số đó không có trong các lựa chọn. Ông bà, anh chị chọn lại, hoặc gõ điều cần hỏi nhé.",
  nothingToMove:
    "Hiện không có bài hướng dẫn nào đang xem dở. Ông bà, anh chị gõ việc cần làm, ví dụ “cài VNeID từng bước”.",
  stepByStep: "Hướng dẫn từng bước",
  person: "Gặp cán bộ",
  slowDown: "Ông bà, anh chị nhắn nhanh quá, tôi đọc không kịp. Xin đợi chút rồi gửi lại từng câu.",
  late: (time: string) => `Trả lời tin nhắn lúc ${time}:`,
  oldButton: "Nút này đã cũ nên tôi chưa làm gì. Ông bà, anh chị gõ lại điều cần nhé.",
  unsupported:
    "Tôi chỉ đọc được chữ, chưa xem được hình dán, ảnh, vị trí hay danh thiếp. Ông bà, anh chị gõ câu hỏi giúp nhé. Không gửi ảnh giấy tờ.",
  photo:
    "Tôi không mở ảnh để giữ an toàn cho ông bà, anh chị. Xin đừng gửi ảnh căn cước, thẻ, mã QR ngân hàng. Cần gì, xin gõ bằng chữ.",
  voice:
    "Tôi chưa nghe được tin nhắn thoại. Ông bà, anh chị gõ chữ giúp nhé, không dấu cũng được; bàn phím có nút micro để nói thành chữ.",
  noKnowledge: "Trợ lý đang chuẩn bị tài liệu, xin ông bà, anh chị hỏi lại sau ít phút.",
  failed:
    "Xin lỗi, tôi gặp trục trặc nên chưa trả lời được. Ông bà, anh chị gửi lại câu hỏi giúp sau ít phút.",
};

export const WALK = {
  next: "Tiếp",
  back: "Lùi",
  again: "Lặp lại",
  stop: "Dừng",
  step: (title: string, step: number, of: number, text: string) => `${title}\nBước ${step}/${of}: ${text}`,
  slow: "Cứ làm thong thả. Xong bước này thì gõ “xong rồi”; chưa được thì gõ “lặp lại”.",
  willBeSlow: "Vâng, mình đi chậm thôi.",
  finished: (title: string) =>
    `Xong cả bài “${title}” rồi ạ. Giỏi quá! Chưa được chỗ nào, gõ “lặp lại bước” kèm số, hoặc “gặp cán bộ”.`,
  stopped: (title: string, step: number) =>
    `Vâng, dừng ở bước ${step} bài “${title}”. Khi nào muốn đi tiếp, gõ “tiếp”.`,
  first: "Đây là bước đầu tiên rồi ạ.",
  noStep: (of: number) => `Bài này có ${of} bước. Ông bà, anh chị gõ số bước từ 1 đến ${of} nhé.`,
  goOn: (title: string, step: number) => `Bài “${title}” đang ở bước ${step}. Gõ “tiếp” để đi tiếp.`,
  gone: "Bài hướng dẫn này không còn nữa. Ông bà, anh chị hỏi lại để tôi tìm bài mới nhé.",
};
