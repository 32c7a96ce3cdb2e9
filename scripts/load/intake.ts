import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";
import { type Db, openSqlite } from "../../src/storage/embedded/database/sqlite.ts";
import { seeded } from "../../test/support/faults.ts";
import { HEADERS, openWorld, update, type World } from "./world.ts";

const WORDS = "đặt mật khẩu thế nào cho an toàn";
const CONNECTIONS = 50;
const SENDERS = 20;

/** Durable acknowledgements a second: each update its own chat, all at once. */
export async function measureIntake(seconds: number) {
  const world = await openWorld();
  const service = await world.start();
  try {
    let id = 0;
    const result = await autocannon({
      url: service.url,
      connections: CONNECTIONS,
      duration: seconds,
      requests: [
        {
          method: "POST",
          path: "/webhook/telegram",
          headers: HEADERS,
          setupRequest(request) {
            id += 1;
            request.body = update(id, 1_000_000 + id, WORDS);
            return request;
          },
        },
      ],
    });
    await service.end("SIGKILL");
    return {
      acknowledged: result["2xx"],
      perSecond: Math.round(result["2xx"] / result.duration),
      p50: result.latency.p50,
      p99: result.latency.p99,
      slowest: result.latency.max,
      turnedAway: result.non2xx,
      errors: result.errors,
      missingInStore: Math.max(0, result["2xx"] - keysIn(world).size),
    };
  } finally {
    await service.end("SIGKILL");
    await world.close();
  }
}

/** Kills the service again and again while updates arrive; every one acknowledged must be there and be dealt with. */
export async function measureKills(kills: number, seed: number) {
  const world = await openWorld();
  const random = seeded(seed);
  const acknowledged = new Set<number>();
  let id = 0;
  try {
    for (let kill = 0; kill < kills; kill++) {
      const service = await world.start();
      const until = Date.now() + 200 + random() * 500;
      const senders = Array.from({ length: SENDERS }, async () => {
        while (Date.now() < until + 50) {
          id += 1;
          const mine = id;
          const body = update(mine, 2_000_000 + mine, WORDS);
          const answer = await fetch(`${service.url}/webhook/telegram`, {
            method: "POST",
            headers: HEADERS,
            body,
          }).catch(() => null);
          if (answer?.status === 200) {
            acknowledged.add(mine);
          }
        }
      });
      await sleep(until - Date.now());
      await service.end("SIGKILL");
      await Promise.all(senders);
    }
    const { kept, open } = await finish(world);
    return {
      kills,
      acknowledged: acknowledged.size,
      lost: [...acknowledged].filter((one) => !kept.has(one)).length,
      notDealtWith: open,
    };
  } finally {
    await world.close();
  }
}

/** A last life that works off what waits. */
async function finish(world: World) {
  const service = await world.start();
  try {
    for (let look = 0; look < 120 && openIn(world) > 0; look++) {
      await sleep(250);
    }
    return { kept: keysIn(world), open: openIn(world) };
  } finally {
    await service.end("SIGTERM");
  }
}

function reading<T>(world: World, read: (db: Db) => T): T {
  const db = openSqlite(join(world.data, "assistant.db"), { readonly: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
}

const keysIn = (world: World): ReadonlySet<number> =>
  reading(world, (db) => {
    const rows = db.prepare<[], { key: string }>("SELECT key FROM inbox").all();
    return new Set(rows.map(({ key }) => Number(key.split(":")[1])));
  });

const openIn = (world: World): number =>
  reading(
    world,
    (db) =>
      db
        .prepare<[], { n: number }>("SELECT count(*) AS n FROM inbox WHERE state IN ('received','replying')")
        .get()?.n ?? 0,
  );
