// knowledge/laws.yaml: laws that changed, and which guides have to be read again for them.

import { z } from "zod";
import type { Guide } from "../../domain/document.ts";
import { newestSource } from "./age.ts";

const words = z.string().trim().min(1);

const law = z.strictObject({
  law: words,
  /** ISO day. */
  inForce: z.iso.date(),
  about: words,
  guides: z.array(words).min(1),
  source: z.string().regex(/^https?:\/\/\S+$/u),
});

export const laws = z.array(law).default([]);
export type Law = Readonly<z.infer<typeof law>>;

/** Laws in force after the newest source of a guide, or after the day it was checked, which none of its sources treats. */
export function newerLaws(guide: Guide, all: readonly Law[]): readonly Law[] {
  const newest = newestSource(guide) ?? "";
  const known = newest < guide.checkedOn ? newest : guide.checkedOn;
  return all.filter(
    (one) =>
      one.guides.includes(guide.id) &&
      one.inForce > known &&
      !guide.sources.some(({ url }) => url === one.source),
  );
}
