// What is said first when a life or a body is in danger: people near, then 115, 113, 111.

const SELF_HARM = [
  "Nghe ông bà, anh chị nói vậy, tôi rất lo. Những lúc thế này nặng nề lắm, và mình không phải chịu một mình.",
  "Xin đừng ở một mình lúc này: gọi hoặc chạy sang người ở gần, người nhà, hàng xóm, trưởng thôn, và nói thẳng là mình đang muốn buông xuôi. Để xa tầm tay thuốc và vật nguy hiểm.",
  "Nếu đang nguy cấp, đã uống thuốc hay bị thương: gọi cấp cứu 115 ngay. Có người dọa nạt, đánh đập: gọi 113. Trẻ em gọi 111 (miễn phí, cả ngày đêm).",
  "Chuyện tiền bạc hay nợ nần đều còn cách giải quyết, công an và ngân hàng giúp được. Mạng người mới là quan trọng nhất.",
];

const VIOLENCE = [
  "Việc này nguy hiểm, ông bà, anh chị lo cho mình an toàn trước đã.",
  "Rời khỏi chỗ đó nếu đi được, sang nhà hàng xóm hoặc gọi to cho người ở gần biết.",
  "Gọi 113 ngay. Có người bị thương: gọi 115. Liên quan đến trẻ em: gọi 111 (miễn phí, cả ngày đêm).",
  "Sau đó báo công an xã, phường, trưởng thôn hoặc Hội Phụ nữ để có người ở bên. Bị đánh không phải lỗi của mình.",
];

const CHILD = [
  "Cảm ơn đã lên tiếng cho cháu. Đưa cháu ra khỏi chỗ nguy hiểm trước, ở bên cháu, nghe cháu nói và đừng trách mắng.",
  "Gọi ngay 111 (Tổng đài quốc gia bảo vệ trẻ em, miễn phí, cả ngày đêm). Đang bị đánh hay bị hại: gọi 113. Bị thương: gọi 115.",
  "Báo công an xã, phường, trưởng thôn, thầy cô hoặc người thân gần nhất. Nếu chính cháu đang nhắn: hãy tìm ngay một người lớn cháu tin và gọi 111.",
];

const ACCIDENT = [
  "Gọi ngay: cấp cứu 115 (có người bị thương, ngất, khó thở), cứu hỏa và cứu nạn 114 (cháy, đuối nước, mắc kẹt), thiên tai, lũ lụt 112, công an 113.",
  "Kêu to cho người ở gần đến giúp. Nói rõ địa chỉ, có mấy người bị nạn; giữ máy để nghe hướng dẫn.",
  "Tôi là trợ lý tự động, không gọi thay được, nên xin gọi ngay đừng chờ ở đây.",
];

const DANGER: Readonly<Record<string, readonly string[]>> = {
  self_harm: SELF_HARM,
  violence: VIOLENCE,
  child_abuse: CHILD,
  accident: ACCIDENT,
  flood: ACCIDENT,
};

/** A human answer to danger for life: people near, then 115, 113, 111. */
export function dangerText(kind: string): string {
  return (DANGER[kind] ?? SELF_HARM).join("\n");
}
