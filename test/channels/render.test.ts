import { describe, expect, it } from "vitest";
import type { ChannelCapabilities } from "../../src/domain/conversation.ts";
import { render } from "../../src/vietnamese/messages/render-message.ts";

const can = (more: Partial<ChannelCapabilities>): ChannelCapabilities => ({
  maxText: 2000,
  buttons: "none",
  canEdit: false,
  canSendFile: false,
  replyWindowHours: null,
  ...more,
});

describe("rendering for a channel", () => {
  const buttons = Array.from({ length: 6 }, (_, index) => ({ label: `Xã ${index + 1}`, value: `x${index}` }));

  it("puts buttons and file on the last part, and the edit on the first", () => {
    const file = { name: "a.ics", mediaType: "text/calendar", bytes: new Uint8Array(1) };
    const message = { text: "câu dài. ".repeat(500), buttons, file, editOf: "5" };

    const parts = render(message, can({ buttons: "callback", canEdit: true, canSendFile: true }));

    expect(parts).toHaveLength(3);
    expect(parts.map((part) => part.buttons?.length ?? 0)).toEqual([0, 0, 6]);
    expect(parts.map((part) => part.file?.name)).toEqual([undefined, undefined, "a.ics"]);
    expect(parts.map((part) => part.editOf)).toEqual(["5", undefined, undefined]);
  });

  it("numbers the choices where there are no buttons, or too many", () => {
    expect(render({ text: "Xã nào?", buttons }, can({ buttons: "text" }))[0]).toEqual({
      text: expect.stringMatching(/^Xã nào\?\n\n1\. Xã 1\n(.+\n){4}6\. Xã 6\n/u),
    });
    expect(
      render({ text: "Xã nào?", buttons: buttons.slice(0, 5) }, can({ buttons: "text" }))[0]?.buttons,
    ).toHaveLength(5);
  });

  it("changes nothing when it is done twice", () => {
    for (const capabilities of [can({}), can({ buttons: "text" }), can({ buttons: "callback" })]) {
      const once = render({ text: "câu dài. ".repeat(300), buttons }, capabilities);
      expect(once.flatMap((part) => render(part, capabilities))).toEqual(once);
    }
  });

  it("leaves out what the channel cannot carry, and never an empty message", () => {
    const file = { name: "a.ics", mediaType: "text/calendar", bytes: new Uint8Array(1) };
    expect(render({ text: "", file }, can({}))).toEqual([]);
    expect(render({ text: "a", file, editOf: "5" }, can({}))).toEqual([{ text: "a" }]);
  });

  it("composes decomposed Vietnamese, which counts fewer units", () => {
    expect(render({ text: "ê\u0301".normalize("NFD") }, can({}))[0]?.text).toBe("ế");
  });
});
