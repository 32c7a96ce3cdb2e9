/** What a test's own process may learn of this machine, and nothing else: a moved date must reach it too. */
const ALLOWED = /^(?:PATH|TZ|LD_PRELOAD|FAKETIME\w*)$/u;

/** The surroundings of a process that a test starts: where programs lie, the zone, and the date `npm run test:dates` sets. */
export function surroundings(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value !== undefined && ALLOWED.test(name) ? [[name, value]] : [],
    ),
  );
}
