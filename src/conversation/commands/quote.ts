import { TASK_REPORT } from "../../vietnamese/wording/officers/commands.ts";
import { QUOTE } from "../../vietnamese/wording/officers/officers.ts";
import { WORK } from "../../vietnamese/wording/officers/work.ts";
import { sayPaged } from "../turn/paging.ts";
import { say } from "../turn/state.ts";
import type { Command } from "../turn/turn.ts";
import { byCode, splitCode } from "./officer/codes.ts";
import { dutyPaper } from "./officer/duty-lines.ts";
import { listReply, shownDuties } from "./work/lists.ts";

/** "/trich #mã": the task's words as they stand in the paper, and those that name its body. */
export const quote: Command = {
  for: "officer",
  async run(turn) {
    const { deps, officer, state, words } = turn;
    const all = officer === null ? [] : await deps.duties(officer);
    const typed = /#\s*[0-9a-z]+(?:\s*-\s*[0-9a-z]+)?/iu.exec(words)?.[0] ?? words;
    const { code } = splitCode(typed);
    if (code === null) {
      return listReply(turn, WORK.which, shownDuties(all), { act: "trich", buttons: [] });
    }
    const [duty, another] = byCode(code, all);
    if (duty === undefined || another !== undefined) {
      return say(state, duty === undefined ? TASK_REPORT.unknownCode(code) : TASK_REPORT.twoMeanings(code));
    }
    const { task } = duty;
    const source = `${dutyPaper(task.doc, deps.knowledge())}, mục ${task.section}`;
    const lines = [
      QUOTE.quoted(duty.code, source, [task.quote, ...(task.quoteMore ?? [])].join(" […] ")),
      ...(task.assignedBy === undefined || task.assignedQuote === undefined
        ? []
        : [QUOTE.assigned(task.assignedBy, task.assignedQuote)]),
    ];
    return sayPaged(state, lines.join("\n\n"));
  },
};
