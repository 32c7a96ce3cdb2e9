import { randomBytes } from "node:crypto";
import { nameOf } from "../answering/compose/draft.ts";
import { type ChannelName, REACHABLE } from "../domain/conversation.ts";
import type { LocalitySlug } from "../domain/document.ts";
import type { Officer } from "../domain/people.ts";
import type { DraftedReport } from "../domain/report.ts";
import type { Task } from "../domain/task.ts";
import type { Channel } from "../ports/channels.ts";
import type { Clock } from "../ports/clock.ts";
import type { OfficerService } from "../ports/officer.ts";
import type { Storage } from "../ports/storage.ts";
import { nextDays, parsePeriod, periodBefore } from "../reminders/calendar/periods.ts";
import { pastDeadlines } from "../reminders/deliver/undelivered.ts";
import { lastReports } from "../reminders/ledger/recipients.ts";
import { photoPlaces, workRecords } from "../reminders/ledger/records.ts";
import { dutiesOf } from "../reminders/plan/duties.ts";
import { reportDocx } from "../reminders/report/docx.ts";
import { calendarFile, calendarToken, officerOfToken } from "../reminders/report/ics.ts";
import { draftReport } from "../reminders/report/report.ts";
import { workbook } from "../reminders/report/workbook.ts";
import { codesOf, targetCodes } from "../reminders/tasks/codes.ts";
import { reviewBefore, reviewOf, reviewsByTask } from "../reminders/tasks/reviews.ts";
import { dayAt } from "../vietnamese/text/dates.ts";
import { issuerWords } from "../vietnamese/wording/officers/issuers.ts";
import { spannedWords, WORKBOOK } from "../vietnamese/wording/officers/report.ts";
import { photoAt } from "./evidence.ts";
import { openFigureDesk } from "./figure-desk.ts";
import type { Knowledge } from "./knowledge-control.ts";
import type { RunningReminders } from "./reminder-service.ts";
import { openWorkDesk } from "./work-desk.ts";

interface OfficerServiceDeps {
  readonly storage: Pick<Storage, "tasks" | "people" | "reminders" | "figures" | "requests">;
  readonly knowledge: Knowledge;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly running: RunningReminders;
  /** "https://troly.example.gov.vn"; null when the service has no public address. */
  readonly publicUrl: string | null;
  readonly clock: Clock;
}

export interface Officers extends OfficerService {
  /** The calendar behind a signed address; null when the address is not, or no longer, good. */
  readonly calendarOf: (token: string) => Promise<string | null>;
}

