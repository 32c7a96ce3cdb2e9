import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const FAULT_NAMES = [
  "f429",
  "f5xx_before",
  "f5xx_after",
  "reset_before",
  "reset_after",
  "hang_after",
  "slow_headers",
  "half_body",
  "html_502",
  "wrong_json",
  "redirect_302",
] as const;

/** "after" means: delivered to the person, then the answer is lost. */
export type FaultName = (typeof FAULT_NAMES)[number];

/** Probability of each fault for one send, from 0 to 1. */
export type FaultRates = Partial<Record<FaultName, number>>;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A seeded stream of numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Decides the fault of each send: first those queued by name, then by the rates. */
export function openFaults(rates: FaultRates, random: () => number) {
  let current = rates;
  const queued: (FaultName | null)[] = [];
  return {
    queue: (...names: (FaultName | null)[]) => queued.push(...names),
    rates(next: FaultRates): void {
      current = next;
    },
    next(): FaultName | null {
      const first = queued.shift();
      if (first !== undefined) {
        return first;
      }
      let left = random();
      for (const name of FAULT_NAMES) {
        left -= current[name] ?? 0;
        if (left < 0) {
          return name;
        }
      }
      return null;
    },
  };
}

/** "f429=0.1,reset_after=0.05" as on the command line. */
export function parseRates(text: string): FaultRates {
  const pairs = text.split(",").filter((part) => part !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = "", rate = "1"] = pair.split("=");
      if (!FAULT_NAMES.includes(name as FaultName)) {
        throw new Error(`Unknown fault ${name}; known: ${FAULT_NAMES.join(", ")}`);
      }
      return [name, Number(rate)];
    }),
  );
}

export function answer(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** Plays one fault around an act that has its effect when called. */
export async function play(
  fault: Exclude<FaultName, "f429"> | null,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  act: () => Answer,
  internalError: Answer,
): Promise<void> {
  switch (fault) {
    case null:
      return answer(response, act());
    case "slow_headers":
      await sleep(150);
      return answer(response, act());
    case "f5xx_before":
      return answer(response, internalError);
    case "f5xx_after":
      act();
      return answer(response, internalError);
    case "reset_before":
      request.socket.resetAndDestroy();
      return;
    case "reset_after":
      act();
      request.socket.resetAndDestroy();
      return;
    case "hang_after":
      act();
      return;
    case "half_body": {
      const text = JSON.stringify(act().body);
      response.writeHead(200, { "content-type": "application/json", "content-length": text.length });
      response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
      return;
    }
    case "html_502":
      response.writeHead(502, { "content-type": "text/html" }).end("<html><h1>502 Bad Gateway</h1></html>");
      return;
    case "wrong_json":
      act();
      return answer(response, { status: 200, body: { weird: true } });
    case "redirect_302":
      response
        .writeHead(302, { location: "/elsewhere", "content-type": "text/html" })
        .end("<html>moved</html>");
      return;
  }
}
