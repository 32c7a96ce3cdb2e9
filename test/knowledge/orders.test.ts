// Papers of every kind: who is told to do what, by evidence and not by a section's title.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Task } from "../../src/domain/task.ts";
import { read } from "./seeds.ts";

const shape = (name: string) => read(readFileSync(`test/knowledge/shapes/${name}`, "utf8"), name);
const told = (tasks: readonly Task[]) =>
  [...tasks]
    .sort((a, b) => a.section.localeCompare(b.section))
    .map(({ section, lead, coordinators, schedule }) => ({ section, lead, coordinators, schedule }));

const LETTERHEAD = `ỦY BAN NHÂN DÂN
XÃ BÌNH MINH
Số: 21/UBND-VX
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Bình Minh, ngày 03 tháng 11 năm 2025
V/v đẩy mạnh thanh toán trực tuyến
Kính gửi: Các phòng chuyên môn thuộc xã.
`;
const letter = (text: string) => read(`${LETTERHEAD}${text}`, "cong-van").tasks;

describe("items headed by a body", () => {
  it("are its tasks in an official letter", () => {
    expect(told(shape("letter-unit-heads.txt").tasks)).toEqual([
      {
        section: "1.a",
        lead: ["Văn phòng HĐND và UBND xã"],
        coordinators: [],
        schedule: { kind: "by", date: "2025-11-20" },
      },
      { section: "1.b", lead: ["Văn phòng HĐND và UBND xã"], coordinators: [], schedule: null },
      {
        section: "2.a",
        lead: ["Phòng Kinh tế"],
        coordinators: [],
        schedule: { kind: "by", date: "2025-11-25" },
      },
    ]);
  });

  it.each(["heads-without-title.txt", "heading-misread.txt", "heading-unaccented.txt"])(
    "are its tasks in a plan, whatever the section above is called: %s",
    (name) => {
      expect(told(shape(name).tasks).map(({ section, lead }) => [section, lead])).toEqual([
        ["II.1.a", ["Phòng Văn hóa - Xã hội"]],
        ["II.2.a", ["Trạm Y tế"]],
      ]);
    },
  );

  it("are no tasks where a plan says whom it judges", () => {
    const plan = read(`KẾ HOẠCH
Phát động thi đua năm 2026
III. TIÊU CHÍ THI ĐUA
1. Đối với các phòng chuyên môn
- Hoàn thành tốt nhiệm vụ năm.
2. Đối với các trường học
- Nội bộ đoàn kết.`);
    expect(plan.tasks).toEqual([]);
  });
});

describe("an order that announces what follows it", () => {
  it("hands its body and those who work along to each item, and is no task itself", () => {
    const along = ["các đơn vị liên quan"];
    const office = ["Văn phòng HĐND và UBND xã"];
    expect(told(shape("notice-handed-down.txt").tasks)).toEqual([
      { section: "I.1.a", lead: ["Phòng Văn hóa - Xã hội"], coordinators: ["Công an xã"], schedule: null },
      {
        section: "I.1.b",
        lead: ["Phòng Văn hóa - Xã hội"],
        coordinators: ["Công an xã"],
        schedule: { kind: "month", month: "2026-02" },
      },
      { section: "I.2.a", lead: ["Phòng Kinh tế"], coordinators: [], schedule: null },
      { section: "III.1", lead: office, coordinators: along, schedule: null },
      {
        section: "III.2",
        lead: office,
        coordinators: along,
        schedule: { kind: "recurring", every: "month", day: "05" },
      },
    ]);
  });

  it("may close the opening of a letter whose items name nobody", () => {
    const tasks = letter(`Ủy ban nhân dân xã yêu cầu các thôn thực hiện một số nội dung sau:
1. Rà soát các khoản thu chưa có mã QR.
2. Báo cáo kết quả trước ngày 25/11/2025.`);
    expect(told(tasks).map(({ section, lead, schedule }) => [section, lead, schedule])).toEqual([
      ["1", ["các thôn"], null],
      ["2", ["các thôn"], { kind: "by", date: "2025-11-25" }],
    ]);
  });
});

describe("a sentence that orders", () => {
  it("is a task of whom it is given to, with its deadline", () => {
    expect(told(shape("letter-prose.txt").tasks)).toEqual([
      {
        section: "đoạn 2",
        lead: ["Công an tỉnh"],
        coordinators: [],
        schedule: { kind: "by", date: "2025-09-30" },
      },
    ]);
  });

  it("is none when it tells what was, what the issuer does, or that the paper is in force", () => {
    expect(
      letter(`Ủy ban nhân dân xã nhận được Công văn số 12/UBND-VX ngày 01/10/2025 của Công an tỉnh.
Phòng Kinh tế đã hoàn thành việc rà soát trong tháng 10 năm 2025.
Ủy ban nhân dân xã thông báo để các đơn vị biết, thực hiện.
Yêu cầu Trưởng các thôn, các phòng chuyên môn nghiêm túc thực hiện Công văn này./.`),
    ).toEqual([]);
  });

  it("names ministries and departments one by one when their kind is said once", () => {
    const [task] = letter(
      "1. Các phòng: Kinh tế, Văn hóa - Xã hội chủ động rà soát các khoản thu.\n2. Khác.",
    );
    expect(task?.lead).toEqual(["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]);
  });

  it("is heard in Roman brackets and behind the matter it concerns", () => {
    const tasks =
      letter(`1. Về việc rà soát hồ sơ: Giao Phòng Kinh tế rà soát toàn bộ hồ sơ tồn đọng, báo cáo trước ngày 20/11/2025.
2. Phòng Văn hóa - Xã hội:
(i) Tuyên truyền trên hệ thống truyền thanh.
(ii) Tổng hợp kết quả hằng tuần.`);
    expect(tasks.map(({ lead }) => lead)).toEqual([
      ["Phòng Kinh tế"],
      ["Phòng Văn hóa - Xã hội"],
      ["Phòng Văn hóa - Xã hội"],
    ]);
  });

  it("is a task in a decision only when it is handed over or has its time", () => {
    expect(
      told(shape("decision-board.txt").tasks).map(({ section, lead, schedule }) => [section, lead, schedule]),
    ).toEqual([
      ["Điều 2.1", ["Ban Chỉ đạo"], null],
      ["Điều 3.1", ["Phòng Văn hóa - Xã hội"], null],
      ["Điều 3.2", ["Phòng Văn hóa - Xã hội"], { kind: "recurring", every: "month", day: "15" }],
    ]);
  });
});
