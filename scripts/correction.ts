// A task's corrected fields, as they are written on a command line.
import type { Schedule, Task } from "../src/domain/task.ts";
import { isoDay } from "../src/vietnamese/text/dates.ts";
import { CommandError } from "./command-line.ts";

const EVERY = ["week", "month", "quarter", "half_year", "year"] as const;
const PLAIN = ["ongoing", "as_guided", "separate_plan", "on_request"] as const;
const LISTS = ["lead", "coordinators"] as const;
const TEXTS = ["content", "result", "scheduleText"] as const;

/** "2025-10-30", "2025-10" or "2025..2026". */
function dated(said: string): Schedule | null {
  const [, year = "", month = "", day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(said) ?? [];
  const whole = year === "" ? null : isoDay(Number(year), Number(month), Number(day ?? "1"));
  if (whole !== null) {
    return day === undefined ? { kind: "month", month: said } : { kind: "by", date: whole };
  }
  const [, from, to] = /^(\d{4}(?:-\d{2})?)\.\.(\d{4}(?:-\d{2})?)$/u.exec(said) ?? [];
  return from !== undefined && to !== undefined && from.slice(0, to.length) <= to
    ? { kind: "period", from, to }
    : null;
}

/** "quarter", "month 25", "year 10-10". */
function recurring(said: string): Schedule | null {
  const [, often, month, day] = /^(\w+)(?: (?:(\d{1,2})-)?(\d{1,2}))?$/u.exec(said) ?? [];
  const every = EVERY.find((one) => one === often);
  return every === undefined
    ? null
    : {
        kind: "recurring",
        every,
        ...(month === undefined ? {} : { month }),
        ...(day === undefined ? {} : { day }),
      };
}

function scheduleOf(said: string): Schedule | null {
  const plain = PLAIN.find((one) => one === said);
  const schedule = dated(said) ?? recurring(said) ?? (plain === undefined ? null : { kind: plain });
  if (schedule === null && said !== "none") {
    throw new CommandError(
      `The schedule ${said} is not understood. Write 2025-10-30, 2025-10, 2025..2026, ${EVERY.join(", ")} (year 10-10), ${PLAIN.join(", ")} or none.`,
    );
  }
  return schedule;
}

/** `lead=Công an xã; Phòng Kinh tế` and the like as fields of a task. */
export function correctionOf(sets: readonly string[]): Partial<Task> {
  const fields: Record<string, unknown> = {};
  for (const set of sets) {
    const [, name = "", value = ""] = /^(\w+)=(.*)$/su.exec(set) ?? [];
    const text = value.normalize("NFC").trim();
    if (LISTS.some((one) => one === name)) {
      fields[name] = text.split(/\s*;\s*/u).filter((one) => one !== "");
    } else if (name === "schedule") {
      fields[name] = scheduleOf(text);
    } else if (TEXTS.some((one) => one === name) && text !== "") {
      fields[name] = text;
    } else {
      throw new CommandError(
        `--set ${set} is not understood. Write field=value with one of: ${[...LISTS, ...TEXTS, "schedule"].join(", ")}.`,
      );
    }
  }
  if (Object.keys(fields).length === 0) {
    throw new CommandError('A correction needs --set lead="…" or another field.');
  }
  return fields;
}
