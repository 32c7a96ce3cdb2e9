import { readFile, stat } from "node:fs/promises";
import { type Document, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { dataFile } from "../../vietnamese/wording/knowledge/ingest.ts";

const MAX_BYTES = 5 * 1024 * 1024;

export type YamlData<T> =
  | { readonly outcome: "read"; readonly value: T }
  | { readonly outcome: "missing" }
  /** Vietnamese, with the line and the way out. */
  | { readonly outcome: "broken"; readonly reason: string };

/** Reads a YAML file by its schema. Every scalar stays the text that stands there: "0999" keeps its nought, dates stay words. */
export async function readYaml<T>(file: string, shape: z.ZodType<T>): Promise<YamlData<T>> {
  try {
    if ((await stat(file)).size > MAX_BYTES) {
      return { outcome: "broken", reason: dataFile.tooBig };
    }
    return parseYaml(await readFile(file, "utf8"), shape);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT"
      ? { outcome: "missing" }
      : { outcome: "broken", reason: dataFile.unreadable };
  }
}

export function parseYaml<T>(text: string, shape: z.ZodType<T>): YamlData<T> {
  const lines = new LineCounter();
  const document = parseDocument(text.normalize("NFC"), {
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
  });
  const fault = document.errors[0];
  if (fault !== undefined) {
    const { line } = lines.linePos(fault.pos[0]);
    return { outcome: "broken", reason: dataFile.line(line, dataFile.notYaml(fault.message)) };
  }
  const parsed = shape.safeParse(document.contents === null ? undefined : document.toJS());
  if (parsed.success) {
    return { outcome: "read", value: parsed.data };
  }
  const issue = parsed.error.issues[0];
  const path = issue?.path ?? [];
  const reason = dataFile.wrong(path.map(String).join("."), issue?.message ?? "");
  return { outcome: "broken", reason: dataFile.line(lineOf(document, lines, path), reason) };
}

/** The line of the value a path leads to, or of the nearest one above it that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] } | undefined;
    const start = node?.range?.[0];
    if (start !== undefined) {
      return lines.linePos(start).line;
    }
  }
  return 1;
}
