// The small YAML files an office edits by hand: localities, units, and the side file of one paper.
import { parse } from "yaml";
import { z } from "zod";
import type { DocumentCard, Locality } from "../../domain/document.ts";
import { nfc } from "../../vietnamese/text/normalise.ts";
import type { UnitHints } from "../entities/units.ts";

const names = z.array(z.string()).default([]);

const localityShape = z.object({
  slug: z.string().regex(/^[a-z0-9-]+$/u),
  name: z.string(),
  shortName: z.string(),
  level: z.enum(["commune", "ward", "province"]),
  province: z.string().nullable().default(null),
  otherNames: names,
  contacts: names,
});

const hintsShape = z.object({
  heads: names,
  units: z.array(z.object({ name: z.string(), otherNames: names })).default([]),
});

const sourced = z
  .string()
  .nullable()
  .transform((value) => (value === null ? null : { value, words: value }));
const listed = z.array(z.string()).transform((values) => values.map((value) => ({ value, words: value })));

const sideShape = z
  .object({
    kind: z.enum(["plan", "annex", "decision", "directive", "notice", "guidance", "guide", "other"]),
    title: z.string(),
    number: sourced,
    date: sourced,
    place: sourced,
    issuer: sourced,
    signer: sourced,
    locality: z.string().nullable(),
    level: z.enum(["commune", "ward", "province"]).nullable(),
    period: sourced,
    legalBases: listed,
    replaces: listed,
  })
  .partial()
  .strict();

/** Corrections of a card by hand. */
export type Overrides = Partial<Omit<DocumentCard, "id">>;

function read<T>(shape: z.ZodType<T>, yaml: string, file: string): T {
  const result = shape.safeParse(parse(nfc(yaml)) ?? {});
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`${file} cannot be used: ${faults.join("; ")}. Correct the file and load again.`);
  }
  return result.data;
}

/** knowledge/localities.yaml: a list, or a list under `localities`. */
export function readLocalities(yaml: string): readonly Locality[] {
  return read(z.object({ localities: z.array(localityShape) }), yaml, "localities.yaml").localities;
}

/** knowledge/units.yaml. */
export function readUnitHints(yaml: string): UnitHints {
  return read(hintsShape, yaml, "units.yaml");
}

/** NAME.yaml beside NAME: any field of the card, corrected by hand. */
export function readOverrides(yaml: string, file: string): Overrides {
  const side = read(sideShape, yaml, file);
  return Object.fromEntries(Object.entries(side).filter(([, value]) => value !== undefined)) as Overrides;
}
