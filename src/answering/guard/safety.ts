import { parse } from "yaml";
import { fold } from "../../vietnamese/text/normalise.ts";
import type { Phrase } from "./phrases.ts";
import { phraseOf } from "./phrases.ts";
import type { Spellings, Twofold } from "./words.ts";

/** All groups of `all` occur, and none of `not`. */
export interface SafetyRule {
  readonly kind: string;
  readonly all: readonly (readonly Phrase[])[];
  readonly not: readonly (readonly Phrase[])[];
}

export interface SmallTalk {
  readonly kind: string;
  readonly phrases: readonly Phrase[];
}

/** knowledge/safety.yaml, ready for use. */
export interface SafetyData {
  readonly spellings: Spellings;
  readonly danger: readonly SafetyRule[];
  readonly urgent: readonly SafetyRule[];
  /** The guide that an urgent kind leads to. */
  readonly urgentGuides: ReadonlyMap<string, string>;
  readonly attack: readonly SafetyRule[];
  readonly harm: readonly SafetyRule[];
  /** Asked whether a message, a call or a rumour can be believed: said what to do, and led to a guide. */
  readonly doubt: readonly SafetyRule[];
  readonly doubtGuides: ReadonlyMap<string, string>;
  /** A rule with a `not` of its own is not held up by `ownSubjects`. */
  readonly offTopic: readonly SafetyRule[];
  /** Words of the office's own subjects; they keep a question from being called off topic. */
  readonly ownSubjects: readonly Phrase[];
  readonly smallTalk: readonly SmallTalk[];
  /** What small talk may hold besides: particles, forms of address, greetings and thanks. */
  readonly fillers: readonly Phrase[];
  /** Messages as people write them, from which urgency is learned. */
  readonly examples: { readonly urgent: readonly string[]; readonly calm: readonly string[] };
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

type Groups = ReadonlyMap<string, readonly Phrase[]>;

function group(groups: Groups, name: string, where: string): readonly Phrase[] {
  // "chuyển tiền | gửi tiền" stands for a group without a name.
  const found = name.includes("|") || name.includes(" ") ? name.split("|").map(phraseOf) : groups.get(name);
  if (found === undefined) {
    throw new SafetyError(`safety.yaml: mục "${where}" nhắc nhóm từ "${name}" chưa có trong "groups".`);
  }
  return found.filter((phrase) => phrase.length > 0);
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
  const lists = Object.entries(record(root.groups, "groups"));
  const groups: Groups = new Map(lists.map(([name, list]) => [name, texts(list, name).map(phraseOf)]));
  const smallTalk = Object.entries(record(root.smallTalk, "smallTalk"));
  const examples = record(root.examples ?? {}, "examples");
  return {
    spellings: spellings(root),
    danger: rules(root.danger, groups, "danger"),
    urgent: rules(root.urgent, groups, "urgent"),
    urgentGuides: named(root.urgentGuides, "urgentGuides"),
    attack: rules(root.attack, groups, "attack"),
    harm: rules(root.harm, groups, "harm"),
    doubt: rules(root.doubt ?? [], groups, "doubt"),
    doubtGuides: named(root.doubtGuides ?? {}, "doubtGuides"),
    offTopic: rules(root.offTopic, groups, "offTopic"),
    ownSubjects: texts(root.ownSubjects, "ownSubjects").map(phraseOf),
    smallTalk: smallTalk.map(([kind, list]) => ({ kind, phrases: texts(list, kind).map(phraseOf) })),
    examples: {
      urgent: texts(examples.urgent ?? [], "examples.urgent"),
      calm: texts(examples.calm ?? [], "examples.calm"),
    },
    fillers: longestFirst([
      ...texts(root.fillers, "fillers").map(phraseOf),
      ...smallTalk
        .filter(([kind]) => POLITE.has(kind))
        .flatMap(([kind, list]) => texts(list, kind).map(phraseOf)),
    ]),
  };
}
