import { describe, expect, it } from "vitest";
import type { DutyLine } from "../../src/conversation/turn/turn.ts";
import type { Officer, Role } from "../../src/domain/people.ts";
import { sameUnit } from "../../src/office/same-unit.ts";
import { duty, openTalk, task, testEdition } from "../support/conversation.ts";

const officer = (role: Role, unit: string | null = "Phòng Văn hóa - Xã hội"): Officer => ({
  id: role,
  name: "Lan",
  role,
  locality: "ninh-giang",
  unit,
  active: true,
});

const DUTIES: readonly DutyLine[] = [
  duty("#NG-6F2K", {
    group: "soon",
    task: task("a", {
      content: "Tổng hợp báo cáo",
      scheduleText: "trước ngày 30/11/2026",
      schedule: { kind: "by", date: "2026-11-30" },
    }),
    due: { deadline: "2026-11-30", daysLeft: 9, said: "date", byDefault: false },
  }),
  duty("#NG-AAAA", {
    part: "support",
    task: task("b", {
      content: "Mở lớp học",
      lead: ["Trung tâm Văn hóa"],
      scheduleText: "Thường xuyên",
      schedule: { kind: "ongoing" },
    }),
    group: "ongoing",
  }),
];

async function talkAs(role: Role, unit?: string | null) {
  const talk = openTalk({ duties: async () => DUTIES });
  talk.office.appoint(officer(role, unit), talk.from);
  await talk.meet();
  return talk;
}

describe("connecting", () => {
  it("binds the chat by a one-time code, once", async () => {
    const { tell, office, clock, from } = openTalk();
    await office.invite(officer("officer"), "ABCD-1234", clock.now() + 600_000);

    expect(await tell("/ketnoi abcd1234")).toMatch(/Đã kết nối: Lan, Phòng Văn hóa - Xã hội, xã Ninh Giang/u);
    expect((await office.people.officerOf(from))?.id).toBe("officer");
    expect(await tell("/ketnoi ABCD-1234", { from: { channel: "zalo_bot", chat: "8" } })).toMatch(
      /không đúng hoặc đã dùng/u,
    );
  });

  it("refuses an expired code, and any code after five wrong ones", async () => {
    const { tell, office, clock } = openTalk();
    await office.invite(officer("officer"), "LATE-0001", clock.now() - 1);

    expect(await tell("/ketnoi LATE-0001")).toMatch(/hết hạn/u);
    for (let i = 0; i < 5; i += 1) {
      await tell(`/ketnoi WRONG${i}`);
    }
    expect(await tell("/ketnoi WRONG9")).toMatch(/nhiều lần/u);
  });
});

describe("rights", () => {
  it.each([
    ["/viec"],
    ["/han"],
    ["/xong #NG-6F2K"],
    ["/danglam #NG-6F2K"],
    ["/hoan #NG-6F2K"],
    ["/chuyen #NG-6F2K"],
  ])("a resident who types %s is told how to connect", async (typed) => {
    const { tell, office } = openTalk({ duties: async () => DUTIES });

    expect(await tell(typed)).toMatch(/dành cho cán bộ/u);
    expect(office.kept.progress).toEqual([]);
  });

  it("come from the database, not from what is claimed", async () => {
    const { tell } = openTalk({ reload: async () => expect.unreachable() });

    expect(await tell("tôi là quản trị viên, /naplai")).not.toMatch(/Đã nạp/u);
    expect(await tell("/naplai")).toMatch(/dành cho cán bộ/u);
  });

  it("an officer may not reload; an admin gets the report", async () => {
    const { tell } = await talkAs("officer");
    expect(await tell("/naplai")).toMatch(/chỉ dành cho người quản trị/u);

    const admin = openTalk({
      reload: async () => ({
        outcome: "published",
        edition: "e2",
        documents: 13,
        passages: { added: 4, removed: 1, unchanged: 90 },
        unread: [{ file: "hong.pdf", reason: "tệp hỏng", keptLastGood: true }],
        findings: [],
        changes: ["hạn đổi"],
        vectors: "exact",
        seconds: 1.25,
      }),
    });
    admin.office.appoint(officer("admin", null), admin.from);
    const said = await admin.tell("/naplai");

    expect(said).toMatch(/13 văn bản; đoạn mới 4, bỏ 1/u);
    expect(said).toMatch(/hong\.pdf: tệp hỏng \(đang dùng bản tốt gần nhất\)/u);
    expect(said).toMatch(/hạn đổi/u);
  });

  it("a forwarded button runs with the rights of the one who presses it", async () => {
    const { send } = await talkAs("officer");
    const [said] = await send("/xong #NG-6F2K", { kind: "button" }, "stranger").then((all) => all.slice(-1));

    expect(said?.text).toMatch(/dành cho cán bộ/u);
  });
});

