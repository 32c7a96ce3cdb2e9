import type { DocumentCard } from "../../../domain/document.ts";
import type { Edition } from "../../../domain/knowledge.ts";
import { dayAt } from "../../../vietnamese/text/dates.ts";
import { shorten } from "../../../vietnamese/text/shorten.ts";
import { DUTIES, reportLine, scheduleLine } from "../../../vietnamese/wording/officers/commands.ts";
import type { DutyLine } from "../../turn/turn.ts";

const LONGEST_CONTENT = 220;
const LONGEST_TITLE = 90;

function cardOf(doc: string, edition: Edition | null): DocumentCard | null {
  return edition?.documents.find((document) => document.id === doc)?.card ?? null;
}

/** "Kế hoạch số 15/KH-UBND" where the paper has a number, else its title. */
export function dutyPaper(doc: string, edition: Edition | null): string {
  const card = cardOf(doc, edition);
  const number = card?.number?.value ?? "";
  const name = /\d/u.test(number) ? number : shorten(card?.title ?? doc, LONGEST_TITLE);
  const place = edition?.localities.find((one) => one.slug === card?.locality)?.name;
  return place === undefined || name.includes(place) ? name : `${name} (${place})`;
}

export function dutySource(duty: DutyLine, edition: Edition | null): string {
  const { task } = duty;
  const by = task.assignedBy === undefined ? "" : `; giao tại mục ${task.assignedBy}`;
  return `Nguồn: ${dutyPaper(task.doc, edition)}, mục ${task.section}${by}`;
}

/** One duty in three or four lines: code and content, when, last report, source. */
export function dutyText(duty: DutyLine, edition: Edition | null): string {
  const { task, due, report } = duty;
  const lines = [
    `${duty.code} ${shorten(task.content, LONGEST_CONTENT)}`,
    scheduleLine({
      scheduleText: task.scheduleText ?? null,
      kind: task.schedule?.kind ?? null,
      deadline: due?.deadline ?? null,
      daysLeft: due?.daysLeft ?? null,
      byDefault: due?.byDefault ?? false,
      ...(due?.planned === undefined ? {} : { planned: due.planned }),
    }),
    ...(duty.part === "oversight" && task.lead.length > 0
      ? [`Chủ trì: ${shorten(task.lead.join(", "), 120)}`]
      : []),
    ...(duty.part === "support" && task.lead.length > 0
      ? [`Đơn vị chủ trì: ${shorten(task.lead.join(", "), 120)}`]
      : []),
    ...(report === null ? [] : [`Báo cáo: ${reportLine(report.state, dayAt(report.at), report.ownDate)}`]),
    dutySource(duty, edition),
  ];
  return lines.join("\n");
}

/** Provincial papers that concern the officer's place, with what they say to communes: a note, or null. */
export function provincialNote(locality: string, edition: Edition | null): string | null {
  const home = edition?.localities.find((one) => one.slug === locality);
  if (edition === null || home === undefined) {
    return null;
  }
  const papers = edition.documents.filter((document) => {
    const place = edition.localities.find((one) => one.slug === document.card.locality);
    const above =
      place?.level === "province" && (place.shortName === home.province || place.slug === home.slug);
    return above && document.tasks.length > 0;
  });
  const notes = papers.map((paper) => {
    const name = dutyPaper(paper.id, edition);
    const toCommunes = paper.tasks.filter((task) =>
      [...task.lead, ...task.coordinators].some((unit) =>
        /(?:UBND|Ủy ban nhân dân)(?: các)? (?:xã|phường|cấp xã)/iu.test(unit),
      ),
    );
    const bodies = [...new Set(paper.tasks.flatMap((task) => task.lead))].slice(0, 4).join(", ");
    return toCommunes.length > 0
      ? DUTIES.provincialToCommunes(name, toCommunes.length)
      : DUTIES.provincial(name, bodies);
  });
  return notes.length === 0 ? null : notes.join("\n");
}
