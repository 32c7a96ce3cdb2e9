import { describe, expect, it } from "vitest";
import { openOfficeSetting } from "../support/office-setting.ts";

const UNIT = "Ủy ban nhân dân tỉnh";
const [ADMIN, OFFICER, LEADER] = [101, 202, 303];
const CODES = /#[A-Z]+-[0-9A-Z]{4,}/gu;

/** The province's plan on Monday 20/10/2025: four tasks of its committee are due on 30/10. */
async function openProvince() {
  const office = await openOfficeSetting("tuyen-quang", "2025-10-20", "09:00");
  await office.join(ADMIN, "admin", "tuyen-quang", null);
  await office.join(OFFICER, "officer", "tuyen-quang", UNIT);
  const first = await office.ask(OFFICER, "/han 30/10/2025");
  const due = `${first}\n${await office.ask(OFFICER, "xem tiếp")}`;
  const codes = [...new Set(due.match(CODES))];
  return { office, due, codes };
}

describe("an officer's work, from the code to the deadline", () => {
  it("is reminded only of what was approved, answers by button, and is left alone when done", async () => {
    const { office, due, codes } = await openProvince();
    expect(codes).toHaveLength(4);
    expect(due).toMatch(/trước ngày 30\/10\/2025/u);
    const [kept = "", finished = ""] = codes;

    expect(await office.ask(ADMIN, `/duyet ${kept}`)).toMatch(/Nguyên văn: “/u);
    expect(await office.ask(ADMIN, `/duyet co ${kept}`, true)).toMatch(new RegExp(`Đã duyệt ${kept}`, "u"));
    await office.ask(ADMIN, `/duyet co ${finished}`, true);
    expect(await office.ask(OFFICER, `/duyet co ${kept}`)).toMatch(/dành cho lãnh đạo/u);

    await office.live("2025-10-22", "07:00");
    expect(office.heard(OFFICER, /^Nhắc việc/u)).toEqual([]);
    await office.live("2025-10-22", "09:00");
    const reminders = office.heard(OFFICER, /^Nhắc việc/u);
    expect(reminders.map((one) => CODES.exec(one.text)?.[0]).length).toBe(2);
    const first = reminders.find((one) => one.text.includes(kept));
    expect(first?.text).toMatch(/còn 7 ngày \(hạn thứ Tư 29\/10\/2025\)/u);
    expect(first?.text).toMatch(/Nguồn: .*mục IV/u);
    expect(first?.buttons.map((button) => button.callback_data)).toContain(`/danhan ${kept}`);

    expect(await office.ask(OFFICER, `/danhan ${kept}`, true)).toMatch(/đã nhận lời nhắc/u);
    expect(await office.ask(OFFICER, `xong ${finished} đã ban hành`)).toMatch(/Đã ghi: XONG/u);
    expect(await office.send(OFFICER, { photo: [{ file_id: "anh-1", file_size: 10 }] })).toMatch(
      new RegExp(`kèm ảnh vào báo cáo.*${finished}`, "u"),
    );

    await office.live("2025-10-30", "12:00");
    const later = office.heard(OFFICER, /^Nhắc việc/u).slice(2);
    expect(later.every((one) => one.text.includes(kept))).toBe(true);
    // Three days before is a Sunday: the Friday before it.
    expect(later.filter((one) => /còn 5 ngày|còn 1 ngày|ngày cuối/u.test(one.text))).toHaveLength(3);
    expect(later.filter((one) => /quá hạn 1 ngày/u.test(one.text))).toHaveLength(1);
    expect(await office.ask(OFFICER, "quá hạn")).toMatch(new RegExp(kept, "u"));
  });

  it("gets one digest after the machine was off, and an admin is asked about deadlines past at approval", async () => {
    const { office, codes } = await openProvince();
    for (const code of codes) {
      await office.ask(ADMIN, `/duyet co ${code}`, true);
    }
    await office.live("2025-10-21", "12:00");
    const before = office.to(OFFICER).length;
    await office.stop();
    office.sleepUntil("2025-11-05", "09:00");
    await office.start();
    await office.live("2025-11-05", "12:00");

    const messages = office
      .to(OFFICER)
      .slice(before)
      .filter((one) => !/Bảng việc/u.test(one.text));
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).toMatch(/gián đoạn \(từ .*21\/10\/2025 đến .*05\/11\/2025\), 4 việc/u);
    for (const code of codes) {
      expect(messages[0]?.text).toContain(code);
    }
    expect(await office.ask(OFFICER, "/danhan", true)).toMatch(/đã nhận \d+ lời nhắc/u);
  });

  it("a deadline that was past when it was approved waits for the admin's word", async () => {
    const office = await openOfficeSetting("tuyen-quang", "2025-11-10", "09:00");
    await office.join(ADMIN, "admin", "tuyen-quang", null);
    await office.join(OFFICER, "officer", "tuyen-quang", UNIT);
    const [code = "", other = ""] = [...new Set((await office.ask(OFFICER, "/han 30/10/2025")).match(CODES))];
    await office.ask(ADMIN, `/duyet co ${code}`, true);
    await office.live("2025-11-11", "12:00");
    expect(office.heard(OFFICER, /^Nhắc việc/u)).toEqual([]);
    const asked = office.heard(ADMIN, /đã qua khi được duyệt/u);
    expect(asked.at(-1)?.buttons.map((button) => button.callback_data)).toContain(`/quahan nhac ${code}`);

    await office.ask(ADMIN, `/duyet co ${other}`, true);
    expect(await office.ask(ADMIN, "/quahan")).toContain(other);
    await office.ask(OFFICER, `/xong ${other}`);
    const asks = await office.ask(ADMIN, "/quahan");
    expect(asks).toContain(code);
    expect(asks).not.toContain(other);
    expect(await office.ask(ADMIN, `/quahan nhac ${code}`, true)).toMatch(/nhắc như việc quá hạn/u);
    expect(await office.ask(ADMIN, "/quahan")).toMatch(/Không có việc nào/u);
    await office.live("2025-11-20", "12:00");
    expect(office.heard(OFFICER, /quá hạn/u).filter((one) => one.text.includes(code)).length).toBeGreaterThan(
      0,
    );
  });
});

