import { describe, expect, it } from "vitest";
import { FRESH } from "../../src/conversation/turn/state.ts";
import { openTalk } from "../support/conversation.ts";
import { growth } from "../support/work.ts";

describe("a first contact", () => {
  it("says who this is, that it is automatic, what not to send and how to delete, then answers", async () => {
    const { send } = openTalk();
    const [notice, answer] = await send("cài VNeID thế nào");

    expect(notice?.text).toMatch(/tự động/u);
    expect(notice?.text).toMatch(/UBND xã Ninh Giang/u);
    expect(notice?.text).toMatch(/căn cước.*OTP/u);
    expect(notice?.text).toMatch(/30 ngày/u);
    expect(notice?.text).toMatch(/\/xoadulieu/u);
    expect(notice?.text.length).toBeLessThanOrEqual(600);
    expect(answer?.text).toMatch(/ba bước/u);
  });

  it("gives the notice once", async () => {
    const { send } = openTalk();
    await send("cài VNeID thế nào");

    expect(await send("cài VNeID thế nào")).toHaveLength(1);
  });

  it("puts what is urgent before the notice", async () => {
    const { send } = openTalk();
    const [first, notice] = await send("toi vua chuyen tien cho nguoi la");

    expect(first?.text).toMatch(/ngân hàng/u);
    expect(notice?.text).toMatch(/tự động/u);
  });
});

describe("choosing a locality", () => {
  it.each([["2"], ["số 2"], ["so 2"], ["hai"], ["Thanh Thủy"], ["thanh thuy"], ["xã Thanh Thủy"]])(
    "takes %j from the menu of /xa",
    async (typed) => {
      const { tell, office, from } = openTalk();
      await tell("/xa");
      await tell(typed);

      expect((await office.chats.load(from))?.locality).toBe("thanh-thuy");
    },
  );

  it.each([
    ["tôi ở Thanh Thủy"],
    ["toi o thanh thuy"],
    ["em người xã Thanh Thủy ạ"],
    ["nhà tôi ở xã Thanh Thủy nhé"],
  ])("takes it from %j", async (typed) => {
    const { tell, office, from } = openTalk();
    await tell(typed);

    expect((await office.chats.load(from))?.locality).toBe("thanh-thuy");
  });

  it("takes it from the page that sends the question, and lets go of a place that is no longer loaded", async () => {
    const { tell, send, asked, office, from } = openTalk();
    await send("chỉ tiêu năm 2025", { locality: "thanh-thuy" });
    expect(asked.at(-1)?.locality).toBe("thanh-thuy");

    await office.chats.save(from, { ...FRESH, locality: "xa-da-sap-nhap" }, 1);
    await tell("chỉ tiêu năm 2025");
    expect(asked.at(-1)?.locality).toBeNull();
  });

  it("does not take a follow-up for where somebody lives", async () => {
    const { tell, office, from, asked } = openTalk();
    await tell("chỉ tiêu năm 2025 của xã Ninh Giang");
    await tell("/xa ninh-giang");
    await tell("chỉ tiêu năm 2025");
    await tell("còn Thanh Thủy?");

    expect((await office.chats.load(from))?.locality).toBe("ninh-giang");
    expect(asked.at(-1)?.text).toBe("còn Thanh Thủy?");
  });

  it("shows for whose place an answer holds", async () => {
    const { tell } = openTalk();
    await tell("/xa ninh giang");

    expect(await tell("chỉ tiêu năm 2025")).toMatch(/xã Ninh Giang/u);
  });

  it("asks back with choices, takes the number, answers and keeps the place", async () => {
    const { send, tell, asked, office, from } = openTalk();
    await tell("chào");
    const [question] = await send("chỉ tiêu năm 2025 là bao nhiêu");

    expect(question?.buttons?.map(({ label }) => label)).toEqual(["xã Ninh Giang", "xã Thanh Thủy"]);
    expect(await tell("1")).toMatch(/80%/u);
    expect(asked.at(-1)).toMatchObject({ text: "xã Ninh Giang", locality: "ninh-giang" });
    expect((await office.chats.load(from))?.locality).toBe("ninh-giang");
  });

  it("names the choices again when the place is unknown", async () => {
    const { send, meet } = openTalk();
    await meet();
    const [answer] = await send("/xa Hà Nội");

    expect(answer?.text).toMatch(/Hà Nội/u);
    expect(answer?.buttons).toHaveLength(2);
  });
});

