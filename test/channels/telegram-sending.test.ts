import { describe, expect, it } from "vitest";
import { openTelegram } from "../../src/channels/telegram/telegram.ts";
import type { FaultName } from "../support/faults.ts";
import { systemClock, until } from "../support/receiver.ts";
import { inspectAll, setting } from "./telegram-setting.ts";

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

  it("sends a voice message, and says so in words where none is taken", async () => {
    const { telegram, channel } = await setting();
    const voice = Buffer.concat([Buffer.from("OggS"), Buffer.alloc(24), Buffer.from("OpusHead")]);
    telegram.voiceless.add("8");

    expect(await channel.send("7", { text: "Máy đọc", voice })).toMatchObject({ outcome: "sent" });
    expect(await channel.send("8", { text: "Máy đọc", voice })).toMatchObject({ outcome: "sent" });
    expect(await channel.send("7", { text: "Máy đọc", voice: Buffer.from("RIFF") })).toMatchObject({
      outcome: "sent",
    });

    expect(telegram.delivered).toMatchObject([
      { chat: "7", method: "sendVoice", text: "Máy đọc", file: { name: "doc-to.ogg", size: 36 } },
      { chat: "8", method: "sendMessage", text: expect.stringContaining("tin thoại") },
      { chat: "7", method: "sendMessage" },
    ]);
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
