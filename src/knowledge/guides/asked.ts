// knowledge/asked/ID.txt: how people ask for each part of the guide ID. A heading names the part by the words its line
// begins with, so that a changed line is noticed; each line below it is one way of telling the situation.
//
//   [Hay gặp] Quên passcode
//   quen ma 6 so mo giay to trong vneid
//   [Chi phí]
//   lấy lại mật khẩu có tốn tiền không

import type { AskedPart, Guide, GuidePart } from "../../domain/document.ts";
import { nfc, squeeze } from "../../vietnamese/text/normalise.ts";

const HEADINGS: Readonly<Record<string, GuidePart>> = {
  "Cả bài": "whole",
  "Cần có": "needs",
  "Thời gian": "time",
  "Chi phí": "cost",
  Bước: "step",
  "Hay gặp": "trouble",
  "An toàn": "safety",
  "Gặp ai": "whom",
};

export interface AskedFile {
  readonly parts: readonly AskedPart[];
  /** Headings that name no part of the guide (its line was changed, say), with their line numbers from 1. */
  readonly astray: readonly { readonly line: number; readonly heading: string }[];
}

/** What stands under a heading astray is left out; the rest serves. */
export function readAsked(guide: Guide, text: string): AskedFile {
  const astray: { line: number; heading: string }[] = [];
  let open: string[] | null = null;
  const parts: { part: GuidePart; index: number; said: string[] }[] = [];
  for (const [at, line] of nfc(text).split(/\r?\n/u).entries()) {
    const said = line.trim();
    const [heading, name = "", words = ""] = said.match(/^\[([^\]]+)\]\s*(.*)$/u) ?? [];
    if (heading !== undefined) {
      const part = HEADINGS[name];
      const index = part === undefined ? -1 : placeOf(guide, part, words);
      open = [];
      if (part === undefined || index < 0) {
        astray.push({ line: at + 1, heading: said });
      } else {
        parts.push({ part, index, said: open });
      }
    } else if (said !== "" && !said.startsWith("#")) {
      open?.push(said);
    }
  }
  return { parts, astray };
}

function placeOf(guide: Guide, part: GuidePart, words: string): number {
  switch (part) {
    case "step":
      return beginning(guide.steps, words);
    case "trouble":
      return beginning(guide.troubles, words);
    case "time":
      return guide.time === null ? -1 : 0;
    case "cost":
      return guide.cost === null ? -1 : 0;
    case "needs":
      return guide.needs.length === 0 ? -1 : 0;
    case "safety":
      return guide.safety === null ? -1 : 0;
    case "whom":
      return guide.person === null ? -1 : 0;
    case "whole":
      return 0;
  }
}

/** The line that begins with these words. */
function beginning(lines: readonly string[], words: string): number {
  const wanted = squeeze(words);
  return wanted === "" ? -1 : lines.findIndex((line) => squeeze(line).startsWith(wanted));
}
