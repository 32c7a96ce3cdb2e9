import { afterEach, describe, expect, it } from "vitest";
import { openZaloOa, type ZaloOaSettings } from "../../src/channels/zalo-oa.ts";
import type { OaTokens, TokenVault } from "../../src/ports.ts";
import type { FaultName } from "../support/faults.ts";
import { openLogbook, openReceiver, until } from "../support/receiver.ts";
import { OA_APP, openZaloOaEmulator } from "../support/zalo-oa-emulator.ts";

const HOUR_MS = 3_600_000;
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) {
    await close();
  }
});

function openVault() {
  const saved: OaTokens[] = [];
  let failures = 0;
  const vault: TokenVault = {
    load: async () => saved.at(-1) ?? null,
    async save(tokens) {
      if (failures > 0) {
        failures -= 1;
        throw new Error("disk full");
      }
      saved.push(tokens);
    },
  };
  return {
    vault,
    saved,
    fail: (times: number) => {
      failures = times;
    },
  };
}

async function setting(more: Partial<ZaloOaSettings> = {}) {
  const zalo = await openZaloOaEmulator();
  closing.push(() => zalo.close());
  const logbook = openLogbook();
  const kept = openVault();
  const time = { now: Date.now() };
  const clock = { now: () => time.now, mono: () => performance.now() };
  const settings = {
    ...OA_APP,
    apiRoot: zalo.url,
    oauthRoot: zalo.url,
    firstRefreshToken: OA_APP.refresh,
    paysAfter48Hours: false,
    pace: { first: 5, most: 20 },
    ...more,
  };
  const open = (other: Partial<ZaloOaSettings> = {}) =>
    openZaloOa({ ...settings, ...other }, { clock, log: logbook.log, vault: kept.vault });
  return { zalo, channel: open(), open, logbook, kept, time, receiver: openReceiver() };
}

describe("the token pair of a Zalo OA", () => {
  it("is fetched once for many messages at one time, and kept before its first use", async () => {
    const { zalo, channel, kept } = await setting();

    await Promise.all(Array.from({ length: 10 }, (_, n) => channel.send("u1", { text: `tin ${n}` })));

    expect(zalo.renewals()).toBe(1);
    expect(zalo.delivered).toHaveLength(10);
    expect(kept.saved.map(({ refresh }) => refresh)).toEqual(["refresh-1"]);
  });

  it("is not used until it could be kept, and is not lost either", async () => {
    const { zalo, channel, kept } = await setting();
    kept.fail(2);

    expect((await channel.send("u1", { text: "a" })).outcome).toBe("unsent");
    expect((await channel.send("u1", { text: "a" })).outcome).toBe("unsent");
    expect(zalo.delivered).toEqual([]);
    expect((await channel.send("u1", { text: "a" })).outcome).toBe("sent");

    expect(zalo.renewals()).toBe(1);
  });

  it("is renewed at 20 hours, before its end", async () => {
    const { zalo, channel, time } = await setting();
    await channel.send("u1", { text: "a" });

    time.now += 19 * HOUR_MS;
    await channel.send("u1", { text: "b" });
    expect(zalo.renewals()).toBe(1);
    time.now += 2 * HOUR_MS;
    await channel.send("u1", { text: "c" });
    expect(zalo.renewals()).toBe(2);
  });

  it("is used on to 25 hours while no new one can be fetched", async () => {
    const { zalo, channel, open, time } = await setting();
    await channel.send("u1", { text: "a" });
    const cutOff = open({ oauthRoot: "http://127.0.0.1:1" });

    time.now += 24 * HOUR_MS;
    expect((await cutOff.send("u1", { text: "b" })).outcome).toBe("sent");
    time.now += 2 * HOUR_MS;
    expect((await cutOff.send("u1", { text: "c" })).outcome).toBe("unsent");
    expect(zalo.delivered).toHaveLength(2);
  });

  it("survives a restart", async () => {
    const { zalo, channel, open } = await setting();
    await channel.send("u1", { text: "a" });

    expect((await open().send("u1", { text: "b" })).outcome).toBe("sent");
    expect(zalo.renewals()).toBe(1);
  });

  it("is renewed once and the message sent once when Zalo refuses the token", async () => {
    const { zalo, channel } = await setting();
    await channel.send("u1", { text: "a" });
    zalo.expire();

    const sent = await Promise.all(["b", "c", "d"].map((text) => channel.send("u1", { text })));

    expect(sent.map(({ outcome }) => outcome)).toEqual(["sent", "sent", "sent"]);
    expect(zalo.renewals()).toBe(2);
    expect(zalo.delivered).toHaveLength(4);
  });

  it("asks for a person when it is dead, and takes the one granted anew", async () => {
    const { zalo, channel, open, kept } = await setting();
    await channel.send("u1", { text: "a" });
    zalo.grant("granted-by-a-person");
    zalo.expire();

    expect(await channel.send("u1", { text: "b" })).toMatchObject({ outcome: "refused", scope: "channel" });
    expect(channel.state().detail).toContain("cấp quyền lại");

    zalo.grant(OA_APP.refresh);
    expect((await open().send("u1", { text: "b" })).outcome).toBe("sent");
    expect(kept.saved).toHaveLength(2);
  });
});

