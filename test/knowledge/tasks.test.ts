import { describe, expect, it } from "vitest";
import type { Task } from "../../src/domain/task.ts";
import { squeeze } from "../../src/vietnamese/text/normalise.ts";
import { gold, read, SEEDS, seedText } from "./seeds.ts";

type GoldTask = Pick<Task, "section" | "content" | "lead" | "coordinators" | "schedule"> &
  Partial<Pick<Task, "result" | "assignedBy" | "scheduleInherited" | "scheduleText" | "partOf">>;

/** Gold contents are written "first words … last words". */
function holds(content: string, words: string): boolean {
  const [first = "", last = ""] = words.split(" … ").map(squeeze);
  const all = squeeze(content);
  return all.startsWith(first) && all.endsWith(last);
}

function fieldsOf(
  want: GoldTask,
  task: Task | undefined,
  all: readonly Task[],
): readonly (readonly [string, boolean])[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  const sameWords = (a: readonly string[], b: readonly string[] = []) => same(a.map(squeeze), b.map(squeeze));
  const parent = all.find(({ id }) => id === task?.partOf)?.section;
  return [
    ["content", task !== undefined && holds(task.content, want.content)],
    ["lead", sameWords(want.lead, task?.lead)],
    ["coordinators", sameWords(want.coordinators, task?.coordinators)],
    ["result", squeeze(want.result ?? "") === squeeze(task?.result ?? "")],
    ["schedule", same(want.schedule, task?.schedule)],
    ["scheduleText", squeeze(want.scheduleText ?? "") === squeeze(task?.scheduleText ?? "")],
    ["scheduleInherited", same(want.scheduleInherited, task?.scheduleInherited)],
    ["assignedBy", same(want.assignedBy, task?.assignedBy)],
    ["partOf", same(want.partOf, parent)],
  ];
}

describe.each(SEEDS)("tasks of %s, against the paper read by eye", (name) => {
  const wanted = gold<GoldTask[]>(`tasks-${name}`);
  const { tasks, sourceText } = read(seedText(name), name);

  it("finds every task and no other", () => {
    expect(tasks.map(({ section }) => section).sort()).toEqual(wanted.map(({ section }) => section).sort());
  });

  it("has at least 98 % of all fields right", () => {
    const fields = wanted.flatMap((want) => {
      const task = tasks.find(({ section }) => section === want.section);
      return fieldsOf(want, task, tasks).map(([field, right]) => ({ at: `${want.section} ${field}`, right }));
    });
    const wrong = fields.filter(({ right }) => !right).map(({ at }) => at);

    expect(wrong.length / fields.length, wrong.join("\n")).toBeLessThanOrEqual(0.02);
  });

  it("says no date that the paper does not say", () => {
    const shown = tasks.flatMap(({ schedule }) => (schedule?.kind === "by" ? [schedule.date] : []));

    for (const date of shown) {
      const [year, month, day] = date.split("-").map(Number);
      expect(sourceText).toMatch(new RegExp(`0?${day}/0?${month}/${year}`));
    }
  });

  it("quotes every task word for word", () => {
    const paper = squeeze(sourceText);
    const cited = tasks.flatMap((task) => [task.quote, ...(task.quoteMore ?? []), task.assignedQuote ?? ""]);

    expect(cited.filter((quote) => !paper.includes(squeeze(quote)))).toEqual([]);
  });
});

describe("the 36 items of part IV of tuyen-quang", () => {
  const { tasks, findings } = read(seedText("tuyen-quang"), "tuyen-quang");
  const items = tasks.filter(({ section }) => section.startsWith("IV."));

  it("have exactly one responsible body each, with the words that name it", () => {
    expect(items).toHaveLength(36);
    expect(items.filter(({ lead }) => lead.length !== 1)).toEqual([]);
    expect(items.every(({ assignedQuote }) => /mục \d/u.test(assignedQuote ?? ""))).toBe(true);
  });

  it("leave nothing unowned, owned twice or pointing nowhere", () => {
    const kinds = findings.map(({ kind }) => kind);
    expect(kinds).not.toContain("unassigned_item");
    expect(kinds).not.toContain("doubly_assigned_item");
    expect(kinds).not.toContain("dangling_reference");
  });
});

describe("identity of tasks", () => {
  it("is the same after reading the same paper again, whatever stands around a task", () => {
    const text = seedText("thanh-thuy");
    const ids = new Set(read(text, "thanh-thuy").tasks.map(({ id }) => id));
    const again = read(
      text.replace("Bố trí từ nguồn ngân sách", "Được bố trí từ ngân sách"),
      "thanh-thuy",
    ).tasks;

    expect(again.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  it("changes when the words of the task change", () => {
    const text = seedText("thanh-thuy");
    const before = read(text, "thanh-thuy").tasks.map(({ id }) => id);
    const after = read(
      text.replace("Tham mưu cho UBND xã bố trí", "Tham mưu UBND xã cân đối"),
      "thanh-thuy",
    ).tasks;

    expect(after.filter(({ id }) => !before.includes(id)).map(({ section }) => section)).toEqual(["VI.3"]);
  });
});
