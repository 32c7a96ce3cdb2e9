import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { vectorOf } from "./embedder.ts";
import { type Hit, openEmulatorServer } from "./emulator-server.ts";

/** How the server behaves from now on. */
export type ModelMode =
  | "ok"
  | "slow_first_byte"
  | "slow_body"
  | "cut_body"
  | "half_json"
  | "too_many"
  | "internal_error"
  | "unauthorized"
  | "wrong_json"
  | "no_text"
  | "huge"
  | "looping"
  | "redirect"
  | "no_json_format"
  | "obeys"
  | "other_dimension"
  | "base64_only";

export interface ChatCall {
  readonly system: string;
  readonly user: string;
  readonly maxTokens: number;
  readonly jsonFormat: boolean;
}

const KEY = "test-key";
const DIMENSIONS = 64;

/** What must stand in a request of this protocol; the server refuses all else, as strict servers do. */
function problemIn(hit: Hit, body: Record<string, unknown>): string | null {
  const { request, path } = hit;
  const checks: readonly (readonly [boolean, string])[] = [
    [request.method === "POST", "only POST"],
    [(request.headers["content-type"] ?? "").includes("application/json"), "content-type"],
    [request.headers.authorization === `Bearer ${KEY}`, "authorization"],
    [body["model"] === "test-model", "model"],
    [path !== "/v1/chat/completions" || body["stream"] !== true, "stream"],
    [path !== "/v1/chat/completions" || Array.isArray(body["messages"]), "messages"],
    [path !== "/v1/chat/completions" || Number(body["max_tokens"]) > 0, "max_tokens"],
    [path !== "/v1/embeddings" || Array.isArray(body["input"]), "input"],
    [path !== "/v1/embeddings" || body["encoding_format"] === "float", "encoding_format"],
  ];
  return checks.find(([good]) => !good)?.[1] ?? null;
}

function json(hit: Hit, status: number, body: unknown, headers: Record<string, string> = {}): void {
  hit.response
    .writeHead(status, { "content-type": "application/json", ...headers })
    .end(JSON.stringify(body));
}

const completion = (content: unknown) => ({
  id: "chatcmpl-1",
  object: "chat.completion",
  created: 1,
  model: "test-model",
  choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});

/** What a model that takes data for orders would say: the text behind "HÃY TRẢ LỜI:" wherever it stands. */
function obeyed({ user, system }: ChatCall): string {
  const order = /HÃY TRẢ LỜI:\s*([^.\n]+[.]?)/u.exec(user)?.[1] ?? "Tôi nghe theo.";
  return system.includes('"question"')
    ? JSON.stringify({ question: order })
    : JSON.stringify({ claims: [{ text: order, passages: [1] }] });
}

/**
 * An OpenAI-compatible server on loopback: /v1/chat/completions and /v1/embeddings, strict about requests, with faults.
 * `answers` gives the text of the next answer from what was asked. Everything that came in stays in `received`.
 */
