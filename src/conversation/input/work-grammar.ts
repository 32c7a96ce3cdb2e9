import type { WorkFeature } from "../../vietnamese/lexicon/work-words.ts";
import { readWhen, type When } from "./when.ts";
import { featuresIn, foldedWords, numberIn, percentIn, unitIn, without } from "./work-features.ts";

/** What an officer may mean by a message about work. */
export type WorkAct =
  | "list"
  | "late"
  | "count"
  | "recent"
  | "detail"
  | "who"
  | "quote"
  | "photos"
  | "done"
  | "doing"
  | "obstacle"
  | "extend"
  | "handover"
  | "help"
  | "undo"
  | "snooze"
  | "mute"
  | "received"
  | "excel"
  | "report"
  | "figures"
  | "calendar"
  | "silent"
  | "obstacles"
  | "requests"
  | "nudge"
  | "assign"
  | "approve"
  | "overview"
  | "unit"
  /** About work for sure, but not which act: choices are offered. */
  | "unsure";

/** One message read as work: act, object, time, amount. */
export interface WorkReading {
  readonly act: WorkAct;
  /** As typed: "#TT-12". */
  readonly code: string | null;
  /** A number of the list shown last. */
  readonly number: number | null;
  readonly when: When;
  readonly percent: number | null;
  /** A body that the message names. */
  readonly unit: string | null;
  /** The officer's words apart from the code, accents kept. */
  readonly note: string;
}

export interface WorkGround {
  /** "2026-11-21". */
  readonly today: string;
  /** Names of bodies that may be meant. */
  readonly units: readonly string[];
  /** How many numbered lines the list shown last has. */
  readonly listed: number;
  /** Leaders and admins ask about others. */
  readonly leads: boolean;
}

// Without its sign a code has a digit, or is four of the letters that codes are made of: "TT-VEDG", not "KH-UBND".
const CODE =
  /#\s*[0-9a-z]+(?:\s*-\s*[0-9a-z]+)?|(?<![\p{L}\d/])[a-z]{1,3}-(?:(?=[0-9a-z]*\d)[0-9a-z]{2,10}|[a-hjkmnp-tv-z]{4})(?![\p{L}\d])/iu;
const OTHER_CODE = /^#?\s*(?:ct|ht)\s*-?/iu;
/** "xong 2, 320 người dự": a number of the list where only a task's number can stand; the rest may say anything. */
const POINTED = /^(?:(?:da|em|toi|bao) )*(?:viec|xong|lui|hoan|nhac lai)(?: viec| so)* \d{1,2}(?= |$)/u;
/** Share of the words that must be words about work where no code and no number of a list says so. */
const SURE = 0.99;
const LIKELY = 0.75;
/** Words; longer messages without a code are questions. */
const LONGEST = 16;

type Features = ReadonlySet<WorkFeature | "span" | "day" | "plus" | "clock" | "percent" | "unit" | "object">;

/** Which act fits: the first whose features all stand in the message and none of the others. */
const RULES: readonly {
  readonly act: WorkAct;
  readonly all: readonly (string | readonly string[])[];
  readonly none?: readonly string[];
  readonly leads?: true;
}[] = [
  { act: "requests", all: ["who", ["extend", "handover", "help"]], leads: true },
  { act: "requests", all: [["extend", "handover"], "listing"], none: ["object"], leads: true },
  { act: "silent", all: ["silent", ["who", "task", "unit", "listing"]], leads: true },
  { act: "silent", all: ["silent"], none: ["object"], leads: true },
  { act: "undo", all: ["undo"], none: ["object", "handover"] },
  { act: "undo", all: ["undo", "object"], none: ["day", "handover"] },
  { act: "mute", all: ["mute"] },
  { act: "quote", all: ["quote"] },
  { act: "photos", all: ["photos", "object"], none: ["done"] },
  { act: "snooze", all: ["remind", ["day", "plus"]], none: ["unit"] },
  { act: "snooze", all: ["remind", "clock", "object"] },
  { act: "nudge", all: ["remind", "unit"], leads: true },
  { act: "nudge", all: ["remind", "object"], leads: true },
  { act: "assign", all: ["assign", "object"], none: ["who"], leads: true },
  { act: "handover", all: ["handover", ["object", "unit"]] },
  { act: "extend", all: ["extend"] },
  { act: "excel", all: ["excel"], none: ["object"] },
  { act: "approve", all: ["approve"], none: ["object"], leads: true },
  { act: "report", all: ["word", ["report", "span"]], none: ["object"] },
  { act: "report", all: ["report", "span"], none: ["object", "due", "listing", "silent"] },
  { act: "who", all: ["who", "object"] },
  { act: "who", all: ["leads", "object"], none: ["done", "doing"] },
  { act: "help", all: ["help", "object"] },
  { act: "obstacles", all: ["obstacle"], none: ["object"], leads: true },
  { act: "obstacle", all: ["obstacle", "object"], none: ["done"] },
  { act: "doing", all: ["percent", "object"] },
  { act: "doing", all: [["doing", "notDone"], "object"] },
  { act: "done", all: [["done", "recent"], "object"], none: ["notDone", "who", "count"] },
  { act: "received", all: ["received"], none: ["listing", "count"] },
  { act: "count", all: ["count", ["task", "open", "late", "notDone"]] },
  { act: "late", all: ["late"] },
  { act: "recent", all: ["recent", ["task", "listing"]], none: ["object"] },
  { act: "detail", all: ["object", ["detail", "listing", "due"]] },
  { act: "figures", all: ["figures"], none: ["count"] },
  { act: "calendar", all: ["calendar"] },
  {
    act: "unit",
    all: ["unit", ["detail", "overview", "task", "due", "report", "late", "done"]],
    leads: true,
  },
  { act: "overview", all: ["overview"], leads: true },
  { act: "undo", all: ["notDone"], none: ["object", "task", "listing", "who"] },
  {
    act: "list",
    all: [
      ["span", "day"],
      ["task", "due", "listing", "mine", "report"],
    ],
  },
  { act: "list", all: ["soon"], none: ["object"] },
  { act: "list", all: ["task", ["mine", "listing", "due", "open"]], none: ["object"] },
  { act: "list", all: ["due", ["listing", "mine"]], none: ["object"] },
  { act: "list", all: ["span"], none: ["object", "done", "extend", "report"] },
  { act: "list", all: ["day"], none: ["object", "done", "extend", "doing"] },
  { act: "detail", all: ["object"], none: ["done", "doing", "extend", "obstacle"] },
];

