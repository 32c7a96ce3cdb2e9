import { join } from "node:path";
import { z } from "zod";
import type { Level, Locality } from "../domain/document.ts";
import type { Edition, UnreadFile } from "../domain/knowledge.ts";
import { dataFile, reloadRefused } from "../vietnamese/wording/reload.ts";
import { readYaml, type YamlData } from "./yaml-data.ts";

/** What an edition holds besides its documents. */
export type OfficeData = Required<
  Pick<Edition, "localities" | "vocabulary" | "hotlines" | "links" | "holidays" | "units">
>;

const text = z.string().trim().min(1);
const words = z.array(text).default([]);
const absent = z.preprocess(
  (value) => (value === "" || value === "null" || value === "~" ? null : value),
  text.nullable().default(null),
);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, { message: dataFile.badDay });

const levels: Readonly<Record<string, Level>> = {
  commune: "commune",
  ward: "ward",
  province: "province",
  xã: "commune",
  phường: "ward",
  "đặc khu": "commune",
  tỉnh: "province",
  "thành phố": "province",
};
const locality = z
  .strictObject({
    slug: z.string().regex(/^[a-z0-9-]+$/u, { message: dataFile.badSlug }),
    name: text,
    shortName: text.optional(),
    level: z.string().refine((level) => level in levels, { message: dataFile.badLevel }),
    province: absent,
    otherNames: words,
    contacts: words,
  })
  .transform(
    ({ level, shortName, ...rest }): Locality => ({
      ...rest,
      level: levels[level] ?? "commune",
      shortName: shortName ?? rest.name.replace(/^(xã|phường|đặc khu|tỉnh|thành phố)\s+/iu, ""),
    }),
  );
const localities = z.array(locality).superRefine((all, context) => {
  all.forEach(({ slug }, index) => {
    if (all.findIndex((other) => other.slug === slug) < index) {
      context.addIssue({ code: "custom", path: [index, "slug"], message: dataFile.twice(slug) });
    }
  });
});

const pairs = z.record(z.string(), z.string()).default({});
const vocabulary = z.strictObject({
  abbreviations: pairs,
  teencode: pairs,
  dialect: pairs,
  names: pairs,
  synonyms: z.array(z.array(text)).default([]),
});
const hotline = z.strictObject({ number: text, name: text, use: text, source: text, date: text });
const link = z.strictObject({ url: text, name: text, source: text, date: text });
const holiday = z.strictObject({ date: day, name: text, kind: z.enum(["off", "work"]), source: text });
const unit = z.strictObject({ locality: absent, name: text, otherNames: words });

const list = <T extends z.ZodType>(item: T) => z.array(item).default([]);

export interface OfficeFiles {
  readonly data: OfficeData;
  readonly unread: readonly UnreadFile[];
  /** Why no edition can be made at all; null when one can. */
  readonly refusal: string | null;
}

/** Reads localities, vocabulary, hotlines, links, holidays and units; a broken file leaves the live edition's data in force. */
export async function readOfficeFiles(folder: string, live: Edition | null): Promise<OfficeFiles> {
  const unread: UnreadFile[] = [];

  async function data<T>(file: string, shape: z.ZodType<T>, lastGood: T | undefined, empty: T): Promise<T> {
    const found = await readYaml(join(folder, file), shape);
    if (found.outcome === "broken") {
      unread.push({ file, reason: found.reason, keptLastGood: lastGood !== undefined });
      return lastGood ?? empty;
    }
    return found.outcome === "read" ? found.value : empty;
  }

  const found = await readYaml(join(folder, "localities.yaml"), localities);
  if (found.outcome === "broken") {
    unread.push({ file: "localities.yaml", reason: found.reason, keptLastGood: live !== null });
  }
  const places = found.outcome === "read" ? found.value : (live?.localities ?? null);
  return {
    data: {
      localities: places ?? [],
      vocabulary: await data("vocabulary.yaml", vocabulary.prefault({}), live?.vocabulary, noVocabulary),
      hotlines: await data("hotlines.yaml", list(hotline), live?.hotlines, []),
      links: await data("links.yaml", list(link), live?.links, []),
      holidays: await data("holidays.yaml", list(holiday), live?.holidays, []),
      units: await data("units.yaml", list(unit), live?.units, []),
    },
    unread,
    refusal: places === null ? refusalOf(found) : null,
  };
}

const noVocabulary: OfficeData["vocabulary"] = {
  abbreviations: {},
  teencode: {},
  dialect: {},
  names: {},
  synonyms: [],
};

function refusalOf(found: YamlData<unknown>): string {
  return found.outcome === "broken"
    ? reloadRefused.badLocalities(`localities.yaml, ${found.reason}`)
    : reloadRefused.noLocalities;
}
