import { codeHash } from "../../domain/people.ts";
import type { HandedOver } from "../../ports/officer.ts";
import {
  CONNECT,
  HELP_ADMIN,
  HELP_LEADER,
  HELP_OFFICER,
  HELP_RESIDENT,
} from "../../vietnamese/wording/officers/commands.ts";
import { ALOUD } from "../../vietnamese/wording/residents/aloud.ts";
import { CHAT } from "../../vietnamese/wording/residents/chat.ts";
import { PERSON } from "../../vietnamese/wording/residents/handover.ts";
import { FORGET_OFFICER, FORGOTTEN, storedDataText } from "../../vietnamese/wording/residents/privacy.ts";
import { localityButtons, localityNamed, localityOfSlug } from "../input/localities.ts";
import { say } from "../turn/state.ts";
import type { Command, Reply, Turn } from "../turn/turn.ts";
import { canHear } from "./aloud.ts";

function helpText(turn: Turn): string {
  const role = turn.officer?.role;
  const leads = role === "admin" || role === "leader";
  const parts = [
    canHear(turn.deps) ? `${HELP_RESIDENT}\n${ALOUD.help}` : HELP_RESIDENT,
    ...(turn.officer === null ? [] : [HELP_OFFICER]),
    ...(leads ? [HELP_LEADER] : []),
    ...(role === "admin" ? [HELP_ADMIN] : []),
  ];
  return parts.join("\n\n");
}

export const help: Command = { for: "everyone", run: (turn) => say(turn.state, helpText(turn)) };

export const start: Command = {
  for: "everyone",
  run(turn) {
    const edition = turn.deps.knowledge();
    const welcome = CHAT.welcome(turn.deps.office.name);
    const asks = turn.state.locality === null && edition !== null && edition.localities.length > 1;
    return asks
      ? say(turn.state, `${welcome}\n${CHAT.chooseLocality}`, localityButtons(edition))
      : say(turn.state, welcome);
  },
};

/** `/xa` shows the choice; `/xa Ninh Giang` takes it. What was being talked about goes with the old place. */
export const locality: Command = {
  for: "everyone",
  run({ deps, state, words }) {
    const edition = deps.knowledge();
    if (edition === null || edition.localities.length === 0) {
      return say(state, CHAT.noLocalities);
    }
    const wanted = words.trim();
    if (wanted === "") {
      return say(state, CHAT.chooseLocality, localityButtons(edition));
    }
    const found = localityNamed(wanted, edition);
    return found === null
      ? say(state, CHAT.localityUnknown(wanted.slice(0, 60)), localityButtons(edition))
      : say({ ...state, locality: found.slug, topic: null }, CHAT.localityKept(found.name));
  },
};

export const connect: Command = {
  for: "everyone",
  async run({ deps, message, state, words }): Promise<Reply> {
    const code = words.trim();
    if (code === "" || code.length > 100) {
      return say(state, CONNECT.how);
    }
    const now = deps.clock.now();
    const outcome = await deps.people.redeem(codeHash(code), message.from, now);
    switch (outcome) {
      case "unknown":
        return say(state, CONNECT.unknown);
      case "expired":
        return say(state, CONNECT.expired);
      case "too_many_tries":
        return say(state, CONNECT.tooMany);
      default: {
        await deps.people.audit(now, outcome.id, "connect", message.from.channel);
        const place = localityOfSlug(outcome.locality, deps.knowledge())?.name ?? outcome.locality;
        return say(
          { ...state, locality: outcome.locality, topic: null },
          CONNECT.done(outcome.name, outcome.unit, place),
        );
      }
    }
  },
};

export const storedData: Command = {
  for: "everyone",
  run({ deps, officer, state }) {
    const text = storedDataText({
      locality: localityOfSlug(state.locality, deps.knowledge())?.name ?? null,
      topic: state.topic !== null,
      walk: state.walk !== null,
      officer: officer !== null,
      keptDays: deps.office.keptDays,
    });
    return say(state, text);
  },
};

/** Deletes at once. Nothing is kept of this turn either. */
export const forget: Command = {
  for: "everyone",
  async run({ deps, message, officer }) {
    await deps.chats.forget(message.from);
    const text = officer === null ? FORGOTTEN : `${FORGOTTEN}\n${FORGET_OFFICER}`;
    return { messages: [{ text }], state: null };
  },
};

/** The question goes to the office; who cannot be helped there is told where to ask instead. */
export const person: Command = {
  for: "everyone",
  async run({ deps, message, state, words }) {
    const place = localityOfSlug(state.locality, deps.knowledge());
    const contact = place?.contacts.join("; ") || deps.office.contact;
    const typed = words.trim();
    const asked = typed === "" ? (state.asked ?? null) : null;
    const question = typed || state.topic?.words || "";
    const direct = [...(contact === null ? [] : [PERSON.contact(contact)]), PERSON.visit];
    const empty = question === "" && asked === null;
    const handed = empty ? null : ((await deps.handOver?.(message, question, asked)) ?? null);
    if (handed === null) {
      return say(state, [...direct, ...(deps.handOver === undefined ? [] : [PERSON.how])].join("\n"));
    }
    const where = handed.kind === "told" ? direct.slice(0, -1) : direct;
    return say(state, [handedLine(handed), ...where].join("\n"));
  },
};

function handedLine(handed: HandedOver): string {
  switch (handed.kind) {
    case "told":
      return PERSON.told(handed.code);
    case "kept":
      return PERSON.kept(handed.code);
    case "nobody":
      return PERSON.nobody;
    case "off":
      return handed.reason;
  }
}