/** Acts that may stand alone: which task is then asked. */
const ALONE: readonly WorkFeature[] = ["done", "doing", "extend", "task"];

/** What a message names, apart from a code, and how much of it is about work. */
function slotsIn(bare: string, hasCode: boolean, ground: WorkGround) {
  const folded = foldedWords(bare);
  const percent = percentIn(folded);
  const plain = folded
    .replace(/\b\d{1,3} ?(?:%|phan tram\b)/u, " ")
    .replace(/ +/gu, " ")
    .trim();
  const when = readWhen(plain, ground.today);
  const timeless = when.read.reduce(without, plain);
  const number = hasCode ? null : numberIn(timeless, ground.listed);
  const unit = unitIn(timeless, ground.units);
  const rest = [unit?.words ?? "", number === null ? "" : String(number)].reduce(
    (left, words) => (words === "" ? left : without(left, words)),
    timeless,
  );
  const found = featuresIn(rest);
  const features: Features = new Set([
    ...found.features,
    ...(["span", "day", "plus", "clock"] as const).filter((slot) => when[slot] !== null),
    ...(percent === null ? [] : (["percent"] as const)),
    ...(unit === null ? [] : (["unit"] as const)),
    ...(hasCode || number !== null ? (["object"] as const) : []),
  ]);
  const length = folded.split(" ").length;
  const share = found.words === 0 ? 1 : 1 - found.strange / length;
  const pointed = number !== null && POINTED.test(timeless);
  return { features, length, share, pointed, when, percent, number, unit: unit?.name ?? null };
}

function actIn(features: Features, leading: boolean): WorkAct | null {
  const has = (name: string) => features.has(name as WorkFeature);
  const rule = RULES.find(
    ({ all, none = [], leads }) =>
      (leads !== true || leading) &&
      all.every((one) => (typeof one === "string" ? has(one) : one.some(has))) &&
      !none.some(has),
  );
  return rule?.act ?? null;
}

/** A message of a known officer as work; null when it is about something else. Pure. */
export function readWork(text: string, ground: WorkGround): WorkReading | null {
  const code = CODE.exec(text)?.[0] ?? null;
  // Targets and residents' questions have codes too; a number alone chooses from what is on the screen.
  if ((code !== null && OTHER_CODE.test(code)) || /^\s*\d{1,2}\s*[.)]?\s*$/u.test(text)) {
    return null;
  }
  const bare = code === null ? text : text.replace(code, " ");
  const { features, length, share, pointed, when, percent, number, unit } = slotsIn(
    bare,
    code !== null,
    ground,
  );
  const note = bare.replace(/\s+/gu, " ").replace(/^[\s:,.-]+|[\s:,-]+$/gu, "");
  const reading = (act: WorkAct): WorkReading => ({ act, code, number, when, percent, unit, note });
  const act = actIn(features, ground.leads);
  if (code !== null || pointed) {
    return reading(act ?? "detail");
  }
  if (length > LONGEST || features.size === 0) {
    return null;
  }
  if (share >= (number === null ? SURE : LIKELY)) {
    const asks = act ?? (ALONE.some((one) => features.has(one)) ? "unsure" : null);
    return asks === null ? null : reading(asks);
  }
  return share >= LIKELY && features.has("task") && act !== null ? reading("unsure") : null;
}
