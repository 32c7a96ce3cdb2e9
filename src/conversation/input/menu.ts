import { fold, nfc } from "../../vietnamese/text/normalise.ts";
import { bareWords, chosenNumber } from "./short-words.ts";

interface Item {
  readonly label: string;
  readonly value: string;
}

const plain = (text: string) =>
  fold(nfc(text))
    .replace(/[^a-z0-9]+/gu, " ")
    .trim();

/** The entry that a typed number or its words mean: "2", "số 2", "hai", "Ninh Giang", "xa ninh giang"; null for other talk. */
export function chosenItem(text: string, menu: readonly Item[]): Item | null {
  if (menu.length === 0) {
    return null;
  }
  const number = chosenNumber(text);
  const numbered = number === null ? undefined : menu[number - 1];
  if (numbered !== undefined) {
    return numbered;
  }
  const typed = plain(text);
  const bare = plain(bareWords(text));
  const same = menu.filter((item) => [typed, bare].includes(plain(item.label)) || text.trim() === item.value);
  if (same.length === 1) {
    return same[0] ?? null;
  }
  // Part of a label is enough when it can mean one entry only: "ninh giang" for "xã Ninh Giang".
  const within =
    typed.length < 4 ? [] : menu.filter((item) => ` ${plain(item.label)} `.includes(` ${typed} `));
  return within.length === 1 ? (within[0] ?? null) : null;
}
