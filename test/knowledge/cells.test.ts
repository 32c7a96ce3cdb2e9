// Assignment tables whose cells hold more than one thing.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { read } from "./seeds.ts";

const shape = (name: string) => read(readFileSync(`test/knowledge/shapes/${name}`, "utf8"), name);

describe("a cell that names those in charge and those who join in", () => {
  it("parts them at its labels", () => {
    expect(
      shape("cell-chu-tri-phoi-hop.md").tasks.map(({ lead, coordinators }) => [lead, coordinators]),
    ).toEqual([
      [["Công chức Tư pháp - Hộ tịch"], ["Công an xã", "Phòng Kinh tế"]],
      [["Phòng Kinh tế"], ["các thôn"]],
    ]);
  });
});

describe("a row with several dated steps", () => {
  it("is one task with each step under it", () => {
    const rows = shape("cell-schedules.md").tasks.filter(({ section }) => section.includes("dòng 4"));
    const [row, ...steps] = rows;
    expect(row?.schedule).toBeNull();
    expect(steps.map(({ partOf, schedule }) => [partOf === row?.id, schedule])).toEqual([
      [true, { kind: "month", month: "2026-01" }],
      [true, { kind: "month", month: "2026-06" }],
      [true, { kind: "month", month: "2026-08" }],
    ]);
  });
});

describe("a cell that says the body is named elsewhere", () => {
  it("names none, and a person is asked", () => {
    const { tasks, findings } = shape("cell-schedules.md");
    const task = tasks.find(({ section }) => section === "Bảng dòng 5");
    expect(task).toMatchObject({ lead: [], coordinators: [] });
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: "unassigned_item", section: "Bảng dòng 5" }),
    );
  });
});

describe("a column called “Trách nhiệm thực hiện”", () => {
  it("holds who answers", () => {
    const plan = read(`KẾ HOẠCH
Cải cách hành chính năm 2026
| STT | Nội dung | Trách nhiệm thực hiện | Thời gian (năm 2026) |
|---|---|---|---|
| 1 | Niêm yết mã QR tại bộ phận một cửa | Công an xã | ngày 08 tháng 5 |`);
    expect(plan.tasks).toMatchObject([
      { lead: ["Công an xã"], schedule: { kind: "by", date: "2026-05-08" } },
    ]);
  });
});
