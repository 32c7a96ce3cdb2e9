import { pathToFileURL } from "node:url";
import { commandLine, type Hit, openEmulatorServer, type Params, paramsOf } from "./emulator-server.ts";
import { type Answer, answer, type FaultRates, openFaults, parseRates, play, seeded } from "./faults.ts";
import { openPusher } from "./webhook-pusher.ts";

// A strict Zalo Bot API on loopback: one object for each getUpdates, 408 when idle, no retry_after with 429.

interface ZaloDelivered {
  readonly chat: string;
  readonly text: string;
  readonly messageId: string;
}

export interface ZaloBotEmulatorSettings {
  readonly faults?: FaultRates;
  readonly seed?: number;
  readonly port?: number;
  readonly token?: string;
  readonly secondMs?: number;
  /** Messages allowed before every send is answered 429. */
  readonly quota?: number;
  /** How a webhook body is shaped. */
  readonly shape?: "wrapped" | "flat";
  /** Whether getWebhookInfo answers 404 when none is set, as was measured, or an empty address, as documented. */
  readonly noWebhook?: "404" | "empty";
}

export async function openZaloBotEmulator(settings: ZaloBotEmulatorSettings = {}) {
  const token = settings.token ?? "98765:emulated-zalo-token-BBBBBBBB";
  const secondMs = settings.secondMs ?? 1000;
  const random = seeded(settings.seed ?? 1);
  const faults = openFaults(settings.faults ?? {}, random);
  const pusher = openPusher(secondMs);
  const delivered: ZaloDelivered[] = [];
  const calls: { readonly method: string; readonly params: Params }[] = [];
  /** Error codes to answer the next sends with. */
  const refuse: number[] = [];
  let queue: Params[] = [];
  let webhook: { url: string; secret: string } | null = null;
  let number = 1;
  let coolUntil = 0;
  let early = 0;
  let waiting: ((answer: Answer) => void) | null = null;

  const server = await openEmulatorServer(handle, settings.port);

  async function handle(hit: Hit): Promise<void> {
    if (hit.path === "/truth") {
      return answer(hit.response, { status: 200, body: { delivered, early, calls: calls.length } });
    }
    if (hit.path === "/push") {
      const acknowledged = await push(await paramsOf(hit));
      return answer(hit.response, { status: 200, body: { acknowledged } });
    }
    const [, given, method = ""] = /^\/bot([^/]+)\/([^?]+)/u.exec(hit.path) ?? [];
    if (given !== token) {
      return answer(hit.response, failure(401, "Unauthorized", 200));
    }
    const params = await paramsOf(hit);
    calls.push({ method, params });
    if (method === "getUpdates") {
      return getUpdates(hit, params);
    }
    return SENDS.has(method) ? send(hit, method, params) : answer(hit.response, other(method, params));
  }

  async function send(hit: Hit, method: string, params: Params): Promise<void> {
    const code = refuse.shift();
    if (code !== undefined) {
      return answer(hit.response, failure(code, "refused", 200));
    }
    const exhausted = settings.quota !== undefined && delivered.length >= settings.quota;
    const cooling = coolUntil > Date.now();
    early += cooling ? 1 : 0;
    const fault = exhausted || cooling ? "f429" : faults.next();
    if (fault === "f429") {
      coolUntil = Math.max(coolUntil, Date.now() + secondMs);
      return answer(hit.response, failure(429, "Quota exceeded", 200));
    }
    await play(fault, hit, () => deliver(method, params), failure(403, "Internal server error", 500));
  }

  function deliver(method: string, params: Params): Answer {
    const text = String(params.text ?? params.caption ?? "");
    const chat = params.chat_id;
    if (typeof chat !== "string" || chat === "") {
      return failure(400, "chat_id is required", 400);
    }
    if (method === "sendMessage" && (text.trim() === "" || text.length > 2000)) {
      return failure(400, "text must have 1 to 2000 characters", 400);
    }
    const unknown = Object.keys(params).find((key) => !KNOWN_PARAMS.has(key));
    if (unknown !== undefined) {
      return failure(400, `unknown parameter ${unknown}`, 400);
    }
    const messageId = (0x5f00_0000_0000 + number++).toString(16).padStart(20, "0");
    delivered.push({ chat, text, messageId });
    return success({ message_id: messageId, date: Date.now() });
  }

  function other(method: string, params: Params): Answer {
    switch (method) {
      case "getMe":
        return success({
          id: token.split(":")[0],
          account_name: "bot.Emulated",
          account_type: "BASIC",
          can_join_groups: false,
        });
      case "setWebhook":
        return setWebhook(String(params.url ?? ""), String(params.secret_token ?? ""));
      case "deleteWebhook":
        webhook = null;
        return success({ url: "", updated_at: Date.now() });
      case "getWebhookInfo":
        return webhook === null && settings.noWebhook === "404"
          ? failure(404, "Not Found", 404)
          : success({ url: webhook?.url ?? "", updated_at: Date.now() });
      case "testWebhook":
        return { status: 200, body: { ok: false, errorCode: 426, description: "Daily limit" } };
      case "sendChatAction":
        return { status: 200, body: { ok: true } };
      default:
        return failure(400, "Unknown method", 400);
    }
  }

  function setWebhook(url: string, secret: string): Answer {
    if (secret.length < 8 || secret.length > 256) {
      return failure(400, "secret_token must have 8 to 256 characters", 400);
    }
    webhook = { url, secret };
    const verification = { ok: true, url, status_code: 200, outcome: "webhook.ok", hint: "" };
    return success({ url, updated_at: Date.now(), verification });
  }

  async function getUpdates(hit: Hit, params: Params): Promise<void> {
    if (webhook !== null) {
      return answer(hit.response, failure(400, "Webhook is set", 400));
    }
    waiting?.(failure(409, "Conflict", 409));
    const result = await new Promise<Answer>((resolve) => {
      const timer = setTimeout(
        () => settle(failure(408, "Request timeout", 408)),
        Number(params.timeout ?? 30) * secondMs,
      );
      const settle = (given: Answer) => {
        clearTimeout(timer);
        waiting = waiting === settle ? null : waiting;
        resolve(given);
      };
      waiting = settle;
      hit.request.socket.once("close", () => settle(failure(408, "Request timeout", 408)));
      hand();
    });
    answer(hit.response, result);
  }

  /** Hands over one update, once: it is not given again. */
  function hand(): void {
    const [first, ...rest] = queue;
    if (first !== undefined && waiting !== null) {
      queue = rest;
      waiting(success(first));
    }
  }

  async function push(update: Params, options: { readonly copies?: number } = {}): Promise<boolean> {
    if (webhook === null) {
      queue.push(update);
      hand();
      return true;
    }
    const target = { url: webhook.url, headers: { "x-bot-api-secret-token": webhook.secret } };
    const body = settings.shape === "wrapped" ? { ok: true, result: update } : update;
    const chat = (update.message as { chat?: { id?: string } } | undefined)?.chat?.id ?? "";
    const turns = Array.from({ length: options.copies ?? 1 }, () => pusher.push(chat, target, body));
    return (await Promise.all(turns)).every(Boolean);
  }

  function event(name: string, chat: string, content: Params, messageId = `m${number++}`): Params {
    const from = { id: chat, display_name: "Anh Ba", is_bot: false };
    const message = {
      from,
      chat: { id: chat, chat_type: "PRIVATE" },
      message_id: messageId,
      date: Date.now(),
      ...content,
    };
    return { event_name: name, message };
  }

  return {
    url: server.url,
    token,
    delivered: delivered as readonly ZaloDelivered[],
    calls: calls as readonly (typeof calls)[number][],
    faults,
    refuse,
    early: () => early,
    webhook: () => webhook,
    waiting: () => queue.length,
    event,
    push,
    say: (chat: string, text: string) => push(event("message.text.received", chat, { text })),
    async close(): Promise<void> {
      pusher.close();
      await server.close();
    },
  };
}

const SENDS = new Set(["sendMessage", "sendPhoto", "sendSticker", "sendVoice"]);
const KNOWN_PARAMS = new Set([
  "chat_id",
  "text",
  "parse_mode",
  "text_styles",
  "photo",
  "caption",
  "sticker",
  "voice_url",
]);

function failure(code: number, description: string, status: number): Answer {
  return { status, body: { ok: false, error_code: code, description } };
}

function success(result: unknown): Answer {
  return { status: 200, body: { ok: true, error_code: 0, result } };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const named = commandLine(process.argv.slice(2));
  const emulator = await openZaloBotEmulator({
    port: Number(named.port ?? 0),
    seed: Number(named.seed ?? 1),
    secondMs: Number(named["second-ms"] ?? 1000),
    faults: parseRates(named.faults ?? ""),
    ...(named.token === undefined ? {} : { token: named.token }),
    ...(named.quota === undefined ? {} : { quota: Number(named.quota) }),
  });
  process.stdout.write(`${JSON.stringify({ url: emulator.url, token: emulator.token })}\n`);
}
