import { TASK_REPORT } from "../../../vietnamese/wording/officers/commands.ts";
import { OFFICE, RECEIPT } from "../../../vietnamese/wording/officers/officers.ts";
import { say } from "../../turn/state.ts";
import type { Command } from "../../turn/turn.ts";
import { byCode, splitCode } from "./codes.ts";

/** "Đã nhận": a person's word that a reminder has arrived. It says nothing about the work itself. */
export const received: Command = {
  for: "officer",
  async run({ deps, officer, state, words }) {
    if (deps.officers === undefined || officer === null) {
      return say(state, OFFICE.notHere);
    }
    const { code } = splitCode(words);
    if (code === null) {
      const count = await deps.officers.confirm(officer, null);
      return say(state, count === 0 ? RECEIPT.none : RECEIPT.all(count));
    }
    const [duty, another] = byCode(code, await deps.duties(officer));
    if (duty === undefined || another !== undefined) {
      return say(state, duty === undefined ? TASK_REPORT.unknownCode(code) : TASK_REPORT.twoMeanings(code));
    }
    await deps.officers.confirm(officer, duty.task.id);
    return say(state, RECEIPT.one(duty.code));
  },
};
