import type { Answering } from "../answering/answer.ts";
import type { Answered, Question } from "../domain/conversation.ts";
import type { ReloadReport } from "../domain/knowledge.ts";
import type { ReloadProgress } from "../knowledge/ingest/ingest.ts";
import type { Clock } from "../ports/clock.ts";
import type { KnowledgeService, Progress, WhyHit } from "../ports/console.ts";
import type { Switches } from "../ports/console-storage.ts";
import type { LiveEdition } from "../ports/knowledge.ts";
import type { Storage } from "../ports/storage.ts";
import { dayAt } from "../vietnamese/text/dates.ts";

/** While this is off, its reason names the edition that is kept over restarts. */
const LOADS_AT_START = "nap-khi-khoi-dong";
const SHOWN_HITS = 12;

export interface WatchedKnowledge extends Knowledge {
  readonly progress: () => Progress;
  readonly lastReport: () => ReloadReport | null;
  /** A reload that sees what was changed just now: one already running may have passed it by. */
  readonly reloadAnew: () => Promise<ReloadReport>;
  /** Whether a person chose the edition that answers, so that a start must not load another. */
  readonly isChosen: () => Promise<boolean>;
}

const IDLE: Progress = { running: false, phase: null, done: 0, total: 0 };

function progressOf(progress: ReloadProgress): Progress {
  return progress.phase === "publish"
    ? { running: true, phase: "publish", done: 0, total: 0 }
    : { running: true, phase: progress.phase, done: progress.done, total: progress.total };
}

/** Remembers how reloads went, and which edition a person chose. */
export function watchKnowledge(knowledge: Knowledge, switches: Switches, clock: Clock): WatchedKnowledge {
  let progress = IDLE;
  let last: ReloadReport | null = null;
  async function reload(onProgress?: (step: ReloadProgress) => void): Promise<ReloadReport> {
    progress = { ...IDLE, running: true };
    try {
      last = await knowledge.reload((step) => {
        progress = progressOf(step);
        onProgress?.(step);
      });
      await switches.on(LOADS_AT_START);
      return last;
    } finally {
      progress = IDLE;
    }
  }

  return {
    current: knowledge.current,
    reload,
    async reloadAnew() {
      if (progress.running) {
        // Its fault is reported where it was asked for.
        await knowledge.reload().catch(() => {});
      }
      return reload();
    },
    progress: () => progress,
    lastReport: () => last,
    async isChosen() {
      const chosen = (await switches.all()).find((one) => one.name === LOADS_AT_START);
      return chosen !== undefined && chosen.reason === knowledge.current()?.live.edition.id;
    },
    async activate(edition) {
      await knowledge.activate(edition);
      await switches.off({ name: LOADS_AT_START, reason: edition, by: "console", at: clock.now() });
    },
  };
}

interface KnowledgeServiceDeps {
  readonly knowledge: WatchedKnowledge;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly ask: (question: Question) => Promise<Answered>;
  readonly changed: () => Promise<void>;
}

export function openKnowledgeService({
  knowledge,
  storage,
  clock,
  ask,
  changed,
}: KnowledgeServiceDeps): KnowledgeService {
  const edition = () => knowledge.current()?.live.edition ?? null;

  async function hitsFor(question: string): Promise<readonly WhyHit[]> {
    const base = knowledge.current()?.answering.base;
    const hits = (await base?.retriever.search(question, SHOWN_HITS)) ?? [];
    return hits.flatMap((hit) => {
      const passage = base?.passages[hit.label];
      const { score, coverage, words, cosine } = hit;
      return passage === undefined
        ? []
        : [{ ...passage, text: passage.quote, words, meaning: cosine, score, coverage }];
    });
  }

  return {
    edition,
    editions: storage.knowledge.editions,
    activate: (id) => knowledge.activate(id),
    reload: () => knowledge.reloadAnew().finally(changed),
    progress: knowledge.progress,
    lastReport: knowledge.lastReport,
    async why(question, locality) {
      const began = clock.mono();
      const { answer, explain } = await ask({ text: question, locality, today: dayAt(clock.now()) });
      const ms = Math.round(clock.mono() - began);
      return { status: answer.status, text: answer.text, lines: explain, hits: await hitsFor(question), ms };
    },
  };
}

export interface Knowledge {
  /** The edition that answers now; null before the first load. Hold it for the length of one answer. */
  current(): { readonly live: LiveEdition; readonly answering: Answering } | null;
  /** Brings the edition up to date with the folder; the old one answers until the new one is ready. */
  reload(onProgress?: (progress: ReloadProgress) => void): Promise<ReloadReport>;
  /** Makes an earlier edition live again. */
  activate(edition: string): Promise<void>;
}
