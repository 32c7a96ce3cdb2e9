// The readable page of a paper: one file without scripts, fonts or pictures, so that it opens anywhere and runs nothing.
import { paperPage as words } from "../../vietnamese/wording/knowledge/reading.ts";
import { type PaperReportView, targetColumns, taskColumns } from "./report.ts";

const STYLE = `
:root { --ink: #1c2430; --soft: #5a6472; --line: #d7dce2; --paper: #ffffff; --wash: #f5f7f9; --mark: #8a4b00; --markwash: #fff6e8; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--wash); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 78rem; margin: 0 auto; padding: 1.5rem; }
article { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 1.5rem 2rem 2rem; margin-bottom: 2rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 2rem 0 .6rem; padding-bottom: .3rem; border-bottom: 2px solid var(--line); }
.summary, .words { color: var(--soft); }
.words { display: block; font-size: .88rem; }
dl { display: grid; grid-template-columns: 11rem 1fr; gap: .45rem 1rem; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
ul { margin: 0; padding: 0; list-style: none; }
.look li { background: var(--markwash); border-left: 4px solid var(--mark); padding: .5rem .8rem; margin-bottom: .4rem; overflow-wrap: anywhere; }
.place { font-weight: 600; white-space: nowrap; margin-right: .5rem; }
.outline li { padding: .1rem 0; }
.label { font-weight: 600; margin-right: .4rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .6rem; border-bottom: 1px solid var(--line); }
th { background: var(--wash); color: var(--soft); font-weight: 600; white-space: nowrap; }
.targets td:nth-child(-n+2), .targets td:nth-child(4) { white-space: nowrap; }
.targets td:nth-child(3) { min-width: 12rem; }
.tasks td:nth-child(1) { min-width: 5.5rem; } .tasks td:nth-child(2) { min-width: 20rem; }
.tasks td:nth-child(n+3) { min-width: 9rem; }
@media (max-width: 40rem) { main { padding: .5rem; } article { padding: 1rem; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .6rem; } }
@media print { body { background: none; } article { border: 0; padding: 0; break-after: page; } tr, li { break-inside: avoid; } }
`;

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => SIGNS[sign] ?? "");

const part = (title: string, body: string): string => `<section><h2>${title}</h2>\n${body}\n</section>`;

const quoted = (text: string | null): string =>
  text === null || text === "" ? "" : `<span class="words">${words.words}: “${escaped(text)}”</span>`;

function rows(kind: string, columns: readonly string[], all: readonly (readonly string[])[]): string {
  if (all.length === 0) {
    return `<p>${words.none}</p>`;
  }
  const head = columns.map((column) => `<th scope="col">${column}</th>`).join("");
  const body = all
    .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`)
    .join("\n");
  return `<div class="wide" tabindex="0"><table class="${kind}"><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

function article(view: PaperReportView): string {
  const head = `<h1>${escaped(view.title)}</h1>\n<p class="summary">${escaped(view.summary)}</p>`;
  if (view.unread !== null) {
    return `<article>${head}<ul class="look"><li>${escaped(view.unread)}</li></ul></article>`;
  }
  const card = view.card
    .map(
      ({ label, value, words: said }) =>
        `<dt>${escaped(label)}</dt><dd>${escaped(value)}${quoted(said)}</dd>`,
    )
    .join("\n");
  const look = view.look
    .map(({ place, message, words: said }) => {
      const where = place === "" ? "" : `<span class="place">${escaped(place)}</span>`;
      return `<li>${where}${escaped(message)}${quoted(said)}</li>`;
    })
    .join("\n");
  const outline = view.outline
    .map(
      ({ depth, label, title }) =>
        `<li style="padding-left:${Math.min(depth, 8) * 1.5}rem"><span class="label">${escaped(label)}</span>${escaped(title)}</li>`,
    )
    .join("\n");
  return `<article>${head}
${part(words.look, look === "" ? `<p>${words.nothingToLook}</p>` : `<ul class="look">${look}</ul>`)}
${part(words.card, `<dl>${card}</dl>`)}
${part(words.targets, rows("targets", targetColumns, view.targets))}
${part(words.tasks, rows("tasks", taskColumns, view.tasks))}
${part(words.outline, outline === "" ? `<p>${words.none}</p>` : `<ul class="outline">${outline}</ul>`)}
</article>`;
}

/** A whole page for one or more papers; everything from the papers is escaped. */
export function paperHtml(views: readonly PaperReportView[]): string {
  const title = escaped(
    views.length === 1 ? (views[0]?.title ?? "") : views.map(({ name }) => name).join(", "),
  );
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body><main>
${views.map(article).join("\n")}
</main></body>
</html>
`;
}
