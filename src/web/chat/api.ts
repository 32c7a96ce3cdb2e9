import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { WebChat, WebReply } from "../../ports/channels.ts";
import { webWords } from "../../vietnamese/wording/residents/web.ts";
import { MAX_BODY_BYTES } from "../http/limits.ts";
import { isForeign, knownSession, sessionOf } from "../http/session.ts";
import { blocksOf } from "./blocks.ts";

export interface ChatRouteSettings {
  /** How long an answer may keep the request open, in ms; after that the page asks again. */
  readonly waitMs: number;
  readonly allowLink: (url: string) => boolean;
  /** Places that may be asked about. */
  readonly localities: () => readonly { readonly slug: string; readonly name: string }[];
}

/** UTF-16 units; the conversation has its own, shorter and friendlier limit. */
const MAX_TEXT = 20_000;
const BUSY_SECONDS = "5";
const STORE_SECONDS = "30";

const Said = z.object({
  id: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,64}$/u)
    .optional(),
  text: z.string().optional(),
  button: z.string().max(2000).optional(),
  locality: z.string().nullish(),
  session: z.string().optional(),
  embedded: z.boolean().optional(),
});

/** The page's JSON: POST asks, GET fetches what came later. */
export function chatApi(chat: WebChat, settings: ChatRouteSettings): Hono {
  const routes = new Hono();
  const tooLarge = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (context) => problem(context, 413, webWords.tooLong),
  });

  routes.post("/", tooLarge, async (context) => {
    if (isForeign(context)) {
      return problem(context, 403, webWords.foreign);
    }
    const said = await saidIn(context);
    if (said === null) {
      return problem(context, 400, webWords.badRequest);
    }
    const text = said.button ?? said.text ?? "";
    const refused = textProblem(text) ?? placeProblem(said.locality, settings);
    if (refused !== null) {
      return problem(context, refused.status, refused.sentence);
    }
    const session = sessionOf(context, said.session);
    const asked = {
      id: said.id ?? randomUUID(),
      kind: said.button === undefined ? "text" : "button",
      text,
      ...(said.locality == null ? {} : { locality: said.locality }),
    } as const;
    const answered = await ask(chat, session, asked, settings.waitMs);
    if (answered === "busy" || answered === "not stored") {
      return refusal(context, answered);
    }
    const body = shown(answered.replies, answered.outcome === "later", settings.allowLink);
    return context.json(
      said.embedded === true ? { ...body, session } : body,
      answered.outcome === "later" ? 202 : 200,
    );
  });

  routes.get("/", (context) => {
    const session = knownSession(context, context.req.header("x-phien"));
    const after = Number(context.req.query("after") ?? 0);
    const { replies, waiting } =
      session === null
        ? { replies: [], waiting: false }
        : chat.since(session, Number.isFinite(after) ? after : 0);
    return context.json(shown(replies, waiting, settings.allowLink));
  });

  return routes;
}

export function textProblem(text: string): { readonly status: 400 | 413; readonly sentence: string } | null {
  if (text.trim() === "") {
    return { status: 400, sentence: webWords.empty };
  }
  return text.length > MAX_TEXT ? { status: 413, sentence: webWords.tooLong } : null;
}

function placeProblem(slug: string | null | undefined, { localities }: ChatRouteSettings) {
  const known = localities();
  return slug == null || known.some((one) => one.slug === slug)
    ? null
    : ({ status: 400, sentence: webWords.unknownLocality(slug, known) } as const);
}

/** Asks and waits; a question that could not be stored is said to be so. */
export async function ask(
  chat: WebChat,
  session: string,
  said: Parameters<WebChat["say"]>[1],
  waitMs: number,
): Promise<Exclude<Awaited<ReturnType<WebChat["say"]>>, string> | "busy" | "not stored"> {
  try {
    return await chat.say(session, said, waitMs);
  } catch {
    return "not stored";
  }
}

function refusal(context: Context, why: "busy" | "not stored"): Response {
  context.header("retry-after", why === "busy" ? BUSY_SECONDS : STORE_SECONDS);
  return problem(context, 503, why === "busy" ? webWords.busy : webWords.notStored);
}

async function saidIn(context: Context): Promise<z.infer<typeof Said> | null> {
  // Another site's form can send text, but not JSON without asking first.
  if (!/^application\/json\b/u.test(context.req.header("content-type") ?? "")) {
    return null;
  }
  const parsed = Said.safeParse(await context.req.json().catch(() => null));
  return parsed.success ? parsed.data : null;
}

function problem(context: Context, status: 400 | 403 | 413 | 503, sentence: string): Response {
  return context.json({ problem: sentence }, status);
}

function shown(replies: readonly WebReply[], waiting: boolean, allowLink: (url: string) => boolean) {
  return {
    replies: replies.map((reply) => ({
      at: reply.at,
      text: reply.text,
      blocks: blocksOf(reply.text, allowLink),
      buttons: reply.buttons,
      file:
        reply.file === null
          ? null
          : { href: `/tep/${reply.file.id}`, label: webWords.download(reply.file.name) },
    })),
    waiting,
  };
}
