import { openWebChat } from "../../src/channels/web/web.ts";
import type { IncomingMessage, OutgoingMessage } from "../../src/domain/conversation.ts";
import type { Channel } from "../../src/ports/channels.ts";
import type { Log } from "../../src/ports/clock.ts";
import { openMetrics } from "../../src/web/metrics.ts";
import { openServer, type ServerSettings } from "../../src/web/server.ts";
import { openReceiver, systemClock } from "./receiver.ts";

export type Answerer = (message: IncomingMessage) => readonly OutgoingMessage[] | "silent";

const ECHO: Answerer = ({ text }) => [{ text: `Đã nhận: ${text}` }];

/** The server with its web chat, answered by a function instead of the conversation. */
export async function openWebSetting(
  options: {
    readonly answers?: Answerer;
    readonly settings?: Partial<ServerSettings>;
    readonly channels?: readonly Channel[];
    readonly maxWaiting?: number;
    readonly log?: Log;
  } = {},
) {
  const answers = options.answers ?? ECHO;
  const receiver = openReceiver();
  const { channel, chat } = openWebChat(
    { maxWaiting: options.maxWaiting ?? 50, maxWaitingEach: 3, maxSessions: 100 },
    { clock: systemClock },
  );
  const sendAll = async (to: string, replies: readonly OutgoingMessage[]) => {
    await Promise.resolve(); // the message is taken first, and answered then
    for (const reply of replies) {
      await channel.send(to, reply);
    }
    channel.repliesSent?.(to);
  };
  await channel.start(async (message) => {
    await receiver.receive(message);
    const replies = answers(message);
    if (replies !== "silent") {
      void sendAll(message.from.chat, replies);
    }
  });
  const metrics = openMetrics();
  const server = await openServer(
    { port: 0, host: "127.0.0.1", embedOrigins: [], waitMs: 300, metricsToken: null, ...options.settings },
    {
      channels: [channel, ...(options.channels ?? [])],
      chat,
      ready: () => ({ ready: true, detail: "sẵn sàng" }),
      metrics: metrics.text,
      localities: () => [{ slug: "thanh-thuy", name: "xã Thanh Thủy" }],
      allowLink: (url) => url.startsWith("https://dichvucong.gov.vn"),
      log(event) {
        metrics.observe(event);
        options.log?.(event);
      },
    },
  );
  if (server.outcome !== "open") {
    throw new Error(server.problem);
  }
  const url = `http://127.0.0.1:${server.port}`;
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/chat`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const close = async () => {
    await channel.stop();
    await server.close();
  };
  return { url, post, receiver, channel, metrics, port: server.port, close };
}
