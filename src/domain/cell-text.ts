/**
 * Words that a spreadsheet would take for a formula are made words, wide signs ("＝1+1") too: people copy cells and save
 * them as CSV.
 */
export function cellText(text: string): string {
  return /^[\s\u00A0]*[=+\-@\t\r|%＝＋－＠]/u.test(text) ? `'${text}` : text;
}
