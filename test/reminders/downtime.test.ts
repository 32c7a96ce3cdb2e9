import { describe, expect, it } from "vitest";
import { addDays } from "../../src/vietnamese/text/dates.ts";
import { approved, person, report } from "./make.ts";
import { live, openOffice } from "./office.ts";

const DAY = 86_400_000;
const units = ["Phòng Kinh tế", "Văn phòng", "Công an xã", "Đoàn Thanh niên"];
const officers = [
  ...units.map((unit, index) => person(`o${index}`, { unit })),
  person("chu", { role: "leader", unit: null }),
];
// Forty reminders fall due while nothing runs: ten tasks for each of four officers.
const forty = Array.from({ length: 40 }, (_, index) =>
  approved(`t${index}`, { kind: "by", date: addDays("2026-12-04", 3 * (index % 5)) }, "2026-11-20", {
    lead: [units[index % 4] ?? ""],
  }),
);

describe("after downtime", () => {
  it("of fifteen days with forty tasks due, each officer gets one digest and every row is explained", async () => {
    const office = await openOffice("2026-12-02", "17:00", { tasks: forty, officers });
    await office.begin();
    await office.die();

    office.clock.passTo("2026-12-17", "09:00");
    const reminders = await office.begin();
    office.clock.pass(60_000);
    await reminders.tick();
    await live(office, reminders, { day: "2026-12-17", time: "20:00" });

    const chats = office.sent.map((one) => one.chat);
    expect(chats.toSorted()).toEqual(["chu", "o0", "o1", "o2", "o3"]);
    expect(office.texts()[0]).toContain("Trong thời gian hệ thống gián đoạn (từ 17:00 ngày 02/12/2026");
    expect(office.texts()[0]).toContain("Đã quá hạn:");
    for (const text of office.texts()) {
      expect(text.length).toBeLessThanOrEqual(2000);
    }
    const past = await office.book().reminders({ dueUntil: office.clock.now() });
    expect(past.filter((row) => row.state === "planned" || row.state === "delivering")).toEqual([]);
    expect(await office.book().contradictions()).toEqual([]);
  });

  it("waits for office hours with the digest", async () => {
    const office = await openOffice("2026-12-02", "17:00", { tasks: forty.slice(0, 4), officers });
    await office.begin();
    await office.die();

    office.clock.passTo("2026-12-05", "10:00");
    const reminders = await office.begin();
    await live(office, reminders, { day: "2026-12-06", time: "20:00" });
    expect(office.sent).toEqual([]);

    await live(office, reminders, { day: "2026-12-07", time: "08:30" });
    expect(office.sent.length).toBeGreaterThan(0);
  });

  it("a death while sending leaves a doubt, a death before it leaves none", async () => {
    const office = await openOffice("2026-12-02", "17:00", { tasks: [forty[0]!, forty[5]!], officers });
    const first = await office.begin();
    await first.stop();
    office.clock.passTo("2026-12-03", "08:00");
    const book = office.book();
    const due = await book.reminders({ dueUntil: office.clock.now(), states: ["planned"] });
    for (const row of due) {
      const to = { channel: "telegram", chat: row.officer, copy: 0, body: '{"text":"x"}' } as const;
      const times = { notBefore: 0, expiresAt: office.clock.now() + DAY };
      await book.enqueue({ reminder: row.key, officer: row.officer, ...to, ...times }, office.clock.now());
    }
    const sending = (await book.claim(office.clock.now()))!;
    await book.open(sending.id, sending.fence, office.clock.now());
    const claimed = (await book.claim(office.clock.now()))!;
    expect(claimed.reminder).not.toBe(sending.reminder);

    await office.die();
    await office.begin();

    expect(await office.book().reminder(sending.reminder)).toMatchObject({
      state: "uncertain",
      why: "died_sending",
    });
    expect((await office.book().reminder(claimed.reminder))?.state).toBe("confirmed");
    expect(office.sent).toHaveLength(1);
  });

  it("a restored backup sends nothing before an admin has looked, and then marks what may have been seen", async () => {
    const office = await openOffice("2026-12-02", "17:00", { tasks: forty.slice(0, 4), officers });
    await office.begin();
    await office.die();
    office.clock.passTo("2026-12-03", "14:00");
    office.facts.restoredAt = office.clock.now();

    await office.begin();
    await office.die();
    const reminders = await office.begin();
    await live(office, reminders, { day: "2026-12-04", time: "09:00" });
    expect(office.sent).toEqual([]);
    expect((await reminders.preview())?.hold.why).toBe("restored");

    await reminders.release("send");
    await reminders.tick();
    await reminders.tick();
    const seen = office.sent.find((one) => one.chat === "o0");
    const fresh = office.sent.find((one) => one.chat === "o1");
    expect(seen?.text.startsWith("Nhắc lại (có thể đồng chí đã nhận)")).toBe(true);
    expect(fresh?.text.startsWith("Nhắc việc")).toBe(true);
    expect(office.facts.restoredAt).toBeNull();
  });

  it("a discarded restore shows what was not sent", async () => {
    const office = await openOffice("2026-12-02", "17:00", { tasks: [forty[0]!], officers });
    await office.begin();
    await office.die();
    office.clock.passTo("2026-12-03", "14:00");
    office.facts.restoredAt = office.clock.now();
    const reminders = await office.begin();

    await reminders.release("discard");
    await reminders.tick();

    expect(office.sent).toEqual([]);
    expect((await reminders.undelivered()).every((one) => one.needsPerson)).toBe(true);
  });
});

