import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Hit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly body: Buffer;
}

/** A loopback HTTP server that closes at once, hanging requests included. */
export async function openEmulatorServer(handle: (hit: Hit) => Promise<void>, port = 0) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("error", () => undefined);
    request.on("end", () => {
      const hit = { request, response, path: request.url ?? "/", body: Buffer.concat(chunks) };
      handle(hit).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Params = Record<string, unknown>;

/** Parameters from the query, JSON, a form or multipart; files arrive as {name, size, text, bytes}. */
export async function paramsOf({ request, path, body }: Hit): Promise<Params> {
  const type = request.headers["content-type"] ?? "";
  const query = Object.fromEntries(new URL(path, "http://x").searchParams);
  if (body.length === 0) {
    return query;
  }
  if (type.includes("application/json")) {
    return { ...query, ...(JSON.parse(body.toString("utf8")) as Params) };
  }
  const boundary = /boundary=(.+)$/u.exec(type)?.[1];
  const fields =
    boundary === undefined
      ? Object.fromEntries(new URLSearchParams(body.toString("utf8")))
      : Object.fromEntries(multipart(body, boundary));
  return { ...query, ...fields };
}

/** Parts of a multipart body; looser about blanks and quotes than the platform's own parser, as bot servers are. */
function multipart(body: Buffer, boundary: string): (readonly [string, unknown])[] {
  const parts = body.toString("latin1").split(`--${boundary}`).slice(1, -1);
  return parts.map((part) => {
    const [head = "", ...rest] = part.split("\r\n\r\n");
    const bytes = Buffer.from(rest.join("\r\n\r\n").replace(/\r\n$/u, ""), "latin1");
    const header = Buffer.from(head, "latin1").toString("utf8");
    const name = /\bname="?([^";\r\n]*)/u.exec(header)?.[1] ?? "";
    const file = /filename="?([^";\r\n]*)/u.exec(header)?.[1];
    const text = bytes.toString("utf8");
    return [
      name,
      file === undefined ? plain(text) : { name: file, size: bytes.length, text, bytes },
    ] as const;
  });
}

function plain(text: string): unknown {
  return /^[[{]/u.test(text) ? JSON.parse(text) : text;
}

/** Named options of a command line: `--port 1 --seed 2` → {port: "1", seed: "2"}. */
export function commandLine(args: readonly string[]): Readonly<Record<string, string>> {
  const named: Record<string, string> = {};
  for (let index = 0; index < args.length; index += 2) {
    named[(args[index] ?? "").replace(/^--/u, "")] = args[index + 1] ?? "";
  }
  return named;
}
