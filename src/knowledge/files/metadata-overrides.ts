// The side file of one paper: what a person corrects of its card.
import { parse } from "yaml";
import { z } from "zod";
import type { DocumentCard } from "../../domain/document.ts";
import { nfc } from "../../vietnamese/text/normalise.ts";

const sourced = z
  .string()
  .nullable()
  .transform((value) => (value === null ? null : { value, words: value }));
const listed = z.array(z.string()).transform((values) => values.map((value) => ({ value, words: value })));

const sideShape = z
  .object({
    kind: z.enum([
      "plan",
      "program",
      "annex",
      "list",
      "decision",
      "resolution",
      "directive",
      "telegram",
      "letter",
      "notice",
      "invitation",
      "report",
      "proposal",
      "guidance",
      "guide",
      "other",
    ]),
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

/** NAME.yaml beside NAME: any field of the card, corrected by hand. */
export function readOverrides(yaml: string, file: string): Overrides {
  const result = sideShape.safeParse(parse(nfc(yaml)) ?? {});
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`${file} cannot be used: ${faults.join("; ")}. Correct the file and load again.`);
  }
  const side = result.data;
  return Object.fromEntries(Object.entries(side).filter(([, value]) => value !== undefined)) as Overrides;
}
