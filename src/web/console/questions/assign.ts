import { html } from "hono/html";
import type { HandOver } from "../../../domain/console.ts";
import type { LocalitySlug } from "../../../domain/document.ts";
import type { Answerer } from "../../../ports/console.ts";
import { handOverWords, assignWords as words } from "../../../vietnamese/wording/console/people.ts";
import { postForm, problemPage } from "../frame/layout.ts";
import { moment } from "../frame/pieces.ts";
import { field, goTo, type Html, note, type Visit } from "../frame/visit.ts";

async function nameOf(visit: Visit, id: string | null): Promise<string | null> {
  return (await visit.parts.people.officers()).find((officer) => officer.id === id)?.name ?? id;
}

/** Nobody has answered, or the answer could not be handed over and may be tried again. */
export function isOpen({ outcome }: HandOver): boolean {
  return outcome === null || outcome === "unsent";
}

/** "giao Phạm Thị Cán (HT-7K2QD): đang chờ trả lời". */
export async function stateWords(visit: Visit, handed: HandOver): Promise<string> {
  const state = handed.outcome === null ? handOverWords.waiting : handOverWords.outcomes[handed.outcome];
  return words.state(handed.code, await nameOf(visit, handed.assignee), state ?? "");
}

export async function givenLine(
  visit: Visit,
  { assignee, assignedBy, assignedAt }: HandOver,
): Promise<Html | ""> {
  return assignee === null
    ? ""
    : html`<p><small>${words.given((await nameOf(visit, assignee)) ?? "", (await nameOf(visit, assignedBy)) ?? "", moment(assignedAt ?? 0))}</small></p>`;
}

/** Of the visitor's own places: a question without a place is everybody's, its answerers are not. */
async function candidatesOf(visit: Visit, locality: LocalitySlug | null): Promise<readonly Answerer[]> {
  return (await visit.parts.handOvers.candidates(locality)).filter(({ officer }) =>
    visit.sees(officer.locality),
  );
}

/** Whom to give a question to; without a chosen one it is open to all of the place. */
export async function assignForm(
  visit: Visit,
  path: string,
  locality: LocalitySlug | null,
  chosen: string | null,
  open: boolean,
): Promise<Html> {
  const candidates = await candidatesOf(visit, locality);
  if (candidates.length === 0) {
    return html`<p class="empty">${words.nobody}</p>`;
  }
  const anyone = open ? html`<option value="">${words.anyone}</option>` : "";
  return postForm(
    visit,
    path,
    {},
    html`<label>${words.to} <select name="cho">${anyone}${candidates.map(
      ({ officer, bound }) =>
        html`<option value="${officer.id}"${officer.id === chosen ? html` selected` : ""}>${words.option(officer.name, officer.unit)}${bound ? "" : ` (${words.unbound})`}</option>`,
    )}</select></label><button>${words.go}</button>`,
    "line",
  );
}

/** Gives a question to the officer the form names, and goes back to the page it came from. */
export async function give(
  visit: Visit,
  locality: LocalitySlug | null,
  codeOf: () => Promise<string | null>,
  path: string,
): Promise<Response> {
  const to = field(visit, "cho");
  const found = (await candidatesOf(visit, locality)).find(({ officer }) => officer.id === to);
  if (to !== "" && found === undefined) {
    return problemPage(visit, words.wrong, 400);
  }
  const code = await codeOf();
  if (
    code === null ||
    !(await visit.parts.handOvers.assign(code, found?.officer.id ?? null, visit.officer.id))
  ) {
    return problemPage(visit, words.over, 409);
  }
  if (found === undefined) {
    await note(visit, "unassign", code);
    return goTo(visit, path, "unassigned");
  }
  await note(visit, "assign", `${code} ${found.officer.id}`);
  return goTo(visit, path, found.bound ? "assigned" : "assignedHere");
}
