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
`);

export const FUNCTION_WORDS: readonly string[] = list(`
  và, của, là, có, các, được, cho, trong, với, những, một, này, đó, để, từ, khi, về, tại, đã, sẽ, đang, bị, bởi, thì, mà
  ở, vào, ra, như, theo, cũng, còn, nếu, hay, hoặc, rằng, do, vì, nên, trên, dưới, đến, lại, cái, việc, sự, người, nó
  họ, tôi, em, anh, chị, mình, bạn, ta, phải, cần, muốn, thể, không, chưa, rất, hơn, nhất, nhiều, mỗi, mọi, cùng, vẫn
  đều, chỉ, gồm, giữa, sau, trước, qua, lên, xuống, đi, làm, điều, ông, bà, đây, kia, ấy, nhưng, bằng, hết, luôn, thêm
`);

/** Everyday phrases besides the questions, so that "toi muon hoi" is not read as something from the papers. */
export const EVERYDAY_PHRASES: readonly string[] = list(`
  không có, có được, được không, không được, có phải không, phải làm, cần làm gì, cần gì, muốn hỏi, tôi muốn, tôi cần
  tôi là, em là, chúng tôi, chúng ta, mọi người, người ta, của tôi, của em, cho tôi, cho em, giúp em, giúp mình, cảm ơn
  xin chào, chào bạn, bạn ơi, em ơi, anh chị, ông bà, bố mẹ, con cái, nhà tôi, hôm nay, hôm qua, ngày mai, bây giờ
  năm nay, năm ngoái, năm sau, tháng này, tuần này, trước đây, sau đó, trong đó, ngoài ra, vì vậy, thì sao, còn gì
  còn năm, thế còn, là người, là một, một số, một người, trong số, nằm ở, đến từ, diễn ra, xảy ra, bắt đầu, kết thúc
  được gọi là, gọi là gì, tên là gì, tên của, thuộc về, dùng để, để làm, có thể, không thể, như vậy, như là, với nhau
  cùng với, so với, đối với, cho đến, kể từ, trước khi, sau khi, trong khi, tại vì, bởi vì, mặc dù, tuy nhiên
  nhiều nhất, ít nhất, lớn nhất, đầu tiên, cuối cùng, thứ hai, thứ ba, bao gồm, trở thành, thực hiện, sử dụng
  phần trăm, ở chỗ nào, đi đâu, mất bao lâu, hết bao nhiêu tiền, mất tiền không, có mất phí không, bị lỗi, không vào được
  quên mật khẩu, đăng nhập, đăng ký, cài đặt, điện thoại, tải về, ăn gì, uống gì, thời tiết, bóng đá, tối nay, ngon
  kể chuyện, chuyện cười, giá vàng, tỷ giá, viết thơ, bài thơ, làm thơ, dịch giúp, tiếng anh, bài hát, xem phim
`);
