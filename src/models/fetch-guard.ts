// The one road from the service to a model's server: no redirects, no private addresses, nothing late, nothing large.
import { lookup as lookupName } from "node:dns";
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { addressProblem, endpointProblem } from "../domain/endpoint.ts";
import { ModelError } from "../ports/models.ts";

export interface FetchLimits {
  readonly privateHosts: readonly string[];
  /** From sending to the first byte of the answer, in ms. */
  readonly firstByteMs: number;
  /** From sending to the last byte, in ms. */
  readonly totalMs: number;
  readonly maxBytes: number;
}

/** Name and connection together, in ms: a server that is off must not hold up an answer that is ready. */
const CONNECT_MS = 1_200;

/** Looks a name up and refuses it when any of its addresses is not allowed; what was checked is what is connected to. */
function lookupWithin(privateHosts: readonly string[], lookUp: typeof lookupName): LookupFunction {
  return (hostname, options, done) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error !== null || first === undefined) {
        done(error ?? new Error("no address"), "", 0);
        return;
      }
      const host = hostname.toLowerCase();
      const problem = addresses
        .map((a) => addressProblem(host, a.address, privateHosts))
        .find((p) => p !== null);
      if (problem !== undefined) {
        done(new ModelError("refused", `the model's server ${problem}`), "", 0);
      } else if (options.all === true) {
        (done as (error: null, addresses: unknown) => void)(null, addresses);
      } else {
        done(null, first.address, first.family);
      }
    });
  };
}

async function bodyOf(response: IncomingMessage, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new ModelError("too_large", `the model's server answered more than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const MAY_PASS = new Set(["content-type", "retry-after"]);

/** A `fetch` for LangChain's clients. Rejects with ModelError; a status of 400 and above is given on as it is. */
export function guardedFetch(limits: FetchLimits, lookUp = lookupName): typeof fetch {
  const lookup = lookupWithin(limits.privateHosts, lookUp);
  const agents = {
    "http:": new HttpAgent({ keepAlive: true, lookup }),
    "https:": new HttpsAgent({ keepAlive: true, lookup }),
  };

  async function send(url: URL, init: RequestInit): Promise<Response> {
    const ending = new AbortController();
    const end = (reason: ModelError["reason"], why: string) => ending.abort(new ModelError(reason, why));
    const timers = [
      setTimeout(() => end("timeout", "the model's server took too long"), limits.totalMs),
      setTimeout(() => end("timeout", "the model's server was silent too long"), limits.firstByteMs),
    ];
    const connecting = setTimeout(
      () => end("unreachable", "the model's server cannot be connected to"),
      CONNECT_MS,
    );
    const signal = AbortSignal.any([ending.signal, ...(init.signal ? [init.signal] : [])]);
    const headers = { ...Object.fromEntries(new Headers(init.headers)), "accept-encoding": "identity" };
    const method = init.method ?? "GET";
    const secure = url.protocol === "https:";
    try {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        const request = secure
          ? requestHttps(url, { method, headers, signal, agent: agents["https:"] })
          : requestHttp(url, { method, headers, signal, agent: agents["http:"] });
        request.on("socket", (socket) => {
          const connected = () => clearTimeout(connecting);
          if (socket.connecting) {
            socket.once(secure ? "secureConnect" : "connect", connected);
          } else {
            connected();
          }
        });
        request.on("response", resolve);
        request.on("error", reject);
        request.end(init.body as string | undefined);
      });
      timers.slice(1).forEach(clearTimeout);
      const status = response.statusCode ?? 0;
      if (status < 200 || (status >= 300 && status < 400)) {
        response.destroy();
        throw new ModelError("refused", "the model's server answered with a redirect");
      }
      const kept = Object.entries(response.headers).filter(([name]) => MAY_PASS.has(name));
      const body = await bodyOf(response, limits.maxBytes);
      return new Response(body, { status, headers: Object.fromEntries(kept) as Record<string, string> });
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      [...timers, connecting].forEach(clearTimeout);
    }
  }

  return async (input, init = {}) => {
    const address = input instanceof Request ? input.url : String(input);
    const url = URL.canParse(address) ? new URL(address) : null;
    const problem = endpointProblem(address, limits.privateHosts);
    if (url === null || problem !== null) {
      throw new ModelError("refused", `the model's server address ${problem}`);
    }
    // The name alone is looked up; a literal address was checked above.
    return send(url, init);
  };
}
