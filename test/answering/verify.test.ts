import { describe, expect, it } from "vitest";
import type { Papers } from "../../src/answering/index/papers.ts";
import { unsupported } from "../../src/answering/verify.ts";
import { squeeze } from "../../src/vietnamese/text/normalise.ts";

const SOURCE =
  "III. CHỈ TIÊU\n1. Năm 2025\n- 80% người dân có kỹ năng số.\nBáo cáo trước ngày 30/10/2025 về Phòng Văn hóa.";
const papers: Papers = {
  squeezedSource: (doc) => (doc === "plan" ? squeeze(SOURCE) : null),
  standingWords: () => ["III. CHỈ TIÊU", "1. Năm 2025", "xã An Phú"],
  bodies: ["phong van hoa", "cong an xa"],
  hotlines: ["1900.0368", "113"],
  links: ["https://dichvucong.gov.vn"],
};
const quote = (text: string) => ({ doc: "plan", section: "III.1", title: "Kế hoạch", quote: text });
const check = (
  text: string,
  quotes: readonly string[],
  more: { counts?: number[]; question?: string } = {},
) =>
  unsupported(
    { text, citations: quotes.map(quote), counts: more.counts ?? [], question: more.question ?? "" },
    papers,
  );

const TARGET = "80% người dân có kỹ năng số.";
const REPORT = "Báo cáo trước ngày 30/10/2025 về Phòng Văn hóa.";

describe("verifying an answer", () => {
  it("lets through what stands in quotes and headings", () => {
    expect(check("Năm 2025: 80% người dân có kỹ năng số.", [TARGET])).toEqual([]);
  });

  it.each([
    ["Năm 2025: 85% người dân có kỹ năng số.", "85"],
    ["Năm 2026: 80% người dân có kỹ năng số.", "2026"],
    ["80% người dân, chi 500 triệu đồng.", "500"],
    ["Hạn 31/10/2025.", "31/10/2025"],
    ["Gọi 0912345678 để hỏi.", "912345678"],
  ])("stops a figure nobody wrote: %s", (text, figure) => {
    expect(check(text, [TARGET])).toContain(`number ${figure}`);
  });

  it("stops a quote that is not in the paper", () => {
    expect(check("80% người dân", ["80% cán bộ có kỹ năng số."])).toHaveLength(1);
  });

  it("stops a body that the sources do not name", () => {
    expect(check("Công an xã chủ trì.", [REPORT])).toEqual(["body cong an xa"]);
    expect(check("Phòng Văn hóa chủ trì.", [REPORT])).toEqual([]);
  });

  it("lets through only listed phone numbers and addresses", () => {
    expect(check("Gọi 1900.0368 hoặc 113, xem dichvucong.gov.vn.", [TARGET])).toEqual([]);
    expect(check("Xem https://dichvucong-gov.vn.com nhé.", [TARGET])).toHaveLength(1);
  });

  it("lets numbers of a list and counted things through", () => {
    expect(check("2 việc:\n1. Báo cáo trước ngày 30/10/2025.\n2. Khác.", [REPORT], { counts: [2] })).toEqual(
      [],
    );
  });

  it("repeats the asker's figure only to deny it", () => {
    const question = "Có phải 70% không?";
    expect(check("Không phải 70%. Kế hoạch ghi: 80% người dân.", [TARGET], { question })).toEqual([]);
    expect(check("Là 70% người dân.", [TARGET], { question })).toEqual(["number 70"]);
  });
});
