import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shorten } from "../../src/vietnamese/text/shorten.ts";
import { deadlineText, digestText } from "../../src/vietnamese/wording/officers/reminders.ts";
import { boardText, lookText, weeklyText } from "../../src/vietnamese/wording/officers/summaries.ts";

// Room for the numbered choices that a channel without buttons adds.
const MOST = 1850;
const words = fc.string({ unit: "grapheme", maxLength: 3000 }).map((text) => text.normalize("NFC"));
const line = fc.record({
  code: fc.constant("#TT-6F2K"),
  content: words,
  deadline: fc.constantFrom("2026-11-01", "2026-11-21", "2027-03-31"),
});
const lines = fc.array(line, { maxLength: 80 });

describe("messages", () => {
  it("fit one message, however much there is to say", () => {
    fc.assert(
      fc.property(lines, lines, words, (some, more, content) => {
        const gap = { from: "17:00 ngày 02/12/2026", to: "09:00 ngày 17/12/2026" };
        const digest = { lines: [...some, ...more], today: "2026-11-21", gap, others: 12, maybeSeen: true };
        const task = {
          code: "#TT-6F2K",
          content,
          lead: [content, content],
          support: [content],
          scheduleText: content,
          deadline: "2026-11-30",
          said: "month" as const,
          byDefault: true,
          source: content,
        };
        const units = some.map((one) => ({ unit: one.content, open: 10, overdue: 3 }));
        const texts = [
          digestText(digest),
          deadlineText(task, "2026-11-21", "stand_in"),
          boardText({ today: "2026-11-21", overdue: some, soon: more, later: 9, undated: 9 }),
        ];
        for (const text of texts) {
          expect(text.length).toBeLessThanOrEqual(MOST);
        }
        const week = {
          from: "2026-11-23",
          scope: content.slice(0, 60),
          units,
          overdue: some,
          soon: more,
          done: 1,
          finished: [...some, ...more].map((one) => ({ ...one, result: content })),
          asked: 3,
        };
        expect(weeklyText(week).length).toBeLessThanOrEqual(2000);
        const look = some.map((one) => ({ ...one, when: "theo hướng dẫn của cấp trên" }));
        expect(lookText(look, "2026-12-01").length).toBeLessThanOrEqual(2000);
      }),
      { numRuns: 60 },
    );
  });

  it("say how many were left out", () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      code: `#TT-${index}`,
      content: "Tổ chức lớp học kỹ năng số cho người cao tuổi tại nhà văn hóa thôn",
      deadline: "2026-12-10",
    }));
    const text = digestText({ lines: many, today: "2026-11-21", gap: null, others: 0, maybeSeen: false });
    const shown = text.split("\n").filter((one) => one.startsWith("- ")).length;

    expect(text).toContain(`… và ${60 - shown} việc nữa. Gõ /viec để xem đủ.`);
  });

  it("are cut at a word", () => {
    expect(shorten("Tổ chức lớp học kỹ năng số", 15)).toBe("Tổ chức lớp…");
    expect(shorten("Tổ chức", 15)).toBe("Tổ chức");
  });
});
