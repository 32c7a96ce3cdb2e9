import { describe, expect, it } from "vitest";
import type { Answered, Question } from "../../src/domain/conversation.ts";
import { openService, SECRET } from "../privacy/service.ts";
import { openTalk } from "../support/conversation.ts";

const LONG = [
  "Bấm “Quên mật khẩu” rồi làm theo máy báo.",
  `Sau đó ${"chờ máy gửi mã về số đã đăng ký, ".repeat(12)}xong.`,
  "Theo bài “Cài VNeID”. Nguồn: Bộ Công an.",
].join("\n");

async function longAnswer({ text }: Question): Promise<Answered> {
  const citation = { doc: "vneid-cai-dat", section: "", title: "Cài VNeID", quote: "Mở kho ứng dụng." };
  return {
    answer: {
      status: "answered",
      intent: "how_to",
      text: LONG,
      citations: [citation],
      complete: false,
      guide: "vneid-cai-dat",
      more: "Cả bài: ba bước.",
    },
    topic: {
      locality: null,
      intent: "how_to",
      words: text,
      year: null,
      group: null,
      unit: null,
      doc: "vneid-cai-dat",
      section: null,
    },
    explain: [],
  };
}

async function talked() {
  const talk = openTalk({ ask: longAnswer });
  await talk.meet();
  await talk.tell("quên mật khẩu vneid");
  return talk;
}

describe("what is said of the last answer", () => {
  it.each([
    "dài quá, nói ngắn thôi",
    "dai qua noi ngan thoi",
    "nói ngắn gọn lại giúp em",
    "dài dòng quá",
    "tóm tắt đi",
    "ngắn thôi ạ",
    "dài thế đọc không hết",
  ])("%j gives its first lines only", async (words) => {
    const { tell } = await talked();

    expect(await tell(words)).toBe("Bấm “Quên mật khẩu” rồi làm theo máy báo.");
    expect(await tell("xem tiếp")).toContain("Cả bài: ba bước.");
  });

  it.each(["nói lại", "nhắc lại câu vừa rồi", "noi lai di", "nhắn lại giúp em"])(
    "%j says it once more",
    async (words) => {
      const { tell } = await talked();

      expect(await tell(words)).toBe(LONG);
    },
  );

  it.each(["không phải", "khong phai a", "không phải thế", "hiểu sai ý rồi", "nhầm ý rồi"])(
    "%j lets go of it and asks for the question in other words",
    async (words) => {
      const { send, office, from } = await talked();
      const [reply] = await send(words);

      expect(reply?.text).toContain("hiểu chưa đúng ý");
      expect(reply?.buttons?.map(({ label }) => label)).toContain("Gặp cán bộ");
      expect((await office.chats.load(from))?.topic).toBeNull();
    },
  );

  it("offers the rest of a guide as the whole guide, by button and by word", async () => {
    const talk = openTalk({ ask: longAnswer });
    await talk.meet();
    const [answer] = await talk.send("quên mật khẩu vneid");
    expect(answer?.buttons?.map(({ label }) => label)).toContain("Xem cả hướng dẫn");

    for (const words of ["Xem cả hướng dẫn", "xem ca huong dan", "gửi cả bài hướng dẫn"]) {
      const { tell } = await talked();
      expect(await tell(words)).toContain("Cả bài: ba bước.");
    }
  });

  it.each(["từng bước", "tung buoc", "chỉ từng bước một đi", "Hướng dẫn từng bước"])(
    "%j leads through the guide that was spoken of",
    async (words) => {
      const { tell } = await talked();

      expect(await tell(words)).toContain("Bước 1/3: Mở kho ứng dụng.");
    },
  );

  it("says so when there was no answer yet", async () => {
    const { tell, meet } = openTalk();
    await meet();

    expect(await tell("nói lại")).toContain("chưa trả lời câu nào");
    expect(await tell("dài quá")).toContain("chưa trả lời câu nào");
  });

  it.each([
    ["ý tôi là đổi mật khẩu ví điện tử", "đổi mật khẩu ví điện tử"],
    ["không phải, tôi hỏi cách nộp hồ sơ cơ", "cách nộp hồ sơ"],
    ["y em la lam lai the bao hiem", "lam lai the bao hiem"],
    ["ý tôi là năm 2026", "ý tôi là năm 2026"],
    ["tôi hỏi thật nhé", "tôi hỏi thật nhé"],
  ])("asks what is meant behind %j", async (words, asked) => {
    const { tell, asked: all, meet } = openTalk();
    await meet();
    await tell(words);

    expect(all.at(-1)?.text).toBe(asked);
  });

  it("takes a question for a question, whatever words it shares with these", async () => {
    const { tell, asked, meet } = openTalk();
    await meet();
    for (const words of [
      "tóm tắt phần tổ chức thực hiện",
      "nói lại chỉ tiêu năm 2026",
      "không phải đóng tiền à",
    ]) {
      await tell(words);
      expect(asked.at(-1)?.text).toBe(words);
    }
  });
});