describe("a clock that is set", () => {
  it("three days ahead floods nobody: at most one digest for each officer", async () => {
    const office = await openOffice("2026-12-02", "17:00", { tasks: forty, officers });
    const reminders = await office.begin();
    office.clock.pass(5000);
    await reminders.tick();

    office.clock.set(5 * DAY);
    await reminders.tick();
    expect(office.sent).toEqual([]);
    await live(office, reminders, { day: "2026-12-08", time: "08:05" });

    const perChat = new Map<string, number>();
    for (const one of office.sent) {
      perChat.set(one.chat, (perChat.get(one.chat) ?? 0) + 1);
    }
    expect(Math.max(...perChat.values())).toBe(1);
    expect(office.events.some((event) => event.kind === "clock_jump")).toBe(true);
  });

  it("two hours back after sending says nothing twice, and does not wait for the old time", async () => {
    const office = await openOffice("2026-12-02", "17:00", { tasks: forty, officers });
    const reminders = await office.begin();
    office.clock.passTo("2026-12-04", "10:30");
    await reminders.tick();
    await live(office, reminders, { day: "2026-12-04", time: "11:00" });
    const before = office.sent.length;
    expect(before).toBeGreaterThan(0);

    office.clock.set(-2 * 3_600_000);
    await live(office, reminders, { day: "2026-12-04", time: "20:00" });

    expect(office.sent).toHaveLength(before);
  });
});

describe("the reconciler", () => {
  it("does not remind a newcomer of what was owed before, and ends the reminders of who left", async () => {
    const office = await openOffice("2026-12-02", "17:00", { tasks: forty.slice(0, 1), officers });
    const reminders = await office.begin();
    await live(office, reminders, { day: "2026-12-03", time: "10:00" });

    office.facts.officers = [...officers, person("moi", { unit: units[0] ?? "" })];
    await reminders.changed();
    expect(await office.book().reminders({ officer: "moi", dueUntil: office.clock.now() })).toEqual([]);

    office.facts.officers = officers.map((officer) => ({ ...officer, active: false }));
    await reminders.changed();
    expect(await office.book().reminders({ states: ["planned"] })).toEqual([]);
  });

  it("brings a reminder back when its reason comes back", async () => {
    const office = await openOffice("2026-12-02", "17:00", { tasks: forty.slice(0, 1), officers });
    const reminders = await office.begin();
    const planned = async () =>
      (await office.book().reminders({ states: ["planned"], officer: "o0" })).length;
    const before = await planned();

    office.facts.progress = [report("t0", "o0", "done", "2026-12-02")];
    await reminders.changed();
    expect(await planned()).toBe(0);
    office.facts.progress = [report("t0", "o0", "doing", "2026-12-02")];
    await reminders.changed();
    expect(await planned()).toBe(before);
  });

  it("asks one question about many deadlines that were past, and acts on the answer", async () => {
    const old = Array.from({ length: 12 }, (_, index) =>
      approved(`c${index}`, { kind: "by", date: "2025-10-30" }, "2026-12-02", { lead: ["Văn phòng"] }),
    );
    const quan = person("quan", { role: "admin", unit: null });
    const office = await openOffice("2026-12-02", "08:00", { tasks: [], officers: [...officers, quan] });
    const reminders = await office.begin();
    office.clock.pass(3_700_000);
    office.facts.tasks = old;
    await reminders.changed();

    await live(office, reminders, { day: "2026-12-02", time: "17:00" });

    expect(office.sent.map((one) => one.chat)).toEqual(["quan"]);
    expect(await reminders.decide({ task: "c0", choice: "remind", by: "quan" })).toBe(true);
    const next = await office.book().reminders({ states: ["planned"], officer: "o1" });
    expect(next.map((row) => row.kind)).toContain("overdue");
  });
});
