import { describe, expect, it } from "vitest";
import { OA_APP } from "../support/zalo-oa-emulator.ts";
import { HOUR_MS, setting } from "./zalo-oa-setting.ts";

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
