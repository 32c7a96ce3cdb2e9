import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { OutgoingMessage } from "../../src/domain/conversation.ts";
import { render } from "../../src/vietnamese/messages/render-message.ts";
import { openReceiver, until } from "../support/receiver.ts";
import { CHANNELS, type ChannelSetting } from "./channel-settings.ts";

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) {
    await close();
  }
});

const without = (text: string) => text.replace(/\s+/gu, "");

/** Words that would break a parse mode, a markup or a link check. */
const HOSTILE = fc
  .array(
    fc.constantFrom(
      "<b>",
      "</a>",
      "_*[]()~`>#+-=|{}.!",
      "tg://user?id=1",
      "javascript:alert(1)",
      "&amp;",
      "{red}",
      "**đậm**",
      "Ủy ban",
      "👨‍👩‍👧",
      "\n",
      "@all",
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((parts) => `- ${parts.join(" ").trim()}`);

describe.each(CHANNELS)("%s", (_, open) => {
  async function started() {
    const setting = await open();
    closing.push(setting.close);
    const receiver = openReceiver();
    await setting.channel.start(receiver.receive);
    closing.push(() => setting.channel.stop());
    await until("it is up", () => setting.channel.state().up);
    return { setting, receiver, channel: setting.channel };
  }

  /** The web chat learns a person's chat when they first speak. */
  async function met() {
    const all = await started();
    await all.setting.say("xin chào");
    await until("they have met", () => all.receiver.received.length > 0);
    return all;
  }

  async function sendAll(setting: ChannelSetting, message: OutgoingMessage) {
    const outcomes: string[] = [];
    for (const part of render(message, setting.channel.capabilities)) {
      outcomes.push((await setting.channel.send(setting.chat, part)).outcome);
    }
    return outcomes;
  }

  it("hands over what was said, with a key, a chat and a time", async () => {
    const { setting, receiver, channel } = await started();
    const before = Date.now() - 2000;

    await setting.say("Hồ sơ cấp căn cước gồm gì?");
    await until("it arrived", () => receiver.received.length === 1);

    const [message] = receiver.received;
    expect(message).toMatchObject({
      kind: "text",
      text: "Hồ sơ cấp căn cước gồm gì?",
      from: { channel: channel.name },
    });
    expect(message?.key).not.toBe("");
    expect(message?.from.chat).toBe(setting.chat);
    expect(message?.sentAt).toBeGreaterThanOrEqual(before);
  });

  it("gives different messages different keys, and keeps one person's order", async () => {
    const { setting, receiver } = await started();
    const texts = Array.from({ length: 8 }, (__, n) => `câu ${n}`);

    for (const text of texts) {
      await setting.say(text);
    }
    await until("all arrived", () => receiver.received.length === 8);

    expect(receiver.received.map(({ text }) => text)).toEqual(texts);
    expect(new Set(receiver.received.map(({ key }) => key)).size).toBe(8);
  });

  it("gives the same key to the same message said by the platform again", async () => {
    const { setting, receiver } = await started();

    await setting.say("một lần", 3);
    await until("it arrived", () => receiver.received.length >= 1);

    expect(new Set(receiver.received.map(({ key }) => key)).size).toBe(1);
  });

  it("acknowledges nothing that is not durable", async () => {
    const { setting, receiver } = await started();
    receiver.refuse(2);

    const said = setting.say("không được mất").catch(() => "told");
    if (setting.repeats) {
      await until("it came again", () => receiver.received.length === 1);
      await said;
      expect(receiver.received[0]?.text).toBe("không được mất");
    } else {
      await said;
      expect(receiver.received).toEqual([]);
    }
  });

  it("brings a message to the person, unchanged", async () => {
    const { setting } = await met();

    expect(await sendAll(setting, { text: "Dòng một\nDòng hai: 70%" })).toEqual(["sent"]);

    expect(setting.seen()).toEqual(["Dòng một\nDòng hai: 70%"]);
  });

  it("brings a long text in order and whole, each part within the limit", async () => {
    const { setting, channel } = await met();
    const text = Array.from({ length: 400 }, (__, n) => `Câu số ${n} về thủ tục hành chính 👩‍💻.`).join(" ");

    const outcomes = await sendAll(setting, { text });

    expect(new Set(outcomes)).toEqual(new Set(["sent"]));
    expect(without(setting.seen().join(""))).toBe(without(text));
    expect(setting.seen().every((part) => part.length <= channel.capabilities.maxText)).toBe(true);
  });

  it("shows any words as they are: nothing in them is markup", async () => {
    const { setting } = await met();

    await fc.assert(
      fc.asyncProperty(HOSTILE, async (text) => {
        const before = without(setting.seen().join("")).length;
        expect(await sendAll(setting, { text })).toEqual(["sent"]);
        expect(without(setting.seen().join("")).slice(before)).toBe(without(text));
      }),
      { numRuns: 15 },
    );
  });

  it("offers choices as its kind can, and understands the one taken", async () => {
    const { setting, receiver, channel } = await met();
    const buttons = [
      { label: "Ninh Giang", value: "xa:ninh-giang" },
      { label: "Diên Khánh", value: "xa:dien-khanh" },
    ];

    await sendAll(setting, { text: "Xã nào?", buttons });

    if (channel.capabilities.buttons === "none") {
      expect(setting.seen().join("\n")).toContain("1. Ninh Giang\n2. Diên Khánh");
    } else {
      await setting.press?.("Diên Khánh");
      await until("it arrived", () => receiver.received.length === 2);
      expect(receiver.received[1]).toMatchObject({ kind: "button", text: "xa:dien-khanh" });
    }
  });

  it("never throws: a far side that is gone is an outcome, and later a state", async () => {
    const { setting, channel } = await met();
    if (setting.cut === undefined) {
      return;
    }
    await setting.cut();

    const delivery = await channel.send(setting.chat, { text: "a" });

    expect(delivery).toEqual({ outcome: "unsent", code: "econnrefused", retryAfterMs: null, gate: false });
    await expect(Promise.resolve(channel.typing?.(setting.chat))).resolves.toBeUndefined();
  });

  it("gives up when told to, without saying that it sent", async () => {
    const { setting, channel } = await met();
    if (setting.cut === undefined) {
      return;
    }

    const delivery = await channel.send(setting.chat, { text: "a" }, AbortSignal.abort());

    expect(delivery.outcome).toBe("unsent");
    expect(setting.seen()).toEqual([]);
  });

  it("stops, and acknowledges nothing afterwards", async () => {
    const { setting, receiver, channel } = await met();
    await channel.stop();
    void setting.say("quá muộn").catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 30));

    expect(receiver.received).toHaveLength(1);
    expect(channel.state().up).toBe(false);
  });
});
