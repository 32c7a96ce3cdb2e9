import { describe, expect, it } from "vitest";
import { readAloud } from "../../src/vietnamese/lexicon/read-aloud.ts";

const full = { ubnd: "ủy ban nhân dân" };

describe("a text for a voice", () => {
  it("has no addresses and marks, full words for short ones, and a breath at each line", () => {
    expect(
      readAloud(
        "**Năm 2026**: 70% người dân\n- Bước 1: mở https://vneid.gov.vn\nNguồn: Kế hoạch của UBND xã 📄",
        full,
      ),
    ).toBe("Năm 2026 : 70% người dân.\nBước 1: mở.\nNguồn: Kế hoạch của ủy ban nhân dân xã");
  });

  it("ends at a sentence after two minutes", () => {
    const long = readAloud("Câu này có mười chữ để thử xem dài bao nhiêu. ".repeat(100), full);

    expect(long.length).toBeLessThanOrEqual(1500);
    expect(long.endsWith("bao nhiêu.")).toBe(true);
  });
});
