import { describe, expect, it } from "vitest";
import { MARK } from "../../src/vietnamese/wording/officers/reminders.ts";
import { approved, person, report } from "./make.ts";
import { live, openOffice } from "./office.ts";

const an = person("an");
const due = (id: string, date = "2026-12-10", at = "2026-11-20") => approved(id, { kind: "by", date }, at);
const link = (officer: string, channel: "telegram" | "zalo_bot") => ({
  officer,
  key: { channel, chat: `${officer} ${channel}` },
  active: true,
});
const both = [link("an", "telegram"), link("an", "zalo_bot")];

describe("an ordinary day", () => {
  it("sends each reminder once, at its moment, with its source, and the plan stays quiet afterwards", async () => {
    const office = await openOffice("2026-12-02", "17:00", { tasks: [due("a")], officers: [an] });
    const reminders = await office.begin();

    await live(office, reminders, { day: "2026-12-10", time: "20:00" }, 1_800_000);

    expect(office.sent.map((one) => new Date(one.at).toISOString())).toEqual([
      "2026-12-03T01:00:00.000Z",
      "2026-12-07T01:00:00.000Z",
      "2026-12-09T01:00:00.000Z",
      "2026-12-10T01:00:00.000Z",
    ]);
    expect(office.texts()[0]).toContain("còn 7 ngày (hạn thứ Năm 10/12/2026)");
    expect(office.texts()[0]).toContain("Nguồn: ke-hoach, mục IV.1");
    expect(office.texts()[3]).toContain("hôm nay là ngày cuối");
    expect(await reminders.reconcile()).toMatchObject({ added: 0, superseded: 0, moved: 0, broken: [] });
    expect(await reminders.undelivered()).toEqual([]);
  });

  it("says nothing about a task that was finished a second before", async () => {
    const office = await openOffice("2026-12-02", "17:00", { tasks: [due("a"), due("b")], officers: [an] });
    const reminders = await office.begin();
    office.clock.passTo("2026-12-03", "07:59");
    await reminders.tick();

    office.facts.progress = [report("a", "an", "done", "2026-12-02")];
    await reminders.changed();
    await live(office, reminders, { day: "2026-12-03", time: "09:00" });

    expect(office.texts()).toHaveLength(1);
    expect(office.texts()[0]).toContain("Việc b");
  });

  it("holds what falls into quiet hours and gives one digest above the hourly cap", async () => {
    const tasks = ["a", "b", "c", "d", "e"].map((id) => due(id));
    const office = await openOffice("2026-12-02", "17:00", { tasks, officers: [an] });
    const reminders = await office.begin();

    await live(office, reminders, { day: "2026-12-03", time: "10:00" });

    expect(office.texts()).toHaveLength(1);
    expect(office.texts()[0]).toContain("Tổng hợp 5 việc");
    for (const id of ["a", "b", "c", "d", "e"]) {
      expect(office.texts()[0]).toContain(`Việc ${id}`);
    }
    expect(await office.book().contradictions()).toEqual([]);
  });
});

