import { describe, expect, it } from "vitest";
import { openWordIndex } from "../../../src/answering/search/ranking/word-index.ts";
import { passages, vocabulary } from "./small-world.ts";

const index = openWordIndex(passages, vocabulary);
const first = (query: string) => index.search(query, 3)[0]?.label;

describe("searching by words", () => {
  it("finds the passage by its content words", () => {
    expect(first("lớp học cho người cao tuổi")).toBe(2);
    expect(first("ai chủ trì cấp căn cước")).toBe(4);
  });

  it("tells near-identical passages apart by the year", () => {
    expect(first("năm 2025 bao nhiêu người dân được xác nhận")).toBe(0);
    expect(first("nam 2026 bao nhieu nguoi dan duoc xac nhan")).toBe(1);
  });

  it("tells đường from dương, typed or restored", () => {
    expect(first("đường nào")).toBe(3);
    expect(first("ánh dương")).toBe(5);
  });

  it("finds document numbers, dates and parts of them", () => {
    expect(first("57-NQ/TW")).toBe(7);
    expect(first("nghị quyết 57")).toBe(7);
    expect(first("trước ngày 30/10/2025")).toBe(6);
  });

  it("finds by heading and lead-in", () => {
    expect(first("giáo dục")).toBe(3);
    expect(first("các cơ quan thực hiện")).toBe(6);
  });

  it("finds synonyms of the vocabulary, and counts them in part", () => {
    const [hit] = index.search("lớp học cho người già", 1);
    expect(hit?.label).toBe(2);
    expect(hit?.coverage).toBeGreaterThan(0.6);
    expect(hit?.coverage).toBeLessThan(1);
    expect(index.search("lớp học cho người cao tuổi", 1)[0]?.coverage).toBe(1);
  });

  it("scores about 1 for the whole question in order, and low for a chance word", () => {
    expect(index.search("trâu bò gặm cỏ bên sông", 1)[0]?.score).toBeGreaterThan(0.8);
    expect(index.search("chương trình ca nhạc bên hồ Gươm tối nay", 1)[0]?.score ?? 0).toBeLessThan(0.4);
  });

  it("covers little when the rare words of the question are missing", () => {
    const [hit] = index.search("người dân được cấp hộ chiếu vũ trụ", 1);
    expect(hit?.coverage).toBeLessThan(0.5);
  });

  it("keeps to the passages allowed, and to k", () => {
    const hits = index.search("người dân xác nhận năm 2025", 5, (label) => label !== 0);
    expect(hits.map(({ label }) => label)).not.toContain(0);
    expect(hits[0]?.label).toBe(1);
    expect(index.search("người dân", 1)).toHaveLength(1);
  });

  it("finds nothing for an empty question or words that nobody wrote", () => {
    expect(index.search("", 5)).toEqual([]);
    expect(index.search("?!", 5)).toEqual([]);
    expect(openWordIndex([], vocabulary).search("người dân", 5)).toEqual([]);
  });

  it("explains which words a passage holds, replaces and lacks", () => {
    expect(index.explain("lớp học miễn phí cho người già", 2)).toEqual({
      words: ["lớp", "học"],
      alike: ["già"],
      missing: ["miễn", "phí"],
    });
  });

  it("gives the score of one passage as it would in a search", () => {
    const [hit] = index.search("lớp học cho người già", 1);
    expect(index.score("lớp học cho người già", hit?.label ?? -1)).toEqual(hit);
  });

  it("rewards words that stand close together", () => {
    const filler = "một hai ba bốn năm sáu bảy tám chín mười ".repeat(12);
    const near = openWordIndex(
      [{ text: `tổ hợp ${filler} tác ${filler} xã` }, { text: `${filler} tổ hợp tác xã ${filler}` }],
      vocabulary,
    );
    expect(near.search("tổ hợp tác xã", 2)[0]?.label).toBe(1);
  });

  it("leaves no trace of one question in the next", () => {
    const once = index.search("người cao tuổi", 3);
    index.search("căn cước công dân tại nhà văn hóa", 3);
    expect(index.search("người cao tuổi", 3)).toEqual(once);
  });
});
