import { describe, expect, it } from "vitest";
import type { CuratedAnswer } from "../../../src/domain/console.ts";
import type { Locality } from "../../../src/domain/document.ts";
import { curatedFor } from "../../../src/office/curated-answers.ts";
import { groupAlike } from "../../../src/vietnamese/lexicon/similarity.ts";

const place = (slug: string, shortName: string): Locality => ({
  slug,
  name: `xã ${shortName}`,
  shortName,
  level: "commune",
  province: null,
  otherNames: [],
  contacts: [],
});
const LOCALITIES = [place("thanh-thuy", "Thanh Thủy"), place("ninh-giang", "Ninh Giang")];
const TODAY = "2026-11-21";

const reviewed = (more: Partial<CuratedAnswer> = {}): CuratedAnswer => ({
  id: 7,
  questions: ["Lệ phí đăng ký khai sinh cho trẻ em là bao nhiêu?"],
  locality: "thanh-thuy",
  text: "Miễn lệ phí khi đăng ký đúng hạn.",
  source: "Nghị quyết 1/NQ-HĐND",
  until: "2026-12-31",
  by: "cb-1",
  at: Date.parse("2026-11-20T03:00:00Z"),
  ...more,
});

const ask = (text: string, locality: string | null = "thanh-thuy", answer = reviewed()) =>
  curatedFor([answer], { text, locality, today: TODAY }, LOCALITIES, "UBND tỉnh");

describe("a reviewed answer", () => {
  it.each([
    "Lệ phí đăng ký khai sinh cho trẻ em là bao nhiêu?",
    "le phi dang ky khai sinh cho tre em bao nhieu",
    "cho hỏi lệ phí đăng ký khai sinh trẻ em bao nhiêu ạ",
    "Lệ phí đăng ký khai sinh cho trẻ em ở xã Thanh Thủy là bao nhiêu?",
    "lệ phí khai sinh đăng ký trẻ em",
  ])("is given to %j", (question) => {
    expect(ask(question)?.answer.status).toBe("answered");
  });

  it.each([
    "Lệ phí đăng ký khai tử cho trẻ em là bao nhiêu?",
    "Lệ phí đăng ký khai sinh cho trẻ em nộp ở đâu?",
    "Lệ phí đăng ký khai sinh cho trẻ em năm 2027 là bao nhiêu?",
    "Lệ phí đăng ký khai sinh cho trẻ em ở Ninh Giang là bao nhiêu?",
    "Đăng ký khai sinh",
    "Lệ phí",
  ])("is kept from %j", (question) => {
    expect(ask(question)).toBeNull();
  });

  it("does not take where for when", () => {
    const answer = reviewed({ questions: ["Lớp học buổi tối ở đâu?"] });

    expect(ask("lop hoc buoi toi o dau", "thanh-thuy", answer)).not.toBeNull();
    expect(ask("Lớp học buổi tối khi nào?", "thanh-thuy", answer)).toBeNull();
    expect(ask("Lớp học buổi tối bao nhiêu tiền?", "thanh-thuy", answer)).toBeNull();
  });

  it("is for its own locality only, unless it is for all", () => {
    const question = "Lệ phí đăng ký khai sinh cho trẻ em là bao nhiêu?";

    expect(ask(question, "ninh-giang")).toBeNull();
    expect(ask(question, null)).toBeNull();
    expect(ask(question, "ninh-giang", reviewed({ locality: null }))).not.toBeNull();
    expect(ask("Lệ phí đăng ký khai sinh cho trẻ em xã Thanh Thủy?", null)).not.toBeNull();
  });

  it("ends with its last day, and names who answered and on what ground", () => {
    const question = "Lệ phí đăng ký khai sinh cho trẻ em là bao nhiêu?";
    const answer = ask(question)?.answer;

    expect(answer?.text).toContain("Nguồn: Trả lời của UBND xã Thanh Thủy, ngày 20/11/2026");
    expect(answer?.text).toContain("Nghị quyết 1/NQ-HĐND");
    expect(answer?.status === "answered" && answer.citations[0].quote).toBe(
      "Miễn lệ phí khi đăng ký đúng hạn.",
    );
    expect(ask(question, "thanh-thuy", reviewed({ until: TODAY }))).not.toBeNull();
    expect(ask(question, "thanh-thuy", reviewed({ until: "2026-11-20" }))).toBeNull();
  });
});

describe("questions put together", () => {
  it("are those of the same words that ask for the same, most frequent first", () => {
    const asked = [
      "Làm thẻ thư viện ở đâu?",
      "Lớp học buổi tối ở đâu?",
      "lop hoc buoi toi o dau",
      "Lớp học buổi tối bao nhiêu tiền?",
      "địa điểm lớp học buổi tối",
    ];
    const groups = groupAlike(asked, (text) => text).map(({ members }) => members);

    expect(groups).toEqual([[asked[1], asked[2], asked[4]], [asked[0]], [asked[3]]]);
  });
});
