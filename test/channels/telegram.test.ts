import { afterEach, describe, expect, it } from "vitest";
import { openTelegram, type TelegramSettings } from "../../src/channels/telegram.ts";
import type { Channel } from "../../src/ports.ts";
import { openEmulatorServer } from "../support/emulator-server.ts";
import type { FaultName } from "../support/faults.ts";
import { openLogbook, openReceiver, systemClock, until } from "../support/receiver.ts";
import { openTelegramEmulator, type TelegramEmulator } from "../support/telegram-emulator.ts";

const SECRET = "a-secret-of-the-office";
const COMMANDS = [{ command: "xa", vi: "Chọn xã, phường", en: "Choose your commune" }];
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) {
    await close();
  }
});

async function setting(mode: TelegramSettings["mode"] = { kind: "polling" }, emulator?: TelegramEmulator) {
  const telegram = emulator ?? (await openTelegramEmulator({ secondMs: 10 }));
  closing.push(() => telegram.close());
  const logbook = openLogbook();
  const channel = openTelegram(
    { token: telegram.token, apiRoot: telegram.url, mode, commands: COMMANDS, pace: { first: 5, most: 20 } },
    { clock: systemClock, log: logbook.log },
  );
  const receiver = openReceiver();
  const started = async (to: Channel = channel) => {
    closing.push(() => to.stop());
    await to.start(receiver.receive);
    await until("the channel is up", () => to.state().up);
  };
  return { telegram, channel, receiver, logbook, started };
}

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
    let polls = 0;
    const server = await openEmulatorServer(async ({ path, response }) => {
      const method = path.split("/").at(-1);
      polls += method === "getUpdates" ? 1 : 0;
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
    await new Promise((resolve) => setTimeout(resolve, 200));

    expect(polls).toBeGreaterThan(0);
    expect(polls).toBeLessThan(8);
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

describe("what people send on Telegram", () => {
  it.each([
    ["voice", { voice: { file_id: "v1", file_size: 9 } }],
    ["document", { document: { file_id: "d1", file_name: "ke-hoach.pdf", file_size: 9 } }],
    ["photo", { photo: [{ file_id: "small" }, { file_id: "large" }] }],
    ["unsupported", { sticker: { file_id: "s" } }],
    ["unsupported", { location: { latitude: 1, longitude: 2 } }],
    ["unsupported", { contact: { phone_number: "0900000000" } }],
  ])("is told apart as %s", async (kind, content) => {
    const { telegram, receiver, started } = await setting();
    await started();

    await telegram.push({ message: privateMessage(content) });
    await until("it arrived", () => receiver.received.length === 1);

    expect(receiver.received[0]?.kind).toBe(kind);
    expect(JSON.stringify(receiver.received[0])).not.toContain("0900000000");
  });

  it("is not stored when it was said in a group, which is told once", async () => {
    const { telegram, receiver, started } = await setting();
    await started();
    const group = {
      ...privateMessage({
        text: "/xa@emulated_bot",
        entities: [{ type: "bot_command", offset: 0, length: 3 }],
      }),
      chat: { id: -5, type: "group" },
    };

    await telegram.push({ message: group });
    await telegram.push({ message: group });
    await telegram.push({ message: { ...group, entities: [] } });
    await telegram.say(7, "riêng");
    await until("the private one arrived", () => receiver.received.length === 1);
    await until("the group was told", () => telegram.delivered.length > 0);

    expect(receiver.received[0]?.from.chat).toBe("7");
    expect(telegram.delivered.map(({ chat }) => chat)).toEqual(["-5"]);
  });

  it("brings a button's value back, however long, and always ends the spinner", async () => {
    const { telegram, channel, receiver, started } = await setting();
    await started();
    const long = "câu hỏi dài bằng tiếng Việt có dấu, hơn sáu mươi tư byte nhiều";

    await channel.send("7", {
      text: "Chọn",
      buttons: [
        { label: "Ngắn", value: "a" },
        { label: "Dài", value: long },
      ],
    });
    for (const button of telegram.delivered[0]?.buttons ?? []) {
      await telegram.press(7, button.callback_data);
    }
    await until("both arrived", () => receiver.received.length === 2);
    await until("both answered", () => telegram.unanswered() === 0);

    expect(receiver.received.map(({ kind, text }) => [kind, text])).toEqual([
      ["button", "a"],
      ["button", long],
    ]);
  });

  it("takes the label of a button from before a restart", async () => {
    const { telegram, receiver, started } = await setting();
    await started();
    const data = "~forgotten";

    await telegram.press(7, data, { inline_keyboard: [[{ text: "Ninh Giang", callback_data: data }]] });
    await until("it arrived", () => receiver.received.length === 1);

    expect(receiver.received[0]).toMatchObject({ kind: "text", text: "Ninh Giang" });
  });
});

describe("sending on Telegram", () => {
  it.each<[FaultName, string]>([
    ["f5xx_before", "unclear"],
    ["f5xx_after", "unclear"],
    ["reset_before", "unclear"],
    ["reset_after", "unclear"],
    ["half_body", "unclear"],
    ["html_502", "unclear"],
    ["wrong_json", "unclear"],
    ["redirect_302", "unclear"],
    ["slow_headers", "sent"],
    ["f429", "unsent"],
  ])("after %s says %s and asks once", async (fault, outcome) => {
    const { telegram, channel } = await setting();
    telegram.faults.queue(fault);

    const delivery = await channel.send("7", { text: "Việc sắp đến hạn" });

    expect(delivery.outcome).toBe(outcome);
    expect(telegram.calls).toHaveLength(1);
    if (delivery.outcome === "unsent") {
      expect(delivery.gate).toBe(true);
      expect(delivery.retryAfterMs).toBeGreaterThanOrEqual(1000);
    }
  });

  it("is unclear when given up while Telegram hangs, and unsent when nobody listens", async () => {
    const { telegram, channel } = await setting();
    telegram.faults.queue("hang_after");

    expect((await channel.send("7", { text: "a" }, AbortSignal.timeout(50))).outcome).toBe("unclear");
    await telegram.close();
    expect(await channel.send("7", { text: "b" })).toEqual({
      outcome: "unsent",
      code: "econnrefused",
      retryAfterMs: null,
      gate: false,
    });
  });

  it("tells a lost chat from a bad message and a bad token", async () => {
    const { telegram, channel } = await setting();
    const stranger = openTelegram(
      { token: "1:wrong", apiRoot: telegram.url, mode: { kind: "polling" }, commands: [] },
      { clock: systemClock, log: () => undefined },
    );
    telegram.blocked.add("1");
    telegram.gone.add("2");

    expect(await channel.send("1", { text: "a" })).toMatchObject({ outcome: "refused", scope: "chat" });
    expect(await channel.send("2", { text: "a" })).toMatchObject({ outcome: "refused", scope: "chat" });
    expect(await channel.send("3", { text: "" })).toMatchObject({ outcome: "refused", scope: "message" });
    expect(await stranger.send("3", { text: "a" })).toMatchObject({ outcome: "refused", scope: "channel" });
  });

  it("follows a group to its new number, once", async () => {
    const { telegram, channel } = await setting();
    telegram.migrated.set("-5", "-1005");

    expect((await channel.send("-5", { text: "a" })).outcome).toBe("sent");
    expect(telegram.delivered.map(({ chat }) => chat)).toEqual(["-1005"]);
  });

  it("edits its message, and writes anew when that one is gone", async () => {
    const { telegram, channel } = await setting();
    const first = await channel.send("7", { text: "Danh sách" });
    const id = first.outcome === "sent" ? (first.messageId ?? "") : "";

    await channel.send("7", { text: "Danh sách mới", editOf: id });
    await channel.send("7", { text: "Danh sách mới", editOf: id });
    const anew = await channel.send("7", { text: "Danh sách nữa", editOf: "9999" });

    expect(telegram.delivered.map(({ method, messageId }) => [method, messageId])).toEqual([
      ["sendMessage", id],
      ["editMessageText", id],
      ["sendMessage", anew.outcome === "sent" ? anew.messageId : null],
    ]);
  });

  it("sends a file with its words, however long they are", async () => {
    const { telegram, channel } = await setting();
    const file = {
      name: "viec.ics",
      mediaType: "text/calendar",
      bytes: new TextEncoder().encode("BEGIN:VCALENDAR"),
    };

    expect((await channel.send("7", { text: "Lịch việc", file })).outcome).toBe("sent");
    expect((await channel.send("7", { text: "dài ".repeat(400), file })).outcome).toBe("sent");

    expect(telegram.delivered.map((one) => [one.method, one.file?.name ?? null])).toEqual([
      ["sendDocument", "viec.ics"],
      ["sendDocument", "viec.ics"],
      ["sendMessage", null],
    ]);
  });

  it("fetches an attachment up to the size allowed", async () => {
    const { telegram, channel } = await setting();
    telegram.files.set("d1", new Uint8Array(5000));

    expect(await channel.fetch?.("d1", 10_000)).toHaveLength(5000);
    await expect(channel.fetch?.("d1", 1000)).rejects.toThrow();
    await expect(channel.fetch?.("d2", 1000)).rejects.not.toThrow(telegram.token);
  });

  it("never shows its token: not in states, outcomes, errors or the log", async () => {
    const { telegram, channel, logbook, receiver } = await setting();
    telegram.faults.queue("reset_after", "html_502", "f429");
    const shown: unknown[] = [];

    for (const text of ["a", "b", "c"]) {
      shown.push(await channel.send("7", { text }));
    }
    await channel.start(receiver.receive);
    await telegram.close();
    await until("it noticed", () => !channel.state().up);
    await channel.stop();
    const thrown = await channel.fetch?.("d1", 10).catch((error: unknown) => error);

    const everything =
      [shown, logbook.events, channel.state()].map((one) => JSON.stringify(one)).join() + inspectAll(thrown);
    expect(everything).not.toContain("emulated-token");
  });
});

function inspectAll(error: unknown): string {
  return error instanceof Error
    ? `${error.stack}${JSON.stringify(error)}${inspectAll((error as { error?: unknown }).error)}`
    : String(error);
}

function privateMessage(content: Record<string, unknown>) {
  const person = { id: 7, is_bot: false, first_name: "An" };
  return {
    message_id: 1,
    date: 1_790_000_000,
    chat: { id: 7, type: "private", first_name: "An" },
    from: person,
    ...content,
  };
}

function bytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

async function call(
  telegram: TelegramEmulator,
  method: string,
  params: Record<string, unknown>,
): Promise<unknown> {
  const answer = await fetch(`${telegram.url}/bot${telegram.token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
  });
  return answer.json();
}
