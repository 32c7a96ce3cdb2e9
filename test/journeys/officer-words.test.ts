import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openOfficeSetting } from "../support/office-setting.ts";

const UNIT = "Ủy ban nhân dân tỉnh";
const [OFFICER, LEADER] = [202, 303];
const CODES = /#[A-Z]+-[0-9A-Z]{4,}/gu;

async function openProvince() {
  const office = await openOfficeSetting("tuyen-quang", "2025-10-20", "09:00");
  await office.join(LEADER, "leader", "tuyen-quang", null);
  await office.join(OFFICER, "officer", "tuyen-quang", UNIT);
  const due = await office.ask(OFFICER, "việc nào phải xong trước 30/10/2025");
  const codes = [...new Set(due.match(CODES))];
  return { office, codes };
}

describe("work in an officer's own words", () => {
  it("lists in one line a task, marks what is not approved, and takes numbers, percent, obstacle and undo", async () => {
    const { office, codes } = await openProvince();
    expect(codes).toHaveLength(4);
    const [first = "", second = ""] = codes;
    await office.ask(LEADER, `/duyet co ${first}`, true);

    const list = await office.ask(OFFICER, "tuan sau co viec gi den han");
    expect(list).toMatch(new RegExp(`${first} [^\\n]{1,64} \\(29/10/2025, còn \\d+ ngày\\)\\n`, "u"));
    expect(list).toMatch(new RegExp(`${second} .*chưa duyệt, chưa nhắc`, "u"));
    const number = [...new Set(list.match(CODES))].indexOf(first) + 1;

    expect(await office.ask(OFFICER, `việc ${number} được 60%`)).toMatch(
      new RegExp(`ĐANG LÀM ${first} .*60%`, "u"),
    );
    expect(await office.ask(OFFICER, `${first} vướng kinh phí`)).toMatch(/vướng mắc/u);
    expect(await office.ask(OFFICER, `xong ${number}, 320 người dự`)).toMatch(
      /XONG .*Kết quả: .*320 người dự/u,
    );
    expect(await office.ask(OFFICER, "toi bam nham")).toMatch(new RegExp(`hoàn tác.*${first}`, "u"));
    expect(await office.ask(LEADER, "vướng mắc của các đơn vị")).toMatch(
      new RegExp(`${first} .*kinh phí`, "u"),
    );
    expect(await office.ask(LEADER, "tuần này tôi phải làm gì")).not.toMatch(/bình tĩnh/u);
  }, 90_000);

  it("a request reaches the leader, the decision reaches the officer, and the reminders follow it", async () => {
    const { office, codes } = await openProvince();
    const [code = ""] = codes;
    await office.ask(LEADER, `/duyet co ${code}`, true);
    expect(await office.ask(OFFICER, `xin lùi ${code} đến 14/11`)).toMatch(/Đã gửi đề nghị lùi hạn/u);
    await office.live("2025-10-20", "10:00");
    const [asked] = office.heard(LEADER, /xin lùi hạn đến 14\/11\/2025/u);
    const approve =
      asked?.buttons.map((button) => button.callback_data).find((value) => /duyet/u.test(value)) ?? "";

    expect(await office.ask(LEADER, approve, true)).toMatch(/Đã duyệt đề nghị/u);
    expect(await office.ask(LEADER, approve, true)).toMatch(/không còn chờ/u);
    await office.live("2025-10-31", "12:00");
    expect(office.heard(OFFICER, /ĐÃ DUYỆT/u)).toHaveLength(1);
    expect(office.heard(OFFICER, /^Nhắc việc/u)).toEqual([]);
    await office.live("2025-11-14", "12:00");
    const reminders = office.heard(OFFICER, /^Nhắc việc/u);
    expect(reminders).toHaveLength(4);
    expect(reminders[0]?.text).toMatch(/cơ quan đặt thứ Sáu 14\/11\/2025; trong văn bản 29\/10\/2025/u);
  }, 90_000);

  it("tells everybody whom it concerns: new work, a hand-over, another day, and what is taken back", async () => {
    const { office, codes } = await openProvince();
    const [first = "", second = "", third = ""] = codes;
    const [ADMIN, POLICE, HEAD] = [404, 505, 606];
    await office.join(ADMIN, "admin", "tuyen-quang", null);
    await office.join(POLICE, "officer", "tuyen-quang", "Công an tỉnh");
    await office.join(HEAD, "head", "tuyen-quang", UNIT);
    for (const code of [first, second, third]) {
      await office.ask(LEADER, `/duyet co ${code}`, true);
    }
    await office.live("2025-10-20", "10:00");
    const [given, another] = office.heard(OFFICER, /^Việc mới giao cho đơn vị đồng chí \(3\)/u);
    expect(another).toBeUndefined();
    expect(given?.text).toContain(`${first} `);

    await office.ask(OFFICER, `/chuyen ${first} sang Công an tỉnh, đúng chuyên môn`);
    await office.ask(OFFICER, `việc ${second} không phải của đơn vị tôi, chuyển giúp`);
    await office.ask(OFFICER, `xin lùi ${third} đến 14/11`);
    expect(await office.ask(OFFICER, "hoàn tác")).toMatch(new RegExp(`rút lại đề nghị.*${third}`, "u"));
    await office.ask(OFFICER, `xin lùi ${third} đến 17/11`);
    await office.live("2025-10-20", "12:00");
    for (const chat of [LEADER, ADMIN]) {
      expect(office.heard(chat, /xin chuyển cho Công an tỉnh/u)).toHaveLength(1);
      expect(office.heard(chat, /xin lùi hạn đến 17\/11/u)).toHaveLength(1);
    }

    expect(await office.ask(LEADER, "/denghi duyet 3", true)).toMatch(/không còn chờ/u);
    expect(await office.ask(LEADER, "/denghi duyet 1", true)).toMatch(/Đã duyệt/u);
    expect(await office.ask(LEADER, "/denghi duyet 2", true)).toMatch(/chưa nêu đơn vị nhận/u);
    await office.ask(LEADER, `giao ${second} cho Công an tỉnh hạn 20/11`);
    expect(await office.ask(ADMIN, "/denghi duyet 4", true)).toMatch(/Đã duyệt/u);
    await office.live("2025-10-20", "16:00");
    const police = office.heard(POLICE, /giao cho Công an tỉnh/u).map(({ text }) => text);
    expect(police).toHaveLength(2);
    expect(police[0]).toMatch(new RegExp(`${first} .*\nHạn: 29/10/2025\\.\nĐơn vị chuyển: ${UNIT}`, "u"));
    expect(police[1]).toMatch(/Hạn: 20\/11\/2025/u);
    expect(office.heard(OFFICER, new RegExp(`Việc ${second} giao cho Công an tỉnh`, "u"))).toHaveLength(1);
    expect(office.heard(HEAD, /Hạn cơ quan đặt cho .* nay là 17\/11\/2025/u)).toHaveLength(1);
    expect(await office.ask(POLICE, "danh sách việc")).toContain(first);
  }, 90_000);

  it("tells of a plan that changed, goes on by the approved day, and by the new one once it is approved", async () => {
    const { office, codes } = await openProvince();
    const ADMIN = 404;
    await office.join(ADMIN, "admin", "tuyen-quang", null);
    for (const code of codes) {
      await office.ask(LEADER, `/duyet co ${code}`, true);
    }
    await office.live("2025-10-20", "12:00");
    const file = join(office.folder, "plans", "tuyen-quang.txt");
    const plan = readFileSync(file, "utf8");
    // IV.2.3 and three more are due on 30/10; only the first of them moves.
    writeFileSync(file, plan.replace("hoàn thành trước ngày 30/10/2025", "hoàn thành trước ngày 20/11/2025"));
    expect(await office.ask(ADMIN, "/naplai")).toMatch(/20\/11\/2025/u);
    await office.live("2025-10-20", "15:00");

    const told = (chat: number) => office.heard(chat, /^Kế hoạch có bản mới, đổi 1 việc đã duyệt/u);
    for (const chat of [OFFICER, LEADER, ADMIN]) {
      expect(told(chat)).toHaveLength(1);
      expect(told(chat)[0]?.text).toMatch(
        /thời hạn “hoàn thành trước ngày 30\/10\/2025” → “hoàn thành trước ngày 20\/11\/2025”/u,
      );
    }
    const code = CODES.exec(told(OFFICER)[0]?.text ?? "")?.[0] ?? "";
    CODES.lastIndex = 0;
    expect(codes).toContain(code);
    expect(told(LEADER)[0]?.buttons.map((button) => button.callback_data)).toEqual(["/duyet"]);

    await office.live("2025-10-22", "12:00");
    const reminders = () => office.heard(OFFICER, /^(?:Nhắc việc|Tổng hợp \d+ việc)/u);
    expect(
      reminders()
        .map(({ text }) => text)
        .join(),
    ).toContain(code);
    expect(await office.ask(OFFICER, `${code} thế nào`)).toMatch(/30\/10\/2025/u);
    expect(await office.ask(OFFICER, "việc nào phải xong trước 30/10/2025")).toMatch(
      new RegExp(`${code} .*kế hoạch đã đổi, chờ duyệt lại`, "u"),
    );

    const waiting = await office.ask(LEADER, "/duyet");
    expect(waiting).toMatch(/Câu chữ đã đổi\. Bản cũ \(đã duyệt\)/u);
    const fresh = CODES.exec(waiting)?.[0] ?? "";
    CODES.lastIndex = 0;
    await office.ask(LEADER, `/duyet co ${fresh}`, true);
    const before = reminders().length;
    await office.live("2025-11-19", "12:00");
    const later = reminders()
      .slice(before)
      .map(({ text }) => text);
    expect(later.join()).not.toContain(code);
    expect(later.filter((text) => text.includes(fresh)).length).toBeGreaterThanOrEqual(4);
    expect(told(OFFICER)).toHaveLength(1);
  }, 120_000);

  it("shows the leader what came of it: in the task, in Monday's digest, and the photo itself", async () => {
    const { office, codes } = await openProvince();
    const [code = ""] = codes;
    await office.ask(LEADER, `/duyet co ${code}`, true);
    expect(await office.ask(OFFICER, `${code} xong, 320 người dự`)).toMatch(/Kết quả: 320 người dự/u);
    office.files.set("anh-1", Buffer.from("ffd8ffe000104a464946", "hex"));
    await office.send(OFFICER, { photo: [{ file_id: "anh-1", file_size: 10 }] });

    expect(await office.ask(LEADER, `kết quả việc ${code}`)).toMatch(
      /Người 202: đã xong\. 320 người dự; 1 ảnh/u,
    );
    expect(
      office
        .to(LEADER)
        .at(-1)
        ?.buttons.map((button) => button.text),
    ).toContain("Xem ảnh (1)");
    await office.ask(LEADER, `xem ảnh ${code}`);
    await expect
      .poll(() =>
        office
          .to(LEADER)
          .filter((one) => one.file !== null)
          .map((one) => one.file?.name),
      )
      .toEqual(["minh-chung-1.jpg"]);

    await office.ask(OFFICER, `xin lùi ${codes[1] ?? ""} đến 14/11`);
    await office.live("2025-10-27", "09:00");
    const [week] = office.heard(LEADER, /^Tổng hợp tuần/u);
    expect(week?.text).toMatch(
      new RegExp(`Mới xong trong tuần qua \\(1\\):\n- ${code} .*: 320 người dự; 1 ảnh`, "u"),
    );
    expect(week?.text).toMatch(/Đề nghị chờ quyết định: 1/u);
  }, 90_000);

  it("counts no figure before what was doubtful in it was confirmed, and takes one back", async () => {
    const { office } = await openProvince();
    const board = await office.ask(OFFICER, "/solieu");
    const [code = ""] = board.match(/#CT-[0-9A-Z]+/u) ?? [];
    const shown = async () =>
      (await office.ask(LEADER, "/solieu")).split("\n\n").find((row) => row.startsWith(code)) ?? "";

    await office.ask(LEADER, "/solieu nơi gửi: khu 1; khu 2; thôn 3");
    expect(await office.ask(OFFICER, `/solieu ${code} khu 2 900/2000`)).toMatch(/khu 2: 900\/2000/u);
    expect(await shown()).toMatch(/Cộng: 900\/2000 \(45%\), 1 nơi gửi/u);
    expect(await office.ask(OFFICER, `${code} 60% khu 1`)).toMatch(/không gửi tỷ lệ phần trăm/u);

    expect(await office.ask(OFFICER, `${code}\nkhu 1 45/60\nkhu 7 10/20`)).toMatch(
      /CHƯA GHI[\s\S]*khu 7: 10\/20 \(nơi chưa có trong danh sách\)/u,
    );
    expect(await shown()).toMatch(/Cộng: 900\/2000/u);
    expect(await office.ask(OFFICER, "đúng, ghi")).toMatch(/Đã ghi[\s\S]*khu 1: 45\/60[\s\S]*khu 7: 10\/20/u);
    expect(await shown()).toMatch(/Cộng: 955\/2080 .*3 nơi gửi/u);

    expect(await office.ask(OFFICER, `/solieu ${code} xóa khu 7`)).toMatch(/Đã bỏ số liệu.*khu 7/u);
    expect(await shown()).toMatch(/Cộng: 945\/2060 .*2 nơi gửi/u);
  }, 90_000);

  it("reminds again when the officer asked for it", async () => {
    const { office, codes } = await openProvince();
    const [code = ""] = codes;
    expect(await office.ask(OFFICER, `nhac lai toi ${code} 3h chieu mai`)).toMatch(
      /15:00 ngày 21\/10\/2025/u,
    );
    await office.live("2025-10-21", "14:00");
    expect(office.heard(OFFICER, /hẹn nhắc lại/u)).toEqual([]);
    await office.live("2025-10-21", "16:00");
    expect(office.heard(OFFICER, /hẹn nhắc lại/u)).toHaveLength(1);
  }, 90_000);
});
