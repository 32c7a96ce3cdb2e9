import { html } from "hono/html";
import { editionsWords } from "../../vietnamese/wording/console-knowledge.ts";
import type { Html, Route, Visit } from "./visit.ts";

function line(visit: Visit): string {
  const { phase, done, total } = visit.parts.knowledge.progress();
  return editionsWords.running(phase === null ? "" : editionsWords.phases[phase], done, total);
}

/** How far a running reload has come; the script asks again until it ends, then shows the page anew. */
export function progressPart(visit: Visit): Html | "" {
  return visit.parts.knowledge.progress().running
    ? html`<p class="running" role="status" data-poll="/quan-tri/tien-do">${line(visit)}</p>`
    : "";
}

export const progressRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/tien-do",
    role: "leader",
    quiet: true,
    run: (visit) =>
      visit.context.json({ running: visit.parts.knowledge.progress().running, line: line(visit) }),
  },
];
