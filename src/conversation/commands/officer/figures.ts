import type { FigureOutcome, FigureRow } from "../../../ports/officer.ts";
import { FIGURES } from "../../../vietnamese/wording/officers/figures.ts";
import { OFFICE } from "../../../vietnamese/wording/officers/officers.ts";
import { sayPaged } from "../../turn/paging.ts";
import { say } from "../../turn/state.ts";
import type { Command, Reply, Turn } from "../../turn/turn.ts";

const rowText = (row: FigureRow) => FIGURES.row(row.code, row.statement, row.sum, row.sent, row.missing);

/** "#CT-6F2K khu 2 900/2000", "xóa #CT-6F2K khu 2": figures typed without the command's name. */
export function isFigures(words: string): boolean {
  return /^(?:(?:xóa|xoa|bỏ|bo)\s+)?(?:#\s*ct\s*-?|ct\s*-)\s*[0-9a-z]{4,10}(?![0-9a-z])/iu.test(words);
}

async function answered(turn: Turn, outcome: FigureOutcome): Promise<Reply> {
  const { deps, officer, state } = turn;
  const audit = (act: string, words: string) =>
    deps.people.audit(deps.clock.now(), officer?.id ?? "", act, words);
  switch (outcome.kind) {
    case "problem":
      return say(state, FIGURES.problem(outcome.problem, outcome.line));
    case "board": {
      const text = [FIGURES.head(outcome.period), ...outcome.rows.map(rowText), FIGURES.how].join("\n\n");
      return sayPaged(state, text);
    }
    case "check": {
      const confirm = { label: FIGURES.confirm, value: `/solieu ${outcome.confirm}` };
      return say(state, FIGURES.check(outcome.period, outcome.figures), [confirm, FIGURES.drop]);
    }
    case "entered": {
      const { period, figures: lines, rows } = outcome;
      for (const { code, place } of lines) {
        await audit("figure", `${code} ${place}`);
      }
      const [only, another] = lines;
      const buttons =
        only === undefined || another !== undefined ? [] : [FIGURES.removeButton(only.code, only.place)];
      return say(state, [FIGURES.entered(period, lines), ...rows.map(rowText)].join("\n"), buttons);
    }
    case "removed": {
      const { period, code, place, rows } = outcome;
      await audit("figure_taken_back", `${code} ${place}`);
      return say(state, [FIGURES.removed(period, code, place), ...rows.map(rowText)].join("\n"));
    }
  }
}

/** Hamlets and units send their figures; sums and who has not sent are shown. */
export const figures: Command = {
  for: "officer",
  async run(turn) {
    const { deps, officer, state, words } = turn;
    if (deps.officers === undefined || officer === null) {
      return say(state, OFFICE.notHere);
    }
    if (/^(?:khong|không)$/iu.test(words.trim())) {
      return say(state, FIGURES.dropped);
    }
    const list = /^\s*n[oơ]i\s+g[uử]i\s*:?\s*(.*)$/isu.exec(words)?.[1];
    if (list === undefined) {
      return answered(turn, await deps.officers.figures(officer, words));
    }
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
  },
};