describe("what a send may come to", () => {
  it("never retries what may have arrived: one marked copy after a while, preferably on another channel", async () => {
    const office = await openOffice("2026-12-02", "17:00", {
      tasks: [due("a")],
      officers: [an],
      links: both,
    });
    office.answer((one) =>
      one.channel === "telegram"
        ? { outcome: "unclear", code: "reset" }
        : { outcome: "sent", messageId: "z" },
    );
    const reminders = await office.begin();

    office.clock.passTo("2026-12-03", "08:00");
    await reminders.tick();
    expect((await reminders.listFor("an"))[0]).toMatchObject({
      reason: "chưa rõ đã nhận",
      needsPerson: false,
    });
    office.clock.pass(60_000);
    await reminders.tick();
    expect(office.sent).toHaveLength(1);
    office.clock.pass(60_000);
    await reminders.tick();

    expect(office.sent.map((one) => one.channel)).toEqual(["telegram", "zalo_bot"]);
    expect(office.sent[1]?.text.startsWith(MARK)).toBe(true);
    expect(await reminders.undelivered()).toEqual([]);
  });

  it("stops at one copy: a second doubt goes to a person", async () => {
    const office = await openOffice("2026-12-02", "17:00", { tasks: [due("a")], officers: [an] });
    office.answer(() => ({ outcome: "unclear", code: "timeout" }));
    const reminders = await office.begin();

    await live(office, reminders, { day: "2026-12-03", time: "20:00" });

    expect(office.sent).toHaveLength(2);
    expect(await reminders.undelivered()).toHaveLength(1);
    expect((await reminders.undelivered())[0]).toMatchObject({ needsPerson: true });
    await reminders.markTold((await reminders.undelivered())[0]!.row.key, "quan");
    expect(await reminders.undelivered()).toEqual([]);
  });

  it("makes no copy when the officer says it arrived", async () => {
    const office = await openOffice("2026-12-02", "17:00", { tasks: [due("a")], officers: [an] });
    office.answer(() => ({ outcome: "unclear", code: "timeout" }));
    const reminders = await office.begin();
    office.clock.passTo("2026-12-03", "08:00");
    await reminders.tick();

    expect(await reminders.confirm("an", "a")).toBe(1);
    await live(office, reminders, { day: "2026-12-03", time: "20:00" });

    expect(office.sent).toHaveLength(1);
    expect(await reminders.undelivered()).toEqual([]);
  });

  it("keeps the gate of a channel over a restart, for every message of it", async () => {
    const officers = [an, person("ba", { unit: "Văn phòng" })];
    const tasks = [
      due("a"),
      approved("b", { kind: "by", date: "2026-12-10" }, "2026-11-20", { lead: ["Văn phòng"] }),
    ];
    const office = await openOffice("2026-12-02", "17:00", { tasks, officers });
    let asked = 0;
    office.configure({ workers: 1 });
    office.answer(() => {
      asked += 1;
      return { outcome: "unsent", code: "429", retryAfterMs: 240_000, gate: true };
    });
    await office.begin();
    office.clock.passTo("2026-12-03", "08:00");
    let reminders = await office.begin();
    await reminders.tick();
    expect(asked).toBe(1);

    await office.die();
    reminders = await office.begin();
    office.clock.pass(230_000);
    await reminders.tick();
    expect(asked).toBe(1);

    office.answer(() => ({ outcome: "sent", messageId: "1" }));
    office.clock.pass(20_000);
    await reminders.tick();
    expect(office.sent).toHaveLength(2);
  });

  it("rests a quarter of an hour, then an hour, when a refusal names no time, and takes the other channel", async () => {
    const office = await openOffice("2026-12-02", "17:00", {
      tasks: [due("a")],
      officers: [an],
      links: [link("an", "zalo_bot"), link("an", "telegram")],
    });
    office.answer((one) =>
      one.channel === "zalo_bot"
        ? { outcome: "unsent", code: "429", retryAfterMs: null, gate: true }
        : { outcome: "sent", messageId: "1" },
    );
    const reminders = await office.begin();

    office.clock.passTo("2026-12-03", "08:00");
    await reminders.tick();
    await reminders.tick();

    expect(office.sent.map((one) => one.channel)).toEqual(["telegram"]);
    expect((await office.book().gates()).find((gate) => gate.channel === "zalo_bot")).toMatchObject({
      strikes: 1,
    });
  });

  it("leaves a channel whose monthly quota is gone and tells the admin", async () => {
    const quan = person("quan", { role: "admin", unit: null });
    const tasks = Array.from({ length: 3 }, (_, index) => due(`t${index}`));
    const office = await openOffice("2026-12-02", "17:00", {
      tasks,
      officers: [an, quan],
      links: [link("an", "zalo_bot"), link("an", "telegram"), link("quan", "telegram")],
    });
    office.configure({ monthlyCaps: { zalo_bot: 2 } });
    const reminders = await office.begin();

    await live(office, reminders, { day: "2026-12-03", time: "09:00" });

    const an_ = office.sent.filter((one) => one.chat.startsWith("an"));
    expect(an_.map((one) => one.channel)).toEqual(["zalo_bot", "zalo_bot", "telegram"]);
    expect(office.texts().some((text) => text.includes("đã hết hạn mức tháng"))).toBe(true);
  });

  it("goes to the second channel after two tries that provably failed, or when the chat is closed", async () => {
    const office = await openOffice("2026-12-02", "17:00", {
      tasks: [due("a")],
      officers: [an],
      links: both,
    });
    office.answer((one) =>
      one.channel === "telegram"
        ? { outcome: "unsent", code: "ECONNREFUSED", retryAfterMs: null, gate: false }
        : { outcome: "sent", messageId: "1" },
    );
    const reminders = await office.begin();
    office.clock.passTo("2026-12-03", "08:00");
    await live(office, reminders, { day: "2026-12-03", time: "08:01" }, 5000);
    expect(office.sent.map((one) => one.channel)).toEqual(["zalo_bot"]);

    office.answer((one) =>
      one.channel === "telegram"
        ? { outcome: "refused", code: "403", scope: "chat" }
        : { outcome: "sent", messageId: "1" },
    );
    await live(office, reminders, { day: "2026-12-07", time: "08:10" });
    expect(office.sent.map((one) => one.channel)).toEqual(["zalo_bot", "zalo_bot"]);
    expect(office.refusedChats).toEqual(["telegram an telegram"]);
  });

  it("goes to the officer's other chat of the same channel when one is closed, for the reminder at hand", async () => {
    const links = ["mot", "hai"].map((chat) => ({
      officer: "an",
      key: { channel: "telegram" as const, chat },
      active: true,
    }));
    const office = await openOffice("2026-12-02", "17:00", { tasks: [due("a")], officers: [an], links });
    office.answer((one) => {
      if (one.chat !== "mot") {
        return { outcome: "sent", messageId: "1" };
      }
      // As the service does for a chat that is closed.
      office.facts.links = links.slice(1);
      return { outcome: "refused", code: "403", scope: "chat" };
    });
    const reminders = await office.begin();
    await live(office, reminders, { day: "2026-12-03", time: "08:10" });
    expect(office.sent.map((one) => one.chat)).toEqual(["hai"]);
    expect(office.refusedChats).toEqual(["telegram mot"]);
  });

  it("shows with its reason what no channel can take", async () => {
    const office = await openOffice("2026-12-02", "17:00", { tasks: [due("a")], officers: [an], links: [] });
    const reminders = await office.begin();

    await live(office, reminders, { day: "2026-12-03", time: "09:00" });

    expect(office.sent).toEqual([]);
    expect(await reminders.undelivered()).toHaveLength(1);
    expect((await reminders.undelivered())[0]?.reason).toContain("chưa liên kết kênh");
  });

  it("does not use Zalo OA outside its reply window", async () => {
    const office = await openOffice("2026-12-02", "17:00", {
      tasks: [due("a")],
      officers: [an],
      links: [
        { officer: "an", key: { channel: "zalo_oa", chat: "1" }, active: true },
        link("an", "telegram"),
      ],
    });
    const reminders = await office.begin();

    await live(office, reminders, { day: "2026-12-03", time: "09:00" });

    expect(office.sent.map((one) => one.channel)).toEqual(["telegram"]);
  });
});
