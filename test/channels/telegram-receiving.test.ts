import { describe, expect, it } from "vitest";
import { openTelegram } from "../../src/channels/telegram/telegram.ts";
import { openEmulatorServer } from "../support/emulator-server.ts";
import { openLogbook, systemClock, until } from "../support/receiver.ts";
import { openTelegramEmulator } from "../support/telegram-emulator.ts";
import { bytes, COMMANDS, call, closing, privateMessage, SECRET, setting } from "./telegram-setting.ts";

describe("Telegram by polling", () => {
  it("receives each message once, stored before the next is asked for", async () => {
    const { telegram, receiver, started } = await setting();
    await started();

    receiver.refuse(2);
    await telegram.say(7, "VNeID là gì?");
    await telegram.say(7, "còn định danh mức 2?");
    await until("both arrived", () => receiver.received.length >= 2);
    await until("both confirmed", () => telegram.waiting() === 0);

    expect(receiver.received.map(({ text }) => text)).toEqual(["VNeID là gì?", "còn định danh mức 2?"]);
    expect(new Set(receiver.received.map(({ key }) => key)).size).toBe(2);
  });

  it("waits with a clear word while a webhook is set, and goes on when it is gone", async () => {
    const telegram = await openTelegramEmulator({ secondMs: 10 });
    await call(telegram, "setWebhook", { url: "https://other.example/hook" });
    const { channel, receiver } = await setting({ kind: "polling" }, telegram);
    closing.push(() => channel.stop());

    await channel.start(receiver.receive);
    await until("it says why", () => channel.state().detail.includes("other.example"));
    expect(channel.state().up).toBe(false);
    await call(telegram, "deleteWebhook", {});

    await until("it is up", () => channel.state().up);
  });

  it("goes down with a clear word when another program polls, and comes back", async () => {
    const { telegram, channel, started } = await setting();
    await started();

    const rival = call(telegram, "getUpdates", { timeout: 20 });
    await until("it says so", () => !channel.state().up);
    expect(channel.state().detail).toContain("cùng token");
    await rival;

    await until("it is up again", () => channel.state().up);
  });

  it("lives with an unreachable Telegram and stops trying with a wrong token", async () => {
    const { log } = openLogbook();
    const base = { mode: { kind: "polling" }, commands: [], pace: { first: 5, most: 20 } } as const;
    const telegram = await openTelegramEmulator();
    closing.push(() => telegram.close());
    const nowhere = openTelegram(
      { ...base, token: "1:secret", apiRoot: "http://127.0.0.1:1" },
      { clock: systemClock, log },
    );
    const stranger = openTelegram(
      { ...base, token: "1:secret", apiRoot: telegram.url },
      { clock: systemClock, log },
    );
    closing.push(nowhere.stop, stranger.stop);

    await nowhere.start(async () => undefined);
    await stranger.start(async () => undefined);

    await until("unreachable is said", () => nowhere.state().detail.includes("không tới được"));
    await until("the token is named", () => stranger.state().detail.includes("token sai"));
  });

  it("receives from a server that knows no menu and no long poll, without hammering it", async () => {
    const polls: number[] = [];
    const server = await openEmulatorServer(async ({ path, response }) => {
      const method = path.split("/").at(-1);
      if (method === "getUpdates") {
        polls.push(performance.now());
      }
      const known = method === "getMe" ? { id: 1, is_bot: true } : [];
      const good = method === "getMe" || method === "getUpdates";
      const body = good
        ? { ok: true, result: known }
        : { ok: false, error_code: 404, description: "Not Found" };
      response.writeHead(good ? 200 : 404).end(JSON.stringify(body));
    });
    closing.push(() => server.close());
    const channel = openTelegram(
      {
        token: "1:a",
        apiRoot: server.url,
        mode: { kind: "polling" },
        commands: COMMANDS,
        pace: { first: 50, most: 50 },
      },
      { clock: systemClock, log: () => undefined },
    );
    closing.push(() => channel.stop());

    await channel.start(async () => undefined);
    await until("it is up", () => channel.state().up);
    await until("it asked five times", () => polls.length >= 5);

    // However busy the machine, a pause is never shorter than it was asked to be, but for a timer's rounding.
    const pauses = polls.slice(1).map((at, nth) => at - (polls[nth] ?? 0));
    expect(pauses.filter((ms) => ms < 45)).toEqual([]);
  });

  it("sets the menu in Vietnamese for all and in English beside it", async () => {
    const { telegram, started } = await setting();
    await started();

    const menus = telegram.calls
      .filter(({ method }) => method === "setMyCommands")
      .map(({ params }) => params);
    expect(menus.map((menu) => menu.language_code)).toEqual([undefined, "vi", "en"]);
    expect(menus[0]?.scope).toEqual({ type: "all_private_chats" });
  });
});

describe("Telegram by webhook", () => {
  it.each(["", "short", "dấu tiếng Việt không được phép"])("refuses to open with the secret %j", (secret) => {
    expect(() =>
      openTelegram(
        {
          token: "1:a",
          apiRoot: "http://127.0.0.1:1",
          mode: { kind: "webhook", secret, url: null },
          commands: [],
        },
        { clock: systemClock, log: () => undefined },
      ),
    ).toThrow("TELEGRAM_WEBHOOK_SECRET");
  });

  it.each([
    ["none", {}],
    ["empty", { "x-telegram-bot-api-secret-token": "" }],
    ["wrong", { "x-telegram-bot-api-secret-token": "b-secret-of-the-office" }],
    ["longer", { "x-telegram-bot-api-secret-token": `${SECRET}x` }],
    ["doubled", { "x-telegram-bot-api-secret-token": `${SECRET}, ${SECRET}` }],
    ["the other channel's", { "x-bot-api-secret-token": SECRET }],
  ])("answers 401 and stores nothing when the secret is %s", async (_, headers) => {
    const { channel, receiver, started } = await setting({ kind: "webhook", secret: SECRET, url: null });
    await started();

    const answer = await channel.webhook?.accept(new Headers(headers), bytes({ update_id: 1 }));

    expect(answer?.status).toBe(401);
    expect(receiver.received).toEqual([]);
  });

  it("acknowledges only what is stored", async () => {
    const { channel, receiver, started } = await setting({ kind: "webhook", secret: SECRET, url: null });
    const headers = new Headers({ "x-telegram-bot-api-secret-token": SECRET });
    const update = bytes({ update_id: 5, message: privateMessage({ text: "xin chào" }) });

    expect((await channel.webhook?.accept(headers, update))?.status).toBe(503);
    await started();
    receiver.refuse(1);
    expect((await channel.webhook?.accept(headers, update))?.status).toBe(503);
    expect((await channel.webhook?.accept(headers, update))?.status).toBe(200);

    expect(receiver.received).toHaveLength(1);
    expect(receiver.received[0]?.key).toBe("123456:5");
  });

  it.each([
    ["broken JSON", "{"],
    ["nothing", ""],
    ["a list", "[1]"],
    ["an unknown kind", JSON.stringify({ update_id: 1, chat_boost: {} })],
    ["a message of a wrong shape", JSON.stringify({ update_id: 1, message: { chat: null } })],
  ])("acknowledges %s and drops it", async (_, body) => {
    const { channel, receiver, started } = await setting({ kind: "webhook", secret: SECRET, url: null });
    await started();

    const headers = new Headers({ "x-telegram-bot-api-secret-token": SECRET });
    const answer = await channel.webhook?.accept(headers, new TextEncoder().encode(body));

    expect(answer?.status).toBe(200);
    expect(receiver.received).toEqual([]);
  });
});
