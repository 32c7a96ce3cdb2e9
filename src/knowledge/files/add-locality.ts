// A place added to localities.yaml as its papers name it, the rest of the file left as the office wrote it.
import { parse } from "yaml";
import type { Level } from "../../domain/document.ts";
import { oneLine } from "../../vietnamese/text/normalise.ts";
import { slugOf } from "../../vietnamese/text/slug.ts";

const LEVELS: readonly (readonly [RegExp, Level])[] = [
  [/^(?:xã|thị trấn|đặc khu)\s+/iu, "commune"],
  [/^phường\s+/iu, "ward"],
  [/^(?:tỉnh|thành phố)\s+/iu, "province"],
];

export type AddedLocality =
  | { readonly outcome: "added"; readonly yaml: string; readonly slug: string }
  | { readonly outcome: "known" }
  /** The name does not open with its level: "xã", "phường", "tỉnh". */
  | { readonly outcome: "no_level" };

/** `yaml` is the text of localities.yaml; `name` is "xã Bình Minh". */
export function addLocality(yaml: string, name: string): AddedLocality {
  const whole = oneLine(name);
  const level = LEVELS.find(([opens]) => opens.test(whole));
  const shortName = level === undefined ? "" : whole.replace(level[0], "");
  if (level === undefined || shortName === "") {
    return { outcome: "no_level" };
  }
  const full = whole.slice(0, 1).toLowerCase() + whole.slice(1);
  const kept =
    (parse(yaml) as { localities?: readonly { slug: string; name: string }[] } | null)?.localities ?? [];
  if (kept.some((one) => one.name.toLowerCase() === full.toLowerCase())) {
    return { outcome: "known" };
  }
  const plain = slugOf(shortName);
  // Communes of one name in two provinces are told apart by number until the office names them.
  let slug = plain;
  for (let next = 2; kept.some((one) => one.slug === slug); next++) {
    slug = `${plain}-${next}`;
  }
  const entry = [
    `  - slug: ${slug}`,
    `    name: ${JSON.stringify(full)}`,
    `    shortName: ${JSON.stringify(shortName)}`,
    `    level: ${level[1]}`,
    "    province: null",
    "    otherNames: []",
    "    contacts: []",
  ];
  const base = /^localities\s*:/mu.test(yaml) && kept.length > 0 ? yaml.trimEnd() : "localities:";
  return { outcome: "added", yaml: `${base}\n${entry.join("\n")}\n`, slug };
}
