// What a person must look at in a paper: one list of doubts, each with its place and its words.
import type { DocumentCard, Passage } from "../../domain/document.ts";
import type { Finding, Target, Task } from "../../domain/task.ts";
import { findingMessage } from "../../vietnamese/wording/knowledge/findings.ts";
import type { UnitReader } from "../entities/units.ts";
import type { Resolved } from "../extract/cross-references.ts";
import type { Part } from "../outline/document-parts.ts";
import { type Node, walk } from "../outline/outline.ts";
import type { RepairedText } from "../text/repair.ts";
import { placeDoubts } from "./place.ts";
import { assignmentDoubts, fallingFigures, scheduleDoubts, unknownUnits, unownedParts } from "./tasks.ts";
import { badText, type FindingDraft, misspeltNames, nearDuplicates } from "./words.ts";

export interface Examined {
  readonly card: DocumentCard;
  readonly repaired: RepairedText;
  readonly bodies: readonly Part[];
  readonly nodes: readonly Node[];
  readonly passages: readonly Passage[];
  readonly tasks: readonly Task[];
  readonly targets: readonly Target[];
  readonly resolved: Resolved;
  readonly units: UnitReader;
  readonly today: string;
}

function cardDoubts({ card, bodies }: Examined): readonly FindingDraft[] {
  const head = bodies.flatMap((body) => body.head).map((paragraph) => paragraph.words.text);
  const blank = head.find((line) => /Số\s*:/u.test(line));
  const number =
    card.number === null
      ? [
          {
            kind: "blank_number" as const,
            section: null,
            message: blank === undefined ? findingMessage.noNumber : findingMessage.blankNumber,
            words: blank ?? "",
          },
        ]
      : [];
  const date =
    card.date === null || card.date.value.length < 10
      ? [
          {
            kind: "blank_date" as const,
            section: null,
            message: findingMessage.blankDate(card.date?.value ?? null),
            words: card.date?.words ?? "",
          },
        ]
      : [];
  return [...number, ...date];
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function countOf(node: Node): number {
  if (node.style !== "roman") {
    return Number(/\d+$/u.exec(node.label)?.[0] ?? Number.NaN);
  }
  const digits = [...node.label].map((digit) => ROMAN[digit] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}

function siblingsOutOfOrder(siblings: readonly Node[]): readonly FindingDraft[] {
  const counted = siblings.filter((node) => ["roman", "number", "article", "part"].includes(node.style));
  return counted.flatMap((node, i) => {
    const before = counted[i - 1];
    if (
      before === undefined ||
      before.style !== node.style ||
      !(Math.abs(countOf(node) - countOf(before) - 1) > 0)
    ) {
      return [];
    }
    const message = findingMessage.outOfOrder(before.label, node.label);
    return [{ kind: "numerals_out_of_order" as const, section: node.path, message, words: node.words.text }];
  });
}

function outOfOrder(nodes: readonly Node[]): readonly FindingDraft[] {
  return [nodes, ...[...walk(nodes)].map((node) => node.children)].flatMap(siblingsOutOfOrder);
}

const ANNEXED =
  /(?:danh mục|phụ lục|biểu|bảng phân công)[^.;]{0,80}?(?:kèm theo|đính kèm)|(?:kèm theo|đính kèm)\s+(?:Kế hoạch này\s+)?(?:là\s+)?(?:các\s+)?(?:phụ lục|danh mục|biểu)/iu;

/** The paper speaks of its annex, and neither an annex nor a table of tasks is in the file. */
function missingAnnex({ bodies, nodes, card }: Examined): readonly FindingDraft[] {
  const there =
    card.kind === "annex" ||
    bodies.some((body) => body.annex !== "") ||
    [...walk(nodes)].some((node) => node.table !== null);
  const spoken = there ? undefined : [...walk(nodes)].find((node) => ANNEXED.test(node.words.text));
  return spoken === undefined
    ? []
    : [
        {
          kind: "missing_annex",
          section: spoken.path,
          message: findingMessage.missingAnnex,
          words: spoken.words.text,
        },
      ];
}

function hiddenText({ repaired }: Examined): readonly FindingDraft[] {
  return repaired.hidden
    ? [{ kind: "hidden_text", section: null, message: findingMessage.hiddenText, words: "" }]
    : [];
}

export function lint(examined: Examined): readonly Finding[] {
  const { repaired, nodes, passages, tasks, targets, resolved, units, today, card } = examined;
  const doubts: readonly FindingDraft[] = [
    ...placeDoubts(card),
    ...badText(repaired.source),
    ...hiddenText(examined),
    ...cardDoubts(examined),
    ...outOfOrder(nodes),
    ...missingAnnex(examined),
    ...assignmentDoubts(resolved, tasks),
    ...unownedParts(nodes, tasks),
    ...unknownUnits(nodes, tasks, units),
    ...scheduleDoubts(tasks, today),
    ...fallingFigures(targets),
    ...nearDuplicates(passages),
    ...misspeltNames(repaired.source, passages),
  ];
  return doubts.map((doubt) => ({ doc: card.id, ...doubt }));
}
