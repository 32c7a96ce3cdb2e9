// One question of several places, or of all that are loaded: each place by its own rows, then ranked, listed, counted.
import type { Level, LocalitySlug } from "../../domain/document.ts";
import type { Target } from "../../domain/task.ts";
import {
  composeCounts,
  composeMentions,
  composePlaces,
  composeRanking,
  type PlaceCount,
  type PlaceDraft,
  type PlaceMention,
  type PlaceTargets,
} from "../compose/across.ts";
import type { Draft } from "../compose/draft.ts";
import { composeTargets } from "../compose/targets.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import { modelsOf } from "../lookup/models.ts";
import { isNamedThing } from "../lookup/named-things.ts";
import { longestRun } from "../lookup/relevance.ts";
import { lookupTargets } from "../lookup/targets.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import { countsRows } from "../understand/query.ts";
import type { Understanding } from "../understand/understanding.ts";
import type { FoundInPlans } from "./finding.ts";

export interface AcrossQuestion {
  readonly base: EditionIndex;
  readonly u: Understanding;
  readonly places: readonly LocalitySlug[];
  /** The same question of one place alone. */
  readonly ask: (slug: LocalitySlug) => Promise<FoundInPlans>;
}

/** Words of counting and mentioning, which are not what is looked for. */
const FRAME =
  /(?<!\p{L})(?:có nhắc|nhắc|đề cập|nói đến|nói tới|có nêu|nêu|quy định|tới|đến|cũng|đều|địa phương|nơi|kế hoạch|văn bản|(?:thấp|cao|nhiều|ít|sớm|muộn|trễ|lớn|nhỏ|dài|ngắn) nhất|trong số|những|các|bên|ban hành|đặt|ngày(?=\s*\d))(?!\p{L})/giu;

function lookedFor({ base, u }: AcrossQuestion): Repaired {
  return base.retriever.words.repair(u.subject.replace(FRAME, " ").replace(/\s+/gu, " ").trim());
}

/** Share of what is looked for that one passage must hold, however it is spelt there. */
const HELD = 0.9;

/** The foremost passage of a place that holds the whole of what is looked for. */
async function mentionIn(
  { base }: AcrossQuestion,
  slug: LocalitySlug,
  subject: Repaired,
): Promise<PlaceMention | null> {
  const size = subject.keys.length;
  const own = (label: number) => {
    const passage = base.passages[label];
    return passage !== undefined && passage.locality === slug && base.documents.has(passage.doc);
  };
  const whole = base.passages.find((p, label) => own(label) && longestRun(p.text, subject) === size);
  if (whole !== undefined) {
    return { slug, passage: whole };
  }
  const hits =
    size < 2 || isNamedThing(base, subject.text) ? [] : await base.retriever.search(subject, 5, own);
  const held = hits.find(({ coverage }) => coverage >= HELD);
  const passage = held === undefined ? undefined : base.passages[held.label];
  return passage === undefined ? null : { slug, passage };
}

async function mentions(asked: AcrossQuestion): Promise<Draft | null> {
  const subject = lookedFor(asked);
  if (subject.keys.length === 0) {
    return null;
  }
  const found: PlaceMention[] = [];
  for (const slug of asked.places) {
    const mention = await mentionIn(asked, slug, subject);
    found.push(...(mention === null ? [] : [mention]));
  }
  const silent = asked.places.filter((slug) => !found.some((one) => one.slug === slug));
  return found.length === 0 ? null : composeMentions(found, silent, subject, asked.u, asked.base);
}

function targetsOf({ base, u }: AcrossQuestion, slug: LocalitySlug, subject: Repaired): readonly Target[] {
  const said = u.subject.replace(FRAME, " ").replace(/\s+/gu, " ").trim();
  const found = lookupTargets(base, { ...u, subject: said, locality: slug }, subject);
  return found.kind === "found" ? found.targets : [];
}

/** Targets of each place with what was looked for; a place without any is named as such. */
function targetsBy(asked: AcrossQuestion): readonly PlaceTargets[] {
  const subject = lookedFor(asked);
  return asked.places.flatMap((slug) => {
    const targets = targetsOf(asked, slug, subject);
    return targets.length === 0 ? [] : [{ slug, targets }];
  });
}

