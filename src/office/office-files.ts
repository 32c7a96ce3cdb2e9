import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { parseSafety } from "../answering/guard/safety.ts";
import type { LocalitySlug } from "../domain/document.ts";
import type { Edition, ReloadReport } from "../domain/knowledge.ts";
import { readOfficeFiles } from "../knowledge/files/office-data.ts";
import type { Clock } from "../ports/clock.ts";
import type { DataEffect, OfficeFileService } from "../ports/console.ts";
import type { PeopleStore } from "../ports/people.ts";
import { dataEffectWords as words } from "../vietnamese/wording/console/knowledge.ts";
import type { WatchedKnowledge } from "./knowledge-control.ts";

/** Earlier texts of one file that are kept. */
const MOST_KEPT = 10;
const LONGEST_LINE = 300;
/** What names an entry, so that a changed one is not taken for another. */
const NAMES = ["slug", "number", "url", "date"] as const;

interface OfficeFileDeps {
  readonly knowledge: WatchedKnowledge;
  readonly people: PeopleStore;
  readonly folder: string;
  readonly dataDir: string;
  readonly defaultLocality: LocalitySlug | null;
  readonly clock: Clock;
  readonly changed: () => Promise<void>;
}

type Entries = ReadonlyMap<string, string>;

/** The entries of an office file by what names them: "113" with its other fields, "teencode: ko" with "không". */
function entriesOf(text: string): Entries {
  const entries = new Map<string, string>();
  for (const [label, value] of entriesIn(parse(text, { schema: "failsafe" }), "")) {
    let name = label;
    for (let nth = 2; entries.has(name); nth++) {
      name = `${label} (${nth})`;
    }
    entries.set(name, value);
  }
  return entries;
}

type Entry = readonly [label: string, value: string];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function entriesIn(value: unknown, path: string): readonly Entry[] {
  if (Array.isArray(value)) {
    return value.map((item) => entryOf(item, path));
  }
  return !isRecord(value)
    ? []
    : Object.entries(value).flatMap(([key, part]) =>
        typeof part === "object" && part !== null
          ? entriesIn(part, `${path}${key}: `)
          : [[`${path}${key}`, String(part)] as const],
      );
}

function entryOf(item: unknown, path: string): Entry {
  if (!isRecord(item)) {
    return [`${path}${shown(item)}`, ""];
  }
  const by = NAMES.find((name) => Object.hasOwn(item, name));
  const named: readonly string[] = by === undefined ? ["locality", "name"] : [by];
  const label = named.flatMap((name) => (Object.hasOwn(item, name) ? [shown(item[name])] : []));
  const rest = Object.entries(item).filter(([key]) => !named.includes(key));
  return [`${path}${label.join(" ")}`, rest.map(([key, one]) => `${key}: ${shown(one)}`).join("; ")];
}

function shown(value: unknown): string {
  if (isRecord(value)) {
    return Object.entries(value)
      .map(([key, one]) => `${key}: ${shown(one)}`)
      .join("; ");
  }
  return Array.isArray(value) ? value.map(shown).join(", ") : String(value ?? "");
}
const short = (text: string): string =>
  text.length <= LONGEST_LINE ? text : `${text.slice(0, LONGEST_LINE)}…`;

/** "113", and not the end of "0113" or the beginning of "1130". */
function names(text: string, what: string): boolean {
  const at = text.indexOf(what);
  const around = `${text[at - 1] ?? ""} ${text[at + what.length] ?? ""}`;
  return at >= 0 && !/[\p{L}\d]/u.test(around);
}

function difference(before: Entries, after: Entries): readonly string[] {
  const said = (label: string, value: string) => short(value === "" ? label : `${label} (${value})`);
  const removed = [...before].filter(([label]) => !after.has(label));
  const added = [...after].filter(([label]) => !before.has(label));
  const changed = [...after].filter(([label, value]) => (before.get(label) ?? value) !== value);
  return [
    ...added.map(([label, value]) => words.added(said(label, value))),
    ...removed.map(([label, value]) => words.removed(said(label, value))),
    ...changed.map(([label, value]) => words.changed(label, short(before.get(label) ?? ""), short(value))),
  ];
}

