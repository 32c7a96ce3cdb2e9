import type { Button, OutgoingMessage } from "../../domain/conversation.ts";
import type { Officer } from "../../domain/people.ts";
import type { ReminderRow } from "../../domain/reminder.ts";
import type { ReminderStore } from "../../ports/reminders.ts";
import { dayAt } from "../../vietnamese/text/dates.ts";
import {
  BUTTON_DOING,
  BUTTON_DONE,
  BUTTON_LEAVE,
  BUTTON_RECEIVED,
  BUTTON_REMIND,
  deadlineText,
  decisionText,
  digestText,
  MARK,
  noticeText,
  type TaskWords,
} from "../../vietnamese/wording/officers/reminders.ts";
import { lookText, UNDATED } from "../../vietnamese/wording/officers/summaries.ts";
import { openOccurrences } from "../ledger/open-occurrences.ts";
import { lastReports, recipientsOf } from "../ledger/recipients.ts";
import { isLookedAt } from "../plan/plan.ts";
import type { OfficeNotice } from "../plan/settings.ts";
import { type Engine, type Facts, plainKey, taskSource } from "../plan/snapshot.ts";
import { aliveMessage, weeklyMessage } from "./digest.ts";

/** A digest's own facts, kept with its row. */
export interface DigestFacts {
  readonly gap: { readonly from: string; readonly to: string } | null;
  readonly maybeSeen: boolean;
}

/** Kept with a notice's row: of the engine itself about a channel, or of a resident's question. */
export interface ChannelNotice {
  readonly what: "down" | "exhausted" | "nearly_exhausted";
  readonly channel: string;
  readonly count: number;
}

function wordsOf(engine: Engine, facts: Facts, row: ReminderRow): TaskWords | null {
  const approved = row.task === null ? undefined : facts.tasks.get(row.task);
  if (approved === undefined || row.deadline === null) {
    return null;
  }
  const { task } = approved;
  const progress = facts.progress.filter((report) => report.task === task.id);
  const occurrence = openOccurrences({
    approved,
    officers: facts.officers,
    progress,
    calendar: facts.calendar,
    same: facts.same,
    now: engine.clock.now(),
  }).find((one) => one.deadline === row.deadline);
  return {
    code: facts.codes.get(task.id) ?? "",
    content: task.content,
    lead: task.lead,
    support: task.coordinators,
    scheduleText: task.scheduleText ?? null,
    deadline: row.deadline,
    ...(occurrence?.planned === undefined ? {} : { planned: occurrence.planned }),
    said: occurrence?.said ?? "date",
    byDefault: occurrence?.byDefault ?? false,
    event: occurrence?.event ?? false,
    ...(approved.amended === undefined ? {} : { amended: approved.amended.scheduleText ?? "" }),
    source: taskSource(engine, task),
  };
}

type Part = Parameters<typeof deadlineText>[2];

function partOf(facts: Facts, row: ReminderRow): Part {
  const rule = plainKey(row.key).split("|").at(-2) ?? "";
  if (rule.startsWith("head") || rule.startsWith("leader")) {
    return rule.startsWith("head") ? "head" : "leader";
  }
  if (rule.startsWith("own") || rule.startsWith("support")) {
    return rule.startsWith("own") ? "own" : "support";
  }
  const approved = facts.tasks.get(row.task ?? "");
  const standIn =
    approved !== undefined && recipientsOf(approved.task, facts.officers, [], facts.same).standIn;
  return standIn ? "stand_in" : "lead";
}

/** Buttons carry commands, so that channels without buttons can show the same words. */
function buttonsFor(row: ReminderRow, code: string): readonly Button[] {
  if (row.kind === "decision") {
    return [
      { label: BUTTON_REMIND, value: `/quahan nhac ${code}` },
      { label: BUTTON_LEAVE, value: `/quahan bo ${code}` },
    ];
  }
  return [
    { label: BUTTON_RECEIVED, value: `/danhan ${code}` },
    { label: BUTTON_DOING, value: `/danglam ${code}` },
    { label: BUTTON_DONE, value: `/xong ${code}` },
  ];
}

/** Everything in a digest, also through a digest that joined a later one. */
export async function contentsOf(book: ReminderStore, digest: string): Promise<readonly ReminderRow[]> {
  const rows: ReminderRow[] = [];
  for (const row of await book.reminders({ digest })) {
    rows.push(...(row.kind === "digest" ? await contentsOf(book, row.key) : [row]));
  }
  return rows;
}

