import { html } from "hono/html";
import type { Html } from "./visit.ts";

export interface Bar {
  readonly label: string;
  /** The part of the bar drawn strong, and the rest of it. */
  readonly part: number;
  readonly rest: number;
}

const WIDTH = 720;
const HEIGHT = 200;
const FOOT = 24;
const LEFT = 34;

/** A round number not below this one: the top of the scale. */
function top(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  return [1, 2, 5, 10].map((step) => step * power).find((mark) => mark >= most) ?? most;
}

/** Bars by day, each of two parts. Colors come from the style sheet, since the page allows no styles of its own. */
export function columns(label: string, bars: readonly Bar[]): Html {
  const most = top(Math.max(1, ...bars.map((bar) => bar.part + bar.rest)));
  const step = (WIDTH - LEFT) / Math.max(1, bars.length);
  const high = (value: number) => ((HEIGHT - FOOT - 10) * value) / most;
  const base = HEIGHT - FOOT;
  const every = Math.ceil(bars.length / 8);
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
${[most, most / 2].map(
  (mark) =>
    html`<line class="grid" x1="${LEFT}" x2="${WIDTH}" y1="${base - high(mark)}" y2="${base - high(mark)}"></line><text class="axis" x="${LEFT - 5}" y="${base - high(mark) + 4}" text-anchor="end">${Number.isInteger(mark) ? mark : ""}</text>`,
)}
<line class="base" x1="${LEFT}" x2="${WIDTH}" y1="${base}" y2="${base}"></line>
${bars.map((bar, at) => {
  const x = (LEFT + at * step + step * 0.15).toFixed(1);
  const width = (step * 0.7).toFixed(1);
  const strong = high(bar.part);
  const weak = high(bar.rest);
  const centre = (LEFT + (at + 0.5) * step).toFixed(1);
  return html`<rect class="strong" x="${x}" y="${(base - strong).toFixed(1)}" width="${width}" height="${strong.toFixed(1)}"></rect><rect class="weak" x="${x}" y="${(base - strong - weak).toFixed(1)}" width="${width}" height="${weak.toFixed(1)}"></rect>${
    at % every === 0
      ? html`<text class="axis" x="${centre}" y="${HEIGHT - 7}" text-anchor="middle">${bar.label}</text>`
      : ""
  }`;
})}
</svg>`;
}

/** Names with their numbers as lying bars; the words are text of the page, so that they wrap and can be read out. */
export function lying(bars: readonly { readonly label: string; readonly value: number }[]): Html {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return html`<ul class="lying">${bars.map(
    (bar) =>
      html`<li><span>${bar.label}</span><strong>${bar.value}</strong><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="strong" x="0" y="0" width="${((100 * bar.value) / most).toFixed(1)}" height="4"></rect></svg></li>`,
  )}</ul>`;
}
