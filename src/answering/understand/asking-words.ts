import { toneKey } from "../../vietnamese/text/normalise.ts";

const listed = (text: string): ReadonlySet<string> =>
  new Set(text.split(",").map((phrase) => toneKey(phrase.trim()).replace(/\s+/gu, " ")));

/**
 * Wording that says which field is wanted, or only makes it a question: not what is looked for. Accented, because
 * "cho" (for) is a question's word and "chợ" (market) is its subject. The longest match wins.
 */
const ASKING = listed(`
  tỉnh yêu cầu, cấp trên yêu cầu, huyện yêu cầu, xã yêu cầu, phường yêu cầu, yêu cầu là, yêu cầu bao nhiêu, đòi hỏi, kéo dài,
  kéo dài trong,
  làm chính, gánh chính, lo chính, gánh, từ, từ năm,
  căn cứ, căn cứ vào, văn bản nào, văn bản, của cấp trên, cấp trên, dựa vào, dựa theo, dựa trên, làm theo, hen, hè, rứa, hỉ, nghen, dzậy, hông, lận, lấy từ mô, từ mô, ở mô,
  ấy, ủa, ối, tôi muốn hỏi, tui muốn hỏi, tui hỏi, em muốn hỏi, tôi muốn, muốn hỏi, tôi đang hỏi, yêu cầu đạt, đạt mức nào, đạt mức,
  làm, cái, mấy cái, có mấy, coi, mấy ai, chung với mấy ai,
  đặt chỉ tiêu, đặt cạnh nhau, đặt ra, chịu trách nhiệm chính, cấp tỉnh, cấp xã, ý tôi hỏi, ý em hỏi, ý mình là, ý tôi, tăng thế nào,
  lấy từ đâu, lấy ở đâu, ở đâu ra, lấy đâu ra, từ đâu, nguồn nào, từ nguồn nào, khi, lúc, làm tốt,
  trang web nào, xem ở đâu, bao nhiêu phần trăm, mấy phần trăm, như thế nào, là như thế nào, nghĩa là gì,
  là cái gì, là gì, gồm những gì, bao gồm những gì, gồm gì, bao gồm, những việc nào, những việc gì,
  việc nào, việc gì, những gì, cái gì, điều gì, bao nhiêu, bao giờ, khi nào, lúc nào, ngày nào, ngày mấy,
  tháng mấy, tháng nào, năm nào, quý nào, thời gian nào, trong thời gian nào, thế nào, ra sao, làm sao,
  tại sao, vì sao, phải không, đúng không, hay không, được không, cho tôi hỏi, cho em hỏi, cho bác hỏi,
  cho hỏi, xin hỏi, làm ơn, muốn biết, cần biết, cho biết, chúng tôi, phần trăm, tỷ lệ, tỉ lệ, chỉ tiêu,
  mục tiêu, thời hạn, hạn chót, thời gian, thời điểm, chủ trì, phụ trách, phối hợp, chịu trách nhiệm,
  giao cho, cơ quan nào, đơn vị nào, phòng nào, ban nào, bên nào, tổ chức nào, bộ phận nào, cơ quan,
  đơn vị, nhiệm vụ, trách nhiệm, kết quả cần đạt, kết quả, cần đạt, so sánh, liệt kê, kể tên, cụ thể,
  hoàn thành, thực hiện, triển khai, quy định, hiện nay, bây giờ, năm nay, năm sau, năm tới, năm ngoái,
  thì sao, thế còn, vậy còn, còn lại, tôi hỏi, ý tôi là, không phải, kế hoạch, nghĩa là, đặt ra,
  phải đạt, phấn đấu, được giao, chi tiết, theo kế hoạch, trong kế hoạch, xã mình, phường mình, xã tôi,
  ở xã, ở phường, trên địa bàn, gì, nào, mấy, đâu, ai, không, chưa, ạ, à, vậy, thế, nhỉ, nhé, hả, hở,
  hỏi, giúp, với, tôi, em, mình, cháu, bác, anh, chị, cô, chú, bạn, biết, theo, trong, của, về, tại, ở,
  và, là, có, được, thì, mà, những, các, một, này, đó, đấy, kia, phải, cần, nên, sẽ, đã, đang, cho, đến,
  vào, ra, lên, hạn, đạt, giữa, nêu, xong, trước, sau, nói, ghi, năm, còn, sao, do, để, nhầm, bằng, lại,
  nữa, rồi, thêm, cũng, số mấy, xã, phường, tỉnh, lo, lo việc, lo chuyện, chuyện, đứng ra, bên mô,
  hôm nào, vào hôm nào, rơi vào, rơi vào hôm nào, hôm, mức nào, ở mức, cứ, mỗi khi, chỗ nào,
  những chỗ nào, ở chỗ nào, chỗ, viết gì, nói gì, ghi gì, lãnh đạo nào, lãnh đạo, nhiêu, giai đoạn nào,
  trong giai đoạn nào, bao lâu một lần, mấy tháng một lần, bao lâu, một lần, lần, mấy lần, gồm, gồm ai,
  gồm có, những ai, có những ai, làm gì, phải làm gì, làm những gì, cần làm gì, tối thiểu, ít nhất,
  tối đa, hè, rứa, lận, hỉ, nghen, nha, dzậy, zậy, vầy, đặng, hông, kìa, mới đúng, mới phải, ý là,
  nhầm rồi, à nhầm, à lộn, lộn, cạnh nhau, khác nhau, khác gì, giống nhau, tăng thế nào, thay đổi,
  cao hơn, thấp hơn, nhiều hơn, ít hơn, hơn, nơi nào, ở đâu, lực lượng nào, lực lượng, đảm nhiệm,
  đảm trách, đảm nhận, nội dung gì, những nội dung gì, nội dung nào, trách nhiệm chính, đầu mối,
  làm đầu mối, đứng đầu, chỉ đạo, giao nhiệm vụ, được giao nhiệm vụ, công việc, những công việc,
  nhóm nào, đối tượng nào, hình thức nào, hình thức gì, cách nào, kiểu gì, kiểu nào, thế thì, vậy thì,
  rồi sao, ờ, ừ, dạ, vâng, thưa, ơi, em ơi, ad, ad ơi, admin, giùm, dùm, giúp tôi, giúp em, giúp mình,
  với ạ, nhờ, xem giúp, kiểm tra giúp, trả lời, bao nhiêu người, mấy người, số lượng, con số, chỉ số,
  tối nay, hôm nay, bữa nay, bữa nào, chừng nào, hồi nào, đâu rồi, tới đâu, lận hè, đến khi nào,
  đến bao giờ, xong trước, chậm nhất, muộn nhất, hạn chót là, hạn cuối, deadline, có phải, có đúng,
  thật không, phải vậy không, đúng vậy không, chứ, tất cả, toàn bộ, đầy đủ, kể ra, nêu ra, nêu rõ,
  tóm tắt, cho xem, trích nguyên văn, nguyên văn, sang, sang năm, qua, bà con, để chi, làm chi, cái chi,
  gì rứa, được chứ, cho phép, tới mức, tới mức mấy, nắm được, nắm, đặt mục tiêu, đặt, từ cấp nào, mục nào, những mục nào, phần nào, những phần nào, căn cứ pháp lý, cơ sở pháp lý, pháp lý, cho xin, xin, còn bên, bên, kể, kể nghe, kể tôi nghe, nghe với, viết sao,
  nói sao, ghi sao, cấp nào, ngày mấy, kèm theo, đi kèm, theo tháng hay quý, theo tháng hay theo quý, tháng hay quý, hàng tháng hay hàng quý, tỉnh giao, xã giao, phường giao, giao cơ quan nào, giao đơn vị nào,
  giao phòng nào, giao ban nào, giao ai, chủ trì việc, phụ trách việc, nhằm mục đích gì, nhằm mục đích, nhằm gì,
  vụ đó, vụ này, vụ ấy, việc đó, việc này, việc ấy, cái đó, cái này, cái ấy, chuyện đó, chuyện này, chuyện ấy, điều đó, điều này,
  sau đó, trước đó, thôi, thấp nhất, cao nhất, nhiều nhất, sớm nhất, muộn nhất, trễ nhất,
  có bị tính vào, bị tính vào, có tính vào, có nằm trong, có trong,
  hướng dẫn từng bước, chỉ từng bước, từng bước, từng bước một
`);

