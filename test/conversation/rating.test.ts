import { describe, expect, it } from "vitest";
import type { ChannelCapabilities } from "../../src/domain/conversation.ts";
import { openTalk } from "../support/conversation.ts";

const can = (buttons: ChannelCapabilities["buttons"]): { capabilities: ChannelCapabilities } => ({
  capabilities: { maxText: 2_000, buttons, canEdit: false, canSendFile: false, replyWindowHours: null },
});
const values = (message?: { readonly buttons?: readonly { readonly value: string }[] }) =>
  message?.buttons?.map(({ value }) => value) ?? [];

describe("a word about an answer", () => {
  it.each(["callback", "text"] as const)(
    "stands under it as two last buttons where there are %s buttons",
    async (kind) => {
      const { send, meet } = openTalk(can(kind));
      await meet();
      const [answer] = await send("cài VNeID");

      expect(values(answer).slice(-2)).toEqual(["/huuich 1", "/chuadung 1"]);
    },
  );

  it("is not asked for where buttons are written out, nor under what was not answered or is urgent", async () => {
    const plain = openTalk(can("none"));
    await plain.meet();
    expect(values((await plain.send("cài VNeID"))[0]).join(" ")).not.toMatch(/huuich/u);

    const { send, meet } = openTalk(can("callback"));
    await meet();
    for (const text of ["điều không có", "chỉ tiêu năm 2025", "toi vua chuyen tien cho nguoi la"]) {
      expect(values((await send(text))[0]).join(" ")).not.toMatch(/huuich/u);
    }
  });

  it("leaves the numbers to the other choices", async () => {
    const { send, tell, meet, office } = openTalk(can("callback"));
    await meet();
    await send("cài VNeID");

    expect(await tell("3")).toMatch(/không có trong các lựa chọn/u);
    expect(office.kept.ratings.size).toBe(0);
  });

  it.each([["hữu ích"], ["huu ich"], ["Rất hữu ích ạ"], ["👍"], ["👍🏽"], ["/huuich"], ["/hữuích"]])(
    "is taken from %j on any channel",
    async (typed) => {
      const { tell, office } = openTalk(can("none"));
      await tell("cài VNeID");

      expect(await tell(typed)).toMatch(/Cảm ơn/u);
      expect([...office.kept.ratings]).toEqual([[1, { good: true, reason: null }]]);
    },
  );

  it.each([
    ["chưa đúng"],
    ["chua dung"],
    ["câu trả lời chưa đúng"],
    ["không hữu ích"],
    ["sai rồi"],
    ["👎"],
    ["/chuadung"],
  ])("asks one reason after %j, which a number or its words answer", async (typed) => {
    const { send, tell, office } = openTalk(can("none"));
    await tell("cài VNeID");
    const [why] = await send(typed);

    expect(why?.buttons?.map(({ label }) => label)).toEqual([
      "Sai số liệu",
      "Không đúng câu hỏi",
      "Khó hiểu",
      "Lý do khác",
    ]);
    expect(office.kept.ratings.get(1)).toEqual({ good: false, reason: null });
    expect(await tell("3")).toMatch(/ghi lại/u);
    expect(office.kept.ratings.get(1)).toEqual({ good: false, reason: "unclear" });
    await tell("/chuadung 1 Sai số liệu");
    expect(office.kept.ratings.get(1)).toEqual({ good: false, reason: "figures" });
  });

  it("counts for the answer whose button was pressed, and only from the chat that asked", async () => {
    const { send, office } = openTalk(can("callback"));
    await send("cài VNeID");
    await send("chỉ tiêu năm 2025 của xã nào");
    await send("/huuich 1", { kind: "button" });
    await send("/chuadung 1", { kind: "button" }, "8");
    await send("/chuadung 99", { kind: "button" });

    expect([...office.kept.ratings]).toEqual([[1, { good: true, reason: null }]]);
  });

  it("says kindly that there is nothing to rate, and lets a question that holds the words be a question", async () => {
    const { tell, asked } = openTalk(can("none"));
    expect(await tell("hữu ích")).toMatch(/Chưa có câu trả lời nào/u);
    await tell("ứng dụng nào hữu ích cho người già");

    expect(asked.at(-1)?.text).toBe("ứng dụng nào hữu ích cho người già");
  });
});