describe("leaders, calendars and drafts", () => {
  it("a leader sees all by unit, state and paper, and gets the week on Monday", async () => {
    const { office, codes } = await openProvince();
    await office.join(LEADER, "leader", "tuyen-quang", null);
    for (const code of codes.slice(0, 2)) {
      await office.ask(LEADER, `/duyet co ${code}`, true);
    }
    const all = await office.ask(LEADER, "/viec");
    expect(all).toMatch(/Theo tình trạng[\s\S]*Theo đơn vị chủ trì[\s\S]*Theo văn bản/u);
    expect(await office.ask(LEADER, "/viec sắp đến hạn")).toMatch(/Sắp đến hạn \(5\)/u);

    await office.live("2025-10-27", "09:00");
    const [week, another] = office.heard(LEADER, /^Tổng hợp tuần/u);
    expect(another).toBeUndefined();
    expect(week?.text).toMatch(/thứ Hai 27\/10\/2025, toàn địa bàn/u);
    expect(week?.text).toMatch(/Đến hạn trong 14 ngày \(2\)/u);
  });

  it("gives a calendar address that only its owner can make, and a draft in Word and Excel", async () => {
    const { office } = await openProvince();
    const link = /https:\S+\.ics/u.exec(await office.ask(OFFICER, "/lich"))?.[0] ?? "";
    const path = new URL(link).pathname;
    const get = (at: string) => fetch(`http://127.0.0.1:${office.port()}${at}`);
    const calendar = await get(path);
    const text = await calendar.text();
    expect(calendar.status).toBe(200);
    expect(calendar.headers.get("content-type")).toMatch(/text\/calendar/u);
    expect(text.match(/DTSTART;VALUE=DATE:20251029/gu)).toHaveLength(4);
    expect((await get(path.replace(/.\.ics$/u, "_.ics"))).status).toBe(404);
    expect((await get(path.replace(".ics", ""))).status).toBe(404);
    await office.ask(OFFICER, "/lich mới");
    expect((await get(path)).status).toBe(404);

    const said = await office.ask(OFFICER, "báo cáo quý 4 2025");
    expect(said).toMatch(/Dự thảo báo cáo quý IV năm 2025/u);
    expect(said).toMatch(/59 việc chưa được duyệt/u);
    await expect.poll(() => office.to(OFFICER).filter((one) => one.file !== null).length).toBe(2);
  });
});
