import { unread } from "../../vietnamese/wording/knowledge/reading.ts";
import { Unreadable } from "./common/outcome.ts";

export type FileKind = "text" | "markdown" | "pdf" | "docx" | "doc" | "rtf" | "odt" | "html" | "photo";

const starts = (bytes: Buffer, ...head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);

/** Pictures that the recognition program reads itself. */
const isPhoto = (bytes: Buffer): boolean =>
  starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff);

function isImage(bytes: Buffer): boolean {
  return (
    starts(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    starts(bytes, 0xff, 0xd8, 0xff) ||
    starts(bytes, 0x47, 0x49, 0x46, 0x38) ||
    starts(bytes, 0x49, 0x49, 0x2a, 0) ||
    starts(bytes, 0x4d, 0x4d, 0, 0x2a) ||
    starts(bytes, 0x42, 0x4d) ||
    bytes.toString("latin1", 4, 12).startsWith("ftyphei") ||
    (bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP")
  );
}

/** Old Office files share one container; the stream names inside tell them apart. */
function oldOfficeKind(bytes: Buffer): FileKind {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, "utf16le"));
  if (holds("EncryptedPackage")) {
    throw new Unreadable(unread.locked);
  }
  if (holds("WordDocument")) {
    return "doc";
  }
  throw new Unreadable(unread.otherOffice("tệp Office đời cũ khác (Excel, PowerPoint…)"));
}

/** The kind of a file by its content; its name only tells text from Markdown. Throws Unreadable. */
export function fileKind(bytes: Buffer, name: string): FileKind {
  const head = bytes.toString("latin1", 0, 1024);
  if (head.includes("%PDF-")) {
    return "pdf";
  }
  if (head.includes("mimetypeapplication/vnd.oasis.opendocument.text")) {
    return "odt";
  }
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0x50, 0x4b, 5, 6)) {
    return "docx";
  }
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    return oldOfficeKind(bytes);
  }
  if (head.startsWith("{\\rtf")) {
    return "rtf";
  }
  const ending = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase();
  if (isPhoto(bytes) && (ending === "png" || ending === "jpg" || ending === "jpeg")) {
    return "photo";
  }
  if (isImage(bytes) && ending !== "txt" && ending !== "md") {
    throw new Unreadable(unread.image);
  }
  if (ending === "md" || ending === "txt") {
    return ending === "md" ? "markdown" : "text";
  }
  if (/^\s*(<!doctype html|<html|<\?xml[^>]*>\s*<html)/iu.test(head.replace(/^ï»¿/u, ""))) {
    if (ending !== "html" && ending !== "htm") {
      throw new Unreadable(unread.webPage);
    }
    return "html";
  }
  if (starts(bytes, 0x1f, 0x8b) || head.startsWith("Rar!") || starts(bytes, 0x37, 0x7a, 0xbc, 0xaf)) {
    throw new Unreadable(unread.archive);
  }
  throw new Unreadable(ending === "pdf" ? unread.brokenPdf : unread.unknownKind);
}
