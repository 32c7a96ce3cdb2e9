import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ReloadReport } from "../../src/domain/knowledge.ts";
import { reload } from "../../src/knowledge/ingest/ingest.ts";
import { type Embedder, ModelError } from "../../src/ports/models.ts";
import type { Storage } from "../../src/ports/storage.ts";
import { openStorage } from "../../src/storage/open.ts";
import { fixedClock } from "../support/clock.ts";
import { wordEmbedder } from "../support/embedder.ts";
import { temporaryFolder, writeFiles } from "../support/folder.ts";
import { lineReaders } from "../support/understand-lines.ts";

const LOCALITIES = "- { slug: thanh-thuy, name: xã Thanh Thủy, level: commune, province: tỉnh Phú Thọ }\n";

interface World {
  readonly folder: string;
  readonly storage: Storage;
  readonly read: readonly string[];
  readonly embedder: ReturnType<typeof wordEmbedder>;
  write(files: Readonly<Record<string, string>>): void;
  load(embedder?: Embedder | null): Promise<ReloadReport>;
}

async function world(files: Readonly<Record<string, string>>): Promise<World> {
  const folder = temporaryFolder();
  const clock = fixedClock();
  const storage = await openStorage({ dir: temporaryFolder() }, clock, () => {});
  onTestFinished(() => storage.close());
  const readers = lineReaders();
  const embedder = wordEmbedder();
  writeFiles(folder, { "localities.yaml": LOCALITIES, ...files });
  return {
    folder,
    storage,
    embedder,
    read: readers.read,
    write: (more) => writeFiles(folder, more),
    load: (chosen = embedder) =>
      reload({
        ...readers,
        checkSafety,
        folder,
        storage: storage.knowledge,
        openEmbedder: async () => chosen,
        clock,
      }),
  };
}

function checkSafety(text: string): void {
  if (text.includes("sai")) {
    throw new Error("safety.yaml: sai");
  }
}

const outOfReach: Embedder = {
  ...wordEmbedder(32, "words-3"),
  embed: () => Promise.reject(new ModelError("unreachable", "no route")),
};

async function textsOf(storage: Storage): Promise<readonly string[]> {
  const live = await storage.knowledge.current();
  return (
    live?.edition.documents.flatMap((document) => document.passages.map((passage) => passage.text)) ?? []
  );
}

function published(report: ReloadReport) {
  if (report.outcome === "refused") {
    throw new Error(`refused: ${report.reason}`);
  }
  return report;
}

