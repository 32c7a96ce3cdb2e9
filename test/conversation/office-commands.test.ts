import { describe, expect, it } from "vitest";
import type { DutyLine } from "../../src/conversation/turn/turn.ts";
import type { Officer, Role } from "../../src/domain/people.ts";
import type { DraftedReport } from "../../src/domain/report.ts";
import type { Task } from "../../src/domain/task.ts";
import type { FigureOutcome, OfficerService, WaitingTask } from "../../src/ports/officer.ts";
import { duty, openTalk, task } from "../support/conversation.ts";

const UNIT = "Phòng Văn hóa - Xã hội";
const person = (role: Role, unit: string | null): Officer => ({
  id: role,
  name: "Lan",
  role,
  locality: "ninh-giang",
  unit,
  active: true,
});

const DUTIES: readonly DutyLine[] = [
  duty("#NG-6F2K", { group: "overdue", task: task("a", { quote: "- Tổng hợp báo cáo trước 30/11/2026." }) }),
  duty("#NG-AAAA", { group: "ongoing", task: task("b", { lead: ["Công an xã"] }) }),
];

const SENT = { code: "#CT-6F2K", place: "thôn Đông", done: 45, of: 60, before: null };
const ROW = {
  code: "#CT-6F2K",
  statement: "Năm 2026: 80% hộ dân biết dùng dịch vụ công.",
  sum: { done: 45, of: 60 },
  sent: ["thôn Đông"],
  missing: ["thôn Tây"],
};
const DRAFT: DraftedReport = {
  period: "quý III năm 2026",
  files: [
    { name: "bao-cao.docx", mediaType: "a/b", bytes: new Uint8Array(3) },
    { name: "bang.xlsx", mediaType: "a/b", bytes: new Uint8Array(3) },
  ],
  targets: 2,
  known: 1,
  done: 3,
  late: 4,
  next: 5,
  waiting: 6,
};

/** Keeps what it was told; answers as the service would. */
function fakeService(more: Partial<OfficerService> = {}) {
  const told: string[] = [];
  let waiting: readonly WaitingTask[] = ["a", "b"].map((id, at) => ({
    task: task(id),
    code: at === 0 ? "#NG-6F2K" : "#NG-AAAA",
    source: "Kế hoạch, mục V.1",
    before: at === 0 ? { quote: "Câu cũ", decision: "approved" } : null,
  }));
  let wishes: Awaited<ReturnType<OfficerService["preference"]>> = { moments: null, at: null, channel: null };
  const officers: OfficerService = {
    async confirm(_officer, one) {
      told.push(`confirm ${one}`);
      return 2;
    },
    pastDeadlines: async () => [{ task: task("a"), code: "#NG-6F2K", deadline: "2026-10-30" }],
    async decidePast(one, choice) {
      told.push(`past ${one} ${choice}`);
      return true;
    },
    preference: async () => wishes,
    async prefer(_officer, next) {
      wishes = next.at === "22:00" ? wishes : next;
      return next.at !== "22:00";
    },
    channels: async () => ["telegram", "zalo_bot"],
    waiting: async () => waiting,
    async review(one: Task, decision) {
      told.push(`${decision} ${one.id}`);
      waiting = waiting.filter((each) => each.task.id !== one.id);
    },
    async figures(_officer, words): Promise<FigureOutcome> {
      told.push(`figures ${words}`);
      return words === ""
        ? { kind: "board", period: "quý IV năm 2026", rows: [ROW] }
        : { kind: "entered", period: "quý IV năm 2026", figures: [SENT], rows: [ROW] };
    },
    expect: async (_officer, places) => void told.push(`expect ${places.join("|")}`),
    report: async (_officer, words) => (words === "mai" ? null : DRAFT),
    workbook: async () => DRAFT.files[1] ?? null,
    evidence: async () => ({ files: [], count: 0 }),
    desk: {
      async ask(_officer, request) {
        told.push(`ask ${request.kind} ${request.task} ${request.until ?? request.to ?? ""}`.trim());
        return ["Chị Hoa"];
      },
      open: async () => [],
      withdraw: async () => null,
      decide: async () => null,
      give: async (_officer, request) =>
        void told.push(`give ${request.task} ${request.to} ${request.until}`),
      again: async (_officer, id, at) => void told.push(`again ${id} ${new Date(at).toISOString()}`),
      async nudge(_leader, asked) {
        told.push(`nudge ${asked.map(({ id }) => id).join(" ")}`);
        return 1;
      },
    },
    calendar: async (_officer, renew) => `https://troly.example.gov.vn/lich/${renew ? "new" : "old"}.ics`,
    ...more,
  };
  return { officers, told, wishes: () => wishes };
}

