import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Answering, openAnswering } from "../../src/answering/answer.ts";
import { parseSafety } from "../../src/answering/guard/safety.ts";
import { CARD_DOC, HOTLINES_DOC } from "../../src/answering/index/register-text.ts";
import type { Topic } from "../../src/domain/conversation.ts";
import { readOfficeFiles } from "../../src/knowledge/files/office-data.ts";
import { fold } from "../../src/vietnamese/text/normalise.ts";
import { CARD } from "../support/commune-card.ts";
import { temporaryFolder } from "../support/folder.ts";
import { wholeEdition } from "../support/whole-edition.ts";

let answering: Answering;

beforeAll(async () => {
  const { live, embedder } = await wholeEdition();
  answering = openAnswering({ ...live, edition: { ...live.edition, cards: [CARD] } }, embedder);
});

async function ask(text: string, locality: string | null = "ninh-giang", topic: Topic | null = null) {
  return answering.answer({ text, locality, today: "2026-11-30" }, topic);
}
const saidTo = async (text: string, locality: string | null = "ninh-giang") =>
  (await ask(text, locality)).answer;

/** Whether a card or the list of hotlines answered, or the card was said to lack it. */
async function fromRegisters(text: string): Promise<boolean> {
  const answer = await saidTo(text);
  const cited = answer.status === "answered" ? answer.citations.map(({ doc }) => doc) : [];
  return cited.includes(CARD_DOC) || cited.includes(HOTLINES_DOC) || /thẻ thông tin/iu.test(answer.text);
}

/** Ways of asking, each also without accents. */
const ASKED: readonly (readonly [string, string])[] = [
  ["mấy giờ xã làm việc", "Ủy ban nhân dân xã Ninh Giang làm việc: thứ Hai đến thứ Sáu"],
  ["ủy ban chiều làm đến mấy giờ ạ", "13 giờ 30 đến 17 giờ"],
  ["sđt bộ phận một cửa", "Bộ phận một cửa xã Ninh Giang: 0200.000.0002"],
  ["cho xin số một cửa với", "0200.000.0002"],
  ["liên hệ một cửa thế nào", "0200.000.0002"],
  ["công an xã số mấy", "Công an xã Ninh Giang: 0200.000.0003"],
  ["cho tui cái số công an xã nghen", "0200.000.0003"],
  ["gọi công an xã", "0200.000.0003"],
  ["thứ 7 có làm không", "thẻ chưa ghi riêng thứ Bảy, Chủ nhật; giờ làm việc: thứ Hai đến thứ Sáu"],
  ["cuối tuần một cửa có nhận hồ sơ không", "sáng thứ Bảy, 8 giờ đến 11 giờ"],
  ["trạm y tế ở đâu", "Trạm y tế xã Ninh Giang: thôn Mẫu Ba"],
  ["trạm xá ở chỗ mô", "thôn Mẫu Ba"],
  ["lớp học ở thôn nào bao giờ", "Thôn Mẫu Một: tối thứ Ba, 19 giờ 30; nhà văn hóa thôn; dùng VNeID"],
  ["ai hướng dẫn dùng điện thoại ở xã", "Tổ công nghệ số cộng đồng, trực tại nhà văn hóa thôn"],
  ["lịch tiếp dân của chủ tịch xã", "tiếp công dân ngày 10 và 25 hằng tháng"],
  ["trang web của xã", "https://ninhgiang.example.vn"],
];

