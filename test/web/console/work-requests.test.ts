import { afterAll, beforeAll, expect, it } from "vitest";
import { type ConsoleSetting, OFFICERS, openConsoleSetting } from "../../support/console-setting.ts";

let setting: ConsoleSetting;

beforeAll(async () => {
  setting = await openConsoleSetting();
});

afterAll(() => setting.close());

it("a request is decided on the board, once, by somebody of its own place", async () => {
  const { storage, clock } = setting;
  const live = await storage.knowledge.current();
  const task = live?.edition.documents.find(({ id }) => id === "thanh-thuy")?.tasks[0];
  const asked = {
    kind: "extension",
    task: task?.id ?? "",
    period: null,
    by: OFFICERS.officer.id,
    locality: "thanh-thuy",
    until: "2026-12-20",
    to: null,
    note: "chờ kinh phí",
    at: clock.now(),
  } as const;
  const number = await storage.requests.ask(asked);
  await storage.requests.ask({ ...asked, kind: "handover", until: null, note: "" });
  const leader = await setting.signIn(OFFICERS.leader);
  const elsewhere = await setting.signIn(OFFICERS.elsewhere);
  const board = async () => (await leader.get("/bang-viec")).text();

  const page = await board();
  expect(page).toContain("Đề nghị chờ quyết định (2)");
  expect(page).toMatch(
    /Phạm Thị Cán \(Phòng Văn hóa - Xã hội\) xin lùi hạn đến 20\/12\/2026[\s\S]*chờ kinh phí/u,
  );
  expect(page).toContain(`/quan-tri/de-nghi/thanh-thuy/${number}/duyet`);
  expect(page).toContain("Chưa nêu đơn vị nhận");

  expect((await elsewhere.post(`/de-nghi/thanh-thuy/${number}/duyet`)).status).toBe(403);
  await elsewhere.post(`/de-nghi/ninh-giang/${number}/duyet`);
  expect((await storage.requests.find(number))?.decision).toBeNull();

  await leader.post(`/de-nghi/thanh-thuy/${number}/duyet`);
  await leader.post(`/de-nghi/thanh-thuy/${number}/tra-lai`);
  expect(await storage.requests.find(number)).toMatchObject({
    decision: "granted",
    decidedBy: OFFICERS.leader.id,
  });
  expect(await board()).toContain("Đề nghị chờ quyết định (1)");
});
