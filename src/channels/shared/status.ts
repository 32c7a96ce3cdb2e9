import type { ChannelName } from "../../domain/conversation.ts";
import type { LogEvent as AnyEvent } from "../../domain/event.ts";
import type { Channel } from "../../ports/channels.ts";
import type { Log } from "../../ports/clock.ts";

type LogEvent = Extract<AnyEvent, { kind: "channel_state" }>;

/** A channel's state as people see it; the log hears only of changes. */
export function openState(channel: ChannelName, log: Log, first: string) {
  let shown: ReturnType<Channel["state"]> = { up: false, detail: first };
  let logged = "";
  const say = (state: LogEvent["state"], code: string | null) => {
    if (logged !== `${state} ${code}`) {
      logged = `${state} ${code}`;
      log({ kind: "channel_state", channel, state, code });
    }
  };
  return {
    up(detail: string): void {
      shown = { up: true, detail };
      say("up", null);
    },
    down(code: string, detail: string): void {
      shown = { up: false, detail };
      say("down", code);
    },
    /** Down until a person gives another token; asking again with this one is of no use. */
    tokenRefused(code: string, detail: string): void {
      shown = { up: false, detail, problem: "token refused" };
      say("token_refused", code);
    },
    /** Still receiving, but sending waits. */
    held(state: "gated" | "exhausted", code: string, detail: string): void {
      shown = { up: true, detail };
      say(state, code);
    },
    now: () => shown,
  };
}
