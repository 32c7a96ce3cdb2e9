import type { UnderstoodDocument } from "../../domain/knowledge.ts";
import type { Target, Task } from "../../domain/task.ts";
import { squeeze } from "../../vietnamese/text/normalise.ts";
import { change } from "../../vietnamese/wording/knowledge/ingest.ts";

const SHOWN = 200; // lines; the rest is counted
const SHORT = 90; // characters of a task's or a target's words

/** What changed between two editions for the people who work by them: papers, deadlines, units, figures. Vietnamese. */
export function changesBetween(
  before: readonly UnderstoodDocument[],
  now: readonly UnderstoodDocument[],
): readonly string[] {
  const lines: string[] = [];
  for (const document of now) {
    const earlier = before.find((other) => other.id === document.id);
    if (earlier === undefined) {
      lines.push(change.added(document.id, document.card.title));
    } else if (earlier !== document) {
      lines.push(...taskChanges(earlier, document), ...targetChanges(earlier, document));
    }
  }
  for (const gone of before.filter((document) => now.every((other) => other.id !== document.id))) {
    lines.push(change.removed(gone.id, gone.card.title));
  }
  return lines.length <= SHOWN ? lines : [...lines.slice(0, SHOWN), change.more(lines.length - SHOWN)];
}

function taskChanges(before: UnderstoodDocument, now: UnderstoodDocument): readonly string[] {
  const { pairs, added, removed } = matched(before.tasks, now.tasks, (task) => task.content);
  const line = (task: Task, what: string) => change.task(now.id, task.section, what);
  return [
    ...pairs.flatMap(([old, task]) => [
      ...differing(scheduleWords(old), scheduleWords(task), change.deadline).map((what) => line(task, what)),
      ...differing(old.lead.join("; "), task.lead.join("; "), change.lead).map((what) => line(task, what)),
      ...differing(old.coordinators.join("; "), task.coordinators.join("; "), change.coordinators).map(
        (what) => line(task, what),
      ),
    ]),
    ...added.map((task) => line(task, change.taskAdded(short(task.content)))),
    ...removed.map((task) => line(task, change.taskRemoved(short(task.content)))),
  ];
}

function targetChanges(before: UnderstoodDocument, now: UnderstoodDocument): readonly string[] {
  const { pairs, added, removed } = matched(before.targets, now.targets, (target) => withoutFigures(target));
  const line = (target: Target, what: string) => change.task(now.id, target.section, what);
  return [
    ...pairs.flatMap(([old, target]) =>
      differing(old.statement, target.statement, change.figure).map((what) => line(target, what)),
    ),
    ...added.map((target) => line(target, change.figureAdded(short(target.statement)))),
    ...removed.map((target) => line(target, change.figureRemoved(short(target.statement)))),
  ];
}

/** Pairs items of the same words first, wherever they moved, then what is left by place, in order. */
function matched<T extends { readonly section: string }>(
  before: readonly T[],
  now: readonly T[],
  wordsOf: (item: T) => string,
) {
  const left = [...before];
  const pairs: [T, T][] = [];
  const pair = (items: readonly T[], same: (a: T, b: T) => boolean) =>
    items.filter((item) => {
      const index = left.findIndex((old) => same(old, item));
      const [old] = index < 0 ? [] : left.splice(index, 1);
      if (old !== undefined) {
        pairs.push([old, item]);
      }
      return old === undefined;
    });
  const keys = new Map([...before, ...now].map((item) => [item, squeeze(wordsOf(item))]));
  const key = (item: T) => keys.get(item);
  const here = pair(now, (a, b) => a.section === b.section && key(a) === key(b));
  const moved = pair(here, (a, b) => key(a) === key(b));
  const added = pair(moved, (a, b) => a.section === b.section);
  return { pairs, added, removed: left };
}

function scheduleWords(task: Task): string {
  return task.scheduleText ?? (task.schedule === null ? "" : Object.values(task.schedule).join(" "));
}

const withoutFigures = (target: Target): string =>
  `${target.year ?? ""} ${target.group} ${target.statement.replace(/\d/gu, "")}`;

function differing(
  before: string,
  now: string,
  say: (before: string, now: string) => string,
): readonly string[] {
  return squeeze(before) === squeeze(now) ? [] : [say(before || change.none, now || change.none)];
}

const short = (words: string): string =>
  words.length <= SHORT ? words : `${words.slice(0, SHORT).trimEnd()}…`;
