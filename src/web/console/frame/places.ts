import { html } from "hono/html";
import type { LocalitySlug } from "../../../domain/document.ts";
import { frame } from "../../../vietnamese/wording/console/frame.ts";
import type { Html, Visit } from "./visit.ts";

export function placeName(visit: Visit, locality: LocalitySlug | null): string {
  const places = visit.parts.knowledge.edition()?.localities ?? [];
  return locality === null
    ? frame.everywhere
    : (places.find((place) => place.slug === locality)?.name ?? locality);
}

/** Where a question was asked from. */
export function placeAsked(visit: Visit, locality: LocalitySlug | null): string {
  return locality === null ? frame.noPlace : placeName(visit, locality);
}

/** The localities a visitor may act for. */
export function ownPlaces(visit: Visit): readonly LocalitySlug[] {
  const all = (visit.parts.knowledge.edition()?.localities ?? []).map((place) => place.slug);
  const own = all.filter((slug) => visit.sees(slug));
  return own.length === 0 ? [visit.officer.locality] : own;
}

export function placeOptions(visit: Visit, chosen: LocalitySlug | null, everywhere: boolean): Html {
  const options = ownPlaces(visit).map(
    (slug) =>
      html`<option value="${slug}"${slug === chosen ? html` selected` : ""}>${placeName(visit, slug)}</option>`,
  );
  return html`${everywhere ? html`<option value=""${chosen === null ? html` selected` : ""}>${frame.everywhere}</option>` : ""}${options}`;
}
