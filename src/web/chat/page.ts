import { html } from "hono/html";
import type { WebReply } from "../../ports/channels.ts";
import { webWords } from "../../vietnamese/wording/residents/web.ts";
import { type Block, type BlockLine, blocksOf } from "./blocks.ts";

export interface PageState {
  /** Shown in a frame on another site. */
  readonly embedded: boolean;
  /** What was asked by the plain form, to stand above its answer. */
  readonly question: string | null;
  readonly replies: readonly WebReply[];
  /** The answer has not come yet. */
  readonly later: boolean;
  readonly problem: string | null;
}

/** What the script says, handed over as data, since all sentences live in the wording. */
const SCRIPT_WORDS = JSON.stringify({
  thinking: webWords.thinking,
  read: webWords.readAloud,
  stop: webWords.stopReading,
  offline: webWords.offline,
  empty: webWords.empty,
  you: webWords.you,
  assistant: webWords.assistant,
  choose: webWords.choose,
  rate: webWords.rate,
});

export function chatPage(state: PageState, allowLink: (url: string) => boolean) {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${webWords.title}: ${webWords.subtitle}</title>
<link rel="stylesheet" href="/chat.css">
<link rel="stylesheet" href="/talk.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<script src="/chat.js" type="module"></script>
</head>
<body data-words="${SCRIPT_WORDS}" ${state.embedded ? "data-embedded" : ""}>
<a class="skip" href="#text">${webWords.toQuestion}</a>
<header>
<h1>${webWords.title}</h1>
<div class="switches" hidden>
<button type="button" id="large" aria-pressed="false">${webWords.largeText}</button>
<button type="button" id="contrast" aria-pressed="false">${webWords.moreContrast}</button>
</div>
<p>${webWords.subtitle}</p>
</header>
<main>
<p class="notice">${webWords.notice}</p>
<div id="log" role="log" aria-live="polite" aria-label="${webWords.conversation}" tabindex="0">
${state.question === null ? "" : html`<div class="said"><span class="who">${webWords.you}: </span>${state.question}</div>`}
${state.replies.map((reply) => replyPart(reply, allowLink))}
${state.later ? html`<p class="later">${webWords.notYet} <a href="/hoi">${webWords.see}</a></p>` : ""}
</div>
<p id="problem" role="alert" ${state.problem === null ? "hidden" : ""}>${state.problem ?? ""}</p>
<form id="ask" method="post" action="/hoi">
${state.question === null && state.replies.length === 0 ? starters() : ""}
<div class="field">
<label for="text">${webWords.question}</label>
<textarea id="text" name="text" rows="1" placeholder="${webWords.placeholder}" autocomplete="off"></textarea>
<button class="send" type="submit">${webWords.ask}</button>
</div>
</form>
</main>
</body>
</html>`;
}

function starters() {
  return html`<div class="choices" id="starters">${webWords.starters.map(
    (starter) => html`<button type="submit" name="suggestion" value="${starter}">${starter}</button>`,
  )}</div>`;
}

function replyPart(reply: WebReply, allowLink: (url: string) => boolean) {
  const file = reply.file;
  return html`<div class="reply"><span class="who">${webWords.assistant}: </span>${blocksOf(reply.text, allowLink).map(blockPart)}
${file === null ? "" : html`<p><a href="/tep/${file.id}" download>${webWords.download(file.name)}</a></p>`}
${
  reply.buttons.length === 0
    ? ""
    : html`<form class="choices" method="post" action="/hoi" aria-label="${webWords.choose}">${reply.buttons.map(
        ({ label, value }) => html`<button type="submit" name="button" value="${value}">${label}</button>`,
      )}</form>`
}</div>`;
}

function blockPart(block: Block) {
  switch (block.kind) {
    case "steps":
      return html`<ol start="${block.start}">${block.lines.map((line) => html`<li>${linePart(line)}</li>`)}</ol>`;
    case "bullets":
      return html`<ul>${block.lines.map((line) => html`<li>${linePart(line)}</li>`)}</ul>`;
    case "text":
    case "source":
      return html`<p class="${block.kind}">${block.lines.map((line, index) =>
        index === 0 ? linePart(line) : html`<br>${linePart(line)}`,
      )}</p>`;
  }
}

function linePart(line: BlockLine) {
  return line.map((span) =>
    span.href === undefined
      ? span.text
      : html`<a href="${span.href}" rel="noopener noreferrer" target="_blank">${span.text}</a>`,
  );
}