/** Lines of a digest that can be answered by a tap. */
const DONE_BUTTONS = 3;

/** A head or a leader reads of other people's work: whose it is belongs to the line. */
const isOverseen = (facts: Facts, row: ReminderRow) => ["head", "leader"].includes(partOf(facts, row));

async function digestMessage(engine: Engine, facts: Facts, row: ReminderRow): Promise<OutgoingMessage> {
  const rows = await contentsOf(engine.book, row.key);
  const made = JSON.parse(row.facts ?? "{}") as Partial<DigestFacts>;
  // Several moments of one deadline are one line.
  const lines = new Map(
    rows.flatMap((one) => {
      const approved = facts.tasks.get(one.task ?? "");
      return approved === undefined || one.deadline === null
        ? []
        : [
            [
              `${one.task} ${one.deadline}`,
              {
                code: facts.codes.get(approved.task.id) ?? "",
                content: approved.task.content,
                deadline: one.deadline,
                ...(isOverseen(facts, one) ? { unit: approved.task.lead.join(", ") } : {}),
              },
            ] as const,
          ];
    }),
  );
  const text = digestText({
    lines: [...lines.values()].sort((a, b) => (a.deadline < b.deadline ? -1 : 1)),
    today: dayAt(engine.clock.now()),
    gap: made.gap ?? null,
    others: rows.filter((one) => one.task === null).length,
    maybeSeen: made.maybeSeen ?? false,
  });
  const own = [...lines.values()].filter((line) => !("unit" in line)).slice(0, DONE_BUTTONS);
  return {
    text,
    buttons: [
      { label: BUTTON_RECEIVED, value: "/danhan" },
      ...own.map(({ code }) => ({ label: `${BUTTON_DONE} ${code}`, value: `/xong ${code}` })),
    ],
  };
}

function lookMessage(facts: Facts, row: ReminderRow, officer: Officer): OutgoingMessage {
  const day = row.deadline ?? dayAt(row.dueAt);
  const lines = [...facts.tasks.values()]
    .filter((approved) => isLookedAt(approved, day, facts.calendar))
    .filter(({ task }) => {
      const done = lastReports(task.id, facts.progress).some((report) => report.state === "done");
      return (
        !done && recipientsOf(task, facts.officers, [], facts.same).lead.some((one) => one.id === officer.id)
      );
    })
    .map(({ task }) => ({
      code: facts.codes.get(task.id) ?? "",
      content: task.content,
      when:
        task.schedule?.kind === "period" && task.scheduleText !== undefined
          ? task.scheduleText
          : (UNDATED[task.schedule?.kind ?? "none"] ?? ""),
    }));
  return { text: lookText(lines, day) };
}

/** The message for a reminder, as of now; null when nothing is left to say. */
export async function messageFor(
  engine: Engine,
  row: ReminderRow,
  officer: Officer,
): Promise<OutgoingMessage | null> {
  const known = await engine.facts();
  switch (row.kind) {
    case "digest":
      return digestMessage(engine, known, row);
    case "look":
      return lookMessage(known, row, officer);
    case "weekly":
      return weeklyMessage(engine, row, officer);
    case "alive":
      return aliveMessage(engine);
    case "notice": {
      const facts = JSON.parse(row.facts ?? "{}") as ChannelNotice | OfficeNotice;
      return "channel" in facts
        ? { text: noticeText(facts.what, facts.channel, facts.count) }
        : ((await engine.notice?.(facts, officer)) ?? null);
    }
    default: {
      const words = wordsOf(engine, known, row);
      if (words === null) {
        return null;
      }
      const promised = /\|own (\d{4}-\d\d-\d\d)\|/u.exec(row.key)?.[1];
      const text =
        row.kind === "decision"
          ? decisionText(words)
          : deadlineText(
              { ...words, ...(promised === undefined ? {} : { promised }) },
              dayAt(engine.clock.now()),
              partOf(known, row),
            );
      return { text, buttons: buttonsFor(row, words.code) };
    }
  }
}

/** The one further copy, which says that it is one. */
export function marked(message: OutgoingMessage): OutgoingMessage {
  return { ...message, text: `${MARK}\n${message.text}` };
}