describe("what Zalo OA sends", () => {
  it("is taken only with the right signature over the raw bytes", async () => {
    const { zalo, channel, receiver } = await setting();
    closing.push(() => channel.stop());
    await channel.start(receiver.receive);
    const event = zalo.event("user_send_text", "u1", { text: "xin chào" });
    // Blanks and escapes that a parse and print would lose.
    const body = JSON.stringify(event, null, 1).replace("chào", "ch\\u00e0o");
    const accept = async (text: string, signature: string | null) =>
      (
        await channel.webhook?.accept(
          new Headers(signature === null ? {} : { "X-ZEvent-Signature": signature }),
          new TextEncoder().encode(text),
        )
      )?.status;
    const good = zalo.signed(body, String(event.timestamp));

    expect(await accept(body, null)).toBe(401);
    expect(await accept(body, "mac=")).toBe(401);
    expect(
      await accept(
        body,
        good.replace(/.$/u, (last) => (last === "0" ? "1" : "0")),
      ),
    ).toBe(401);
    expect(await accept(`${body} `, good)).toBe(401);
    expect(await accept("{", good)).toBe(401);
    expect(await accept("", null)).toBe(200);
    expect(receiver.received).toEqual([]);

    receiver.refuse(1);
    expect(await accept(body, good)).toBe(503);
    expect(await accept(body, good)).toBe(200);
    expect(receiver.received[0]).toMatchObject({
      kind: "text",
      text: "xin chào",
      from: { channel: "zalo_oa", chat: "u1" },
    });
  });

  it.each([
    ["button", "user_send_text", { text: "btn:xa:ninh-giang" }],
    ["text", "follow", {}],
    [
      "photo",
      "user_send_image",
      { attachments: [{ type: "image", payload: { url: "https://x.zdn.vn/a.jpg" } }] },
    ],
    ["voice", "user_send_audio", { attachments: [{ payload: { url: "https://x.zdn.vn/a.amr" } }] }],
    [
      "document",
      "user_send_file",
      { attachments: [{ payload: { url: "https://x.zdn.vn/a", name: "kh.pdf", size: "12" } }] },
    ],
    ["unsupported", "user_send_sticker", {}],
    ["unsupported", "user_send_location", {}],
    [null, "user_seen_message", {}],
    [null, "user_send_group_text", { text: "a" }],
    [null, "oa_send_text", { text: "a" }],
  ])("is told apart as %s when it is %s", async (kind, name, message) => {
    const { zalo, channel, receiver } = await setting();
    closing.push(() => channel.stop());
    await channel.start(receiver.receive);
    const event = zalo.event(name, "u1", message);
    const body = JSON.stringify(event);
    const headers = new Headers({ "x-zevent-signature": zalo.signed(body, String(event.timestamp)) });

    expect((await channel.webhook?.accept(headers, new TextEncoder().encode(body)))?.status).toBe(200);

    expect(receiver.received[0]?.kind ?? null).toBe(kind);
  });
});

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
