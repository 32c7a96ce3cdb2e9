// A knowledge folder as the writers of guides see it: the guides, what they may name, and the rules they must keep.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Guide } from "../domain/document.ts";
import { readGuide } from "./guide.ts";
import { GuideError } from "./guide-error.ts";
import type { Contacts } from "./guide-figures.ts";
import { type GuideRules, readGuideRules } from "./guide-rules.ts";
import { readOfficeFiles } from "./yaml-files.ts";

export interface GuideFolder {
  /** Those that could be read, by id. */
  readonly guides: readonly Guide[];
  readonly unread: readonly GuideError[];
  readonly contacts: Contacts;
  readonly rules: GuideRules;
}

/** Reads `guides/*.md`, hotlines.yaml, links.yaml and guide-lint.yaml. Throws when the folder or guide-lint.yaml cannot be read. */
export async function readGuideFolder(folder: string): Promise<GuideFolder> {
  const names = (await readdir(join(folder, "guides"))).filter((name) => name.endsWith(".md")).sort();
  const read = await Promise.all(
    names.map(async (name) =>
      tryGuide(name.slice(0, -3), await readFile(join(folder, "guides", name), "utf8")),
    ),
  );
  const { data } = await readOfficeFiles(folder, null);
  return {
    guides: read.filter((one): one is Guide => !(one instanceof GuideError)),
    unread: read.filter((one): one is GuideError => one instanceof GuideError),
    contacts: { hotlines: data.hotlines, links: data.links },
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
