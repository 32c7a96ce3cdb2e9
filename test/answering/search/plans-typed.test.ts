import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readVocabulary } from "../../../scripts/retrieval/sets.ts";
import { openWordIndex } from "../../../src/answering/search/ranking/word-index.ts";
import { fold } from "../../../src/vietnamese/text/normalise.ts";
import { tokenize } from "../../../src/vietnamese/text/tokens.ts";

const PLANS = "knowledge/plans";
const paragraphs = readdirSync(PLANS)
  .filter((file) => file.endsWith(".txt"))
  .flatMap((file) => readFileSync(`${PLANS}/${file}`, "utf8").split(/\n\s*\n/u))
  .map((text) => ({ text: text.replace(/\s+/gu, " ").trim() }))
  .filter(({ text }) => text !== "");
const { repair } = openWordIndex(paragraphs, await readVocabulary("knowledge"));
const meant = (typed: string) => repair(typed).text;

describe("questions typed without accents, over the real plans", () => {
  it.each([
    "năm 2025 trường cấp hai phải đạt mấy phần trăm",
    "sang năm 2026 cần đạt bao nhiêu phần trăm cán bộ",
    "chỉ tiêu cho học sinh cấp ba từ 2025 sang 2026 tăng thế nào",
    "họp tổng kết là ngày mấy",
    "phòng nào đứng ra lo chuyện này",
    "còn hợp tác xã thì sao",
    "đơn vị nào chủ trì việc dạy cho người già",
    "phải làm xong trước hôm nào",
    "mấy việc phải xong trong tháng này",
    "bao lâu một lần thì báo cáo",
    "cho hỏi ai ký bản kế hoạch của xã",
    "xã mình có mở lớp cho bà con không",
    "so với năm 2025 thì khác thế nào",
    "học trò cấp 2 học những gì",
    "phần v viết gì",
    "phần vi nói về chuyện gì",
  ])("%s", (sentence) => {
    expect(meant(fold(sentence))).toBe(sentence);
  });
});

describe("names of provinces typed without accents", () => {
  it.each(["tỉnh lào cai", "thành phố hải phòng", "tỉnh cao bằng", "thành phố cần thơ"])("%s", (name) => {
    expect(meant(fold(`${name} cần đạt bao nhiêu phần trăm`))).toBe(`${name} cần đạt bao nhiêu phần trăm`);
  });
});

describe("questions in abbreviations and chat spelling", () => {
  it.each([
    ["cb xã fai đạt bn %", "cán bộ xã phải đạt bao nhiêu %"],
    ["kn số của hs c2 c3", "kỹ năng số của học sinh cấp 2 cấp 3"],
    ["kh này do đvị nào ban hành", "kế hoạch này do đơn vị nào ban hành"],
    ["trong kh có nói ko", "trong kế hoạch có nói không"],
    ["đăng ký được kh", "đăng ký được không"],
    ["ai chịu tn vụ này", "ai chịu trách nhiệm vụ này"],
    ["đoàn tn làm j trg ptrao", "đoàn thanh niên làm gì trong phong trào"],
    ["ca phường dc giao nvu j", "công an phường được giao nhiệm vụ gì"],
    ["bh xong", "bao giờ xong"],
    ["còn 2027 thì s", "còn 2027 thì sao"],
    ["ng từ 15t trở lên", "người từ 15 tuổi trở lên"],
    ["vp xã và các htx, dn", "văn phòng xã và các hợp tác xã, doanh nghiệp"],
  ])("%s", (typed, text) => {
    expect(meant(typed)).toBe(text);
  });
});

describe("questions in regional words", () => {
  it.each([
    ["Phòng mô lo việc ni rứa?", "Phòng nào lo việc này vậy?"],
    ["Xã ta có mấy mô hình hè?", "Xã ta có mấy mô hình nhỉ?"],
    ["Còn Diên Khánh thì răng?", "Còn Diên Khánh thì sao?"],
    ["Họp hội đồng ngày mô?", "Họp hội đồng ngày nào?"],
    ["Hội phụ nữ mần chi?", "Hội phụ nữ làm gì?"],
    ["Tổ chức mô hình chợ số ở mô?", "Tổ chức mô hình chợ số ở đâu?"],
    ["Cán bộ cần nhiêu phần trăm lận?", "Cán bộ cần bao nhiêu phần trăm vậy?"],
    ["Sắp nhỏ có được học hông?", "Học sinh có được học không?"],
    ["Dịp hè có lớp không?", "Dịp hè có lớp không?"],
    ["Có lớp nào dịp hè?", "Có lớp nào dịp hè?"],
  ])("%s", (typed, text) => {
    expect(meant(typed)).toBe(text);
  });
});

describe("well-typed words", () => {
  it("stay as they are, whatever the matter", () => {
    const sentences = [
      "So sánh giá vàng hôm nay với tuần trước giúp tôi",
      "Băng rôn treo ở cổng chào có phải xin phép không?",
      "Ông Hải ở thôn Bốn hỏi về giống lúa",
      "Đội bóng nào vô địch giải quốc gia mùa này?",
      "Thời tiết ngày mai có mưa giông không?",
      "Cách nấu canh chua cá lóc ngon nhất là gì?",
      "Ca sĩ nào hát bài này hay nhất?",
      "Sông Hằng chảy qua những nước nào ở châu Á?",
      "Vitamin C có trong những loại rau nào?",
      "Chị Đặng Thị Nở bán vải ở chợ Sặt phải không?",
      "Lực hấp dẫn giữa hai vật phụ thuộc vào điều gì?",
      "Con mèo nhà bên cứ trèo qua mái nhà tôi",
      "Khám răng miễn phí ở bệnh viện nào?",
      "Phương trình bậc hai giải thế nào?",
    ];
    const changed = sentences.flatMap((sentence) => repair(sentence).changes);
    expect(changed).toEqual([]);
  });

  it("of the plans themselves are hardly ever changed", () => {
    const lines = paragraphs.map(({ text }) => text.slice(0, 300));
    const words = lines.reduce((sum, line) => sum + tokenize(line).length, 0);
    const changed = lines.reduce((sum, line) => sum + repair(line).changes.length, 0);
    expect(changed / words).toBeLessThan(0.005);
  });
});
