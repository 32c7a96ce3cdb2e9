// Words that ask or join rather than name: they weigh little in search and are expected in every question.

const list = (text: string): readonly string[] =>
  text
    .split("\n")
    .flatMap((line) => line.split(","))
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");

/** Phrases that ask. Longest match wins where they overlap. */
export const QUESTION_PHRASES: readonly string[] = list(`
  ai, gì, nào, đâu, mấy, sao, bao nhiêu, bao lâu, bao giờ, bao xa, bao nhiêu phần trăm, là gì, là ai, là bao nhiêu
  cái gì, điều gì, những gì, việc gì, làm gì, gồm gì, gồm những gì, người nào, những ai, khi nào, lúc nào, ngày nào
  năm nào, tháng nào, ở đâu, từ đâu, đến đâu, nơi nào, chỗ nào, đâu là, như nào, thế nào, như thế nào, ra sao, làm sao
  làm thế nào, vì sao, tại sao, sao lại, cái nào, loại nào, thứ mấy, mấy lần, bao nhiêu lần, bao nhiêu người, phải không
  đúng không, được không, có không, hay không, có phải, hả, vậy, thế, nhỉ, ạ, không ạ, là sao, nghĩa là gì, để làm gì
  cho hỏi, xin hỏi, cho tôi hỏi, cho em hỏi, cho mình hỏi, làm ơn, giúp tôi, chỉ giúp, hỏi chút, với ạ
  so với, so sánh với, thì sao, nhé, nha, cơ, vậy ạ, thế ạ, mấy phần trăm, ngày mấy, bữa nào, hôm nào, hồi nào, chừng nào
`);

export const FUNCTION_WORDS: readonly string[] = list(`
  và, của, là, có, các, được, cho, trong, với, những, một, này, đó, để, từ, khi, về, tại, đã, sẽ, đang, bị, bởi, thì, mà
  ở, vào, ra, như, theo, cũng, còn, nếu, hay, hoặc, rằng, do, vì, nên, trên, dưới, đến, lại, cái, việc, sự, người, nó
  họ, tôi, em, anh, chị, mình, bạn, ta, phải, cần, muốn, thể, không, chưa, rất, hơn, nhất, nhiều, mỗi, mọi, cùng, vẫn
  đều, chỉ, gồm, giữa, sau, trước, qua, lên, xuống, đi, làm, điều, ông, bà, đây, kia, ấy, nhưng, bằng, hết, luôn, thêm
`);
