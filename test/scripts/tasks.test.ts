import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { TaskReview } from "../../src/domain/people.ts";
import type { Task } from "../../src/domain/task.ts";
import { openStorage } from "../../src/storage/open.ts";
import { fixedClock } from "../support/clock.ts";
import { runScript } from "../support/command.ts";
import { temporaryFolder } from "../support/folder.ts";

const knowledge = fileURLToPath(new URL("../../knowledge", import.meta.url));

interface Waiting {
  readonly task: Task;
  readonly code: string;
  readonly before: { readonly quote: string; readonly decision: string } | null;
}

/** A folder with one real plan that a test may change. */
function openFolder() {
  const [folder, data] = [temporaryFolder(), temporaryFolder()];
  cpSync(join(knowledge, "localities.yaml"), join(folder, "localities.yaml"));
  cpSync(join(knowledge, "units.yaml"), join(folder, "units.yaml"));
  mkdirSync(join(folder, "plans"));
  const plan = join(folder, "plans/thanh-thuy.txt");
  cpSync(join(knowledge, "plans/thanh-thuy.txt"), plan);
  const tasks = (...args: readonly string[]) =>
    runScript("tasks.ts", [...args, "--knowledge", folder, "--data", data]);
  const waiting = async () => JSON.parse((await tasks("--review", "--json")).stdout) as Waiting[];
  const reviews = async (): Promise<readonly TaskReview[]> => {
    const storage = await openStorage({ dir: data, use: "tool" }, fixedClock(), () => {});
    const all = await storage.tasks.reviews();
    await storage.close();
    return all;
  };
  const change = (from: string, to: string) => {
    const text = readFileSync(plan, "utf8");
    expect(text.split(from)).toHaveLength(2);
    writeFileSync(plan, text.replace(from, to));
  };
  return { tasks, waiting, reviews, change };
}

describe("npm run tasks -- --review", () => {
  it("approves, rejects and corrects in somebody's name, and asks for the name", async () => {
    const { tasks, waiting, reviews } = openFolder();
    const all = await waiting();
    const [first, second, third] = all;

    expect((await tasks("--approve", first?.code ?? "")).stderr).toMatch(/--by/u);
    expect((await tasks("--approve", first?.code ?? "", "--by", "An")).stdout).toMatch(/Đã duyệt #TT-/u);
    await tasks("--reject", second?.task.id ?? "", "--by", "An");
    const lead = ["--set", "lead=Công an xã; Phòng Kinh tế", "--set", "schedule=2026-10-30"];
    expect((await tasks("--correct", third?.code ?? "", ...lead, "--by", "An")).stdout).toMatch(/sửa/u);
    const wrong = await tasks("--correct", third?.code ?? "", "--set", "schedule=mai", "--by", "An");

    expect(wrong).toMatchObject({ code: 1, stdout: "" });
    const tomorrow = await tasks("--reject", third?.code ?? "", "--by", "An", "--on", "9999-12-31");
    expect(tomorrow).toMatchObject({ code: 1, stdout: "" });
    expect(await waiting()).toHaveLength(all.length - 3);
    const kept = await reviews();
    expect(kept.map((one) => [one.decision, one.by])).toEqual([
      ["approved", "An"],
      ["rejected", "An"],
      ["approved", "An"],
    ]);
    expect(JSON.parse(kept.at(-1)?.correction ?? "")).toEqual({
      lead: ["Công an xã", "Phòng Kinh tế"],
      schedule: { kind: "by", date: "2026-10-30" },
    });

    expect((await tasks("--approve", "all", "--doc", "thanh-thuy", "--by", "Bình")).stdout).toMatch(
      new RegExp(`Đã duyệt ${all.length - 3} việc`, "u"),
    );
    expect(await waiting()).toEqual([]);
  });

  it("keeps decisions while the words are the same, even in another place, and asks again when they changed", async () => {
    const { tasks, waiting, change } = openFolder();
    const before = (await waiting()).length;
    await tasks("--approve", "all", "--by", "An");

    // A new first item moves every other one of the list to another number.
    change(
      "1. Phòng Văn hóa - Xã hội",
      "1. Phòng Văn hóa - Xã hội\n- Lập danh sách người cần học của từng thôn.",
    );
    const added = await waiting();
    expect(added.map((one) => one.task.content)).toEqual(["Lập danh sách người cần học của từng thôn."]);
    expect(added[0]?.before).toBeNull();

    change(
      "Hướng dẫn hoạt động của Tổ công nghệ số cộng đồng",
      "Chỉ đạo, hướng dẫn hoạt động của Tổ công nghệ số cộng đồng",
    );
    const changed = (await waiting()).filter((one) => one.before !== null);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.task.quote).toMatch(/Chỉ đạo, hướng dẫn/u);
    expect(changed[0]?.before).toMatchObject({ decision: "approved" });
    expect(changed[0]?.before?.quote).toMatch(/^(?!.*Chỉ đạo, hướng dẫn).*Hướng dẫn hoạt động/u);
    expect((await tasks("--review")).stdout).toMatch(/Câu chữ đã đổi\. Cũ \(đã duyệt\)/u);
    expect(before).toBeGreaterThan(20);
  });
});
