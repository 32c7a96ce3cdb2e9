import type { Edition } from "../domain/knowledge.ts";
import { fold, nfc } from "../vietnamese/text/normalise.ts";

const plain = (name: string) =>
  fold(nfc(name))
    .replace(/[^a-z0-9]+/gu, " ")
    .trim();

/** Words in which papers differ when they mean the same body. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bubnd\b/gu, "uy ban nhan dan"],
  [/\bhdnd\b/gu, "hoi dong nhan dan"],
  [/\b(?:ub ?)?mttq(?: viet nam| vn)?\b/gu, "mat tran to quoc viet nam"],
  [/\bvh xh\b/gu, "van hoa xa hoi"],
  [/\b(?:xa|phuong|tinh)\b(?! hoi)/gu, ""],
  [/\b(?:va|cac)\b/gu, ""],
];

function spelledOut(name: string): string {
  const spelled = SPELLINGS.reduce((text, [pattern, word]) => text.replace(pattern, word), plain(name));
  return spelled.replace(/\s+/gu, " ").trim();
}

/** Whether two names mean one body: by letters, by usual short forms, and by the other names the papers themselves give. */
export function sameUnit(edition: Edition): (one: string, other: string) => boolean {
  const keys = new Map<string, string>();
  const keyOf = (name: string): string => {
    const known = keys.get(name) ?? spelledOut(name);
    keys.set(name, known);
    return known;
  };
  const bodies = new Map<string, Set<string>>();
  for (const document of edition.documents) {
    for (const unit of document.units) {
      const names = [unit.name, ...unit.otherNames].map(keyOf);
      const known = new Set(names.flatMap((name) => [name, ...(bodies.get(name) ?? [])]));
      for (const name of known) {
        bodies.set(name, known);
      }
    }
  }
  return (one, other) => {
    const [left, right] = [keyOf(one), keyOf(other)];
    return left === right || (bodies.get(left)?.has(right) ?? false);
  };
}
