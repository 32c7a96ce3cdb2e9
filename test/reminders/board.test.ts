import { describe, expect, it } from "vitest";
import { approved, person, report } from "./make.ts";
import { live, openOffice } from "./office.ts";

const an = person("an");
const tasks = [approved("a", { kind: "by", date: "2026-12-10" }), approved("b", { kind: "ongoing" })];

describe("an officer's board", () => {
  it("is posted once and edited in place when something changes, also after a restart", async () => {
    const office = await openOffice("2026-12-02", "09:00", { tasks, officers: [an] });
    office.configure({ boardChannels: ["telegram"] });
    office.answer(() => ({ outcome: "sent", messageId: "77" }));
    let reminders = await office.begin();
    await reminders.tick();
    expect(office.sent.map((one) => one.editOf)).toEqual([null]);
    expect(office.texts()[0]).toContain("Bảng việc");

    await office.die();
    reminders = await office.begin();
    office.facts.progress = [report("a", "an", "done", "2026-12-02")];
    await reminders.changed();
    await reminders.tick();

    expect(office.sent.map((one) => one.editOf)).toEqual([null, "77"]);
    expect(office.texts()[1]).not.toContain("Việc a");
  });

  it("is not posted a second time on the same day when nobody knows whether the first arrived", async () => {
    const office = await openOffice("2026-12-02", "09:00", { tasks: tasks.slice(1), officers: [an] });
    office.configure({ boardChannels: ["telegram"] });
    office.answer(() => ({ outcome: "unclear", code: "timeout" }));
    const reminders = await office.begin();

    await live(office, reminders, { day: "2026-12-02", time: "18:00" }, 3_600_000);
    expect(office.sent).toHaveLength(1);
    await live(office, reminders, { day: "2026-12-03", time: "09:00" }, 3_600_000);
    expect(office.sent).toHaveLength(2);
  });
});
