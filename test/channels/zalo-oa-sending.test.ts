import { describe, expect, it } from "vitest";
import type { FaultName } from "../support/faults.ts";
import { until } from "../support/receiver.ts";
import { closing, setting } from "./zalo-oa-setting.ts";

describe("sending on Zalo OA", () => {
  it.each<[FaultName, string]>([
    ["f429", "unsent"],
    ["f5xx_before", "unclear"],
    ["f5xx_after", "unclear"],
    ["reset_after", "unclear"],
    ["half_body", "unclear"],
    ["html_502", "unclear"],
    ["wrong_json", "unclear"],
    ["slow_headers", "sent"],
  ])("after %s says %s and asks once", async (fault, outcome) => {
    const { zalo, channel } = await setting();
    zalo.faults.queue(fault);

    expect((await channel.send("u1", { text: "a" })).outcome).toBe(outcome);
    expect(zalo.calls.filter(({ path }) => path.endsWith("/cs"))).toHaveLength(1);
  });

  it.each([
    [-32, { outcome: "unsent", gate: true }],
    [-201, { outcome: "refused", scope: "message" }],
    [-211, { outcome: "unsent", gate: true }],
    [-213, { outcome: "refused", scope: "chat" }],
    [-224, { outcome: "refused", scope: "channel" }],
    [-230, { outcome: "refused", scope: "message" }],
    [-234, { outcome: "unsent", gate: false }],
    [-9999, { outcome: "unclear" }],
  ])("reads error %i", async (code, expected) => {
    const { zalo, channel } = await setting();
    zalo.refuse.push(code);

    expect(await channel.send("u1", { text: "a" })).toMatchObject(expected);
  });

  it("is unsent while Zalo cannot be reached", async () => {
    const { zalo, channel } = await setting();
    await channel.send("u1", { text: "a" });
    await zalo.close();

    expect(await channel.send("u1", { text: "b" })).toMatchObject({
      outcome: "unsent",
      code: "econnrefused",
    });
  });

  it("brings up to five buttons, whose payload comes back", async () => {
    const { zalo, channel } = await setting();
    const buttons = Array.from({ length: 6 }, (_, n) => ({ label: `Xã ${n + 1}`, value: `xa:${n}` }));

    await channel.send("u1", { text: "Xã nào?", buttons: buttons.slice(0, 5) });
    await channel.send("u1", { text: "Xã nào?", buttons });

    expect(zalo.delivered[0]?.buttons.map(({ payload }) => payload)).toEqual(
      [0, 1, 2, 3, 4].map((n) => `btn:xa:${n}`),
    );
    expect(zalo.delivered[1]?.buttons).toEqual([]);
    expect(zalo.delivered[1]?.text).toContain("6. Xã 6");
  });

  it("uploads a file it may carry, and refuses any other before asking", async () => {
    const { zalo, channel } = await setting();
    const file = { name: "bao-cao.pdf", mediaType: "application/pdf", bytes: new Uint8Array(100) };

    expect((await channel.send("u1", { text: "Báo cáo", file })).outcome).toBe("sent");
    expect(await channel.send("u1", { text: "", file: { ...file, name: "viec.ics" } })).toMatchObject({
      outcome: "refused",
    });

    expect(zalo.delivered.map((one) => [one.text, one.file])).toEqual([
      ["Báo cáo", null],
      ["", "bao-cao.pdf"],
    ]);
  });

  it("says how long after a person's message it delivers", async () => {
    expect((await setting()).channel.capabilities.replyWindowHours).toBe(48);
    expect((await setting({ paysAfter48Hours: true })).channel.capabilities.replyWindowHours).toBe(168);
  });

  it("comes up by itself when Zalo can be reached", async () => {
    const { zalo, channel, receiver } = await setting();
    closing.push(() => channel.stop());

    await channel.start(receiver.receive);

    await until("it is up", () => channel.state().up);
    expect(zalo.calls.map(({ path }) => path)).toContain("/v2.0/oa/getoa");
  });

  it("never shows a token or the app's secret", async () => {
    const { zalo, channel, logbook, receiver } = await setting();
    zalo.faults.queue("reset_after", "html_502");
    const shown: unknown[] = [];
    for (const text of ["a", "b", "c"]) {
      shown.push(await channel.send("u1", { text }));
    }
    await zalo.close();
    await channel.start(receiver.receive);
    await until("it noticed", () => channel.state().detail.includes("không tới được"));
    await channel.stop();

    expect(JSON.stringify([shown, logbook.events, channel.state()])).not.toMatch(
      /access-|refresh-|app-secret|oa-webhook-key/u,
    );
  });
});
