/** The one JSON object of a model's answer, whatever stands around it; null when there is none. */
export function jsonIn(raw: string): unknown {
  try {
    return JSON.parse(raw.slice(raw.indexOf("{"), raw.lastIndexOf("}") + 1));
  } catch {
    return null;
  }
}
