import mammoth from "mammoth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type ConsoleSetting,
  OFFICERS,
  openConsoleSetting,
  type Visitor,
} from "../../support/console-setting.ts";

let setting: ConsoleSetting;
let leader: Visitor;

beforeAll(async () => {
  setting = await openConsoleSetting();
  leader = await setting.signIn(OFFICERS.leader);
});

afterAll(() => setting.close());

describe("a report drafted in the console", () => {
  it("says what stands in it before it is taken, for one's own places only", async () => {
    const page = await (await leader.get("/bao-cao?ky=2025-Q4")).text();
    expect(page).toContain(
      "Dự thảo báo cáo quý IV năm 2025 (số liệu từ 15/09/2025 đến 14/12/2025), xã Thanh Thủy",
    );
    expect(page).toMatch(/\d+ việc chưa được duyệt nên chưa đưa vào/u);
    expect(page).toContain("/quan-tri/bao-cao/thanh-thuy/2025-Q4/bao-cao.docx");

    expect((await leader.get("/bao-cao?ky=2025-Q4&noi=ninh-giang")).status).toBe(403);
    expect((await leader.get("/bao-cao/ninh-giang/2025-Q4/bao-cao.docx")).status).toBe(403);
    expect((await leader.get("/bao-cao/thanh-thuy/2025-Q5/bao-cao.docx")).status).toBe(404);
    expect((await leader.get("/bao-cao/thanh-thuy/2025-Q4/khac.docx")).status).toBe(404);
  });

  it.each([
    ["2025-Q4", /quý IV năm 2025/iu],
    ["2025-10", /tháng 10 năm 2025/iu],
    ["2025-H1", /6 tháng đầu năm 2025/iu],
    ["2025", /năm 2025/iu],
  ])("is the Word file of %s", async (period, words) => {
    const response = await leader.get(`/bao-cao/thanh-thuy/${period}/bao-cao.docx`);
    const buffer = Buffer.from(await response.arrayBuffer());

    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="du-thao-bao-cao-${period.toLowerCase()}.docx"`,
    );
    const text = (await mammoth.extractRawText({ buffer })).value;
    expect(text).toMatch(words);
    expect(text).toMatch(/THANH THỦY/iu);
  });

  it("takes the calendar's days when they are asked for", async () => {
    const page = await (await leader.get("/bao-cao?ky=2025-Q4&ngay=lich")).text();
    const file = await leader.get("/bao-cao/thanh-thuy/2025-Q4/bao-cao.docx?ngay=lich");

    expect(page).toContain("Dự thảo báo cáo quý IV năm 2025, xã Thanh Thủy");
    expect(page).toContain("/bao-cao.docx?ngay=lich");
    const text = (await mammoth.extractRawText({ buffer: Buffer.from(await file.arrayBuffer()) })).value;
    expect(text).not.toContain("14/12/2025");
  });

  it("and its Excel file, each taking noted in the audit log", async () => {
    const response = await leader.get("/bao-cao/thanh-thuy/2025-Q4/bang.xlsx");

    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    expect((await setting.storage.console.admins.audit(1, 0))[0]).toMatchObject({
      actor: OFFICERS.leader.id,
      action: "report_draft",
      subject: "thanh-thuy 2025-Q4",
    });
  });
});
