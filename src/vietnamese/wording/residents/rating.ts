// What residents read when they say whether an answer helped. Reasons are kept as these words' keys, never as free text.

export const RATING = {
  good: "👍 Hữu ích",
  bad: "👎 Chưa đúng",
  thanks: "Cảm ơn ông bà, anh chị đã cho biết.",
  why: "Cảm ơn ông bà, anh chị. Chưa đúng ở chỗ nào ạ?",
  noted: "Tôi đã ghi lại để cán bộ xem. Cần người thật trả lời, gõ “gặp cán bộ”.",
  nothing:
    "Chưa có câu trả lời nào để chấm. Ông bà, anh chị hỏi trước, rồi cho biết câu trả lời có ích không.",
  reasons: {
    figures: "Sai số liệu",
    question: "Không đúng câu hỏi",
    unclear: "Khó hiểu",
    other: "Lý do khác",
  },
} as const;

export function reasonWords(reason: string): string {
  return Object.hasOwn(RATING.reasons, reason)
    ? RATING.reasons[reason as keyof typeof RATING.reasons]
    : reason;
}
