import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Edition, ReloadReport } from "../../../src/domain/knowledge.ts";
import { openOfficeFileService } from "../../../src/office/office-files.ts";
import {
  type ConsoleSetting,
  fieldOf,
  OFFICERS,
  openConsoleSetting,
  type Visitor,
} from "../../support/console-setting.ts";
import { testEdition } from "../../support/conversation.ts";
import { understandLines } from "../../support/understand-lines.ts";

let setting: ConsoleSetting;
let admin: Visitor;

beforeAll(async () => {
  setting = await openConsoleSetting();
  admin = await setting.signIn(OFFICERS.admin);
});

afterAll(() => setting.close());

const text = (name: string) => readFileSync(join(setting.folder, name), "utf8");

async function opened(name: string) {
  return fieldOf(await (await admin.get(`/du-lieu/${name}`)).text(), "goc");
}

const post = async (name: string, body: string, more: Record<string, string> = {}) =>
  admin.post(`/du-lieu/${name}`, { "noi-dung": body, goc: await opened(name), ...more });

/** The service over the same folder, with a reload that ends as told. */
function serviceWith(
  ends: readonly (() => Promise<ReloadReport>)[],
  defaultLocality: string | null = null,
  edition: Edition | null = null,
) {
  let nth = 0;
  return openOfficeFileService({
    knowledge: {
      current: () =>
        edition === null
          ? null
          : { live: { edition, vectors: null, embedder: null }, answering: null as never },
      reload: () => Promise.reject(new Error("not asked for")),
      activate: () => Promise.resolve(),
      progress: () => ({ running: false, phase: null, done: 0, total: 0 }),
      lastReport: () => null,
      isChosen: async () => false,
      reloadAnew: () => ends[nth++]?.() ?? Promise.reject(new Error("once too often")),
    },
    people: setting.storage.people,
    folder: setting.folder,
    dataDir: setting.data,
    defaultLocality,
    clock: setting.clock,
    changed: async () => {},
  });
}

describe("a data file", () => {
  it("is only shown, not saved, at the first press", async () => {
    const before = text("vocabulary.yaml");
    const changed = before.replace("cccd: căn cước công dân", "cccd: căn cước\n  zk: chữ thử");
    const page = await (await post("vocabulary.yaml", changed)).text();

    expect(page).toContain("Thêm: abbreviations: zk (chữ thử)");
    expect(page).toContain("Sửa abbreviations: cccd: căn cước công dân → căn cước");
    expect(text("vocabulary.yaml")).toBe(before);
  });

  it("names the entries that go, and how many papers named them", async () => {
    const before = text("hotlines.yaml");
    const without = before.replace(/- number: "113"[\s\S]*?(?=- number: "115")/u, "");
    const documents = [
      understandLines("lua-dao", "Bị lừa thì gọi 113 ngay."),
      understandLines("khac", "Gọi 1140 để hỏi."),
    ];
    const effect = await serviceWith([], null, { ...testEdition(), documents }).effect(
      "hotlines.yaml",
      without,
    );

    expect(effect.fault === null && effect.changes).toEqual([
      expect.stringContaining("Bỏ: 113 (name: Công an;"),
      expect.stringContaining("Bỏ: 114 ("),
    ]);
    expect(effect.fault === null && effect.warnings).toEqual([
      expect.stringMatching(/^113 đang được nhắc trong 1 văn bản/u),
    ]);
  });

  it.each([
    ["localities.yaml", "localities: []\n", "danh sách địa phương trống"],
    ["localities.yaml", "- slug: Sai Mã\n  name: x\n  level: commune\n", "mã chỉ gồm"],
    ["units.yaml", "heads: [a\n", "sai cú pháp YAML"],
    ["holidays.yaml", "- date: 30/4/2027\n  name: x\n  kind: off\n  source: y\n", "2026-11-20"],
  ])(
    "%s is refused with the reason when it could not be used, also with the second press",
    async (name, bad, why) => {
      const before = text(name);
      for (const more of [{}, { "dong-y": "1" }]) {
        const response = await post(name, bad, more);
        expect(response.status).toBe(400);
        expect(await response.text()).toContain(why);
      }
      expect(text(name)).toBe(before);
    },
  );

  it("says whom a place taken out of the list leaves without one", async () => {
    const [first = ""] = text("localities.yaml").split(/(?=^ {2}- slug: (?!thanh-thuy))/mu);
    const page = await (await post("localities.yaml", first)).text();

    expect(page).toMatch(/xã Ninh Giang không còn trong danh sách: 1 văn bản và 1 cán bộ/u);
  });

  it("keeps the place that the service needs to start", async () => {
    const service = serviceWith([], "thanh-thuy");
    const without = text("localities.yaml").replace("slug: thanh-thuy", "slug: noi-khac");

    expect((await service.effect("localities.yaml", without)).fault).toMatch(/DEFAULT_LOCALITY/u);
  });

  it("is saved over nobody else's change", async () => {
    const mark = await opened("links.yaml");
    const before = text("links.yaml");
    writeFileSync(join(setting.folder, "links.yaml"), `${before}# người khác sửa\n`);
    const response = await admin.post("/du-lieu/links.yaml", {
      "noi-dung": before,
      goc: mark,
      "dong-y": "1",
    });

    expect(response.status).toBe(409);
    expect(text("links.yaml")).toContain("người khác sửa");
  });

  it("keeps the last good texts, ten of them, and never a broken one", async () => {
    const good = text("holidays.yaml");
    const fine = (): Promise<ReloadReport> =>
      Promise.resolve({
        outcome: "unchanged",
        edition: "e",
        documents: 1,
        passages: { added: 0, removed: 0, unchanged: 0 },
        unread: [],
        findings: [],
        changes: [],
        vectors: "none",
        seconds: 0,
      });
    const service = serviceWith(Array.from({ length: 13 }, () => fine));
    for (let nth = 0; nth < 12; nth++) {
      setting.clock.advance(1000);
      await service.save("holidays.yaml", `${good}# ${nth}\n`);
    }
    const kept = await service.versions("holidays.yaml");
    expect(kept).toHaveLength(10);
    expect(await service.version("holidays.yaml", kept[0] ?? 0)).toBe(`${good}# 10\n`);

    writeFileSync(join(setting.folder, "holidays.yaml"), "- hỏng");
    await service.save("holidays.yaml", good);
    expect(await service.versions("holidays.yaml")).toEqual(kept);
  });

  it.each([
    [
      "is refused",
      () => Promise.resolve({ outcome: "refused", reason: "hỏng.", unread: [], seconds: 0 } as const),
    ],
    ["dies", () => Promise.reject(new Error("disk"))],
  ])(
    "is put back to its last good text when the load %s",
    async (_what, end: () => Promise<ReloadReport>) => {
      const good = text("units.yaml");
      const report = await serviceWith([end]).save("units.yaml", `${good}# mới\n`);

      expect(report.outcome === "refused" && report.reason).toMatch(/trả về bản trước/u);
      expect(text("units.yaml")).toBe(good);
    },
  );
});
