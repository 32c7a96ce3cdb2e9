import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readAsked } from "../../src/knowledge/guides/asked.ts";
import { readGuideFolder } from "../../src/knowledge/guides/folder.ts";

const knowledge = fileURLToPath(new URL("../../knowledge", import.meta.url));
const { guides } = await readGuideFolder(knowledge);
const guide = guides.find(({ id }) => id === "vneid-quen-mat-khau");

describe("how people ask for the parts of a guide", () => {
  it("is read by headings that begin as the guide's own lines do", () => {
    const trouble = guide?.troubles[0]?.slice(0, 20) ?? "";
    const { parts, astray } = readAsked(
      guide as never,
      `# ghi chú\n[Hay gặp] ${trouble}\nbam hoai khong duoc\n\n[Chi phí]\ntốn tiền không\nmất phí không\n`,
    );
    expect(astray).toEqual([]);
    expect(parts).toEqual([
      { part: "trouble", index: 0, said: ["bam hoai khong duoc"] },
      { part: "cost", index: 0, said: ["tốn tiền không", "mất phí không"] },
    ]);
  });

  it("names the headings that fit no line any more, and leaves what stands under them out", () => {
    const { parts, astray } = readAsked(guide as never, "[Hay gặp] Dòng đã bỏ\ncâu hỏi\n[Lạ]\nkhác");
    expect(parts).toEqual([]);
    expect(astray.map(({ line }) => line)).toEqual([1, 3]);
  });

  it("fits every guide as it stands today, at least eight ways for each trouble", () => {
    const folder = join(knowledge, "asked");
    for (const name of readdirSync(folder)) {
      const own = guides.find(({ id }) => `${id}.txt` === name);
      const { parts, astray } = readAsked(own as never, readFileSync(join(folder, name), "utf8"));
      expect({ name, astray }).toEqual({ name, astray: [] });
      for (const { part, index, said } of parts) {
        expect(`${name} ${part} ${index}: ${said.length >= (part === "trouble" ? 8 : 3)}`).toMatch(/true$/u);
      }
    }
  });
});
