// The program's own notes about an answer, said for the office. What is not known here stays as it is.

const intents: Readonly<Record<string, string>> = {
  target: "chỉ tiêu",
  deadline: "thời hạn",
  lead: "ai chủ trì",
  support: "ai phối hợp",
  unit_tasks: "việc của đơn vị",
  item: "một mục",
  how_to: "cách làm",
  definition: "là gì",
  fact: "một điều cụ thể",
  comparison: "so sánh",
  list: "liệt kê",
  count: "đếm",
  urgent: "việc gấp",
  smalltalk: "chào hỏi",
  off_topic: "ngoài phạm vi",
  attack: "tấn công",
  personal_data: "dữ liệu cá nhân",
  danger: "nguy hiểm",
};

const fields: Readonly<Record<string, string>> = {
  intent: "ý hỏi",
  slot: "hỏi về",
  card: "trên thẻ văn bản",
  locality: "địa phương",
  years: "năm",
  groups: "đối tượng",
  unit: "đơn vị",
  item: "mục",
  needs: "cần có",
  subject: "nội dung",
  followUp: "hỏi tiếp",
};

const phrases: readonly (readonly [RegExp, string])[] = [
  [/\bevery quote and figure stands in its source\b/gu, "mọi trích dẫn và con số đều có trong nguồn"],
  [/\bdoes not name\b/gu, "không nêu"],
  [/\bdoes not hold the name whole\b/gu, "không chứa trọn tên"],
  [/\bdoes not hold the two words together\b/gu, "hai từ không đứng cạnh nhau"],
  [/\bholds ([\d.]+) of the question, needs ([\d.]+)/gu, "chứa $1 câu hỏi, cần $2"],
  [/\bscore ([\d.]+) under ([\d.]+)/gu, "điểm $1, cần $2"],
  [/; no (\S+) in it$/gu, "; không có $1"],
  [/\bguide passage\b/gu, "đoạn hướng dẫn"],
  [/\bguide\b/gu, "bài hướng dẫn"],
  [/\blikeness\b/gu, "độ giống"],
  [/\bscore\b/gu, "điểm"],
  [/\bcoverage\b/gu, "phủ câu hỏi"],
  [/\baccepted\b/gu, "nhận"],
  [/\btasks?(?:\(s\))?(?=[ :])/gu, "nhiệm vụ"],
  [/\btargets(?=:)/gu, "chỉ tiêu"],
  [/\bsection\b/gu, "mục"],
  [/\bstands in\b/gu, "có trong"],
  [/\banswers in\b/gu, "có câu trả lời ở"],
  [/\bat item\b/gu, "tại mục"],
  [/\bannex missing in\b/gu, "thiếu phụ lục trong"],
  [/\bcurated answer\b/gu, "câu trả lời đã duyệt số"],
  [/\bleads\b/gu, "chủ trì"],
  [/\bsupports\b/gu, "phối hợp"],
  [/\bnone\b/gu, "không có"],
  [/: found\b/gu, ": tìm thấy"],
  [/: nothing\b/gu, ": không thấy"],
  [/: other_years\b/gu, ": chỉ có năm khác"],
  [/\(accents\)/gu, "(thêm dấu)"],
  [/\(teencode\)/gu, "(viết tắt mạng)"],
  [/\(abbreviation\)/gu, "(chữ viết tắt)"],
  [/\(dialect\)/gu, "(tiếng địa phương)"],
  [/\(keystrokes\)/gu, "(gõ dấu)"],
  [/\(slip\)/gu, "(gõ nhầm)"],
  [/\(split\)/gu, "(tách chữ)"],
  [/\(name\)/gu, "(tên riêng)"],
];

/** One note in Vietnamese. Words of papers and questions stand in it too and are left alone where they are quoted. */
export function explainedStep(step: string, text: string): string {
  if (step === "guard") {
    return intents[text] ?? text;
  }
  if (step === "understand" && text.startsWith("intent: ")) {
    return text
      .split(" · ")
      .map((part) => {
        const [, name = "", value = ""] = /^(\w+): ([\s\S]*)$/u.exec(part) ?? [];
        const said = name === "intent" || name === "slot" ? (intents[value] ?? value) : value;
        return name === "" ? part : `${fields[name] ?? name}: ${said}`;
      })
      .join(" · ");
  }
  return phrases.reduce((said, [pattern, words]) => said.replace(pattern, words), text);
}
