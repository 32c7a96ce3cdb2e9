import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runScript } from "../support/command.ts";
import { temporaryFolder } from "../support/folder.ts";
import { knowledgeFolder } from "../support/small-knowledge.ts";

const SENTENCE =
  'There is no locality "khong-co"; choose one of: thanh-thuy, phuong-03-kh-du, dien-khanh, ninh-giang, tuyen-quang.\n';

describe("a locality that nobody loaded", () => {
  it.each([
    ["tasks.ts", ["--json", "--locality", "khong-co"]],
    ["tasks.ts", ["--review", "--locality", "khong-co"]],
    ["ask.ts", ["Chỉ tiêu năm 2026?", "--locality", "khong-co"]],
  ])("ends %s with one sentence that lists the known ones", async (script, args) => {
    const places = ["--knowledge", knowledgeFolder(), "--data", temporaryFolder()];
    await runScript("ingest.ts", places);
    const ended = await runScript(script, [...args, ...places]);

    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr.endsWith(SENTENCE)).toBe(true);
  });

  it("is told in the answer of its line of a batch, and the other lines are answered", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "hoi.jsonl");
    const lines = [
      { id: "1", question: "Ai chủ trì tuyên truyền?", locality: "khong-co" },
      { id: "2", question: "tôi vừa chuyển tiền cho người lạ, lừa đảo rồi", locality: "khong-co" },
      { id: "3", question: "Chỉ tiêu VNeID năm 2026 là bao nhiêu?", locality: "ninh-giang" },
    ];
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
    const places = ["--knowledge", knowledgeFolder(), "--data", join(folder, "data")];
    const { code, stdout } = await runScript("ask.ts", ["--batch", file, ...places]);
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { status: string; text: string });

    expect(code).toBe(0);
    expect(answers[0]).toMatchObject({ status: "not_found", citations: [] });
    expect(answers[0]?.text).toMatch(
      /^Không có địa phương “khong-co” trong hệ thống\. Hiện có: thanh-thuy \(xã Thanh Thủy\), .*tuyen-quang/u,
    );
    // Help in need does not wait for a place.
    expect(answers[1]?.text).toMatch(/ngân hàng|113/u);
    expect(answers[2]?.text).toMatch(/Ninh Giang/u);
  });
});
