import type { EditionIndex, SectionRow } from "../index/edition-index.ts";
import { inLocality, matchRows } from "../index/rows.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import { withoutAsking } from "../understand/asking-words.ts";
import type { Understanding } from "../understand/understanding.ts";

/** Share of the question's content a title must hold, and of the title's content that must be asked, to be meant as a whole. */
const TITLE_HOLDS_QUESTION = 0.85;
const QUESTION_HOLDS_TITLE = 0.6;

/** The section a question names by its title ("Tuyên truyền trực tiếp tại cộng đồng gồm gì"), with what stands under it. */
export function lookupSection(base: EditionIndex, u: Understanding, subject: Repaired): SectionRow | null {
  const found = matchRows(base.sections, subject, inLocality(u.locality), 8);
  const asked = new Set(subject.keys);
  for (const { row, coverage } of found) {
    if (coverage < TITLE_HOLDS_QUESTION || row.passages.length === 0) {
      continue;
    }
    const title = base.retriever.words.repair(withoutAsking(row.section.title)).keys;
    const share = title.filter((key) => asked.has(key)).length / Math.max(1, title.length);
    if (share >= QUESTION_HOLDS_TITLE) {
      return row;
    }
  }
  return null;
}
