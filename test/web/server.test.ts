import { request } from "node:http";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { openWebChat } from "../../src/channels/web/web.ts";
import type { Channel } from "../../src/ports/channels.ts";
import { openServer } from "../../src/web/server.ts";
import { systemClock } from "../support/receiver.ts";
import { setting } from "./server-setting.ts";

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
        localities: () => [],
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