describe("a message with something beside it", () => {
  it("is read by its caption, and says that the picture was not opened", async () => {
    const { tell, asked, meet } = openTalk();
    await meet();
    const said = await tell("cài VNeID thế nào", {
      kind: "photo",
      attachment: { id: "1", name: "a.jpg", size: 1 },
    });

    expect(asked.at(-1)?.text).toBe("cài VNeID thế nào");
    expect(said).toMatch(/^Cài VNeID: ba bước\..*không mở ảnh/su);
  });

  it("goes on from the guide in the answer it quotes", async () => {
    const { tell, asked, meet } = openTalk();
    await meet();
    await tell("mất bao lâu", { quoted: { text: "Ba bước.\nTheo bài “Cài VNeID”.", ours: true } });

    expect(asked.at(-1)?.topic?.doc).toBe("vneid-cai-dat");
  });

  it("asks about the person's own earlier words with what they were about", async () => {
    const { tell, asked, meet } = openTalk();
    await meet();
    await tell("mất bao lâu", { quoted: { text: "cài VNeID thế nào", ours: false } });

    expect(asked.at(-1)?.topic?.words).toBe("cài VNeID thế nào");
    expect(asked.at(-1)?.text).toBe("mất bao lâu");
  });

  it("is judged together with the message it doubts", async () => {
    const { tell, asked, meet } = openTalk();
    await meet();
    await tell("cái này có phải lừa đảo không", {
      quoted: { text: "Bạn trúng thưởng xe máy.", ours: false },
    });

    expect(asked.at(-1)?.text).toBe("Bạn trúng thưởng xe máy.\ncái này có phải lừa đảo không");
  });
});

describe("the running service", () => {
  it("masks what is quoted before it is stored, and names the office's contact for what the card lacks", async () => {
    const contact = "văn phòng xã, 0200.000.0009";
    const service = await openService({ OFFICE_CONTACT: contact, DEFAULT_LOCALITY: "ninh-giang" });
    const from = { id: 7, type: "private", is_bot: false, first_name: "An" };
    const date = Math.floor(Date.now() / 1000);
    const quoted = { message_id: 1, date, chat: from, from, text: "số căn cước của tôi là 001085012345" };
    const message = { message_id: 2, date, chat: from, from, text: "còn gì nữa", reply_to_message: quoted };

    await fetch(`${service.url}/webhook/telegram`, {
      method: "POST",
      headers: { "x-telegram-bot-api-secret-token": SECRET },
      body: JSON.stringify({ update_id: 900, message }),
    });
    const [kept] = service.rows("SELECT message FROM inbox");

    expect(JSON.parse(String(kept?.message)).quoted.ours).toBe(false);
    expect(String(kept?.message)).not.toContain("001085012345");
    await service.tell(7, "/xa Ninh Giang");
    expect(await service.tell(7, "số điện thoại trạm y tế")).toContain(`Nơi liên hệ: ${contact}.`);
  });
});
