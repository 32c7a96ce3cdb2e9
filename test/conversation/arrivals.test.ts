import { describe, expect, it } from "vitest";
import { openArrivals } from "../../src/conversation/inbox/flood-control.ts";
import { openService, SECRET } from "../privacy/service.ts";

const flooder = { channel: "telegram", chat: "666" } as const;

describe("a person who floods", () => {
  it("is taken again at the pace of one in two seconds, whoever else writes", () => {
    const arrivals = openArrivals();
    const taken = (times: number, at: number) =>
      Array.from({ length: times }, () => arrivals.take(flooder, at)).filter(Boolean).length;

    expect(taken(100, 1_000)).toBe(30);
    expect(taken(100, 2_999)).toBe(0);
    expect(taken(100, 3_000)).toBe(1);
    expect(arrivals.take({ ...flooder, channel: "web" }, 3_000)).toBe(true);
    expect(arrivals.take({ ...flooder, chat: "7" }, 3_000)).toBe(true);
    expect(taken(100, 63_000)).toBe(30);
  });

  it("is told once, costs no rows, and is acknowledged; others are answered", async () => {
    const service = await openService({}, () => 0);
    let update = 10_000;
    const post = (chat: number) => {
      update += 1;
      const from = { id: chat, type: "private", is_bot: false, first_name: "An" };
      const date = Math.floor(Date.now() / 1000);
      return fetch(`${service.url}/webhook/telegram`, {
        method: "POST",
        headers: { "x-telegram-bot-api-secret-token": SECRET },
        body: JSON.stringify({
          update_id: update,
          message: { message_id: update, date, chat: from, from, text: "alo" },
        }),
      });
    };

    const statuses = await Promise.all(Array.from({ length: 300 }, () => post(666)));
    expect(await service.tell(7, "đặt mật khẩu thế nào cho an toàn")).not.toBe("");

    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([200]));
    const kept = service.rows("SELECT count(*) AS n FROM inbox WHERE chat = '666'")[0]?.n;
    expect(kept).toBe(30);
    const told = service.telegram.delivered.filter(
      ({ chat, text }) => chat === "666" && /nhanh quá/u.test(text),
    );
    expect(told).toHaveLength(1);
    expect(service.logged.filter((line) => line.includes("messages_turned_away"))).toHaveLength(1);
  });
});
