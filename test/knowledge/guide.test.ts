import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GuideError } from "../../src/knowledge/guides/error.ts";
import { readGuide } from "../../src/knowledge/guides/guide.ts";
import { squeeze } from "../../src/vietnamese/text/normalise.ts";
import { sample } from "./guide-sample.ts";

const folder = new URL("../../knowledge/guides/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md");
const load = (name: string) => readFileSync(new URL(name, folder), "utf8");

function faultOf(text: string): GuideError {
  try {
    readGuide("thu", text);
  } catch (error) {
    expect(error).toBeInstanceOf(GuideError);
    return error as GuideError;
  }
  throw new Error("the guide was taken although it is wrong");
}

describe("reading a guide", () => {
  it.each(files)("takes %s, has a source, and quotes it word for word", (name) => {
    const id = name.replace(/\.md$/u, "");

    const read = readGuide(id, load(name));

    expect(read.guide?.sources.length).toBeGreaterThan(0);
    expect(read.passages.filter((passage) => passage.kind === "step_list")).toHaveLength(1);
    const written = squeeze(read.sourceText);
    for (const passage of read.passages) {
      expect(written).toContain(squeeze(passage.quote));
    }
    expect(new Set(read.passages.map((passage) => passage.id)).size).toBe(read.passages.length);
  });

  it("keeps all steps in one passage and each trouble in its own", () => {
    const read = readGuide("thu", sample);

    const steps = read.passages.find((passage) => passage.kind === "step_list");
    expect(steps?.quote.split("\n")).toHaveLength(read.guide?.steps.length ?? -1);
    expect(read.passages.filter((passage) => passage.section.startsWith("Hay gặp gạch"))).toHaveLength(
      read.guide?.troubles.length ?? -1,
    );
    expect(read.card).toMatchObject({ kind: "guide", locality: null, title: read.guide?.title });
  });

  it("reads the same with Windows line ends", () => {
    expect(readGuide("a", sample.replaceAll("\n", "\r\n")).guide).toEqual(readGuide("a", sample).guide);
  });

  it("refuses a guide without a source, and says so on the line", () => {
    const none = sample.replace(/sources:\n( .*\n)+/u, "sources: []\n");
    const absent = sample.replace(/sources:\n( .*\n)+/u, "");

    expect(faultOf(none).message).toContain("chưa có nguồn");
    expect(none.split("\n")[faultOf(none).line - 1]).toBe("sources: []");
    expect(faultOf(absent).message).toContain("chưa có nguồn");
  });

  it.each([
    ["a misspelt key", (text: string) => text.replace("keywords:", "keyword:"), /keyword/u, null],
    [
      "a day that does not exist",
      (text: string) => text.replace("2027-05-20", "2027-02-30"),
      /2026-11-20/u,
      28,
    ],
    ["broken YAML", (text: string) => text.replace("audience: [", "audience: [["), /YAML/u, null],
    ["no front matter", (text: string) => text.slice(4), /ba gạch ngang/u, 1],
    ["an open front matter", (text: string) => text.replace("\n---\n", "\n"), /chưa đóng/u, 1],
    ["a step out of order", (text: string) => text.replace("3. Kéo", "4. Kéo"), /"3\. "/u, null],
    ["a strange heading", (text: string) => text.replace("## Hay gặp", "## Mẹo hay"), /Mẹo hay/u, null],
    ["a missing part", (text: string) => text.replace("## An toàn", ""), /An toàn/u, null],
    ["parts in the wrong order", swapParts, /Hay gặp/u, null],
    [
      "two summary lines",
      (text: string) => text.replace("\n## Các bước", "Thêm.\n## Các bước"),
      /một dòng/u,
      null,
    ],
    [
      "a trouble without a dash",
      (text: string) => text.replace("- Giấy rách", "Giấy rách"),
      /gạch ngang/u,
      null,
    ],
    [
      "a source date in words",
      (text: string) => text.replace("date: 2026-03-02", "date: tháng ba"),
      /nguồn/u,
      null,
    ],
  ] as const)("refuses %s", (_what, spoil, message, line) => {
    const spoilt = spoil(sample);
    expect(spoilt).not.toBe(sample);

    const fault = faultOf(spoilt);

    expect(fault.message).toMatch(message);
    if (line !== null) {
      expect(fault.line).toBe(line);
    }
  });
});

function swapParts(text: string): string {
  return text.replace("## Hay gặp", "## X").replace("## An toàn", "## Hay gặp").replace("## X", "## An toàn");
}
