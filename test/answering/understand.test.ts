import { describe, expect, it } from "vitest";
import { understandQuestion } from "../../src/answering/understand/understand.ts";
import type { Topic } from "../../src/domain/conversation.ts";
import type { Locality } from "../../src/domain/document.ts";

const locality = (slug: string, name: string, shortName: string): Locality => ({
  slug,
  name,
  shortName,
  level: name.startsWith("tỉnh") ? "province" : "commune",
  province: null,
  otherNames: [],
  contacts: [],
});
const around = {
  localities: [
    locality("an-phu", "xã An Phú", "An Phú"),
    locality("binh-an", "xã Bình An", "Bình An"),
    locality("song-lam", "tỉnh Sông Lam", "Sông Lam"),
  ],
  units: [
    { locality: "an-phu", name: "Phòng Văn hóa - Xã hội", otherNames: ["P. VH-XH"] },
    { locality: "song-lam", name: "Đảng ủy Công an tỉnh", otherNames: [] },
    { locality: "song-lam", name: "Công an tỉnh", otherNames: [] },
  ],
  paperNames: { name: (name: string) => name === "da nang", words: () => false, short: () => false },
  names: [],
  today: "2026-11-21",
};
const read = (text: string, chosen: string | null = null, topic: Topic | null = null) =>
  understandQuestion(text, text, chosen, topic, around);
const topic = (over: Partial<Topic>): Topic => ({
  locality: "an-phu",
  intent: "target",
  words: "học sinh",
  year: "2025",
  group: "students",
  unit: null,
  doc: "an-phu",
  section: "III.1 gạch 2",
  ...over,
});

describe("reading a question", () => {
  it.each([
    ["Năm 2025 chỉ tiêu cán bộ là bao nhiêu?", "target"],
    ["bao nhieu phan tram nguoi cao tuoi duoc hoc", "target"],
    ["Khi nào phải xong việc này?", "deadline"],
    ["Ai chủ trì mạng lưới Đại sứ số?", "lead"],
    ["Mô hình này do đơn vị nào phụ trách?", "lead"],
    ["Cơ quan nào phối hợp làm chợ số?", "support"],
    ["Phòng Văn hóa - Xã hội phải làm gì?", "unit_tasks"],
    ["Mục 5.4.2 phần IV nói gì?", "item"],
    ["So sánh chỉ tiêu cán bộ giữa An Phú và Bình An", "comparison"],
    ["Chợ số 4T là gì?", "definition"],
    ["Làm sao để lấy lại mật khẩu VNeID?", "how_to"],
    ["Có mấy mô hình được triển khai?", "count"],
    ["Kinh phí lấy từ nguồn nào", "fact"],
  ])("takes “%s” for %s", (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });

  it("does not take artificial intelligence for “who”", () => {
    expect(read("Kế hoạch có dạy kỹ năng dùng AI không?").slot).toBeNull();
    expect(read("trợ lý ai dùng thế nào").slot).toBeNull();
  });

  it("finds places by any of their names, in the order they are named", () => {
    expect(read("Bình An so với xã An Phú").named).toEqual(["binh-an", "an-phu"]);
  });

  it("prefers the place in the question to the one that was chosen", () => {
    expect(read("Chỉ tiêu ở Bình An?", "an-phu").locality).toBe("binh-an");
  });

  it("notices a place that no paper knows, and not one that a paper mentions", () => {
    expect(read("Chỉ tiêu của xã Hòa Tiến là gì?").otherPlace).toEqual({
      place: "xã Hòa Tiến",
      mentioned: false,
    });
    expect(read("Việc này có làm ở thành phố Đà Nẵng không?").otherPlace?.mentioned).toBe(true);
  });

  it("resolves years against today", () => {
    expect(read("Chỉ tiêu năm nay?").years).toEqual(["2026"]);
    expect(read("còn sang năm?").years).toEqual(["2027"]);
    expect(read("giai đoạn 2025 - 2026").years).toEqual(["2025", "2026"]);
  });

  it("reads days that are whole and leaves the others", () => {
    expect(read("việc nào xong trước 30/12/2025").days).toEqual(["2025-12-30"]);
    expect(read("ngày 10/10 có gì").days).toEqual([]);
    expect(read("trước ngày 31/02/2026").days).toEqual([]);
  });

  it.each([
    ["mục 4.2.1 phần IV", "4.2.1", "IV"],
    ["phần VI mục 3.2", "3.2", "VI"],
    ["muc 5.5.1 thuoc phan iv", "5.5.1", "IV"],
    ["mục III.2", "2", "III"],
    ["mục 5.4.2 ai phụ trách", "5.4.2", null],
  ])("reads the item in “%s”", (text, number, part) => {
    expect(read(text).item).toEqual({ number, part });
  });

  it("tells a longer body from the one inside its name", () => {
    expect(read("Đảng ủy Công an tỉnh làm gì", "song-lam").unit).toBe("Đảng ủy Công an tỉnh");
    expect(read("công an tỉnh làm gì", "song-lam").unit).toBe("Công an tỉnh");
  });

  it("counts officials and workers of the public sector as one group", () => {
    expect(read("cán bộ, công chức, viên chức và người lao động").groups).toEqual(["officials"]);
    expect(read("người lao động trong doanh nghiệp").groups).toContain("workers");
  });
});

describe("following up", () => {
  it("keeps what was asked when only the place changes", () => {
    const u = read("còn Bình An?", null, topic({}));
    expect(u).toMatchObject({
      followUp: true,
      intent: "target",
      locality: "binh-an",
      years: ["2025"],
      subject: "học sinh",
    });
  });

  it("keeps the place when only the year changes", () => {
    expect(read("Thế còn năm 2026?", null, topic({}))).toMatchObject({
      locality: "an-phu",
      years: ["2026"],
      followUp: true,
    });
  });

  it("asks another field of the same thing", () => {
    const u = read(
      "Cơ quan nào phối hợp?",
      null,
      topic({ intent: "lead", words: "mô hình Gia đình số", slot: "lead" }),
    );
    expect(u).toMatchObject({ followUp: true, slot: "support", subject: "mô hình Gia đình số" });
  });

  it("does not inherit into a new question", () => {
    const u = read("Kinh phí thực hiện phong trào lấy từ nguồn ngân sách nào?", null, topic({}));
    expect(u).toMatchObject({ followUp: false, locality: null, years: [] });
  });

  it("takes a correction of the place", () => {
    expect(read("không, xã Bình An cơ", null, topic({}))).toMatchObject({
      correction: true,
      locality: "binh-an",
    });
  });
});
