import type { FigureEntry } from "../../domain/figure.ts";
import type { TaskProgress } from "../../domain/people.ts";
import type { Target } from "../../domain/task.ts";
import { dayAt } from "../../vietnamese/text/dates.ts";
import { oneLine } from "../../vietnamese/text/normalise.ts";
import {
  doneWords,
  figureSource,
  plannedWords,
  REPORT,
  rateWords,
  UNKNOWN,
} from "../../vietnamese/wording/officers/report.ts";
import { nextDays, type Period } from "../calendar/periods.ts";
import type { Duty } from "../plan/duties.ts";
import { targetCodes } from "../tasks/codes.ts";
import { sumFor } from "../tasks/reported-figures.ts";

export interface ReportInput {
  /** "UBND xã Thanh Thủy" as the letterhead says it: "ỦY BAN NHÂN DÂN XÃ THANH THỦY". */
  readonly issuer: string;
  /** The body above on the letterhead; null when it has none. */
  readonly parent: string | null;
  /** Short sign of the issuer in document numbers: "UBND". */
  readonly sign: string;
  /** Place name of the date line: "Thanh Thủy". */
  readonly place: string;
  /** The plans reported on, in words. */
  readonly papers: readonly string[];
  readonly period: Period;
  readonly targets: readonly Target[];
  readonly figures: readonly FigureEntry[];
  /** Hamlets and units that should send figures. */
  readonly expected: readonly string[];
  /** All duties of the locality, as `dutiesOf` gives a leader. */
  readonly duties: readonly Duty[];
  readonly progress: readonly TaskProgress[];
}

export interface TargetRow {
  readonly statement: string;
  readonly planned: string;
  readonly done: string;
  readonly rate: string;
  readonly source: string;
}

/** The report's words, before any layout. What nobody entered is "…". */
export interface ReportContent {
  readonly issuer: string;
  readonly parent: string | null;
  readonly sign: string;
  readonly place: string;
  readonly year: string;
  readonly subject: string;
  readonly opening: string;
  readonly closing: string;
  readonly targets: readonly TargetRow[];
  readonly done: readonly string[];
  readonly late: readonly string[];
  readonly running: readonly string[];
  readonly difficulties: readonly string[];
  readonly next: readonly string[];
  readonly fileName: string;
}

function targetRows(input: ReportInput): readonly TargetRow[] {
  const year = input.period.to.slice(0, 4);
  const codes = targetCodes(input.targets);
  return input.targets.flatMap((target, index) => {
    if (target.year !== null && target.year !== year) {
      return [];
    }
    const sum = sumFor(codes[index] ?? "", input.figures, input.expected);
    const { comparison, percent } = target;
    return [
      {
        statement: oneLine(target.statement),
        planned: plannedWords({ comparison, percent, count: target.count ?? null }),
        done: sum === null ? UNKNOWN : doneWords(sum.done, sum.of),
        rate: sum === null ? UNKNOWN : rateWords(sum.done, sum.of),
        source: figureSource(sum?.parts.map((part) => part.place) ?? [], sum?.missing ?? []),
      },
    ];
  });
}

const leadOf = (duty: Duty) => (duty.task.lead.length === 0 ? REPORT.nobody : duty.task.lead.join(", "));
const contentOf = (duty: Duty) => oneLine(duty.task.content).replace(/[.;,:]+$/u, "");
const isUndated = (duty: Duty) =>
  ["ongoing", "as_guided", "separate_plan", "on_request", "unclear"].includes(duty.group);

function difficulties(input: ReportInput): readonly string[] {
  const { from, to } = input.period;
  return input.progress
    .filter((report) => report.state !== "done" && report.note !== null)
    .filter((report) => dayAt(report.at) >= from && dayAt(report.at) <= to)
    .toSorted((a, b) => a.at - b.at)
    .flatMap((report) => {
      const duty = input.duties.find((one) => one.task.id === report.task);
      const note = oneLine(report.note ?? "").replace(/[.;,:]+$/u, "");
      return duty === undefined || note === "" ? [] : [REPORT.noteLine(note, duty.code, leadOf(duty))];
    });
}

/** Drafts the periodic report from what was approved and entered, and from nothing else. */
export function draftReport(input: ReportInput): ReportContent {
  const { period, duties } = input;
  const next = nextDays(period);
  const isIn = (day: string, days: { readonly from: string; readonly to: string }) =>
    day >= days.from && day <= days.to;
  const doneOn = (duty: Duty) => (duty.report?.state === "done" ? dayAt(duty.report.at) : null);
  return {
    issuer: input.issuer,
    parent: input.parent,
    sign: input.sign,
    place: input.place,
    year: period.to.slice(0, 4),
    subject: REPORT.subject(period.label),
    opening: REPORT.opening(input.issuer, input.papers, period.label),
    closing: REPORT.closing(input.issuer, period.label),
    targets: targetRows(input),
    done: duties.flatMap((duty) => {
      const day = doneOn(duty);
      return day !== null && isIn(day, period) ? [REPORT.doneLine(contentOf(duty), leadOf(duty), day)] : [];
    }),
    late: duties
      .filter((duty) => duty.due !== null && duty.due.deadline <= period.to && duty.due.daysLeft < 0)
      .map((duty) => REPORT.lateLine(contentOf(duty), leadOf(duty), duty.due?.deadline ?? "")),
    running: duties
      .filter((duty) => isUndated(duty))
      .map((duty) => REPORT.runningLine(contentOf(duty), leadOf(duty))),
    difficulties: difficulties(input),
    next: duties
      .filter((duty) => duty.due !== null && isIn(duty.due.deadline, next))
      .map((duty) => REPORT.nextLine(contentOf(duty), leadOf(duty), duty.due?.deadline ?? "")),
    fileName: REPORT.file(period.id),
  };
}
