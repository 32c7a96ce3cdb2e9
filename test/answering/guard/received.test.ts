import { describe, expect, it } from "vitest";
import { readAddresses } from "../../../src/answering/guard/received/addresses.ts";
import { registerOf } from "../../../src/answering/guard/received/register.ts";

const register = registerOf(
  [
    { url: "https://dichvucong.gov.vn", name: "Cổng Dịch vụ công quốc gia" },
    { url: "https://vneid.gov.vn", name: "Trang VNeID" },
  ],
  [{ number: "1900.0368", name: "Tổng đài VNeID" }],
);
const kinds = (text: string) => readAddresses(text, register).told.map(({ kind }) => kind);

describe("an address in a message", () => {
  it.each([
    ["vào https://dichvucong.gov.vn/p/home nhé", "known"],
    ["www.vneid.gov.vn", "known"],
    ["thuedientu.gdt.gov.vn", "known"],
    ["dichvucong.gov.vn.xyz có an toàn không", "fake"],
    ["vneid-gov.com", "fake"],
    ["https://vneid-gov.vn.dang-nhap.top", "fake"],
    // A Cyrillic letter among Latin ones.
    ["vneіd.gov.vn", "fake"],
    ["nhan-qua.top", "unknown"],
    ["gọi 1900 0368", "known"],
    ["gọi 1900 1234", "unknown"],
  ])("is compared letter for letter: %s", (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it.each(["tôi nộp rồi.mình chờ", "an@example.com", "ngày 12.5.2026", "30A-123.45"])(
    "is none in %s",
    (text) => {
      expect(kinds(text)).toEqual([]);
    },
  );
});
