import { z } from "zod";
import {
  type CardDesk,
  type CardWords,
  COMMUNE_FIELDS,
  type CommuneCard,
  DESK_FIELDS,
  DESKS,
} from "../../domain/commune-card.ts";
import { dataFile } from "../../vietnamese/wording/knowledge/ingest.ts";

const text = z.string().trim().min(1);
/** A line of a form left empty is a line not filled in. */
const filled = z.preprocess(
  (value) => (typeof value === "string" && /^(?:|null|~)$/u.test(value.trim()) ? null : value),
  text.nullable().default(null),
);
const day = z.iso.date({ message: dataFile.badDay });

const desk = z.preprocess(
  (value) => (value === "" || value === null ? {} : value),
  z.strictObject({ phone: filled, address: filled, hours: filled, weekend: filled, who: filled }),
);
const lesson = z.strictObject({ hamlet: text, place: filled, time: text, matter: filled });

/** knowledge/cards.yaml: one card for each locality. */
export const cards = z
  .array(
    z
      .strictObject({
        locality: text,
        updated: day,
        ...Object.fromEntries(DESKS.map((name) => [name, desk.optional()])),
        website: filled,
        zalo: filled,
        classes: z.preprocess((value) => (value === "" ? [] : value), z.array(lesson).default([])),
      })
      .transform(
        ({ locality, updated, website, zalo, classes, ...desks }): CommuneCard => ({
          locality,
          updated,
          website,
          zalo,
          classes,
          desks: desks as Readonly<Record<string, CardDesk>>,
        }),
      ),
  )
  .superRefine((all, context) => {
    all.forEach(({ locality }, index) => {
      if (all.findIndex((other) => other.locality === locality) < index) {
        context.addIssue({ code: "custom", path: [index, "locality"], message: dataFile.twice(locality) });
      }
    });
  })
  .default([]);

const ways = z.array(text);
const each = <K extends string>(names: readonly K[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, ways])) as Record<K, typeof ways>);

/** knowledge/card-words.yaml. */
export const cardWords: z.ZodType<CardWords> = z.strictObject({
  desks: each(DESKS),
  fields: each([...DESK_FIELDS, ...COMMUNE_FIELDS]),
  contact: ways,
  commune: ways,
  work: ways,
  little: ways,
});
