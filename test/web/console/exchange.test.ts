import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepNoLonger } from "../../../src/office/retention.ts";
import { type ConsoleSetting, OFFICERS, openConsoleSetting } from "../../support/console-setting.ts";

const DAY_MS = 86_400_000;
const CCCD = "001085012345";

let setting: ConsoleSetting;

beforeAll(async () => {
  setting = await openConsoleSetting();
});

afterAll(() => setting.close());

const newest = async () => (await setting.storage.console.asked.since(0))[0]?.id ?? 0;

describe("the exchange around a question", () => {
  it("shows what was asked, understood, answered and cited, the mark, and what a person replied", async () => {
    const { cookie } = await setting.say("/xa Thanh Thủy");
    await setting.say("năm 2026 bao nhiêu phần trăm người dân trưởng thành xác nhận phổ cập", cookie);
    const id = await newest();
    await setting.say("👎", cookie);
    await setting.say("sai số liệu", cookie);
    const handed = await setting.say("/gapcanbo Bao giờ có số liệu mới?", cookie);
    const code = /HT-[0-9A-Z]{5}/u.exec(handed.said)?.[0] ?? "";
    await setting.say("Bể bơi công cộng ở đâu?", (await setting.say("xin chào")).cookie);
    const leader = await setting.signIn(OFFICERS.leader);
    await leader.post(`/gap-can-bo/${code}/tra-loi`, { loi: "Cuối quý này." });

    const text = await (await leader.get(`/cau-hoi/${id}`)).text();
    expect(text).toContain("bao nhiêu phần trăm người dân trưởng thành");
    expect(text).toContain("intent: target");
    expect(text).toContain("70%");
    expect(text).toMatch(/Nguồn:[\s\S]*Kế hoạch của UBND xã Thanh Thủy, mục/u);
    expect(text).toContain("Sai số liệu");
    expect(text).toContain(code);
    expect(text).toContain("Cuối quý này.");
    expect(text).not.toContain("Bể bơi");
    expect(await (await leader.get("/cau-hoi")).text()).toContain(`/quan-tri/cau-hoi/${id}`);
  });

  it("is closed to leaders and admins of another place, in the page and in what stands around", async () => {
    const { cookie } = await setting.say("/xa Thanh Thủy");
    await setting.say("lớp học buổi tối ở đâu zkhoa", cookie);
    const own = await newest();
    await setting.say("/xa Ninh Giang", cookie);
    await setting.say("lớp học buổi sáng ở đâu zkmai", cookie);
    const elsewhere = await setting.signIn(OFFICERS.elsewhere);

    expect((await elsewhere.get(`/cau-hoi/${own}`)).status).toBe(403);
    const page = await elsewhere.get(`/cau-hoi/${await newest()}`);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain("zkhoa");
    expect((await elsewhere.get("/cau-hoi/999999")).status).toBe(404);
  });

  it("holds nothing of what was masked, and ends with the days set", async () => {
    const { cookie } = await setting.say(`căn cước ${CCCD} của tôi dùng để làm gì`);
    const refused = await newest();
    await setting.say("lớp học xóa mù ở đâu zktan", cookie);
    const id = await newest();
    const leader = await setting.signIn(OFFICERS.leader);

    expect(await (await leader.get(`/cau-hoi/${refused}`)).text()).not.toContain(CCCD);
    expect((await setting.storage.console.asked.exchange(refused, 1))?.questions[0]?.trace).toBeNull();
    expect(await (await leader.get(`/cau-hoi/${id}`)).text()).toContain("zktan");

    const clock = { now: () => setting.clock.now() + 31 * DAY_MS, mono: () => 0 };
    await keepNoLonger({ storage: setting.storage, days: 30, clock });
    const after = await setting.storage.console.asked.exchange(id, DAY_MS);
    expect(after?.questions).toHaveLength(1);
    expect(after?.questions[0]).toMatchObject({ text: "", trace: null });
    expect(await (await leader.get(`/cau-hoi/${id}`)).text()).not.toContain("zktan");
  });
});
