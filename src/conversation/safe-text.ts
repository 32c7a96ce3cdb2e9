import { findPersonalData, mask } from "../vietnamese/privacy.ts";

/** A question as it may be kept: personal data only as their shapes. */
export function safeText(text: string): string {
  return findPersonalData(text).length === 0 ? text : mask(text);
}
