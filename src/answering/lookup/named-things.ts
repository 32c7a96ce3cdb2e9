// Things the papers call by name, between quotation marks: “Gia đình số”, “Tổ công nghệ số cộng đồng”.
import type { EditionIndex } from "../index/edition-index.ts";
import { namesOnlyKinds } from "../understand/asking-words.ts";
import { plain } from "../understand/places.ts";

const known = new WeakMap<EditionIndex, ReadonlySet<string>>();

const KIND_FIRST = /^(?:mo hinh|phong trao|chien dich|chuong trinh|mang luoi) /u;

function thingsOf(base: EditionIndex): ReadonlySet<string> {
  const before = known.get(base);
  if (before !== undefined) {
    return before;
  }
  const plans = [...base.documents.values()].filter((d) => d.guide === null);
  const names = plans.flatMap((d) =>
    [...d.sourceText.matchAll(/[“"]([^“”"\n]{4,60})[”"]/gu)].flatMap(([, name = ""]) =>
      namesOnlyKinds(name) ? [] : [plain(name).replace(KIND_FIRST, "")],
    ),
  );
  const things = new Set(names);
  known.set(base, things);
  return things;
}

export const isNamedThing = (base: EditionIndex, subject: string): boolean =>
  thingsOf(base).has(plain(subject).replace(KIND_FIRST, ""));
