import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DocumentId } from "../../domain/document.ts";
import type { UnreadFile } from "../../domain/knowledge.ts";
import { unreadFile } from "../../vietnamese/wording/knowledge/ingest.ts";

export interface KnowledgeFile {
  readonly id: DocumentId;
  readonly kind: "paper" | "guide";
  readonly path: string;
  /** As shown to people: "plans/thanh-thuy.txt". */
  readonly name: string;
  /** NAME.yaml beside the paper, with what a person knows and the paper does not say; asked/NAME.txt of a guide. */
  readonly side: string | null;
}

export interface KnowledgeListing {
  /** Papers, then guides, each by id. */
  readonly files: readonly KnowledgeFile[];
  /** Ids that two files claim; neither of them is read. */
  readonly doubled: ReadonlyMap<DocumentId, UnreadFile>;
  readonly unread: readonly UnreadFile[];
}

// What editors, office programs, browsers and systems leave lying about.
const DEBRIS =
  /^\.|^~\$|~$|\.(tmp|part|partial|crdownload|download|swp|bak)$|^(thumbs\.db|desktop\.ini|readme(\.\w+)?)$/iu;

/** Lists the papers and guides of a knowledge folder; null when the folder cannot be read. */
export async function listKnowledge(folder: string): Promise<KnowledgeListing | null> {
  if ((await entries(folder)) === null) {
    return null;
  }
  const papers = await listFolder(folder, "plans", "paper");
  const guides = await listFolder(folder, "guides", "guide");
  const all = apart([...papers.files, ...guides.files]);
  const doubled = new Map<DocumentId, UnreadFile>();
  for (const { id } of all) {
    const names = all.filter((file) => file.id === id).map((file) => file.name);
    if (names.length > 1) {
      doubled.set(id, { file: names.join(", "), reason: unreadFile.twice(names), keptLastGood: false });
    }
  }
  return {
    files: all.filter((file) => !doubled.has(file.id)),
    doubled,
    unread: [...papers.unread, ...guides.unread],
  };
}

/** A Word file or text, and what an office scans or signs of it. */
const EDITED = /\.(?:docx?|odt|rtf|txt|md|html?)$/iu;
const SIGNED = /\.(?:pdf|jpe?g|png)$/iu;

/** "x.docx" beside "x.pdf" is the common pair of a paper and its signed copy: both are read, and the register keeps one. */
function apart(files: readonly KnowledgeFile[]): readonly KnowledgeFile[] {
  return files.map((file) => {
    const others = files.filter((other) => other.id === file.id && other !== file);
    const [other] = others;
    const pair =
      others.length === 1 && other !== undefined && SIGNED.test(file.name) && EDITED.test(other.name);
    return pair ? { ...file, id: `${file.id}-ban-ky` } : file;
  });
}

interface FolderListing {
  readonly files: readonly KnowledgeFile[];
  readonly unread: readonly UnreadFile[];
}

async function listFolder(root: string, folder: string, kind: KnowledgeFile["kind"]): Promise<FolderListing> {
  const found = ((await entries(join(root, folder))) ?? []).filter((entry) => !DEBRIS.test(entry.name));
  const names: string[] = [];
  const unread: UnreadFile[] = [];
  for (const entry of found) {
    if (await isFolder(join(root, folder, entry.name))) {
      unread.push({ file: `${folder}/${entry.name}/`, reason: unreadFile.folder, keptLastGood: false });
    } else {
      names.push(entry.name);
    }
  }
  const papers = names.filter((name) => (kind === "guide" ? /\.md$/iu.test(name) : !isSide(name)));
  const ids = new Set(papers.map(idOf));
  for (const name of names.filter((each) => kind === "paper" && isSide(each) && !ids.has(idOf(each)))) {
    unread.push({ file: `${folder}/${name}`, reason: unreadFile.orphanSide, keptLastGood: false });
  }
  const beside = kind === "paper" ? folder : "asked";
  const sides = kind === "paper" ? names.filter(isSide) : await namesIn(join(root, beside));
  const files = papers.map((name): KnowledgeFile => {
    const side = sides.find((each) => idOf(each) === idOf(name));
    return {
      id: idOf(name),
      kind,
      path: join(root, folder, name),
      name: `${folder}/${name.normalize("NFC")}`,
      side: side === undefined ? null : join(root, beside, side),
    };
  });
  return { files: files.sort((a, b) => (a.id < b.id ? -1 : 1)), unread };
}

async function entries(folder: string): Promise<readonly Dirent[] | null> {
  try {
    return (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return null;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return ((await entries(folder)) ?? []).map(({ name }) => name).filter((name) => /\.txt$/iu.test(name));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

const isSide = (name: string): boolean => /\.ya?ml$/iu.test(name);
const idOf = (name: string): DocumentId => name.normalize("NFC").replace(/\.[^.]+$/u, "");
