/** The days a reporting period takes: the law's cut-off (Nghị định 09/2019/NĐ-CP, Điều 12) or the calendar's. */
export type PeriodDays = "law" | "calendar";

/** Whose report it is: the people's committee's, or the Party committee's. */
export type Reporter = "committee" | "party";

/** How a place reports, as far as its office has said; the rest follows from its level and its papers. */
export interface ReportingRules {
  readonly days?: PeriodDays;
  /** Day of a period's last month by which the province wants the report. */
  readonly sendBy?: number;
  readonly by?: Reporter;
}

export interface Reporting {
  readonly days: PeriodDays;
  /** null where nobody has set one: then only the cut-off is known. */
  readonly sendBy: number | null;
  readonly by: Reporter;
}
