import { describe, expect, it } from "vitest";
import type { TaskReview } from "../../src/domain/people.ts";
import type { Task } from "../../src/domain/task.ts";
import { approvedTasks, lapsedTasks, reviewOf } from "../../src/reminders/tasks/reviews.ts";
import { task } from "./make.ts";

const of = (id: string, quote: string, more: Partial<Task> = {}) =>
  task(`ke-hoach#${id}`, { kind: "by", date: "2026-12-10" }, { quote, ...more });
const first = of("IV.1~aaaa", "Mở lớp học kỹ năng số cho người cao tuổi, xong trước ngày 10/12/2026.");
const other = of("IV.2~bbbb", "Tổng hợp số liệu các thôn gửi về Phòng Văn hóa.");
const changed = of("IV.1~cccc", "Mở lớp học kỹ năng số cho người cao tuổi, xong trước ngày 20/12/2026.");
const again = of("IV.1~dddd", "Mở lớp học kỹ năng số cho người cao tuổi, xong trước ngày 25/12/2026.");
const decide = (one: Task, decision: TaskReview["decision"], at: number) =>
  reviewOf(one, decision, null, "chu", at);
const approvals = [decide(first, "approved", 1), decide(other, "approved", 2)];
const ids = (tasks: readonly Task[], reviews: readonly TaskReview[]) =>
  approvedTasks(tasks, reviews).map((one) => [one.task.id, one.amended?.id ?? null]);

describe("approved work whose words changed in a newer text", () => {
  it("goes on as it was approved until somebody decides about the new words", () => {
    expect(ids([first, other], approvals)).toEqual([
      [first.id, null],
      [other.id, null],
    ]);
    expect(ids([changed, other], approvals)).toEqual([
      [other.id, null],
      [first.id, changed.id],
    ]);
    expect(ids([changed, other], [...approvals, decide(changed, "approved", 3)])).toEqual([
      [changed.id, null],
      [other.id, null],
    ]);
    expect(ids([changed, other], [...approvals, decide(changed, "rejected", 3)])).toEqual([[other.id, null]]);
  });

  it("is followed through two changes, with only the last approval going on", () => {
    const reviews = [...approvals, decide(changed, "approved", 3)];
    expect(ids([again, other], reviews)).toEqual([
      [other.id, null],
      [changed.id, again.id],
    ]);
    expect(lapsedTasks([again, other], reviews)).toHaveLength(1);
  });

  it("ends where the newer text drops it, and is never taken for other work of the plan", () => {
    expect(lapsedTasks([other], approvals)).toEqual([{ task: first, approvedAt: 1, after: null }]);
    expect(ids([other], approvals)).toEqual([[other.id, null]]);
  });

  it("keeps a person's corrections, and knows nothing of decisions kept without the task", () => {
    const correction = { lead: ["Công an xã"] };
    const review = reviewOf(first, "approved", correction, "chu", 1);
    expect(approvedTasks([changed], [review])[0]?.task.lead).toEqual(["Công an xã"]);
    const { snapshot: _, ...older } = review;
    expect(approvedTasks([changed], [older])).toEqual([]);
    expect(lapsedTasks([changed], [older])).toEqual([]);
  });

  it("comes back when the paper does", () => {
    expect(ids([first, other], [...approvals, decide(changed, "approved", 3)]).map(([id]) => id)).toEqual([
      first.id,
      other.id,
    ]);
    expect(lapsedTasks([first, other], [...approvals, decide(changed, "approved", 3)])).toEqual([]);
  });
});
