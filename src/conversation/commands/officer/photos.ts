import { TASK_REPORT } from "../../../vietnamese/wording/officers/commands.ts";
import { EVIDENCE, OFFICE } from "../../../vietnamese/wording/officers/officers.ts";
import { say } from "../../turn/state.ts";
import type { Command } from "../../turn/turn.ts";
import { byCode, splitCode } from "./codes.ts";

/** "/anh #TT-6F2K": the photos that came with reports on one of the officer's tasks. */
export const photos: Command = {
  for: "officer",
  async run({ deps, officer, state, words }) {
    if (deps.officers === undefined || officer === null) {
      return say(state, OFFICE.notHere);
    }
    const { code } = splitCode(words);
    const [duty, another] = code === null ? [] : byCode(code, await deps.duties(officer));
    if (duty === undefined || another !== undefined) {
      return say(state, code === null ? TASK_REPORT.which : TASK_REPORT.unknownCode(code));
    }
    if (!deps.capabilities.canSendFile) {
      return say(state, EVIDENCE.noFiles);
    }
    const { files, count } = await deps.officers.evidence(duty.task.id);
    const gone = Math.min(count, 5) - files.length;
    const text = [
      EVIDENCE.shown(duty.code, files.length, count),
      ...(gone > 0 ? [EVIDENCE.gone(gone)] : []),
    ].join("\n");
    const sent = files.map((file) => ({ text: file.name, file }));
    return { messages: [{ text }, ...sent], state: { ...state, menu: [] } };
  },
};
