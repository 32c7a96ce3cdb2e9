import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { openTerminal } from "../../src/channels/terminal.ts";
import { openReceiver, systemClock } from "../support/receiver.ts";

describe("the terminal", () => {
  it("takes each line as a question until the input ends", async () => {
    const input = new PassThrough();
    const receiver = openReceiver();
    const terminal = openTerminal({ input, output: new PassThrough() }, { clock: systemClock });

    await terminal.start(receiver.receive);
    input.end("VNeID là gì?\n\n  còn mức 2?  \n");
    await terminal.ended;

    expect(receiver.received.map(({ text }) => text)).toEqual(["VNeID là gì?", "còn mức 2?"]);
  });

  it("asks to type again what could not be stored, and goes on", async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const receiver = openReceiver();
    receiver.refuse(1);
    const terminal = openTerminal({ input, output }, { clock: systemClock });

    await terminal.start(receiver.receive);
    input.end("một\nhai\n");
    await terminal.ended;

    expect(String(output.read())).toContain("Xin gõ lại.");
    expect(receiver.received.map(({ text }) => text)).toEqual(["hai"]);
  });
});