async function talkAs(role: Role, more: Partial<OfficerService> = {}, canSendFile = true) {
  const fake = fakeService(more);
  const talk = openTalk({
    officers: fake.officers,
    duties: async () => DUTIES,
    capabilities: {
      maxText: 2_000,
      buttons: "none",
      canEdit: false,
      canSendFile,
      replyWindowHours: null,
    },
  });
  talk.office.appoint(person(role, role === "officer" || role === "head" ? UNIT : null), talk.from);
  await talk.meet();
  return { ...talk, ...fake };
}

const values = (messages: readonly { readonly buttons?: readonly { readonly value: string }[] }[]) =>
  messages.flatMap((one) => one.buttons ?? []).map((button) => button.value);

describe("rights", () => {
  it.each(["/danhan", "/nhacviec", "/baocao", "/solieu", "/duyet", "/lich", "/quahan", "/trich"])(
    "a resident who types %s is told how to connect, and nothing happens",
    async (typed) => {
      const fake = fakeService();
      const { tell } = openTalk({ officers: fake.officers, duties: async () => DUTIES });

      expect(await tell(typed)).toMatch(/dành cho cán bộ/u);
      expect(fake.told).toEqual([]);
    },
  );

  it("only leaders and admins review, and only admins decide about past deadlines", async () => {
    const { tell, told } = await talkAs("head");

    expect(await tell("/duyet co #NG-6F2K")).toMatch(/dành cho lãnh đạo/u);
    expect(await tell("/quahan bo #NG-6F2K")).toMatch(/chỉ dành cho người quản trị/u);
    expect(await tell("/solieu nơi gửi: thôn A; thôn B")).toMatch(/dành cho lãnh đạo/u);
    expect(told).toEqual([]);
  });
});

describe("/danhan", () => {
  it.each([
    ["/danhan #NG-6F2K", "confirm a"],
    ["đã nhận #ng-6f2k", "confirm a"],
    ["/danhan", "confirm null"],
    ["đã nhận", "confirm null"],
  ])("%s notes %s", async (typed, noted) => {
    const { tell, told } = await talkAs("officer");

    expect(await tell(typed)).toMatch(/đã nhận/u);
    expect(told).toEqual([noted]);
  });
});

describe("/quahan", () => {
  it("lists what waits with two buttons each, and takes the choice", async () => {
    const { send, tell, told } = await talkAs("admin");
    const listed = await send("/quahan");

    expect(listed[0]?.text).toMatch(/hạn 30\/10\/2026/u);
    expect(values(listed)).toEqual(["/quahan nhac #NG-6F2K", "/quahan bo #NG-6F2K"]);
    expect(await tell("/quahan nhac #NG-6F2K")).toMatch(/nhắc như việc quá hạn/u);
    expect(await tell("/quahan bỏ #NG-6F2K")).toMatch(/để nguyên/u);
    expect(await tell("/quahan bo #NG-ZZZZ")).toMatch(/Không có việc/u);
    expect(told).toEqual(["past a remind", "past a leave"]);
  });
});

