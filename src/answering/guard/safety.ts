import { parse } from "yaml";
import { fold } from "../../vietnamese/text/normalise.ts";
import type { PhraseTable } from "./phrase-table.ts";
import { openPhrases } from "./phrase-table.ts";
import type { Phrase } from "./phrases.ts";
import { phraseOf } from "./phrases.ts";
import type { SafetyRule } from "./rules.ts";
import type { Spellings, Twofold } from "./words.ts";

export interface SmallTalk {
  readonly kind: string;
  readonly phrases: readonly Phrase[];
}

/** knowledge/safety.yaml, ready for use. */
export interface SafetyData {
  readonly spellings: Spellings;
  /** All phrases of the rules, looked for in one pass. */
  readonly table: PhraseTable;
  readonly danger: readonly SafetyRule[];
  /** The guide that an urgent kind leads to. */
  readonly urgentGuides: ReadonlyMap<string, string>;
  readonly attack: readonly SafetyRule[];
  /** Phrases of an injection, folded and without spaces. */
  readonly glued: readonly string[];
  readonly harm: readonly SafetyRule[];
  /** Asked whether a message, a call or a rumour can be believed: said what to do, and led to a guide. */
  readonly doubt: readonly SafetyRule[];
  readonly doubtGuides: ReadonlyMap<string, string>;
  /** A rule with a `not` of its own is not held up by `ownSubjects`. */
  readonly offTopic: readonly SafetyRule[];
  /** The group of words of the office's own subjects; they keep a question from being called off topic. */
  readonly ownSubjects: number;
  readonly smallTalk: readonly SmallTalk[];
  /** What small talk may hold besides: particles, forms of address, greetings and thanks. */
  readonly fillers: readonly Phrase[];
}

/** A fault in safety.yaml, said so that the office can mend it. */
export class SafetyError extends Error {}

type Json = Readonly<Record<string, unknown>>;

function record(value: unknown, where: string): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new SafetyError(`safety.yaml: mục "${where}" phải gồm các dòng "tên: giá trị".`);
  }
  return value as Json;
}

function texts(value: unknown, where: string): string[] {
  if (!Array.isArray(value) || value.some((one) => typeof one !== "string" && typeof one !== "number")) {
    throw new SafetyError(`safety.yaml: mục "${where}" phải là danh sách các cụm từ.`);
  }
  return value.map(String);
}

/** Groups of phrases by name, and numbered as they will stand in the table. */
interface Groups {
  readonly named: ReadonlyMap<string, number>;
  readonly phrases: (readonly Phrase[])[];
}

const phrasesOf = (texts: readonly string[]) => texts.map(phraseOf).filter((phrase) => phrase.length > 0);

function groupsOf(value: unknown): Groups {
  const lists = Object.entries(record(value, "groups"));
  return {
    named: new Map(lists.map(([name], at) => [name, at])),
    phrases: lists.map(([name, list]) => phrasesOf(texts(list, name))),
  };
}

function group(groups: Groups, name: string, where: string): number {
  // "chuyển tiền | gửi tiền" stands for a group without a name.
  if (name.includes("|") || name.includes(" ")) {
    return groups.phrases.push(phrasesOf(name.split("|"))) - 1;
  }
  const found = groups.named.get(name);
  if (found === undefined) {
    throw new SafetyError(`safety.yaml: mục "${where}" nhắc nhóm từ "${name}" chưa có trong "groups".`);
  }
  return found;
}

function rules(value: unknown, groups: Groups, where: string): SafetyRule[] {
  if (!Array.isArray(value)) {
    throw new SafetyError(`safety.yaml: mục "${where}" phải là danh sách quy tắc.`);
  }
  return value.map((one) => {
    const rule = record(one, where);
    return {
      kind: String(rule.kind ?? where),
      all: texts(rule.all, where).map((name) => group(groups, name, where)),
      not: texts(rule.not ?? [], where).map((name) => group(groups, name, where)),
    };
  });
}

