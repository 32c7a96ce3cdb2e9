import { afterEach, describe, expect, it } from "vitest";
import { openZaloBot, type ZaloBotSettings } from "../../src/channels/zalo-bot.ts";
import { openZaloBotClient } from "../../src/channels/zalo-bot-client.ts";
import { understand } from "../../src/channels/zalo-bot-updates.ts";
import type { FaultName } from "../support/faults.ts";
import { openLogbook, openReceiver, until } from "../support/receiver.ts";
import { openZaloBotEmulator, type ZaloBotEmulatorSettings } from "../support/zalo-bot-emulator.ts";

const SECRET = "a-secret-of-the-office";
const NOVEMBER_21 = Date.parse("2026-11-21T03:00:00Z");
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) {
    await close();
  }
});

function openCounter(start = 0) {
  const months = new Map<string, number>([["2026-11", start]]);
  return {
    months,
    read: (month: string) => months.get(month) ?? 0,
    add: (month: string, count: number) => void months.set(month, (months.get(month) ?? 0) + count),
  };
}

async function setting(
  options: {
    readonly mode?: ZaloBotSettings["mode"];
    readonly emulator?: ZaloBotEmulatorSettings;
    readonly sent?: number;
    readonly before?: (zalo: Awaited<ReturnType<typeof openZaloBotEmulator>>) => Promise<void>;
  } = {},
) {
  const zalo = await openZaloBotEmulator({ secondMs: 2, ...options.emulator });
  closing.push(() => zalo.close());
  await options.before?.(zalo);
  const logbook = openLogbook();
  const counter = openCounter(options.sent);
  const clock = { now: () => NOVEMBER_21, mono: () => performance.now() };
  const channel = openZaloBot(
    {
      token: zalo.token,
      baseUrl: zalo.url,
      mode: options.mode ?? { kind: "polling" },
      monthlyLimit: 3000,
      pace: { first: 5, most: 20 },
    },
    { clock, log: logbook.log, counter },
  );
  const receiver = openReceiver();
  const started = async () => {
    closing.push(() => channel.stop());
    await channel.start(receiver.receive);
    await until("the channel is up", () => channel.state().up);
  };
  return { zalo, channel, receiver, logbook, counter, started };
}

describe("Zalo Bot by polling", () => {
  it.each(["404", "empty"] as const)("starts when no webhook is said by %s", async (noWebhook) => {
    const { zalo, receiver, started } = await setting({ emulator: { noWebhook } });
    await started();

    await zalo.say("u1", "VNeID là gì?");
    await until("it arrived", () => receiver.received.length === 1);

    expect(receiver.received[0]).toMatchObject({
      kind: "text",
      text: "VNeID là gì?",
      from: { channel: "zalo_bot", chat: "u1" },
    });
  });

  it("takes 408 for quiet, not for a failure", async () => {
    const { zalo, channel, logbook, started } = await setting();
    await started();

    await until(
      "it asked again",
      () => zalo.calls.filter(({ method }) => method === "getUpdates").length >= 3,
    );

    expect(channel.state().up).toBe(true);
    expect(logbook.events.filter(({ kind }) => kind === "channel_state")).toHaveLength(1);
  });

  it("loses nothing while the store refuses, though Zalo gives each update only once", async () => {
    const { zalo, receiver, started } = await setting();
    await started();

    receiver.refuse(3);
    for (const text of ["một", "hai", "ba"]) {
      await zalo.say("u1", text);
    }
    await until("all arrived", () => receiver.received.length === 3);

    expect(receiver.received.map(({ text }) => text)).toEqual(["một", "hai", "ba"]);
  });

  it("does not poll against a webhook of somebody else, and names its host", async () => {
    const before = async (zalo: { url: string; token: string }) => {
      await openZaloBotClient({ token: zalo.token, baseUrl: zalo.url }).setWebhook(
        "https://other.example/x",
        "12345678",
      );
    };
    const { zalo, channel, receiver } = await setting({ before });
    closing.push(() => channel.stop());

    await channel.start(receiver.receive);
    await until("it says why", () => channel.state().detail.includes("other.example"));
    expect(zalo.calls.some(({ method }) => method === "getUpdates")).toBe(false);

    await openZaloBotClient({ token: zalo.token, baseUrl: zalo.url }).deleteWebhook();
    await until("it is up", () => channel.state().up);
  });

  it("removes the webhook when told to take over", async () => {
    const before = async (zalo: { url: string; token: string }) => {
      await openZaloBotClient({ token: zalo.token, baseUrl: zalo.url }).setWebhook(
        "https://other.example/x",
        "12345678",
      );
    };
    const { zalo, started } = await setting({ mode: { kind: "polling", replaceWebhook: true }, before });

    await started();

    expect(zalo.webhook()).toBeNull();
  });

  it("stops with a clear word when the token is wrong", async () => {
    const { zalo, receiver } = await setting();
    const stranger = openZaloBot(
      { token: "1:wrong", baseUrl: zalo.url, mode: { kind: "polling" }, monthlyLimit: null },
      {
        clock: { now: Date.now, mono: () => performance.now() },
        log: () => undefined,
        counter: openCounter(),
      },
    );
    closing.push(() => stranger.stop());

    await stranger.start(receiver.receive);

    await until("the token is named", () => stranger.state().detail.includes("token sai"));
  });
});

