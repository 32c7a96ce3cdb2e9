import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { backUp, restore } from "../../src/storage/embedded/backup.ts";
import { openStorage } from "../../src/storage/open.ts";
import { fixedClock } from "../support/clock.ts";
import { vectorOf } from "../support/embedder.ts";
import { temporaryFolder } from "../support/folder.ts";
import { edition, message, openTestStorage, silent } from "../support/storage.ts";

const open = (dir: string) => openStorage({ dir }, fixedClock(), silent);

describe("a backup", () => {
  it("made while messages arrive brings everything before it back, in another folder too", async () => {
    const { dir, storage } = await openTestStorage();
    await storage.knowledge.publish(edition("e1", { a: "một\nhai" }));
    const file = join(temporaryFolder(), "sao-luu.db");
    const arriving = Array.from({ length: 50 }, (_, n) => storage.inbox.store(message(`${n}`, "a"), n));

    expect(backUp(dir, file)).toEqual({ file, editions: 1, officers: 0, questions: 0 });
    await Promise.all(arriving);

    const elsewhere = join(temporaryFolder(), "data");
    await restore(file, elsewhere, 77);
    const restored = await open(elsewhere);
    const live = await restored.knowledge.current();
    expect(live?.vectors?.search(vectorOf("hai"), 1)[0]?.label).toBe(1);
    expect(await restored.restoredAt()).toBe(77);
    await restored.acceptRestore();
    expect(await restored.restoredAt()).toBeNull();
    await restored.close();
  });

  it("keeps beside what it replaces, and needs the service to be stopped", async () => {
    const { dir, storage } = await openTestStorage();
    await storage.knowledge.publish(edition("e1", { a: "một" }));
    const file = join(temporaryFolder(), "sao-luu.db");
    backUp(dir, file);
    await storage.knowledge.publish(edition("e2", { a: "hai" }));

    await expect(restore(file, dir, 1)).rejects.toThrow(/Stop it first/u);
    await storage.close();
    const { kept } = await restore(file, dir, 1);

    expect(existsSync(kept ?? "")).toBe(true);
    const restored = await open(dir);
    expect((await restored.knowledge.current())?.edition.id).toBe("e1");
    await restored.close();
  });

  it("is refused when it is damaged, missing, no backup, or would replace a file; nothing is touched", async () => {
    const { dir, storage } = await openTestStorage();
    await storage.knowledge.publish(edition("e1", { a: "dòng\n".repeat(2000) }));
    const folder = temporaryFolder();
    const file = join(folder, "sao-luu.db");
    backUp(dir, file);
    await storage.close();
    const before = readFileSync(join(dir, "assistant.db"));

    expect(() => backUp(dir, file)).toThrow(/exists already/u);
    expect(() => backUp(join(folder, "nowhere"), join(folder, "x.db"))).toThrow(/no database/u);
    truncateSync(file, 20_000);
    await expect(restore(file, dir, 1)).rejects.toThrow(/damaged/u);
    await expect(restore(join(folder, "y.db"), dir, 1)).rejects.toThrow(/no backup/u);
    writeFileSync(join(folder, "z.db"), "");
    await expect(restore(join(folder, "z.db"), dir, 1)).rejects.toThrow(/not a backup/u);

    expect(readFileSync(join(dir, "assistant.db")).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["sao-luu.db", "z.db"]);
  });
});
