import type { FigureEntry } from "../../domain/figure.ts";
import type { Target } from "../../domain/task.ts";
import { dayAt, daysBetween } from "../../vietnamese/text/dates.ts";
import { oneLine } from "../../vietnamese/text/normalise.ts";
import { shorten } from "../../vietnamese/text/shorten.ts";
import { FORMS, type Issuer } from "../../vietnamese/wording/officers/issuers.ts";
import {
  beforeWords,
  doneWords,
  figureSource,
  plannedWords,
  REPORT,
  rateWords,
  spannedWords,
  UNKNOWN,
} from "../../vietnamese/wording/officers/report.ts";
import { nextDays, type Period } from "../calendar/periods.ts";
import type { WorkRecord } from "../ledger/records.ts";
import { targetCodes } from "../tasks/codes.ts";
import { sumFor } from "../tasks/reported-figures.ts";

/** UTF-16 units. */
const LONGEST_HEAD = 110;
const LONGEST_LEAD = 80;
const MOST_NEXT = 12;

export interface ReportInput extends Issuer {
  /** The plans reported on, in words. */
  readonly papers: readonly string[];
  readonly period: Period;
  readonly targets: readonly Target[];
  readonly figures: readonly FigureEntry[];
  /** Hamlets and units that should send figures. */
  readonly expected: readonly string[];
  /** Figures of the period before, for comparison. */
  readonly before: readonly FigureEntry[];
  /** The ledger of the locality, at least to the end of the next period. */
  readonly records: readonly WorkRecord[];
  readonly today: string;
}

export interface TargetRow {
  readonly statement: string;
  readonly planned: string;
  readonly done: string;
  readonly rate: string;
  /** The rate, or the count, of the period before. */
  readonly before: string;
  readonly source: string;
}

/** The report's words, before any layout. What nobody entered is "…". */
export interface ReportContent extends Issuer {
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
  /** What was sent along, for the annex. */
  readonly evidence: readonly string[];
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
    const last = sumFor(codes[index] ?? "", input.before, input.expected);
    const { comparison, percent } = target;
    return [
      {
        statement: oneLine(target.statement),
        planned: plannedWords({ comparison, percent, count: target.count ?? null }),
        done: sum === null ? UNKNOWN : doneWords(sum.done, sum.of),
        rate: sum === null ? UNKNOWN : rateWords(sum.done, sum.of),
        before: last === null ? UNKNOWN : beforeWords(last.done, last.of),
        source: figureSource(sum?.parts.map((part) => part.place) ?? [], sum?.missing ?? []),
      },
    ];
  });
}

const leadOf = ({ task }: WorkRecord) =>
  task.lead.length === 0 ? REPORT.nobody : shorten(task.lead.join(", "), LONGEST_LEAD);
/** What the work is, not the plan's paragraph about it. */
const headOf = ({ task }: WorkRecord) =>
  shorten(oneLine(task.content), LONGEST_HEAD).replace(/[.;,:]+$/u, "");
const bare = (words: string) => oneLine(words).replace(/[.;,:]+$/u, "");

interface Days {
  readonly from: string;
  readonly to: string;
}

const isIn = (day: string | null, days: Days) => day !== null && day >= days.from && day <= days.to;
const wordsIn = (record: WorkRecord, days: Days) => record.words.filter((word) => isIn(dayAt(word.at), days));

function doneLines(records: readonly WorkRecord[], period: Days): readonly string[] {
  return records
    .filter((record) => isIn(record.doneOn, period))
    .map((record) => {
      const deadline = record.occurrence?.deadline ?? null;
      const on = record.doneOn ?? "";
      const late = deadline === null ? 0 : Math.max(0, daysBetween(deadline, on));
      return REPORT.doneLine(headOf(record), leadOf(record), on, late, bare(record.result ?? ""));
    });
}

/** Whether it was still to be done when the period ended: what came later changes no report of it. */
const openAtEnd = ({ doneOn }: WorkRecord, period: Days) => doneOn === null || doneOn > period.to;

