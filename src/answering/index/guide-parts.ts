// A guide as the parts that can answer alone.
import type { Guide, GuidePart, PartRef } from "../../domain/document.ts";

/**
 * All parts a guide has, the whole first. How long and how much are parts of every guide: one that does not say it is asked
 * all the same, and has to say so.
 */
export function partsOf(guide: Guide): readonly PartRef[] {
  const one = (part: GuidePart, held: boolean): PartRef[] => (held ? [{ part, index: 0 }] : []);
  const each = (part: GuidePart, lines: readonly string[]) => lines.map((_, index) => ({ part, index }));
  return [
    { part: "whole", index: 0 },
    ...one("needs", guide.needs.length > 0),
    ...one("time", true),
    ...one("cost", true),
    ...each("step", guide.steps),
    ...each("trouble", guide.troubles),
    ...one("safety", guide.safety !== null),
    ...one("whom", guide.person !== null),
  ];
}

/** The line of a part as it stands in the guide; null where the guide has none. */
export function lineOf(guide: Guide, part: GuidePart, index: number): string | null {
  switch (part) {
    case "whole":
      return guide.summary;
    case "needs":
      return guide.needs.length === 0 ? null : guide.needs.join("; ");
    case "time":
      return guide.time;
    case "cost":
      return guide.cost;
    case "step":
      return guide.steps[index] ?? null;
    case "trouble":
      return guide.troubles[index] ?? null;
    case "safety":
      return guide.safety;
    case "whom":
      return guide.person;
  }
}
