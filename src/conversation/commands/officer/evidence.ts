import { EVIDENCE } from "../../../vietnamese/wording/officers/officers.ts";
import { say } from "../../turn/state.ts";
import type { Reply, Turn } from "../../turn/turn.ts";
import { evidenceOf } from "../work/record.ts";

/** A photo this soon after a report belongs to it. */
const BELONGS_MS = 30 * 60_000;

/** A photo of an officer without words joins the report made just before; null when there was none. Only where to find it is kept. */
export async function photoEvidence(turn: Turn): Promise<Reply | null> {
  const { deps, message, officer, state } = turn;
  const found = evidenceOf(message);
  if (officer === null || message.kind !== "photo" || found === null) {
    return null;
  }
  const now = deps.clock.now();
  const last = (await deps.tasks.progress())
    .filter((one) => one.officer === officer.id && now - one.at < BELONGS_MS)
    .sort((a, b) => b.at - a.at)[0];
  const duty = (await deps.duties(officer)).find((one) => one.task.id === last?.task);
  if (last === undefined || duty === undefined) {
    return null;
  }
  await deps.tasks.attach(last.number, found);
  return say(state, EVIDENCE.kept(duty.code));
}