function ranked(asked: AcrossQuestion): Draft | null {
  const { base, u, places } = asked;
  if (countsRows(u.folded)) {
    return composeCounts(countsBy(asked), u, base);
  }
  if (u.query.over === "card") {
    return null;
  }
  const found = targetsBy(asked).flatMap(({ slug, targets }) => {
    const shares = targets.filter((t) => t.percent !== null);
    return shares.length === 0 ? [] : [{ slug, targets: shares }];
  });
  const silent = places.filter((slug) => !found.some((one) => one.slug === slug));
  return found.length === 0 ? null : composeRanking(found, silent, u, base);
}

/** How many targets, tasks or models each place's papers hold. */
function countsBy({ base, u, places }: AcrossQuestion): readonly PlaceCount[] {
  return places.flatMap((slug): readonly PlaceCount[] => {
    const here = (row: { readonly locality: LocalitySlug | null }) => row.locality === slug;
    switch (u.query.over) {
      case "targets": {
        const rows = base.targets.all.filter(
          (t) => here(t) && (u.years.length === 0 || (t.year !== null && u.years.includes(t.year))),
        );
        return rows[0] === undefined ? [] : [{ slug, count: rows.length, first: rows[0] }];
      }
      case "models": {
        const rows = modelsOf(base, slug);
        return rows[0] === undefined ? [] : [{ slug, count: rows.length, first: rows[0].passage }];
      }
      default: {
        const rows = base.tasks.all.filter((t) => here(t) && t.lead.length > 0 && t.partOf === undefined);
        return rows[0] === undefined ? [] : [{ slug, count: rows.length, first: rows[0] }];
      }
    }
  });
}

/** Which of them set this target, at this share where one is said. */
function whichSet(asked: AcrossQuestion): Draft | null {
  const { base, u, places } = asked;
  if (u.query.over !== "targets") {
    return null;
  }
  const wanted = u.assumedPercents[0];
  const found: PlaceDraft[] = targetsBy(asked).flatMap(({ slug, targets }) => {
    const kept = targets.filter((t) => wanted === undefined || t.percent === wanted);
    return kept.length === 0
      ? []
      : [{ slug, draft: composeTargets(kept, { ...u, assumedPercents: [] }, base) }];
  });
  const silent = places.filter((slug) => !found.some((one) => one.slug === slug));
  return found.length === 0 ? null : composePlaces(found, silent, u, base);
}

/** From this strength on a passage is worth standing beside another place's. */
const SURE = 0.6;

/** Every place's own answer, in a block of its own. */
async function eachPlace({ base, u, places, ask }: AcrossQuestion): Promise<Draft | null> {
  const found: PlaceDraft[] = [];
  for (const slug of places) {
    const end = await ask(slug);
    if (end.kind === "draft" && (end.by === "rows" || end.strength >= SURE)) {
      found.push({ slug, draft: end.draft });
    }
  }
  const silent = places.filter((slug) => !found.some((one) => one.slug === slug));
  return found.length === 0 ? null : composePlaces(found, silent, u, base);
}

/** "xã nào": no province is one. */
const LEVELS: readonly (readonly [said: RegExp, level: Level])[] = [
  [/\b(?:xa|cac xa|may xa)\b(?=.*\b(?:nao|mo)\b)|\b(?:bao nhieu|may|cac|nhung) xa\b/u, "commune"],
  [/\bphuong\b(?=.*\b(?:nao|mo)\b)|\b(?:bao nhieu|may|cac|nhung) phuong\b/u, "ward"],
  [/\btinh( \S+)? (?:nao|mo)\b|\b(?:bao nhieu|may|cac|nhung) tinh\b/u, "province"],
];

function ofLevel({ base, u, places }: AcrossQuestion): readonly LocalitySlug[] {
  const levels = LEVELS.filter(([said]) => said.test(u.folded)).map(([, level]) => level);
  const meant = places.filter((slug) => {
    const level = base.localities.get(slug)?.level;
    return level !== undefined && levels.includes(level);
  });
  return u.query.scope === "all" && meant.length > 0 ? meant : places;
}

/** Null when no place's papers answer. */
export async function across(question: AcrossQuestion): Promise<Draft | null> {
  const asked = { ...question, places: ofLevel(question) };
  const { act } = asked.u.query;
  switch (act) {
    case "least":
    case "most":
      return ranked(asked);
    case "list":
    case "count":
      return whichSet(asked) ?? (await mentions(asked));
    case "find":
    case "compare":
    case "summarise":
      return eachPlace(asked);
  }
}
