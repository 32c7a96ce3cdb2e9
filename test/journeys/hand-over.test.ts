import { describe, expect, it } from "vitest";
import { openStorage } from "../../src/storage/open.ts";
import { signInByLink } from "../support/console-setting.ts";
import { openOfficeSetting } from "../support/office-setting.ts";
import { until } from "../support/receiver.ts";

const [ADMIN, OFFICER, STRANGER, RESIDENT] = [101, 202, 303, 501];
const UNIT = "Phòng Văn hóa - Xã hội";
const QUESTION = "Bao giờ mở lớp cho người khuyết tật ở thôn Ba?";
const CODE = /HT-[0-9A-Z]{5}/u;
const ASKED = /nhờ cán bộ trả lời/u;

type Office = Awaited<ReturnType<typeof openOfficeSetting>>;

async function openCommune(time = "09:00") {
  const office = await openOfficeSetting("ninh-giang", "2026-11-17", time);
  await office.ask(RESIDENT, "/xa Ninh Giang");
  return office;
}

async function appoint(office: Office) {
  await office.join(ADMIN, "admin", "ninh-giang", null);
  await office.join(OFFICER, "officer", "ninh-giang", UNIT);
  await office.join(STRANGER, "officer", "thanh-thuy", UNIT);
}

/** Lets all leave that may leave this day. */
const settled = (office: Office) => office.live("2026-11-17", "20:00");

async function handOver(office: Office, question = QUESTION): Promise<string> {
  const said = await office.ask(RESIDENT, `/gapcanbo ${question}`);
  expect(said).toMatch(/Đã chuyển cho cán bộ/u);
  return CODE.exec(said)?.[0] ?? "";
}

/** The newest link into the console, on this machine's own address. */
function linkIn(office: Office): string {
  const said = office.heard(ADMIN, /vao\?ma=/u).at(-1)?.text ?? "";
  return `http://127.0.0.1:${office.port()}/quan-tri/vao?ma=${/ma=([\w-]+)/u.exec(said)?.[1] ?? ""}`;
}

const told = (office: Office, chat: number, code: string) =>
  office.heard(chat, ASKED).filter((one) => one.text.includes(code));

describe("a resident who rates an answer on Telegram", () => {
  it("presses a button, gives one reason, and the office reads both without a name", async () => {
    const office = await openCommune();
    expect(await office.ask(RESIDENT, "chỉ tiêu năm 2026")).toMatch(/Nguồn:/u);
    const [good, bad] = office.to(RESIDENT).at(-1)?.buttons.slice(-2) ?? [];
    expect([good?.text, bad?.text]).toEqual(["👍 Hữu ích", "👎 Chưa đúng"]);
    expect(await office.ask(RESIDENT, bad?.callback_data ?? "", true)).toMatch(/Chưa đúng ở chỗ nào/u);
    const reason = office.to(RESIDENT).at(-1)?.buttons[0];
    expect(await office.ask(RESIDENT, reason?.callback_data ?? "", true)).toMatch(/ghi lại/u);

    const clock = { now: () => Date.parse("2026-11-17T02:30:00Z"), mono: () => 0 };
    const storage = await openStorage({ dir: office.data, use: "tool" }, clock, () => {});
    const [asked] = await storage.console.asked.since(0);
    await storage.close();
    expect(asked).toMatchObject({ text: "chỉ tiêu năm 2026", good: false, reason: "figures" });
    expect(JSON.stringify(asked)).not.toContain(String(RESIDENT));
  });
});