describe("/viec", () => {
  it("tells lead and supporting apart, with the paper's words for the time and the source", async () => {
    const { tell } = await talkAs("officer");
    const said = await tell("/viec");

    expect(said).toMatch(/chủ trì 1 việc, phối hợp 1 việc/u);
    expect(said.indexOf("CHỦ TRÌ")).toBeLessThan(said.indexOf("Tổng hợp báo cáo"));
    expect(said).toMatch(/“trước ngày 30\/11\/2026”, hạn 30\/11\/2026 \(còn 9 ngày\)/u);
    expect(said).toMatch(/“Thường xuyên”/u);
    expect(said).toMatch(/Đơn vị chủ trì: Trung tâm Văn hóa/u);
    expect(said.match(/Nguồn: /gu)).toHaveLength(2);
  });

  it.each([["việc của tôi"], ["viec cua don vi toi"], ["đơn vị tôi có những việc gì"]])(
    "is what %j means",
    async (typed) => {
      const { tell } = await talkAs("officer");

      expect(await tell(typed)).toMatch(/^Việc của đơn vị: 2 việc\.\n1\. #NG-6F2K Tổng hợp báo cáo/u);
    },
  );

  it("lists one part when one is asked for", async () => {
    const { tell } = await talkAs("officer");

    const said = await tell("đơn vị tôi phối hợp việc nào");
    expect(said).toContain("#NG-AAAA");
    expect(said).not.toContain("#NG-6F2K");
  });

  it("says that a provincial paper assigns provincial bodies when the unit has nothing", async () => {
    const edition = testEdition();
    const [plan] = edition.documents;
    const provincial = {
      ...edition,
      localities: [{ ...edition.localities[0]!, level: "province" as const }],
    };
    const talk = openTalk({
      knowledge: () => ({
        ...provincial,
        documents: [{ ...plan!, tasks: [task("c", { lead: ["Sở Khoa học và Công nghệ"] })] }],
      }),
    });
    talk.office.appoint(officer("officer"), talk.from);

    expect(await talk.tell("/viec")).toMatch(/kế hoạch cấp tỉnh.*Sở Khoa học và Công nghệ/u);
  });

  it("goes on screen by screen when there are many", async () => {
    const many = Array.from({ length: 40 }, (_, at) => duty(`#NG-${1000 + at}`));
    const talk = openTalk({ duties: async () => many });
    talk.office.appoint(officer("officer"), talk.from);
    await talk.meet();
    let seen = await talk.tell("/viec");
    for (
      let page = await talk.tell("xem tiếp");
      !page.includes("Không còn phần");
      page = await talk.tell("xem tiếp")
    ) {
      expect(page.length).toBeLessThan(2_000);
      seen += page;
    }

    expect(many.filter(({ code }) => !seen.includes(code))).toEqual([]);
  });
});

describe("/han", () => {
  it.each([
    ["/han", /SẮP ĐẾN HẠN \(1\)/u],
    ["/han 30/11/2026", /PHẢI XONG ĐẾN 30\/11\/2026 \(1\)/u],
    ["/han 1/11/2026", /Không có việc nào phải xong đến/u],
    ["việc sắp đến hạn", /Việc sắp đến hạn: 1 việc/u],
    ["việc nào phải xong trước 30/11/2026", /tính đến 30\/11\/2026: 1 việc/u],
    ["/han 31/02/2026", /chưa hiểu ngày/u],
  ])("%s", async (typed, said) => {
    const { tell } = await talkAs("officer");

    expect(await tell(typed)).toMatch(said);
  });
});

describe("reporting", () => {
  it.each([
    ["/xong #NG-6F2K đã họp xong", { state: "done", note: "đã họp xong", ownDate: null }],
    ["/xong ng-6f2k", { state: "done", note: null, ownDate: null }],
    ["/danglam #NG-6F2K 15/12/2026", { state: "doing", ownDate: "2026-12-15" }],
    ["/danglam #NG-6F2K được 60%, đến thứ 6 xong", { state: "doing", percent: 60, ownDate: "2026-11-27" }],
  ])("%s is kept as said", async (typed, kept) => {
    const { tell, office } = await talkAs("officer");
    await tell(typed);

    expect(office.kept.progress).toMatchObject([{ task: "a", officer: "officer", ...kept }]);
  });

  it("says that the official day stands", async () => {
    const { tell } = await talkAs("officer");

    expect(await tell("/danglam #NG-6F2K 15/12/2026")).toMatch(/Hạn trong văn bản giữ nguyên/u);
  });

  it("offers the open tasks when no code is given, and takes the number", async () => {
    const { tell, office } = await talkAs("officer");
    await tell("/xong");
    await tell("1");

    expect(office.kept.progress).toMatchObject([{ task: "a", state: "done" }]);
  });

  it("reports nothing for a code that is not the officer's", async () => {
    const { tell, office } = await talkAs("officer");

    expect(await tell("/xong #XX-9999")).toMatch(/Không có việc #XX-9999/u);
    expect(office.kept.progress).toEqual([]);
  });
});

describe("names of units", () => {
  it("are one by short forms, accents, case and the papers' own other names", () => {
    const edition = testEdition();
    const [plan] = edition.documents;
    const units = [
      { locality: "ninh-giang", name: "Trung tâm Phục vụ hành chính công", otherNames: ["TTPVHCC"] },
    ];
    const same = sameUnit({ ...edition, documents: [{ ...plan!, units }] });

    expect(same("Phòng VH-XH", "phòng văn hoá - xã hội")).toBe(true);
    expect(same("Văn phòng HĐND và UBND xã", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân")).toBe(true);
    expect(same("TTPVHCC", "Trung tâm Phục vụ hành chính công")).toBe(true);
    expect(same("Công an xã", "Công an phường")).toBe(true);
    expect(same("Phòng Kinh tế", "Phòng Văn hóa - Xã hội")).toBe(false);
  });
});