const PHOTOS_SHOWN = 5;
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Ties officers' commands to the reminders, the books and the papers. */
export function openOfficers(parts: OfficerServiceDeps): Officers {
  const { storage, knowledge, channels, running, clock } = parts;
  const { reminders } = running;
  const book = storage.reminders;
  const documents = (locality: LocalitySlug) =>
    (knowledge.current()?.live.edition.documents ?? []).filter(
      (document) => document.guide === null && document.card.locality === locality,
    );
  const today = () => dayAt(clock.now());
  const { targetsFor, expected, entriesIn, figures } = openFigureDesk({
    storage,
    documents,
    daysOf: (locality) => running.reporting(locality).days,
    clock,
  });

  async function report(officer: Officer, words: string): Promise<DraftedReport | null> {
    const { locality } = officer;
    const { by, days } = running.reporting(locality);
    const period = parsePeriod(words, today(), days);
    const now = knowledge.current();
    if (period === null || now === null) {
      return null;
    }
    const place = now.live.edition.localities.find((one) => one.slug === locality) ?? null;
    const leader: Officer = { ...officer, role: "leader", unit: null };
    const facts = await running.facts("approved");
    const all = dutiesOf(leader, facts).filter(({ task }) => task.locality === locality);
    // A task that only holds its sub-items says nothing that they do not say.
    const holders = new Set(all.map(({ task }) => task.partOf));
    const duties = all.filter(({ task, group }) => group === "done" || !holders.has(task.id));
    const targets = targetsFor(locality, period);
    const entries = await entriesIn(locality, period);
    const isHere = ({ task }: { readonly task: Task }) => task.locality === locality;
    const until = nextDays(period).to;
    const here = { ...facts, tasks: facts.tasks.filter(isHere) };
    const records = workRecords(here, until, period.to).filter(
      ({ task, words }) => words.length > 0 || !holders.has(task.id),
    );
    const content = draftReport({
      ...issuerWords(place, by),
      papers: documents(locality).map(({ id }) => nameOf(id, now.answering.base)),
      period,
      targets,
      figures: entries,
      expected: await expected(locality),
      before: await entriesIn(locality, periodBefore(period)),
      records,
      today: today(),
    });
    const { officers } = facts;
    const figureRows = { targets, figures: entries };
    const table = await workbook({ duties, records, officers, ...figureRows, source: running.source });
    const codes = new Set(entries.map((entry) => entry.target));
    return {
      period: spannedWords(period),
      files: [
        { name: content.fileName, mediaType: DOCX, bytes: await reportDocx(content) },
        { name: WORKBOOK.file(period.id), mediaType: XLSX, bytes: table },
      ],
      targets: content.targets.length,
      known: targetCodes(targets).filter((code) => codes.has(code)).length,
      done: content.done.length,
      late: content.late.length,
      next: content.next.length,
      waiting: (await waiting(officer)).length,
    };
  }

  async function waiting(officer: Officer) {
    const tasks = await running.tasks();
    const reviews = await storage.tasks.reviews();
    const reviewed = reviewsByTask(reviews);
    const codes = codesOf(tasks);
    return tasks
      .filter((task) => task.locality === null || task.locality === officer.locality)
      .filter((task) => reviewed(task) === null)
      .map((task) => ({
        task,
        code: codes.get(task.id) ?? "",
        source: running.source(task),
        before: reviewBefore(task, tasks, reviews),
      }))
      .toSorted((a, b) => Number(a.before === null) - Number(b.before === null));
  }

  async function pastOf(officer: Officer) {
    const tasks = new Map((await running.tasks()).map((task) => [task.id, task]));
    const codes = codesOf([...tasks.values()]);
    const progress = await storage.tasks.progress();
    return (await pastDeadlines(book)).flatMap(({ task: id, deadline }) => {
      const task = tasks.get(id);
      const here = task?.locality === null || task?.locality === officer.locality;
      const isDone = lastReports(id, progress).at(-1)?.state === "done";
      return task === undefined || !here || isDone ? [] : [{ task, code: codes.get(id) ?? "", deadline }];
    });
  }

  /** Each officer's own secret, made when first asked for; a new one makes the old address worthless. */
  async function secretOf(officer: string, renew: boolean): Promise<string> {
    const made = randomBytes(32).toString("base64url");
    if (renew) {
      await book.setNote(`calendar ${officer}`, made);
      return made;
    }
    return book.noteOnce(`calendar ${officer}`, made);
  }

  /** What stands in the ledger now, and the figures of this quarter. */
  async function workbookNow(officer: Officer) {
    const period = parsePeriod("", today(), running.reporting(officer.locality).days);
    if (period === null || knowledge.current() === null) {
      return null;
    }
    const { locality } = officer;
    const facts = await running.facts("all");
    const duties = dutiesOf(officer, facts);
    const own = new Set(duties.map(({ task }) => task.id));
    const tasks = facts.tasks.filter(({ task }) => own.has(task.id));
    const bytes = await workbook({
      duties,
      records: workRecords({ ...facts, tasks }, period.to),
      officers: facts.officers,
      targets: targetsFor(locality, period),
      figures: await entriesIn(locality, period),
      source: running.source,
    });
    return { name: WORKBOOK.file(today()), mediaType: XLSX, bytes };
  }

  async function evidence(task: string) {
    const words = (await storage.tasks.progress()).filter((word) => word.task === task);
    const places = photoPlaces(words).map((place, at) => ({ place, number: at + 1 }));
    const files = await Promise.all(
      places.slice(-PHOTOS_SHOWN).map(({ place, number }) => photoAt(place, number, channels)),
    );
    return { files: files.filter((file) => file !== null), count: places.length };
  }

  return {
    evidence,
    workbook: workbookNow,
    desk: openWorkDesk({ storage, ...running, tell: reminders.tell, clock }),
    confirm: (officer, task) => reminders.confirm(officer.id, task),
    pastDeadlines: pastOf,
    decidePast: (task, choice, by) => reminders.decide({ task, choice, by: by.id }),
    preference: async (officer) =>
      (await reminders.preference(officer.id)) ?? { moments: null, at: null, channel: null },
    prefer: (officer, preference) => reminders.prefer({ ...preference, officer: officer.id }),
    channels: async (officer) => [
      ...new Set(
        (await storage.people.links(officer.id))
          .filter(
            (link) => link.active && REACHABLE.includes(link.key.channel) && channels.has(link.key.channel),
          )
          .map((link) => link.key.channel),
      ),
    ],
    waiting,
    async review(task, decision, by) {
      await storage.tasks.review(reviewOf(task, decision, null, by.id, clock.now()));
    },
    figures,
    async expect(officer, places) {
      await book.setNote(`places ${officer.locality}`, places.length === 0 ? null : JSON.stringify(places));
    },
    report,
    calendar: async (officer, renew) =>
      parts.publicUrl === null
        ? null
        : `${parts.publicUrl}/lich/${calendarToken(officer.id, await secretOf(officer.id, renew))}.ics`,
    async calendarOf(token) {
      const id = Buffer.from(token.split(".")[0] ?? "", "base64url").toString();
      const officer = (await storage.people.officers()).find((one) => one.id === id && one.active);
      const secret = officer === undefined ? null : await book.note(`calendar ${officer.id}`);
      if (officer === undefined || secret === null || officerOfToken(token, secret) !== officer.id) {
        return null;
      }
      const name = officer.unit ?? officer.name;
      return calendarFile(name, await running.duties(officer), running.source, clock.now());
    },
  };
}
