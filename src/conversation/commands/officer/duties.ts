import type { Officer } from "../../../domain/people.ts";
import { DUTIES } from "../../../vietnamese/wording/officers/commands.ts";
import { OVERVIEW } from "../../../vietnamese/wording/officers/officers.ts";
import { dayIn } from "../../input/short-words.ts";
import { sayPaged } from "../../turn/paging.ts";
import { say } from "../../turn/state.ts";
import type { Command, DutyLine, Reply, Turn } from "../../turn/turn.ts";
import { shownDuties } from "../work/lists.ts";
import { dutyText, provincialNote } from "./duty-lines.ts";
import { chosenDuties, overview } from "./overview.ts";

interface Block {
  readonly head: string;
  readonly duties: readonly DutyLine[];
}

function listed(blocks: readonly Block[], turn: Turn): string {
  const edition = turn.deps.knowledge();
  return blocks
    .filter((block) => block.duties.length > 0)
    .flatMap(({ head, duties }) => [
      `${head} (${duties.length})`,
      ...duties.map((duty) => dutyText(duty, edition)),
    ])
    .join("\n\n");
}

function headOf(unit: string, duties: readonly DutyLine[]): string {
  const count = (part: DutyLine["part"]) => duties.filter((duty) => duty.part === part).length;
  return DUTIES.head(unit, count("lead"), count("support"));
}

function none(officer: Officer, turn: Turn): Reply {
  const note = provincialNote(officer.locality, turn.deps.knowledge());
  const text = officer.unit === null ? DUTIES.noUnit : DUTIES.none(officer.unit);
  return say(turn.state, note === null ? text : `${text}\n\n${note}`);
}

const PARTS: readonly (readonly [DutyLine["part"], string, RegExp])[] = [
  ["lead", DUTIES.lead, /ch[uủ] tr[iì]/iu],
  ["support", DUTIES.support, /ph[oố]i h[oợ]p/iu],
];

/** A leader or admin sees the whole place first, then what they choose of it. */
function leaders(turn: Turn, all: readonly DutyLine[]): Reply {
  const chosen = turn.words.trim() === "" ? null : chosenDuties(turn, all);
  if (chosen === null) {
    return overview(turn, all);
  }
  const text =
    chosen.duties.length === 0
      ? OVERVIEW.nothing
      : listed([{ head: chosen.name, duties: chosen.duties }], turn);
  return sayPaged(turn.state, text, [{ label: OVERVIEW.byUnit, value: "/viec" }]);
}

/** All duties of the officer's unit: what it leads, then what it supports, with schedule and source. */
export const duties: Command = {
  for: "officer",
  async run(turn) {
    const { officer } = turn;
    const all = officer === null ? [] : shownDuties(await turn.deps.duties(officer));
    if (officer === null || all.length === 0) {
      return officer === null ? say(turn.state, DUTIES.noUnit) : none(officer, turn);
    }
    if (officer.unit === null) {
      return leaders(turn, all);
    }
    // "đơn vị tôi chủ trì việc nào" asks for one part only; both or none named means both.
    const asked = PARTS.filter(([, , pattern]) => pattern.test(turn.words));
    const blocks = PARTS.filter(([part]) => asked.length !== 1 || asked[0]?.[0] === part).map(
      ([part, head]) => ({
        head,
        duties: all.filter((duty) => duty.part === part),
      }),
    );
    const note = provincialNote(officer.locality, turn.deps.knowledge());
    const text = [headOf(officer.unit, all), listed(blocks, turn), ...(note === null ? [] : [note])].join(
      "\n\n",
    );
    return sayPaged(turn.state, text, [{ label: "Việc sắp đến hạn", value: "/han" }]);
  },
};

/** Without a day: what is overdue and what is due within two weeks. With a day: all that must be done by it. */
export const deadlines: Command = {
  for: "officer",
  async run(turn) {
    const { officer, today, words } = turn;
    const all = officer === null ? [] : shownDuties(await turn.deps.duties(officer));
    if (officer === null || all.length === 0) {
      return officer === null ? say(turn.state, DUTIES.noUnit) : none(officer, turn);
    }
    const undated = all.filter((duty) => duty.due === null && duty.group !== "done").length;
    const others = undated === 0 ? [] : [DUTIES.others(undated)];
    const day = dayIn(words, today);
    if (day === null && /\d/u.test(words)) {
      return say(turn.state, DUTIES.badDay);
    }
    const blocks =
      day === null
        ? [
            { head: DUTIES.overdue, duties: all.filter((duty) => duty.group === "overdue") },
            { head: DUTIES.soon, duties: all.filter((duty) => duty.group === "soon") },
          ]
        : [
            {
              head: DUTIES.until(day),
              duties: all.filter((duty) => duty.due !== null && duty.due.deadline <= day),
            },
          ];
    const text = listed(blocks, turn);
    const empty = day === null ? DUTIES.noneSoon : DUTIES.noneDue(day);
    return sayPaged(turn.state, [text === "" ? empty : text, ...others].join("\n\n"), [
      { label: "Tất cả việc", value: "/viec" },
    ]);
  },
};
