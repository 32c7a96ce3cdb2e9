import type { ReloadReport } from "../../../domain/knowledge.ts";
import { RELOAD } from "../../../vietnamese/wording/officers/commands.ts";
import { sayPaged } from "../../turn/paging.ts";
import { say } from "../../turn/state.ts";
import type { Command } from "../../turn/turn.ts";

function reportText(report: ReloadReport): string {
  const unread = report.unread.map((one) => RELOAD.unread(one.file, one.reason, one.keptLastGood));
  const files = unread.length === 0 ? [] : [`${RELOAD.unreadHead}\n${unread.join("\n")}`];
  if (report.outcome === "refused") {
    return [RELOAD.refused(report.reason), ...files].join("\n\n");
  }
  const { added, removed, unchanged } = report.passages;
  return [
    RELOAD.done(report.outcome, report.documents, added, removed, unchanged, report.seconds),
    ...files,
    ...(report.changes.length === 0 ? [] : [`${RELOAD.changesHead}\n${report.changes.join("\n")}`]),
    ...(report.findings.length === 0 ? [] : [RELOAD.findings(report.findings.length)]),
  ].join("\n\n");
}

export const reloadNow: Command = {
  for: "admin",
  async run({ deps, officer, state }) {
    if (deps.reload === undefined || officer === null) {
      return say(state, RELOAD.notHere);
    }
    const report = await deps.reload();
    await deps.people.audit(deps.clock.now(), officer.id, "reload", report.outcome);
    return sayPaged(state, reportText(report));
  },
};
