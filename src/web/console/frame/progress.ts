import { html } from "hono/html";
import type { ReloadReport } from "../../../domain/knowledge.ts";
import { editionsWords } from "../../../vietnamese/wording/console/knowledge.ts";
import { problemPage } from "./layout.ts";
import { goTo, type Html, type Notice, type Route, type Visit } from "./visit.ts";

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

/** How long a page waits for a reload before it shows the progress instead, in ms. */
const WAIT_MS = 8000;

/** The report of a reload that ends soon; null when it goes on, or ended in a fault that its own report tells. */
export async function soon(reload: Promise<ReloadReport>): Promise<ReloadReport | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, WAIT_MS, null);
  });
  return Promise.race([reload.catch(() => null), late]).finally(() => clearTimeout(timer));
}

/** To the page of what was changed, or to the progress while the reload goes on. */
export async function goOn(visit: Visit, reload: Promise<ReloadReport>, path: string, notice: Notice) {
  const report = await soon(reload);
  if (report === null) {
    return goTo(visit, "/ban-kien-thuc", "started");
  }
  return report.outcome === "refused"
    ? problemPage(visit, editionsWords.refused(report.reason), 409)
    : goTo(visit, path, notice);
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
