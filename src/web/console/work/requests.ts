import { html } from "hono/html";
import type { LocalitySlug } from "../../../domain/document.ts";
import type { DutyView } from "../../../ports/console.ts";
import { requestWords as words } from "../../../vietnamese/wording/console/work.ts";
import { DESK } from "../../../vietnamese/wording/officers/desk.ts";
import { postForm } from "../frame/layout.ts";
import { goTo, type Html, note, param, type Route, type Visit } from "../frame/visit.ts";

const inPlace = (visit: Visit, locality: LocalitySlug) => ({
  ...visit.officer,
  role: "leader" as const,
  locality,
});

/** What officers of a place ask for, above its board; nothing where nobody asks. */
export async function requestsPart(
  visit: Visit,
  locality: LocalitySlug,
  duties: readonly DutyView[],
): Promise<Html | string> {
  const people = await visit.parts.people.officers();
  const open = (await visit.parts.requests.open(inPlace(visit, locality))).flatMap((request) => {
    const duty = duties.find(({ task }) => task.id === request.task);
    const asker = people.find(({ id }) => id === request.by);
    const who = { asker: asker?.name ?? "", unit: asker?.unit ?? null };
    return duty === undefined
      ? []
      : [
          {
            ...request,
            ...who,
            code: duty.code,
            content: duty.task.content,
            deadline: duty.due?.deadline ?? null,
          },
        ];
  });
  if (open.length === 0) {
    return "";
  }
  const act = (number: number, decision: string, label: string) =>
    postForm(visit, `/de-nghi/${locality}/${number}/${decision}`, {}, html`<button>${label}</button>`);
  return html`<section><h2>${words.title(open.length)}</h2>${open.map(
    (one) =>
      html`<article><p>${DESK.request(one)}</p><div class="acts">${one.kind === "handover" && one.to === null ? html`<small>${words.bodyMissing}</small>` : act(one.number, "duyet", words.grant)}${act(one.number, "tra-lai", words.giveBack)}</div></article>`,
  )}</section>`;
}

async function decide(visit: Visit): Promise<Response> {
  const decision = param(visit, "y") === "duyet" ? "granted" : "returned";
  const number = Number(param(visit, "so"));
  const decided = await visit.parts.requests.decide(inPlace(visit, param(visit, "noi")), number, decision);
  if (decided !== null && decided !== "body_missing") {
    await note(visit, `request_${decision}`, decided.task);
  }
  return goTo(visit, `/bang-viec?noi=${encodeURIComponent(param(visit, "noi"))}`, "decided");
}

export const requestsRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/de-nghi/:noi/:so/:y",
    role: "leader",
    place: (visit) => param(visit, "noi"),
    run: decide,
  },
];
