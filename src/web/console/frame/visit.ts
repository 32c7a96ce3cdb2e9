import type { Context } from "hono";
import type { html } from "hono/html";
import type { AdminSession } from "../../../domain/console.ts";
import type { LocalitySlug } from "../../../domain/document.ts";
import type { Officer } from "../../../domain/people.ts";
import type { ConsoleParts } from "../../../ports/console.ts";
import type { frame } from "../../../vietnamese/wording/console/frame.ts";

export type Html = ReturnType<typeof html>;
export type Notice = keyof typeof frame.notices;

/** One request of a signed-in leader or admin. */
export interface Visit {
  readonly context: Context;
  readonly officer: Officer;
  readonly session: AdminSession;
  readonly parts: ConsoleParts;
  /** Fields of the form; empty for a GET. */
  readonly form: Readonly<Record<string, string>>;
  readonly file: File | null;
  readonly now: number;
  readonly today: string;
  /** Whether things of this locality are the visitor's business; null stands for what belongs to all. */
  sees(locality: LocalitySlug | null): boolean;
}

/** The place of a thing: null is everybody's, undefined that there is no such thing. */
export type Found = LocalitySlug | null | undefined;

export interface Route {
  readonly method: "GET" | "POST";
  /** Under /quan-tri. */
  readonly path: string;
  readonly role: "leader" | "admin";
  /** Whose thing this is about; undefined when there is no such thing. Needed by every route that names a thing. */
  readonly place?: (visit: Visit) => Found | Promise<Found>;
  /** The question to ask before acting; null when none is needed. */
  readonly confirm?: (visit: Visit) => string | null | Promise<string | null>;
  /** Asks who it is again when the last proof is older than 15 minutes. */
  readonly fresh?: boolean;
  /** Asked for by a script on a timer: does not keep the session alive. */
  readonly quiet?: boolean;
  /** Bytes; 256 KB unless told. */
  readonly maxBody?: number;
  readonly run: (visit: Visit) => Response | Promise<Response>;
}

export function param(visit: Visit, name: string): string {
  return visit.context.req.param(name) ?? "";
}

export function query(visit: Visit, name: string): string {
  return visit.context.req.query(name) ?? "";
}

export function field(visit: Visit, name: string): string {
  return (visit.form[name] ?? "").normalize("NFC").trim();
}

/** Back to a page, with a sentence from the wording. */
export function goTo(visit: Visit, path: string, notice?: Notice): Response {
  const mark = path.includes("?") ? "&" : "?";
  return visit.context.redirect(
    `/quan-tri${path}${notice === undefined ? "" : `${mark}xong=${notice}`}`,
    303,
  );
}

/** Writes what was done into the audit log. Subjects are ids, never what a person wrote. */
export async function note(visit: Visit, action: string, subject: string): Promise<void> {
  await visit.parts.people.audit(visit.now, visit.officer.id, action, subject);
  visit.parts.log({ kind: "admin_act", who: visit.officer.id, act: action, subject });
}
