/** Said when a place is asked for by a short name that no loaded place has. */
export function unknownLocality(
  slug: string,
  known: readonly { readonly slug: string; readonly name: string }[],
): string {
  const shown = slug.slice(0, 60).normalize("NFC");
  const have = known.map((one) => `${one.slug} (${one.name})`).join(", ");
  return `Không có địa phương “${shown}” trong hệ thống. Hiện có: ${have}.`;
}
