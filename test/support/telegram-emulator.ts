import { pathToFileURL } from "node:url";
import { commandLine, type Hit, openEmulatorServer, type Params, paramsOf } from "./emulator-server.ts";
import { type Answer, answer, type FaultRates, openFaults, parseRates, play, seeded } from "./faults.ts";
import { type Delivered, openTelegramLedger } from "./telegram-ledger.ts";
import { commandsProblem, failure, success } from "./telegram-rules.ts";
import { openPusher } from "./webhook-pusher.ts";

// A strict Telegram Bot API on loopback. Its own record of what reached whom is the truth tests compare with.

export interface TelegramEmulatorSettings {
  readonly faults?: FaultRates;
  readonly seed?: number;
  readonly port?: number;
  readonly token?: string;
  /** Length of one emulated second in ms, for 429 and webhook back-off. */
  readonly secondMs?: number;
}

type Update = Params & { update_id: number };

export async function openTelegramEmulator(settings: TelegramEmulatorSettings = {}) {
  const token = settings.token ?? "123456:emulated-token-AAAAAAAAAAAAAAAAAAAAAAA";
  const secondMs = settings.secondMs ?? 1000;
  const random = seeded(settings.seed ?? 1);
  const faults = openFaults(settings.faults ?? {}, random);
  const pusher = openPusher(secondMs);
  const ledger = openTelegramLedger();
  const calls: { readonly method: string; readonly params: Params }[] = [];
  const files = new Map<string, Uint8Array>();
  const queries = new Set<string>();
  let updates: Update[] = [];
  let webhook: { url: string; secret: string } | null = null;
  let nextUpdate = 1000;
  let coolUntil = 0;
  let early = 0;
  let poller: { end(answer: Answer): void } | null = null;
  let closed = false;

  const wake = () => {
    if (updates.length > 0) {
      poller?.end(success(updates.slice(0, 100)));
    }
  };

  const server = await openEmulatorServer(handle, settings.port);

  async function handle(hit: Hit): Promise<void> {
    if (hit.path === "/truth") {
      return answer(hit.response, {
        status: 200,
        body: { delivered: ledger.delivered, early, calls: calls.length },
      });
    }
    if (hit.path === "/push") {
      const acknowledged = await push(await paramsOf(hit));
      return answer(hit.response, { status: 200, body: { acknowledged } });
    }
    const [, kind, given, method = ""] = /^\/(file\/)?bot([^/]+)\/(.+?)(?:\?.*)?$/u.exec(hit.path) ?? [];
    if (given !== token) {
      return answer(hit.response, failure(401, "Unauthorized"));
    }
    if (kind !== undefined) {
      hit.response.writeHead(files.has(method) ? 200 : 404).end(files.get(method));
      return;
    }
    const params = await paramsOf(hit);
    calls.push({ method, params });
    if (method === "getUpdates") {
      return getUpdates(hit, params);
    }
    return SENDS.has(method) ? send(hit, method, params) : answer(hit.response, other(method, params));
  }

  async function send(hit: Hit, method: string, params: Params): Promise<void> {
    const left = coolUntil - Date.now();
    if (left > 0) {
      early += 1;
      return answer(hit.response, tooMany(Math.ceil(left / secondMs)));
    }
    const fault = faults.next();
    if (fault === "f429") {
      const seconds = 1 + Math.floor(random() * 5);
      coolUntil = Date.now() + seconds * secondMs;
      return answer(hit.response, tooMany(seconds));
    }
    await play(fault, hit, () => ledger.deliver(method, params), failure(500, "Internal Server Error"));
  }

  function other(method: string, params: Params): Answer {
    switch (method) {
      case "getMe":
        return success({
          id: Number(token.split(":")[0]),
          is_bot: true,
          first_name: "Emulated",
          username: "emulated_bot",
        });
      case "setWebhook":
        webhook = { url: String(params.url), secret: String(params.secret_token ?? "") };
        return success(true);
      case "deleteWebhook":
        webhook = null;
        return success(true);
      case "getWebhookInfo":
        return success({
          url: webhook?.url ?? "",
          has_custom_certificate: false,
          pending_update_count: updates.length,
        });
      case "setMyCommands":
        return commandsProblem(params.commands) ?? success(true);
      case "deleteMyCommands":
      case "sendChatAction":
        return success(true);
      case "answerCallbackQuery":
        return queries.delete(String(params.callback_query_id))
          ? success(true)
          : failure(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
      case "getFile":
        return files.has(String(params.file_id))
          ? success({ file_id: params.file_id, file_path: params.file_id })
          : failure(400, "Bad Request: invalid file_id");
      default:
        return failure(404, "Not Found");
    }
  }

  async function getUpdates(hit: Hit, params: Params): Promise<void> {
    if (webhook !== null) {
      const words =
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
      return answer(hit.response, failure(409, words));
    }
    poller?.end(
      failure(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
      ),
    );
    const offset = Number(params.offset ?? 0);
    updates = updates.filter((update) => update.update_id >= offset);
    const asked = pending<Answer>();
    const mine = { end: asked.resolve };
    const timer = setTimeout(() => mine.end(success([])), Number(params.timeout ?? 0) * secondMs);
    poller = mine;
    wake();
    hit.request.socket.once("close", () => mine.end(success([])));
    const result = await asked.promise;
    clearTimeout(timer);
    poller = poller === mine ? null : poller;
    answer(hit.response, result);
  }

  /** A new update, as from a person. Settles when it was acknowledged (webhook) or queued (polling). */
  async function push(update: Params, options: { readonly copies?: number } = {}): Promise<boolean> {
    const whole = { update_id: nextUpdate++, ...update } as Update;
    if (webhook === null) {
      updates.push(whole);
      wake();
      return true;
    }
    const { url, secret } = webhook;
    const target = { url, headers: secret === "" ? {} : { "x-telegram-bot-api-secret-token": secret } };
    const turns = Array.from({ length: options.copies ?? 1 }, () =>
      pusher.push(chatOf(whole), target, whole),
    );
    return (await Promise.all(turns)).every(Boolean);
  }

  function person(chat: number) {
    return {
      chat: { id: chat, type: "private", first_name: "An" },
      from: { id: chat, is_bot: false, first_name: "An" },
    };
  }

  return {
    url: server.url,
    token,
    delivered: ledger.delivered as readonly Delivered[],
    calls: calls as readonly (typeof calls)[number][],
    blocked: ledger.blocked,
    gone: ledger.gone,
    voiceless: ledger.voiceless,
    migrated: ledger.migrated,
    files,
    faults,
    early: () => early,
    webhook: () => webhook,
    unanswered: () => queries.size,
    waiting: () => updates.length,
    push,
    say(chat: number, text: string, more: Params = {}) {
      const message = {
        message_id: ledger.nextId(),
        date: Math.floor(Date.now() / 1000),
        ...person(chat),
        text,
        ...more,
      };
      return push({ message });
    },
    press(chat: number, data: string, markup?: unknown) {
      const id = `q${nextUpdate}`;
      queries.add(id);
      const message = { message_id: 1, date: 1, ...person(chat), text: "…", reply_markup: markup };
      return push({ callback_query: { id, from: person(chat).from, chat_instance: "1", data, message } });
    },
    async close(): Promise<void> {
      if (!closed) {
        closed = true;
        pusher.close();
        await server.close();
      }
    },
  };
}

export type TelegramEmulator = Awaited<ReturnType<typeof openTelegramEmulator>>;

const SENDS = new Set(["sendMessage", "sendDocument", "sendVoice", "editMessageText"]);

function pending<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function tooMany(seconds: number): Answer {
  return failure(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}

function chatOf(update: Params): string {
  const message = update.message as { chat?: { id?: number } } | undefined;
  return String(message?.chat?.id ?? "");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const named = commandLine(process.argv.slice(2));
  const emulator = await openTelegramEmulator({
    port: Number(named.port ?? 0),
    seed: Number(named.seed ?? 1),
    secondMs: Number(named["second-ms"] ?? 1000),
    faults: parseRates(named.faults ?? ""),
    ...(named.token === undefined ? {} : { token: named.token }),
  });
  process.stdout.write(`${JSON.stringify({ url: emulator.url, token: emulator.token })}\n`);
}
