import type { LocalitySlug, Passage } from "../../domain/document.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { namesOnlyKinds } from "../understand/asking-words.ts";
import { plain } from "../understand/places.ts";
import type { Understanding } from "../understand/understanding.ts";

/** A model, movement, network or campaign that a paper calls by name. */
export interface NamedModel {
  /** Word for word: "Mô hình “Chợ số”". */
  readonly words: string;
  readonly passage: Passage;
}

const KIND = "mô hình mạng lưới|mô hình|phong trào|mạng lưới|chương trình|chiến dịch|ngày hội";
const NAMED: readonly RegExp[] = [
  new RegExp(`(?:${KIND})\\s+[“"]([^“”"]{3,80})[”"]`, "giu"),
  new RegExp(`[“"]((?:${KIND})[^“”"]{3,80})[”"]`, "giu"),
  /chiến dịch\s+(Thanh niên[^.:;,“”"]{4,60})/giu,
];

const KIND_FIRST = /^(mo hinh|phong trao|chien dich|chuong trinh) /u;

/** "những mô hình nào", "mấy phong trào", "các chiến dịch": the names are asked for, and nothing beside. */
const ASKED =
  /\b(nhung|cac|may|bao nhieu) (mo hinh|phong trao|chien dich|mang luoi)\b|\b(mo hinh|phong trao|chien dich)( \S+)? (nao|gi|chi)\b/u;

const asksModels = (u: Understanding): boolean =>
  ASKED.test(u.folded) &&
  u.slot === null &&
  u.cardField === null &&
  u.unit === null &&
  namesOnlyKinds(u.subject);

/** All that the locality's papers call by name, each where it stands foremost; empty when they are not asked for. */
export function lookupModels(base: EditionIndex, u: Understanding): readonly NamedModel[] {
  return asksModels(u) && u.locality !== null ? modelsOf(base, u.locality) : [];
}

/** Every model, movement, network and campaign a locality's papers call by name, in the papers' order. */
export function modelsOf(base: EditionIndex, locality: LocalitySlug): readonly NamedModel[] {
  const found = new Map<string, NamedModel & { readonly at: number }>();
  for (const passage of base.passages.filter((p) => p.locality === locality && base.documents.has(p.doc))) {
    for (const match of NAMED.flatMap((pattern) => [...passage.text.matchAll(pattern)])) {
      const name = plain(match[1] ?? "").replace(KIND_FIRST, "");
      const before = found.get(name);
      if (!namesOnlyKinds(match[1] ?? "") && (before === undefined || match.index < before.at)) {
        found.set(name, { words: match[0].trim(), passage, at: match.index });
      }
    }
  }
  const order = (model: NamedModel) => base.passages.indexOf(model.passage);
  return [...found.values()].sort((a, b) => order(a) - order(b));
}
