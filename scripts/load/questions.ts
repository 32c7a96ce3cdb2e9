import { setTimeout as sleep } from "node:timers/promises";
import { codeHash } from "../../src/domain/people.ts";
import { openStorage } from "../../src/storage/open.ts";
import { HEADERS, openWorld, quantile, update, type World } from "./world.ts";

const ASK_EVERY_MS = 100;
const FLOODERS = 20;
const CLIENTS = 50;
/** Between an answer and the client's next question. */
const THINK_MS = 300;
const MOST_MS = 50_000;
/** Chats of admins, since one chat may not write more than five messages at once. */
const ADMINS = 10;

interface Asked {
  readonly ms: number;
  readonly ok: boolean;
  readonly text: string;
}

/** One question of a new visitor on the web page. */
async function ask(url: string, text: string): Promise<Asked> {
  const began = performance.now();
  const answer = await fetch(`${url}/api/chat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text }),
  }).catch(() => null);
  const body = ((await answer?.json().catch(() => null)) ?? {}) as { replies?: { text: string }[] };
  const replies = body.replies ?? [];
  const ok = answer?.status === 200 && replies.length > 0;
  return { ms: performance.now() - began, ok, text: replies.map((reply) => reply.text).join("\n") };
}

async function askSteadily(url: string, count: number): Promise<readonly Asked[]> {
  const asked: Promise<Asked>[] = [];
  for (let n = 0; n < count; n++) {
    asked.push(ask(url, "đặt mật khẩu thế nào cho an toàn"));
    await sleep(ASK_EVERY_MS);
  }
  return Promise.all(asked);
}

/** How long others wait while one person sends this many messages in the time of their questions. */
export async function measureFlood(messages: number, others: number) {
  const world = await openWorld();
  const service = await world.start();
  try {
    await askSteadily(service.url, 20);
    const idle = await processorMs(service.url);
    const calm = await askSteadily(service.url, others);
    const before = await processorMs(service.url);
    let id = 0;
    let taken = 0;
    let over = false;
    // A steady pace: as fast as the service takes it would measure how busy this process is with sending.
    const everyMs = (FLOODERS * others * ASK_EVERY_MS) / messages;
    const flood = Array.from({ length: FLOODERS }, async () => {
      while (!over) {
        await sleep(everyMs);
        id += 1;
        const body = update(id, 666, `alo ${id}`);
        const answer = await fetch(`${service.url}/webhook/telegram`, {
          method: "POST",
          headers: HEADERS,
          body,
        });
        taken += answer.status === 200 ? 1 : 0;
      }
    });
    const flooded = await askSteadily(service.url, others);
    const after = await processorMs(service.url);
    over = true;
    await Promise.all(flood);
    return {
      flooding: taken,
      processorMsPerFlooded: Math.round((100 * (after - before - (before - idle))) / taken) / 100,
      calmP95: quantile(
        calm.map((one) => one.ms),
        0.95,
      ),
      floodedP95: quantile(
        flooded.map((one) => one.ms),
        0.95,
      ),
      failed: [...calm, ...flooded].filter((one) => !one.ok).length,
    };
  } finally {
    await service.end("SIGKILL");
    await world.close();
  }
}

/** Processor time the service has used, in ms: what a noisy machine does not change. */
async function processorMs(url: string): Promise<number> {
  const figures = await (await fetch(`${url}/metrics`)).text();
  return 1000 * Number(/^process_cpu_seconds_total (\S+)$/mu.exec(figures)?.[1]);
}

async function addAdmins(world: World): Promise<void> {
  const clock = { now: () => Date.now(), mono: () => performance.now() };
  const storage = await openStorage({ dir: world.data, use: "tool" }, clock, () => undefined);
  for (let n = 0; n < ADMINS; n++) {
    const id = `cb-${n}`;
    await storage.people.save({
      id,
      name: "An",
      role: "admin",
      locality: "ninh-giang",
      unit: null,
      active: true,
    });
    await storage.people.invite(id, codeHash(id), Date.now() + 60_000);
    await storage.people.redeem(codeHash(id), { channel: "telegram", chat: String(100 + n) }, Date.now());
  }
  await storage.close();
}

/** Publishes edition after edition while people ask; every figure of one answer must come from one edition. */
export async function measureReloads(reloads: number) {
  const world = await openWorld();
  world.writePlan(10);
  const service = await world.start();
  try {
    await addAdmins(world);
    const editions = async () =>
      ((await (await fetch(`${service.url}/readyz`)).json()) as { detail: string }).detail;
    const asked: Asked[] = [];
    let over = false;
    const clients = Array.from({ length: CLIENTS }, async () => {
      while (!over) {
        asked.push(await ask(service.url, "Chỉ tiêu năm 2026 của xã Ninh Giang gồm những gì?"));
        await sleep(THINK_MS);
      }
    });
    let published = 0;
    const began = performance.now();
    for (let n = 1; n <= reloads && performance.now() - began < MOST_MS; n++) {
      const before = await editions();
      world.writePlan(10 + n);
      await fetch(`${service.url}/webhook/telegram`, {
        method: "POST",
        headers: HEADERS,
        body: update(n, 100 + (n % ADMINS), "/naplai"),
      });
      for (let look = 0; look < 200 && (await editions()) === before; look++) {
        await sleep(25);
      }
      published += (await editions()) === before ? 0 : 1;
    }
    over = true;
    await Promise.all(clients);
    const figures = asked.map(({ text }) => new Set(text.match(/\d+%/gu) ?? []));
    return {
      reloads: published,
      questions: asked.length,
      failed: asked.filter((one) => !one.ok).length,
      withFigures: figures.filter((set) => set.size > 0).length,
      ofTwoEditions: figures.filter((set) => set.size > 1).length,
      editionsSeen: new Set(figures.flatMap((set) => [...set])).size,
      p95: quantile(
        asked.map((one) => one.ms),
        0.95,
      ),
    };
  } finally {
    await service.end("SIGKILL");
    await world.close();
  }
}