describe("a long answer", () => {
  it.each([["xem tiếp"], ["xem tiep"], ["1"], ["tiếp"], ["còn nữa không"]])(
    "goes on at %j",
    async (typed) => {
      const { tell } = openTalk();
      await tell("cài VNeID");

      expect(await tell(typed)).toMatch(/Phần hai/u);
    },
  );

  it("says kindly when there is nothing more", async () => {
    const { tell, meet } = openTalk();
    await meet();

    expect(await tell("xem tiếp")).toMatch(/Không còn phần nào/u);
  });
});

describe("walking a guide", () => {
  const walking = async () => {
    const talk = openTalk();
    await talk.meet();
    await talk.tell("hướng dẫn từng bước cài VNeID");
    return talk;
  };

  it("starts at the first step when asked for step by step, and offers four moves", async () => {
    const { send, meet } = openTalk();
    await meet();
    const [step] = await send("hướng dẫn từng bước cài VNeID");

    expect(step?.text).toMatch(/Bước 1\/3: Mở kho/u);
    expect(step?.buttons?.map(({ label }) => label)).toEqual(["Tiếp", "Lùi", "Lặp lại", "Dừng"]);
  });

  it("does not look for the words that only ask to be led", async () => {
    const { tell, asked } = await walking();
    await tell("toi muon cai vneid tung buoc mot");

    expect(asked.map(({ text }) => text)).toEqual(["cài VNeID", "toi muon cai vneid"]);
  });

  it("says nothing of the guide under an answer to an emergency", async () => {
    const { send } = await walking();
    const [answer] = await send("tôi vừa chuyển tiền cho người lạ");

    expect(answer?.text).not.toMatch(/tiếp/u);
    expect(answer?.buttons ?? []).toEqual([]);
  });

  it("starts from the button under a guide, or its number", async () => {
    const { tell } = openTalk();
    await tell("cài VNeID");

    expect(await tell("2")).toMatch(/Bước 1\/3/u);
  });

  it.each([
    ["tiếp", 2],
    ["tiep di em", 2],
    ["xong rồi", 2],
    ["xem tiếp", 2],
    ["xog r ạ", 2],
    ["ok", 2],
    ["1", 2],
    ["lặp lại", 1],
    ["lap lai buoc 3", 3],
    ["bước 2", 2],
    ["chưa hiểu", 1],
    ["lùi", 1],
    ["2", 1],
    ["chậm thôi", 1],
    ["từ từ thôi", 1],
  ])("takes %j to step %i", async (typed, step) => {
    const { tell } = await walking();

    expect(await tell(typed)).toContain(`Bước ${step}/3`);
  });

  it("answers a question in the middle and goes on from the same step", async () => {
    const { tell } = await walking();
    await tell("tiếp");

    expect(await tell("chỉ tiêu năm 2025 của xã Ninh Giang")).toMatch(/Của xã nào|80%/u);
    expect(await tell("tiếp")).toMatch(/Bước 3\/3/u);
  });

  it("keeps the place after stopping, and ends with a kind word", async () => {
    const { tell } = await walking();

    expect(await tell("dừng")).toMatch(/dừng ở bước 1/u);
    await tell("tiếp");
    await tell("tiếp");
    expect(await tell("xong")).toMatch(/Xong cả bài/u);
  });

  it("says how many steps there are when a step does not exist", async () => {
    const { tell } = await walking();

    expect(await tell("bước 9")).toMatch(/có 3 bước/u);
  });

  it("ends kindly when the guide was withdrawn meanwhile", async () => {
    const talk = await walking();
    const edition = talk.deps.knowledge();
    const { tell } = openTalk({
      chats: talk.office.chats,
      knowledge: () => (edition === null ? null : { ...edition, documents: [] }),
    });

    expect(await tell("tiếp")).toMatch(/không còn nữa/u);
  });
});

