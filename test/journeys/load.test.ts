import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { ReloadReport } from "../../src/domain/knowledge.ts";
import { openStorage } from "../../src/storage/open.ts";
import { squeeze } from "../../src/vietnamese/text/normalise.ts";
import { fixedClock } from "../support/clock.ts";
import { runScript } from "../support/command.ts";
import { temporaryFolder, writeFiles } from "../support/folder.ts";

const knowledge = fileURLToPath(new URL("../../knowledge", import.meta.url));
const PLANS = ["dien-khanh", "ninh-giang", "phuong-03-kh-du", "thanh-thuy", "tuyen-quang"];

const ingest = (...args: readonly string[]) => runScript("ingest.ts", args);

describe("npm run ingest", () => {
  it("loads the five plans and the guides, every quote true to its paper, and then finds nothing new", async () => {
    const data = temporaryFolder();
    const first = await ingest("--knowledge", knowledge, "--data", data, "--json");
    expect(first.code).toBe(0);
    const report = JSON.parse(first.stdout) as ReloadReport;
    expect(report).toMatchObject({ outcome: "published", unread: [], vectors: "hnsw" });

    const storage = await openStorage({ dir: data }, fixedClock(), () => {});
    const live = await storage.knowledge.current();
    await storage.close();
    const documents = live?.edition.documents ?? [];
    expect(documents.filter((document) => document.guide === null).map((document) => document.id)).toEqual(
      PLANS,
    );
    expect(documents.length).toBeGreaterThanOrEqual(13);
    expect(live?.vectors?.size).toBe(documents.flatMap((document) => document.passages).length);
    for (const document of documents.filter(({ guide }) => guide === null)) {
      const source = squeeze(document.sourceText);
      const untrue = document.passages.filter((passage) => !source.includes(squeeze(passage.quote)));
      expect(untrue).toEqual([]);
      expect(document.tasks.length).toBeGreaterThan(0);
    }

    const second = await ingest("--knowledge", knowledge, "--data", data, "--json");
    expect(JSON.parse(second.stdout)).toMatchObject({
      outcome: "unchanged",
      passages: { added: 0, removed: 0 },
    });
    expect(second.stdout.trim().split("\n")).toHaveLength(1);
  });

  it("takes a new paper in, names a broken one, and says both in Vietnamese", async () => {
    const [folder, data] = [temporaryFolder(), temporaryFolder()];
    cpSync(join(knowledge, "localities.yaml"), join(folder, "localities.yaml"));
    mkdirSync(join(folder, "plans"));
    cpSync(join(knowledge, "plans/thanh-thuy.txt"), join(folder, "plans/thanh-thuy.txt"), {
      preserveTimestamps: true,
    });
    writeFiles(folder, {
      "plans/hong.pdf": "%PDF-1.7 cụt",
      "plans/anh.png": Buffer.from([0x89, 0x50, 0x4e, 0x47]),
    });

    const { code, stdout } = await ingest("--knowledge", folder, "--data", data);

    expect(code).toBe(0);
    expect(stdout).toMatch(/^Đã nạp xong: bản [0-9a-f]{12}, 1 văn bản/u);
    expect(stdout).toMatch(/Không đọc được \(2\):\n {2}- plans\/anh.png: .+\n {2}- plans\/hong.pdf: .+/u);
  });

  it.each([
    ["safety.yaml", "groups: []\nurgent: sai", /- safety\.yaml: mục "/u],
    ["safety.yaml", "groups: [", /- safety\.yaml: không đọc được/u],
    ["holidays.yaml", "- date: 2/9", /- holidays\.yaml: dòng 1/u],
    ["localities.yaml", "- slug: Xã", /localities\.yaml, dòng 1/u],
  ])("names %s once and ends with code 1 when it cannot be used", async (file, content, line) => {
    const [folder, data] = [temporaryFolder(), temporaryFolder()];
    mkdirSync(join(folder, "plans"));
    for (const name of ["localities.yaml", "plans/thanh-thuy.txt"]) {
      cpSync(join(knowledge, name), join(folder, name), { preserveTimestamps: true });
    }
    writeFiles(folder, { [file]: content });

    const { code, stdout } = await ingest("--knowledge", folder, "--data", data);

    expect(code).toBe(1);
    expect(stdout).toMatch(line);
    expect(stdout.split("\n").filter((one) => one.split(file).length > 2)).toEqual([]);
  });

  it("ends with code 1 when no paper at all can be read", async () => {
    const [folder, data] = [temporaryFolder(), temporaryFolder()];
    cpSync(join(knowledge, "localities.yaml"), join(folder, "localities.yaml"));
    writeFiles(folder, { "plans/hong.pdf": "%PDF-1.7 cụt" });

    const { code, stdout } = await ingest("--knowledge", folder, "--data", data);

    expect(code).toBe(1);
    expect(stdout).toMatch(/plans\/hong\.pdf: .+/u);
  });

  it.each([
    [
      "the knowledge folder is missing",
      (dir: string) => ["--knowledge", join(dir, "none")],
      /thư mục kiến thức/u,
    ],
    [
      "the data folder is a file",
      (dir: string) => {
        writeFileSync(join(dir, "tep"), "");
        return ["--data", join(dir, "tep")];
      },
      /^The data folder .* cannot be made/u,
    ],
    [
      "the database is damaged",
      (dir: string) => {
        writeFileSync(join(dir, "assistant.db"), "x".repeat(9000));
        return ["--data", dir];
      },
      /assistant.db is damaged or not a database .*npm run restore/u,
    ],
    ["an option is unknown", () => ["--nhanh"], /Unknown option '--nhanh'/u],
  ])("ends in one clear sentence and code 1 when %s", async (_, args, sentence) => {
    const dir = temporaryFolder();
    const { code, stdout, stderr } = await ingest("--data", join(dir, "data"), ...args(dir));
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toMatch(sentence);
    expect(`${stdout}${stderr}`).not.toMatch(/^\s+at /mu);
  });

  it("works beside a running service, which serves the new edition at its next question", async () => {
    const [folder, data] = [temporaryFolder(), temporaryFolder()];
    cpSync(join(knowledge, "localities.yaml"), join(folder, "localities.yaml"));
    mkdirSync(join(folder, "guides"));
    cpSync(join(knowledge, "guides/vneid-cai-dat.md"), join(folder, "guides/vneid-cai-dat.md"));
    const service = await openStorage({ dir: data }, fixedClock(), () => {});
    try {
      expect((await ingest("--knowledge", folder, "--data", data)).code).toBe(0);
      const before = await service.knowledge.current();
      expect(before?.edition.documents.map((document) => document.id)).toEqual(["vneid-cai-dat"]);

      cpSync(join(knowledge, "guides/vneid-kich-hoat.md"), join(folder, "guides/vneid-kich-hoat.md"));
      rmSync(join(folder, "guides/vneid-cai-dat.md"));
      expect((await ingest("--knowledge", folder, "--data", data)).code).toBe(0);
      const after = await service.knowledge.current();
      expect(after?.edition.documents.map((document) => document.id)).toEqual(["vneid-kich-hoat"]);
      expect(before?.edition.documents.map((document) => document.id)).toEqual(["vneid-cai-dat"]);
    } finally {
      await service.close();
    }
  });
});
