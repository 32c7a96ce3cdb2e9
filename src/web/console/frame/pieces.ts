import { html } from "hono/html";
import { dayAt, shownDay, timeAt } from "../../../vietnamese/text/dates.ts";
import { frame } from "../../../vietnamese/wording/console/frame.ts";
import type { Html } from "./visit.ts";

type Cell = Html | string | number;

/** A table that scrolls by itself on a narrow screen; the caption names it for everyone. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  className = "",
): Html {
  if (rows.length === 0) {
    return html`<p class="empty">${frame.empty}</p>`;
  }
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="${className}">
<caption>${caption}</caption>
<thead><tr>${heads.map((head) => (head === "" ? html`<td></td>` : html`<th scope="col">${head}</th>`))}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, at) => html`<td data-head="${heads[at] ?? ""}">${cell}</td>`)}</tr>`)}</tbody>
</table></div>`;
}

export function list(items: readonly Cell[], className = ""): Html {
  return items.length === 0
    ? html`<p class="empty">${frame.empty}</p>`
    : html`<ul class="${className}">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** Folded away, with its count in the title. */
export function folded(title: string, count: number, body: Html, open = false): Html {
  return html`<details class="part"${open ? html` open` : ""}><summary>${title} <span class="count">${count}</span></summary>${body}</details>`;
}

export function options(
  choices: readonly (readonly [value: string, label: string])[],
  chosen: string | null,
): Html {
  return html`${choices.map(
    ([value, label]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ""}>${label}</option>`,
  )}`;
}

/** "21/11/2026 09:15" in Viet Nam. */
export function moment(at: number): string {
  return `${shownDay(dayAt(at))} ${timeAt(at)}`;
}

export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).trimEnd()}…`;
}
