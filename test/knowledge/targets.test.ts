import { describe, expect, it } from "vitest";
import type { Target } from "../../src/domain/task.ts";
import { aimMended, comparisonOf, countsIn, sharesIn } from "../../src/knowledge/entities/figures.ts";
import { squeeze } from "../../src/vietnamese/text/normalise.ts";
import { gold, read, SEEDS, seedText } from "./seeds.ts";

type GoldTarget = Pick<Target, "section" | "year" | "comparison" | "percent" | "group" | "count">;

describe.each(SEEDS)("targets of %s, against the paper read by eye", (name) => {
  const { targets, passages } = read(seedText(name), name);

  it("are all there, with group, year, figure and firmness, and no other", () => {
    const found = targets.map(({ section, year, comparison, percent, group, count }) => ({
      section,
      year,
      comparison,
      percent,
      group,
      ...(count === undefined ? {} : { count }),
    }));
    expect(found).toEqual(gold<GoldTarget[]>(`targets-${name}`));
  });

  it("say the whole sentence, within a passage of the same place", () => {
    for (const target of targets) {
      const passage = passages.find(({ section }) => section === target.section);
      const said = squeeze(`${passage?.text}`.replace(/Phân đầu/gu, "Phấn đấu"));
      expect(said).toContain(squeeze(target.statement));
    }
  });
});

describe("figures in a sentence", () => {
  it.each<readonly [string, Target["comparison"]]>([
    ["Phấn đấu trên ", "aim"],
    ["Phân đầu trên ", "aim"],
    ["Phấn đấu đạt từ ", "aim"],
    ["có ít nhất ", "at_least"],
    ["Đạt trên ", "at_least"],
    ["tối thiểu ", "at_least"],
    ["Bảo đảm ", "exactly"],
    ["", "exactly"],
  ])("stand behind %j as %s", (before, comparison) => {
    expect(comparisonOf(before)).toBe(comparison);
  });

  it("are said with the aim word that OCR misread, and quoted as the paper has it", () => {
    const aims = read(seedText("ninh-giang"), "ninh-giang").targets.filter(({ quote }) =>
      /^Phân đầu/u.test(quote),
    );
    expect(aims.map(({ statement }) => statement.slice(0, 8))).toEqual(["Phấn đấu", "Phấn đấu"]);
    expect(aimMended("Phần đầu tư 40% từ ngân sách")).toBe("Phần đầu tư 40% từ ngân sách");
  });

  it("share a group and keep each its year", () => {
    expect(sharesIn("Năm 2025 có ít nhất 80%; năm 2026 có 100% hộ gia đình được phổ biến")).toEqual([
      { comparison: "at_least", percent: 80, group: "hộ gia đình", year: "2025" },
      { comparison: "exactly", percent: 100, group: "hộ gia đình", year: "2026" },
    ]);
  });

  it.each<readonly [string, string, Target["comparison"]]>([
    ["Có ≥ 30% hợp tác xã ứng dụng công nghệ số", "hợp tác xã", "at_least"],
    ["Tỷ lệ nữ giám đốc hợp tác xã đạt ít nhất 27% vào năm 2025", "nữ giám đốc hợp tác xã", "at_least"],
    ["Có tỷ lệ cử tri đi bầu cử đạt 98% trở lên", "cử tri đi bầu cử", "at_least"],
  ])("%s", (sentence, group, comparison) => {
    expect(sharesIn(sentence)[0]).toMatchObject({ group, comparison });
  });

  it("may be a rate whose group stands before", () => {
    expect(sharesIn("Tỷ lệ hồ sơ nộp trực tuyến đạt 80%")[0]?.group).toBe("hồ sơ nộp trực tuyến");
  });

  it("count what each one must have, and nothing that is merely numbered", () => {
    expect(countsIn("Đến năm 2026: mỗi thôn thành lập ít nhất 02 tổ công nghệ số cộng đồng")).toEqual([
      {
        comparison: "at_least",
        percent: null,
        count: { value: 2, of: "tổ công nghệ số cộng đồng" },
        group: "thôn",
        year: "2026",
      },
    ]);
    expect(countsIn("Tuyển sinh 02 lớp với 70 học sinh; trong đó có 62 học sinh đang theo học")).toEqual([]);
  });
});
