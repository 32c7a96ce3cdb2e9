import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Guide } from "../../src/domain/document.ts";
import { figuresOf } from "../../src/knowledge/guides/figures.ts";
import { readGuideFolder } from "../../src/knowledge/guides/folder.ts";
import { readGuide } from "../../src/knowledge/guides/guide.ts";
import type { Law } from "../../src/knowledge/guides/laws.ts";
import { lintGuides } from "../../src/knowledge/guides/lint.ts";
import { actionsIn, stepLength } from "../../src/knowledge/guides/steps.ts";
import { sample } from "./guide-sample.ts";

const folder = await readGuideFolder(fileURLToPath(new URL("../../knowledge", import.meta.url)));
const { contacts, rules } = folder;
const law = {
  law: "Nghị định về thuyền giấy",
  inForce: "2026-04-01",
  about: "thuyền phải có tên",
  guides: ["thu"],
  source: "https://luat.gov.vn/thuyen",
};

function guideWith(...changes: readonly (readonly [string, string])[]): Guide {
  const text = changes.reduce((whole, [from, to]) => {
    expect(whole).toContain(from);
    return whole.replace(from, to);
  }, sample);
  return readGuide("thu", text).guide;
}

function findings(guide: Guide, today = "2026-11-21", laws: readonly Law[] = []): readonly string[] {
  return lintGuides({ guides: [guide], contacts, rules, laws, today }).map(
    ({ level, message }) => `${level} ${message}`,
  );
}

