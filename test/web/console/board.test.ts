import { afterAll, beforeAll, expect, it } from "vitest";
import { type ConsoleSetting, OFFICERS, openConsoleSetting } from "../../support/console-setting.ts";

let setting: ConsoleSetting;

beforeAll(async () => {
  setting = await openConsoleSetting();
});

afterAll(() => setting.close());

it("the board says what came of the work, what is in the way and where the photos are", async () => {
  const leader = await setting.signIn(OFFICERS.leader);
  const page = async () => (await leader.get("/bang-viec")).text();
  const ids = [...(await page()).matchAll(/href="\/quan-tri\/nhiem-vu\/([^"]+)"/gu)].map(([, id]) =>
    decodeURIComponent(id ?? ""),
  );
  const tasks = [...new Set(ids)].filter((id) => /VI\.1_gạch_[13]~/u.test(id));
  const [finished = "", stuck = ""] = tasks;

  const word = { officer: OFFICERS.officer.id, ownDate: null, at: setting.clock.now() } as const;
  const done = { ...word, task: finished, state: "done", note: "đã mở 3 lớp, 90 người" } as const;
  await setting.storage.tasks.report({ ...done, evidence: "telegram:anh-1 telegram:anh-2" });
  await setting.storage.tasks.report({
    ...word,
    task: stuck,
    state: "doing",
    note: null,
    percent: 40,
    obstacle: "chưa có kinh phí",
    evidence: null,
  });

  const shown = await page();
  expect(shown).toMatch(/đã mở 3 lớp, 90 người/u);
  expect(shown).toMatch(/đạt 40%; vướng: chưa có kinh phí/u);
  const photos = [...shown.matchAll(/href="\/quan-tri(\/nhiem-vu\/[^"]+\/anh\/[0-9a-f]{16})"/gu)];
  expect(photos).toHaveLength(2);

  // Telegram is not set up here: the photo cannot be had, and that is said.
  const photo = await leader.get(photos[0]?.[1] ?? "");
  expect(await photo.text()).toContain("Ảnh không còn lấy được từ kênh đã gửi.");
  const elsewhere = await setting.signIn(OFFICERS.elsewhere);
  expect((await elsewhere.get(photos[0]?.[1] ?? "")).status).toBe(403);
});
