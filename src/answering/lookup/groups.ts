// What a paper does for a group of people: "ông bà già được học những gì", "có ai chỉ cho người khuyết tật không".
import type { Passage } from "../../domain/document.ts";
import { fold } from "../../vietnamese/text/normalise.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { withoutGroups } from "../understand/asking-words.ts";
import { findGroups } from "../understand/groups.ts";
import type { TargetGroup, Understanding } from "../understand/understanding.ts";

/** Groups so narrow that a paper says of them apart. */
const NARROW: ReadonlySet<TargetGroup> = new Set(["elderly", "disabled", "markets", "students", "workers"]);

/** Learning and being helped, as people and papers say it, folded. */
const HELP =
  /\b(hoc|lop|day|chi|giup|huong dan|pho cap|dao tao|tap huan|boi duong|ho tro|xai|dung|su dung|biet|dien thoai|ky nang|so|rieng|danh|duoc|gi|mon|noi dung|cach)\b/gu;

const TEACHES = /\b(lop|hoc|huong dan|pho cap|dao tao|tap huan|boi duong|day|ho tro|giao duc)\b/u;

/** Characters of a passage within which the group it is for is named. */
const HEAD = 160;

/** Passages that teach or help the one narrow group a question is about, when it asks nothing else of it. */
export function lookupGroup(base: EditionIndex, u: Understanding): readonly Passage[] {
  const [group] = u.groups;
  const rest = fold(withoutGroups(u.subject)).replace(HELP, " ").trim();
  const asked = TEACHES.test(u.folded) || /\b(chi|giup)\b/u.test(u.folded);
  if (group === undefined || u.groups.length > 1 || !NARROW.has(group) || rest !== "" || !asked) {
    return [];
  }
  return base.passages.filter((passage) => {
    const text = ` ${fold(passage.text)} `;
    return (
      passage.locality === u.locality &&
      base.documents.has(passage.doc) &&
      findGroups(text.slice(0, HEAD)).includes(group) &&
      TEACHES.test(text)
    );
  });
}