describe("the card of a commune", () => {
  it.each(ASKED.flatMap(([text, said]) => [[text, said] as const, [fold(text), said] as const]))(
    "answers “%s” in its first line, with the day of the card",
    async (text, said) => {
      const answer = await saidTo(text);

      expect(answer.status).toBe("answered");
      expect(answer.text.split("\n").slice(0, 2).join("\n")).toContain(said);
      expect(answer.text).toContain("Theo thẻ thông tin của xã Ninh Giang, cập nhật ngày 20/11/2026.");
    },
  );

  it("gives two things asked their own lines, and says which of them it lacks", async () => {
    const answer = await saidTo("công an xã với trạm y tế số mấy");

    expect(answer.text).toContain("Công an xã Ninh Giang: 0200.000.0003");
    expect(answer.text).toContain("chưa ghi số điện thoại của trạm y tế");
  });

  it("says what it lacks and whom to call instead", async () => {
    const answer = await saidTo("số điện thoại trạm y tế");

    expect(answer.status).toBe("not_found");
    expect(answer.text).toBe(
      "Thẻ thông tin của xã Ninh Giang chưa ghi số điện thoại của trạm y tế.\nXin hỏi Ủy ban nhân dân xã Ninh Giang: 0200.000.0001.",
    );
  });

  it("never answers for another commune", async () => {
    for (const [text, locality] of [
      ["công an xã số mấy", "thanh-thuy"],
      ["sđt công an xã Thanh Thủy", "ninh-giang"],
      ["sđt công an xã Cẩm Lâm", "ninh-giang"],
    ] as const) {
      const answer = await saidTo(text, locality);
      expect(answer.status).toBe("not_found");
      expect(answer.text).not.toContain("0200.000");
    }
  });

  it("asks which commune when none is chosen", async () => {
    expect((await saidTo("công an xã số mấy", null)).status).toBe("clarify");
  });

  it("keeps what was asked for the next desk, and the desk for what is asked next", async () => {
    const { topic } = await ask("địa chỉ công an xã");

    expect((await ask("còn trạm y tế thì sao", "ninh-giang", topic)).answer.text).toContain("thôn Mẫu Ba");
    expect((await ask("số mấy", "ninh-giang", topic)).answer.text).toContain("0200.000.0003");
  });

  it.each([
    "công an gọi điện cho tôi",
    "số lạ gọi",
    "số tài khoản của xã",
    "đổi số điện thoại vneid",
    "chỉ tiêu của xã",
    "ngân hàng thứ 7 có làm không",
    "zalo của tôi bị khóa",
  ])("keeps out of “%s”", async (text) => {
    expect(await fromRegisters(text)).toBe(false);
  });
});

describe("the list of hotlines", () => {
  it.each([
    ["số tổng đài bảo hiểm xã hội", "Tổng đài Bảo hiểm xã hội Việt Nam: 1900.9068"],
    ["so tong dai bhxh", "1900.9068"],
    ["số VNeID", "Tổng đài VNeID: 1900.0368"],
    ["muốn hỏi vneid thì gọi số nào", "1900.0368"],
    ["tổng đài bảo vệ trẻ em số mấy", "111"],
  ])("tells the number of the owner named in “%s” first", async (text, said) => {
    for (const locality of [null, "ninh-giang"]) {
      const answer = await saidTo(text, locality);
      expect(answer.status).toBe("answered");
      expect(answer.text.split("\n")[0]).toContain(said);
    }
  });

  it.each(["số tổng đài ngân hàng agribank", "tổng đài mobifone", "sđt điện lực"])(
    "gives nobody else's number to “%s”",
    async (text) => {
      expect(await fromRegisters(text)).toBe(false);
    },
  );
});

describe("the files behind them", () => {
  it("know every desk and field by at least eight names, as shipped", async () => {
    const { data, unread } = await readOfficeFiles("knowledge", null, parseSafety);

    expect(unread).toEqual([]);
    expect(data.cards).toEqual([]);
    const named = { ...data.cardWords?.desks, ...data.cardWords?.fields };
    expect(Object.keys(named)).toHaveLength(14);
    for (const [name, ways] of Object.entries(named)) {
      expect(ways.length, name).toBeGreaterThanOrEqual(8);
    }
  });

  it("are read as their example shows, and a card of no known place is named", async () => {
    const folder = temporaryFolder();
    const example = readFileSync("knowledge/cards.yaml", "utf8")
      .split("\n")
      .slice(9)
      .map((line) => line.replace(/^# ?/u, ""))
      .join("\n");
    writeFileSync(join(folder, "localities.yaml"), "- { slug: ma-cua-xa, name: xã Mẫu, level: commune }\n");
    writeFileSync(join(folder, "cards.yaml"), example);

    const { data } = await readOfficeFiles(folder, null, parseSafety);
    expect(data.cards?.[0]?.desks.one_stop?.phone).toBeNull();
    expect(data.cards?.[0]?.desks.office?.address).toBe("thôn, đường, số nhà");
    expect(data.cards?.[0]?.classes).toHaveLength(1);

    writeFileSync(join(folder, "cards.yaml"), example.replace("ma-cua-xa", "xa-khac"));
    const astray = await readOfficeFiles(folder, null, parseSafety);
    expect(astray.data.cards).toEqual([]);
    expect(astray.unread[0]?.reason).toContain("xa-khac");
  });
});
