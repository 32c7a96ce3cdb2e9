import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeHash, type Officer } from "../../src/domain/people.ts";
import type { Reminder } from "../../src/domain/reminder.ts";
import { openSqlite } from "../../src/storage/embedded/database/sqlite.ts";
import { chat, message, openTestStorage } from "../support/storage.ts";
import { openService, rawFiles } from "./service.ts";

const CHAT = 770_011_223_344;
const OTHER = 880_011_223_344;
const ADMIN: Officer = {
  id: "cb-admin",
  name: "Trần Thị Quản",
  role: "admin",
  locality: "ninh-giang",
  unit: null,
  active: true,
};
const CANARIES = ["zkhoaquynhmot", "zkhoaquynhhai", "zkhoaquynhba", "zkhoaquynhbon", String(CHAT)];

type Service = Awaited<ReturnType<typeof openService>>;

/** Reminders that were sent to the chat, are to be sent to it, and are being sent to it. */
async function addDeliveries({ storage }: Service, officer: string): Promise<void> {
  const book = storage.reminders;
  const now = Date.now();
  await book.boot("a life of the test", now);
  const add = async (name: string, notBefore: number, expiresAt: number) => {
    const reminder: Reminder = {
      key: `canary|${name}`,
      kind: "notice",
      task: null,
      officer,
      rule: "notice",
      deadline: null,
      dueAt: now,
      usefulUntil: now + 3_600_000,
    };
    await book.reconcile({ add: [reminder], supersede: [], move: [], revive: [] }, now);
    const body = JSON.stringify({ text: `Việc zkhoaquynhba ${name}` });
    const to = { reminder: reminder.key, officer, channel: "telegram", chat: String(CHAT), copy: 0 } as const;
    await book.enqueue({ ...to, body, notBefore, expiresAt }, now);
  };
  await add("sent", now, now + 3_600_000);
  const claimed = await book.claim(now);
  await book.open(claimed?.id ?? 0, claimed?.fence ?? 0, now);
  await book.close(
    claimed?.id ?? 0,
    claimed?.fence ?? 0,
    { state: "sent", messageId: "zkhoaquynhbon" },
    null,
    now,
  );
  await add("waiting", now + 1_800_000, now + 3_600_000);
}

