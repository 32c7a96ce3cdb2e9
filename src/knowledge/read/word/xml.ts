import { unread } from "../../../vietnamese/wording/knowledge/reading.ts";
import { Unreadable } from "../common/outcome.ts";

/** An element by its local name; prefixes differ between programs, the names do not. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (XmlElement | string)[];
}

const MOST_DEPTH = 200;
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!|<(\/?)([^\s/<>]{1,100})((?:[^<>"']|"[^"]*"|'[^']*')*)>/gu;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

function codePoint(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** Only the five names of XML itself and numbers: entities a file declares are never expanded. */
function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/giu, (whole, hex, decimal, name) => {
    if (hex !== undefined) {
      return codePoint(Number.parseInt(hex, 16));
    }
    return decimal === undefined ? (NAMED[name] ?? whole) : codePoint(Number(decimal));
  });
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = "", double, single] of text.matchAll(ATTRIBUTE)) {
    found[local(name)] = unescaped(double ?? single ?? "");
  }
  return found;
}

/** Takes one tag into the tree; `open` holds the elements not yet closed, outermost first. */
function takeTag(open: Open[], closing: boolean, name: string, rest: string): void {
  const top = open.at(-1);
  if (closing) {
    if (open.length < 2 || top?.name !== name) {
      throw new Unreadable(unread.brokenArchive);
    }
    open.pop();
    return;
  }
  const element: Open = { name, attributes: attributesOf(rest), children: [] };
  top?.children.push(element);
  if (!rest.endsWith("/")) {
    open.push(element);
  }
  if (open.length > MOST_DEPTH) {
    throw new Unreadable(unread.hostileXml);
  }
}

/**
 * Reads one XML part of a Word file. Refuses document type declarations, so that neither external nor swelling entities
 * exist, and anything deeper than Word writes. Throws Unreadable.
 */
export function parseXml(bytes: Buffer): XmlElement {
  const text = new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-8").decode(bytes);
  const root: Open = { name: "", attributes: {}, children: [] };
  const open: Open[] = [root];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, cdata, closing, name = "", rest = ""] = match;
    if (match.index > from) {
      open.at(-1)?.children.push(unescaped(text.slice(from, match.index)));
    }
    from = match.index + whole.length;
    if (whole === "<!") {
      throw new Unreadable(unread.hostileXml);
    }
    if (cdata !== undefined) {
      open.at(-1)?.children.push(cdata);
    } else if (closing !== undefined) {
      takeTag(open, closing === "/", local(name), rest);
    }
  }
  const first = elements(root)[0];
  if (open.length !== 1 || first === undefined) {
    throw new Unreadable(unread.brokenArchive);
  }
  return first;
}

export function elements(parent: XmlElement | undefined): readonly XmlElement[] {
  return (parent?.children ?? []).filter((child): child is XmlElement => typeof child !== "string");
}

export function childrenNamed(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return elements(parent).filter((child) => child.name === name);
}

/** The element at the end of a path of names, first of each: `at(paragraph, "pPr", "numPr")`. */
export function at(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (element, name) => elements(element).find((child) => child.name === name),
    parent,
  );
}

/** The `val` of the element at the end of a path. */
export function valueAt(parent: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return at(parent, ...path)?.attributes.val;
}
