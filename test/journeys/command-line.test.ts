import { describe, expect, it } from "vitest";
import { runScript } from "../support/command.ts";
import { openOfficeSetting } from "../support/office-setting.ts";

const DAY = "2025-10-23";
const [ADMIN, OFFICER] = [101, 202];
const CODES = /#[A-Z]+-[0-9A-Z]{4,}/gu;

describe("what is decided on the command line while the service runs", () => {
  it("is noticed at the next round, not at the next hour", async () => {
    const office = await openOfficeSetting("tuyen-quang", DAY, "09:00");
    await office.join(ADMIN, "admin", "tuyen-quang", null);
    await office.join(OFFICER, "officer", "tuyen-quang", "Ủy ban nhân dân tỉnh");
    const [code = ""] = (await office.ask(OFFICER, "việc nào phải xong trước 30/10/2025")).match(CODES) ?? [];
    await office.reminders().tick();
    const looked = () => office.events.filter((event) => event.kind === "reminders");
    const before = looked().length;
    await office.reminders().tick();
    expect(looked()).toHaveLength(before);

    const places = ["--knowledge", office.folder, "--data", office.data];
    // The service lives on a made day, its command line on the real one: the decision names its own.
    const by = ["--by", "Nguyễn Văn A", "--on", DAY];
    const decision = ["--review", "--approve", code, ...by];
    expect(await runScript("tasks.ts", [...decision, ...places])).toMatchObject({ code: 0 });
    await office.reminders().tick();
    expect(looked().at(-1)).not.toMatchObject({ added: 0 });

    const undone = ["--review", "--reject", code, ...by];
    await runScript("tasks.ts", [...undone, ...places]);
    await office.reminders().tick();
    expect(looked().at(-1)).not.toMatchObject({ superseded: 0 });

    const revoked = await runScript("admin.ts", ["revoke", `cb-${OFFICER}`, ...places]);
    expect(revoked.code).toBe(0);
    expect(await office.ask(OFFICER, "/viec")).not.toContain(code);
  });
});
