// A paper's text to everything we know of it. Pure: the same input gives the same result, and nothing is invented.
import type { DocumentId, Locality } from "../domain/document.ts";
import type { UnderstoodDocument } from "../domain/knowledge.ts";
import type { Task, Unit } from "../domain/task.ts";
import { type UnitHints, type UnitReader, unitReader } from "./entities/units.ts";
import { assignedTasks, headingNames, type TaskDraft } from "./extract/assignments.ts";
import { referencesOf, resolve } from "./extract/cross-references.ts";
import { labelledTasks } from "./extract/labelled-items.ts";
import { cardOf } from "./extract/metadata.ts";
import { orderedTasks } from "./extract/orders.ts";
import { cutQuotes, draftsOf, numbered, type Origin, stableId } from "./extract/passages.ts";
import { resultCells, rowTasks } from "./extract/row-tasks.ts";
import { figuresIn } from "./extract/targets.ts";
import type { Overrides } from "./files/metadata-overrides.ts";
import { contactDoubts, type ListedContacts, sayable } from "./lint/contacts.ts";
import { lint } from "./lint/lint.ts";
import { type Part, partsOf } from "./outline/document-parts.ts";
import { type Node, outlineOf, walk } from "./outline/outline.ts";
import { paragraphsOf } from "./outline/paragraphs.ts";
import { withTables } from "./tables/tables.ts";
import type { Line } from "./text/lines.ts";
import { repair } from "./text/repair.ts";

export interface PaperInput {
  readonly id: DocumentId;
  /** As read from the file; real tables arrive as Markdown rows. */
  readonly text: string;
  /** NAME.yaml, correcting fields of the card. */
  readonly side?: Overrides;
  readonly localities: readonly Locality[];
  readonly unitHints: UnitHints;
  /** Numbers and links the office lists; where given, parts of a paper with others are kept from residents and reported. */
  readonly listed?: ListedContacts;
  /** ISO day in Viet Nam, to tell which deadlines are past. */
  readonly today: string;
}

export function understandDocument(input: PaperInput): UnderstoodDocument {
  const repaired = repair(input.text);
  const { source, lines } = repaired;
  const { units, bodies, outlines, nodes } = outlined(lines, input.unitHints);
  const card = cardOf(input.id, bodies, input.localities, input.side);
  const origin: Origin = { doc: input.id, locality: card.locality, source };

  const labelled = labelledTasks(nodes, units);
  const told = assignedTasks(nodes, units, new Set(labelled.flatMap((draft) => draft.node ?? [])));
  const ordered = orderedTasks(nodes, {
    kind: card.kind,
    issuer: card.issuer?.value ?? "",
    front: bodies[0]?.front ?? [],
    units,
    taken: new Set([...labelled, ...told].flatMap((draft) => draft.node ?? [])),
  });
  const resolved = resolve(nodes, referencesOf(told), units);
  const tasks = unique(
    [...rowTasks(nodes, units), ...labelled, ...resolved.tasks, ...told, ...ordered],
    origin,
  );

  const all = numbered(
    outlines.flatMap(({ body, nodes: own }) => draftsOf(body, own, source)),
    origin,
  );
  const figures = figuresIn(nodes, resultCells(nodes), card, origin);
  const { today, listed } = input;
  const said = (words: string): boolean => listed === undefined || sayable(words, listed);
  const passages = all.filter(({ text }) => said(text));
  const targets = figures.targets.filter(({ statement }) => said(statement));
  const results = figures.results.filter(({ statement }) => said(statement));
  const contacts = listed === undefined ? [] : contactDoubts(all, listed);

  return {
    id: input.id,
    card,
    sections: sectionsOf(nodes),
    passages,
    tasks,
    targets,
    results,
    units: unitsOf(tasks, input),
    findings: [
      ...contacts.map((doubt) => ({ doc: input.id, ...doubt })),
      ...lint({ card, repaired, bodies, nodes, passages, tasks, targets, resolved, units, today }),
    ],
    guide: null,
    sourceText: source,
  };
}

