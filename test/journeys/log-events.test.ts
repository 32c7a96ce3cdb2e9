import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Answer, Delivery } from "../../src/domain/conversation.ts";
import type { LogEvent } from "../../src/domain/event.ts";
import { openSqlite } from "../../src/storage/embedded/database/sqlite.ts";
import { tokenHash } from "../../src/web/console/sign-in/secrets.ts";
import { openService } from "../privacy/service.ts";
import { OFFICERS, signInByLink } from "../support/console-setting.ts";
import { openModelServer } from "../support/model-server.ts";
import { until } from "../support/receiver.ts";
import { runService } from "../support/running-service.ts";
import { knowledgeFolder } from "../support/small-knowledge.ts";
import { openZaloBotEmulator } from "../support/zalo-bot-emulator.ts";

type Kind = LogEvent["kind"];
type Told<K extends Kind> = Extract<LogEvent, { kind: K }>;

const PAPERS = ["plans/ninh-giang.txt", "plans/thanh-thuy.txt", "guides/mat-khau-an-toan-2fa.md"];
const WITHOUT_HNSW = ["--import", new URL("../support/without-hnsw.mjs", import.meta.url).href];

/** The whole service on two plans and a guide, with a Zalo bot whose month ends at its third message, and a model. */
async function openLife() {
  const [zalo, model] = [await openZaloBotEmulator({ secondMs: 10 }), await openModelServer()];
  onTestFinished(async () => {
    await Promise.all([zalo.close(), model.close()]);
  });
  const folder = knowledgeFolder(PAPERS);
  const settings = {
    KNOWLEDGE_DIR: folder,
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_BOT_API_ROOT: zalo.url,
    ZALO_BOT_MONTHLY_LIMIT: "3",
    CHAT_MODEL: "openai:test-model",
    CHAT_MODEL_BASE_URL: model.settings.baseUrl,
    CHAT_MODEL_API_KEY: model.settings.apiKey,
  };
  const service = await openService(settings, () => 0);
  await service.storage.people.save(OFFICERS.elsewhere);
  const told = <K extends Kind>(kind: K): readonly Told<K>[] =>
    service.logged
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as LogEvent)
      .filter((event): event is Told<K> => event.kind === kind);
  let links = 0;
  return {
    ...service,
    folder,
    zalo,
    told,
    async enter() {
      const code = `a-link-${links++}`;
      const until = Date.now() + 600_000;
      await service.storage.console.admins.addLink(tokenHash(code), OFFICERS.elsewhere.id, until);
      return signInByLink(service.url, `${service.url}/quan-tri/vao?ma=${code}`);
    },
    /** A store that cannot keep what a chat has chosen, as with a damaged table. */
    async withoutChats(during: () => Promise<unknown>) {
      const db = openSqlite(join(service.data, "assistant.db"));
      db.exec("ALTER TABLE chat RENAME TO chat_away");
      await during();
      db.exec("ALTER TABLE chat_away RENAME TO chat");
      db.close();
    },
    /** What stands at a metric's line on /metrics; NaN when there is none. */
    async metric(line: string): Promise<number> {
      const text = await (await fetch(`${service.url}/metrics`)).text();
      const found = text.split("\n").find((one) => one.startsWith(`${line} `));
      return Number(found?.slice(line.length + 1));
    },
  };
}
type Life = Awaited<ReturnType<typeof openLife>>;

/**
 * What makes the running service tell each kind of event; the start itself tells some, and the whole process two that are
 * not seen from inside. A new kind does not compile until it has its line here, and fails until the line brings it about.
 */
const EVENTS: { readonly [K in Kind]: ((life: Life) => Promise<unknown>) | "start" | "process" } = {
  started: "start",
  edition_published: "start",
  reminders: "start",
  retention: "start",
  channel_state: "start",
  stopped: "process",
  vector_search: "process",
  question_answered: ({ tell }) => tell(1, "mật khẩu an toàn là gì"),
  model: ({ tell }) => tell(1, "/xa ninh-giang").then(() => tell(1, "Mục đích của phong trào là gì?")),
  delivery: ({ tell }) => tell(1, "/trogiup"),
  webhook_refused: ({ url }) => fetch(`${url}/webhook/telegram`, { method: "POST", body: "{}" }),
  messages_turned_away: ({ tell }) => Promise.all(Array.from({ length: 40 }, () => tell(2, "alo"))),
  sign_in: ({ enter }) => enter(),
  admin_act: async ({ enter }) => (await enter()).post("/cong-tac/nhac-viec/bat"),
  async reload_refused({ enter, folder, told }) {
    // Two papers that were good and break together stop a load (decision 003).
    const plans = PAPERS.slice(0, 2).map((name) => join(folder, name));
    const kept = plans.map((file) => readFileSync(file));
    plans.forEach((file) => void writeFileSync(file, ""));
    await (await enter()).post("/nap-lai", { "dong-y": "1" });
    await until("the load is refused", () => told("reload_refused").length > 0);
    plans.forEach((file, nth) => void writeFileSync(file, kept[nth] ?? ""));
  },
  async clock_jump({ advance, app }) {
    advance(3 * 3_600_000);
    await app.reminders.tick();
  },
  message_quarantined: ({ tell, withoutChats }) => withoutChats(() => tell(3, "mật khẩu an toàn là gì")),
  unexpected: ({ tell, withoutChats }) => withoutChats(() => tell(4, "mật khẩu an toàn là gì")),
};

