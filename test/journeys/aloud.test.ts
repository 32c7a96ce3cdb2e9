import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openOfficeSetting } from "../support/office-setting.ts";

const installed = ["espeak-ng", "opusenc"].every((name) => existsSync(`/usr/bin/${name}`));

describe.runIf(installed)("an answer on Telegram", () => {
  it("is heard when its button is pressed", async () => {
    const office = await openOfficeSetting("ninh-giang", "2025-10-20", "09:00");
    await office.ask(7, "ninh giang nam 2026 bao nhieu % dan pho cap ky nang so");
    expect(
      office
        .to(7)
        .at(-1)
        ?.buttons.map((button) => button.text),
    ).toContain("Đọc to");
    await office.ask(7, "/doc", true);

    expect(office.to(7).at(-1)).toMatchObject({ method: "sendVoice", file: { name: "doc-to.ogg" } });
    expect(office.to(7).at(-1)?.file?.size).toBeGreaterThan(10_000);
  });
});
