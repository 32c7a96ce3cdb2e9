import { describe, expect, it } from "vitest";
import { openButtons } from "../../src/channels/telegram/buttons.ts";
import { until } from "../support/receiver.ts";
import { privateMessage, setting } from "./telegram-setting.ts";

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

  it("comes with the words it answers, and whose they are", async () => {
    const { telegram, receiver, started } = await setting();
    await started();
    const answered = (is_bot: boolean, text: string) => ({
      ...privateMessage({ text }),
      from: { id: 7, is_bot, first_name: "A" },
    });

    await telegram.push({
      message: privateMessage({
        text: "mất bao lâu",
        reply_to_message: answered(true, "Cài VNeID: ba bước."),
      }),
    });
    await telegram.push({
      message: privateMessage({
        text: "cái này thật không",
        quote: { text: "trúng thưởng", position: 0 },
        reply_to_message: answered(false, "Bạn đã trúng thưởng xe máy."),
      }),
    });
    await until("both arrived", () => receiver.received.length === 2);

    expect(receiver.received.map(({ quoted }) => quoted)).toEqual([
      { text: "Cài VNeID: ba bước.", ours: true },
      { text: "trúng thưởng", ours: false },
    ]);
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

  it("sets a button beside the one before it when it says so, whatever the others do", () => {
    const { inline_keyboard: rows } = openButtons().keyboard([
      { label: "Hướng dẫn từng bước một", value: "a" },
      { label: "👍 Hữu ích", value: "b" },
      { label: "👎 Chưa đúng", value: "c", beside: true },
    ]);

    expect(rows.map((row) => row.length)).toEqual([1, 2]);
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
