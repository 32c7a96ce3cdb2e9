import { fold, nfc } from "../../vietnamese/text/normalise.ts";
import { COMMANDS } from "../../vietnamese/wording/officers/commands.ts";
import { say } from "../turn/state.ts";
import type { Command, Reply, Turn } from "../turn/turn.ts";
import { aloud } from "./aloud.ts";
import { answerHandover, waitingQuestions } from "./answer.ts";
import { connect, forget, help, locality, person, start, storedData } from "./everyone.ts";
import { calendarLink } from "./officer/calendar.ts";
import { deadlines, duties } from "./officer/duties.ts";
import { figures } from "./officer/figures.ts";
import { past } from "./officer/past.ts";
import { periodic } from "./officer/periodic.ts";
import { photos } from "./officer/photos.ts";
import { preferences } from "./officer/preferences.ts";
import { received } from "./officer/receipt.ts";
import { reloadNow } from "./officer/reload.ts";
import { doing, done, postpone, transfer } from "./officer/report.ts";
import { review } from "./officer/review.ts";
import { quote } from "./quote.ts";
import { notRight, useful } from "./rating.ts";
import { requests } from "./work/requests.ts";

/** The commands built in, by their names without slash. */
export const COMMAND_TABLE: Readonly<Record<string, Command>> = {
  start,
  batdau: start,
  help,
  trogiup: help,
  xa: locality,
  phuong: locality,
  ketnoi: connect,
  dulieu: storedData,
  xoadulieu: forget,
  gapcanbo: person,
  huuich: useful,
  chuadung: notRight,
  viec: duties,
  han: deadlines,
  xong: done,
  danglam: doing,
  anh: photos,
  chuyen: transfer,
  hoan: postpone,
  danhan: received,
  quahan: past,
  denghi: requests,
  nhacviec: preferences,
  baocao: periodic,
  solieu: figures,
  doc: aloud,
  duyet: review,
  lich: calendarLink,
  trich: quote,
  hoidap: waitingQuestions,
  traloi: answerHandover,
  naplai: reloadNow,
};

/** "/xong #TT-6F2K đã họp" as name and words; accents and capitals in the name do not matter. Null when no command. */
export function commandIn(text: string): { readonly name: string; readonly words: string } | null {
  const match = /^\s*\/([\p{L}\p{M}_0-9]{1,30})(?:@\w+)?(?:\s+([\s\S]*))?$/u.exec(nfc(text));
  return match?.[1] === undefined
    ? null
    : { name: fold(match[1]).replaceAll("_", ""), words: (match[2] ?? "").trim() };
}

/** Runs a command if this person may use it. Rights come from the turn's officer only. */
export async function runCommand(name: string, turn: Turn): Promise<Reply> {
  const command = own(turn.deps.commands, name) ?? own(COMMAND_TABLE, name);
  if (command === undefined) {
    return say(turn.state, COMMANDS.unknown(name));
  }
  if (command.for === "admin" && turn.officer?.role !== "admin") {
    return say(turn.state, turn.officer === null ? COMMANDS.officerOnly : COMMANDS.adminOnly);
  }
  return command.for === "officer" && turn.officer === null
    ? say(turn.state, COMMANDS.officerOnly)
    : command.run(turn);
}

function own(table: Readonly<Record<string, Command>> | undefined, name: string): Command | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
