import { fold } from "../../../vietnamese/text/normalise.ts";
import { LINK, OFFICE } from "../../../vietnamese/wording/officers/officers.ts";
import { say } from "../../turn/state.ts";
import type { Command } from "../../turn/turn.ts";

/** "/lich": the officer's own calendar address; "/lich mới" makes the old one worthless. */
export const calendarLink: Command = {
  for: "officer",
  async run({ deps, officer, state, words }) {
    if (deps.officers === undefined || officer === null) {
      return say(state, OFFICE.notHere);
    }
    const renew = /\b(?:moi|doi|lam lai)\b/u.test(fold(words));
    const address = await deps.officers.calendar(officer, renew);
    if (renew && address !== null) {
      await deps.people.audit(deps.clock.now(), officer.id, "calendar_renewed", officer.id);
    }
    return say(state, address === null ? LINK.none : LINK.calendar(address));
  },
};
