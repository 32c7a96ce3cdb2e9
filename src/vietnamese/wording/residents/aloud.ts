// What is said about reading answers aloud.
export const ALOUD = {
  button: "Đọc to",
  caption: "Máy đọc câu trả lời vừa rồi.",
  help: "/doc: nghe đọc câu trả lời vừa rồi",
  menu: { command: "doc", vi: "Nghe đọc câu trả lời", en: "Hear the last answer" },
  nothing: "Chưa có câu trả lời nào để đọc. Ông bà, anh chị hỏi trước đã nhé.",
  failed: "Lần này tôi không đọc thành tiếng được. Câu trả lời bằng chữ vẫn ở trên.",
  notHere: "Ở kênh này tôi chưa đọc thành tiếng được. Trang web của trợ lý có nút “Đọc to”.",
  onPage: "Xin bấm nút “Đọc to” dưới câu trả lời.",
} as const;
