import { html } from "hono/html";
import { channelNames } from "../../../vietnamese/wording/console/frame.ts";
import { switchesWords as words } from "../../../vietnamese/wording/console/people.ts";
import { page, postForm } from "../frame/layout.ts";
import { moment, table } from "../frame/pieces.ts";
import { field, goTo, note, param, type Route, type Visit } from "../frame/visit.ts";

/** Everything that can be switched off, with its name for people. */
function switchNames(visit: Visit): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(words.names),
    ...visit.parts.channels().map(({ name }) => [`kenh-${name}`, words.channel(channelNames[name])] as const),
  ]);
}

async function switchesPage(visit: Visit) {
  const off = new Map((await visit.parts.store.switches.all()).map((one) => [one.name, one]));
  const officers = await visit.parts.people.officers();
  const rows = [...switchNames(visit)].map(([name, label]) => {
    const turned = off.get(name);
    const who = officers.find((one) => one.id === turned?.by)?.name ?? turned?.by ?? "";
    return turned === undefined
      ? [
          label,
          html`<span class="calm">${words.isOn}</span>`,
          postForm(
            visit,
            `/cong-tac/${name}/tat`,
            {},
            html`<label><span class="hidden">${words.reason}: ${label}</span><input name="ly-do" value="${words.reasonUsual}" maxlength="300" required></label><button>${words.off}</button>`,
            "line",
          ),
        ]
      : [
          label,
          html`<strong class="warn">${words.isOff(who, moment(turned.at))}</strong><br>${turned.reason}`,
          postForm(visit, `/cong-tac/${name}/bat`, {}, html`<button class="main">${words.on}</button>`),
        ];
  });
  return page(
    visit,
    "switches",
    words.title,
    html`<p>${words.lead}</p>${table(words.title, [words.title, "", words.reason], rows, "titled")}`,
  );
}

const placeOf = (visit: Visit) => (switchNames(visit).has(param(visit, "ten")) ? null : undefined);

export const switchesRoutes: readonly Route[] = [
  { method: "GET", path: "/cong-tac", role: "admin", run: switchesPage },
  {
    method: "POST",
    path: "/cong-tac/:ten/tat",
    role: "admin",
    place: placeOf,
    confirm: (visit) => words.offAsk(switchNames(visit).get(param(visit, "ten")) ?? ""),
    async run(visit) {
      await visit.parts.store.switches.off({
        name: param(visit, "ten"),
        reason: field(visit, "ly-do").slice(0, 300) || words.reasonUsual,
        by: visit.officer.id,
        at: visit.now,
      });
      await visit.parts.changed();
      await note(visit, "switch-off", param(visit, "ten"));
      return goTo(visit, "/cong-tac", "off");
    },
  },
  {
    method: "POST",
    path: "/cong-tac/:ten/bat",
    role: "admin",
    place: placeOf,
    async run(visit) {
      await visit.parts.store.switches.on(param(visit, "ten"));
      await visit.parts.changed();
      await note(visit, "switch-on", param(visit, "ten"));
      return goTo(visit, "/cong-tac", "on");
    },
  },
];
