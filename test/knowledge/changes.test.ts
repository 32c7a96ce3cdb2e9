import { describe, expect, it } from "vitest";
import type { UnderstoodDocument } from "../../src/domain/knowledge.ts";
import type { Target } from "../../src/domain/task.ts";
import { changesBetween } from "../../src/knowledge/ingest/changes.ts";
import { understandLines } from "../support/understand-lines.ts";

const paper = (text: string, targets: readonly Target[] = []): UnderstoodDocument => ({
  ...understandLines("ke-hoach", text),
  targets,
});

function target(section: string, statement: string, year: string | null = "2026"): Target {
  return {
    doc: "ke-hoach",
    locality: null,
    section,
    group: "người dân",
    year,
    comparison: "aim",
    percent: 70,
    statement,
    quote: statement,
  };
}

describe("changes between two editions", () => {
  it("are none for the same papers, spelt with other tone marks or spaces", () => {
    const before = paper("IV.1: Hoà mạng | Phòng  Văn hóa | Tháng 7");
    expect(changesBetween([before], [before])).toEqual([]);
    expect(changesBetween([before], [paper("IV.1: Hòa mạng | Phòng Văn hoá | Tháng 7")])).toEqual([]);
  });

  it("name a figure that moved, old and new, and figures that came or went", () => {
    const before = [target("III.1", "Phấn đấu 70% người dân biết dùng"), target("III.2", "Mỗi thôn một tổ")];
    const now = [
      target("III.1", "Phấn đấu 80% người dân biết dùng"),
      target("III.3", "100% trường học", "2027"),
    ];
    expect(changesBetween([paper("x", before)], [paper("x", now)])).toEqual([
      'ke-hoach, mục III.1: chỉ tiêu "Phấn đấu 70% người dân biết dùng" đổi thành "Phấn đấu 80% người dân biết dùng"',
      'ke-hoach, mục III.3: chỉ tiêu mới "100% trường học"',
      'ke-hoach, mục III.2: không còn chỉ tiêu "Mỗi thôn một tổ"',
    ]);
  });

  it("follow a task to another section, and tell a new one from a reworded one", () => {
    const before = paper("IV.1: Mở lớp | Đoàn xã | Tháng 7\nIV.2: Lập tổ | Công an | Tháng 8");
    const now = paper(
      "IV.3: Mở lớp | Đoàn xã | Tháng 9\nIV.2: Thành lập tổ | Công an | Tháng 8\nIV.4: Thi | Sở | Năm 2026",
    );
    expect(changesBetween([before], [now])).toEqual([
      'ke-hoach, mục IV.3: thời hạn "Tháng 7" đổi thành "Tháng 9"',
      'ke-hoach, mục IV.4: nhiệm vụ mới "Thi"',
    ]);
  });

  it("stay readable when everything changes", () => {
    const lines = (word: string) =>
      Array.from({ length: 300 }, (_, n) => `${n}.1: ${word} ${n} | A | B`).join("\n");
    const changes = changesBetween([paper(lines("cũ"))], [paper(lines("mới"), [target("I", "x")])]);
    expect(changes.length).toBeLessThanOrEqual(201);
    const gone = changesBetween([paper(lines("cũ"))], [paper("trống")]);
    expect(gone).toHaveLength(201);
    expect(gone.at(-1)).toBe("… và 100 thay đổi khác.");
  });
});
