// What is asked of a commune's card or of the list of hotlines, told by the names of the desks, the fields and the owners.
import type { CardWords, CommuneField, Desk, DeskField } from "../../domain/commune-card.ts";
import type { Edition, Hotline } from "../../domain/knowledge.ts";
import { accentShare, fold, nfc, toneKey } from "../../vietnamese/text/normalise.ts";

/** What a phrase stands for; one phrase may stand for several ("công an": the commune's, and the number 113). */
export type CardSense =
  | { readonly kind: "desk"; readonly desk: Desk }
  | { readonly kind: "field"; readonly field: DeskField | CommuneField }
  | { readonly kind: "line"; readonly line: Hotline }
  | { readonly kind: "contact" | "commune" | "work" | "little" };

export interface CardReading {
  /** Senses of the phrases found, in the order of the question. */
  readonly senses: readonly CardSense[];
  /** Words that no phrase holds: what else is asked. */
  readonly unexplained: readonly string[];
  /** One of these stands right behind a desk or the commune, as a name does: "công an xã Cẩm Lâm". */
  readonly named: boolean;
}

export interface CardIndex {
  /** What was typed with accents is read by them: "số lạ" is no "số là". As typed or as repaired, whichever is known better. */
  read(question: { readonly typed: string; readonly text: string }): CardReading;
}

/** Share of words with accents from which a question is taken to be typed with them. */
const ACCENTED = 0.25;

const WORD = /[\p{L}\p{N}]+/gu;
const exact = (text: string): readonly string[] => toneKey(nfc(text).toLowerCase()).match(WORD) ?? [];
const plain = (text: string): readonly string[] => fold(text).match(WORD) ?? [];

type Senses = ReadonlyMap<string, readonly CardSense[]>;

export function openCardIndex({ cards, cardWords, hotlines, localities }: Edition): CardIndex {
  const [accented, bare] = [new Map<string, CardSense[]>(), new Map<string, CardSense[]>()];
  const add = (said: readonly string[], sense: CardSense) => {
    for (const phrase of said) {
      put(accented, exact(phrase), sense);
      put(bare, plain(phrase), sense);
    }
  };
  if (cardWords != null) {
    addWords(cardWords, add);
    for (const line of hotlines) {
      add(line.said ?? [], { kind: "line", line });
    }
    for (const { name, shortName, otherNames } of localities) {
      add([name, shortName, ...otherNames], { kind: "commune" });
    }
    add(cards?.flatMap((card) => card.classes.map(({ hamlet }) => hamlet)) ?? [], { kind: "little" });
  }
  // Without accents "toi" is rather "tôi" than "tối": what may be one of the little words is one.
  for (const [key, senses] of bare) {
    bare.set(key, senses.some(({ kind }) => kind === "little") ? [{ kind: "little" }] : senses);
  }
  return {
    read({ typed, text }) {
      const accents = accentShare(typed) >= ACCENTED;
      const read = (said: string) => (accents ? cover(exact(said), accented) : cover(plain(said), bare));
      // Repair mends what people mistype, and now and then a word that needed no mending.
      const [repaired, own] = [read(text), read(typed)];
      return own.unexplained.length <= repaired.unexplained.length ? own : repaired;
    },
  };
}

function put(senses: Map<string, CardSense[]>, words: readonly string[], sense: CardSense): void {
  const key = words.join(" ");
  const known = senses.get(key);
  if (known === undefined) {
    senses.set(key, [sense]);
  } else if (!known.includes(sense)) {
    known.push(sense);
  }
}

/** Words of the longest phrase. */
const LONGEST = 10;

/** The question cut into phrases from its beginning, the longest first. */
function cover(words: readonly string[], senses: Senses): CardReading {
  const found: CardSense[] = [];
  const unexplained: string[] = [];
  let named = false;
  let before: readonly CardSense[] = [];
  for (let at = 0; at < words.length; ) {
    const size = longestAt(words, at, senses);
    const here = senses.get(words.slice(at, at + size).join(" ")) ?? [];
    if (size === 0) {
      unexplained.push(...words.slice(at, at + 1));
      named ||= before.some(({ kind }) => kind === "desk" || kind === "commune");
    }
    found.push(...here);
    before = here;
    at += Math.max(size, 1);
  }
  return { senses: found, unexplained, named };
}

function addWords(words: CardWords, add: (said: readonly string[], sense: CardSense) => void): void {
  for (const [desk, said] of Object.entries(words.desks)) {
    add(said, { kind: "desk", desk: desk as Desk });
  }
  for (const [field, said] of Object.entries(words.fields)) {
    add(said, { kind: "field", field: field as DeskField | CommuneField });
  }
  add(words.contact, { kind: "contact" });
  add(words.commune, { kind: "commune" });
  add(words.work, { kind: "work" });
  add(words.little, { kind: "little" });
}

function longestAt(words: readonly string[], at: number, senses: Senses): number {
  for (let size = Math.min(LONGEST, words.length - at); size > 0; size--) {
    if (senses.has(words.slice(at, at + size).join(" "))) {
      return size;
    }
  }
  return 0;
}
