import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runScript } from "../support/command.ts";
import { temporaryFolder } from "../support/folder.ts";
import { openOfficeSetting } from "../support/office-setting.ts";

const [ADMIN, OFFICER, RESIDENT] = [101, 202, 909];
const CODES = /#[A-Z]+-[0-9A-Z]{4,}/gu;

/** A province with two approved tasks due on 30/10/2025, backed up after the first reminders had gone out. */
async function openBackedUp() {
  const office = await openOfficeSetting("tuyen-quang", "2025-10-20", "09:00");
  await office.join(ADMIN, "admin", "tuyen-quang", null);
  await office.join(OFFICER, "officer", "tuyen-quang", "Ủy ban nhân dân tỉnh");
  const due = await office.ask(OFFICER, "việc nào phải xong trước 30/10/2025");
  const codes = [...new Set(due.match(CODES))].slice(0, 2);
  for (const code of codes) {
    await office.ask(ADMIN, `/duyet co ${code}`, true);
  }
  await office.live("2025-10-23", "10:00");
  const file = join(temporaryFolder(), "sao-luu.db");
  const backup = await runScript("backup.ts", [file, "--data", office.data]);
  return { office, codes, file, backup };
}

describe("a service restored from a backup", () => {
  it("answers, and sends no reminder by itself, however often it is started", async () => {
    const { office, codes, file, backup } = await openBackedUp();
    expect(backup).toMatchObject({ code: 0, stderr: "" });
    expect(office.heard(OFFICER, /^Nhắc việc/u)).toHaveLength(2);
    await office.live("2025-10-27", "10:00");
    const reminded = office.heard(OFFICER, /^Nhắc việc/u).length;
    expect(reminded).toBeGreaterThan(2);
    await office.stop();

    const data = join(temporaryFolder(), "data");
    expect(await runScript("restore.ts", [file, "--data", data])).toMatchObject({ code: 0, stderr: "" });
    const before = office.to(OFFICER).length;
    for (const day of ["2025-10-28", "2025-10-31"]) {
      await office.start(data);
      expect(await office.reminders().hold()).toMatchObject({ why: "restored" });
      await office.live(day, "12:00");
      expect(office.to(OFFICER)).toHaveLength(before);
      await office.stop();
    }

    await office.start(data);
    expect(await office.ask(RESIDENT, "tuyen quang nam 2026 bao nhieu % dan pho cap ky nang so")).toMatch(
      /Nguồn: /u,
    );
    const mine = await office.ask(OFFICER, "/viec");
    for (const code of codes) {
      expect(mine).toContain(code);
    }
    expect(office.heard(OFFICER, /^Nhắc việc/u)).toHaveLength(reminded);

    const waiting = office.to(OFFICER).length;
    await office.reminders().release("send");
    await office.live("2025-10-31", "15:00");
    const told = office
      .to(OFFICER)
      .slice(waiting)
      .filter((one) => !one.text.startsWith("Bảng việc"));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toMatch(/gián đoạn/u);
    await office.stop();
    await office.start(data);
    expect(await office.reminders().hold()).toBeNull();
  });

  it("is not begun from a damaged backup: one sentence says so, and nothing is written", async () => {
    const { file } = await openBackedUp();
    const folder = temporaryFolder();
    const whole = readFileSync(file);
    const torn = join(folder, "dut.db");
    copyFileSync(file, torn);
    truncateSync(torn, Math.floor(whole.length / 2));
    const spoilt = join(folder, "hong.db");
    writeFileSync(
      spoilt,
      whole.fill(0x5a, Math.floor(whole.length / 3), Math.floor(whole.length / 3) + 40_000),
    );

    for (const bad of [torn, spoilt]) {
      const data = join(folder, "data");
      const { code, stdout, stderr } = await runScript("restore.ts", [bad, "--data", data]);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(stderr).toMatch(/^The backup .* is damaged .*Use another one\.$/mu);
      expect(existsSync(join(data, "assistant.db"))).toBe(false);
    }
  });
});
