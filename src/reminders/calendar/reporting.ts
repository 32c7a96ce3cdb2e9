// How a place reports: what its office has set, else what follows from its level and from who issued its plans.

import type { Locality } from "../../domain/document.ts";
import type { ApprovedTask } from "../../domain/reminder.ts";
import type { Reporting } from "../../domain/reporting.ts";
import type { Task } from "../../domain/task.ts";

/** Nghị định 09/2019/NĐ-CP, Điều 13: a province sends by the 25th of a period's last month. */
const PROVINCE_SENDS_BY = 25;
const PARTY_BODY = /(?:đảng|tỉnh|thành)\s+[uủ][yỷ](?!\p{L})/iu;
/** "báo cáo viên" are people. */
const REPORT = /báo cáo(?!\s+viên)/iu;

/** `issuers` are the bodies that issued the plans of the place. The decree binds the state's offices, not the Party's. */
export function reportingOf(place: Locality | null, issuers: readonly (string | null)[]): Reporting {
  const named = issuers.filter((issuer) => issuer !== null);
  const party = named.length > 0 && named.every((issuer) => PARTY_BODY.test(issuer.normalize("NFC")));
  const { by = party ? "party" : "committee", days, sendBy } = place?.reporting ?? {};
  const byLaw = place?.level === "province" && by === "committee" ? PROVINCE_SENDS_BY : null;
  return { by, days: days ?? (by === "party" ? "calendar" : "law"), sendBy: sendBy ?? byLaw };
}

/** Work that recurs and ends in a report, with the rules of its place. */
export function withReporting(
  tasks: readonly ApprovedTask[],
  rules: (task: Task) => Reporting,
): readonly ApprovedTask[] {
  return tasks.map((approved) =>
    approved.task.schedule?.kind === "recurring" && REPORT.test(approved.task.content.normalize("NFC"))
      ? { ...approved, reporting: rules(approved.task) }
      : approved,
  );
}