/** Names that only the paper's own headings tell apart ("Ban Quản lý chợ và khu du lịch") are known in all of it. */
function outlined(lines: readonly Line[], hints: UnitHints, names: readonly string[] = []): Outlined {
  const units = unitReader(hints, names);
  const bodies = partsOf(paragraphsOf(withTables(lines, units)));
  const seen = new Map<string, number>();
  const outlines = bodies.map((body) => ({ body, nodes: outlineOf(body.main, body.annex, seen) }));
  const nodes = outlines.flatMap((one) => one.nodes);
  const own = names.length > 0 ? [] : headingNames(nodes, units);
  return own.length > 0 ? outlined(lines, hints, own) : { units, bodies, outlines, nodes };
}

interface Outlined {
  readonly units: UnitReader;
  readonly bodies: readonly Part[];
  readonly outlines: readonly { readonly body: Part; readonly nodes: readonly Node[] }[];
  readonly nodes: readonly Node[];
}

function sectionsOf(nodes: readonly Node[]): UnderstoodDocument["sections"] {
  return [...walk(nodes)]
    .filter((node) => node.kind === "section")
    .map((node) => ({
      path: node.path,
      label: node.label,
      title: node.words.text,
      parent: node.parent?.path ?? null,
    }));
}

function taskOf(draft: TaskDraft, id: string, quoted: ReturnType<typeof cutQuotes>, origin: Origin): Task {
  const assignedQuote = draft.by === undefined ? undefined : cutQuotes(origin.source, draft.by.words).quote;
  return {
    id,
    doc: origin.doc,
    locality: origin.locality,
    section: draft.section,
    content: draft.content,
    lead: draft.lead,
    coordinators: draft.coordinators,
    ...(draft.result === undefined ? {} : { result: draft.result }),
    schedule: draft.found?.schedule ?? null,
    ...(draft.found === null ? {} : { scheduleText: draft.found.words }),
    ...(draft.inherited ? { scheduleInherited: true } : {}),
    ...quoted,
    ...(draft.by === undefined ? {} : { assignedBy: draft.by.section }),
    ...(assignedQuote === undefined ? {} : { assignedQuote }),
  };
}

/** Ids hold document, place and a digest of the paper's words: the same after every reload of the same paper. */
function unique(drafts: readonly TaskDraft[], origin: Origin): readonly Task[] {
  const seen = new Set<string>();
  const ids = new Map<string, string>();
  return drafts.flatMap((draft) => {
    const quoted = cutQuotes(origin.source, draft.words);
    const id = stableId(origin.doc, draft.section, quoted.quote);
    if (seen.has(id)) {
      return [];
    }
    seen.add(id);
    ids.set(draft.section, id);
    const partOf = draft.partOf === undefined ? undefined : ids.get(draft.partOf);
    return [{ ...taskOf(draft, id, quoted, origin), ...(partOf === undefined ? {} : { partOf }) }];
  });
}

/** Bodies the paper names, with the other names the office has noted for them. */
function unitsOf(tasks: readonly Task[], input: PaperInput): readonly Unit[] {
  const locality = tasks[0]?.locality ?? null;
  const names = [...new Set(tasks.flatMap((task) => [...task.lead, ...task.coordinators]))];
  return names.map((name) => ({ locality, name, otherNames: otherNames(name, input.unitHints) }));
}

function otherNames(name: string, hints: UnitHints): readonly string[] {
  const all = hints.units.map((unit) => [unit.name, ...unit.otherNames]);
  const lower = name.toLowerCase();
  const best = all
    .flatMap((group) =>
      group.filter((one) => lower.includes(one.toLowerCase())).map((one) => ({ group, length: one.length })),
    )
    .sort((a, b) => b.length - a.length)[0];
  return (best?.group ?? []).filter((one) => one.toLowerCase() !== lower);
}
