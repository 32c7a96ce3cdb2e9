// The tasks read out of the plans: npm run --silent tasks -- --json [--locality SLUG] [--knowledge DIR]
import { readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { parseArgs } from "node:util";
import type { Task } from "../src/domain/task.ts";
import { readLocalities, readSide, readUnitHints } from "../src/knowledge/edited.ts";
import { understand } from "../src/knowledge/understand.ts";
import { dayAt, shownDay } from "../src/vietnamese/dates.ts";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    locality: { type: "string" },
    knowledge: { type: "string", default: "knowledge" },
    data: { type: "string" },
  },
});

function tasksIn(knowledge: string): readonly Task[] {
  const text = (name: string) => readFileSync(join(knowledge, name), "utf8");
  const localities = readLocalities(text("localities.yaml"));
  const unitHints = readUnitHints(text("units.yaml"));
  const today = dayAt(Date.now());
  const files = readdirSync(join(knowledge, "plans")).sort();
  return files
    .filter((file) => /\.(?:txt|md)$/u.test(file))
    .flatMap((file) => {
      const { name } = parse(file);
      const side = files.includes(`${name}.yaml`)
        ? readSide(text(join("plans", `${name}.yaml`)), `${name}.yaml`)
        : {};
      return understand({ id: name, text: text(join("plans", file)), side, localities, unitHints, today })
        .tasks;
    });
}

function shown(task: Task): string {
  const schedule =
    task.schedule?.kind === "by" ? `trước ${shownDay(task.schedule.date)}` : (task.scheduleText ?? "-");
  return `${task.doc} ${task.section}\n  ${task.content}\n  Chủ trì: ${task.lead.join("; ") || "-"} · Thời hạn: ${schedule}\n`;
}

const tasks = tasksIn(values.knowledge).filter(
  (task) => values.locality === undefined || task.locality === values.locality,
);
console.log(values.json ? JSON.stringify(tasks, null, 2) : tasks.map(shown).join("\n"));
