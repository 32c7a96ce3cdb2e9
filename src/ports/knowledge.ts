import type { DocumentId } from "../domain/document.ts";
import type { Edition, UnderstoodDocument } from "../domain/knowledge.ts";

/** Nearest passages by meaning. Labels are positions in `passagesOf(edition)`; score is cosine, greater is nearer. */
export interface VectorIndex {
  readonly kind: "hnsw" | "exact";
  readonly size: number;
  search(
    vector: Float32Array,
    k: number,
    allow?: (label: number) => boolean,
  ): readonly { readonly label: number; readonly score: number }[];
}

/** An edition opened for answering. Readers keep the one they started with. */
export interface LiveEdition {
  readonly edition: Edition;
  readonly vectors: VectorIndex | null;
  /** Fingerprint of the embedder the vectors came from. */
  readonly embedder: string | null;
}

export interface EditionSummary {
  readonly id: string;
  readonly createdAt: string;
  readonly documents: number;
  readonly passages: number;
  readonly live: boolean;
}

export interface PublishRequest {
  readonly edition: Edition;
  /** For each document, the key under which its understanding is kept (hash of file, side file and reader version). */
  readonly keys: ReadonlyMap<DocumentId, string>;
  /** One vector per passage of the edition, in order; null when no embedder is available. */
  readonly vectors: readonly Float32Array[] | null;
  readonly embedder: { readonly fingerprint: string; readonly dimensions: number } | null;
  readonly onStep?: (step: PublishStep) => void;
}

/** How far a publication has come; only the last one changes what is answered. */
export type PublishStep = "texts_kept" | "index_written" | "index_verified" | "index_moved" | "pointer_moved";

export interface KnowledgeStorage {
  /**
   * The live edition, verified; null when there is none. Falls back to exact search or to the newest whole edition.
   * Cheap while the pointer stands still, so that it may be asked for each question.
   */
  current(): Promise<LiveEdition | null>;
  editions(): Promise<readonly EditionSummary[]>;
  understood(key: string): Promise<UnderstoodDocument | null>;
  /** The last good version of a document in the live edition, with its key. */
  lastGood(doc: DocumentId): Promise<{ readonly key: string; readonly document: UnderstoodDocument } | null>;
  /** Vectors kept for these texts (by sha256) and this embedder; what is absent must be embedded. */
  keptVectors(fingerprint: string, hashes: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>;
  /** Writes beside, verifies with a canary query, then moves one pointer. Throws and leaves the old edition live otherwise. */
  publish(request: PublishRequest): Promise<LiveEdition>;
  /** Makes an earlier edition live again. */
  activate(id: string): Promise<LiveEdition>;
}
