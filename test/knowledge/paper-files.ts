import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";

/** One for all test files of a process: a hook of the first of them would take it away from the others. */
const folder = mkdtempSync(join(tmpdir(), "papers-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Limits for files written a moment ago by the test itself. */
export const atOnce = { settledMs: 0 } as const;

export const fixture = (name: string): string => join(import.meta.dirname, "..", "fixtures", "papers", name);

let count = 0;
/** Writes a file into a folder of its own, so that names may repeat. */
export function paperFile(name: string, content: Uint8Array | string): string {
  count += 1;
  const file = join(folder, `${count}-${name}`);
  writeFileSync(file, content);
  return file;
}

export interface ZipPart {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** The unpacked size the archive claims, when it lies. */
  readonly claimed?: number;
  readonly encrypted?: boolean;
}

// Node 20.20 has crc32; its types for 20 do not say so everywhere.
const checksum = (bytes: Uint8Array): number => crc32(bytes);

/** A zip archive by hand, so that its headers can lie. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const bytes = Buffer.from(part.content);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.encrypted === true ? 1 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(checksum(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.claimed ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), fields, tail, name]));
    locals.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listing, Buffer.from("PK\x05\x06"), end]);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** A Word file whose body is the given XML. */
export function wordFile(body: string, more: readonly ZipPart[] = [], types: string = TYPES): Buffer {
  return zipOf([
    { name: "[Content_Types].xml", content: types },
    { name: "word/document.xml", content: `<w:document ${W}><w:body>${body}</w:body></w:document>` },
    ...more,
  ]);
}

export const styledPart = (name: string, content: string): ZipPart => ({
  name: `word/${name}.xml`,
  content: `<w:${name} ${W}>${content}</w:${name}>`,
});

export const run = (text: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (runs: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
export const said = (text: string): string => paragraph(run(text));
export const cell = (text: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text.split("\n").map(said).join("")}</w:tc>`;
export const row = (...cells: readonly string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
const line = '<w:top w:val="single"/><w:insideV w:val="single"/>';
export const table = (...rows: readonly string[]): string =>
  `<w:tbl><w:tblPr><w:tblBorders>${line}</w:tblBorders></w:tblPr>${rows.join("")}</w:tbl>`;
