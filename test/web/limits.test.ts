import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import type { LogEvent } from "../../src/domain/event.ts";
import type { Channel } from "../../src/ports/channels.ts";
import { setting } from "./server-setting.ts";

const quick = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 };

const hooked: Channel = {
  name: "telegram",
  capabilities: { maxText: 1, buttons: "none", canEdit: false, canSendFile: false, replyWindowHours: null },
  start: async () => undefined,
  stop: async () => undefined,
  send: async () => ({ outcome: "sent", messageId: null }),
  state: () => ({ up: true, detail: "" }),
  webhook: { path: "telegram", accept: async () => ({ status: 200 }) },
};

/** What the server says to these bytes, dripping on a bare connection, until it closes it. */
function spoken(port: number, pieces: readonly string[], everyMs = 0) {
  return new Promise<string>((resolve) => {
    let said = "";
    const socket = connect(port, "127.0.0.1");
    const left = [...pieces];
    const timer = setInterval(() => socket.write(left.shift() ?? ""), everyMs);
    socket.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearInterval(timer);
      resolve(said);
    });
  });
}

describe("a connection that takes its time", () => {
  it("is closed with 408 when its headers drip", async () => {
    const { port, url } = await setting({ settings: { limits: quick } });
    const slow = spoken(port, ["GET / HTTP/1.1\r\n", ..."Host: x\r\nX-A: aaaaaaaaaaaaaaaaaaaaaaaaaaa"], 40);

    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await slow).toMatch(/^HTTP\/1\.1 408 /u);
  });

  it.each(["/api/chat", "/hoi", "/webhook/telegram"])(
    "is closed when the body for %s drips, and nothing is taken or logged",
    async (path) => {
      const events: LogEvent[] = [];
      const { port, receiver } = await setting({
        channels: [hooked],
        settings: { limits: quick },
        log: (event) => void events.push(event),
      });
      const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n`;
      const said = await spoken(port, [head, ...'{"text": "một câu hỏi dài"}'], 60);

      expect(said).not.toMatch(/ 200 /u);
      expect(receiver.received).toEqual([]);
      expect(events).toEqual([]);
    },
  );
});

describe("a body", () => {
  it.each(["/api/chat", "/hoi"])(
    "over 256 KB is refused by %s in Vietnamese, told or untold",
    async (path) => {
      const { url, receiver } = await setting();
      const body = JSON.stringify({ text: "a".repeat(300_000) });
      const headers = { "content-type": "application/json" };
      const untold = new ReadableStream({
        start(to) {
          to.enqueue(new TextEncoder().encode(body));
          to.close();
        },
      });

      const told = await fetch(url + path, { method: "POST", headers, body });
      const chunked = await fetch(url + path, {
        method: "POST",
        headers,
        body: untold,
        duplex: "half",
      } as RequestInit);

      expect([told.status, chunked.status]).toEqual([413, 413]);
      expect(await told.text()).toContain("Câu hỏi dài quá");
      expect(told.headers.get("connection")).toBe("close");
      expect(receiver.received).toEqual([]);
    },
  );

  it("that is no JSON, no object, or of another kind is a bad request", async () => {
    const { url, post, receiver } = await setting();

    for (const body of ["{", "null", "[]", '"a"', '{"text": 7}']) {
      expect((await post(body)).status).toBe(400);
    }
    const plain = await fetch(`${url}/api/chat`, { method: "POST", body: '{"text":"a"}' });
    expect(plain.status).toBe(400);
    expect(receiver.received).toEqual([]);
  });
});

describe("every answer", () => {
  it("carries the headers that keep a page to itself, and names no software", async () => {
    const { url } = await setting();
    const tries: readonly [string, RequestInit][] = [
      ["/", {}],
      ["/nhung", {}],
      ["/readyz", {}],
      ["/metrics", { headers: { "x-forwarded-for": "203.0.113.9" } }],
      ["/hoi", { method: "POST", body: "text=" }],
      ["/api/chat", { method: "DELETE" }],
      ["/tep/khong-co", {}],
      ["/%2e%2e/%2e%2e/etc/passwd", {}],
    ];
    for (const [path, request] of tries) {
      const { headers } = await fetch(url + path, request);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/u);
      expect(policy).toMatch(/form-action 'self'; base-uri 'none'; frame-ancestors /u);
      expect(policy).not.toMatch(/unsafe|\*|data:/u);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("permissions-policy")).toContain("microphone=()");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("cache-control")).toBe("no-store");
      expect([headers.get("server"), headers.get("x-powered-by")]).toEqual([null, null]);
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });
});
