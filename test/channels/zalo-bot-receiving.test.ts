import { describe, expect, it } from "vitest";
import { openZaloBotClient } from "../../src/channels/zalo-bot/client.ts";
import { parseZaloBotUpdate } from "../../src/channels/zalo-bot/updates.ts";
import { openZaloBot } from "../../src/channels/zalo-bot/zalo-bot.ts";
import { until } from "../support/receiver.ts";
import { bytes, closing, openCounter, SECRET, setting } from "./zalo-bot-setting.ts";

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
    expect(parseZaloBotUpdate(event, "1", 0)?.kind).toBe(kind);
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
    expect(parseZaloBotUpdate(event, "1", 0)).toBeNull();
  });
});
