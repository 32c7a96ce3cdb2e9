import { html } from "hono/html";
import { frame, roleWords } from "../../../vietnamese/wording/console/frame.ts";
import { type Html, type Notice, query, type Visit } from "./visit.ts";

export type Tab = keyof typeof frame.nav;

const { nav, groups } = frame;

interface Item {
  readonly tab: Tab;
  readonly path: string;
  readonly admin?: boolean;
}

const MENU: readonly { readonly title: string | null; readonly items: readonly Item[] }[] = [
  { title: null, items: [{ tab: "overview", path: "/" }] },
  {
    title: groups.people,
    items: [
      { tab: "questions", path: "/cau-hoi" },
      { tab: "handOvers", path: "/gap-can-bo" },
      { tab: "curated", path: "/tra-loi" },
    ],
  },
  {
    title: groups.work,
    items: [
      { tab: "review", path: "/nhiem-vu" },
      { tab: "board", path: "/bang-viec" },
      { tab: "deliveries", path: "/nhac-viec" },
      { tab: "reports", path: "/bao-cao" },
    ],
  },
  {
    title: groups.knowledge,
    items: [
      { tab: "documents", path: "/van-ban" },
      { tab: "why", path: "/vi-sao" },
      { tab: "editions", path: "/ban-kien-thuc", admin: true },
      { tab: "data", path: "/du-lieu", admin: true },
    ],
  },
  {
    title: groups.office,
    items: [
      { tab: "people", path: "/can-bo", admin: true },
      { tab: "switches", path: "/cong-tac", admin: true },
      { tab: "audit", path: "/nhat-ky", admin: true },
      { tab: "account", path: "/tai-khoan" },
    ],
  },
];

function document(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${frame.title}</title>
<link rel="stylesheet" href="/quan-tri/console.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<script src="/quan-tri/console.js" type="module"></script>
</head>
<body>
<a class="skip" href="#noi-dung">${frame.toContent}</a>
${body}
</body>
</html>`;
}

/** A page for people who are not signed in. */
export function barePage(title: string, body: Html): Html {
  return document(
    title,
    html`<header class="top"><p class="brand">${frame.title}</p></header>
<main id="noi-dung" class="bare"><h1>${title}</h1>${body}</main>`,
  );
}

function menu(visit: Visit, active: Tab | null): Html {
  const shown = (item: Item) => item.admin !== true || visit.officer.role === "admin";
  return html`<nav aria-label="${frame.menuLabel}">${MENU.map(({ title, items }) => {
    const links = items.filter(shown);
    return links.length === 0
      ? ""
      : html`${title === null ? "" : html`<p class="group">${title}</p>`}<ul>${links.map(
          ({ tab, path }) =>
            html`<li><a href="/quan-tri${path === "/" ? "" : path}"${
              tab === active ? html` aria-current="page"` : ""
            }>${nav[tab]}</a></li>`,
        )}</ul>`;
  })}</nav>`;
}

const isNotice = (name: string): name is Notice => Object.hasOwn(frame.notices, name);

/** A page of the console. */
export function page(
  visit: Visit,
  tab: Tab | null,
  title: string,
  body: Html,
  options: { readonly problem?: string; readonly status?: 200 | 400 | 403 | 404 | 409 } = {},
): Response | Promise<Response> {
  const done = query(visit, "xong");
  const place = visit.parts.knowledge
    .edition()
    ?.localities.find((locality) => locality.slug === visit.officer.locality);
  const whole = document(
    title,
    html`<header class="top">
<p class="brand"><a href="/quan-tri">${frame.title}</a></p>
<p class="who">${visit.officer.name}<span> · ${roleWords[visit.officer.role]} · ${place?.name ?? visit.officer.locality}</span></p>
${postForm(visit, "/ra", {}, html`<button class="quiet">${frame.signOut}</button>`)}
</header>
<div class="sides">
<details class="menu" open><summary>${frame.menu}</summary>${menu(visit, tab)}</details>
<main id="noi-dung">
<h1>${title}</h1>
${isNotice(done) ? html`<p class="notice" role="status">${frame.notices[done]}</p>` : ""}
${options.problem === undefined ? "" : html`<p class="problem" role="alert">${options.problem}</p>`}
${body}
</main>
</div>`,
  );
  return visit.context.html(whole, options.status ?? 200);
}

/** A form with its token. */
export function postForm(
  visit: Visit,
  path: string,
  hidden: Readonly<Record<string, string>>,
  body: Html,
  className = "",
): Html {
  return html`<form method="post" action="/quan-tri${path}" class="${className}">${token(visit)}${Object.entries(
    hidden,
  ).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${body}</form>`;
}

export function token(visit: Visit): Html {
  return html`<input type="hidden" name="the" value="${visit.session.csrf}">`;
}

export function problemPage(
  visit: Visit,
  sentence: string,
  status: 400 | 403 | 404 | 409,
): Response | Promise<Response> {
  return page(
    visit,
    null,
    frame.problems.title,
    html`<p><a href="/quan-tri">${frame.problems.toHome}</a></p>`,
    { problem: sentence, status },
  );
}

/** Asks before an act, carrying the form along. */
export function confirmPage(visit: Visit, question: string): Response | Promise<Response> {
  const path = visit.context.req.path.replace(/^\/quan-tri/u, "");
  const { the: _token, ...fields } = visit.form;
  return page(
    visit,
    null,
    frame.confirm.title,
    html`<p class="ask">${question}</p>${postForm(
      visit,
      path,
      { ...fields, "dong-y": "1" },
      html`<p class="acts"><button class="main">${frame.confirm.yes}</button> <a class="button" href="/quan-tri" data-back>${frame.confirm.no}</a></p>`,
    )}`,
  );
}