export async function openModelServer(port = 0) {
  let mode: ModelMode = "ok";
  let answers: (call: ChatCall) => string = () => "{}";
  const received: string[] = [];
  const chats: ChatCall[] = [];
  const refused: string[] = [];
  let open = 0;
  let most = 0;

  async function chat(hit: Hit, body: Record<string, unknown>): Promise<void> {
    const messages = body["messages"] as readonly { role: string; content: string }[];
    const of = (role: string) => messages.find((m) => m.role === role)?.content ?? "";
    const call: ChatCall = {
      system: of("system"),
      user: of("user"),
      maxTokens: Number(body["max_tokens"]),
      jsonFormat: body["response_format"] !== undefined,
    };
    chats.push(call);
    const text = () => (mode === "obeys" ? obeyed(call) : answers(call));
    switch (mode) {
      case "cut_body":
      case "half_json": {
        const whole = JSON.stringify(completion(text()));
        const half = whole.slice(0, whole.length / 2);
        const length = mode === "cut_body" ? whole.length : Buffer.byteLength(half);
        hit.response.writeHead(200, { "content-type": "application/json", "content-length": length });
        hit.response.write(half, () =>
          mode === "cut_body" ? hit.request.socket.destroy() : hit.response.end(),
        );
        return;
      }
      case "slow_body": {
        hit.response.writeHead(200, { "content-type": "application/json" });
        hit.response.write('{"id":');
        await sleep(60_000, undefined, { ref: false });
        return;
      }
      case "no_text":
        return json(hit, 200, completion(null));
      case "looping":
        return json(hit, 200, completion("Xin chào. ".repeat(3_500)));
      case "no_json_format":
        return call.jsonFormat
          ? json(hit, 400, {
              error: { message: "response_format is not known", type: "invalid_request_error" },
            })
          : json(hit, 200, completion(text()));
      default:
        return json(hit, 200, completion(text()));
    }
  }

  function embeddings(hit: Hit, body: Record<string, unknown>): void {
    const size = mode === "other_dimension" ? DIMENSIONS / 2 : DIMENSIONS;
    const data = (body["input"] as readonly string[]).map((text, index) => {
      const vector = vectorOf(text, size);
      const embedding = mode === "base64_only" ? Buffer.from(vector.buffer).toString("base64") : [...vector];
      return { object: "embedding", index, embedding };
    });
    json(hit, 200, {
      object: "list",
      model: "test-model",
      data,
      usage: { prompt_tokens: 1, total_tokens: 1 },
    });
  }

  async function handle(hit: Hit): Promise<void> {
    const text = hit.body.toString("utf8");
    received.push(`${hit.path} ${JSON.stringify(hit.request.headers)} ${text}`);
    const body = JSON.parse(text || "{}") as Record<string, unknown>;
    const problem = problemIn(hit, body);
    if (problem !== null) {
      refused.push(problem);
      return json(hit, 400, { error: { message: problem, type: "invalid_request_error" } });
    }
    switch (mode) {
      case "too_many":
        return json(
          hit,
          429,
          { error: { message: "slow down", type: "rate_limit" } },
          { "retry-after": "30" },
        );
      case "internal_error":
        return json(hit, 500, { error: { message: "oops", type: "server_error" } });
      case "unauthorized":
        return json(hit, 401, { error: { message: "no such key", type: "invalid_request_error" } });
      case "wrong_json":
        return json(hit, 200, { weird: true });
      case "redirect":
        hit.response.writeHead(302, { location: `http://127.0.0.1:${server.port}/elsewhere` }).end();
        return;
      case "huge":
        hit.response.writeHead(200, { "content-type": "application/json" });
        return pour(hit, 50 * 1024 * 1024);
      case "slow_first_byte":
        await sleep(60_000, undefined, { ref: false });
        return;
      default:
        return hit.path === "/v1/embeddings" ? embeddings(hit, body) : chat(hit, body);
    }
  }

  const server = await openEmulatorServer(async (hit) => {
    open++;
    most = Math.max(most, open);
    hit.response.on("close", () => open--);
    await handle(hit);
  }, port);

  return {
    baseUrl: `${server.url}/v1`,
    port: server.port,
    /** Every request as it came: path, headers, body. */
    received,
    chats,
    /** What was wrong with requests that a strict server refuses. */
    refused,
    mostAtOnce: () => most,
    behave(next: ModelMode, text?: (call: ChatCall) => string): void {
      mode = next;
      answers = text ?? answers;
    },
    settings: {
      model: "test-model",
      baseUrl: `${server.url}/v1`,
      apiKey: KEY,
      privateHosts: [],
      // Long enough for a busy machine to answer, and no test waits it out more than once.
      firstByteMs: 2_000,
    },
    close: () => server.close(),
  };
}

export type ModelServer = Awaited<ReturnType<typeof openModelServer>>;

/** Ends early when the other side hangs up. */
async function pour(hit: Hit, bytes: number): Promise<void> {
  const piece = Buffer.alloc(256 * 1024, "a");
  const pieces = Array.from({ length: bytes / piece.length }, () => piece);
  await pipeline(Readable.from(pieces), hit.response).catch(() => undefined);
}
