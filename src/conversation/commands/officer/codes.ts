/** Letters that people take for one another, as the codes are made. */
function letters(code: string): string {
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/gu, "1");
}

/** Things that a typed code may mean: "#TT-6F2K", "tt6f2k", "6F2K"; a shorter form of a longer code when nothing else fits. */
export function byCode<T extends { readonly code: string }>(
  typed: string,
  things: readonly T[],
): readonly T[] {
  const wanted = letters(typed);
  if (wanted.length < 4) {
    return [];
  }
  const exact = things.filter(
    ({ code }) => letters(code) === wanted || letters(code.slice(code.indexOf("-"))) === wanted,
  );
  return exact.length > 0 ? exact : things.filter(({ code }) => letters(code).startsWith(wanted));
}

/** The code at the start of a command's words, and what follows it. */
export function splitCode(words: string): { readonly code: string | null; readonly rest: string } {
  const match =
    /^\s*(?:việc |viec |mã |ma )?(#\s*[0-9a-z]+(?:\s*-\s*[0-9a-z]+)?|[a-z]{1,3}-[0-9a-z]{4,10})(?![0-9a-z])\s*[:,.-]?\s*(.*)$/isu.exec(
      words,
    );
  return { code: match?.[1] ?? null, rest: (match?.[2] ?? words).trim() };
}
