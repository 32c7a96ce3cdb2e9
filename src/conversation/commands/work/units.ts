import type { Turn } from "../../turn/turn.ts";

/** Bodies that may be named: those of the place's papers. */
export function unitsOf(turn: Turn): readonly string[] {
  const place = turn.officer?.locality;
  const documents = turn.deps.knowledge()?.documents.filter(({ card }) => card.locality === place) ?? [];
  const named = documents.flatMap(({ tasks }) =>
    tasks.flatMap(({ lead, coordinators }) => [...lead, ...coordinators]),
  );
  return [...new Set(named)];
}
