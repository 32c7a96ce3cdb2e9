import type { LocalitySlug } from "./document.ts";
import type { Edition } from "./knowledge.ts";
import type { Officer } from "./people.ts";

/** One's own locality; a province's people also see the communes that say they lie in it. Null belongs to all. */
export function seesPlace(officer: Officer, locality: LocalitySlug | null, edition: Edition | null): boolean {
  if (locality === null || locality === officer.locality) {
    return true;
  }
  const places = edition?.localities ?? [];
  const own = places.find((place) => place.slug === officer.locality);
  const asked = places.find((place) => place.slug === locality);
  return own?.level === "province" && asked?.province === own.shortName;
}

export function manages(officer: Officer): boolean {
  return officer.active && (officer.role === "leader" || officer.role === "admin");
}