/** Due by the end of the period and not done by then; what was missed before it only while it is still open. */
function isLate(record: WorkRecord, period: Days, today: string): boolean {
  const deadline = record.occurrence?.deadline ?? null;
  const due = deadline !== null && deadline <= period.to && deadline < today;
  return due && openAtEnd(record, period) && (deadline >= period.from || record.doneOn === null);
}

function lateLines(records: readonly WorkRecord[], period: Days, today: string): readonly string[] {
  const asOf = today < period.to ? today : period.to;
  return records
    .filter((record) => isLate(record, period, today))
    .map((record) => {
      const deadline = record.occurrence?.deadline ?? "";
      const why = record.words.findLast((word) => (word.obstacle ?? null) !== null)?.obstacle ?? "";
      const more = { late: daysBetween(deadline, asOf), why: bare(why), doneOn: record.doneOn };
      return REPORT.lateLine(headOf(record), leadOf(record), deadline, more);
    });
}

/** Work on the way of which something was said in the period; of the rest only how much there is. */
function runningLines(records: readonly WorkRecord[], period: Days, today: string): readonly string[] {
  const open = records.filter((record) => openAtEnd(record, period) && !isLate(record, period, today));
  const spoken = open.flatMap((record) => {
    const said = wordsIn(record, period).findLast((word) => word.state === "doing");
    return said === undefined
      ? []
      : [REPORT.runningLine(headOf(record), leadOf(record), record.percent, bare(said.note ?? ""))];
  });
  const silent = open.filter((record) => record.occurrence === null && wordsIn(record, period).length === 0);
  return silent.length === 0 ? spoken : [...spoken, REPORT.silentLine(silent.length)];
}

function difficulties(records: readonly WorkRecord[], period: Days): readonly string[] {
  return records.flatMap((record) =>
    wordsIn(record, period).flatMap((word) => {
      const said = bare(word.obstacle ?? (word.state === "done" ? "" : (word.note ?? "")));
      return said === "" || ((word.obstacle ?? null) === null && (word.percent ?? null) !== null)
        ? []
        : [REPORT.noteLine(said, headOf(record), leadOf(record))];
    }),
  );
}

function evidenceLines(records: readonly WorkRecord[], period: Days): readonly string[] {
  return records.flatMap((record) => {
    const kept = wordsIn(record, period).filter((word) => word.evidence !== null);
    const count = kept.reduce((sum, word) => sum + (word.evidence ?? "").split(" ").length, 0);
    const days = [...new Set(kept.map((word) => dayAt(word.at)))];
    return count === 0 ? [] : [REPORT.evidenceLine(headOf(record), count, days)];
  });
}

/** Drafts the periodic report from the ledger and the figures sent, and from nothing else. */
export function draftReport(input: ReportInput): ReportContent {
  const { period, records } = input;
  const next = nextDays(period);
  const ahead = records.filter(
    (record) => openAtEnd(record, period) && isIn(record.occurrence?.deadline ?? null, next),
  );
  const { by, parent, issuer, speaker, sign, place } = input;
  const form = FORMS[by];
  return {
    by,
    parent,
    issuer,
    speaker,
    sign,
    place,
    year: period.to.slice(0, 4),
    subject: form.subject(REPORT.subject(period.label)),
    opening: REPORT.opening(speaker, input.papers, spannedWords(period)),
    closing: REPORT.closing(speaker, period.label, form.end),
    targets: targetRows(input),
    done: doneLines(records, period),
    late: lateLines(records, period, input.today),
    running: runningLines(records, period, input.today),
    difficulties: difficulties(records, period),
    next: ahead
      .map((record) => REPORT.nextLine(headOf(record), leadOf(record), record.occurrence?.deadline ?? ""))
      .slice(0, MOST_NEXT),
    evidence: evidenceLines(records, period),
    fileName: REPORT.file(period.id),
  };
}
