import type { FigureEntry } from "../../domain/figure.ts";
import { squeeze } from "../../vietnamese/text/normalise.ts";

/** The sum for one target; every part has its place, and who has not sent is named. */
export interface FigureSum {
  readonly done: number;
  /** null when not every place said out of how many. */
  readonly of: number | null;
  /** Of each place the entry of the last period in the list, there the latest, in the order of first sending. */
  readonly parts: readonly FigureEntry[];
  readonly missing: readonly string[];
}

/** null when nobody has sent anything for this target. */
export function sumFor(
  code: string,
  entries: readonly FigureEntry[],
  expected: readonly string[],
): FigureSum | null {
  const latest = new Map<string, FigureEntry>();
  for (const entry of entries.filter((one) => one.target === code)) {
    const known = latest.get(squeeze(entry.place));
    if (known === undefined || entry.period !== known.period || entry.at >= known.at) {
      latest.set(squeeze(entry.place), entry);
    }
  }
  const parts = [...latest.values()];
  if (parts.length === 0) {
    return null;
  }
  const all = parts.every((part) => part.of !== null);
  return {
    done: parts.reduce((sum, part) => sum + part.done, 0),
    of: all ? parts.reduce((sum, part) => sum + (part.of ?? 0), 0) : null,
    parts,
    missing: expected.filter((place) => !latest.has(squeeze(place))),
  };
}
