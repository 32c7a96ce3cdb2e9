// The office's vocabulary, ready to be found in what was typed: abbreviations, teencode, dialect and names.
import type { Vocabulary } from "../../domain/knowledge.ts";
import { fold } from "../../vietnamese/fold.ts";
import { searchWords } from "../../vietnamese/tokens.ts";

export type EntryKind = "abbreviation" | "teencode" | "dialect" | "name";

export interface Entry {
  readonly kind: EntryKind;
  readonly meaning: string;
  /** Whether the entry itself is written with accents. */
  readonly accented: boolean;
}

export interface Phrasebook {
  /** Entries that begin at `at` in these keys, with how many words they cover. */
  at(keys: readonly string[], at: number): readonly { readonly length: number; readonly entry: Entry }[];
}

const bareKey = (key: string): string => fold(key.replace(/(?<=\p{L})\d$/u, ""));

export function openPhrasebook(vocabulary: Vocabulary): Phrasebook {
  const entries = new Map<string, Entry[]>();
  let longest = 1;
  const enter = (kind: EntryKind, table: Readonly<Record<string, string>>): void => {
    for (const [typed, meaning] of Object.entries(table)) {
      const keys = searchWords(typed);
      const entry = { kind, meaning, accented: fold(typed) !== typed.toLowerCase() };
      longest = Math.max(longest, keys.length);
      for (const spelling of new Set([keys.join(" "), keys.map(bareKey).join(" ")])) {
        entries.set(spelling, [...(entries.get(spelling) ?? []), entry]);
      }
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
        for (const entry of entries.get(keys.slice(at, at + length).join(" ")) ?? []) {
          found.push({ length, entry });
        }
      }
      return found;
    },
  };
}
