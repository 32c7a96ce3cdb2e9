import type { lookup } from "node:dns";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/app/config.ts";
import { addressProblem, endpointProblem } from "../../src/domain/endpoint.ts";
import { guardedFetch } from "../../src/models/fetch-guard.ts";
import { ModelError } from "../../src/ports/models.ts";
import { openModelServer } from "../support/model-server.ts";

const limits = { privateHosts: [], firstByteMs: 500, totalMs: 1000, maxBytes: 1000 };

describe("where a model may stand", () => {
  it.each([
    "https://api.openai.com/v1",
    "http://localhost:11434/v1",
    "http://127.0.0.1:11434/v1",
    "http://[::1]:11434/v1",
    "http://2130706433:11434/v1",
  ])("lets %s be", (address) => expect(endpointProblem(address, [])).toBeNull());

  it.each([
    "http://api.openai.com/v1",
    "http://169.254.169.254/latest",
    "https://169.254.169.254/latest",
    "https://2852039166/",
    "https://0xa9fea9fe/",
    "https://[::ffff:169.254.169.254]/",
    "https://[fe80::1]/",
    "https://[fd00:ec2::254]/",
    "https://[64:ff9b::a9fe:a9fe]/",
    "https://0.0.0.0/",
    "https://10.0.0.8/v1",
    "https://192.168.1.20/v1",
    "https://172.16.0.1/v1",
    "https://100.100.100.200/",
    "https://[::ffff:10.0.0.8]/",
    "https://[fc00::1]/",
    "https://user:secret@api.openai.com/",
    "file:///etc/passwd",
    "nonsense",
  ])("refuses %s", (address) => expect(endpointProblem(address, [])).not.toBeNull());

  it("calls a host of the office's network only when it is listed, and a metadata address never", () => {
    expect(endpointProblem("http://192.168.1.20:8000/v1", ["192.168.1.20"])).toBeNull();
    expect(endpointProblem("http://may-chu.xa.local/v1", ["may-chu.xa.local"])).toBeNull();
    expect(endpointProblem("http://169.254.169.254/", ["169.254.169.254"])).not.toBeNull();
  });

  it("refuses a public name that suddenly means a private address or this computer", () => {
    expect(addressProblem("api.example.com", "10.0.0.8", [])).not.toBeNull();
    expect(addressProblem("api.example.com", "127.0.0.1", [])).not.toBeNull();
    expect(addressProblem("api.example.com", "::ffff:127.0.0.1", [])).not.toBeNull();
    expect(addressProblem("api.example.com", "93.184.216.34", [])).toBeNull();
    expect(addressProblem("localhost", "127.0.0.1", [])).toBeNull();
  });

  it("says so at the start, in the settings, with the variable's name", () => {
    const of = (more: Record<string, string>) => {
      try {
        return loadConfig({ CHAT_MODEL: "openai:m", ...more }).chatModel;
      } catch (error) {
        return String((error as Error).message);
      }
    };
    expect(of({ CHAT_MODEL_BASE_URL: "http://10.0.0.8/v1" })).toMatch(
      /CHAT_MODEL_BASE_URL .*MODEL_PRIVATE_HOSTS/u,
    );
    expect(of({ EMBEDDINGS_BASE_URL: "https://169.254.169.254/v1" })).toMatch(/EMBEDDINGS_BASE_URL/u);
    expect(
      of({ CHAT_MODEL_BASE_URL: "http://10.0.0.8/v1", MODEL_PRIVATE_HOSTS: "AI.local, 10.0.0.8" }),
    ).toMatchObject({
      privateHosts: ["ai.local", "10.0.0.8"],
      firstByteMs: 5000,
    });
  });
});

describe("the road to a model", () => {
  const reasonOf = (promise: Promise<unknown>) =>
    promise.then(
      () => "answered",
      (error: unknown) => (error instanceof ModelError ? error.reason : String(error)),
    );

  /** A resolver that knows one name for each address. */
  const resolving = (address: string) =>
    ((_name: string, _options: unknown, done: (error: null, all: unknown) => void) =>
      done(null, [
        { address: "93.184.216.34", family: 4 },
        { address, family: 4 },
      ])) as unknown as typeof lookup;

  it.each(["10.0.0.8", "127.0.0.1", "169.254.169.254"])(
    "refuses a public name when one of its addresses is %s, at the moment of connecting",
    async (address) => {
      const fetch = guardedFetch(limits, resolving(address));
      const failed = await fetch("https://api.example.com/v1").catch((error: unknown) => error);
      expect(failed).toMatchObject({ reason: "refused" });
    },
  );

  it("reaches this computer by its own name", async () => {
    const server = await openModelServer();
    const sent = guardedFetch(limits)(`http://localhost:${server.port}/v1/x`, { method: "POST", body: "{}" });
    expect((await sent).status).toBe(400);
    await server.close();
  });

  it("calls nothing when the address itself is not allowed", async () => {
    const fetch = guardedFetch(limits);
    expect(await reasonOf(fetch("http://169.254.169.254/latest"))).toBe("refused");
    expect(await reasonOf(fetch("https://10.0.0.8/v1"))).toBe("refused");
  });
});
