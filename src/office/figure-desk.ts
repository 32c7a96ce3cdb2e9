import type { LocalitySlug } from "../domain/document.ts";
import type { FigureEntry } from "../domain/figure.ts";
import type { UnderstoodDocument } from "../domain/knowledge.ts";
import type { Officer } from "../domain/people.ts";
import type { PeriodDays } from "../domain/reporting.ts";
import type { Target } from "../domain/task.ts";
import type { Clock } from "../ports/clock.ts";
import type { FigureDoubt, FigureLine, FigureOutcome, FigureRow } from "../ports/officer.ts";
import type { Storage } from "../ports/storage.ts";
import { type Period, parsePeriod, partsOf, periodBefore, periodOf } from "../reminders/calendar/periods.ts";
import { targetCodes } from "../reminders/tasks/codes.ts";
import { sumFor } from "../reminders/tasks/reported-figures.ts";
import { readFigures, type TypedFigure, type TypedFigures } from "../reminders/tasks/typed-figures.ts";
import { dayAt } from "../vietnamese/text/dates.ts";
import { oneLine, squeeze } from "../vietnamese/text/normalise.ts";
import { spannedWords } from "../vietnamese/wording/officers/report.ts";

interface FigureDeskDeps {
  readonly storage: Pick<Storage, "reminders" | "figures">;
  /** The plans of a place. */
  readonly documents: (locality: LocalitySlug) => readonly UnderstoodDocument[];
  /** The days that reporting periods take there. */
  readonly daysOf: (locality: LocalitySlug) => PeriodDays;
  readonly clock: Clock;
}

/** A period named inside other words, so that the rest can be read as a figure; "2000/3000" is no year. */
const PERIOD =
  /(?:quý|quy)\s*(?:iv|iii|ii|i|[1-4])(?![\p{L}\d])(?:\s*(?:\/|năm|nam)?\s*20\d\d(?!\d|\s*[/.,]\s*\d))?|(?:tháng|thang)\s*\d{1,2}(?!\d)(?:\s*(?:\/|năm|nam)?\s*20\d\d(?!\d|\s*[/.,]\s*\d))?|6\s*(?:tháng|thang)\s*(?:đầu|dau|cuối|cuoi)(?:\s*(?:năm|nam))?(?:\s*20\d\d(?!\d|\s*[/.,]\s*\d))?|(?:năm|nam)\s*20\d\d(?!\d|\s*[/.,]\s*\d)/iu;
