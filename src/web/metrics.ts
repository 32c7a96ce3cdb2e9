import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { LogEvent } from "../domain/event.ts";

/** Counts what the log tells; labels come from closed lists only, never from what people wrote. */
export function openMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const questions = new Counter({
    name: "tro_ly_so_questions_total",
    help: "Questions answered, by channel and how they ended",
    labelNames: ["channel", "status"],
    registers,
  });
  const answering = new Histogram({
    name: "tro_ly_so_answer_seconds",
    help: "Time to answer a question",
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  const deliveries = new Counter({
    name: "tro_ly_so_deliveries_total",
    help: "Attempts to hand over a message, by channel and outcome",
    labelNames: ["channel", "outcome"],
    registers,
  });
  const channelUp = new Gauge({
    name: "tro_ly_so_channel_up",
    help: "1 when the channel receives",
    labelNames: ["channel"],
    registers,
  });
  const refusedWebhooks = new Counter({
    name: "tro_ly_so_webhooks_refused_total",
    help: "Webhook calls without the right secret",
    labelNames: ["channel"],
    registers,
  });
  const events = new Counter({
    name: "tro_ly_so_events_total",
    help: "Log events by kind",
    labelNames: ["kind"],
    registers,
  });

  return {
    observe(event: LogEvent): void {
      events.inc({ kind: event.kind });
      if (event.kind === "question_answered") {
        questions.inc({ channel: event.channel, status: event.status });
        answering.observe(event.ms / 1000);
      } else if (event.kind === "delivery") {
        deliveries.inc({ channel: event.channel, outcome: event.outcome });
      } else if (event.kind === "channel_state") {
        channelUp.set({ channel: event.channel }, ["down", "token_refused"].includes(event.state) ? 0 : 1);
      } else if (event.kind === "webhook_refused") {
        refusedWebhooks.inc({ channel: event.channel });
      }
    },
    text: () => registry.metrics(),
  };
}
