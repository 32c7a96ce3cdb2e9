import { describe, expect, it } from "vitest";
import { documentsInForce } from "../../src/answering/index/in-force.ts";
import type { DocumentCard, Sourced } from "../../src/domain/document.ts";
import { readOverrides } from "../../src/knowledge/files/metadata-overrides.ts";
import { understandDocument } from "../../src/knowledge/understand.ts";
import { oneLine, squeeze } from "../../src/vietnamese/text/normalise.ts";
import { gold, localities, read, SEEDS, seedText, TODAY, unitHints } from "./seeds.ts";

const value = (field: Sourced<string> | null) => field?.value ?? null;

function plain(card: DocumentCard) {
  const { kind, locality, level } = card;
  return {
    kind,
    number: value(card.number),
    date: value(card.date),
    place: value(card.place),
    issuer: value(card.issuer),
    signer: value(card.signer),
    locality,
    level,
    period: value(card.period),
    legalBases: card.legalBases.map(value),
    replaces: card.replaces.map(value),
  };
}

describe.each(SEEDS)("the card of %s", (name) => {
  const { card, sourceText } = read(seedText(name), name);

  it("holds what the paper says, and null for what it does not", () => {
    expect(plain(card)).toEqual(gold<Record<string, unknown>>("cards")[name]);
  });

  it("gives each value with its words from the paper", () => {
    const fields = [card.number, card.date, card.place, card.issuer, card.signer, card.period];
    const paper = squeeze(sourceText);
    const words = [...fields, ...card.legalBases, ...card.replaces].flatMap((field) => field?.words ?? []);
    expect(words.filter((one) => !paper.includes(squeeze(one)))).toEqual([]);
  });
});

const DECISION = `ỦY BAN NHÂN DÂN
XÃ TÂN TIẾN
-------
Số: 321/QĐ-UBND
Tân Tiến, ngày 03 tháng 10 năm 2025

QUYẾT ĐỊNH
Về việc thành lập Tổ công nghệ số cộng đồng xã Tân Tiến

CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN TIẾN

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;
Căn cứ Công văn số 793/BTTTT-THH ngày 05/3/2022 của Bộ Thông tin và Truyền thông;

QUYẾT ĐỊNH:

Điều 1. Thành lập Tổ công nghệ số cộng đồng xã Tân Tiến gồm 12 thành viên.
Điều 2. Quyết định này thay thế Quyết định số 210/QĐ-UBND ngày 12/5/2024.

Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
Lê Quang Huy`;

describe("the card of a decision", () => {
  const { card } = read(DECISION, "quyet-dinh");

  it("is read past the chairman's title that opens it", () => {
    expect(plain(card)).toMatchObject({
      kind: "decision",
      number: "321/QĐ-UBND",
      date: "2025-10-03",
      issuer: "Ủy ban nhân dân xã Tân Tiến",
      signer: "Lê Quang Huy",
      locality: null,
      level: "commune",
      legalBases: ["Luật Tổ chức chính quyền địa phương ngày 16/6/2025", "Công văn số 793/BTTTT-THH"],
      replaces: ["210/QĐ-UBND"],
    });
    expect(card.title).toBe("Quyết định về việc thành lập Tổ công nghệ số cộng đồng xã Tân Tiến");
  });

  it("puts the paper it replaces out of force, by number and date", () => {
    const old = (day: string) =>
      DECISION.replace("321/QĐ", "210/QĐ")
        .replace("03 tháng 10 năm 2025", day)
        .replace(/thay thế[^.]*/u, "có hiệu lực");
    const papers = [
      read(DECISION, "moi"),
      read(old("12 tháng 5 năm 2024"), "cu"),
      read(old("01 tháng 2 năm 2023"), "khac"),
    ];
    expect(documentsInForce(papers).map(({ id }) => id)).toEqual(["moi", "khac"]);
  });
});

it("keeps the signs of papers and the name of the place in a title in capitals", () => {
  const { title, number, level } = read(
    `THỦ TƯỚNG CHÍNH PHỦ
Số: 26/QĐ-TTg
Hà Nội, ngày 02 tháng 10 năm 2025
KẾ HOẠCH
TRIỂN KHAI NGHỊ QUYẾT SỐ 214/NQ-CP CỦA CHÍNH PHỦ TRÊN ĐỊA BÀN THÀNH PHỐ HÀ NỘI

UBND thành phố Hà Nội ban hành Kế hoạch như sau:
I. MỤC TIÊU
1. 100% hồ sơ được nộp trực tuyến.
2. 80% người dân có tài khoản.`,
    "cong-van",
  ).card;
  expect(title).toBe(
    "Kế hoạch triển khai nghị quyết số 214/NQ-CP của Chính phủ trên địa bàn thành phố Hà Nội",
  );
  expect([number?.value, level]).toEqual(["26/QĐ-TTg", "province"]);
});

describe("a side file", () => {
  const seed = { id: "thanh-thuy", text: seedText("thanh-thuy"), localities, unitHints, today: TODAY };

  it("corrects any field of the card, and its locality everywhere", () => {
    const side = readOverrides("number: 52/KH-UBND\nlocality: dien-khanh\n", "thanh-thuy.yaml");
    const { card, tasks } = understandDocument({ ...seed, side });
    expect(value(card.number)).toBe("52/KH-UBND");
    expect(new Set(tasks.map(({ locality }) => locality))).toEqual(new Set(["dien-khanh"]));
    expect(value(card.signer)).toBe("Nguyễn Anh Tuấn");
  });

  it("is refused with its name when a field is unknown", () => {
    expect(() => readOverrides("so: 52\n", "thanh-thuy.yaml")).toThrow(/thanh-thuy\.yaml/u);
  });
});

it("tells a locality by the paper's head, before the name of its file", () => {
  const text = seedText("ninh-giang");
  expect(read(text, "ke-hoach-2025").card.locality).toBe("ninh-giang");
  expect(
    read("KẾ HOẠCH\nMột việc\n\nI. NỘI DUNG\n1. Làm một việc cho người dân.", "tuyen-quang-2026").card
      .locality,
  ).toBe("tuyen-quang");
  expect(oneLine(read(text, "x").card.title)).toMatch(/^Kế hoạch triển khai phong trào thi đua/u);
});
