import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openChatModel } from "../../src/models/chat.ts";
import { ModelError } from "../../src/ports/models.ts";
import { fixedClock } from "../support/clock.ts";
import { type ModelMode, type ModelServer, openModelServer } from "../support/model-server.ts";
import { openLogbook, until } from "../support/receiver.ts";

let server: ModelServer;
beforeAll(async () => {
  server = await openModelServer();
});
afterAll(() => server.close());
beforeEach(() => server.behave("ok", () => '{"a":1}'));

const ask = { system: "s", user: "u", maxTokens: 321 };
const never = () => new AbortController().signal;

function openModel(settings: Partial<ModelServer["settings"]> = {}) {
  const clock = fixedClock();
  const book = openLogbook();
  return { clock, book, model: openChatModel({ ...server.settings, ...settings }, clock, book.log) };
}
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "answered",
    (error: unknown) => (error instanceof ModelError ? error.reason : String(error)),
  );

describe("a chat model over the OpenAI protocol", () => {
  it("asks once, without streaming, with the length allowed", async () => {
    const { model } = openModel();
    server.chats.length = 0;

    expect(await model.complete(ask, never())).toBe('{"a":1}');
    expect(server.chats).toEqual([{ system: "s", user: "u", maxTokens: 321, jsonFormat: true }]);
    expect(server.refused).toEqual([]);
  });

  it.each<[ModelMode, string]>([
    ["slow_first_byte", "timeout"],
    ["cut_body", "unreachable"],
    ["half_json", "bad_answer"],
    ["too_many", "refused"],
    ["internal_error", "unreachable"],
    ["unauthorized", "refused"],
    ["wrong_json", "bad_answer"],
    ["no_text", "bad_answer"],
    ["huge", "too_large"],
    ["looping", "too_large"],
    ["redirect", "refused"],
  ])("says of a server that is %s: %s, with one call", async (mode, reason) => {
    const { model } = openModel();
    await model.complete(ask, never());
    const before = server.received.length;
    server.behave(mode);

    expect(await reasonOf(model.complete(ask, never()))).toBe(reason);
    expect(server.received.length - before).toBe(1);
  });

  it("stops a body that never ends when the caller's time is up", async () => {
    const { model } = openModel();
    server.behave("slow_body");
    expect(await reasonOf(model.complete(ask, AbortSignal.timeout(300)))).toBe("timeout");
  });

  it("does without the JSON format where a server does not know it", async () => {
    const { model } = openModel();
    server.behave("no_json_format");
    expect(await reasonOf(model.complete(ask, never()))).toBe("refused");
    expect(await reasonOf(model.complete(ask, never()))).toBe("answered");
  });

  it("never lets its errors hold what was asked", async () => {
    const { model, book } = openModel();
    server.behave("internal_error");
    const error = await model.complete({ ...ask, user: "điều riêng" }, never()).catch((e: unknown) => e);
    expect(JSON.stringify([error, String(error), (error as Error).cause, book.events])).not.toContain(
      "riêng",
    );
  });
});

describe("a server that keeps failing", () => {
  it("is left alone after five failures, tried by one call after half a minute, and used again when it is back", async () => {
    const { model, clock, book } = openModel();
    server.behave("internal_error");
    for (let i = 0; i < 5; i++) {
      expect(await reasonOf(model.complete(ask, never()))).toBe("unreachable");
    }
    const before = server.received.length;
    expect(await reasonOf(model.complete(ask, never()))).toBe("resting");
    clock.advance(29_000);
    expect(await reasonOf(model.complete(ask, never()))).toBe("resting");
    expect(server.received.length).toBe(before);

    clock.advance(1_001);
    const probes = await Promise.all([1, 2, 3].map(() => reasonOf(model.complete(ask, never()))));
    expect(probes.sort()).toEqual(["resting", "resting", "unreachable"]);
    expect(server.received.length).toBe(before + 1);

    clock.advance(30_001);
    server.behave("ok");
    expect(await reasonOf(model.complete(ask, never()))).toBe("answered");
    expect(await reasonOf(model.complete(ask, never()))).toBe("answered");
    expect(book.events.filter((e) => e.kind === "model")).toHaveLength(8);
  });

  it("is never asked more than four questions at once", async () => {
    const { model } = openModel();
    await model.complete(ask, never());
    server.behave("slow_first_byte");
    const ends = Promise.all(Array.from({ length: 12 }, () => reasonOf(model.complete(ask, never()))));
    await until("four calls", () => server.mostAtOnce() === 4);

    expect((await ends).sort()).toEqual([...Array(8).fill("resting"), ...Array(4).fill("timeout")]);
    expect(server.mostAtOnce()).toBe(4);
  });

  it("is told to be away when nobody listens there", async () => {
    const gone = await openModelServer();
    await gone.close();
    const { model } = openModel({ baseUrl: gone.baseUrl });
    expect(await reasonOf(model.complete(ask, never()))).toBe("unreachable");
  });
});
