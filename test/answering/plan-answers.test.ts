import { beforeAll, describe, expect, it } from "vitest";
import type { Answering } from "../../src/answering/answer.ts";
import type { Answer, Topic } from "../../src/domain/conversation.ts";
import { wholeEdition } from "../support/whole-edition.ts";

describe("answers from the five plans", () => {
  let answering: Answering;

  beforeAll(async () => {
    ({ answering } = await wholeEdition());
  });

  async function ask(text: string, locality: string | null, topic: Topic | null = null) {
    return answering.answer({ text, locality, today: "2025-11-21" }, topic);
  }
  const answerTo = async (text: string, locality: string | null): Promise<Answer> =>
    (await ask(text, locality)).answer;
  const quotes = (answer: Answer) =>
    answer.status === "answered" ? answer.citations.map((citation) => citation.quote) : [];

  it.each([
    ["chi tieu vneid nam 2025 cua xa cam lam la bao nhieu", null, "xã “cam lam”"],
    ["tinh phu tho dat muc tieu gi", "thanh-thuy", "tỉnh “phu tho”"],
    ["Chỉ tiêu năm 2026 của tỉnh Phú Thọ là gì?", "thanh-thuy", "tỉnh Phú Thọ"],
  ])("gives no figure for another place: %s", async (question, locality, place) => {
    const answer = await answerTo(question, locality);

    expect(answer.status).toBe("not_found");
    expect(answer.text).toContain(place);
    expect(answer.text).not.toMatch(/\d\s*%/u);
  });

  it.each([
    ["Huyện nào của tỉnh đạt chỉ tiêu VNeID cao nhất?", "tuyen-quang"],
    ["co bao nhieu thon trong xa", "ninh-giang"],
    ["truong phong van hoa - xa hoi cua xa ten gi", "ninh-giang"],
    ["muc phat neu gia dinh khong tham gia phong trao la bao nhieu", "thanh-thuy"],
    ["Mô hình Chợ số của xã do đơn vị nào chủ trì?", "ninh-giang"],
  ])("says that no paper holds it: %s", async (question, locality) => {
    expect((await answerTo(question, locality)).status).toBe("not_found");
  });

  it("lists what a plan calls by name, counted, and only that", async () => {
    const answer = await answerTo("xã triển khai những mô hình nào", "thanh-thuy");

    expect(answer.text).toContain("6 mô hình");
    for (const name of ["Gia đình số", "Chợ số", "Tổ công nghệ số cộng đồng", "Thanh niên chung tay"]) {
      expect(answer.text).toContain(name);
    }
    expect(answer.text).not.toContain("“Bình dân học vụ số”");
  });

  it("names the parts of a long section", async () => {
    const answer = await answerTo("nội dung tuyên truyền gồm những mục nào", "dien-khanh");

    expect(answer.text).toContain("gồm 6 phần");
    expect(quotes(answer)).toContain("Khuyến khích học tập, làm chủ công nghệ:");
  });

  it("dates a paper that is named by its bare number, and no other paper", async () => {
    const named = await answerTo("Văn bản 3909 của UBND tỉnh ban hành ngày nào?", "thanh-thuy");
    const unknown = await answerTo("Văn bản 4512 của UBND tỉnh ban hành ngày nào?", "thanh-thuy");

    expect(named.text).toContain("08/9/2025");
    expect(unknown.status).toBe("not_found");
  });

  it("says who leads where the question meets the task in other words", async () => {
    const answer = await answerTo("ai lo bo tri tien cho phong trao", "thanh-thuy");

    expect(answer.text).toContain("Chủ trì: Phòng Kinh tế");
  });

  it("gives a unit its own reporting dates, not everybody's", async () => {
    const answer = await answerTo(
      "Ban Tuyên giáo và Dân vận tổng hợp báo cáo theo tháng hay theo quý?",
      "tuyen-quang",
    );

    expect(answer.text).toContain("hàng quý");
    expect(answer.text).not.toContain("6 tháng");
  });

  it("keeps the field asked for when only another item is named", async () => {
    const first = await ask("ai chu tri muc 6.4 phan iv", "tuyen-quang");
    const second = await ask("con muc 6.2", "tuyen-quang", first.topic);

    expect(second.answer.text).toMatch(/^Chủ trì: Ủy ban Mặt trận Tổ quốc/u);
  });

  it("shows the lead-in verb of what a plan replaces", async () => {
    const answer = await answerTo("Kế hoạch này thay thế kế hoạch nào?", "tuyen-quang");

    expect(quotes(answer)[0]).toMatch(/^thay thế /iu);
  });
});
