// Who a paper is sent to: the lines of "Nơi nhận" behind its body.
import type { Sourced } from "../../domain/document.ts";
import { oneLine } from "../../vietnamese/text/normalise.ts";
import type { Paragraph } from "../outline/paragraphs.ts";
import { sourced } from "./related-documents.ts";

const HEAD = /^[*_\s#]*Nơi nhận[*_\s]*:?/iu;
/** A line of the list: "- Sở Khoa học và Công nghệ;". */
const LINE = /^[-–+•]\s*(\S.*)$/u;
/** Wide gaps part the list from the signature beside it. */
const COLUMNS = /\s{3,}|\t+/u;

/** The list ends at the first line that is none of its own, or in which the signature begins. */
export function recipientsIn(tail: readonly Paragraph[]): readonly Sourced<string>[] {
  const at = tail.findIndex(({ words }) => HEAD.test(words.text));
  if (at < 0) {
    return [];
  }
  const lines = tail.slice(at).flatMap(({ words, marker }, i) =>
    (i === 0 ? words.text.replace(HEAD, "") : words.text).split("\n").map((line) => ({
      line: oneLine(line.trim().split(COLUMNS)[0] ?? ""),
      listed: marker !== null,
    })),
  );
  const found: Sourced<string>[] = [];
  for (const { line, listed } of lines) {
    const name = (LINE.exec(line)?.[1] ?? (listed ? line : undefined))?.replace(/[;,.]+$/u, "");
    if (name !== undefined && name !== "") {
      found.push(sourced(name, name));
    } else if (found.length > 0 && line !== "") {
      break;
    }
  }
  return found;
}