/** Office files as the console edits them: checked, shown what they change, kept in their last good text, put back. */
export function openOfficeFileService(parts: OfficeFileDeps): OfficeFileService {
  const { knowledge, folder, clock } = parts;
  const edition = (): Edition | null => knowledge.current()?.live.edition ?? null;
  const kept = (name: string) => join(parts.dataDir, "office-files", name);
  const current = (name: string) => readFile(join(folder, name), "utf8").catch(() => "");

  /** What is wrong with a text, by the very shapes that loading uses; and the places it would leave. */
  async function tried(name: string, text: string) {
    const beside = await mkdtemp(join(tmpdir(), "data-file-"));
    try {
      const places = await readFile(join(folder, "localities.yaml"), "utf8").catch(() => "[]");
      await writeFile(join(beside, "localities.yaml"), places);
      await writeFile(join(beside, name), text);
      const found = await readOfficeFiles(beside, null, parseSafety);
      const fault = found.unread.find((file) => file.file === name)?.reason ?? null;
      return { fault, places: found.data.localities.map(({ slug }) => slug) };
    } finally {
      await rm(beside, { recursive: true, force: true });
    }
  }

  /** Faults that no shape knows of: the service could not answer, or not start, with this. */
  function placeFault(places: readonly LocalitySlug[]): string | null {
    const { defaultLocality } = parts;
    if (places.length === 0) {
      return words.noPlaces;
    }
    return defaultLocality === null || places.includes(defaultLocality)
      ? null
      : words.noDefault(defaultLocality);
  }

  async function placeWarnings(places: readonly LocalitySlug[]): Promise<readonly string[]> {
    const officers = await parts.people.officers();
    const gone = (edition()?.localities ?? []).filter(({ slug }) => !places.includes(slug));
    return gone.map(({ slug, name }) => {
      const documents = (edition()?.documents ?? []).filter(({ card }) => card.locality === slug).length;
      const people = officers.filter((one) => one.active && one.locality === slug).length;
      return words.placeGone(name, documents, people);
    });
  }

  /** Numbers and addresses that papers and guides name and that would no longer be said. */
  function unsaidWarnings(before: Entries, after: Entries): readonly string[] {
    return [...before.keys()]
      .filter((label) => !after.has(label))
      .flatMap((label) => {
        const naming = (edition()?.documents ?? []).filter(({ passages }) =>
          passages.some(({ text }) => names(text, label)),
        );
        return naming.length === 0 ? [] : [words.unsaid(label, naming.length)];
      });
  }

  async function versions(name: string): Promise<readonly number[]> {
    const names = await readdir(kept(name)).catch(() => []);
    return names
      .flatMap((file) => /^(\d{13})\.yaml$/u.exec(file)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => b - a);
  }

  async function write(name: string, text: string): Promise<void> {
    const beside = join(folder, `.${name}.part`);
    await writeFile(beside, text);
    await rename(beside, join(folder, name));
  }

  /** Keeps the standing text when it can be used; returns it, or null when it cannot. */
  async function keepGood(name: string): Promise<string | null> {
    const text = await current(name);
    if (text === "" || (await tried(name, text)).fault !== null) {
      return null;
    }
    await mkdir(kept(name), { recursive: true, mode: 0o700 });
    await writeFile(join(kept(name), `${clock.now()}.yaml`), text, { mode: 0o600 });
    for (const old of (await versions(name)).slice(MOST_KEPT)) {
      await rm(join(kept(name), `${old}.yaml`), { force: true });
    }
    return text;
  }

  async function loaded(name: string): Promise<ReloadReport> {
    const report = await knowledge.reloadAnew();
    const unread = report.unread.find(({ file }) => file === name);
    return unread === undefined
      ? report
      : { outcome: "refused", reason: unread.reason, unread: report.unread, seconds: report.seconds };
  }

  return {
    text: current,
    async effect(name, text): Promise<DataEffect> {
      const { fault, places } = await tried(name, text);
      const ofPlaces = name === "localities.yaml";
      const bad = fault ?? (ofPlaces ? placeFault(places) : null);
      if (bad !== null) {
        return { fault: bad };
      }
      const standing = await current(name);
      // What stands there now may itself be broken by hand: then everything is new.
      const before = (await tried(name, standing)).fault === null ? entriesOf(standing) : new Map();
      const after = entriesOf(text);
      const said = name === "hotlines.yaml" || name === "links.yaml";
      return {
        fault: null,
        changes: difference(before, after),
        warnings: [
          ...(ofPlaces ? await placeWarnings(places) : []),
          ...(said ? unsaidWarnings(before, after) : []),
        ],
      };
    },
    versions,
    async version(name, at) {
      return (await versions(name)).includes(at) ? readFile(join(kept(name), `${at}.yaml`), "utf8") : null;
    },
    async save(name, text) {
      const good = await keepGood(name);
      await write(name, text);
      const report = await loaded(name).catch(
        (): ReloadReport => ({ outcome: "refused", reason: words.crashed, unread: [], seconds: 0 }),
      );
      await parts.changed();
      if (report.outcome !== "refused" || good === null) {
        return report;
      }
      await write(name, good);
      return { ...report, reason: words.putBack(report.reason) };
    },
  };
}