describe("a resident who asks for a person", () => {
  it("is told that nobody can be reached, and where to go", async () => {
    const office = await openCommune();
    await office.join(STRANGER, "officer", "thanh-thuy", UNIT);
    const said = await office.ask(RESIDENT, `/gapcanbo ${QUESTION}`);

    expect(said).toMatch(/Hiện chưa có cán bộ nào nhận câu hỏi[\s\S]*trụ sở ủy ban/u);
    expect(said).not.toMatch(CODE);
    expect(office.heard(STRANGER, ASKED)).toEqual([]);
  });

  it("reaches the bound people of the place in their own chats, once, without words that could outlive a deletion", async () => {
    const office = await openCommune();
    await appoint(office);
    const code = await handOver(office);
    await until("both notices", () => [ADMIN, OFFICER].every((chat) => told(office, chat, code).length > 0));

    const [notice] = told(office, OFFICER, code);
    expect(notice?.text).toMatch(new RegExp(`/traloi ${code}`, "u"));
    expect(notice?.text).not.toMatch(/khuyết tật/u);
    expect(notice?.buttons.map((button) => button.callback_data)).toEqual([`/traloi ${code}`]);

    expect(await handOver(office)).toBe(code);
    await office.stop();
    await office.start();
    await settled(office);
    expect(told(office, ADMIN, code)).toHaveLength(1);
    expect(told(office, OFFICER, code)).toHaveLength(1);
    expect(office.heard(STRANGER, ASKED)).toEqual([]);
  });

  it("gets the officer's words in the same chat; who comes second is told so", async () => {
    const office = await openCommune();
    await appoint(office);
    const code = await handOver(office);
    expect(await office.ask(OFFICER, "/hoidap")).toMatch(new RegExp(`${code}.*khuyết tật`, "u"));
    expect(await office.ask(OFFICER, `/traloi ${code}`, true)).toMatch(
      /“Bao giờ mở lớp cho người khuyết tật/u,
    );
    expect(await office.ask(OFFICER, `/traloi ${code} Gọi anh Nam 0912345678 nhé`)).toMatch(/chưa gửi đi/u);
    expect(await office.ask(OFFICER, `trả lời ${code}: Thứ bảy này, tại nhà văn hóa.`)).toMatch(/Đã gửi/u);

    const [reply] = office.heard(RESIDENT, /Thứ bảy này/u);
    expect(reply?.text).toMatch(new RegExp(`trả lời \\(mã ${code}\\)`, "u"));
    expect(reply?.text).not.toMatch(/Người 202/u);
    expect(await office.ask(ADMIN, `/traloi ${code} Chủ nhật.`)).toMatch(
      /đã có người trả lời \(Người 202\)/u,
    );
    expect(await office.ask(OFFICER, "/hoidap")).toMatch(/Không có câu hỏi nào/u);
    expect(office.heard(RESIDENT, /Chủ nhật/u)).toEqual([]);
  });

  it("is nobody's business in another place, and residents have no such commands", async () => {
    const office = await openCommune();
    await appoint(office);
    const code = await handOver(office);

    expect(await office.ask(STRANGER, "/hoidap")).toMatch(/Không có câu hỏi nào/u);
    expect(await office.ask(STRANGER, `/traloi ${code} xem thử`)).toMatch(/Không có câu hỏi/u);
    expect(await office.ask(RESIDENT, `/traloi ${code} tự trả lời`)).toMatch(/dành cho cán bộ/u);
  });

  it("wakes nobody at night, and takes the question back with /xoadulieu", async () => {
    const office = await openCommune("22:00");
    await appoint(office);
    const code = await handOver(office);
    await office.ask(RESIDENT, "/xa Ninh Giang");
    const second = await handOver(office, "Có lớp buổi tối không?");
    await office.live("2026-11-17", "23:30");
    expect(office.heard(ADMIN, ASKED)).toEqual([]);

    await office.live("2026-11-18", "08:00");
    expect(told(office, ADMIN, code)).toHaveLength(1);
    expect(told(office, ADMIN, second)).toHaveLength(1);
    await office.ask(RESIDENT, "/xoadulieu");
    expect(await office.ask(ADMIN, "/hoidap")).toMatch(/Không có câu hỏi nào/u);
    expect(await office.ask(ADMIN, `/traloi ${code} Có.`)).toMatch(/Không có câu hỏi/u);
  });

  it("is given to one officer, who alone is told and answers; given again, nobody is told twice", async () => {
    const office = await openCommune();
    await appoint(office);
    await office.ask(RESIDENT, "Bể bơi công cộng mở cửa lúc nào?");
    const clock = { now: () => Date.parse("2026-11-17T02:30:00Z"), mono: () => 0 };
    await office.ask(ADMIN, "/quanly");
    const storage = await openStorage({ dir: office.data, use: "tool" }, clock, () => {});
    const { id } = (await storage.console.asked.since(0))[0] ?? { id: 0 };
    const admin = await signInByLink(`http://127.0.0.1:${office.port()}`, linkIn(office));
    for (const _ of [1, 2]) {
      expect((await admin.post(`/cau-hoi/${id}/giao`, { cho: `cb-${OFFICER}` })).status).toBe(303);
      office.sleepUntil("2026-11-17", "09:20");
    }
    await settled(office);
    const given = office.heard(OFFICER, /được giao trả lời/u);
    const code = CODE.exec(given[0]?.text ?? "")?.[0] ?? "";
    expect(given).toHaveLength(1);
    expect(office.heard(ADMIN, /được giao trả lời|nhờ cán bộ/u)).toEqual([]);

    expect(await office.ask(OFFICER, "/hoidap")).toMatch(/giao cho đồng chí/u);
    expect(await office.ask(OFFICER, `/traloi ${code} Sáu giờ sáng.`)).toMatch(/Đã gửi/u);
    expect(office.heard(RESIDENT, /“Bể bơi công cộng[\s\S]*Sáu giờ sáng/u)).toHaveLength(1);
    expect((await storage.console.admins.audit(3, 0)).map(({ action }) => action)).toEqual([
      "reply_sent",
      "assign",
      "assign",
    ]);
    await storage.close();
  });

  it("is announced at the start when the service died before anybody was told", async () => {
    const office = await openCommune();
    await appoint(office);
    await office.stop();
    const clock = { now: () => Date.parse("2026-11-17T02:30:00Z"), mono: () => 0 };
    const storage = await openStorage({ dir: office.data, use: "tool" }, clock, () => {});
    const chat = { channel: "telegram", chat: String(RESIDENT) } as const;
    const handed = { at: clock.now(), chat, locality: "ninh-giang", question: QUESTION };
    await storage.console.handOvers.open({ ...handed, code: "HT-C0DE1" }, 0);
    await storage.close();
    await office.start();

    await office.live("2026-11-17", "10:00");
    expect(told(office, OFFICER, "HT-C0DE1")).toHaveLength(1);
    await office.stop();
    await office.start();
    await settled(office);
    expect(told(office, OFFICER, "HT-C0DE1")).toHaveLength(1);
  });
});
