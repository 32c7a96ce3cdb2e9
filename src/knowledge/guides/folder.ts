// A knowledge folder as the writers of guides see it: the guides, what they may name, and the rules they must keep.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Guide } from "../../domain/document.ts";
import { guideFault } from "../../vietnamese/wording/knowledge/guide-lint.ts";
import { listKnowledge } from "../files/folder.ts";
import { readOfficeFiles } from "../files/office-data.ts";
import { readYaml } from "../files/yaml.ts";
import { readAsked } from "./asked.ts";
import { GuideError } from "./error.ts";
import type { Contacts } from "./figures.ts";
import { readGuide } from "./guide.ts";
import { type Law, laws } from "./laws.ts";
import { type GuideRules, readGuideRules } from "./lint-rules.ts";

export interface GuideFolder {
  /** Those that could be read, by id. */
  readonly guides: readonly Guide[];
  /** Vietnamese: which file, which line, why. */
  readonly unread: readonly string[];
  readonly contacts: Contacts;
  readonly rules: GuideRules;
  readonly laws: readonly Law[];
}

/** Reads `guides/*.md`, hotlines.yaml, links.yaml, laws.yaml and guide-lint.yaml. Throws when guide-lint.yaml cannot be read. */
export async function readGuideFolder(folder: string): Promise<GuideFolder> {
  const listing = await listKnowledge(folder);
  const files = listing?.files.filter((file) => file.kind === "guide") ?? [];
  const read = await Promise.all(
    files.map(async (file) => tryGuide(file.id, await readFile(file.path, "utf8"))),
  );
  const astray = await Promise.all(
    files.map(async ({ id, side }, at) => {
      const guide = read[at];
      return side === null || guide === undefined || guide instanceof GuideError
        ? []
        : readAsked(guide, await readFile(side, "utf8")).astray.map(
            ({ line, heading }) => `asked/${id}.txt, dòng ${line}: ${guideFault.askedNothing(heading)}`,
          );
    }),
  );
  const { data, unread } = await readOfficeFiles(folder, null, () => undefined);
  const changes = await readYaml(join(folder, "laws.yaml"), laws);
  return {
    guides: read.filter((one): one is Guide => !(one instanceof GuideError)),
    unread: [
      ...read.filter((one): one is GuideError => one instanceof GuideError).map((error) => error.message),
      ...astray.flat(),
      ...unread
        .filter(({ file }) => ["hotlines.yaml", "links.yaml", "matters.yaml"].includes(file))
        .map(({ file, reason }) => `${file}: ${reason}`),
      ...(changes.outcome === "broken" ? [`laws.yaml: ${changes.reason}`] : []),
    ],
    contacts: { hotlines: data.hotlines, links: data.links },
    laws: changes.outcome === "read" ? changes.value : [],
    rules: readGuideRules(await readFile(join(folder, "guide-lint.yaml"), "utf8")),
  };
}

function tryGuide(id: string, text: string): Guide | GuideError {
  try {
    return readGuide(id, text).guide;
  } catch (error) {
    if (error instanceof GuideError) {
      return error;
    }
    throw error;
  }
}
