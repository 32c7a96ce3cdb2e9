import type { FigureRow } from "../../../ports/officer.ts";
import { FIGURES, OFFICE } from "../../../vietnamese/wording/officers/officers.ts";
import { sayPaged } from "../../turn/paging.ts";
import { say } from "../../turn/state.ts";
import type { Command } from "../../turn/turn.ts";

const rowText = (row: FigureRow) => FIGURES.row(row.code, row.statement, row.sum, row.sent, row.missing);

/** Hamlets and units send their figures; sums and who has not sent are shown. */
export const figures: Command = {
  for: "officer",
  async run({ deps, officer, state, words }) {
    if (deps.officers === undefined || officer === null) {
      return say(state, OFFICE.notHere);
    }
    const list = /^\s*n[oơ]i\s+g[uử]i\s*:?\s*(.*)$/isu.exec(words)?.[1];
    if (list !== undefined) {
      if (officer.role !== "admin" && officer.role !== "leader") {
        return say(state, OFFICE.leadersOnly);
      }
      const places = list
        .split(/[;\n]/u)
        .map((place) => place.trim())
        .filter((place) => place !== "");
      await deps.officers.expect(officer, places);
      await deps.people.audit(deps.clock.now(), officer.id, "figure_places", String(places.length));
      return say(state, FIGURES.expected(places));
    }
    const outcome = await deps.officers.figures(officer, words);
    switch (outcome.kind) {
      case "problem":
        return say(state, FIGURES.problems[outcome.problem]);
      case "board":
        return sayPaged(
          state,
          [FIGURES.head(outcome.period), ...outcome.rows.map(rowText), FIGURES.how].join("\n\n"),
        );
      case "entered": {
        const { period, row, place, done, of } = outcome;
        await deps.people.audit(deps.clock.now(), officer.id, "figure", `${row.code} ${place}`);
        return say(state, `${FIGURES.entered(period, row.code, place, done, of)}\n${rowText(row)}`);
      }
    }
  },
};
