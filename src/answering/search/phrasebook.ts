// The office's vocabulary, ready to be found in what was typed: abbreviations, teencode, dialect and names.
import type { Vocabulary } from "../../domain/knowledge.ts";
import { fold } from "../../vietnamese/fold.ts";
import { searchWords } from "../../vietnamese/tokens.ts";

export type EntryKind = "abbreviation" | "teencode" | "dialect" | "name";

export interface Entry {
  readonly kind: EntryKind;
  readonly meaning: string;
}

export interface Phrasebook {
  /** Entries that begin at `at` in these keys, as written or else without accents, with how many words they cover. */
  at(keys: readonly string[], at: number): readonly { readonly length: number; readonly entry: Entry }[];
}

const bareKey = (key: string): string => fold(key.replace(/(?<=\p{L})\d$/u, ""));

export function openPhrasebook(vocabulary: Vocabulary): Phrasebook {
  const exact = new Map<string, Entry[]>();
  const bare = new Map<string, Entry[]>();
  let longest = 1;
  const enter = (kind: EntryKind, table: Readonly<Record<string, string>>): void => {
    for (const [typed, meaning] of Object.entries(table)) {
      const keys = searchWords(typed);
      longest = Math.max(longest, keys.length);
      push(exact, keys.join(" "), { kind, meaning });
      push(bare, keys.map(bareKey).join(" "), { kind, meaning });
    }
  };
  enter("abbreviation", vocabulary.abbreviations);
  enter("teencode", vocabulary.teencode);
  enter("dialect", vocabulary.dialect);
  enter("name", vocabulary.names);
  return {
    at(keys, at) {
      const found: { length: number; entry: Entry }[] = [];
      for (let length = 1; length <= longest && at + length <= keys.length; length++) {
        const span = keys.slice(at, at + length).join(" ");
        for (const entry of exact.get(span) ?? bare.get(span) ?? []) {
          found.push({ length, entry });
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
