import { describe, expect, it } from "vitest";
import { closing, setting } from "./zalo-oa-setting.ts";

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
