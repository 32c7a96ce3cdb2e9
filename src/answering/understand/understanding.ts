import type { Intent } from "../../domain/conversation.ts";
import type { LocalitySlug } from "../../domain/document.ts";
import type { OtherPlace } from "./places.ts";

/** Groups that targets are set for, in the order they are told apart. */
export type TargetGroup =
  | "officials"
  | "party_members"
  | "students"
  | "workers"
  | "elderly"
  | "disabled"
  | "households"
  | "neighborhoods"
  | "markets"
  | "schools"
  | "citizens";

/** Which field of a task is asked for. */
export type Slot = "lead" | "support" | "schedule" | "result" | "content" | "verbatim";

/** What kind of thing the answer must hold; a passage without one cannot answer. */
export type Need =
  | "clock"
  | "percent"
  | "date"
  | "body"
  | "money"
  | "address"
  | "phone"
  | "number"
  | "link"
  | "person"
  | "document";

/** Which field of a document's card is asked for. */
export type CardField = "signer" | "issuer" | "date" | "number" | "replaces" | "bases" | "recipients";

/** What is done over which rows of which places; a message holds one such query, or one for each of its halves. */
export interface PlanQuery {
  /** Of the effective locality; of the places named; of every place that is loaded. */
  readonly scope: "one" | "several" | "all";
  readonly over: "targets" | "tasks" | "models" | "card" | "outline" | "passages";
  readonly act: "find" | "list" | "count" | "least" | "most" | "compare" | "summarise";
  /** Rows that do not say this field are asked for ("việc nào chưa có ai chủ trì"). */
  readonly without: "lead" | "schedule" | "support" | "result" | null;
}

export interface ItemNumber {
  /** "5.5.1" */
  readonly number: string;
  /** "IV" when the part was named. */
  readonly part: string | null;
}

/** A question as understood. Every field can be shown to a person who asks why. */
export interface Understanding {
  readonly typed: string;
  /** Accents restored, teencode and slips undone. */
  readonly text: string;
  /** `text` without accents, lower case, single blanks, padded with one blank at each end. */
  readonly folded: string;
  readonly intent: Intent;
  readonly slot: Slot | null;
  /** "ai chủ trì, ai phối hợp": who leads is asked together with who supports. */
  readonly leadToo: boolean;
  readonly cardField: CardField | null;
  readonly needs: readonly Need[];
  /** Localities named in the question itself. */
  readonly named: readonly LocalitySlug[];
  /** Places that bear the name as it was typed, where one alone must be meant. */
  readonly doubtful: readonly LocalitySlug[];
  /** Effective locality: named, else carried by a follow-up, else chosen. */
  readonly locality: LocalitySlug | null;
  /** A place that is named, but that no loaded paper belongs to. */
  readonly otherPlace: OtherPlace | null;
  readonly years: readonly string[];
  /** ISO days named in the question. */
  readonly days: readonly string[];
  /** Months named with their year, "2025-07". */
  readonly months: readonly string[];
  readonly groups: readonly TargetGroup[];
  readonly unit: string | null;
  readonly item: ItemNumber | null;
  readonly documentNumber: string | null;
  /** Figures in percent the asker takes for given ("có đúng là 70% không"). */
  readonly assumedPercents: readonly number[];
  readonly yesNo: boolean;
  /** What is counted, folded: "mentee" in "mấy mentee"; null when no count is asked. */
  readonly counted: string | null;
  /** About the asker's own file, account or pay, which no paper holds. */
  readonly ownCase: boolean;
  /** Which of many places does best, or how this one ranks. */
  readonly ranking: boolean;
  /** Asked of this commune itself ("của xã", "xã mình có"), where a guide for everybody is no answer. */
  readonly ofPlace: boolean;
  /** A name between quotation marks, as it was typed. */
  readonly quoted: string | null;
  /** The question's content with locality, year and question words taken out; what to look for. */
  readonly subject: string;
  readonly query: PlanQuery;
  /** A message that asks two things: each of them as it stands alone; else empty. */
  readonly halves: readonly Understanding[];
  readonly followUp: boolean;
  readonly correction: boolean;
}
