import type { CurvePoint } from "./curve.ts";
import { byClass, FORMS, figuresOf, type Judged, robustnessGaps, type Share } from "./figures.ts";

export const percent = ({ count, of }: Share) => (of === 0 ? "-" : `${((100 * count) / of).toFixed(1)}%`);

const counted = (share: Share) => `${percent(share)} (${share.count}/${share.of})`;

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Right answers of each class, whole and by form. */
export function classTable(judged: readonly Judged[]): string {
  const fraction = ({ count, of }: Share) => (of === 0 ? "" : `${count}/${of}`);
  const rows = byClass(judged).map(({ name, all, forms }) => [
    name,
    fraction(all),
    percent(all),
    ...forms.map(fraction),
  ]);
  return columns([["class", "right", "", ...FORMS], ...rows]);
}

export function figureLines(judged: readonly Judged[]): string {
  const f = figuresOf(judged);
  const gaps = robustnessGaps(judged).flatMap(({ form, gap }) =>
    gap === null ? [] : [`${form} ${gap.toFixed(1)}`],
  );
  return [
    `answer rate ${counted(f.answered)}, of these right ${counted(f.accuracy)}, false refusals ${counted(f.falseRefusals)}`,
    `right refusals ${counted(f.rightRefusals)}`,
    `first citation of the right paper ${counted(f.citedDocument)}, holding the evidence ${counted(f.citedEvidence)}`,
    `answers with a figure or name of another place or year: ${f.wrongPlaceOrYear.count}`,
    ...(gaps.length === 0 ? [] : [`points lost against accented: ${gaps.join(", ")}`]),
  ].join("\n");
}

export function curveTable(points: readonly CurvePoint[]): string {
  const rows = points.map(({ bar, figures }) => [
    bar.toFixed(2),
    percent(figures.rightRefusals),
    percent(figures.falseRefusals),
    percent(figures.accuracy),
    percent(figures.right),
    String(figures.wrongPlaceOrYear.count),
  ]);
  return columns([
    ["bar", "right refusals", "false refusals", "right of answered", "right", "other place or year"],
    ...rows,
  ]);
}
