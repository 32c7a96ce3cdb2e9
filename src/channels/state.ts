import type { ChannelName } from "../domain/conversation.ts";
import type { Log } from "../ports.ts";

/** A channel's state as people see it; the log hears only of changes. */
export function openState(channel: ChannelName, log: Log, first: string) {
  let shown = { up: false, detail: first };
  let logged = "";
  const say = (state: "up" | "down" | "gated" | "exhausted", code: string | null) => {
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
    /** Still receiving, but sending waits. */
    held(state: "gated" | "exhausted", code: string, detail: string): void {
      shown = { up: true, detail };
      say(state, code);
    },
    now: () => shown,
  };
}