/** What the button under a reading carries: "ghi 2026-Q4 #CT-6F2K khu 2 = 900/2000; #CT-6F2K khu 3 = 45". */
const CONFIRMED = /^ghi (\d{4}(?:-[A-Z]?\d+)?) (#CT-[0-9A-Z]+ .+)$/su;
const CONFIRMED_LINE = /^(#CT-[0-9A-Z]+) (.+) = (\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?))?$/u;

type Kept = Pick<FigureEntry, "target" | "place" | "done" | "of">;

function confirmWords(period: Period, figures: readonly TypedFigure[]): string {
  const lines = figures.map(
    ({ code, place, done, of }) => `${code} ${place} = ${done}${of === null ? "" : `/${of}`}`,
  );
  return `ghi ${period.id} ${lines.join("; ")}`;
}

function confirmedIn(
  words: string,
  days: PeriodDays,
): { readonly period: Period; readonly figures: readonly Kept[] } | null {
  const [, id = "", list = ""] = CONFIRMED.exec(words.trim()) ?? [];
  const period = periodOf(id, days);
  const figures = list.split("; ").map((line): Kept | null => {
    const [, target, place, done, of] = CONFIRMED_LINE.exec(line) ?? [];
    return target === undefined || place === undefined
      ? null
      : { target, place, done: Number(done), of: of === undefined ? null : Number(of) };
  });
  const read = figures.filter((one) => one !== null);
  return period === null || read.length < figures.length ? null : { period, figures: read };
}

/** Figures of hamlets and units: read, confirmed where anything is doubtful, summed. */
export function openFigureDesk({ storage, documents, daysOf, clock }: FigureDeskDeps) {
  const book = storage.reminders;
  const today = () => dayAt(clock.now());

  function targetsFor(locality: LocalitySlug, period: Period): readonly Target[] {
    const year = period.to.slice(0, 4);
    return documents(locality)
      .flatMap((document) => document.targets)
      .filter((target) => target.year === null || target.year === year);
  }

  async function expected(locality: LocalitySlug): Promise<readonly string[]> {
    const set = await book.note(`places ${locality}`);
    return set === null ? await storage.figures.places(locality) : (JSON.parse(set) as string[]);
  }

  /** Figures of a period, those sent for parts of it among them; the latest part of each place comes last. */
  async function entriesIn(locality: LocalitySlug, period: Period | null): Promise<readonly FigureEntry[]> {
    const ids = period === null ? [] : [...partsOf(period), period.id];
    return (await Promise.all(ids.map((id) => storage.figures.entries(locality, id)))).flat();
  }

  async function rowsOf(locality: LocalitySlug, period: Period, only: readonly string[] | null) {
    const targets = targetsFor(locality, period);
    const codes = targetCodes(targets);
    const places = await expected(locality);
    const entries = await storage.figures.entries(locality, period.id);
    return targets.flatMap(({ statement }, at): readonly FigureRow[] => {
      const code = codes[at] ?? "";
      const sum = sumFor(code, entries, places);
      const row = {
        code,
        statement: oneLine(statement),
        sum: sum === null ? null : { done: sum.done, of: sum.of },
        sent: sum?.parts.map((part) => part.place) ?? [],
        missing: sum === null ? places : sum.missing,
      };
      return only === null || only.includes(code) ? [row] : [];
    });
  }

  const latest = (entries: readonly FigureEntry[], { target, place }: Kept) =>
    entries.findLast((one) => one.target === target && squeeze(one.place) === squeeze(place)) ?? null;

  async function enter(officer: Officer, period: Period, figures: readonly Kept[]): Promise<FigureOutcome> {
    const { locality } = officer;
    const known = await storage.figures.entries(locality, period.id);
    const [at, by] = [clock.now(), officer.id];
    for (const figure of figures) {
      await storage.figures.enter({ ...figure, locality, period: period.id, by, at });
    }
    const rows = await rowsOf(
      locality,
      period,
      figures.map(({ target }) => target),
    );
    const lines = figures.map((figure): FigureLine => {
      const before = latest(known, figure);
      const replaced = before === null ? null : { done: before.done, of: before.of };
      return { code: figure.target, place: figure.place, done: figure.done, of: figure.of, before: replaced };
    });
    return { kind: "entered", period: period.label, figures: lines, rows };
  }

  async function remove(
    officer: Officer,
    period: Period,
    { code, place }: Extract<TypedFigures, { kind: "remove" }>,
  ): Promise<FigureOutcome> {
    const { locality } = officer;
    const known = await storage.figures.entries(locality, period.id);
    const own = known.filter((one) => one.target === code && squeeze(one.place) === squeeze(place));
    for (const written of new Set(own.map((one) => one.place))) {
      await storage.figures.takeBack(
        { locality, target: code, period: period.id, place: written },
        clock.now(),
      );
    }
    return own.length === 0
      ? { kind: "problem", problem: "nothing_sent", line: place }
      : { kind: "removed", period: period.label, code, place, rows: await rowsOf(locality, period, [code]) };
  }

  /** Reads back what is doubtful; the rest counts at once. */
  async function take(
    officer: Officer,
    period: Period,
    typed: readonly TypedFigure[],
  ): Promise<FigureOutcome> {
    const { locality } = officer;
    const last = await entriesIn(locality, periodBefore(period));
    const lines = typed.map((figure): FigureLine & { readonly doubts: readonly FigureDoubt[] } => {
      const { code, place, done, of } = figure;
      const before = latest(last, { target: code, place, done, of });
      const falls = before !== null && done < before.done;
      const doubts: readonly (FigureDoubt | null)[] = [
        figure.unsure ? "unsure" : null,
        figure.placeKnown ? null : "unknown_place",
        falls ? "falls" : null,
      ];
      const shown = before === null ? null : { done: before.done, of: before.of };
      return { code, place, done, of, before: shown, doubts: doubts.filter((one) => one !== null) };
    });
    return lines.some(({ doubts }) => doubts.length > 0)
      ? { kind: "check", period: period.label, figures: lines, confirm: confirmWords(period, typed) }
      : enter(
          officer,
          period,
          typed.map(({ code, place, done, of }) => ({ target: code, place, done, of })),
        );
  }

  async function figures(officer: Officer, words: string): Promise<FigureOutcome> {
    const { locality } = officer;
    const days = daysOf(locality);
    const confirmed = confirmedIn(words, days);
    const named = PERIOD.exec(words)?.[0] ?? "";
    const period = confirmed?.period ?? parsePeriod(named, today(), days) ?? parsePeriod("", today(), days);
    const targets = period === null ? [] : targetsFor(locality, period);
    if (period === null || targets.length === 0) {
      return { kind: "problem", problem: "no_targets", line: "" };
    }
    const rest = words.replace(named, " ").trim();
    if (rest === "") {
      return { kind: "board", period: spannedWords(period), rows: await rowsOf(locality, period, null) };
    }
    if (period.from > today()) {
      return { kind: "problem", problem: "period_ahead", line: period.label };
    }
    if (confirmed !== null) {
      const codes = targetCodes(targets);
      const gone = confirmed.figures.find(({ target }) => !codes.includes(target));
      return gone === undefined
        ? enter(officer, period, confirmed.figures)
        : { kind: "problem", problem: "unknown_code", line: gone.target };
    }
    const sent = await storage.figures.places(locality);
    const own = officer.unit;
    const places = [...new Set([...(await expected(locality)), ...sent, ...(own === null ? [] : [own])])];
    const read = readFigures(rest, { targets, places, own });
    switch (read.kind) {
      case "problem":
        return read;
      case "remove":
        return remove(officer, period, read);
      case "figures":
        return take(officer, period, read.figures);
    }
  }

  return { targetsFor, expected, entriesIn, figures };
}
