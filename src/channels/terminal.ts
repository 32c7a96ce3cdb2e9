import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import type { IncomingMessage } from "../domain/conversation.ts";
import type { Channel } from "../ports/channels.ts";
import type { Clock } from "../ports/clock.ts";
import { render } from "../vietnamese/messages/render-message.ts";
import { channelWords } from "../vietnamese/wording/residents/channels.ts";
import { wellFormed } from "./shared/well-formed.ts";

const CAPABILITIES = {
  maxText: 100_000,
  buttons: "none",
  canEdit: false,
  canSendFile: false,
  replyWindowHours: null,
} as const;

/** A chat over two streams: a line in, a message out. `ended` settles when the input ends. */
export function openTerminal(
  streams: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
  deps: { readonly clock: Clock },
): Channel & { readonly ended: Promise<void> } {
  const chat = "terminal";
  let lines: ReturnType<typeof createInterface> | null = null;
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });

  async function readAll(
    input: ReturnType<typeof createInterface>,
    receive: (message: IncomingMessage) => Promise<void>,
  ): Promise<void> {
    for await (const line of input) {
      const text = wellFormed(line.trim());
      if (text !== "") {
        const from = { channel: "terminal", chat } as const;
        const message = { key: randomUUID(), from, kind: "text", text, sentAt: deps.clock.now() } as const;
        await receive(message).catch(() => streams.output.write(`${channelWords.sayAgain}\n\n`));
      }
    }
    end();
  }

  return {
    name: "terminal",
    capabilities: CAPABILITIES,
    ended,
    async start(receive) {
      lines = createInterface({ input: streams.input });
      void readAll(lines, receive);
    },
    async stop() {
      lines?.close();
      lines = null;
      end();
    },
    async send(_chat, message) {
      for (const part of render(message, CAPABILITIES)) {
        streams.output.write(`${part.text}\n\n`);
      }
      return { outcome: "sent", messageId: null };
    },
    state: () => ({ up: lines !== null, detail: lines === null ? channelWords.stopped : channelWords.ready }),
  };
}
