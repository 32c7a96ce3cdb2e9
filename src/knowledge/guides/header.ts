// The front matter of a guide: what is said about it, checked strictly so that a misspelt key is never lost silently.

import { isMap, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { guideFault } from "../../vietnamese/wording/knowledge/guide-lint.ts";
import { GuideError } from "./error.ts";

const words = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, guideFault.badSlug);
const day = z.iso.date(guideFault.badDay);

const source = z.strictObject({
  publisher: words,
  title: z.exactOptional(words),
  date: z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?|không rõ ngày)$/u, guideFault.badSourceDate),
  url: z.string().regex(/^https?:\/\/\S+$/u, guideFault.badUrl),
  figures: z.exactOptional(z.array(words)),
});

const header = z
  .strictObject({
    title: words,
    audience: z.array(z.enum(["resident", "elderly", "trader", "parent", "officer"])).min(1),
    phone: z.enum(["android", "iphone", "any"]),
    needs: z.array(words),
    time: words.nullable(),
    cost: words.nullable(),
    keywords: z.array(words).min(1),
    asks: z.array(words).min(6, guideFault.tooFewAsks),
    urgent: z.boolean(),
    related: z.array(slug),
    sources: z.array(source).min(1, guideFault.noSource),
    noOfficialSource: z.exactOptional(words),
    checkedOn: day,
    /** What was looked at on that day, in one line. */
    checked: z.exactOptional(words),
    reviewAfter: day,
  })
  .refine((read) => read.reviewAfter > read.checkedOn, {
    message: guideFault.reviewFirst,
    path: ["reviewAfter"],
  });

export type GuideHeader = z.infer<typeof header>;

/** Reads the YAML between the two "---" lines. `firstLine` is the line of the file on which `yaml` starts. */
export function readHeader(guide: string, yaml: string, firstLine: number): GuideHeader {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const line = lines.linePos(broken.pos[0]).line + firstLine - 1;
    throw new GuideError(guide, line, guideFault.headerNotYaml(broken.code));
  }

  const read = header.safeParse(document.toJS());
  if (read.success) {
    return read.data;
  }
  const issue = read.error.issues[0];
  const path = issue?.path.map((part) => (typeof part === "symbol" ? String(part) : part)) ?? [];
  throw new GuideError(guide, lineOf(path) + firstLine - 1, faultOf(issue, path));

  function lineOf(place: readonly (string | number)[]): number {
    for (let depth = place.length; depth > 0; depth -= 1) {
      const node: unknown = document.getIn(place.slice(0, depth), true);
      const start = (node as { range?: [number, number, number] } | undefined)?.range?.[0];
      if (start !== undefined) {
        return lines.linePos(start).line;
      }
    }
    return isMap(document.contents) ? 1 : 0;
  }
}

function faultOf(issue: z.core.$ZodIssue | undefined, path: readonly (string | number)[]): string {
  const key = path.join(".");
  if (issue === undefined) {
    return guideFault.headerNotYaml("");
  }
  if (issue.code === "unrecognized_keys") {
    return guideFault.unknownKey(issue.keys.join(", "));
  }
  if (issue.code === "invalid_type" && issue.input === undefined) {
    return key === "sources" ? guideFault.noSource : guideFault.missing(key);
  }
  return issue.message === guideFault.noSource || issue.message === guideFault.tooFewAsks
    ? issue.message
    : guideFault.wrong(key, issue.message);
}