describe("/nhacviec", () => {
  it("shows moments, time and channel, and what can be changed", async () => {
    const { send } = await talkAs("officer");
    const [shown] = await send("/nhacviec");

    expect(shown?.text).toMatch(/trước 7 ngày, trước 3 ngày, trước 1 ngày, đúng ngày hạn, khi quá hạn/u);
    expect(shown?.text).toMatch(/08:00 \(mặc định\)/u);
    expect(shown?.buttons?.every((button) => Buffer.byteLength(button.value) <= 64)).toBe(true);
  });

  it.each([
    ["/nhacviec bỏ 7 ngày", { moments: ["d3", "d1", "d0", "overdue"] }],
    ["/nhacviec bo d7", { moments: ["d3", "d1", "d0", "overdue"] }],
    ["/nhacviec 3 ngày, 1 ngày", { moments: ["d3", "d1"] }],
    ["đừng nhắc tôi trước 7 ngày nữa", { moments: ["d3", "d1", "d0", "overdue"] }],
    ["/nhacviec lúc 7h30", { at: "07:30" }],
    ["nhắc tôi lúc 2 giờ chiều", { at: "14:00" }],
    ["/nhacviec kênh zalo", { channel: "zalo_bot" }],
    ["nhắc việc qua Telegram", { channel: "telegram" }],
    ["/nhacviec kenh zalo_bot", { channel: "zalo_bot" }],
  ])("%s is kept", async (typed, kept) => {
    const { tell, wishes } = await talkAs("officer");

    expect(await tell(typed)).toMatch(/^Đã ghi/u);
    expect(wishes()).toEqual({ moments: null, at: null, channel: null, ...kept });
  });

  it.each([
    ["/nhacviec lúc 22:00", /từ 07:00 đến trước 21:00/u],
    ["/nhacviec kênh zalo oa", /chưa kết nối Zalo OA/u],
    ["/nhacviec bỏ 7 ngày, 3 ngày, 1 ngày, đúng ngày, quá hạn", /ít nhất một lần/u],
    ["/nhacviec 99", /chưa hiểu/u],
  ])("%s changes nothing and says why", async (typed, said) => {
    const { tell, wishes } = await talkAs("officer");

    expect(await tell(typed)).toMatch(said);
    expect(wishes()).toEqual({ moments: null, at: null, channel: null });
  });

  it("adds to what was left, and goes back to the default", async () => {
    const { tell, wishes } = await talkAs("officer");
    await tell("/nhacviec 3 ngày");
    await tell("/nhacviec thêm đúng ngày");

    expect((await wishes()).moments).toEqual(["d3", "d0"]);
    await tell("/nhacviec mặc định");
    expect((await wishes()).moments).toBeNull();
  });
});