describe("loading the knowledge", () => {
  it("makes one edition of papers and guides, in order, with vectors that find them", async () => {
    const { storage, load, embedder } = await world({
      "plans/b.txt": "Đăng ký tài khoản",
      "plans/a.txt": "Tập huấn\nTuyên truyền",
      "guides/c.md": "Cài VNeID",
    });

    const report = published(await load());

    expect(report).toMatchObject({ outcome: "published", documents: 3, unread: [], vectors: "hnsw" });
    expect(report.passages).toEqual({ added: 4, removed: 0, unchanged: 0 });
    expect(await textsOf(storage)).toEqual(["Tập huấn", "Tuyên truyền", "Đăng ký tài khoản", "Cài VNeID"]);
    const live = await storage.knowledge.current();
    const [vector] = await embedder.embed(["Đăng ký tài khoản"]);
    expect(live?.vectors?.search(vector!, 1)[0]?.label).toBe(2);
  });

  it("neither reads nor embeds again what is unchanged", async () => {
    const { load, read, embedder, write } = await world({ "plans/a.txt": "một\nhai", "plans/b.txt": "ba" });
    await load();
    expect(embedder.embedded).toHaveLength(3);

    const again = published(await load());
    expect(again.outcome).toBe("unchanged");
    expect(again.passages).toEqual({ added: 0, removed: 0, unchanged: 3 });

    write({ "plans/a.txt": "một\nhai sửa\nbốn" });
    const third = published(await load());
    expect(third.passages).toEqual({ added: 2, removed: 1, unchanged: 2 });
    expect(embedder.embedded).toHaveLength(5);
    expect(read.map((path) => path.slice(-5))).toEqual(["a.txt", "b.txt", "a.txt"]);
  });

  it.each([
    ["cannot be read", "HỎNG", /tệp hỏng/u],
    ["makes the program fail", "LỖI", /TypeError: không hiểu/u],
  ])("keeps the last good version of a paper that %s, and takes the rest", async (_, words, reason) => {
    const { load, storage, write } = await world({ "plans/a.txt": "cũ", "plans/b.txt": "ba" });
    await load();

    write({ "plans/a.txt": words, "plans/b.txt": "ba mới", "plans/c.txt": words });
    const report = published(await load());

    expect(await textsOf(storage)).toEqual(["cũ", "ba mới"]);
    expect(report.unread).toEqual([
      { file: "plans/a.txt", reason: expect.stringMatching(reason), keptLastGood: true },
      { file: "plans/c.txt", reason: expect.stringMatching(reason), keptLastGood: false },
    ]);

    write({ "plans/a.txt": "cũ" });
    expect(published(await load()).unread).toHaveLength(1);
  });

  it("understands papers anew without reading them again when an office file changes", async () => {
    const { read, write, load } = await world({ "plans/a.txt": "I: Mở lớp học\n" });
    await load();
    const times = read.length;
    write({ "localities.yaml": `${LOCALITIES}- { slug: binh-minh, name: xã Bình Minh, level: commune }\n` });
    await load();
    expect(read.length).toBe(times);
    write({ "plans/a.txt": "I: Mở lớp học buổi tối\n" });
    await load();
    expect(read.length).toBe(times + 1);
  });

  it("takes what can be read at the very first load, however much cannot", async () => {
    const { load, storage } = await world({
      "plans/a.txt": "HỎNG",
      "plans/b.txt": "HỎNG",
      "plans/c.txt": "được",
    });
    expect(published(await load()).unread).toHaveLength(2);
    expect(await textsOf(storage)).toEqual(["được"]);
  });

  it("publishes nothing when many papers that were good break at once", async () => {
    const { load, storage, write } = await world({
      "plans/a.txt": "a",
      "plans/b.txt": "b",
      "plans/c.txt": "c",
    });
    await load();
    write({ "plans/a.txt": "HỎNG", "plans/b.txt": "HỎNG", "plans/c.txt": "c mới" });

    const report = await load();

    expect(report).toMatchObject({ outcome: "refused", reason: expect.stringContaining("2 trong 3") });
    expect(await textsOf(storage)).toEqual(["a", "b", "c"]);
  });

  it("withdraws a paper that is gone and says so", async () => {
    const { load, storage, folder } = await world({ "plans/a.txt": "a", "plans/b.txt": "b" });
    await load();
    rmSync(join(folder, "plans/b.txt"));
    expect(published(await load()).changes).toEqual(["Bỏ văn bản b: b"]);
    expect(await textsOf(storage)).toEqual(["a"]);
  });

  it("names changed deadlines and units, old and new", async () => {
    const { load, write } = await world({
      "plans/a.txt": "IV.1: Mở lớp | Phòng Văn hóa | Tháng 7/2025\nIV.2: Báo cáo | Văn phòng | hằng tháng",
    });
    await load();
    write({
      "plans/a.txt": "IV.1: Mở lớp | Phòng Văn hóa | Tháng 9/2025\nIV.2: Báo cáo | Công an xã | hằng tháng",
    });
    expect(published(await load()).changes).toEqual([
      'a, mục IV.1: thời hạn "Tháng 7/2025" đổi thành "Tháng 9/2025"',
      'a, mục IV.2: đơn vị chủ trì "Văn phòng" đổi thành "Công an xã"',
    ]);
  });

  it("reads neither of two files that claim one id, and keeps what was good", async () => {
    const { load, storage, write } = await world({ "plans/a.txt": "a", "plans/b.txt": "b" });
    await load();
    write({ "plans/a.md": "a khác" });
    const report = published(await load());
    expect(report.unread).toEqual([
      { file: "plans/a.md, plans/a.txt", reason: expect.stringContaining("trùng mã"), keptLastGood: true },
    ]);
    expect(await textsOf(storage)).toEqual(["a", "b"]);
  });

  it("names a broken data file with its line and keeps the data in force", async () => {
    const { load, storage, write } = await world({
      "plans/a.txt": "a",
      "hotlines.yaml": "- { number: 0999, name: A, use: B, source: C, date: 2025 }\n",
    });
    await load();
    write({ "hotlines.yaml": "- number: 1022\n  name: [A\n", "vocabulary.yaml": "teencode:\n  ko: không\n" });

    const report = published(await load());

    expect(report.unread).toEqual([
      {
        file: "hotlines.yaml",
        reason: expect.stringMatching(/^dòng \d+: sai cú pháp YAML/u),
        keptLastGood: true,
      },
    ]);
    const live = await storage.knowledge.current();
    expect(live?.edition.hotlines[0]?.number).toBe("0999");
    expect(live?.edition.vocabulary.teencode).toEqual({ ko: "không" });
  });

  it("keeps the guard's words in force when safety.yaml cannot be used", async () => {
    const { load, storage, write } = await world({ "plans/a.txt": "a", "safety.yaml": "tốt" });
    await load();
    write({ "safety.yaml": "sai", "plans/a.txt": "b" });
    expect(published(await load()).unread).toEqual([
      { file: "safety.yaml", reason: "sai", keptLastGood: true },
    ]);
    expect((await storage.knowledge.current())?.edition.safety).toBe("tốt");
  });

  it("takes localities as a list or under their own name, and names of levels in Vietnamese", async () => {
    const { load, storage } = await world({
      "plans/a.txt": "a",
      "localities.yaml":
        "localities:\n  - { slug: a, name: phường Hà Đông, level: phường, province: null }\n",
    });
    await load();
    expect((await storage.knowledge.current())?.edition.localities).toEqual([
      {
        slug: "a",
        name: "phường Hà Đông",
        shortName: "Hà Đông",
        level: "ward",
        province: null,
        otherNames: [],
        contacts: [],
      },
    ]);
  });

  it.each([
    ["an empty localities.yaml", { "localities.yaml": "" }, /localities/u],
    [
      "a locality without a slug",
      { "localities.yaml": "\n- name: xã A\n  level: commune\n" },
      /dòng 2: mục "0.slug"/u,
    ],
    [
      "an unknown level",
      { "localities.yaml": "- slug: a\n  name: xã A\n  level: huyện\n" },
      /dòng 3: mục "0.level"/u,
    ],
    ["one slug twice", { "localities.yaml": `${LOCALITIES}${LOCALITIES}` }, /dòng 2: .*hai lần/u],
  ])("refuses the first load with %s", async (_, files, reason) => {
    const { load, storage } = await world({ "plans/a.txt": "a", ...(files as Record<string, string>) });
    expect(await load()).toMatchObject({ outcome: "refused", reason: expect.stringMatching(reason) });
    expect(await storage.knowledge.current()).toBeNull();
  });

  it("refuses a folder that is not there, and one with nothing to read", async () => {
    const { load, folder } = await world({});
    expect(await load()).toMatchObject({
      outcome: "refused",
      reason: expect.stringContaining("Không có văn bản"),
    });
    rmSync(folder, { recursive: true });
    expect(await load()).toMatchObject({
      outcome: "refused",
      reason: expect.stringContaining("Không đọc được thư mục"),
    });
  });

  it("answers by words alone while the embedder is out of reach, and embeds when it is back", async () => {
    const { load, storage } = await world({ "plans/a.txt": "a" });
    expect(published(await load(outOfReach))).toMatchObject({
      vectors: "none",
      notes: [expect.stringContaining("véc-tơ")],
    });
    expect((await storage.knowledge.current())?.vectors).toBeNull();
    expect(published(await load(outOfReach)).outcome).toBe("unchanged");
    expect(published(await load())).toMatchObject({ outcome: "published", vectors: "hnsw" });
  });

  it("keeps the vectors of an unchanged edition while the embedder is out of reach", async () => {
    const { load, storage, write } = await world({ "plans/a.txt": "a" });
    await load();
    expect(published(await load(outOfReach))).toMatchObject({ outcome: "unchanged", vectors: "hnsw" });
    write({ "plans/a.txt": "a mới" });
    expect(published(await load(outOfReach))).toMatchObject({ outcome: "published", vectors: "none" });
    expect(await textsOf(storage)).toEqual(["a mới"]);
  });

  it("gives two callers at once the same report", async () => {
    const { load } = await world({ "plans/a.txt": "a" });
    const [first, second] = await Promise.all([load(), load()]);
    expect(second).toBe(first);
  });

  it("embeds all anew when the embedder changes", async () => {
    const { load, storage } = await world({ "plans/a.txt": "a\nb" });
    await load();
    const other = wordEmbedder(16, "words-2");
    expect(published(await load(other)).outcome).toBe("published");
    expect(other.embedded).toHaveLength(2);
    expect((await storage.knowledge.current())?.embedder).toBe("words-2");
  });

  it("reads a side file, refuses a broken one and reports one without its paper", async () => {
    const { load, write } = await world({
      "plans/a.txt": "a",
      "plans/a.yaml": "number: 01/KH",
      "plans/x.yaml": "title: x",
    });
    expect(published(await load()).unread.map((each) => each.file)).toEqual(["plans/x.yaml"]);
    write({ "plans/a.yaml": "number: [", "plans/x.txt": "x" });
    expect(published(await load()).unread).toEqual([
      { file: "plans/a.txt", reason: expect.stringContaining("a.yaml"), keptLastGood: true },
    ]);
  });
});
