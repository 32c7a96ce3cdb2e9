import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeLegacy } from "../../src/knowledge/read/common/legacy-encoding.ts";
import { repair } from "../../src/knowledge/text/repair.ts";
import { fromSource, quotes, replace } from "../../src/knowledge/text/source-text.ts";
import { knownName } from "../../src/knowledge/text/words.ts";
import { squeeze } from "../../src/vietnamese/text/normalise.ts";
import { read, SEEDS, seedText } from "./seeds.ts";

const lines = (text: string): readonly string[] => repair(text).lines.map(({ words }) => words.text);

describe("repair of letters", () => {
  it("composes decomposed letters", () => {
    expect(lines("Phòng Văn hóa".normalize("NFD"))).toEqual(["Phòng Văn hóa"]);
  });

  it("writes Ư for Ƣ", () => {
    expect(lines("NGƢỜI DÂN trƣờng học")).toEqual(["NGƯỜI DÂN trường học"]);
  });

  it("puts together words broken by blanks", () => {
    expect(lines("khuyế n khić h ngườ i dân họ c tập")).toEqual(["khuyến khích người dân học tập"]);
  });

  it("leaves whole words and list letters alone", () => {
    const text = "Nội dung a và b, mục c) của h. Thanh Thủy tổ chức ở xã";
    expect(lines(text)).toEqual([text]);
  });

  it("takes invisible characters out and says so", () => {
    const repaired = repair("Kế\u200B hoạch");
    expect(repaired.lines[0]?.words.text).toBe("Kế hoạch");
    expect(repaired.hidden).toBe(true);
  });

  it.each([
    ["VNNeID", "VNeID"],
    ["VNedID", "VNeID"],
    ["VneID", "VNeID"],
    ["VNeID", "VNeID"],
    ["VssID", "VssID"],
    ["Video", null],
    ["Viettel", null],
  ])("reads %s as %s", (word, name) => {
    expect(knownName(word)).toBe(name);
  });

  it("searches the right name and quotes the paper's own letters", () => {
    const passage = read(seedText("tuyen-quang"), "tuyen-quang").passages.find(
      ({ section }) => section === "IV.4.2.2",
    );
    expect(passage?.text).toContain("VNeID");
    expect(passage?.quote).toContain("VNNeID");
  });
});

describe("text typed before Unicode", () => {
  const paper =
    "Thực hiện kế hoạch của Ủy ban nhân dân xã về việc phổ cập kỹ năng số cho người dân trong năm học mới";

  it("is decoded from TCVN3", () => {
    const typed =
      "Thùc hiÖn kÕ ho¹ch cña ñy ban nh©n d©n x· vÒ viÖc phæ cËp kü n¨ng sè cho ng­êi d©n trong n¨m häc míi";
    expect(decodeLegacy(typed)?.toLowerCase()).toBe(paper.toLowerCase());
  });

  it("is decoded from VNI", () => {
    const typed =
      "Thöïc hieän keá hoaïch cuûa UÛy ban nhaân daân xaõ veà vieäc phoå caäp kyõ naêng soá cho ngöôøi daân trong naêm hoïc môùi";
    expect(decodeLegacy(typed)).toBe(paper);
  });

  it.each([paper, "Plan for the digital literacy movement, 2025 – “café”", ""])(
    "is not seen in %j",
    (text) => {
      expect(decodeLegacy(text)).toBeNull();
    },
  );
});

describe("lines that are no part of a paper", () => {
  it("drops signature stamps, mailboxes and timestamps, and keeps what stands around them", () => {
    const stamp =
      "CỤC CHỨNG THỰC SỐ VÀ BẢO MẬT THÔNG TIN - ĐT: 0243; Email: ca@example.vn\n\t2025-10-01T11:07:32+0700\n\tỦY BAN NHÂN DÂN TỈNH\n\tNguyễn Văn A<a@example.vn> đã ký lên văn bản này!";
    expect(lines(`Trước đó\n${stamp}\nSau đó`)).toEqual(["Trước đó", "Sau đó"]);
  });

  it("drops page numbers that count on, and keeps other numbers", () => {
    expect(lines("Một đoạn\n2\nhai đoạn\n- 3 -\nba đoạn\nTrang 4/9\n2025")).toEqual([
      "Một đoạn",
      "hai đoạn",
      "ba đoạn",
      "2025",
    ]);
  });

  it("drops a head that comes back on every page", () => {
    const page = (n: number) =>
      `UBND xã Mẫu - Kế hoạch số 5\n${n}\nĐoạn văn của trang ${n} dài hơn một chút.\n`;
    expect(lines([2, 3, 4].map(page).join("")).some((line) => line.startsWith("UBND"))).toBe(false);
  });

  it("keeps no stamp of a seed in what is indexed", () => {
    const said = read(seedText("thanh-thuy"), "thanh-thuy")
      .passages.map(({ text }) => text)
      .join("\n");
    expect(said).not.toMatch(/đã ký lên|CHỨNG THỰC|@/u);
  });

  it("takes Markdown signs from words, not from quotes' meaning", () => {
    expect(
      lines('## **2. Yêu cầu:**\nPhong trào "*Bình dân học vụ số*" <https://binhdanhocvuso.gov.vn>'),
    ).toEqual(["2. Yêu cầu:", 'Phong trào "Bình dân học vụ số" https://binhdanhocvuso.gov.vn']);
  });
});

describe("traced text", () => {
  it("quotes the source whatever was replaced in it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.constantFrom("a", "bc", " "),
        (source, put) => {
          const changed = replace(fromSource(source), /[a-z]+/gu, () => put);
          const all = squeeze(source);
          return quotes(source, changed).every((quote) => all.includes(squeeze(quote)));
        },
      ),
    );
  });

  it("cuts a quote where something else stands between", () => {
    const source = "đầu trang TRANG 2 cuối trang";
    const text = replace(fromSource(source), /TRANG 2 /gu, () => "");
    expect(quotes(source, text)).toEqual(["đầu trang", "cuối trang"]);
  });
});

describe.each(SEEDS)("every quote of %s", (name) => {
  const document = read(seedText(name), name);
  const paper = squeeze(document.sourceText);
  const cited = [
    ...document.passages.flatMap(({ quote, quoteMore = [] }) => [quote, ...quoteMore]),
    ...document.targets.map(({ quote }) => quote),
  ];

  it("stands word for word in the paper", () => {
    expect(cited.filter((quote) => !paper.includes(squeeze(quote)))).toEqual([]);
  });

  it("leaves nothing of the body unquoted", () => {
    const said = document.passages.map(({ quote }) => squeeze(quote).length).reduce((a, b) => a + b, 0);
    expect(said / paper.length).toBeGreaterThan(0.75);
  });
});