describe("/duyet", () => {
  it("shows one task with its quote, source and earlier words, and goes on after each decision", async () => {
    const { send, tell, told } = await talkAs("leader");
    const shown = await send("/duyet");

    expect(shown[0]?.text).toMatch(/Còn 2 việc/u);
    expect(shown[0]?.text).toMatch(/Bản cũ \(đã duyệt\): “Câu cũ”/u);
    expect(shown[0]?.text).toMatch(/Nguyên văn: “Việc a”[\s\S]*Nguồn: Kế hoạch, mục V\.1/u);
    expect(values(shown)).toEqual(["/duyet co #NG-6F2K", "/duyet khong #NG-6F2K", "/duyet sau #NG-6F2K"]);
    expect(await tell("/duyet sau #NG-6F2K")).toMatch(/#NG-AAAA/u);
    expect(told).toEqual([]);
    expect(await tell("/duyet co #NG-6F2K")).toMatch(/Đã duyệt #NG-6F2K[\s\S]*Còn 1 việc/u);
    expect(await tell("/duyet không #NG-AAAA")).toMatch(/Đã bỏ #NG-AAAA[\s\S]*Không còn việc nào/u);
    expect(told).toEqual(["approved a", "rejected b"]);
  });
});

describe("figures and drafts", () => {
  it("shows sums and who has not sent, and takes a figure in words", async () => {
    const { tell, told } = await talkAs("officer");

    expect(await tell("/solieu")).toMatch(/45\/60 \(75%\), 1 nơi gửi\.\nChưa gửi: thôn Tây/u);
    expect(await tell("gửi số liệu #CT-6F2K 45/60 thôn Đông")).toMatch(/Đã ghi số liệu quý IV năm 2026/u);
    expect(await tell("#CT-6F2K 45/60 thôn Đông")).toMatch(/- #CT-6F2K thôn Đông: 45\/60/u);
    const words = "figures #CT-6F2K 45/60 thôn Đông";
    expect(told).toEqual(["figures ", words, words]);
  });

  it("a leader says who is expected to send", async () => {
    const { tell, told } = await talkAs("leader");

    expect(await tell("/solieu nơi gửi: thôn Đông; thôn Tây")).toMatch(/2 nơi/u);
    expect(told).toEqual(["expect thôn Đông|thôn Tây"]);
  });

  it.each(["/baocao quý 3 2026", "làm báo cáo quý 3 2026"])("%s comes as two files", async (typed) => {
    const { send } = await talkAs("officer");
    const said = await send(typed);

    expect(said[0]?.text).toMatch(/2 chỉ tiêu \(1 có số liệu\)[\s\S]*6 việc chưa được duyệt/u);
    expect(said.flatMap((one) => one.file?.name ?? [])).toEqual(["bao-cao.docx", "bang.xlsx"]);
  });

  it("says where to get the files when the channel sends none, and how to name a period", async () => {
    const { send, tell } = await talkAs("officer", {}, false);
    const said = await send("/baocao quý 3 2026");

    expect(said).toHaveLength(1);
    expect(said[0]?.text).toMatch(/Kênh này không gửi tệp được.*Telegram/u);
    expect(await tell("/baocao mai")).toMatch(/Xin gõ như/u);
  });
});

describe("leaders", () => {
  it("see everything by state, unit and paper, then what they choose", async () => {
    const leader = await talkAs("leader");
    const all = await leader.tell("/viec");

    expect(all).toMatch(/Quá hạn: 1 việc, quá hạn 1/u);
    expect(all).toMatch(/Công an xã: 1 việc/u);
    expect(await leader.tell("/viec Công an xã")).toMatch(/^Công an xã \(1\)[\s\S]*#NG-AAAA/u);
    expect(await leader.tell("/viec quá hạn")).toMatch(/#NG-6F2K(?![\s\S]*#NG-AAAA)/u);
    expect(await leader.tell("/viec đã xong")).toMatch(/Không có việc nào như vậy/u);
    expect(await leader.tell("/viec tất cả")).toMatch(/#NG-6F2K[\s\S]*#NG-AAAA/u);
    expect(await leader.tell("việc của tôi")).toMatch(/Theo đơn vị chủ trì/u);
  });
});

describe("in free words", () => {
  it.each([
    ["trích nguyên văn #NG-6F2K", /“- Tổng hợp báo cáo trước 30\/11\/2026\.”\nNguồn: .*mục V\.1 gạch 1/u],
    ["trích nguyên văn", /Việc nào\?/u],
    ["quá hạn", /Việc quá hạn: 1 việc/u],
    ["việc nào quá hạn rồi", /Việc quá hạn: 1 việc/u],
    ["lịch của tôi", /lich\/old\.ics/u],
    ["/lich mới", /lich\/new\.ics/u],
    ["xong #NG-6F2K đã gửi", /Đã ghi: XONG #NG-6F2K/u],
    ["đang làm #NG-6F2K 15/12/2026", /ĐANG LÀM #NG-6F2K .*dự kiến xong 15\/12\/2026/u],
  ])("%s", async (typed, said) => {
    const { tell } = await talkAs("officer");

    expect(await tell(typed)).toMatch(said);
  });

  it.each([
    "thẻ căn cước quá hạn thì làm sao",
    "trích nguyên văn mục 5.4.2",
    "số liệu về dịch vụ công là gì",
  ])("%s stays a question", async (typed) => {
    const { tell, asked } = await talkAs("officer");
    await tell(typed);

    expect(asked.at(-1)?.text).toBe(typed);
  });
});

describe("requests", () => {
  it.each([
    [
      "/hoan #NG-6F2K đến 15/12",
      "ask extension a 2026-12-15",
      /Đã gửi đề nghị lùi hạn #NG-6F2K đến 15\/12\/2026 tới Chị Hoa/u,
    ],
    ["xin lùi #NG-6F2K hết tháng", "ask extension a 2026-11-30", /hạn cũ vẫn tính/u],
    ["việc #NG-6F2K cần lãnh đạo hỗ trợ", "ask help a", /đề nghị hỗ trợ/u],
    ["/chuyen #NG-6F2K không phải việc của phòng", "ask handover a", /đề nghị chuyển/u],
  ])("%s reaches the one who decides", async (typed, asked, said) => {
    const { tell, told } = await talkAs("officer");
    expect(await tell(typed)).toMatch(said);
    expect(told).toEqual([asked]);
  });

  it.each([
    ["xin lùi #NG-6F2K đến 01/10/2026", /đã qua/u],
    ["xin lùi #NG-6F2K đến 01/01/2030", /vượt quá/u],
    ["xin lùi #NG-6F2K", /đến ngày nào/u],
  ])("%s asks nobody and says why", async (typed, said) => {
    const { tell, told } = await talkAs("officer");
    expect(await tell(typed)).toMatch(said);
    expect(told).toEqual([]);
  });

  it("a leader gives work and asks how it stands; an officer may do neither", async () => {
    const leader = await talkAs("leader");
    expect(await leader.tell("nhắc #NG-6F2K")).toMatch(/Đã nhắc 1 người về 1 việc/u);
    expect(await leader.tell("giao #NG-6F2K hạn 20/12")).toMatch(/hạn cơ quan đặt 20\/12\/2026/u);
    expect(leader.told).toEqual(["nudge a", "give a null 2026-12-20"]);

    const officer = await talkAs("officer");
    await officer.tell("giao #NG-6F2K hạn 20/12");
    expect(officer.told).toEqual([]);
    expect(await officer.tell("/denghi duyet 1")).toMatch(/dành cho lãnh đạo/u);
  });
});

describe("a word kept by mistake", () => {
  it("is taken back by one word, and only the officer's own of the last day", async () => {
    const { send, tell, office, clock } = await talkAs("officer");
    const [said] = await send("xong #NG-6F2K");
    expect(said?.text).toMatch(/Đã ghi: XONG/u);
    expect(await tell("bấm nhầm")).toMatch(/Đã hoàn tác/u);
    expect(await office.tasks.progress()).toEqual([]);
    expect(await tell("hoàn tác")).toMatch(/chưa báo gì/u);

    await send("xong #NG-6F2K");
    clock.advance(25 * 3_600_000);
    expect(await tell("hoàn tác")).toMatch(/chưa báo gì/u);
    expect(await office.tasks.progress()).toHaveLength(1);
  });
});

describe("photos", () => {
  const photo = (id: string) => ({ kind: "photo" as const, attachment: { id, name: "anh.jpg", size: 9 } });

  it("join the report made just before, or the one they are sent with", async () => {
    const { tell, office } = await talkAs("officer");
    expect(await tell("", photo("p0"))).toMatch(/minh chứng cho việc nào/u);
    await tell("/xong #NG-6F2K");
    expect(await tell("", photo("p1"))).toMatch(/kèm ảnh .* #NG-6F2K/u);
    expect(office.kept.progress.at(-1)).toMatchObject({ state: "done", evidence: "zalo_bot:p1" });

    expect(await tell("/danglam #NG-AAAA", photo("p2"))).toMatch(/ĐANG LÀM #NG-AAAA/u);
    expect(office.kept.progress.at(-1)).toMatchObject({ state: "doing", evidence: "zalo_bot:p2" });
  });

  it("of residents are told so as before", async () => {
    const { tell } = openTalk({ officers: fakeService().officers });

    expect(await tell("", photo("p"))).not.toMatch(/minh chứng/u);
  });
});
