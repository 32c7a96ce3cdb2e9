import { createHmac } from "node:crypto";
import { ICalCalendar, ICalEventTransparency } from "ical-generator";
import { sameSecret } from "../../domain/secret.ts";
import type { Task } from "../../domain/task.ts";
import { shorten } from "../../vietnamese/text/shorten.ts";
import { CALENDAR } from "../../vietnamese/wording/officers/report.ts";
import type { Duty } from "../plan/duties.ts";

/** An officer's open deadlines as all-day events, for a calendar program that looks by itself. */
export function calendarFile(
  name: string,
  duties: readonly Duty[],
  source: (task: Task) => string,
  now: number,
): string {
  const calendar = new ICalCalendar({
    name: CALENDAR.name(name),
    prodId: { company: "tro-ly-so", product: "viec" },
  });
  for (const duty of duties) {
    const { due, task, code } = duty;
    if (due === null) {
      continue;
    }
    calendar.createEvent({
      id: `${code.slice(1)}-${due.name}@tro-ly-so`,
      // Midnight UTC of the day and no time zone: the writer then takes the date as it stands, on any host.
      start: new Date(`${due.deadline}T00:00:00Z`),
      allDay: true,
      stamp: new Date(now),
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: CALENDAR.title(`${shorten(task.content, 120)} ${code}`),
      description: [
        shorten(task.content, 600),
        due.byDefault ? CALENDAR.byDefault : "",
        due.planned === undefined ? "" : CALENDAR.byOffice,
        source(task),
      ]
        .filter((line) => line !== "")
        .join("\n"),
    });
  }
  return calendar.toString();
}

function signatureOf(officer: string, secret: string): string {
  return createHmac("sha256", secret).update(`ics ${officer}`).digest("base64url");
}

/** The unguessable part of an officer's calendar address. */
export function calendarToken(officer: string, secret: string): string {
  return `${Buffer.from(officer).toString("base64url")}.${signatureOf(officer, secret)}`;
}

/** The officer a calendar address belongs to; null when it was not made here. */
export function officerOfToken(token: string, secret: string): string | null {
  const [name = "", signature = ""] = token.split(".");
  const officer = Buffer.from(name, "base64url").toString();
  return sameSecret(signature, signatureOf(officer, secret)) ? officer : null;
}
