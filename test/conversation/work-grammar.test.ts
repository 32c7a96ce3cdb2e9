import { describe, expect, it } from "vitest";
import { readWhen } from "../../src/conversation/input/when.ts";
import { readWork, type WorkGround } from "../../src/conversation/input/work-grammar.ts";
import { fold } from "../../src/vietnamese/text/normalise.ts";

// Monday.
const TODAY = "2025-10-27";
const ground: WorkGround = {
  today: TODAY,
  units: ["Ủy ban nhân dân tỉnh", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Công an tỉnh"],
  listed: 5,
  leads: false,
};
const leads = { ...ground, leads: true };

describe("what an officer types about work", () => {
  it.each([
    ["#TT-12 xong rồi nha", { act: "done", code: "#TT-12" }],
    ["da xong TT-VEDG roi nhe", { act: "done", code: "TT-VEDG" }],
    ["xong 2", { act: "done", number: 2 }],
    ["việc 3 là gì", { act: "detail", number: 3 }],
    ["được 60% việc #TT-12", { act: "doing", percent: 60 }],
    ["#TT-12 vướng kinh phí", { act: "obstacle" }],
    ["#TT-12 chua xong dau", { act: "doing" }],
    ["nhắc lại #TT-12 3h chiều mai", { act: "snooze" }],
    ["gia han cho toi #TT-12 toi 20/12", { act: "extend" }],
    ["chuyển #TT-12 cho Công an tỉnh", { act: "handover", unit: "Công an tỉnh" }],
    ["#TT-12 do ai chủ trì", { act: "who" }],
    ["tuần này tôi phải làm gì", { act: "list" }],
    ["con bao nhieu viec chua xong", { act: "count" }],
    ["toi bam nham, huy bao xong", { act: "undo" }],
    ["xuat excel", { act: "excel" }],
    ["lich tuan nay", { act: "list" }],
    ["tắt nhắc việc đến hết tuần", { act: "mute" }],
    ["xong", { act: "unsure" }],
  ])("%j is %j", (text, wanted) => {
    expect(readWork(text, ground)).toMatchObject(wanted);
  });

  it.each([
    ["ai chưa báo cáo", { act: "silent" }],
    ["nhắc Ban Tuyên giáo và Dân vận", { act: "nudge", unit: "Ban Tuyên giáo và Dân vận Tỉnh ủy" }],
    ["duyet het", { act: "approve" }],
    ["Công an tỉnh làm đến đâu rồi", { act: "unit", unit: "Công an tỉnh" }],
    ["giao #TT-12 cho Công an tỉnh hạn 20/11", { act: "assign", unit: "Công an tỉnh" }],
  ])("a leader's %j is %j", (text, wanted) => {
    expect(readWork(text, leads)).toMatchObject(wanted);
  });

  it.each([
    "làm căn cước cho trẻ em thế nào",
    "tôi vừa bị lừa chuyển 20 triệu, làm sao",
    "chuyển tiền nhầm",
    "tôi chuyển nhầm",
    "bao giờ nộp thuế hộ kinh doanh",
    "thẻ căn cước quá hạn thì làm sao",
    "số liệu về dịch vụ công là gì",
    "#CT-6F2K 45/60 thôn Đông",
    "HT-7K2QD xong rồi",
    "2",
    "xem tiếp",
    "cảm ơn",
  ])("%j is left to others", (text) => {
    expect(readWork(text, ground)).toBeNull();
  });
});

describe("time in words", () => {
  it.each([
    ["mai", { day: "2025-10-28" }],
    ["thứ 6", { day: "2025-10-31" }],
    ["thứ hai tuần sau", { day: "2025-11-03" }],
    ["hết tháng", { day: "2025-10-31" }],
    ["hết tháng 11", { day: "2025-11-30" }],
    ["hết tuần", { day: "2025-10-31" }],
    ["hết quý", { day: "2025-12-31" }],
    ["tuần sau", { day: "2025-11-07" }],
    ["15/11", { day: "2025-11-15" }],
    ["ngày 5 tháng 11", { day: "2025-11-05" }],
    ["5/1", { day: "2026-01-05" }],
    ["3 ngày nữa", { day: "2025-10-30" }],
    ["thêm 2 tuần", { day: null, plus: 14 }],
    ["3h chiều mai", { day: "2025-10-28", clock: "15:00" }],
    ["8 giờ rưỡi sáng thứ 4", { day: "2025-10-29", clock: "08:30" }],
    ["30/02", { day: null }],
  ])("%j is %j", (text, wanted) => {
    expect(readWhen(fold(text), TODAY)).toMatchObject(wanted);
  });

  it("knows spans by their days", () => {
    const days = (text: string) => {
      const { span } = readWhen(fold(text), TODAY);
      return [span?.from, span?.to];
    };
    expect(days("tuần này")).toEqual(["2025-10-27", "2025-11-02"]);
    expect(days("tháng 12")).toEqual(["2025-12-01", "2025-12-31"]);
    expect(days("quý 1 2026")).toEqual(["2026-01-01", "2026-03-31"]);
    expect(days("tháng 3")).toEqual(["2026-03-01", "2026-03-31"]);
  });
});
