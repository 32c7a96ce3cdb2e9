// The office's vocabulary, ready to be found in what was typed: abbreviations, teencode, dialect and names.
import type { Vocabulary } from "../../../domain/knowledge.ts";
import { fold } from "../../../vietnamese/text/normalise.ts";
import { searchWords } from "../../../vietnamese/text/tokens.ts";

export type EntryKind = "abbreviation" | "teencode" | "dialect" | "name";

export interface Entry {
  readonly kind: EntryKind;
  readonly meaning: string;
  /** Only at the end of a sentence. */
  readonly ending: boolean;
}

export interface PhraseMatch {
  /** How many words it covers. */
  readonly length: number;
  readonly entry: Entry;
  /** Written just so, not only without accents. */
  readonly exact: boolean;
}

export interface Phrasebook {
  /** Entries that begin at `at` in these keys, as written or else without accents; `closes` says which words end a sentence. */
  at(keys: readonly string[], at: number, closes: (at: number) => boolean): readonly PhraseMatch[];
}

const bareKey = (key: string): string => fold(key.replace(/(?<=\p{L})\d$/u, ""));

interface Table {
  readonly exact: Map<string, Entry[]>;
  readonly bare: Map<string, Entry[]>;
}

export function openPhrasebook(vocabulary: Vocabulary): Phrasebook {
  const anywhere: Table = { exact: new Map(), bare: new Map() };
  const endings: Table = { exact: new Map(), bare: new Map() };
  let longest = 1;
  const enter = (kind: EntryKind, meanings: Readonly<Record<string, string>>, table = anywhere): void => {
    for (const [typed, meaning] of Object.entries(meanings)) {
      const keys = searchWords(typed);
      longest = Math.max(longest, keys.length);
      push(table.exact, keys.join(" "), { kind, meaning, ending: table === endings });
      // The digit of "c2" is no tone.
      if (!/\p{N}/u.test(typed)) {
        push(table.bare, keys.map(bareKey).join(" "), { kind, meaning, ending: table === endings });
      }
    }
  };
  enter("abbreviation", vocabulary.abbreviations);
  enter("teencode", vocabulary.teencode);
  enter("dialect", vocabulary.dialect);
  enter("name", vocabulary.names);
  enter("dialect", vocabulary.endings ?? {}, endings);
  return {
    at(keys, at, closes) {
      const found: PhraseMatch[] = [];
      for (let length = 1; length <= longest && at + length <= keys.length; length++) {
        const span = keys.slice(at, at + length).join(" ");
        for (const { exact, bare } of closes(at + length - 1) ? [endings, anywhere] : [anywhere]) {
          const written = exact.get(span);
          for (const entry of written ?? bare.get(span) ?? []) {
            found.push({ length, entry, exact: written !== undefined });
          }
        }
      }
      return found;
    },
  };
}

function push(table: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = table.get(key);
  if (entries === undefined) {
    table.set(key, [entry]);
  } else {
    entries.push(entry);
  }
}
