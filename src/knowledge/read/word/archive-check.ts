import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { unread } from "../../../vietnamese/wording/knowledge/reading.ts";
import { Unreadable } from "../common/outcome.ts";

const MB = 1024 * 1024;

// A 123 KB file was seen to unpack to 126 MB; a real Word file of 300 pages stays well below all of these.
const archiveLimits = {
  entries: 2000,
  unpackedBytes: 50 * MB,
  /** Unpacked to packed, of the whole archive and of any entry above `ratioFromBytes`. */
  ratio: 100,
  ratioFromBytes: MB,
  /** One XML part: about 1500 pages of text. */
  partBytes: 16 * MB,
} as const;

const broken = (): Unreadable => new Unreadable(unread.brokenArchive);

function openArchive(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(
      bytes,
      { lazyEntries: true, strictFileNames: false, validateEntrySizes: true },
      (error, zip) => (error ? reject(broken()) : resolve(zip)),
    );
  });
}

/** Reads the central directory only; nothing is inflated. */
function listEntries(zip: ZipFile): Promise<readonly Entry[]> {
  if (zip.entryCount > archiveLimits.entries) {
    throw new Unreadable(unread.bomb(`${zip.entryCount} mục bên trong`));
  }
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      if (entries.length > archiveLimits.entries) {
        reject(new Unreadable(unread.bomb(`hơn ${archiveLimits.entries} mục bên trong`)));
        return;
      }
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", () => reject(broken()));
    zip.readEntry();
  });
}

function mustBeModest(entries: readonly Entry[], packed: number): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (unpacked > archiveLimits.unpackedBytes) {
    throw new Unreadable(unread.bomb(`bung ra ${Math.round(unpacked / MB)} MB`));
  }
  const swollen = entries.some(
    (entry) =>
      entry.uncompressedSize > archiveLimits.ratioFromBytes &&
      entry.uncompressedSize > entry.compressedSize * archiveLimits.ratio,
  );
  if (swollen || (unpacked > archiveLimits.ratioFromBytes && unpacked > packed * archiveLimits.ratio)) {
    throw new Unreadable(unread.bomb(`tỷ lệ nén trên ${archiveLimits.ratio} lần`));
  }
  if (entries.some((entry) => entry.isEncrypted())) {
    throw new Unreadable(unread.locked);
  }
}

/** Inflates one entry, counting bytes as they come: the sizes in the directory may lie. */
function inflate(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(broken());
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > archiveLimits.partBytes) {
          stream.destroy();
          reject(new Unreadable(unread.bomb("một phần bung ra quá lớn")));
          return;
        }
        chunks.push(chunk);
      });
      stream.on("end", () => resolve(Buffer.concat(chunks)));
      stream.on("error", (cause: Error) =>
        reject(
          /too many bytes/u.test(cause.message)
            ? new Unreadable(unread.bomb("kích thước khai gian"))
            : broken(),
        ),
      );
    });
  });
}

/** A checked archive: names are only compared with, never used as paths. */
export interface Archive {
  readonly names: readonly string[];
  /** The bytes of one part, or null when there is none of that name. */
  part(name: string): Promise<Buffer | null>;
}

/** Opens an archive after checking what it would unpack to. Throws Unreadable. */
export async function openCheckedArchive(bytes: Buffer): Promise<Archive> {
  const zip = await openArchive(bytes);
  const entries = await listEntries(zip);
  mustBeModest(entries, bytes.length);
  const byName = new Map(entries.map((entry) => [entry.fileName.replace(/^\//u, ""), entry]));
  return {
    names: [...byName.keys()],
    part: async (name) => {
      const entry = byName.get(name);
      return entry === undefined ? null : inflate(zip, entry);
    },
  };
}
