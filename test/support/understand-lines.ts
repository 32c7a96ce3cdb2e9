import { readFile } from "node:fs/promises";
import type { DocumentCard, Passage } from "../../src/domain/document.ts";
import type { UnderstoodDocument } from "../../src/domain/knowledge.ts";
import type { Readers } from "../../src/knowledge/ingest/documents.ts";

/** A paper of lines: each line one passage; "IV.1: làm | Phòng Văn hóa | 30/10/2025" is a task besides. */
export function understandLines(id: string, text: string): UnderstoodDocument {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const passages = lines.map(
    (line, order): Passage => ({
      id: `${id}#${order}`,
      doc: id,
      locality: null,
      section: sectionOf(line, order),
      heading: "",
      leadIn: null,
      kind: "paragraph",
      text: line,
      quote: line,
      order,
    }),
  );
  const tasks = lines.flatMap((line, order) => {
    const [content, lead, scheduleText] = line.split("|").map((part) => part.trim());
    return content === undefined || lead === undefined || scheduleText === undefined
      ? []
      : [
          {
            id: `${id}#task-${order}`,
            doc: id,
            locality: null,
            section: sectionOf(line, order),
            content: content.replace(/^.*?: /u, ""),
            lead: [lead],
            coordinators: [],
            schedule: null,
            scheduleText,
            quote: line,
          },
        ];
  });
  return {
    id,
    card: cardOf(id, lines[0] ?? id),
    sections: [],
    passages,
    tasks,
    targets: [],
    units: [],
    findings: [],
    guide: null,
    sourceText: text,
  };
}

/** Readers for such papers. A paper that says HỎNG cannot be read; one that says LỖI makes the program fail. */
export function lineReaders(): Readers & { readonly read: string[] } {
  const read: string[] = [];
  return {
    read,
    async readPaper(file) {
      read.push(file);
      const text = await readFile(file, "utf8");
      return text.includes("HỎNG")
        ? { outcome: "unread", reason: "tệp hỏng; lưu lại rồi thử lại." }
        : { outcome: "read", text, origin: "text", warnings: [] };
    },
    understandDocument({ id, text }) {
      if (text.includes("LỖI")) {
        throw new TypeError("không hiểu");
      }
      return understandLines(id, text);
    },
    readGuide: understandLines,
  };
}

const sectionOf = (line: string, order: number): string => /^([IVX\d.]+):/u.exec(line)?.[1] ?? `${order + 1}`;

function cardOf(id: string, title: string): DocumentCard {
  return {
    id,
    kind: "plan",
    title,
    number: null,
    date: null,
    place: null,
    issuer: null,
    signer: null,
    locality: null,
    level: null,
    period: null,
    legalBases: [],
    replaces: [],
  };
}
