// knowledge/guides/*.md -> a guide and its passages. A guide is read whole or refused; nothing in it is guessed.

import type { Guide, Passage, PassageKind, Section } from "../../domain/document.ts";
import type { UnderstoodDocument } from "../../domain/knowledge.ts";
import { nfc, squeeze } from "../../vietnamese/text/normalise.ts";
import { guideFault } from "../../vietnamese/wording/knowledge/guide-lint.ts";
import { readAsked } from "./asked.ts";
import { type GuideBody, partTitles, readBody } from "./body.ts";
import { GuideError } from "./error.ts";
import { type GuideHeader, readHeader } from "./header.ts";

const SUMMARY = "Tóm tắt";
const NEEDS = "Chuẩn bị";
const TIME = "Thời gian";
const COST = "Chi phí";

/**
 * Understands one guide file. `id` is the file name without ".md"; `asked` the text of asked/ID.txt. Throws GuideError with
 * the line at fault.
 */
export function readGuide(
  id: string,
  text: string,
  asked: string | null = null,
): UnderstoodDocument & { readonly guide: Guide } {
  const lines = nfc(text).split(/\r?\n/u);
  if (lines[0] !== "---") {
    throw new GuideError(id, 1, guideFault.noHeader);
  }
  const close = lines.indexOf("---", 1);
  if (close === -1) {
    throw new GuideError(id, 1, guideFault.headerNotClosed);
  }
  const header = readHeader(id, lines.slice(1, close).join("\n"), 2);
  const body = readBody(id, lines.slice(close + 1), close + 2);
  const written: Guide = { id, ...header, ...body };
  const guide: Guide = asked === null ? written : { ...written, asked: readAsked(written, asked).parts };
  return {
    id,
    card: {
      id,
      kind: "guide",
      title: header.title,
      number: null,
      date: { value: header.checkedOn, words: header.checkedOn },
      place: null,
      issuer: null,
      signer: null,
      locality: null,
      level: null,
      period: null,
      legalBases: [],
      replaces: [],
    },
    sections: [SUMMARY, NEEDS, TIME, COST, ...Object.values(partTitles)].map(section),
    passages: passagesOf(id, header, body, text),
    tasks: [],
    targets: [],
    units: [],
    findings: [],
    guide,
    sourceText: text,
  };
}

function section(title: string): Section {
  return { path: title, label: "", title, parent: null };
}

function passagesOf(id: string, header: GuideHeader, body: GuideBody, text: string): Passage[] {
  const written = squeeze(text);
  const passages: Passage[] = [];
  add(SUMMARY, "front", [body.summary]);
  add(NEEDS, "dash", header.needs);
  add(TIME, "paragraph", header.time === null ? [] : [header.time]);
  add(COST, "paragraph", header.cost === null ? [] : [header.cost]);
  add(
    partTitles.steps,
    "step_list",
    body.steps.map((step, index) => `${index + 1}. ${step}`),
  );
  for (const [index, trouble] of body.troubles.entries()) {
    add(partTitles.troubles, "dash", [trouble], ` gạch ${index + 1}`);
  }
  add(partTitles.safety, "paragraph", [body.safety]);
  add(partTitles.person, "paragraph", [body.person]);
  return passages;

  function add(part: string, kind: PassageKind, said: readonly string[], place = ""): void {
    if (said.length === 0) {
      return;
    }
    const quote = said.join("\n");
    // Holds for block-style YAML lists; an escape or a comment in between would break the quotation.
    if (!written.includes(squeeze(quote))) {
      throw new GuideError(id, 1, guideFault.notVerbatim(part));
    }
    const at = `${part}${place}`;
    passages.push({
      id: `${id}#${at}~1`,
      doc: id,
      locality: null,
      section: at,
      heading: `${header.title} › ${part}`,
      leadIn: null,
      kind,
      text: quote,
      quote,
      order: passages.length,
    });
  }
}