describe("Zalo Bot by webhook", () => {
  const webhook = { kind: "webhook", secret: SECRET, url: null } as const;
  const headers = new Headers({ "x-bot-api-secret-token": SECRET });

  it("refuses to open without a secret", () => {
    expect(() =>
      openZaloBot(
        { token: "1:a", baseUrl: "http://127.0.0.1:1", mode: { ...webhook, secret: "" }, monthlyLimit: null },
        { clock: { now: Date.now, mono: () => 0 }, log: () => undefined, counter: openCounter() },
      ),
    ).toThrow("ZALO_BOT_WEBHOOK_SECRET");
  });

  it.each(["wrapped", "flat"])("understands the %s body", async (shape) => {
    const { zalo, channel, receiver, started } = await setting({ mode: webhook });
    await started();
    const event = zalo.event("message.text.received", "u1", { text: "xin chào" }, "m1");

    const answer = await channel.webhook?.accept(
      headers,
      bytes(shape === "flat" ? event : { ok: true, result: event }),
    );

    expect(answer?.status).toBe(200);
    expect(receiver.received[0]).toMatchObject({ key: "98765:message.text.received:m1", text: "xin chào" });
  });

  it("answers the empty probe, but nobody without the secret", async () => {
    const { channel, started } = await setting({ mode: webhook });
    await started();

    expect((await channel.webhook?.accept(headers, new Uint8Array()))?.status).toBe(200);
    expect((await channel.webhook?.accept(new Headers(), new Uint8Array()))?.status).toBe(401);
    const other = new Headers({ "x-telegram-bot-api-secret-token": SECRET });
    expect((await channel.webhook?.accept(other, new Uint8Array()))?.status).toBe(401);
  });

  it("asks Zalo to come again when the message could not be stored", async () => {
    const { zalo, channel, receiver, started } = await setting({ mode: webhook });
    await started();
    receiver.refuse(1);
    const body = bytes(zalo.event("message.text.received", "u1", { text: "a" }));

    expect((await channel.webhook?.accept(headers, body))?.status).toBe(503);
    expect((await channel.webhook?.accept(headers, body))?.status).toBe(200);
  });
});

describe("what people send on Zalo", () => {
  const at = (name: string, content: Record<string, unknown>, chat: Record<string, unknown> = {}) => ({
    event_name: name,
    message: {
      from: { id: "u", is_bot: false },
      chat: { id: "u", chat_type: "PRIVATE", ...chat },
      message_id: "m",
      date: 5,
      ...content,
    },
  });

  it.each([
    ["photo", at("message.image.received", { photo_url: "https://x.zdn.vn/a.jpg", caption: "đơn" })],
    ["photo", at("message.image.received", { photo: "https://x.zdn.vn/a.jpg" })],
    ["voice", at("message.voice.received", { voice_url: "https://x.dlfl.vn/a.aac" })],
    ["unsupported", at("message.sticker.received", { sticker: "1" })],
    ["unsupported", at("message.unsupported.received", {})],
  ])("is told apart as %s", (kind, event) => {
    expect(understand(event, "1", 0)?.kind).toBe(kind);
  });

  it.each([
    ["an unknown event", at("message.dance.received", {})],
    ["a group", at("message.text.received", { text: "a" }, { chat_type: "GROUP" })],
    ["a group by its number", at("message.text.received", { text: "a" }, { id: "zgr-1" })],
    ["another bot", at("message.text.received", { text: "a", from: { id: "b", is_bot: true } })],
    ["nothing", null],
    ["a number", 5],
    ["an odd shape", { result: { event_name: 1, message: [] } }],
  ])("is passed over when it is %s", (_, event) => {
    expect(understand(event, "1", 0)).toBeNull();
  });
});

