import { describe, expect, it } from "vitest";
import type { IncomingMessage } from "../../../src/domain/conversation.ts";
import { openAttachments } from "../../../src/office/chat-uploads.ts";
import type { Channel } from "../../../src/ports/channels.ts";
import type { UploadService } from "../../../src/ports/console.ts";
import { fixedClock } from "../../support/clock.ts";
import { OFFICERS } from "../../support/console-setting.ts";
import { memoryOffice } from "../../support/memory-office.ts";
import { edition } from "../../support/storage.ts";

const sent = (name: string, size: number | null = 3): IncomingMessage => ({
  key: "1",
  from: { channel: "telegram", chat: "a" },
  kind: "document",
  text: "",
  sentAt: 1,
  attachment: { id: "tep", name, size },
});

function setting(fetch: Channel["fetch"] = async () => new Uint8Array([1, 2, 3])) {
  const staged: unknown[] = [];
  const { people, kept } = memoryOffice();
  const take = openAttachments({
    papers: {
      stage: async (upload: unknown) => {
        staged.push(upload);
        return { id: "u-1" };
      },
    } as unknown as UploadService,
    channels: new Map([["telegram", { fetch } as Channel]]),
    edition: () => edition("e", { "van-ban-cu": "1. Điều" }).edition,
    link: async () => "http://localhost/quan-tri/vao?ma=x",
    people,
    clock: fixedClock(),
  });
  return { take, staged, audit: kept.audit };
}

describe("a paper sent in the chat", () => {
  it("is kept for a look when an admin sends it, under a name of letters only", async () => {
    const { take, staged, audit } = setting();

    const [reply] = (await take(sent("../../Kế hoạch số 5.PDF"), OFFICERS.admin)) ?? [];

    expect(staged).toMatchObject([{ doc: "ke-hoach-so-5", locality: "thanh-thuy", by: "cb-admin" }]);
    expect(reply?.text).toContain("vao?ma=x&den=/tai-len/u-1");
    expect(audit).toEqual(["cb-admin upload u-1"]);
  });

  it("is nobody else's business", async () => {
    const { take, staged } = setting();

    expect(await take(sent("a.pdf"), OFFICERS.leader)).toBeNull();
    expect(await take(sent("a.pdf"), OFFICERS.officer)).toBeNull();
    expect(staged).toEqual([]);
  });

  it.each([
    ["is too big", sent("ke-hoach.pdf", 30 * 1024 * 1024), undefined, /20 MB/u],
    ["has no usable name", sent("....pdf"), undefined, /Tên ngắn/u],
    [
      "cannot be fetched",
      sent("ke-hoach.pdf"),
      async () => {
        throw new Error("gone");
      },
      /trang quản trị/u,
    ],
  ])("is refused with the reason when it %s", async (_what, message, fetch, words) => {
    const { take, staged } = setting(fetch);

    expect((await take(message, OFFICERS.admin))?.[0]?.text).toMatch(words);
    expect(staged).toEqual([]);
  });
});
