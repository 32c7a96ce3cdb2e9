import { describe, expect, it } from "vitest";
import { openAskingIndex } from "../../../src/answering/index/asking-index.ts";
import type { Guide } from "../../../src/domain/document.ts";

const vocabulary = {
  abbreviations: {},
  teencode: { ko: "không", dc: "được", mk: "mật khẩu" },
  dialect: {},
  names: {},
  synonyms: [],
};

const guide = (id: string, more: Partial<Guide>): Guide => ({
  id,
  title: id,
  summary: "Làm xong.",
  audience: ["resident"],
  phone: "any",
  needs: [],
  time: null,
  cost: null,
  keywords: [],
  asks: [],
  urgent: false,
  related: [],
  sources: [],
  checkedOn: "2026-11-30",
  reviewAfter: "2027-05-30",
  steps: ["Mở ứng dụng."],
  troubles: [],
  safety: null,
  person: null,
  ...more,
});

const guides = [
  guide("quen-mat-khau", {
    asks: ["Quên mật khẩu VNeID thì làm sao?"],
    troubles: ["Quên passcode: bấm “Quên passcode”.", "Mất số cũ: ra công an xã."],
    asked: [{ part: "trouble", index: 0, said: ["mở ví giấy tờ nó đòi sáu số mà không nhớ"] }],
  }),
  guide("khai-sinh", { asks: ["Làm giấy khai sinh cho con ở đâu?"] }),
];
const index = openAskingIndex(guides, [], vocabulary);

function best(question: string, except?: string): string {
  const near = [...index.nearest(question, except)].sort((a, b) => b[1].asked - a[1].asked)[0];
  const owner = index.owners[near?.[0] ?? -1];
  return owner?.kind === "part" ? `${owner.guide.id} ${owner.part} ${owner.index}` : "nothing";
}

describe("the index of ways of asking", () => {
  it("finds the part by how its situation is told, with and without accents", () => {
    expect(best("nó đòi sáu số mở ví giấy tờ")).toBe("quen-mat-khau trouble 0");
    expect(best("no doi sau so mo vi giay to ma ko nho")).toBe("quen-mat-khau trouble 0");
  });

  it("finds the whole guide by its own ways of asking, short forms written out", () => {
    expect(best("quen mk vneid")).toBe("quen-mat-khau whole 0");
    expect(best("lam giay khai sinh cho con")).toBe("khai-sinh whole 0");
  });

  it("leaves a way of asking out when the judge learns from it", () => {
    const own = "mở ví giấy tờ nó đòi sáu số mà không nhớ";
    const place = index.owners.findIndex(
      (one) => one.kind === "part" && one.part === "trouble" && one.index === 0,
    );
    expect(index.nearest(own).get(place)?.asked).toBeCloseTo(1);
    expect(index.nearest(own, own).get(place)?.asked ?? 0).toBeLessThan(0.5);
  });

  it("says nothing of what shares no word", () => {
    expect(index.nearest("xyz").size).toBe(0);
  });
});