describe("/xoadulieu", () => {
  it("leaves no byte of the chat in the database or its log, whatever was kept of it, and touches no other", async () => {
    const service = await openService();
    await service.storage.people.save(ADMIN);
    await service.storage.people.invite(ADMIN.id, codeHash("ma-moi-thu"), Date.now() + 60_000);
    await service.tell(CHAT, "/start");
    await service.tell(CHAT, "/ketnoi sai-ma");
    await service.tell(CHAT, "/ketnoi ma-moi-thu");
    await service.tell(CHAT, "zkhoaquynhmot là gì ở xã Ninh Giang");
    await service.tell(CHAT, "/gapcanbo zkhoaquynhhai nhờ cán bộ trả lời");
    await service.tell(OTHER, "zkhonglienquan là gì");
    await addDeliveries(service, ADMIN.id);
    await service.storage.reminders.setNote(
      `board ${ADMIN.id}`,
      JSON.stringify({ channel: "telegram", chat: String(CHAT), messageId: "1", hash: "", day: "" }),
    );
    const before = rawFiles(service.data);
    expect(CANARIES.filter((canary) => !before.includes(canary))).toEqual([]);

    service.advance(60_000); // a person who writes too fast is asked to wait, also with this
    expect(await service.tell(CHAT, "/xoadulieu")).toMatch(/Đã xóa/u);

    await service.storage.chats.forgetBefore(0); // empties the log, as every hour
    const after = rawFiles(service.data);
    expect(CANARIES.filter((canary) => after.includes(canary))).toEqual([]);
    expect(after.includes("zkhonglienquan")).toBe(true);
    expect(await service.storage.people.links(ADMIN.id)).toEqual([]);
    expect((await service.storage.reminders.deliveries("canary|sent"))[0]).toMatchObject({
      state: "sent",
      chat: "",
    });
    expect(await service.storage.reminders.contradictions()).toEqual([]);

    await service.stop();
    const stopped = rawFiles(service.data);
    expect(CANARIES.filter((canary) => stopped.includes(canary))).toEqual([]);
  });

  it("also takes back what officers were told of, saw and answered", async () => {
    const service = await openService();
    await service.storage.people.save({ ...ADMIN, role: "officer", unit: "Phòng Văn hóa - Xã hội" });
    await service.storage.people.invite(ADMIN.id, codeHash("ma-moi-thu"), Date.now() + 60_000);
    await service.tell(OTHER, "/ketnoi ma-moi-thu");
    await service.tell(CHAT, "/xa Ninh Giang");
    await service.tell(CHAT, "zkhoaquynhmot là gì");
    await service.tell(CHAT, "👎");
    await service.tell(CHAT, "/gapcanbo zkhoaquynhhai nhờ cán bộ trả lời");
    const code = (await service.storage.console.handOvers.since(0))[0]?.code ?? "";
    expect(await service.storage.reminders.reminder(`asked|${code}|${ADMIN.id}`)).not.toBeNull();
    service.advance(60_000);
    expect(await service.tell(OTHER, "/hoidap")).toContain("zkhoaquynhhai");
    expect(await service.tell(OTHER, `/traloi ${code}`)).toContain("zkhoaquynhhai");
    expect(await service.tell(OTHER, `/traloi ${code} Mời ông bà đến thứ bảy.`)).toMatch(/Đã gửi/u);
    expect(CANARIES.slice(0, 2).filter((canary) => rawFiles(service.data).includes(canary))).toHaveLength(2);

    service.advance(60_000);
    expect(await service.tell(CHAT, "/xoadulieu")).toMatch(/Đã xóa/u);
    await service.storage.chats.forgetBefore(0);
    const after = rawFiles(service.data);
    expect([...CANARIES.slice(0, 2), String(CHAT)].filter((canary) => after.includes(canary))).toEqual([]);
    expect(await service.tell(OTHER, "/hoidap")).toMatch(/Không có câu hỏi nào/u);
  });

  it("lets the web page show nothing of what was said before", async () => {
    const service = await openService();
    const headers = { "content-type": "application/json" };
    const ask = (text: string, cookie = "") =>
      fetch(`${service.url}/api/chat`, {
        method: "POST",
        headers: { ...headers, cookie },
        body: JSON.stringify({ text }),
      });
    const first = await ask("zkhoaquynhmot là gì");
    const cookie = first.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const seen = async () =>
      (
        (await (await fetch(`${service.url}/api/chat?after=0`, { headers: { cookie } })).json()) as {
          replies: unknown[];
        }
      ).replies;
    expect((await seen()).length).toBeGreaterThan(1);
    await ask("/xoadulieu", cookie);

    expect(await seen()).toHaveLength(1);
    expect(rawFiles(service.data).includes("zkhoaquynhmot")).toBe(false);
  });

  it("is finished by the next log emptying when a reader held the log open", async () => {
    const service = await openService();
    await service.tell(CHAT, "zkhoaquynhmot là gì");
    const reader = openSqlite(join(service.data, "assistant.db"), { readonly: true });
    reader.exec("BEGIN");
    reader.prepare("SELECT count(*) FROM inbox").get();
    await service.tell(CHAT, "/xoadulieu");
    reader.exec("COMMIT");
    reader.close();
    await service.storage.chats.forgetBefore(0);

    expect(rawFiles(service.data).includes("zkhoaquynhmot")).toBe(false);
  });

  it("does not keep the service from starting when it dies between deleting and answering", async () => {
    const { storage, openAgain } = await openTestStorage();
    await storage.inbox.store(message("1", "a", "/xoadulieu"), 1);
    await storage.inbox.store(message("2", "a", "còn đây"), 2);
    await storage.inbox.take();
    await storage.chats.forget(chat("a"));
    const restarted = await openAgain();

    expect((await restarted.inbox.take())?.text).toBe("còn đây");
    expect(await restarted.inbox.take()).toBeNull();
  });
});
