import { request } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { openWebChat } from "../../src/channels/web.ts";
import type { Channel } from "../../src/ports.ts";
import { openServer } from "../../src/web/server.ts";
import { systemClock } from "../support/receiver.ts";
import { openWebSetting } from "../support/web-setting.ts";

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) {
    await close();
  }
});

async function setting(options: Parameters<typeof openWebSetting>[0] = {}) {
  const opened = await openWebSetting(options);
  closing.push(opened.close);
  return opened;
}

function cookieOf(response: Response): string {
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

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
    channel.settled?.(receiver.received[0]?.from.chat ?? "");
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

    channel.settled?.(receiver.received[0]?.from.chat ?? "");
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

describe("the page without JavaScript", () => {
  const form = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${url}/hoi`, { method: "POST", body: new URLSearchParams(fields), headers });

  it("answers a plain form with a whole page, all words escaped", async () => {
    const { url } = await setting();

    const response = await form(url, { text: "<script>alert(1)</script>" });
    const page = await response.text();

    expect(response.status).toBe(200);
    expect(page).toContain("Đã nhận: &lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toContain("<script>alert");
    expect(page).toContain('<html lang="vi">');
  });

  it("offers choices as buttons that can be pressed", async () => {
    const { url, receiver } = await setting({
      answers: () => [{ text: "Xã nào?", buttons: [{ label: "Ninh Giang", value: "xa:ninh-giang" }] }],
    });

    const first = await form(url, { text: "chỉ tiêu 2026" });
    expect(await first.text()).toContain('value="xa:ninh-giang"');
    await form(url, { button: "xa:ninh-giang" }, { cookie: cookieOf(first) });

    expect(receiver.received[1]).toMatchObject({ kind: "button", text: "xa:ninh-giang" });
  });

  it("shows a late answer when its page is opened", async () => {
    const { url, channel, receiver } = await setting({ answers: () => "silent", settings: { waitMs: 20 } });

    const first = await form(url, { text: "a" });
    expect(await first.text()).toContain('href="/hoi"');
    await channel.send(receiver.received[0]?.from.chat ?? "", { text: "Trả lời muộn" });

    const later = await fetch(`${url}/hoi`, { headers: { cookie: cookieOf(first) } });
    expect(await later.text()).toContain("Trả lời muộn");
  });

  it.each([
    ["empty", "", 400],
    ["too long", "a".repeat(25_000), 413],
  ])("says so when the question is %s", async (_, text, status) => {
    const { url } = await setting();

    const response = await form(url, { text });

    expect(response.status).toBe(status);
    expect(await response.text()).toContain('role="alert"');
  });

  it("hands over a file that an answer carries", async () => {
    const bytes = new TextEncoder().encode("BEGIN:VCALENDAR");
    const { url } = await setting({
      answers: () => [{ text: "Lịch", file: { name: "lịch việc.ics", mediaType: "text/calendar", bytes } }],
    });

    const page = await (await form(url, { text: "lịch" })).text();
    const path = /href="(\/tep\/[0-9a-f]{32})"/u.exec(page)?.[1] ?? "";
    const file = await fetch(url + path);

    expect(await file.text()).toBe("BEGIN:VCALENDAR");
    expect(file.headers.get("content-disposition")).toContain("attachment");
    expect((await fetch(`${url}/tep/${"0".repeat(32)}`)).status).toBe(404);
  });
});

describe("the server", () => {
  it("lets nothing from elsewhere load and nobody frame the page", async () => {
    const { url } = await setting();

    for (const path of ["/", "/healthz", "/chat.js", "/nothing-here", "/api/chat"]) {
      const { headers } = await fetch(url + path);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("lets only listed sites frame the embedded chat", async () => {
    const embedOrigins = ["https://xa.example.gov.vn", "https://bad.example/path", "* 'unsafe'"];
    const { url } = await setting({ settings: { embedOrigins } });

    const framed = await fetch(`${url}/nhung`);
    const script = await fetch(`${url}/nhung.js`);

    expect(framed.headers.get("content-security-policy")).toMatch(
      /frame-ancestors 'self' https:\/\/xa\.example\.gov\.vn$/u,
    );
    expect(script.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect((await fetch(url)).headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  it("needs less than 60 KB for the whole page, and names no other host", async () => {
    const { url } = await setting();
    let bytes = 0;

    for (const path of ["/", "/chat.css", "/talk.css", "/chat.js", "/answer.js", "/icon.svg", "/nhung.js"]) {
      const text = await (await fetch(url + path)).text();
      bytes += Buffer.byteLength(text);
      expect(text.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:\/\/(?!…)/u);
    }

    expect(bytes).toBeLessThan(60_000);
  });

  it("answers 304 when the browser has the file already", async () => {
    const { url } = await setting();
    const tag = (await fetch(`${url}/chat.css`)).headers.get("etag") ?? "";

    expect((await fetch(`${url}/chat.css`, { headers: { "if-none-match": tag } })).status).toBe(304);
  });

  it("tells its health, each channel's state, and its figures to this machine only", async () => {
    const { url, metrics } = await setting({ settings: { metricsToken: "figures-for-prometheus" } });
    metrics.observe({
      kind: "question_answered",
      channel: "web",
      status: "answered",
      intent: "fact",
      ms: 12,
    });

    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({
      ready: true,
      channels: [{ name: "web", up: true }],
    });
    expect(await (await fetch(`${url}/metrics`)).text()).toContain(
      'questions_total{channel="web",status="answered"} 1',
    );
    const forwarded = { "x-forwarded-for": "203.0.113.9" };
    expect((await fetch(`${url}/metrics`, { headers: forwarded })).status).toBe(404);
    const shown = { ...forwarded, authorization: "Bearer figures-for-prometheus" };
    expect((await fetch(`${url}/metrics`, { headers: shown })).status).toBe(200);
  });

  it("passes a webhook to its channel, byte for byte, and its status back", async () => {
    const seen: Uint8Array[] = [];
    const statuses = [200, 401, 503];
    const hook: Channel = {
      name: "telegram",
      capabilities: {
        maxText: 1,
        buttons: "none",
        canEdit: false,
        canSendFile: false,
        replyWindowHours: null,
      },
      start: async () => undefined,
      stop: async () => undefined,
      send: async () => ({ outcome: "sent", messageId: null }),
      state: () => ({ up: true, detail: "" }),
      webhook: {
        path: "telegram",
        async accept(_headers, body) {
          seen.push(body);
          return { status: statuses.shift() ?? 200 };
        },
      },
    };
    const { url } = await setting({ channels: [hook] });
    const post = (body: string) => fetch(`${url}/webhook/telegram`, { method: "POST", body });

    const answers = [await post('{"a": "ế" }'), await post("b"), await post("c")];

    expect(answers.map(({ status }) => status)).toEqual([200, 401, 503]);
    expect(answers.map(({ headers }) => headers.get("retry-after"))).toEqual([null, null, "30"]);
    expect(new TextDecoder().decode(seen[0])).toBe('{"a": "ế" }');
    expect((await post("x".repeat(300_000))).status).toBe(413);
    expect((await fetch(`${url}/webhook/telegram`)).status).toBe(405);
    expect((await fetch(`${url}/webhook/other`, { method: "POST", body: "" })).status).toBe(404);
    expect(seen).toHaveLength(3);
  });

  it("says in one sentence that the port is taken", async () => {
    const { port } = await setting();

    const second = await openServer(
      { port, host: "127.0.0.1", embedOrigins: [], waitMs: 1, metricsToken: null },
      {
        channels: [],
        chat: openWebChat({ maxWaiting: 1, maxWaitingEach: 1, maxSessions: 1 }, { clock: systemClock }).chat,
        ready: () => ({ ready: true, detail: "" }),
        metrics: async () => "",
        allowLink: () => false,
        log: () => undefined,
      },
    );

    expect(second).toEqual({ outcome: "refused", problem: expect.stringContaining(`Cổng ${port}`) });
  });

  it("refuses headers over 16 KB", async () => {
    const { port } = await setting();

    const status = await new Promise((resolve) => {
      request({ port, host: "127.0.0.1", headers: { "x-long": "a".repeat(17_000) } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", () => resolve("reset"))
        .end();
    });

    expect([431, "reset"]).toContain(status);
  });

  it("goes on answering beside connections that never finish their request", async () => {
    const { url, port } = await setting();
    const sockets = Array.from({ length: 100 }, () =>
      connect(port, "127.0.0.1").on("error", () => undefined),
    );
    for (const socket of sockets) {
      socket.write("POST /api/chat HTTP/1.1\r\nHost: x\r\n");
    }

    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    for (const socket of sockets) {
      socket.destroy();
    }
  });
});
