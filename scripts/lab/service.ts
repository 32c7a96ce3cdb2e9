// The reminder service alone, as a process of its own that the lab kills: the real engine, store and channel adapters.
import { parseArgs } from "node:util";
import { openTelegram } from "../../src/channels/telegram/telegram.ts";
import { openZaloBot } from "../../src/channels/zalo-bot/zalo-bot.ts";
import type { Channel } from "../../src/ports/channels.ts";
import type { Clock } from "../../src/ports/clock.ts";
import { openCalendar } from "../../src/reminders/calendar/calendar.ts";
import { openReminders } from "../../src/reminders/deliver/engine.ts";
import { DEFAULT_RULES } from "../../src/reminders/plan/rules.ts";
import { openStorage } from "../../src/storage/open.ts";
import { type Mutation, mutated } from "./mutations.ts";
import { LAB_START, labLinks, labOfficers, labTasks } from "./world.ts";

const { values } = parseArgs({
  options: {
    dir: { type: "string", default: "" },
    reminders: { type: "string", default: "0" },
    began: { type: "string", default: "0" },
    telegram: { type: "string", default: "" },
    "telegram-token": { type: "string", default: "" },
    zalo: { type: "string", default: "" },
    "zalo-token": { type: "string", default: "" },
    die: { type: "string", default: "" },
    mutation: { type: "string", default: "none" },
  },
});

const began = Number(values.began);
const clock: Clock = { now: () => LAB_START + (Date.now() - began), mono: () => performance.now() };
const log = (): void => undefined;
const storage = await openStorage({ dir: values.dir }, clock, log);

const telegram = openTelegram(
  {
    token: values["telegram-token"],
    apiRoot: values.telegram,
    mode: { kind: "polling" },
    commands: [],
  },
  { clock, log },
);
const zalo = openZaloBot(
  {
    token: values["zalo-token"],
    baseUrl: values.zalo,
    mode: { kind: "polling" },
    monthlyLimit: null,
  },
  { clock, log, counter: storage.counter("zalo_bot") },
);
const channels: Partial<Record<string, Channel>> = { telegram, zalo_bot: zalo };

// "after_send:5": the fifth time the engine passes this point, the process is gone without a word.
const [point = "", nth = "1"] = values.die.split(":");
let passed = 0;
const tasks = labTasks(Number(values.reminders));
const reminders = openReminders({
  book: mutated(storage.reminders, values.mutation as Mutation, String(Date.now())),
  clock,
  log,
  tasks: async () => tasks,
  progress: async () => [],
  officers: async () => labOfficers(),
  links: async (officer) => labLinks(officer),
  calendar: () => openCalendar([]),
  rules: DEFAULT_RULES.filter((rule) => rule.id === "d0"),
  send: (channel, chat, message) =>
    channels[channel]?.send(chat, message) ??
    Promise.resolve({ outcome: "refused", code: "no_channel", scope: "channel" }),
  settings: {
    tickMs: 200,
    boardChannels: [],
    unclearWaitMs: 1500,
    lateAfterMs: 24 * 3_600_000,
    perHour: Number.POSITIVE_INFINITY,
    perDay: Number.POSITIVE_INFINITY,
    backoffMs: { first: 200, most: 2000 },
  },
  hook(at) {
    if (at === point) {
      passed += 1;
      if (passed >= Number(nth)) {
        process.kill(process.pid, "SIGKILL");
      }
    }
  },
});

await reminders.start();
process.stdout.write("ready\n");

async function isSettled(): Promise<boolean> {
  const open = await storage.reminders.reminders({ states: ["planned", "delivering"] });
  const unclear = (await storage.reminders.reminders({ states: ["uncertain"] })).filter(
    (row) => row.copies === 0 && row.why !== "needs_person",
  );
  return open.length === 0 && unclear.length === 0;
}

async function tellWhenSettled(): Promise<void> {
  if (await isSettled()) {
    process.stdout.write("settled\n");
  }
}

setInterval(() => void tellWhenSettled(), 500);

process.on("SIGTERM", () => {
  void reminders.stop().then(async () => {
    await storage.close();
    process.exit(0);
  });
});
