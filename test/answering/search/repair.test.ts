import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openWordIndex } from "../../../src/answering/search/ranking/word-index.ts";
import { fold, toneKey } from "../../../src/vietnamese/text/normalise.ts";
import { growth } from "../../support/work.ts";
import { passages, vocabulary } from "./small-world.ts";

const { repair } = openWordIndex(passages, vocabulary);
const meant = (typed: string) => repair(typed).text;

describe("repairing a question", () => {
  it("puts accents back where none were typed", () => {
    expect(meant("ai duoc cap can cuoc cong dan")).toBe("ai được cấp căn cước công dân");
  });

  it("puts back the accents that are missing here and there", () => {
    expect(meant("lop học phù hợp cho người cao tuôi")).toBe("lớp học phù hợp cho người cao tuổi");
  });

  it("takes the accents that were typed at their word", () => {
    expect(meant("đường")).toBe("đường");
    expect(meant("dương")).toBe("dương");
    expect(meant("Ánh dương rọi xuống")).toBe("Ánh dương rọi xuống");
  });

  it("keeps well-formed words that no paper holds", () => {
    expect(meant("Kéo mạng về chuồng lợn nhà tôi")).toBe("Kéo mạng về chuồng lợn nhà tôi");
  });

  it("leaves toneless words alone where every other word keeps its marks", () => {
    expect(meant("So sánh lớp học của xã bên")).toBe("So sánh lớp học của xã bên");
    expect(meant("Chi tiền cho người cao tuổi")).toBe("Chi tiền cho người cao tuổi");
    expect(meant("hoc dich vu cong")).toBe("học dịch vụ công");
  });

  it("mends hỏi for ngã where the neighbours ask for it", () => {
    expect(meant("lớp học miển phí")).toBe("lớp học miễn phí");
  });

  it("guesses nothing from strings without vowels, codes and names", () => {
    for (const text of [
      "lớp học cb của xã",
      "lớp học kn số",
      "mục V của xã",
      "Đội AB và Who",
      "lớp c7 của xã",
    ]) {
      expect(meant(text)).toBe(text);
    }
  });

  it("decodes Telex and VNI keys", () => {
    expect(meant("dduocwj cấp căn cước chưa")).toBe("được cấp căn cước chưa");
    expect(meant("người da6n xác nhận")).toBe("người dân xác nhận");
  });

  it("reads teencode, dialect, abbreviations and spoken names", () => {
    expect(meant("hoc ntn")).toBe("học như thế nào");
    expect(meant("người dân được j ko")).toBe("người dân được gì không");
    expect(meant("Cơ quan mô chủ trì")).toBe("Cơ quan nào chủ trì");
    expect(meant("xác nhận trên vê nê i đê")).toBe("xác nhận trên VNeID");
  });

  it("parts words typed without blanks", () => {
    expect(meant("nguoicaotuoi")).toBe("người cao tuổi");
    expect(meant("cac lop hocsinh nam2026")).toBe("các lớp học sinh năm 2026");
  });

  it("mends one slip of the finger in a word that nobody knows", () => {
    expect(meant("người cao tuổii được học ở lớp nàp")).toBe("người cao tuổi được học ở lớp nào");
    expect(meant("tổng hợp báo cóa")).toBe("tổng hợp báo cáo");
  });

  it("says what it changed and why", () => {
    expect(repair("dduocwj ko").changes).toEqual([
      { from: "dduocwj", to: "được", why: "keystrokes" },
      { from: "ko", to: "không", why: "teencode" },
    ]);
  });

  it("leaves numbers, document numbers and addresses alone", () => {
    const text = "57-NQ/TW, 30/10/2025, 5.4.2, 50%, https://dichvucong.gov.vn";
    expect(meant(text)).toBe(text);
  });

  it("changes nothing in any passage it was made from", () => {
    for (const { text } of passages) {
      expect(meant(text)).toBe(text);
    }
  });

  it("brings any stripped passage back to the same letters", () => {
    for (const { text } of passages) {
      expect(fold(meant(fold(text)))).toBe(fold(text));
    }
  });

  it("takes any text without failing, and names the words of what it gives", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (typed) => {
        const { text, keys } = repair(typed);
        expect(typeof text).toBe("string");
        expect(keys.every((key) => key !== "")).toBe(true);
      }),
    );
  });

  it("reads a very long text whole, with work that grows as its length", async () => {
    const long = "xin chao cac ban ".repeat(6000);
    expect(fold(meant(long)).length).toBeGreaterThan(90_000);
    expect(fold(meant("k".repeat(100_000))).length).toBe(100_000);
    expect(await growth((times) => meant("xin chao cac ban ".repeat(times)), 300)).toBeLessThan(2.2);
    expect(await growth((times) => meant("k".repeat(times)), 5_000)).toBeLessThan(2.2);
  });

  it("gives words whose keys agree with its text", () => {
    const { text, keys } = repair("lop hoc cho nguoi cao tuoi");
    expect(keys.join(" ")).toBe(toneKey(text));
  });
});
