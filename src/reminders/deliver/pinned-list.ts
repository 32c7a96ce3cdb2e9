import { createHash } from "node:crypto";
import type { ChannelName } from "../../domain/conversation.ts";
import type { Officer } from "../../domain/people.ts";
import { dayAt } from "../../vietnamese/text/dates.ts";
import { boardText } from "../../vietnamese/wording/officers/summaries.ts";
import { isQuiet } from "../calendar/calendar.ts";
import { type Duty, dutiesOf, inGroup } from "../plan/duties.ts";
import type { Engine } from "../plan/snapshot.ts";
import { rateGateOf } from "./channel-choice.ts";

// One list for each officer, posted once and then edited in place: looking at it needs no delivery to have arrived.

/** Boards touched in one round, so that reminders never wait for them. */
const TURN = 5;

interface Board {
  readonly channel: ChannelName;
  readonly chat: string;
  /** null while the first posting has no receipt. */
  readonly messageId: string | null;
  readonly hash: string;
  /** Day of the last try; without a receipt the next one is another day. */
  readonly day: string;
}

const lineOf = (duty: Duty) => ({
  code: duty.code,
  content: duty.task.content,
  deadline: duty.due?.deadline ?? "",
});

async function textFor(engine: Engine, officer: Officer): Promise<string | null> {
  const facts = await engine.facts();
  const duties = dutiesOf(officer, {
    tasks: [...facts.tasks.values()],
    progress: facts.progress,
    officers: facts.officers,
    calendar: facts.calendar,
    same: facts.same,
    now: engine.clock.now(),
  });
  const open = duties.filter((duty) => duty.group !== "done");
  return open.length === 0
    ? null
    : boardText({
        today: dayAt(engine.clock.now()),
        overdue: inGroup(open, "overdue").map(lineOf),
        soon: inGroup(open, "soon").map(lineOf),
        later: inGroup(open, "later").length,
        undated: open.filter((duty) => duty.due === null).length,
      });
}

async function refresh(engine: Engine, officer: Officer): Promise<boolean> {
  const link = (await engine.links(officer.id)).find(
    (one) => one.active && engine.set.boardChannels.includes(one.key.channel),
  );
  const text = link === undefined ? null : await textFor(engine, officer);
  if (link === undefined || text === null) {
    return false;
  }
  const { channel, chat } = link.key;
  const note = `board ${officer.id}`;
  const kept = JSON.parse((await engine.book.note(note)) ?? "null") as Board | null;
  const known = kept?.channel === channel && kept.chat === chat ? kept : null;
  const day = dayAt(engine.clock.now());
  const hash = createHash("sha256").update(text).digest("base64url");
  const waits = known !== null && known.messageId === null && known.day === day;
  if (known?.hash === hash || waits || (await rateGateOf(engine, channel)).until > engine.clock.now()) {
    return false;
  }
  const messageId = known?.messageId ?? null;
  // Written down before the first posting, so that a death in between does not post a second board at once.
  await engine.book.setNote(
    note,
    JSON.stringify({ channel, chat, messageId, hash: "", day } satisfies Board),
  );
  const ended = await engine.send(channel, chat, {
    text,
    ...(messageId === null ? {} : { editOf: messageId }),
  });
  if (ended.outcome === "sent") {
    const now = { channel, chat, messageId: ended.messageId, hash, day } satisfies Board;
    await engine.book.setNote(note, JSON.stringify(now));
  } else if (messageId !== null) {
    // An edit may be made again at any time: done twice it changes nothing.
    await engine.book.setNote(
      note,
      JSON.stringify({ channel, chat, messageId, hash: "", day } satisfies Board),
    );
  }
  return true;
}

/** Brings the boards up to date, a few in each round. */
export async function refreshBoards(engine: Engine): Promise<void> {
  if (engine.set.boardChannels.length === 0 || isQuiet(engine.clock.now())) {
    return;
  }
  let touched = 0;
  for (const officer of (await engine.officers()).filter((one) => one.active && one.unit !== null)) {
    if (touched >= TURN) {
      return;
    }
    touched += (await refresh(engine, officer)) ? 1 : 0;
  }
}
