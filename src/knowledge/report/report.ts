// What was understood of one paper, in an order a person checks it: as parts that the terminal and a web page both show.
import type { DocumentCard, Sourced } from "../../domain/document.ts";
import type { UnderstoodDocument } from "../../domain/knowledge.ts";
import type { Target, Task } from "../../domain/task.ts";
import { shownDay } from "../../vietnamese/text/dates.ts";
import { scheduleUnderstood, paperPage as words } from "../../vietnamese/wording/knowledge/reading.ts";
import type { ReadPaper } from "../read/common/outcome.ts";

export interface PaperReport {
  readonly name: string;
  readonly read: ReadPaper;
  /** null when the file could not be read. */
  readonly understood: UnderstoodDocument | null;
}

/** One fact of the card; `words` is the paper's own wording where it differs. */
interface CardLine {
  readonly label: string;
  readonly value: string;
  readonly words: string | null;
}

interface OutlineLine {
  readonly depth: number;
  readonly label: string;
  readonly title: string;
}

export interface PaperReportView {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** Why the file could not be read; the rest is empty then. */
  readonly unread: string | null;
  readonly card: readonly CardLine[];
  readonly look: readonly { readonly place: string; readonly message: string; readonly words: string }[];
  readonly outline: readonly OutlineLine[];
  readonly targets: readonly (readonly string[])[];
  readonly tasks: readonly (readonly string[])[];
}

export const targetColumns = [words.place, words.year, words.group, words.figure, words.statement];
export const taskColumns = [
  words.place,
  words.task,
  words.lead,
  words.coordinators,
  words.when,
  words.result,
];

function sourcedLine(
  label: string,
  found: Sourced<string> | null,
  shown = (value: string) => value,
): CardLine {
  if (found === null) {
    return { label, value: words.unsaid, words: null };
  }
  const value = shown(found.value);
  return { label, value, words: found.words === value ? null : found.words };
}

function cardLines(card: DocumentCard): readonly CardLine[] {
  const { fields } = words;
  const several = (label: string, all: readonly Sourced<string>[]): readonly CardLine[] =>
    all.map((one, index) => ({ ...sourcedLine(index === 0 ? label : "", one) }));
  return [
    { label: fields.kind, value: words.kinds[card.kind], words: null },
    { label: fields.title, value: card.title, words: null },
    sourcedLine(fields.number, card.number),
    sourcedLine(fields.date, card.date, shownDay),
    sourcedLine(fields.place, card.place),
    sourcedLine(fields.issuer, card.issuer),
    sourcedLine(fields.signer, card.signer),
    { label: fields.locality, value: card.locality ?? words.unsaid, words: null },
    sourcedLine(fields.period, card.period),
    ...several(fields.legalBases, card.legalBases),
    ...several(fields.replaces, card.replaces),
  ];
}

function figure(target: Target): string {
  const amount =
    target.percent === null ? `${target.count?.value ?? ""} ${target.count?.of ?? ""}` : `${target.percent}%`;
  return `${words.comparisons[target.comparison]} ${amount}`.trim();
}

/** The paper's words, and how they were understood. */
function whenOf(task: Task): string {
  if (task.schedule === null) {
    return "";
  }
  const said = task.scheduleText ?? "";
  const notes = [scheduleUnderstood(task.schedule), ...(task.scheduleInherited ? [words.inherited] : [])];
  return said === "" ? notes.join(", ") : `${said} → ${notes.join(", ")}`;
}

function taskRow(task: Task): readonly string[] {
  const place =
    task.assignedBy === undefined || task.section.startsWith(task.assignedBy)
      ? task.section
      : `${task.section} (${words.assignedBy(task.assignedBy)})`;
  return [
    place,
    task.content,
    task.lead.join("; "),
    task.coordinators.join("; "),
    whenOf(task),
    task.result ?? "",
  ];
}

const depthOf = (document: UnderstoodDocument): ReadonlyMap<string, number> => {
  const depths = new Map<string, number>();
  for (const { path, parent } of document.sections) {
    depths.set(path, parent === null ? 0 : (depths.get(parent) ?? 0) + 1);
  }
  return depths;
};

function understoodView(document: UnderstoodDocument, read: Extract<ReadPaper, { outcome: "read" }>) {
  const depths = depthOf(document);
  const findings = document.findings.map(({ section, message, words: quoted }) => ({
    place: section ?? "",
    message,
    words: quoted,
  }));
  return {
    card: cardLines(document.card),
    look: [...read.warnings.map((message) => ({ place: "", message, words: "" })), ...findings],
    outline: document.sections.map(({ path, label, title }) => ({
      depth: depths.get(path) ?? 0,
      label,
      title,
    })),
    targets: document.targets.map((target) => [
      target.section,
      target.year ?? "",
      target.group,
      figure(target),
      target.statement,
    ]),
    tasks: document.tasks.map(taskRow),
  };
}

/** What a person should see of a paper that was read, or why it was not. */
export function viewPaper({ name, read, understood }: PaperReport): PaperReportView {
  const title = words.title(name);
  if (read.outcome === "unread" || understood === null) {
    const unread = read.outcome === "unread" ? read.reason : "";
    return {
      name,
      title,
      summary: words.unread,
      unread,
      card: [],
      look: [],
      outline: [],
      targets: [],
      tasks: [],
    };
  }
  const view = understoodView(understood, read);
  const pages = read.pages === undefined ? [] : [words.pages(read.pages)];
  const counts = words.counts(view.outline.length, view.tasks.length, view.targets.length, view.look.length);
  return {
    name,
    title,
    summary: [words.origins[read.origin], ...pages, counts].join(" · "),
    unread: null,
    ...view,
  };
}