describe("words that move the screen when there is nothing to move", () => {
  it.each([["xong rồi"], ["lùi lại"], ["lặp lại bước 3"], ["7"], ["số 9"]])(
    "%j is not looked up as a question",
    async (typed) => {
      const { tell, meet, asked } = openTalk();
      await meet();
      await tell("/xa ninh-giang");

      expect(await tell(typed)).toMatch(/không có/u);
      expect(asked).toEqual([]);
    },
  );

  it("a message of many repeated words is only ever a question", async () => {
    const { tell, meet, asked } = openTalk();
    await meet();
    await tell("nhà tôi ".repeat(5_000));
    await tell("việc ".repeat(20_000));

    expect(asked).toHaveLength(2);
    for (const word of ["nhà tôi ", "việc "]) {
      expect(await growth((times) => tell(word.repeat(times)), 1_000)).toBeLessThan(2.2);
    }
  });
});

describe("what cannot be answered now", () => {
  it("tells once an hour that stickers and photos cannot be read", async () => {
    const { tell, meet, clock } = openTalk();
    await meet();

    expect(await tell("", { kind: "unsupported" })).toMatch(/chỉ đọc được chữ/u);
    expect(await tell("", { kind: "photo" })).toBe("");
    clock.advance(3_600_000);
    expect(await tell("", { kind: "photo" })).toMatch(/không mở ảnh/u);
  });

  it("begins a late answer with the time of the question", async () => {
    const { tell, meet, clock } = openTalk();
    await meet();

    expect(await tell("cài VNeID", { sentAt: clock.now() - 11 * 60_000 })).toMatch(
      /^Trả lời tin nhắn lúc \d\d:\d\d/u,
    );
  });

  it("does not answer what is more than a day old, but lists it for the office", async () => {
    const { send, clock, office } = openTalk();

    expect(await send("cài VNeID", { sentAt: clock.now() - 25 * 3_600_000 })).toEqual([]);
    expect(office.kept.questions).toMatchObject([{ status: "late", text: "cài VNeID" }]);
  });

  it("does nothing on a button pressed more than a quarter of an hour ago", async () => {
    const { tell, meet, clock, office, from } = openTalk();
    await meet();

    expect(await tell("/xa ninh-giang", { kind: "button", sentAt: clock.now() - 16 * 60_000 })).toMatch(
      /đã cũ/u,
    );
    expect((await office.chats.load(from))?.locality).toBeNull();
  });

  it("answers a flood five times, asks once to wait, and goes on later; others do not notice", async () => {
    const { send, clock, deps } = openTalk();
    const replies = [];
    for (let i = 0; i < 40; i += 1) {
      replies.push(await send("cài VNeID", { key: "flood" }));
    }
    const texts = replies.flat().map(({ text }) => text);

    expect(texts.filter((text) => /ba bước/u.test(text))).toHaveLength(5);
    expect(texts.filter((text) => /đợi chút/u.test(text))).toHaveLength(1);
    expect((await send("cài VNeID", {}, "other")).length).toBeGreaterThan(0);
    clock.advance(60_000);
    expect((await send("cài VNeID")).length).toBe(1);
    expect(deps.limits.take({ channel: "web", chat: "9" }, clock.now())).toBe("go");
  });

  it("says so while no knowledge is loaded", async () => {
    const { tell } = openTalk({ knowledge: () => null });

    expect(await tell("cài VNeID")).toMatch(/đang chuẩn bị/u);
  });
});
