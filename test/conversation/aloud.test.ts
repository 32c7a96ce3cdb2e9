import { describe, expect, it } from "vitest";
import { openTalk } from "../support/conversation.ts";

const capabilities = {
  maxText: 4_096,
  buttons: "callback",
  canEdit: true,
  canSendFile: true,
  canSendVoice: true,
  replyWindowHours: null,
} as const;

function withVoice(sound: Uint8Array | null = new Uint8Array([1])) {
  const spoken: string[] = [];
  const speak = async (text: string) => {
    spoken.push(text);
    return sound;
  };
  return { spoken, ...openTalk({ capabilities, speech: { speak } }, "telegram") };
}
const values = (message?: { readonly buttons?: readonly { readonly value: string }[] }) =>
  message?.buttons?.map(({ value }) => value) ?? [];

describe("an answer read aloud", () => {
  it.each([["/doc"], ["đọc to"], ["doc to len"], ["Đọc cho tôi nghe với"], ["nghe câu trả lời"]])(
    "comes as a voice message for %j, and the menu stays",
    async (typed) => {
      const { send, meet, spoken, office, from } = withVoice();
      await meet();
      const [answer] = await send("cài VNeID");
      expect(values(answer)).toContain("/doc");
      const menu = (await office.chats.load(from))?.menu;
      const [voice, ...more] = await send(typed);

      expect(more).toEqual([]);
      expect(voice?.voice).toEqual(new Uint8Array([1]));
      expect(spoken[0]).toContain("ba bước");
      expect((await office.chats.load(from))?.menu).toEqual(menu);
    },
  );

  it("is the step on the screen while a guide is walked", async () => {
    const { send, meet, spoken } = withVoice();
    await meet();
    const [answer] = await send("cài VNeID");
    const walk = values(answer).find((value) => value.startsWith("/buoc")) ?? "";
    await send(walk);
    const [step] = await send("tiếp");
    await send("/doc");

    expect(step?.text).toMatch(/2/u);
    expect(spoken[0]).toContain((step?.text ?? "").split("\n").at(-1)?.slice(0, 12));
  });

  it("is told honestly to be missing: no answer yet, no luck, no voice here", async () => {
    const first = withVoice();
    await first.meet();
    expect(await first.tell("/doc")).toMatch(/Chưa có câu trả lời nào/u);
    const unlucky = withVoice(null);
    await unlucky.tell("cài VNeID");
    expect(await unlucky.tell("/doc")).toMatch(/không đọc thành tiếng được/u);
    for (const talk of [openTalk({ capabilities }, "telegram"), openTalk({}, "zalo_bot")]) {
      const [, answer] = await talk.send("cài VNeID");
      expect(values(answer)).not.toContain("/doc");
      expect(await talk.tell("/doc")).toMatch(/chưa đọc thành tiếng được/u);
      expect(await talk.tell("/trogiup")).not.toMatch(/\/doc/u);
    }
    expect(await openTalk({}, "web").tell("/doc")).toMatch(/nút “Đọc to”/u);
    expect(await withVoice().tell("/trogiup")).toMatch(/\/doc/u);
  });
});
