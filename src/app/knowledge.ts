import { type Answering, openAnswering } from "../answering/answer.ts";
import { parseSafety } from "../answering/guard/safety.ts";
import { openRewriter } from "../answering/rewrite/rewriter.ts";
import { reload } from "../knowledge/ingest/ingest.ts";
import { readers } from "../knowledge/ingest/readers.ts";
import { openChatModel } from "../models/chat.ts";
import { openLocalEmbedder } from "../models/local-embedder.ts";
import { openQuestionEmbedder, openRemoteEmbedder } from "../models/remote-embedder.ts";
import type { Knowledge } from "../office/knowledge-control.ts";
import type { Clock, Log } from "../ports/clock.ts";
import type { LiveEdition } from "../ports/knowledge.ts";
import type { Embedder } from "../ports/models.ts";
import type { Storage } from "../ports/storage.ts";
import type { Config } from "./config.ts";

/** Knowledge folder to answers: loads, makes ready beside, then swaps. */
export async function openKnowledge(
  config: Config,
  storage: Storage,
  clock: Clock,
  log: Log,
): Promise<Knowledge> {
  let current: { readonly live: LiveEdition; readonly answering: Answering } | null = null;

  // Settings name it, so its calls outlive every edition and share one breaker.
  const modelOff = async () =>
    (await storage.console.switches.all()).some((one) => one.name === "may-soan-loi");
  const fluent =
    config.chatModel === null ? null : openRewriter(openChatModel(config.chatModel, clock, log), modelOff);

  const openEmbedder = (vocabulary: LiveEdition["edition"]["vocabulary"]): Promise<Embedder> =>
    config.embeddings === null
      ? Promise.resolve(openLocalEmbedder(vocabulary))
      : openRemoteEmbedder(config.embeddings);

  /** The embedder that made the vectors; words alone search while it cannot be had. */
  async function embedderOf(live: LiveEdition): Promise<Embedder | null> {
    if (live.vectors !== null && live.embedder !== null && config.embeddings !== null) {
      return openQuestionEmbedder(config.embeddings, live.embedder, clock, log);
    }
    try {
      const embedder = live.vectors === null ? null : await openEmbedder(live.edition.vocabulary);
      return embedder?.fingerprint === live.embedder ? embedder : null;
    } catch (error) {
      log({
        kind: "unexpected",
        where: "embedder",
        error: error instanceof Error ? error.name : typeof error,
        code: null,
      });
      return null;
    }
  }

  async function use(live: LiveEdition): Promise<void> {
    const known = withOfficeContact(live, config);
    current = { live, answering: openAnswering(known, await embedderOf(live), fluent) };
  }

  const kept = await storage.knowledge.current();
  if (kept !== null) {
    await use(kept);
  }
  return {
    current: () => current,
    async reload(onProgress) {
      const report = await reload({
        ...readers,
        folder: config.knowledgeDir,
        storage: storage.knowledge,
        openEmbedder,
        checkSafety: parseSafety,
        clock,
        ...(onProgress === undefined ? {} : { onProgress }),
      });
      const live = await storage.knowledge.current();
      if (live !== null && live.edition.id !== current?.live.edition.id) {
        await use(live);
      }
      if (report.outcome === "refused") {
        log({ kind: "reload_refused", reason: "see the report" });
      } else {
        const ms = Math.round(report.seconds * 1000);
        log({ kind: "edition_published", edition: report.edition, documents: report.documents, ms });
      }
      return report;
    },
    async activate(edition) {
      await use(await storage.knowledge.activate(edition));
    },
  };
}

/** Where the office's own place names no contact, OFFICE_CONTACT is said for it when its card lacks what is asked. */
function withOfficeContact(live: LiveEdition, { office, defaultLocality }: Config): LiveEdition {
  const { contact } = office;
  const { localities } = live.edition;
  const own = defaultLocality ?? (localities.length === 1 ? localities[0]?.slug : undefined);
  if (contact === null || own === undefined) {
    return live;
  }
  const filled = localities.map((one) =>
    one.slug === own && one.contacts.length === 0 ? { ...one, contacts: [contact] } : one,
  );
  return { ...live, edition: { ...live.edition, localities: filled } };
}
