import { beforeAll, describe, expect, it } from "vitest";
import { planEnd } from "../../src/answering/find/find.ts";
import { finish } from "../../src/answering/finish.ts";
import { type EditionIndex, openEditionIndex } from "../../src/answering/index/edition-index.ts";
import { understandQuestion } from "../../src/answering/understand/understand.ts";
import type { Answer, Topic } from "../../src/domain/conversation.ts";
import { seedEdition } from "../support/edition.ts";

describe("queries over the plans", () => {
  let base: EditionIndex;

  beforeAll(async () => {
    base = openEditionIndex(await seedEdition(), null);
  });

  function understand(text: string, locality: string | null, topic: Topic | null = null) {
    return understandQuestion(text, base.retriever.words.repair(text).text, locality, topic, {
      localities: base.edition.localities,
      units: base.units,
      paperNames: base.paperNames,
      names: base.names,
      today: "2026-11-30",
    });
  }

  /** What the plans alone say. */
  async function ask(text: string, locality: string | null, topic: Topic | null = null): Promise<Answer> {
    const u = understand(text, locality, topic);
    return finish(base, u, await planEnd(base, u, topic, () => undefined), () => undefined);
  }

  const topic = (over: Partial<Topic>): Topic => ({
    locality: "thanh-thuy",
    intent: "target",
    words: "VNeID",
    year: "2025",
    group: null,
    unit: null,
    doc: "thanh-thuy",
    section: "III.1 gạch 4",
    ...over,
  });

  it.each([
    ["Những xã nào đặt chỉ tiêu VNeID năm 2025 thấp nhất", "Thấp nhất năm 2025", "xã Ninh Giang"],
    ["xa nao dat chi tieu vneid 2026 cao nhat", "Cao nhất năm 2026", "xã Thanh Thủy"],
  ])("ranks places by one figure, among the loaded plans only: %s", async (question, head, winner) => {
    const { text } = await ask(question, null);

    expect(text).toContain(`${head}, chỉ trong các kế hoạch đã nạp: ${winner}.`);
    expect(text).not.toContain("tỉnh Tuyên Quang");
  });

  it("lists the places that mention a thing, each with its words, and names the silent ones", async () => {
    const answer = await ask("bao nhiêu nơi có mô hình Gia đình số", null);

    expect(answer.text).toContain("trong 5 nơi có kế hoạch đã nạp");
    expect(answer.text).toMatch(/Không thấy nêu trong kế hoạch của:.*xã Diên Khánh/u);
  });

  it("answers for two named places whatever the field is", async () => {
    const { text } = await ask("ai ký kế hoạch của Diên Khánh và Ninh Giang", null);

    expect(text).toContain("xã Diên Khánh:\nNgười ký");
    expect(text).toContain("xã Ninh Giang:\nNgười ký");
  });

  it("says that the commune's province has no plan loaded, and takes no other province for it", async () => {
    const { text } = await ask("so với tỉnh thì chỉ tiêu học sinh 2025 của xã thế nào", "thanh-thuy");

    expect(text).toContain("Chưa có kế hoạch của tỉnh Phú Thọ");
    expect(text).not.toContain("Tuyên Quang");
  });

  it("finds the rows that lack a field, or says that none does", async () => {
    const none = await ask("nhiệm vụ nào chưa giao cho ai", "phuong-03-kh-du");
    const some = await ask("những việc nào không ghi thời hạn", "phuong-03-kh-du");

    expect(none.text).toContain("Không có việc nào: cả 17 việc");
    expect(some.status).toBe("answered");
  });

  it("sums up a paper and a part of it by headings, and says how whole that is", async () => {
    const whole = await ask("tóm lược kế hoạch giúp tôi", "ninh-giang");
    const part = await ask("tom tat phan nhiem vu giai phap", "thanh-thuy");

    expect(whole.text).toMatch(/Tóm tắt .* theo đề mục, đủ \d+ phần/u);
    expect(whole.text).toContain("KINH PHÍ");
    expect(part.text).toContain("đủ 5 phần");
  });

  it("names who a paper is sent to, line by line", async () => {
    const { text } = await ask("nơi nhận của kế hoạch gồm những ai", "ninh-giang");

    expect(text).toContain("Nơi nhận ghi trên văn bản (8 dòng)");
    expect(text).toContain("- Sở Khoa học và Công nghệ");
  });

  it("answers both halves of a message, or says which one the plan does not hold", async () => {
    const both = await ask("ai ký kế hoạch, kinh phí lấy ở đâu", "dien-khanh");
    const half = await ask("kinh phí lấy từ nguồn nào và tổng cộng bao nhiêu tiền", "ninh-giang");

    expect(both.text).toContain("Người ký");
    expect(both.text).toContain("Ngân sách nhà nước cấp xã");
    expect(half.text).toContain("không nêu số tiền cụ thể");
    expect(half.text).toContain("ngân sách");
  });

  it("tells who leads from who works along, and what is given to nobody", async () => {
    const leads = await ask("cơ quan nào chủ trì công tác tuyên truyền", "thanh-thuy");
    const along = await ask("ai bảo đảm hạ tầng đường truyền với doanh nghiệp viễn thông", "thanh-thuy");
    const nobody = await ask("Ai chủ trì mô hình Chợ số?", "thanh-thuy");

    expect(leads.text).toContain("Chủ trì: Trung tâm Dịch vụ Sự nghiệp công.");
    expect(leads.text).not.toContain("Đoàn Thanh niên");
    expect(along.text).toContain("Được giao phối hợp: Văn phòng HĐND&UBND");
    expect(nobody.text).toContain("không giao cho cơ quan, đơn vị nào chủ trì");
  });

  it("knows a body by what residents call it", async () => {
    const { text } = await ask("nhà trường được giao những việc gì", "thanh-thuy");

    expect(text).toContain("Các cơ sở Giáo dục trên địa bàn (xã Thanh Thủy) có 4 việc");
  });

  it("finds what is taught to a group by residents' words for it", async () => {
    const { text } = await ask("mấy ông bà già được dạy cái gì", "phuong-03-kh-du");

    expect(text).toContain("người cao tuổi");
    expect(text).toContain("thanh toán số");
  });

  it("takes a short follow-up for an edit of what was asked", () => {
    expect(understand("thế năm sau đó?", "thanh-thuy", topic({})).years).toEqual(["2026"]);
    expect(understand("2026?", "thanh-thuy", topic({})).subject).toBe("VNeID");
    expect(understand("ừ thế còn ninh giang", "thanh-thuy", topic({})).locality).toBe("ninh-giang");
    expect(understand("của doanh nghiệp thôi", null, topic({ words: "" })).groups).toEqual(["workers"]);
    const taught = topic({ intent: "fact", words: "người khuyết tật học", group: "disabled" });
    expect(understand("thế còn người già", null, taught).subject).toBe("người già học");
    expect(understand("ai lo vụ đó", null, topic({ words: "Chợ số", year: null })).subject).toBe("Chợ số");
  });

  it("lets a new whole question keep nothing of the place that was talked about", () => {
    const before = topic({ intent: "lead", words: "tuyên truyền", year: null });

    expect(understand("Chỉ tiêu 2026 của xã là gì", null, before).locality).toBeNull();
  });

  it("asks back by level and province where two places bear the name", async () => {
    const live = await seedEdition();
    const twin = { ...live.edition.localities[0], slug: "thanh-thuy-2", province: "Lào Cai" };
    const localities = [...live.edition.localities, twin as (typeof live.edition.localities)[0]];
    const two = openEditionIndex({ ...live, edition: { ...live.edition, localities } }, null);
    const u = understandQuestion("chỉ tiêu 2026 của Thanh Thủy", "chỉ tiêu 2026 của Thanh Thủy", null, null, {
      localities,
      units: two.units,
      paperNames: two.paperNames,
      names: two.names,
      today: "2026-11-30",
    });
    const answer = finish(two, u, await planEnd(two, u, null, () => undefined), () => undefined);

    expect(answer.status === "clarify" ? answer.choices.map(({ label }) => label) : []).toEqual([
      "xã Thanh Thủy (Phú Thọ)",
      "xã Thanh Thủy (Lào Cai)",
    ]);
  });
});
