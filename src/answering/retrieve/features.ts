// What speaks for a candidate.

/** What a person can read of a candidate: a name and a number for each. Absent means 0. */
export type Features = Readonly<Record<string, number>>;
