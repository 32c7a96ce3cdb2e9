import type { Button } from "../../../domain/conversation.ts";
import { fold } from "../../../vietnamese/text/normalise.ts";
import { OVERVIEW } from "../../../vietnamese/wording/officers/officers.ts";
import { localityOfSlug } from "../../input/localities.ts";
import { sayPaged } from "../../turn/paging.ts";
import type { DutyLine, Reply, Turn } from "../../turn/turn.ts";
import { dutyPaper } from "./duty-lines.ts";

const LINES = 12;
const BUTTONS = 6;

type State = keyof typeof OVERVIEW.states;

const STATES: readonly (readonly [State, RegExp])[] = [
  ["overdue", /\bqua han|\btre han/u],
  ["soon", /\bsap (?:den|toi) han/u],
  ["later", /\bchua den han/u],
  ["done", /\bda (?:bao )?xong|\bhoan thanh\b/u],
  ["ongoing", /\bthuong xuyen/u],
  ["as_guided", /\btheo huong dan/u],
  ["separate_plan", /\bke hoach rieng/u],
  ["on_request", /\bkhi co yeu cau|\bdot xuat/u],
  ["unclear", /\b(?:khong|chua) ro/u],
];

interface Group {
  readonly name: string;
  readonly duties: readonly DutyLine[];
}

/** Duties by some name, the most late first; the order is the same for the same duties, so that buttons may count. */
function grouped(
  duties: readonly DutyLine[],
  namesOf: (duty: DutyLine) => readonly string[],
): readonly Group[] {
  const groups = new Map<string, DutyLine[]>();
  for (const duty of duties) {
    for (const name of new Set(namesOf(duty))) {
      groups.set(name, [...(groups.get(name) ?? []), duty]);
    }
  }
  return [...groups]
    .map(([name, list]) => ({ name, duties: list }))
    .sort((a, b) => b.duties.length - a.duties.length || (a.name < b.name ? -1 : 1));
}

const late = (duties: readonly DutyLine[]) => duties.filter((duty) => duty.group === "overdue").length;

function part(head: string, groups: readonly Group[]): string {
  const lines = groups
    .slice(0, LINES)
    .map(({ name, duties }) => OVERVIEW.line(name, duties.length, late(duties)));
  const rest = groups.length > LINES ? [OVERVIEW.rest(groups.length - LINES)] : [];
  return [head, ...lines, ...rest].join("\n");
}

export const stateName = (duty: DutyLine) => OVERVIEW.states[duty.group as State] ?? OVERVIEW.states.unclear;
const leadsOf = ({ task }: DutyLine) => (task.lead.length === 0 ? [OVERVIEW.nobody] : task.lead);

/** What a leader's words after /viec choose; null for the overview. */
export function chosenDuties(turn: Turn, duties: readonly DutyLine[]): Group | null {
  const folded = fold(turn.words).replace(/[^a-z0-9]+/gu, " ");
  if (/\btat ca\b/u.test(folded)) {
    return { name: OVERVIEW.byState, duties };
  }
  const units = grouped(duties, leadsOf);
  const papers = grouped(duties, ({ task }) => [dutyPaper(task.doc, turn.deps.knowledge())]);
  const numbered = /^ ?(dv|vb) (\d{1,3}) ?$/u.exec(folded);
  if (numbered !== null) {
    return (numbered[1] === "dv" ? units : papers)[Number(numbered[2]) - 1] ?? null;
  }
  const state = STATES.find(([, pattern]) => pattern.test(folded))?.[0];
  const plain = (name: string) =>
    ` ${fold(name)
      .replace(/[^a-z0-9]+/gu, " ")
      .trim()} `;
  const named =
    [...units, ...papers].find(({ name }) => ` ${folded.trim()} `.includes(plain(name))) ??
    (folded.trim().length < 4
      ? undefined
      : [...units, ...papers].find(({ name }) => plain(name).includes(` ${folded.trim()} `)));
  if (state === undefined) {
    return named ?? null;
  }
  return {
    name: OVERVIEW.states[state],
    duties: (named?.duties ?? duties).filter((duty) => duty.group === state),
  };
}

/** Everything of the place: by state, by lead unit, by paper. */
export function overview(turn: Turn, duties: readonly DutyLine[]): Reply {
  const edition = turn.deps.knowledge();
  const place = localityOfSlug(turn.officer?.locality ?? null, edition)?.name ?? turn.officer?.locality ?? "";
  const units = grouped(duties, leadsOf);
  const states = grouped(duties, (duty) => [stateName(duty)]);
  const papers = grouped(duties, ({ task }) => [dutyPaper(task.doc, edition)]);
  const urgent = (["overdue", "soon"] as const).filter((state) =>
    duties.some((duty) => duty.group === state),
  );
  const buttons: readonly Button[] = [
    ...urgent.map((state) => ({
      label: OVERVIEW.states[state],
      value: state === "overdue" ? "/viec quá hạn" : "/viec sắp đến hạn",
    })),
    ...units
      .slice(0, BUTTONS)
      .map(({ name }, at) => ({ label: name.slice(0, 60), value: `/viec dv ${at + 1}` })),
  ];
  const text = [
    OVERVIEW.head(place, duties.length),
    part(OVERVIEW.byState, states),
    part(OVERVIEW.byUnit, units),
    part(OVERVIEW.bySource, papers),
    OVERVIEW.how,
  ].join("\n\n");
  return sayPaged(turn.state, text, buttons);
}