/** An English phrase this long does not stand in other text by chance when spaces are ignored. */
const SURE_LENGTH = 14;

/** "ignoreallpreviousinstructions": the phrases of an injection as one long word. */
function gluedPhrases(attack: readonly SafetyRule[], groups: Groups): string[] {
  return attack
    .filter((rule) => rule.kind === "injection")
    .flatMap((rule) => rule.all.flatMap((at) => groups.phrases[at] ?? []))
    .map((phrase) => phrase.map((word) => word?.folded ?? "").join(""))
    .filter((phrase) => phrase.length >= SURE_LENGTH);
}

function named(value: unknown, where: string): ReadonlyMap<string, string> {
  return new Map(Object.entries(record(value, where)).map(([name, to]) => [name, String(to)]));
}

function spellings(root: Json): Spellings {
  const plain = [...named(root.spellings, "spellings")].map(
    ([from, to]) => [from.toLowerCase(), to.split(" ")] as const,
  );
  if (root.twofold !== undefined && !Array.isArray(root.twofold)) {
    throw new SafetyError('safety.yaml: mục "twofold" phải là danh sách.');
  }
  const twofold = (root.twofold ?? []).map((one: unknown): [string, Twofold] => {
    const { word, means, ...near } = record(one, "twofold");
    const folded = (key: string) => texts(near[key] ?? [], "twofold").map(fold);
    return [
      String(word).toLowerCase(),
      {
        means: String(means).split(" "),
        after: folded("after"),
        before: folded("before"),
        notAfter: folded("notAfter"),
      },
    ];
  });
  return { plain: new Map(plain), twofold: new Map(twofold) };
}

/** Talk that may stand beside other small talk without changing what it is: "ok cảm ơn, tạm biệt". */
const POLITE = new Set(["greeting", "thanks", "goodbye", "ok"]);

/** So that "xin chào" goes before "xin" leaves a lone "chào". */
function longestFirst(phrases: readonly Phrase[]): Phrase[] {
  return [...phrases].sort((a, b) => b.length - a.length);
}

/** Reads the text of safety.yaml. Throws SafetyError in the office's language. */
export function parseSafety(yamlText: string): SafetyData {
  let root: Json;
  try {
    root = record(parse(yamlText.normalize("NFC")), "safety.yaml");
  } catch (error) {
    if (error instanceof SafetyError) {
      throw error;
    }
    throw new SafetyError(
      "safety.yaml không đọc được (sai cú pháp YAML). Hãy kiểm tra thụt dòng và dấu hai chấm.",
      {
        cause: error,
      },
    );
  }
  const groups = groupsOf(root.groups);
  const smallTalk = Object.entries(record(root.smallTalk, "smallTalk"));
  const danger = rules(root.danger, groups, "danger");
  const attack = rules(root.attack, groups, "attack");
  const read = {
    spellings: spellings(root),
    danger,
    urgentGuides: named(root.urgentGuides, "urgentGuides"),
    attack,
    glued: gluedPhrases(attack, groups),
    harm: rules(root.harm, groups, "harm"),
    doubt: rules(root.doubt ?? [], groups, "doubt"),
    doubtGuides: named(root.doubtGuides ?? {}, "doubtGuides"),
    offTopic: rules(root.offTopic, groups, "offTopic"),
    ownSubjects: groups.phrases.push(phrasesOf(texts(root.ownSubjects, "ownSubjects"))) - 1,
    smallTalk: smallTalk.map(([kind, list]) => ({ kind, phrases: texts(list, kind).map(phraseOf) })),
    fillers: longestFirst([
      ...texts(root.fillers, "fillers").map(phraseOf),
      ...smallTalk
        .filter(([kind]) => POLITE.has(kind))
        .flatMap(([kind, list]) => texts(list, kind).map(phraseOf)),
    ]),
  };
  return { ...read, table: openPhrases(groups.phrases) };
}
