import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { WebChat } from "../../ports/channels.ts";
import { webWords } from "../../vietnamese/wording/residents/web.ts";
import { MAX_BODY_BYTES } from "../http/limits.ts";
import { isForeign, knownSession, sessionOf } from "../http/session.ts";
import { ask, type ChatRouteSettings, textProblem } from "./api.ts";
import { chatPage, type PageState } from "./page.ts";

/** The page itself, and the plain form that works without JavaScript: one question, one page with its answer. */
export function chatPages(chat: WebChat, settings: ChatRouteSettings): Hono {
  const routes = new Hono();
  const page = (context: Context, state: Partial<PageState>, status: 200 | 400 | 403 | 413 | 503 = 200) =>
    context.html(chatPage({ ...QUIET, ...state }, settings.allowLink), status);
  const tooLarge = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (context) => page(context, { problem: webWords.tooLong }, 413),
  });

  routes.get("/", (context) => page(context, {}));
  routes.get("/nhung", (context) => page(context, { embedded: true }));

  routes.post("/hoi", tooLarge, async (context) => {
    if (isForeign(context)) {
      return page(context, { problem: webWords.foreign }, 403);
    }
    const form = await context.req.parseBody();
    const button = stringOf(form.button);
    const text = button === "" ? stringOf(form.suggestion) || stringOf(form.text) : button;
    const refused = textProblem(text);
    if (refused !== null) {
      return page(context, { problem: refused.sentence }, refused.status);
    }
    const session = sessionOf(context, undefined);
    const said = { id: randomUUID(), kind: button === "" ? "text" : "button", text } as const;
    const answered = await ask(chat, session, said, settings.waitMs);
    if (answered === "busy" || answered === "not stored") {
      context.header("retry-after", "30");
      return page(context, { problem: answered === "busy" ? webWords.busy : webWords.notStored }, 503);
    }
    // What a button stands for is the program's word, not the person's.
    const question = button === "" ? text : null;
    return page(context, { question, replies: answered.replies, later: answered.outcome === "later" });
  });

  routes.get("/hoi", (context) => {
    const session = knownSession(context, undefined);
    const { replies, waiting } = session === null ? { replies: [], waiting: false } : chat.since(session, 0);
    return page(context, { replies: replies.slice(-1), later: waiting });
  });

  routes.get("/tep/:id", (context) => {
    const file = chat.file(context.req.param("id"));
    if (file === null) {
      return context.notFound();
    }
    return context.body(new Uint8Array(file.bytes), 200, {
      "content-type": file.mediaType,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
  });

  return routes;
}

const QUIET: PageState = { embedded: false, question: null, replies: [], later: false, problem: null };

function stringOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