describe("the guides of the office", () => {
  it("can all be read and have nothing that must be repaired", () => {
    const errors = lintGuides({ ...folder, today: "2026-11-21" }).filter(({ level }) => level === "error");

    expect(folder.unread).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("were checked after every law that touches them came in force", () => {
    const touched = lintGuides({ ...folder, today: "2026-11-21" }).filter(({ message }) =>
      message.includes("có hiệu lực"),
    );

    expect(folder.laws.length).toBeGreaterThan(15);
    expect(touched).toEqual([]);
  });

  it("have short steps", () => {
    const lengths = folder.guides.flatMap((guide) => guide.steps.map(stepLength));

    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThan(14);
  });

  it("leave no figure without a source", () => {
    const orphans = folder.guides.flatMap((guide) =>
      figuresOf(guide, contacts).filter(({ source }) => source === null),
    );

    expect(orphans).toEqual([]);
  });

  it("fit one message each with title, steps, source and date", () => {
    for (const { id, title, summary, steps } of folder.guides) {
      const shown = [title, summary, ...steps.map((step, index) => `${index + 1}. ${step}`)].join("\n");

      expect(shown.length, id).toBeLessThan(1_800);
    }
  });

  it("tell a person who is losing money three things first: the bank, the network, the police", () => {
    const guide = folder.guides.find(({ id }) => id === "lam-gi-khi-bi-lua");

    expect(guide?.urgent).toBe(true);
    expect(guide?.steps[0]).toMatch(/ngân hàng khóa/u);
    expect(guide?.steps[1]).toMatch(/ngắt mạng hoặc tắt nguồn/u);
    expect(guide?.steps[2]).toMatch(/công an.*113/u);
  });
});

describe("checking a guide", () => {
  it("finds nothing in a sound one", () => {
    expect(findings(guideWith())).toEqual([]);
  });

  it.each([
    ["a relation to no guide", ["related: []", "related: [khong-co]"], /liên quan "khong-co"/u],
    ["a relation to itself", ["related: []", "related: [thu]"], /liên quan "thu"/u],
    ["two actions in a step", ["1. Gấp đôi tờ giấy.", "1. Mở máy rồi bấm nút."], /mở, bấm/u],
    [
      "a step of more than twenty words",
      ["1. Gấp đôi tờ giấy.", `1. Gấp ${"giấy ".repeat(20)}lại.`],
      /bước 1 dài 22 tiếng/u,
    ],
    ["a number nobody states", ["có 12 ô", "có 13 ô"], /số "13" ở hay gặp 2/u],
    ["a number stated of something else", ["[5 phút,", "[5 lần,"], /số "5" ở thời gian/u],
    ["a phone number outside hotlines.yaml", ["Gọi 113", "Gọi 1900.1234"], /"1900.1234" ở gặp ai/u],
    ["an address outside the allow-list", ["dùng giấy", "xem giay.com"], /"giay.com".*không phải gov.vn/u],
    ["an official address not yet listed", ["dùng giấy", "xem giay.gov.vn"], /"giay.gov.vn".*links.yaml/u],
    ["a foreign word nobody explains", ["dùng giấy", "dùng website"], /"website" chưa được giải thích/u],
    ["an abbreviation nobody explains", ["dùng giấy", "dùng CCCD"], /"CCCD"/u],
    ["a hard word nobody explains", ["dùng giấy", "nhờ tra soát giấy"], /"tra soát"/u],
    ["advice from before July 2025", ["dùng giấy", "ra công an huyện"], /"huyện" ở hay gặp 2/u],
    ["no word of what was checked", ["checked: Gấp thử một chiếc.\n", ""], /thiếu mục "checked"/u],
    ["no source of an office", ["thuyen.gov.vn", "bao.example"], /chưa có nguồn của cơ quan/u],
    [
      "an excuse for a source that is there",
      ["checkedOn:", "noOfficialSource: Đã tìm.\ncheckedOn:"],
      /đã có nguồn chính thức/u,
    ],
  ] as const)("finds %s", (_what, change, message) => {
    const found = findings(guideWith(change)).filter((finding) => finding.startsWith("error "));

    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  it("takes the word of a writer who found no source of an office", () => {
    const excused = guideWith(
      ["thuyen.gov.vn", "bao.example"],
      ["checkedOn:", "noOfficialSource: Đã tìm ngày 20/11/2026.\ncheckedOn:"],
    );

    expect(findings(excused)).toEqual([]);
  });

  it("wants the source of the office first, then the newest", () => {
    const press = "sources:\n  - publisher: Báo Mới\n    date: 2026-09\n    url: https://bao.example/moi";

    expect(findings(guideWith(["sources:", press]))).toEqual([
      expect.stringMatching(/^error nguồn "Báo Mới" đứng sai chỗ/u),
    ]);
  });

  it.each(["2025-04-30", '"2025"', "2024-12"])("finds a figure that rests on a source of %s", (date) => {
    expect(findings(guideWith(["date: 2026-03-02", `date: ${date}`]))).toEqual([
      expect.stringMatching(/^error số "5 phút" ở thời gian chỉ có nguồn .*quá 18 tháng/u),
      expect.stringMatching(/^error số "12" ở hay gặp 2/u),
    ]);
  });

  it.each(["2025-05-01", "không rõ ngày"])("lets a figure rest on an office's page of %s", (date) => {
    expect(findings(guideWith(["date: 2026-03-02", `date: ${date}`]))).toEqual([]);
  });

  it("lets an old figure stand that says how old it is", () => {
    const old = guideWith(
      ["date: 2026-03-02", "date: 2022-07"],
      ["time: Khoảng 5 phút", "time: Khoảng 5 phút (nguồn năm 2022)"],
      ["có 12 ô", "có 12 ô (nguồn năm 2022)"],
    );

    expect(findings(old)).toEqual([]);
  });

  it("takes no other year for the age of the source", () => {
    const old = guideWith(
      ["date: 2026-03-02", "date: 2022-07"],
      ["time: Khoảng 5 phút", "time: Khoảng 5 phút (nguồn năm 2026)"],
      [" có 12 ô", ""],
    );

    expect(findings(old).join("\n")).toMatch(/số "2026" ở thời gian chưa có nguồn/u);
  });

  it("lists a guide that a law has touched since its newest source, without failing", () => {
    expect(findings(guideWith(), "2026-11-21", [law])).toEqual([
      expect.stringMatching(
        /^warning Nghị định về thuyền giấy có hiệu lực 01\/04\/2026.*thuyền phải có tên/u,
      ),
    ]);
    expect(findings(guideWith(), "2026-11-21", [{ ...law, inForce: "2026-03-02" }])).toEqual([]);
    expect(findings(guideWith(["thuyen.gov.vn/gap", "luat.gov.vn/thuyen"]), "2026-11-21", [law])).toEqual([]);
  });

  it("finds a law that names a guide nobody wrote", () => {
    expect(findings(guideWith(), "2026-11-21", [{ ...law, guides: ["khong-co"] }])).toEqual([
      expect.stringMatching(/^error laws.yaml nhắc bài này/u),
    ]);
  });

  it.each([
    ["dùng giấy", "dùng mã OTP (mã dùng một lần)"],
    ["dùng giấy", "dùng hộp thư điện tử (email)"],
    ["dùng giấy", "bấm “Website”"],
    ["dùng giấy", "mở VNeID trên iPhone, xem dichvucong.gov.vn"],
    ["dùng giấy", "không còn công an huyện, chỉ vào trang có đuôi .gov.vn"],
    ["dùng giấy", "làm định danh mức 2"],
  ] as const)("lets %s become %s", (from, to) => {
    expect(findings(guideWith([from, to]))).toEqual([]);
  });

  it("asks for another look after the review day, without failing", () => {
    expect(findings(guideWith(), "2027-05-20")).toEqual([]);
    expect(findings(guideWith(), "2027-05-21")).toEqual([
      expect.stringMatching(/^warning .*quá ngày phải xem lại/u),
    ]);
  });

  it("asks for another look at a figure that is no longer said", () => {
    expect(findings(guideWith(["có 12 ô", "dày"]))).toEqual([expect.stringMatching(/^warning .*"12"/u)]);
  });
});

describe("counting the actions of a step", () => {
  it.each([
    ["Bấm “Gửi yêu cầu”.", ["bấm"]],
    ["Nhập số định danh: 12 số trên thẻ căn cước.", ["nhập"]],
    ["Mất máy cũ: bấm “Tiếp tục”.", ["bấm"]],
    ["Báo công an: gọi 113 hoặc đến công an xã gần nhất.", ["gọi"]],
    ["Đăng nhập bằng số định danh và mật khẩu.", ["đăng nhập"]],
    ["Không bấm đường dẫn, không cài ứng dụng họ gửi.", []],
    ["Nhập mã OTP (đọc trong tin nhắn, xem kỹ) vừa gửi về.", ["nhập"]],
    ["Mở VNeID, bấm “Ví giấy tờ”.", ["mở", "bấm"]],
    ["Nhập mật khẩu sau đó bấm nút.", ["nhập", "bấm"]],
    ["Còn máy cũ: mở VNeID và nhập mã.", ["mở", "nhập"]],
  ])("%s", (step, expected) => {
    expect(actionsIn(step, rules.actions)).toEqual(expected);
  });
});
