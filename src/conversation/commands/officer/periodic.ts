import { OFFICE, PERIODIC } from "../../../vietnamese/wording/officers/officers.ts";
import { say } from "../../turn/state.ts";
import type { Command } from "../../turn/turn.ts";

/** "/baocao quý 3 2026": the draft as a Word file and the tables behind it as an Excel file. */
export const periodic: Command = {
  for: "officer",
  async run({ deps, officer, state, words }) {
    if (deps.officers === undefined || officer === null) {
      return say(state, OFFICE.notHere);
    }
    const draft = await deps.officers.report(officer, words);
    if (draft === null) {
      return say(state, PERIODIC.badPeriod);
    }
    await deps.people.audit(deps.clock.now(), officer.id, "report_draft", draft.period);
    const text = PERIODIC.made(draft);
    if (!deps.capabilities.canSendFile) {
      return say(state, `${text}\n${PERIODIC.noFiles}`);
    }
    const names = [PERIODIC.report, PERIODIC.workbook];
    const files = draft.files.map((file, at) => ({ text: names[at] ?? file.name, file }));
    return { messages: [{ text }, ...files], state: { ...state, menu: [] } };
  },
};
