import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { CommuneCard } from "../../domain/commune-card.ts";
import type { Level, Locality } from "../../domain/document.ts";
import type { Edition, UnreadFile } from "../../domain/knowledge.ts";
import type { Matter } from "../../domain/matter.ts";
import type { Unit } from "../../domain/task.ts";
import { dataFile, reloadRefused } from "../../vietnamese/wording/knowledge/ingest.ts";
import { cards, cardWords } from "./card-data.ts";
import { readYaml, type YamlData } from "./yaml.ts";

/** What an edition holds besides its documents. */
export type OfficeData = Omit<Edition, "id" | "createdAt" | "documents" | "units" | "unitHeads"> &
  Required<Pick<Edition, "units" | "unitHeads">>;

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
const reporting = z.strictObject({
  days: z.exactOptional(z.enum(["law", "calendar"])),
  sendBy: z.exactOptional(
    z
      .string()
      .regex(/^(?:[1-9]|[12]\d|3[01])$/u, { message: dataFile.badDayOfMonth })
      .transform(Number),
  ),
  by: z.exactOptional(z.enum(["committee", "party"])),
});
const locality = z
  .strictObject({
    slug: z.string().regex(/^[a-z0-9-]+$/u, { message: dataFile.badSlug }),
    name: text,
    shortName: text.optional(),
    level: z.string().refine((level) => level in levels, { message: dataFile.badLevel }),
    province: absent,
    otherNames: words,
    contacts: words,
    reporting: reporting.optional(),
  })
  .transform(
    ({ level, shortName, reporting: rules, ...rest }): Locality => ({
      ...rest,
      ...(rules === undefined ? {} : { reporting: rules }),
      level: levels[level] ?? "commune",
      shortName: shortName ?? rest.name.replace(/^(xã|phường|đặc khu|tỉnh|thành phố)\s+/iu, ""),
    }),
  );
const localityList = z.array(locality).superRefine((all, context) => {
  all.forEach(({ slug }, index) => {
    if (all.findIndex((other) => other.slug === slug) < index) {
      context.addIssue({ code: "custom", path: [index, "slug"], message: dataFile.twice(slug) });
    }
  });
});

// A bare list, or a list under the file's own name.
const localities = z.preprocess(
  (value) => (isRecord(value) && "localities" in value ? value.localities : value),
  localityList,
);

const pairs = z.record(z.string(), z.string()).default({});
const vocabulary = z.strictObject({
  abbreviations: pairs,
  teencode: pairs,
  dialect: pairs,
  endings: pairs,
  names: pairs,
  synonyms: z.array(z.array(text)).default([]),
});
const hotline = z.strictObject({
  number: text,
  name: text,
  said: words,
  use: text,
  source: text,
  date: text,
});
const link = z.strictObject({ url: text, name: text, source: text, date: text });
const holiday = z.strictObject({ date: day, name: text, kind: z.enum(["off", "work"]), source: text });
const unit = z.strictObject({ locality: absent, name: text, otherNames: words });
const unitsFile = z.strictObject({ heads: words, units: z.array(unit).default([]) });

const matter = z
  .strictObject({
    matter: z.string().regex(/^[a-z0-9-]+$/u, { message: dataFile.badSlug }),
    name: text,
    said: words,
    guides: words,
    near: words,
    door: z.strictObject({
      place: text,
      online: absent,
      bring: words,
      source: z.strictObject({ publisher: text, url: text, date: text }),
    }),
  })
  .transform(({ matter: slug, ...rest }): Matter => ({ slug, ...rest }));

const list = <T extends z.ZodType>(item: T) => z.array(item).default([]);

interface UnitsFile {
  readonly heads: readonly string[];
  readonly units: readonly Unit[];
}

export interface OfficeFiles {
  readonly data: OfficeData;
  readonly unread: readonly UnreadFile[];
  /** Why no edition can be made at all; null when one can. */
  readonly refusal: string | null;
}

/** Reads localities, vocabulary, hotlines, links, holidays, matters, cards, units and safety; a broken file leaves the live edition's data in force. */
export async function readOfficeFiles(
  folder: string,
  live: Edition | null,
  checkSafety: (text: string) => void,
): Promise<OfficeFiles> {
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
  const unitsBefore = live === null ? undefined : { heads: live.unitHeads ?? [], units: live.units ?? [] };
  const named = await data<UnitsFile>("units.yaml", unitsFile.prefault({}), unitsBefore, {
    heads: [],
    units: [],
  });
  return {
    data: {
      localities: places ?? [],
      vocabulary: await data("vocabulary.yaml", vocabulary.prefault({}), live?.vocabulary, noVocabulary),
      hotlines: await data("hotlines.yaml", list(hotline), live?.hotlines, []),
      links: await data("links.yaml", list(link), live?.links, []),
      holidays: await data("holidays.yaml", list(holiday), live?.holidays, []),
      matters: await data("matters.yaml", list(matter), live?.matters, []),
      cards: ofPlaces(await data("cards.yaml", cards, live?.cards, []), places ?? [], unread),
      cardWords: await data("card-words.yaml", cardWords.nullable().default(null), live?.cardWords, null),
      units: named.units,
      unitHeads: named.heads,
      ...(await safetyText(folder, live, checkSafety, unread)),
    },
    unread,
    refusal: places === null ? refusalOf(found) : null,
  };
}

/** A card of no known place is named and left out: nobody could be shown it. */
function ofPlaces(
  all: readonly CommuneCard[],
  places: readonly Locality[],
  unread: UnreadFile[],
): readonly CommuneCard[] {
  const known = new Set(places.map(({ slug }) => slug));
  const astray = all.filter(({ locality }) => !known.has(locality)).map(({ locality }) => locality);
  if (astray.length > 0) {
    unread.push({
      file: "cards.yaml",
      reason: dataFile.cardOfNoPlace(astray.join(", ")),
      keptLastGood: false,
    });
  }
  return all.filter(({ locality }) => known.has(locality));
}

const noVocabulary: OfficeData["vocabulary"] = {
  abbreviations: {},
  teencode: {},
  dialect: {},
  names: {},
  synonyms: [],
};

/** The guard's own words, kept as text. `checkSafety` throws with a Vietnamese sentence when they cannot be used. */
async function safetyText(
  folder: string,
  live: Edition | null,
  checkSafety: (text: string) => void,
  unread: UnreadFile[],
): Promise<{ readonly safety?: string }> {
  try {
    const safety = await readFile(join(folder, "safety.yaml"), "utf8");
    checkSafety(safety);
    return { safety };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return {};
    }
    const said = error instanceof Error && !("code" in error) ? error.message : dataFile.unreadable;
    // The sentence may begin with the file's name, which stands beside it already.
    const reason = said.replace(/^safety\.yaml:?\s+/u, "");
    const lastGood = live?.safety;
    unread.push({ file: "safety.yaml", reason, keptLastGood: lastGood !== undefined });
    return lastGood === undefined ? {} : { safety: lastGood };
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function refusalOf(found: YamlData<unknown>): string {
  return found.outcome === "broken"
    ? reloadRefused.badLocalities(`localities.yaml, ${found.reason}`)
    : reloadRefused.noLocalities;
}
