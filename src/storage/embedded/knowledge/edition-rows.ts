import { type Edition, passageHash, passagesOf, type UnderstoodDocument } from "../../../domain/knowledge.ts";
import type { EditionSummary, PublishRequest } from "../../../ports/knowledge.ts";
import { StorageError } from "../../../ports/storage.ts";
import type { Db } from "../database/database.ts";

const KEPT_EDITIONS = 5;

export interface EditionRow {
  readonly id: string;
  readonly created_at: string;
  readonly data: string;
  readonly passages: number;
  readonly fingerprint: string | null;
}

/** The database's share of the editions; which of them serves is one row. */
export function openEditionRows(db: Db) {
  const findUnderstanding = db.prepare<[string], { document: string }>(
    "SELECT document FROM understanding WHERE key = ?",
  );
  const keepUnderstanding = db.prepare<[string, string]>(
    `INSERT INTO understanding (key, document) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET document = excluded.document`,
  );
  const findVector = db.prepare<[string, string], { vector: Buffer }>(
    "SELECT vector FROM passage_vector WHERE fingerprint = ? AND hash = ?",
  );
  const keepVector = db.prepare<[string, string, Buffer, number]>(
    `INSERT INTO passage_vector (fingerprint, hash, vector, used) VALUES (?, ?, ?, ?)
     ON CONFLICT (fingerprint, hash) DO UPDATE SET vector = excluded.vector, used = excluded.used`,
  );

  const nextNumber = (): number =>
    db.prepare<[], { next: number }>("SELECT coalesce(max(number), 0) + 1 AS next FROM edition").get()
      ?.next ?? 1;

  const liveId = (): string | null =>
    db.prepare<[], { edition: string }>("SELECT edition FROM live").get()?.edition ?? null;

  /** Keeps understandings and vectors; nothing points at them yet, so a crash after this loses and changes nothing. */
  const keepTexts = db.transaction((request: PublishRequest) => {
    for (const document of request.edition.documents) {
      keepUnderstanding.run(keyOf(request, document.id), JSON.stringify(document));
    }
    const number = nextNumber();
    passagesOf(request.edition).forEach((passage, label) => {
      const vector = request.vectors?.[label];
      if (vector !== undefined && request.embedder !== null) {
        keepVector.run(request.embedder.fingerprint, passageHash(passage), bytesOf(vector), number);
      }
    });
  });

  const point = (id: string): void => {
    db.prepare(
      "INSERT INTO live (one, edition) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET edition = excluded.edition",
    ).run(id);
  };

  /** Writes the edition's rows and moves the pointer, in one transaction; then lets go of what is too old. */
  const makeLive = db.transaction((request: PublishRequest) => {
    const { edition } = request;
    const { id: _id, createdAt: _createdAt, documents: _documents, ...data } = edition;
    const fingerprint = request.vectors === null ? null : (request.embedder?.fingerprint ?? null);
    db.prepare("DELETE FROM edition_document WHERE edition = ?").run(edition.id);
    db.prepare(
      `INSERT INTO edition (id, number, created_at, data, passages, fingerprint) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET number = excluded.number, created_at = excluded.created_at,
         data = excluded.data, passages = excluded.passages, fingerprint = excluded.fingerprint`,
    ).run(
      edition.id,
      nextNumber(),
      edition.createdAt,
      JSON.stringify(data),
      passagesOf(edition).length,
      fingerprint,
    );
    const insert = db.prepare(
      "INSERT INTO edition_document (edition, position, doc, key) VALUES (?, ?, ?, ?)",
    );
    edition.documents.forEach((document, position) => {
      insert.run(edition.id, position, document.id, keyOf(request, document.id));
    });
    point(edition.id);
    db.prepare(
      `DELETE FROM edition WHERE id <> (SELECT edition FROM live)
         AND number NOT IN (SELECT number FROM edition ORDER BY number DESC LIMIT ?)`,
    ).run(KEPT_EDITIONS);
    db.exec("DELETE FROM understanding WHERE key NOT IN (SELECT key FROM edition_document)");
    db.exec("DELETE FROM passage_vector WHERE used < (SELECT min(number) FROM edition)");
  });

  return {
    liveId,
    keepTexts: (request: PublishRequest) => keepTexts.immediate(request),
    makeLive: (request: PublishRequest) => makeLive.immediate(request),
    point,

    understood(key: string): UnderstoodDocument | null {
      const row = findUnderstanding.get(key);
      return row === undefined ? null : parsed(row.document);
    },

    lastGood(doc: string): { readonly key: string; readonly document: UnderstoodDocument } | null {
      const row = db
        .prepare<[string], { key: string; document: string }>(
          `SELECT key, document FROM edition_document JOIN understanding USING (key)
           WHERE doc = ? AND edition = (SELECT edition FROM live)`,
        )
        .get(doc);
      const document = row === undefined ? null : parsed(row.document);
      return row === undefined || document === null ? null : { key: row.key, document };
    },

    vectors(fingerprint: string, hashes: readonly string[]): ReadonlyMap<string, Float32Array> {
      const found = new Map<string, Float32Array>();
      for (const hash of new Set(hashes)) {
        const row = findVector.get(fingerprint, hash);
        if (row !== undefined) {
          found.set(hash, vectorOf(row.vector));
        }
      }
      return found;
    },

    summaries(): readonly EditionSummary[] {
      return db
        .prepare<[], { id: string; createdAt: string; documents: number; passages: number; live: number }>(
          `SELECT id, created_at AS createdAt, passages, id IS (SELECT edition FROM live) AS live,
             (SELECT count(*) FROM edition_document WHERE edition = edition.id) AS documents
           FROM edition ORDER BY number DESC`,
        )
        .all()
        .map((row) => ({ ...row, live: row.live === 1 }));
    },

    row(id: string): EditionRow | null {
      return db.prepare<[string], EditionRow>("SELECT * FROM edition WHERE id = ?").get(id) ?? null;
    },

    /** Throws StorageError when a document of the edition is missing or cannot be parsed. */
    edition(row: EditionRow): Edition {
      const documents = db
        .prepare<[string], { doc: string; document: string }>(
          `SELECT doc, document FROM edition_document JOIN understanding USING (key)
           WHERE edition = ? ORDER BY position`,
        )
        .all(row.id)
        .map(({ doc, document }) => {
          const understood = parsed(document);
          if (understood === null) {
            throw new StorageError(
              `Edition ${row.id} is damaged at document ${doc}. Load the knowledge again.`,
            );
          }
          return understood;
        });
      const data = JSON.parse(row.data) as Omit<Edition, "id" | "createdAt" | "documents">;
      return { id: row.id, createdAt: row.created_at, documents, ...data };
    },
  };
}

function keyOf(request: PublishRequest, doc: string): string {
  const key = request.keys.get(doc);
  if (key === undefined) {
    throw new StorageError(`Document ${doc} has no key, so its understanding cannot be kept.`);
  }
  return key;
}

function parsed(json: string): UnderstoodDocument | null {
  try {
    return JSON.parse(json) as UnderstoodDocument;
  } catch {
    return null;
  }
}

function bytesOf(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

function vectorOf(bytes: Buffer): Float32Array {
  // A copy: the database's buffer need not start at a multiple of four bytes.
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
