import { describe, expect, it } from "vitest";
import { cookieOf, setting } from "./server-setting.ts";

describe("the web chat's JSON", () => {
  it("stores the question, then answers it in the same response", async () => {
    const { post, receiver } = await setting();

    const response = await post({ text: "VNeID là gì?" });

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      replies: [{ text: "Đã nhận: VNeID là gì?" }],
      waiting: false,
    });
    expect(receiver.received).toHaveLength(1);
  });

  it("takes the place a question is asked from, and refuses one that is not loaded", async () => {
    const { post, receiver } = await setting();

    await post({ text: "Chỉ tiêu năm 2026?", locality: "thanh-thuy" });
    await post({ text: "Chỉ tiêu năm 2026?", locality: null });
    const refused = await post({ text: "Chỉ tiêu năm 2026?", locality: "khong-co" });

    expect(receiver.received.map(({ locality }) => locality)).toEqual(["thanh-thuy", undefined]);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toEqual({
      problem: "Không có địa phương “khong-co” trong hệ thống. Hiện có: thanh-thuy (xã Thanh Thủy).",
    });
  });

  it("gives a session of 128 bits that scripts cannot read, and keeps to it", async () => {
    const { post, receiver } = await setting();

    const first = await post({ text: "một" });
    const cookie = first.headers.get("set-cookie") ?? "";
    await post({ text: "hai" }, { cookie: cookieOf(first) });
    await post({ text: "ba" });

    expect(cookie).toMatch(/^phien=[0-9a-f]{32};.*HttpOnly; SameSite=Lax$/u);
    const [one, two, three] = receiver.received.map(({ from }) => from.chat);
    expect(two).toBe(one);
    expect(three).not.toBe(one);
    expect(cookie).not.toContain(one);
  });

  it("keeps the session in the page when it stands in a frame that gets no cookie", async () => {
    const { post, receiver } = await setting();

    const first = (await (await post({ text: "một", embedded: true })).json()) as { session: string };
    await post({ text: "hai", embedded: true, session: first.session });

    expect(receiver.received[1]?.from.chat).toBe(receiver.received[0]?.from.chat);
    expect(await (await post({ text: "ba" })).json()).not.toHaveProperty("session");
  });

  it("says 202 when the answer takes long, and hands it over when asked again", async () => {
    const { url, post, channel, receiver } = await setting({
      answers: () => "silent",
      settings: { waitMs: 30 },
    });

    const response = await post({ text: "câu khó" });
    const cookie = cookieOf(response);
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ replies: [], waiting: true });

    await channel.send(receiver.received[0]?.from.chat ?? "", { text: "Trả lời muộn" });
    channel.repliesSent?.(receiver.received[0]?.from.chat ?? "");
    const late = (await (await fetch(`${url}/api/chat?after=0`, { headers: { cookie } })).json()) as {
      replies: { at: number; text: string }[];
    };
    const none = await (
      await fetch(`${url}/api/chat?after=${late.replies[0]?.at}`, { headers: { cookie } })
    ).json();

    expect(late).toMatchObject({ replies: [{ text: "Trả lời muộn" }], waiting: false });
    expect(none).toEqual({ replies: [], waiting: false });
    expect(await (await fetch(`${url}/api/chat?after=0`)).json()).toEqual({ replies: [], waiting: false });
  });

  it("answers at the reply's end even when nobody says that it was the last", async () => {
    const { post, channel } = await setting({
      answers: (message) => {
        setTimeout(() => void channel.send(message.from.chat, { text: "một" }), 10);
        setTimeout(() => void channel.send(message.from.chat, { text: "hai" }), 30);
        return "silent";
      },
      settings: { waitMs: 5000 },
    });

    const answer = (await (await post({ text: "a" })).json()) as { replies: { text: string }[] };

    expect(answer.replies.map(({ text }) => text)).toEqual(["một", "hai"]);
  });

  it("gives the same key to a question that is sent again", async () => {
    const { post, receiver } = await setting();
    const first = await post({ text: "a", id: "question-1" });

    await post({ text: "a", id: "question-1" }, { cookie: cookieOf(first) });

    expect(new Set(receiver.received.map(({ key }) => key)).size).toBe(1);
  });

  it("is busy when too many wait, and lets the next in when those are answered", async () => {
    const { post, channel, receiver } = await setting({
      answers: () => "silent",
      settings: { waitMs: 20 },
      maxWaiting: 4,
    });
    await Promise.all([1, 2, 3, 4].map((n) => post({ text: `câu ${n}` })));

    const refused = await post({ text: "câu 5" });
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("5");
    expect(await refused.json()).toMatchObject({ problem: expect.stringContaining("nhiều người hỏi") });

    channel.repliesSent?.(receiver.received[0]?.from.chat ?? "");
    expect((await post({ text: "câu 6" })).status).toBe(202);
    expect(receiver.received).toHaveLength(5);
  });

  it("says that nothing was received when it could not be stored", async () => {
    const { post, receiver } = await setting();
    receiver.refuse(1);

    const response = await post({ text: "a" });

    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("30");
    expect((await post({ text: "a" })).status).toBe(200);
  });

  it.each([
    ["an empty question", { text: "  " }, 400],
    ["a very long question", { text: "a".repeat(20_001) }, 413],
    ["a body over 256 KB", { text: "a".repeat(300_000) }, 413],
    ["broken JSON", "{", 400],
    ["deep JSON", "[".repeat(100_000), 400],
    ["a wrong shape", { text: 5 }, 400],
  ])("refuses %s in a sentence and stores nothing", async (_, body, status) => {
    const { post, receiver } = await setting();

    const response = await post(body);

    expect(response.status).toBe(status);
    expect(((await response.json()) as { problem: string }).problem).toMatch(/[.]$/u);
    expect(receiver.received).toEqual([]);
  });

  it.each([
    ["cross-site", { "sec-fetch-site": "cross-site" }],
    ["a sister site's", { "sec-fetch-site": "same-site" }],
    ["an unknown origin's", { origin: "https://evil.example" }],
    ["a nameless origin's", { origin: "null" }],
  ])("refuses %s request", async (_, headers) => {
    const { post, receiver } = await setting();

    expect((await post({ text: "a" }, headers)).status).toBe(403);
    expect(receiver.received).toEqual([]);
  });

  it("refuses JSON in the disguise of a plain form", async () => {
    const { post, receiver } = await setting();

    expect((await post({ text: "a" }, { "content-type": "text/plain" })).status).toBe(400);
    expect(receiver.received).toEqual([]);
  });

  it("makes links only of allowed https addresses", async () => {
    const text = "Vào https://dichvucong.gov.vn/x. Đừng vào https://evil.example hay javascript:alert(1) <b>";
    const { post } = await setting({ answers: () => [{ text }] });

    const answer = (await (await post({ text: "a" })).json()) as { replies: { blocks: unknown[] }[] };

    expect(answer.replies[0]?.blocks).toEqual([
      {
        kind: "text",
        lines: [
          [
            { text: "Vào " },
            { text: "https://dichvucong.gov.vn/x", href: "https://dichvucong.gov.vn/x" },
            { text: ". Đừng vào https://evil.example hay javascript:alert(1) <b>" },
          ],
        ],
      },
    ]);
  });
});
