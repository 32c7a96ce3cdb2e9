/** Cut at a word, with "…" when something is left out. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= most) {
    return line;
  }
  const cut = line.slice(0, most - 1);
  const blank = cut.lastIndexOf(" ");
  return `${(blank > most / 2 ? cut.slice(0, blank) : cut).replace(/[\s,;:.]+$/u, "")}…`;
}
