import { fold } from "./normalise.ts";

// A file called readme is passed over by loading.
export const SLUG = /^(?!readme$)[a-z0-9-]{2,60}$/u;

/** A short name for a document out of its file's name. */
export function slugOf(name: string): string {
  return fold(name.replace(/\.[^.]*$/u, ""))
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "")
    .slice(0, 60);
}