describe("sending on Zalo Bot", () => {
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
  ])("after %s says %s and asks once", async (fault, outcome) => {
    const { zalo, channel } = await setting();
    zalo.faults.queue(fault);

    expect((await channel.send("u1", { text: "Việc sắp đến hạn" })).outcome).toBe(outcome);
    expect(zalo.calls).toHaveLength(1);
  });

  it.each([
    [400, { outcome: "refused", scope: "message" }],
    [401, { outcome: "refused", scope: "channel" }],
    [403, { outcome: "unclear" }],
    [404, { outcome: "refused", scope: "chat" }],
    [408, { outcome: "unclear" }],
    [426, { outcome: "unsent", gate: true }],
    [429, { outcome: "unsent", gate: true, retryAfterMs: 900_000 }],
    [500, { outcome: "unclear" }],
  ])("reads error %i from a body with status 200", async (code, expected) => {
    const { zalo, channel } = await setting();
    zalo.refuse.push(code);

    expect(await channel.send("u1", { text: "a" })).toMatchObject(expected);
  });

  it("rests an hour after the second 429, and to the first of the month when the quota is gone", async () => {
    const { zalo, channel, counter } = await setting();
    zalo.refuse.push(429, 429, 429);

    await channel.send("u1", { text: "a" });
    expect(await channel.send("u1", { text: "a" })).toMatchObject({ retryAfterMs: 3_600_000 });
    counter.months.set("2026-11", 3000);
    const last = await channel.send("u1", { text: "a" });

    const december = Date.parse("2026-11-30T17:00:00Z");
    expect(last).toMatchObject({ retryAfterMs: december - NOVEMBER_21 });
    expect(channel.state().detail).toContain("3000");
  });

  it("counts what it sent and warns before 3,000 in a month", async () => {
    const { channel, counter, started } = await setting({ sent: 2699 });
    await started();
    expect(channel.state().detail).not.toContain("2700");

    await channel.send("u1", { text: "a" });

    expect(counter.read("2026-11")).toBe(2700);
    await until("it warns", () => channel.state().detail.includes("2700/3000"));
  });

  it("writes choices as numbered lines", async () => {
    const { zalo, channel } = await setting();

    await channel.send("u1", {
      text: "Xã nào?",
      buttons: [
        { label: "Ninh Giang", value: "x1" },
        { label: "Diên Khánh", value: "x2" },
      ],
    });

    expect(zalo.delivered[0]?.text).toBe(
      "Xã nào?\n\n1. Ninh Giang\n2. Diên Khánh\n(Trả lời bằng số để chọn.)",
    );
  });

  it("never sends half a message", async () => {
    const { zalo, channel } = await setting();

    expect(await channel.send("u1", { text: "a".repeat(2001) })).toMatchObject({
      outcome: "refused",
      scope: "message",
    });
    expect(zalo.calls).toHaveLength(0);
  });

  it("fetches no attachment from outside Zalo", async () => {
    const { channel } = await setting();

    await expect(channel.fetch?.("http://169.254.169.254/latest", 1000)).rejects.toThrow("outside Zalo");
    await expect(channel.fetch?.("https://zdn.vn.evil.example/a", 1000)).rejects.toThrow("outside Zalo");
  });

  it("never shows its token", async () => {
    const { zalo, channel, logbook, receiver } = await setting();
    const client = openZaloBotClient({ token: zalo.token, baseUrl: zalo.url });
    zalo.faults.queue("reset_after", "html_502");

    const shown = [await channel.send("u1", { text: "a" }), await channel.send("u1", { text: "a" })];
    zalo.refuse.push(400);
    const refused = await client.sendPhoto("u1", "https://x/y", "").catch((error: Error) => error);
    await zalo.close();
    const unreachable = await client.getMe().catch((error: Error) => error);
    await channel.start(receiver.receive);
    await until("it noticed", () => channel.state().detail.includes("không tới được"));
    await channel.stop();

    const errors = [refused, unreachable].map(
      (error) => `${(error as Error).stack} ${JSON.stringify(error)}`,
    );
    expect(
      [shown, logbook.events, channel.state(), errors].map((one) => JSON.stringify(one)).join(),
    ).not.toContain("emulated-zalo");
  });
});

describe("the Zalo Bot client", () => {
  it("reads the other spelling of an error code", async () => {
    const { zalo } = await setting();

    const client = openZaloBotClient({ token: zalo.token, baseUrl: zalo.url });

    await expect(client.testWebhook()).rejects.toMatchObject({ code: 426, method: "testWebhook" });
  });

  it("sends a sticker, a voice, a picture and emphasis as documented", async () => {
    const { zalo } = await setting();
    const client = openZaloBotClient({ token: zalo.token, baseUrl: zalo.url });

    await client.sendSticker("u1", "s1");
    await client.sendVoice("u1", "https://x/a.aac");
    await client.sendPhoto("u1", "https://x/a.png", "ảnh");
    await client.sendMessage("u1", "đậm", [{ start: 0, len: 3, st: ["b"] }]);

    expect(zalo.delivered).toHaveLength(4);
    expect(zalo.calls.at(-1)?.params).toEqual({
      chat_id: "u1",
      text: "đậm",
      text_styles: [{ start: 0, len: 3, st: ["b"] }],
    });
  });
});

function bytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
