import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openStorage } from "../../src/storage/open.ts";
import { type FaultRates, seeded } from "../../test/support/faults.ts";
import { openTelegramEmulator } from "../../test/support/telegram-emulator.ts";
import { openZaloBotEmulator } from "../../test/support/zalo-bot-emulator.ts";
import { judge, type Verdict } from "./judge.ts";
import type { Mutation } from "./mutations.ts";
import { LAB_START } from "./world.ts";

const SERVICE = fileURLToPath(new URL("./service.ts", import.meta.url));
const POINTS = ["after_claim", "before_send", "after_send", "after_mark", "after_reconcile"] as const;
const LANES = 3;
/** The lab gives up when nothing settles for this long. */
const PATIENCE_MS = 10 * 60_000;

export const FAULTS: FaultRates = {
  f429: 0.01,
  f5xx_before: 0.03,
  f5xx_after: 0.03,
  reset_before: 0.03,
  reset_after: 0.03,
  hang_after: 0.003,
  slow_headers: 0.02,
  half_body: 0.02,
  html_502: 0.01,
  wrong_json: 0.01,
};

export interface LabSettings {
  readonly reminders: number;
  readonly kills: number;
  readonly seed: number;
  readonly faults: FaultRates;
  readonly mutation: Mutation;
  /** Die only at these named points of the engine; empty for any of them and any moment between. */
  readonly points: readonly string[];
}

export interface LabResult extends Verdict {
  readonly kills: number;
  readonly secondsKillToNext: number;
  readonly violations: readonly string[];
}

function exited(child: ChildProcess): Promise<void> {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once("exit", () => resolve()));
}

/** Starts the service; tells when it is ready, and whether all its reminders have come to an end. */
function startService(args: readonly string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", SERVICE, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let settled = false;
  let text = "";
  let sayReady = () => {};
  let saySettled = () => {};
  const ready = new Promise<void>((resolve) => {
    sayReady = resolve;
  });
  const allSettled = new Promise<void>((resolve) => {
    saySettled = resolve;
  });
  child.stdout?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    if (text.includes("ready")) {
      sayReady();
    }
    if (text.includes("settled")) {
      settled = true;
      saySettled();
    }
  });
  child.once("exit", () => sayReady());
  return { child, ready, settled: allSettled, isSettled: () => settled };
}

type Emulators = Awaited<ReturnType<typeof openEmulators>>;

/** Both channels as strict servers, counting what they let people know and how often they asked for rest. */
async function openEmulators(settings: LabSettings) {
  const telegram = await openTelegramEmulator({ seed: settings.seed, faults: settings.faults });
  const zalo = await openZaloBotEmulator({ seed: settings.seed + 1, faults: settings.faults });
  let cooled = 0;
  for (const { faults } of [telegram, zalo]) {
    const next = faults.next;
    faults.next = () => {
      const fault = next();
      cooled += fault === "f429" ? 1 : 0;
      return fault;
    };
  }
  return {
    args: [
      ...["--telegram", telegram.url, "--telegram-token", telegram.token],
      ...["--zalo", zalo.url, "--zalo-token", zalo.token],
    ],
    cooled: () => cooled,
    early: () => telegram.early() + zalo.early(),
    texts: () => [...telegram.delivered, ...zalo.delivered].map((one) => one.text),
    sends: () => [...telegram.calls, ...zalo.calls].filter((call) => call.method === "sendMessage").length,
    close: () => Promise.all([telegram.close(), zalo.close()]),
  };
}

/** Measures from a kill to the next message that any later life hands to a channel. */
function openStopwatch(emulators: Emulators) {
  let killedAt: number | null = null;
  let sends = 0;
  let slowest = 0;
  const timer = setInterval(() => {
    if (killedAt !== null && emulators.sends() > sends) {
      slowest = Math.max(slowest, (Date.now() - killedAt) / 1000);
      killedAt = null;
    }
  }, 20);
  return {
    killed() {
      killedAt = Date.now();
      sends = emulators.sends();
    },
    stop() {
      clearInterval(timer);
      return Math.round(slowest * 100) / 100;
    },
  };
}

/** One life that ends by SIGKILL: at a named point of the engine, or at any moment after it is ready. */
async function liveAndDie(
  args: readonly string[],
  points: readonly string[],
  random: () => number,
): Promise<boolean> {
  const among = points.length > 0 ? points : POINTS;
  const point = among[Math.floor(random() * among.length)] ?? "after_send";
  const named = points.length > 0 || random() < 0.5;
  const nth = point === "after_reconcile" ? 1 : 1 + Math.floor(random() * 25);
  // A named point comes in its own time, or never when all reminders have ended before it.
  const cut = named ? null : sleep(200 + random() * 500);
  const service = startService([...args, ...(named ? ["--die", `${point}:${nth}`] : [])]);
  await service.ready;
  await Promise.race([cut ?? service.settled, exited(service.child)]);
  service.child.kill("SIGKILL");
  await exited(service.child);
  return service.isSettled();
}

/** The last life, which may finish its work; false when it did not come to an end. */
async function liveToTheEnd(args: readonly string[]): Promise<boolean> {
  const service = startService(args);
  const deadline = Date.now() + PATIENCE_MS;
  while (!service.isSettled() && Date.now() < deadline && service.child.exitCode === null) {
    await sleep(50);
  }
  service.child.kill("SIGTERM");
  await exited(service.child);
  return service.isSettled();
}

/** A book that was watched until the lab begins: what falls due while the first life still starts is owed. */
async function watchedBefore(dir: string): Promise<void> {
  const clock = { now: () => LAB_START, mono: () => performance.now() };
  const storage = await openStorage({ dir }, clock, () => undefined);
  await storage.reminders.setNote("reconciled", String(LAB_START));
  await storage.close();
}

export async function runLab(settings: LabSettings): Promise<LabResult> {
  const random = seeded(settings.seed);
  const dir = mkdtempSync(join(tmpdir(), "reminder-lab-"));
  const emulators = await openEmulators(settings);
  const world = ["--dir", dir, "--reminders", String(settings.reminders), "--began", String(Date.now())];
  const args = [...world, ...emulators.args, "--mutation", settings.mutation];
  const stopwatch = openStopwatch(emulators);
  try {
    await watchedBefore(dir);
    for (let kill = 0; kill < settings.kills; kill += 1) {
      if (!(await liveAndDie(args, settings.points, random))) {
        stopwatch.killed();
      }
    }
    const ended = await liveToTheEnd(args);
    const secondsKillToNext = stopwatch.stop();
    const clock = { now: () => Date.now(), mono: () => performance.now() };
    const storage = await openStorage({ dir }, clock, () => undefined);
    const { verdict, violations } = await judge(storage.reminders, settings.reminders, emulators.texts());
    await storage.close();
    const allowed = emulators.cooled() * (LANES - 1) + settings.kills;
    const early = emulators.early();
    return {
      ...verdict,
      kills: settings.kills,
      secondsKillToNext,
      violations: [
        ...violations,
        ...(early > allowed ? [`${early} requests during a cool-down (${allowed} may be on their way)`] : []),
        ...(ended ? [] : ["the reminders did not come to an end"]),
      ],
    };
  } finally {
    stopwatch.stop();
    await emulators.close();
    rmSync(dir, { recursive: true, force: true });
  }
}
