import { describe, expect, it } from "vitest";
import type { FindingKind } from "../../src/domain/task.ts";
import { read, seedText } from "./seeds.ts";

function findings(name: string, today?: string) {
  return read(seedText(name), name, today).findings;
}

function at(name: string, kind: FindingKind): readonly (string | null)[] {
  return findings(name)
    .filter((one) => one.kind === kind)
    .map(({ section }) => section);
}

const plan = (body: string) =>
  `Số: 5/KH-UBND\nThanh Thủy, ngày 01 tháng 9 năm 2025\n\nKẾ HOẠCH\nThử\n\n${body}`;
const kinds = (body: string) => read(plan(body)).findings.map(({ kind }) => kind);

describe("doubts about the seeds", () => {
  it.each(["dien-khanh", "ninh-giang", "thanh-thuy"])("%s has neither number nor full date", (name) => {
    expect(findings(name).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["blank_number", "blank_date"]),
    );
  });

  it("dien-khanh has VI before V, twin paragraphs and a shortened name", () => {
    expect(at("dien-khanh", "numerals_out_of_order")).toEqual(["VI", "V"]);
    expect(at("dien-khanh", "near_duplicate")).toEqual(["V.6 đoạn 1", "V.6 đoạn 2"]);
    expect(
      findings("dien-khanh")
        .filter(({ kind }) => kind === "misspelt_name")
        .map(({ words }) => words),
    ).toEqual(["VneID", "Bình dân học vụ"]);
  });

  it("ninh-giang lacks its annex and says three things twice", () => {
    expect(at("ninh-giang", "missing_annex")).toEqual(["IV"]);
    expect(at("ninh-giang", "near_duplicate")).toEqual(["II.4", "II.5", "II.6"]);
  });

  it("thanh-thuy has a part of duties that nobody is told to do, and a cycle without a length", () => {
    expect(at("thanh-thuy", "unassigned_item")).toEqual(["IV"]);
    expect(at("thanh-thuy", "unclear_schedule")).toEqual(["VI.1 gạch 7"]);
  });

  it("tuyen-quang misspells VNeID three ways", () => {
    const words = findings("tuyen-quang")
      .filter(({ kind }) => kind === "misspelt_name")
      .map((one) => one.words);
    expect(words).toEqual(["VNNeID", "VNedID", "VneID"]);
  });

  it("a deadline is past on the day after, not on the day", () => {
    const past = (today: string) =>
      findings("tuyen-quang", today).filter(({ kind }) => kind === "deadline_past").length;
    expect([past("2025-10-30"), past("2025-10-31"), past("2025-12-31")]).toEqual([0, 4, 5]);
  });

  it("speaks Vietnamese to the admin, each time with a message", () => {
    for (const { message } of findings("dien-khanh")) {
      expect(message).toMatch(/[ạ-ỹđ].{20,}/u);
    }
  });
});

describe("doubts about a paper", () => {
  const duties =
    "I. NHIỆM VỤ\n1. Mở lớp học cho người dân các thôn.\n2. Phát thanh mỗi tuần một lần.\nII. TỔ CHỨC THỰC HIỆN\n";

  it("an item that a reference leaves out is unassigned", () => {
    expect(kinds(`${duties}1. Công an xã chủ trì thực hiện nhiệm vụ tại mục 1 phần I.`)).toContain(
      "unassigned_item",
    );
  });

  it("a reference to what is not there dangles", () => {
    expect(kinds(`${duties}1. Công an xã chủ trì thực hiện nhiệm vụ tại mục 1, mục 7 phần I.`)).toContain(
      "dangling_reference",
    );
  });

  it("an item handed to two bodies is owned twice", () => {
    const text = `${duties}1. Công an xã chủ trì thực hiện nhiệm vụ tại mục 1, mục 2 phần I.\n2. Phòng Kinh tế chủ trì thực hiện nhiệm vụ tại mục 2 phần I.`;
    expect(kinds(text)).toContain("doubly_assigned_item");
  });

  it("a body that only works along owns nothing", () => {
    const text = `${duties}1. Công an xã chủ trì thực hiện nhiệm vụ tại mục 1, mục 2 phần I.\n2. Phòng Kinh tế phối hợp thực hiện nhiệm vụ tại mục 2 phần I.`;
    const { tasks, findings: doubts } = read(plan(text));
    expect(doubts.map(({ kind }) => kind)).not.toContain("doubly_assigned_item");
    expect(tasks.find(({ section }) => section === "I.2")).toMatchObject({
      lead: ["Công an xã"],
      coordinators: ["Phòng Kinh tế"],
    });
  });

  it("a head that names no known body is shown", () => {
    expect(kinds("I. TỔ CHỨC THỰC HIỆN\n1. Chế độ thông tin\n- Gửi tin, bài mỗi tuần.")).toContain(
      "unknown_unit",
    );
  });

  it("a share that falls from year to year is shown, an equal one is not", () => {
    const targets = (late: number) =>
      `I. CHỈ TIÊU\n1. Năm 2025\n- 80% hộ gia đình có tài khoản số.\n2. Năm 2026\n- ${late}% hộ gia đình có tài khoản số.`;
    expect(kinds(targets(60))).toContain("falling_figure");
    expect(kinds(targets(80))).not.toContain("falling_figure");
  });

  it("text through a wrong font is bad, and hidden characters are shown", () => {
    expect(
      kinds("I. N6I DUNG\n1. Thqc hi6n nghiCm tfic khung phAn ph6i chuong trinh c6c m6n hoc duoc 5p dung"),
    ).toContain("bad_text");
    expect(kinds("I. NỘI DUNG\n1. Mở lớp\u202E học.")).toContain("hidden_text");
  });
});
