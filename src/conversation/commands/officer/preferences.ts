import type { Button, ChannelName } from "../../../domain/conversation.ts";
import type { Moment, ReminderPreference } from "../../../domain/reminder.ts";
import { MOMENTS } from "../../../ports/officer.ts";
import { fold } from "../../../vietnamese/text/normalise.ts";
import { OFFICE, PREFER } from "../../../vietnamese/wording/officers/officers.ts";
import { say } from "../../turn/state.ts";
import type { Command } from "../../turn/turn.ts";

type Wishes = Omit<ReminderPreference, "officer">;

const MOMENT_NAMES: readonly (readonly [Moment, RegExp])[] = [
  ["d7", /\bd ?-?7\b|\b(?:7|bay) ngay|\b(?:1|mot) tuan/u],
  ["d3", /\bd ?-?3\b|\b(?:3|ba) ngay/u],
  ["d1", /\bd ?-?1\b|\b(?:1|mot) ngay|\bhom truoc/u],
  ["d0", /\bd ?-?0\b|\bdung (?:ngay|han)|\bngay (?:cuoi|han)|\btrong ngay/u],
  ["overdue", /\boverdue\b|\bqua han|\btre han/u],
];

/** "7:30", "7h30", "7 giờ", "2 giờ chiều" as "07:30"; null when no time is named. */
export function timeIn(folded: string): string | null {
  const match = /\b(\d{1,2}) ?(?:h|gio|:)(?: ?(\d{2})| ruoi)?(?: (sang|chieu|toi))?/u.exec(folded);
  if (match === null) {
    return null;
  }
  const half = / ?ruoi/u.test(match[0]) ? "30" : "00";
  const hour = Number(match[1]) + ((match[3] ?? "sang") !== "sang" && Number(match[1]) < 12 ? 12 : 0);
  return `${String(hour).padStart(2, "0")}:${match[2] ?? half}`;
}

function channelIn(folded: string, own: readonly ChannelName[]): ChannelName | null {
  if (/\btele(?:gram)?\b/u.test(folded)) {
    return "telegram";
  }
  if (!/\bzalo\b/u.test(folded)) {
    return null;
  }
  const first = /\boa\b/u.test(folded) ? "zalo_oa" : "zalo_bot";
  return own.includes(first) || !own.includes("zalo_oa") ? first : "zalo_oa";
}

/** The wishes after these words; a sentence when they cannot be, null when nothing was understood. */
function changed(words: string, now: Wishes, own: readonly ChannelName[]): Wishes | string | null {
  const folded = fold(words).replaceAll("_", " ");
  if (/\bmac dinh\b|\bnhu cu\b/u.test(folded)) {
    return { moments: null, at: null, channel: null };
  }
  const at = timeIn(folded);
  const channel = channelIn(folded, own);
  const named = MOMENT_NAMES.filter(([, pattern]) => pattern.test(folded)).map(([moment]) => moment);
  if (at === null && channel === null && named.length === 0) {
    return null;
  }
  if (channel !== null && !own.includes(channel)) {
    return PREFER.noChannel(channel, own);
  }
  const before = now.moments ?? MOMENTS;
  const off = /\b(?:bo|tat|dung nhac|khong|thoi|huy|ngung)\b/u.test(folded);
  const on = /\b(?:them|bat|ca|mo)\b/u.test(folded);
  const only = off ? before.filter((one) => !named.includes(one)) : named;
  const moments = on ? MOMENTS.filter((one) => before.includes(one) || named.includes(one)) : only;
  if (named.length > 0 && moments.length === 0) {
    return PREFER.lastOne;
  }
  return {
    moments: named.length === 0 ? now.moments : moments,
    at: at ?? now.at,
    channel: channel ?? now.channel,
  };
}

function buttonsFor(now: Wishes, own: readonly ChannelName[]): readonly Button[] {
  const moments = now.moments ?? MOMENTS;
  return [
    ...MOMENTS.map((moment) =>
      moments.includes(moment)
        ? { label: PREFER.drop(moment), value: `/nhacviec bo ${moment}` }
        : { label: PREFER.add(moment), value: `/nhacviec them ${moment}` },
    ),
    ...["07:30", "08:00", "14:00"]
      .filter((time) => time !== (now.at ?? "08:00"))
      .map((time) => ({ label: PREFER.time(time), value: `/nhacviec luc ${time}` })),
    ...own
      .filter((channel) => own.length > 1 && channel !== now.channel)
      .map((channel) => ({ label: PREFER.channel(channel), value: `/nhacviec kenh ${channel}` })),
    { label: PREFER.usual, value: "/nhacviec mac dinh" },
  ];
}

/** How one is reminded: which moments, at what time, on which channel. Escalations to heads and leaders stay as they are. */
export const preferences: Command = {
  for: "officer",
  async run({ deps, officer, state, words }) {
    if (deps.officers === undefined || officer === null) {
      return say(state, OFFICE.notHere);
    }
    const own = await deps.officers.channels(officer);
    const now = await deps.officers.preference(officer);
    const next = words.trim() === "" ? now : changed(words, now, own);
    const told = (first: string | null, wishes: Wishes) => {
      const shown = PREFER.shown(wishes.moments ?? MOMENTS, wishes.at, wishes.channel);
      return say(state, first === null ? shown : `${first}\n${shown}`, buttonsFor(wishes, own));
    };
    if (next === null || typeof next === "string") {
      return told(next ?? (/\d/u.test(words) ? PREFER.notUnderstood : null), now);
    }
    if (next === now) {
      return told(null, now);
    }
    return (await deps.officers.prefer(officer, next)) ? told(PREFER.saved, next) : told(PREFER.quiet, now);
  },
};
