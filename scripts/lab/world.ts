import type { ChatLink, Officer } from "../../src/domain/people.ts";
import type { ApprovedTask } from "../../src/domain/reminder.ts";
import { instantOf } from "../../src/vietnamese/text/dates.ts";

// A commune of the lab's own: each reminder is one task due on the lab's day, spread over officers and units.

export const OFFICERS = 40;
/** Tuesday; every reminder of the lab is due at 08:00. */
export const LAB_DAY = "2026-12-01";
/** The lab's clock when it starts, a moment before the reminders fall due. */
export const LAB_START = instantOf(LAB_DAY, "08:00") - 2000;

export function labOfficers(): readonly Officer[] {
  return Array.from({ length: OFFICERS }, (_, index) => ({
    id: `officer-${index}`,
    name: `Cán bộ ${index}`,
    role: "officer",
    locality: "xa-thu",
    unit: `Tổ ${index}`,
    active: true,
  }));
}

export function labLinks(officer: string): readonly ChatLink[] {
  const number = 1000 + Number(officer.split("-")[1]);
  return [
    { officer, key: { channel: "telegram", chat: String(number) }, active: true },
    { officer, key: { channel: "zalo_bot", chat: `zalo${number}` }, active: true },
  ];
}

export function labTasks(count: number): readonly ApprovedTask[] {
  return Array.from({ length: count }, (_, index) => {
    const words = `Việc thử số ${index}`;
    return {
      task: {
        id: `thu#${index}`,
        doc: "thu",
        locality: "xa-thu",
        section: String(index),
        content: words,
        lead: [`Tổ ${index % OFFICERS}`],
        coordinators: [],
        schedule: { kind: "by", date: LAB_DAY },
        quote: words,
      },
      approvedAt: instantOf(LAB_DAY, "07:30"),
    };
  });
}
