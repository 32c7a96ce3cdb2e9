import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { UnderstoodDocument } from "../../src/domain/knowledge.ts";
import { paperHtml } from "../../src/knowledge/report/html.ts";
import { viewPaper } from "../../src/knowledge/report/report.ts";
import { paperText } from "../../src/knowledge/report/text.ts";
import { fixture } from "./paper-files.ts";

const hostile = `<img src=x onerror="alert('1')">&`;

const understood: UnderstoodDocument = {
  id: "ke-hoach",
  card: {
    id: "ke-hoach",
    kind: "plan",
    title: hostile,
    number: { value: "15/KH-UBND", words: "Số: 15/KH-UBND" },
    date: { value: "2025-10-09", words: "ngày 09 tháng 10 năm 2025" },
    place: null,
    issuer: null,
    signer: null,
    locality: null,
    level: null,
    period: null,
    legalBases: [],
    replaces: [],
  },
  sections: [
    { path: "I", label: "I", title: "MỤC TIÊU", parent: null },
    { path: "I.1", label: "1", title: hostile, parent: "I" },
  ],
  passages: [],
  tasks: [
    {
      id: "t",
      doc: "ke-hoach",
      locality: null,
      section: "I.1",
      content: hostile,
      lead: ["Công an xã"],
      coordinators: [],
      schedule: { kind: "by", date: "2025-10-30" },
      scheduleText: "trước ngày 30/10/2025",
      quote: "",
      assignedBy: "VI.3",
    },
  ],
  targets: [
    {
      doc: "ke-hoach",
      locality: null,
      section: "I.1",
      group: "người dân",
      year: "2026",
      comparison: "at_least",
      percent: 70,
      statement: hostile,
      quote: "",
    },
  ],
  units: [],
  findings: [{ doc: "ke-hoach", kind: "blank_date", section: "I", message: hostile, words: hostile }],
  guide: null,
  sourceText: "",
};

const view = viewPaper({
  name: hostile,
  read: { outcome: "read", text: "", origin: "pdf_ocr", warnings: ["Trang 1: OCR"], pages: 3 },
  understood,
});

const root = join(import.meta.dirname, "..", "..");
const command = (...args: readonly string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "scripts/papers.ts", ...args], {
    cwd: root,
    encoding: "utf8",
  });

describe("the page of a paper", () => {
  it("says each fact with the paper's words, and what the paper does not say", () => {
    const text = paperText(view);

    expect(text).toContain("Số, ký hiệu       15/KH-UBND\n                    “Số: 15/KH-UBND”");
    expect(text).toContain("09/10/2025");
    expect(text).toContain("Người ký          văn bản không nói");
    expect(text).toContain("Thời hạn: trước ngày 30/10/2025 → chậm nhất 30/10/2025");
    expect(text).toContain("[I.1 (giao tại VI.3)]");
    expect(text).toContain("Mức: ít nhất 70%");
    expect(text).toContain("3 trang");
    expect(text).toContain("- Trang 1: OCR");
  });

  it("lets nothing of a paper become markup, and runs nothing", () => {
    const html = paperHtml([view, view]);

    expect(html).not.toContain("<img");
    expect(html.match(/&lt;img/gu)?.length).toBeGreaterThanOrEqual(14);
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object)|url\(|@import/u);
    expect(html).toContain("default-src 'none'");
  });

  it("says why a paper could not be read, and nothing else", () => {
    const refused = viewPaper({
      name: "a.pdf",
      read: { outcome: "unread", reason: "Tệp rỗng" },
      understood: null,
    });

    expect(paperText(refused)).toContain("Tệp rỗng");
    expect(paperHtml([refused])).toContain("Tệp rỗng");
    expect(paperHtml([refused])).not.toContain("<table");
  });

  it("is written for a real paper by the command, which fails when a paper is refused", () => {
    const out = join(mkdtempSync(join(tmpdir(), "papers-html-")), "page.html");
    const good = command("knowledge/plans/thanh-thuy.txt", fixture("ward-annex.docx"), "--html", out);
    const bad = command(fixture("locked.pdf"));

    expect(good.status).toBe(0);
    expect(readFileSync(out, "utf8")).toContain("Tháng 7/2025 → tháng 07/2025");
    expect(bad.status).toBe(1);
    expect(bad.stdout).toContain("mật khẩu");
  });

  it("takes a list of localities as loading takes it, and says why one cannot be used", () => {
    const folder = mkdtempSync(join(tmpdir(), "papers-knowledge-"));
    const write = (level: string) =>
      writeFileSync(
        join(folder, "localities.yaml"),
        `localities:\n  - { slug: thanh-thuy, name: xã Thanh Thủy, level: ${level} }\n`,
      );
    write("xã");
    const good = command("knowledge/plans/thanh-thuy.txt", "--knowledge", folder);
    write("làng");
    const bad = command("knowledge/plans/thanh-thuy.txt", "--knowledge", folder);

    expect([good.status, good.stderr]).toEqual([0, ""]);
    expect(good.stdout).toContain("Thanh Thủy");
    expect(bad.status).toBe(1);
    expect(bad.stderr).toContain("localities.yaml");
    expect(bad.stderr).not.toContain("    at ");
  });
});
