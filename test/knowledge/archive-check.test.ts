import { describe, expect, it } from "vitest";
import { Unreadable } from "../../src/knowledge/read/common/outcome.ts";
import { openCheckedArchive } from "../../src/knowledge/read/word/archive-check.ts";
import { readDocx } from "../../src/knowledge/read/word/docx.ts";
import { said, wordFile, zipOf } from "./paper-files.ts";

const MB = 1024 * 1024;
const zeros = (size: number) => Buffer.alloc(size, 0x20);

async function refusal(bytes: Buffer): Promise<string> {
  const error = await readDocx(bytes).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(Unreadable);
  return (error as Unreadable).message;
}

describe("an archive is checked before it is opened", () => {
  it("refuses what swells more than a hundred times", async () => {
    const bomb = wordFile(said("x"), [{ name: "word/media/a.bmp", content: zeros(20 * MB) }]);

    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(bomb)).toContain("bom nén");
  });

  it("refuses more than 50 MB in all, and more than 2000 entries", async () => {
    const claims = [1, 2, 3].map((id) => ({ name: `a${id}`, content: "x".repeat(1000), claimed: 20 * MB }));
    const many = Array.from({ length: 2001 }, (_, id) => ({ name: `e${id}`, content: "" }));

    expect(await refusal(wordFile(said("x"), claims))).toContain("bung ra");
    expect(await refusal(wordFile(said("x"), many))).toContain("mục bên trong");
  });

  it("counts what really comes out when the headers lie", async () => {
    const liar = zipOf([{ name: "word/document.xml", content: zeros(30 * MB), claimed: 1000 }]);
    const archive = await openCheckedArchive(liar);

    await expect(archive.part("word/document.xml")).rejects.toThrow(/bom nén/u);
  });

  it("does not unpack an archive inside the archive", async () => {
    const inner = zipOf([{ name: "b", content: zeros(40 * MB) }]);
    const read = await readDocx(wordFile(said("Chào"), [{ name: "word/embeddings/a.zip", content: inner }]));

    expect(read.text).toBe("Chào");
  });

  it("refuses macros by type and by content, locked entries and other kinds of file", async () => {
    const types =
      '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';

    expect(await refusal(wordFile(said("x"), [], types))).toContain("macro");
    expect(await refusal(wordFile(said("x"), [{ name: "word/vbaProject.bin", content: "x" }]))).toContain(
      "macro",
    );
    expect(await refusal(wordFile(said("x"), [{ name: "a", content: "x", encrypted: true }]))).toContain(
      "mật khẩu",
    );
    expect(await refusal(zipOf([{ name: "xl/workbook.xml", content: "<x/>" }]))).toContain("Excel");
    expect(await refusal(zipOf([{ name: "ke-hoach.txt", content: "x" }]))).toContain("giải nén");
  });

  it("refuses entities, broken XML, endless nesting and cut archives", async () => {
    const bytes = wordFile(said("x"));
    const hostile = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document>&a;</w:document>';

    expect(await refusal(zipOf([{ name: "word/document.xml", content: hostile }]))).toContain("XML");
    expect(await refusal(wordFile("<w:p>"))).toContain("hỏng");
    expect(await refusal(wordFile("<w:p>".repeat(5000)))).toContain("XML");
    expect(await refusal(bytes.subarray(0, bytes.length - 30))).toContain("hỏng");
  });

  it.each(["../../../etc/cron.d/x", "/abs", "word/../../y", "C:\\x"])(
    "never takes %j out of the archive",
    async (name) => {
      expect(await refusal(wordFile(said("Chào"), [{ name, content: "x" }]))).toContain("hỏng");
    },
  );
});
