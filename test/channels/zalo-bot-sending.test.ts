import { describe, expect, it } from "vitest";
import { openZaloBotClient } from "../../src/channels/zalo-bot/client.ts";
import type { FaultName } from "../support/faults.ts";
import { until } from "../support/receiver.ts";
import { NOVEMBER_21, setting } from "./zalo-bot-setting.ts";

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

    expect(await counter.read("2026-11")).toBe(2700);
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
