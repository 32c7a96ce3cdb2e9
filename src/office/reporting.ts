import type { DocumentKind, LocalitySlug } from "../domain/document.ts";
import type { Edition } from "../domain/knowledge.ts";
import type { Reporting } from "../domain/reporting.ts";
import { reportingOf } from "../reminders/calendar/reporting.ts";

/** Papers whose issuer is the body that reports on them. */
const PLANS: readonly DocumentKind[] = ["plan", "program", "annex"];

/** How a place reports, by what its office has set and by who issued its plans. */
export function reportingIn(
  edition: Pick<Edition, "localities" | "documents"> | null,
  locality: LocalitySlug | null,
): Reporting {
  const place = edition?.localities.find(({ slug }) => slug === locality) ?? null;
  const plans = (edition?.documents ?? [])
    .map(({ card }) => card)
    .filter((card) => card.locality === locality && PLANS.includes(card.kind));
  return reportingOf(
    place,
    plans.map(({ issuer }) => issuer?.value ?? null),
  );
}
