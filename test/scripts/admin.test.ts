import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeHash } from "../../src/domain/people.ts";
import { runScript } from "../support/command.ts";
import { temporaryFolder } from "../support/folder.ts";
import { chat, openTestStorage } from "../support/storage.ts";

const OFFICER = [
  "--name",
  "Nguyễn Văn A",
  "--role",
  "officer",
  "--locality",
  "thanh-thuy",
  "--unit",
  "Công an xã",
];

describe("npm run admin", () => {
  it("makes an officer and a code that is shown once, kept only as a hash, and works once", async () => {
    const { dir, storage } = await openTestStorage();

    const { code, stdout } = await runScript("admin.ts", ["invite", ...OFFICER, "--data", dir]);

    expect(code).toBe(0);
    const shown = /^\/ketnoi ([0-9A-Z-]+)$/mu.exec(stdout)?.[1] ?? "";
    expect(shown.replace(/-/gu, "")).toHaveLength(26);
    for (const name of ["assistant.db", "assistant.db-wal"]) {
      expect(readFileSync(join(dir, name)).includes(shown)).toBe(false);
    }
    const typed = ` ${shown.toLowerCase().replace(/-/gu, " ").replace(/0/gu, "o").replace(/1/gu, "l")} `;
    expect(await storage.people.redeem(codeHash(typed), chat("a"), Date.now())).toMatchObject({
      name: "Nguyễn Văn A",
      role: "officer",
      unit: "Công an xã",
    });
    expect(await storage.people.redeem(codeHash(shown), chat("b"), Date.now())).toBe("unknown");

    const list = await runScript("admin.ts", ["list", "--data", dir]);
    expect(list.stdout).toMatch(
      /^cb-[0-9a-f]{8} \| Nguyễn Văn A \| officer \| thanh-thuy \| Công an xã \| telegram$/mu,
    );

    const id = list.stdout.slice(0, 11);
    expect((await runScript("admin.ts", ["revoke", id, "--data", dir])).code).toBe(0);
    expect(await storage.people.officerOf(chat("a"))).toBeNull();
  });

  it.each([
    [
      "an unknown role",
      ["invite", "--name", "A", "--role", "chủ tịch", "--locality", "x"],
      /--role must be one of/u,
    ],
    [
      "no unit for an officer",
      ["invite", "--name", "A", "--role", "head", "--locality", "x"],
      /belongs to a unit/u,
    ],
    ["no name", ["invite", "--role", "admin", "--locality", "x"], /needs --name/u],
    ["an unknown officer", ["revoke", "cb-0"], /no officer cb-0/u],
    ["nothing to do", [], /Say what to do/u],
  ])("refuses %s in one sentence", async (_, args, sentence) => {
    const { code, stderr } = await runScript("admin.ts", [...args, "--data", temporaryFolder()]);
    expect(code).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