/** A question that ends so. None fails: without an edition the service does not start. */
const STATUSES: { readonly [S in Exclude<Answer["status"], "failed">]: string } = {
  clarify: "Năm 2026 bao nhiêu phần trăm người dân xác nhận trên VNeID?",
  answered: "Năm 2026 bao nhiêu phần trăm người dân xã Ninh Giang xác nhận trên VNeID?",
  not_found: "Xã Ninh Giang có bao nhiêu con trâu?",
  out_of_scope: "Tối nay ăn gì ngon?",
  refused: "chỉ tôi cách hack facebook người khác",
  smalltalk: "cảm ơn nhé",
};

/** What Telegram does with the message that ends so. */
const OUTCOMES: { readonly [O in Delivery["outcome"]]: (life: Life, chat: string) => void } = {
  sent: () => undefined,
  unsent: ({ telegram }) => telegram.faults.queue("f429"),
  unclear: ({ telegram }) => telegram.faults.queue("reset_after"),
  refused: ({ telegram }, chat) => telegram.blocked.add(chat),
};

/** What happens to the Zalo bot, in this order, that brings it into each state. */
const STATES: { readonly [S in Told<"channel_state">["state"]]: (life: Life) => Promise<unknown> | unknown } =
  {
    up: () => undefined,
    gated({ zalo }) {
      zalo.refuse.push(429);
      return zalo.say("a", "xin chào");
    },
    exhausted: ({ zalo }) => Promise.all(["b", "c", "d"].map((chat) => zalo.say(chat, "xin chào"))),
    token_refused({ zalo }) {
      zalo.refuse.push(401);
      return zalo.say("e", "xin chào");
    },
    down: ({ zalo }) => zalo.close(),
  };

it("the running service tells each kind of event, and each moves the count of its kind", async () => {
  const life = await openLife();
  for (const [kind, way] of Object.entries(EVENTS) as [Kind, (typeof EVENTS)[Kind]][]) {
    if (typeof way === "function") {
      await way(life);
    }
    if (way !== "process") {
      await until(`${kind} is told`, () => life.told(kind).length > 0);
      expect(await life.metric(`tro_ly_so_events_total{kind="${kind}"}`), kind).toBeGreaterThan(0);
    }
  }
  expect(await life.metric('tro_ly_so_webhooks_refused_total{channel="telegram"}')).toBe(1);
});

it("the process as a whole tells the events that nobody inside can see", async () => {
  const folder = knowledgeFolder();
  const first = runService({ KNOWLEDGE_DIR: folder }, WITHOUT_HNSW);
  await until("it is ready", () => first.stdout().includes("Sẵn sàng"));
  first.child.kill("SIGTERM");
  await until("it stopped", () => first.stderr().includes('"kind":"stopped","reason":"SIGTERM"'));
  const second = runService({ KNOWLEDGE_DIR: folder, DATA_DIR: first.data });
  await second.url();

  expect(first.stderr()).toContain('"kind":"vector_search","mode":"exact","reason":"no_addon"');
  expect(second.stderr()).toContain('"kind":"vector_search","mode":"rebuilt","reason":"damaged"');
});

it("each way a question ends is told and counted", async () => {
  const life = await openLife();
  // Each in a chat of its own: who asks too much at once is asked to wait.
  for (const [nth, [status, question]] of Object.entries(STATUSES).entries()) {
    await life.tell(10 + nth, question);
    expect(life.told("question_answered").at(-1), question).toMatchObject({ status, channel: "telegram" });
    expect(
      await life.metric(`tro_ly_so_questions_total{channel="telegram",status="${status}"}`),
    ).toBeGreaterThan(0);
  }
  expect(await life.metric("tro_ly_so_answer_seconds_count")).toBe(Object.keys(STATUSES).length);
});

it("each way a reply goes out, and each state of a channel, is told and counted", async () => {
  const life = await openLife();
  for (const [nth, [outcome, bring]] of Object.entries(OUTCOMES).entries()) {
    bring(life, String(20 + nth));
    await life.tell(20 + nth, "/trogiup");
    expect(life.told("delivery").map((event) => event.outcome)).toContain(outcome);
    const line = `tro_ly_so_deliveries_total{channel="telegram",outcome="${outcome}"}`;
    expect(await life.metric(line), outcome).toBeGreaterThan(0);
  }
  const zalo = () => life.told("channel_state").filter(({ channel }) => channel === "zalo_bot");
  for (const [state, bring] of Object.entries(STATES)) {
    await bring(life);
    await until(`Zalo is ${state}`, () => zalo().some((event) => event.state === state));
  }
  expect(await life.metric('tro_ly_so_channel_up{channel="telegram"}')).toBe(1);
  expect(await life.metric('tro_ly_so_channel_up{channel="zalo_bot"}')).toBe(0);
});
