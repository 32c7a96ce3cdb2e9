import { describe, expect, it } from "vitest";
import { findPlaces } from "../../src/answering/understand/named-places.ts";
import type { Locality } from "../../src/domain/document.ts";
import { fold, toneKey } from "../../src/vietnamese/text/normalise.ts";

const place = (level: string, shortName: string, province: string): Omit<Locality, "slug"> => ({
  name: `${level} ${shortName}`,
  shortName,
  level: level === "phường" ? "ward" : "commune",
  province,
  otherNames: [],
  contacts: [],
});

const FIRST = ["Tân", "Bình", "Vĩnh", "Phú", "Long", "Mỹ", "Thạnh", "Hưng"];
const SECOND = [
  "Hòa",
  "Hóa",
  "Lợi",
  "Lộc",
  "An",
  "Ân",
  "Thành",
  "Thạnh",
  "Phước",
  "Hạnh",
  "Hanh",
  "Đông",
  "Động",
];

/** A province of 124 communes: many differ in one mark, some names are borne twice, by a xã and a phường or in two provinces. */
function province(): readonly Locality[] {
  const all = FIRST.flatMap((first) =>
    SECOND.map((second) => place("xã", `${first} ${second}`, "Đồng Tháp")),
  );
  const wards = all.slice(0, 10).map(({ shortName }) => place("phường", shortName, "Đồng Tháp"));
  const beyond = all.slice(10, 20).map(({ shortName }) => place("xã", shortName, "Vĩnh Long"));
  return [...all, ...wards, ...beyond].map((one, at) => ({ ...one, slug: `place-${at}` }));
}

const COMMUNES = province();
const find = (text: string, chosen: string | null = null) => findPlaces(text, text, COMMUNES, chosen);
const bearing = (same: (one: Locality) => boolean) => COMMUNES.filter(same).map(({ slug }) => slug);

describe("which of 124 communes is meant", () => {
  it("is a province of 124 places, some alike but for a mark and some alike altogether", () => {
    expect(COMMUNES).toHaveLength(124);
    expect(new Set(COMMUNES.map(({ shortName }) => fold(shortName))).size).toBeLessThan(104);
  });

  it("never takes a neighbour for a name typed with accents, level and province", () => {
    for (const one of COMMUNES) {
      const { named, doubtful } = find(`chỉ tiêu năm 2026 của ${one.name}, ${one.province} là bao nhiêu`);
      expect(doubtful, one.name).toEqual([]);
      expect(named, one.name).toEqual([one.slug]);
    }
  });

  it("asks back among exactly those that bear an accented name, and takes the only bearer", () => {
    for (const one of COMMUNES) {
      const bearers = bearing(({ shortName }) => toneKey(shortName) === toneKey(one.shortName));
      const { named, doubtful } = find(`Năm 2026 ${one.shortName} đặt chỉ tiêu bao nhiêu?`);
      expect(bearers.length === 1 ? named : doubtful, one.shortName).toEqual(bearers);
    }
  });

  it("asks back among all that the unaccented name may be", () => {
    for (const one of COMMUNES) {
      const bearers = bearing(({ shortName }) => fold(shortName) === fold(one.shortName));
      const { named, doubtful } = find(`nam 2026 ${fold(one.shortName)} dat chi tieu bao nhieu`);
      expect([...(bearers.length === 1 ? named : doubtful)].sort(), one.shortName).toEqual(
        [...bearers].sort(),
      );
    }
  });

  it("stays with the place picked for the chat when the unaccented name may be that one", () => {
    const [first] = bearing(({ name }) => name === "xã Tân Hòa");
    expect(find("chi tieu cua tan hoa", first).named).toEqual([first]);
  });

  it("takes one name for the same wherever its tone mark is placed", () => {
    const typed = "xã Tân Hoà, Đồng Tháp có chỉ tiêu gì".normalize("NFC");
    expect(find(typed).named).toEqual(
      bearing(({ name, province: p }) => name === "xã Tân Hòa" && p === "Đồng Tháp"),
    );
  });

  it.each([
    ["chỉ tiêu của xã Tân Hoạ năm 2026", "xã Tân Hoạ"],
    ["chỉ tiêu của thị trấn Hưng An năm 2026", "thị trấn Hưng An"],
    ["xã Hưng An, Cà Mau đặt chỉ tiêu bao nhiêu", "xã Hưng An"],
  ])("knows “%s” for a place of its own that is not loaded", (text, stranger) => {
    const found = find(text);
    expect(found.named).toEqual([]);
    expect(found.doubtful).toEqual([]);
    expect(found.stranger).toBe(stranger);
  });

  it("does not read common words with other marks as a place", () => {
    expect(find("tôi cần tán hoa quả ở chợ").stranger).toBeNull();
    expect(find("tôi cần tán hoa quả ở chợ").named).toEqual([]);
  });
});
