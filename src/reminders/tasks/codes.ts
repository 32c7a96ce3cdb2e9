import { createHash } from "node:crypto";
import type { Target, Task } from "../../domain/task.ts";

// Digits and letters that cannot be taken for one another when read out or typed by hand.
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 4;
const LONGEST = 10;

interface Named {
  readonly id: string;
  readonly prefix: string;
}

function named(task: Task): Named {
  const words = (task.locality ?? "van-ban").split("-").map((word) => word.slice(0, 1));
  return { id: task.id, prefix: words.join("").slice(0, 3).toUpperCase() };
}

function hashOf(id: string): string {
  const digest = createHash("sha256").update(id).digest();
  return [...digest.subarray(0, LONGEST)].map((byte) => LETTERS[byte % 32] ?? "0").join("");
}

function shortCodes(things: readonly Named[]): ReadonlyMap<string, string> {
  const taken = new Map<string, number>();
  const full = new Map(things.map(({ id, prefix }) => [id, `${prefix}-${hashOf(id)}`]));
  const cut = (code: string, length: number) => code.slice(0, code.indexOf("-") + 1 + length);
  for (const code of full.values()) {
    for (let length = LENGTH; length <= LONGEST; length += 1) {
      taken.set(cut(code, length), (taken.get(cut(code, length)) ?? 0) + 1);
    }
  }
  const shortest = (code: string): string => {
    let length = LENGTH;
    while (length < LONGEST && (taken.get(cut(code, length)) ?? 0) > 1) {
      length += 1;
    }
    return `#${cut(code, length)}`;
  };
  return new Map([...full].map(([id, code]) => [id, shortest(code)]));
}

/** A short code for each task, "#TT-6F2K": from its id alone, longer only where two would be alike. */
export function codesOf(tasks: readonly Task[]): ReadonlyMap<string, string> {
  return shortCodes(tasks.map(named));
}

/** "#CT-6F2K" for each target, in the order given; from its place and words. */
export function targetCodes(targets: readonly Target[]): readonly string[] {
  // One sentence may set several figures ("một chuyên mục, ít nhất một fanpage"): what is counted tells them apart.
  const ids = targets.map((one) =>
    [one.doc, one.section, one.year ?? "", one.group, one.quote, one.percent ?? "", one.count?.of ?? ""].join(
      "|",
    ),
  );
  const codes = shortCodes(ids.map((id) => ({ id, prefix: "CT" })));
  return ids.map((id) => codes.get(id) ?? "");
}

/** A code as it is compared: typed with or without signs, O for 0 and I or L for 1. */
export function letters(code: string): string {
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}

/** The tasks a typed code may mean: "#TT-6F2K", "tt6f2k" and "6f2k" alike; more than one when it is too short. */
export function tasksByCode(typed: string, tasks: readonly Task[]): readonly Task[] {
  const wanted = letters(typed);
  if (wanted.length < LENGTH) {
    return [];
  }
  const codes = codesOf(tasks);
  const exact = tasks.filter((task) => {
    const code = codes.get(task.id) ?? "";
    return letters(code) === wanted || letters(code.slice(code.indexOf("-"))) === wanted;
  });
  return exact.length > 0
    ? exact
    : tasks.filter((task) => letters(codes.get(task.id) ?? "").startsWith(wanted));
}
