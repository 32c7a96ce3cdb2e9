// Papers as a register: copies, versions and what replaces what.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { UnderstoodDocument } from "../../src/domain/knowledge.ts";
import { listKnowledge } from "../../src/knowledge/files/folder.ts";
import { registerOf } from "../../src/knowledge/register/register.ts";
import { temporaryFolder, writeFiles } from "../support/folder.ts";
import { read, seedText } from "./seeds.ts";

const PLAN = seedText("thanh-thuy");
const live = (documents: readonly UnderstoodDocument[]) =>
  registerOf(documents)
    .filter(({ document }) => document.passages.length > 0)
    .map(({ document }) => document.id);
const doubtsOf = (documents: readonly UnderstoodDocument[], id: string) =>
  registerOf(documents)
    .find(({ document }) => document.id === id)
    ?.document.findings.map(({ kind }) => kind);

describe("the same paper under two names", () => {
  const papers = [read(PLAN, "ke-hoach"), read(PLAN, "ke-hoach-ban-2")];

  it("is live once, with its tasks and figures once", () => {
    expect(live(papers)).toEqual(["ke-hoach"]);
    const [, copy] = registerOf(papers);
    expect(copy?.by).toBe("ke-hoach");
    expect([copy?.document.tasks, copy?.document.targets]).toEqual([[], []]);
    expect(copy?.document.findings.map(({ kind }) => kind)).toEqual(["same_document"]);
  });

  it("is known from a scan whose letters are partly wrong", () => {
    let nth = 0;
    const scanned = PLAN.replace(/\p{L}{4,}/gu, (word) =>
      nth++ % 40 === 0 ? `${word.slice(0, -1)}x` : word,
    );
    expect(live([read(PLAN, "a"), read(scanned, "b")])).toHaveLength(1);
  });

  it("is not the plan of a neighbour, however alike", () => {
    const seeds = ["thanh-thuy", "ninh-giang", "dien-khanh"].map((name) => read(seedText(name), name));
    expect(live(seeds)).toEqual(["thanh-thuy", "ninh-giang", "dien-khanh"]);
  });

  it("leaves every paper as it is where none is like another", () => {
    const seed = read(PLAN, "thanh-thuy");
    expect(registerOf([seed])).toEqual([{ document: seed, by: null }]);
  });
});

const head = (number: string, day: string, kind: string, title: string) => `ỦY BAN NHÂN DÂN
XÃ BÌNH MINH
Số: ${number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Bình Minh, ngày ${day}
${kind}
${title}
`;
const old = read(
  `${head("02/QĐ-UBND", "05 tháng 01 năm 2024", "QUYẾT ĐỊNH", "Thành lập Ban Chỉ đạo cũ")}Điều 1. Thành lập Ban Chỉ đạo.`,
  "cu",
);

describe("a paper that replaces another", () => {
  const decision = read(readFileSync("test/knowledge/shapes/decision-board.txt", "utf8"), "moi");

  it("stands for it", () => {
    expect(live([old, decision])).toEqual(["moi"]);
    expect(doubtsOf([old, decision], "cu")).toEqual(["replaced_document"]);
  });

  it("does not stand for another year's paper of the same number", () => {
    const other = read(
      `${head("02/QĐ-UBND", "09 tháng 01 năm 2026", "QUYẾT ĐỊNH", "Khen thưởng năm 2025")}Điều 1. Khen thưởng các tập thể.`,
      "khac",
    );
    expect(live([other, decision])).toEqual(["khac", "moi"]);
  });
});

describe("what only a person can say", () => {
  it("is asked when a later paper has the same title", () => {
    const plan = (number: string, day: string, id: string, item: string) =>
      read(`${head(number, day, "KẾ HOẠCH", "Cải cách hành chính xã Bình Minh")}I. NỘI DUNG\n1. ${item}`, id);
    const papers = [
      plan("1/KH-UBND", "05 tháng 01 năm 2025", "a", "Rà soát thủ tục."),
      plan("2/KH-UBND", "06 tháng 01 năm 2026", "b", "Niêm yết mã QR."),
    ];
    expect(live(papers)).toEqual(["a", "b"]);
    expect(doubtsOf(papers, "b")).toContain("same_document");
    expect(doubtsOf(papers, "a")).not.toContain("same_document");
  });
});

describe("a Word file beside its signed copy", () => {
  it("are two files of the folder, not two claims to one name", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "plans/x.docx": "", "plans/x.pdf": "", "plans/y.txt": "", "plans/y.md": "" });
    const listing = await listKnowledge(folder);
    expect(listing?.files.map(({ id, name }) => [id, name])).toEqual([
      ["x", "plans/x.docx"],
      ["x-ban-ky", "plans/x.pdf"],
    ]);
    expect([...(listing?.doubled.keys() ?? [])]).toEqual(["y"]);
  });
});