/** Nouns of kind that nearly every item of such plans shares; they tell items apart only when nothing else does. */
const KINDS = listed(`
  mô hình, phong trào, chiến dịch, chương trình, hoạt động, nội dung, bình dân học vụ số,
  bình dân học vụ, bdhvs, công tác
`);

/** Who a question is about, when what is asked of them may be said of everybody. */
const GROUPS = listed(`
  cấp 1, cấp 2, cấp 3, cấp một, cấp hai, cấp ba, trung học cơ sở, trung học phổ thông, thcs, thpt,
  cán bộ, công chức, viên chức, người lao động, người dân, nhân dân, học sinh, sinh viên, bà con, dân,
  đảng viên, người cao tuổi, người già, người khuyết tật, công nhân, doanh nghiệp, hộ gia đình, học trò,
  sắp nhỏ, trẻ em, trẻ nhỏ, cụ già, người lớn tuổi, nhân viên, hợp tác xã, hộ dân, nhà dân, trưởng thành,
  người trưởng thành, trung học, tiểu học
`);

const LONGEST_PHRASE = 6;

/** Names of bodies and things that hold words of asking, and are looked for whole. */
const KEPT = listed("cơ quan chuyên môn, đơn vị sự nghiệp, cơ quan báo chí, kết quả thực hiện");

/** A text's words with the longest matching phrases left out; a kept phrase is not taken apart. */
function without(text: string, phrases: ReadonlySet<string>): string {
  const words = text.normalize("NFC").match(/[\p{L}\p{N}%]+(?:[/.-][\p{L}\p{N}]+)*%?/gu) ?? [];
  const keys = words.map((word) => toneKey(word).toLowerCase());
  const rest: string[] = [];
  for (let i = 0; i < words.length; ) {
    let length = Math.min(LONGEST_PHRASE, words.length - i);
    const phrase = () => keys.slice(i, i + length).join(" ");
    while (length > 0 && !phrases.has(phrase()) && !KEPT.has(phrase())) {
      length--;
    }
    if (length === 0 || KEPT.has(phrase())) {
      rest.push(...words.slice(i, i + Math.max(1, length)));
    }
    i += Math.max(1, length);
  }
  return rest.join(" ");
}

/** What is left of an accented question when its asking is taken out; empty when it leans on what came before. */
export function withoutAsking(text: string): string {
  const subject = without(text, ASKING);
  const distinct = without(subject, KINDS);
  return distinct === "" ? subject : distinct;
}

/** Does a name say no more than what nearly every item of such plans is: “Bình dân học vụ số”? */
export function namesOnlyKinds(name: string): boolean {
  return without(name, KINDS) === "";
}

/** A subject without the groups it names; empty when it names nothing else. */
export function withoutGroups(subject: string): string {
  return without(subject, GROUPS);
}
