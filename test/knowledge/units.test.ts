import { describe, expect, it } from "vitest";
import { cellBodies } from "../../src/knowledge/entities/cell-units.ts";
import { coordinatorsIn } from "../../src/knowledge/entities/coordinators.ts";
import {
  actingIn,
  actingUnit,
  bodyOf,
  directedIn,
  headingUnits,
  standingName,
} from "../../src/knowledge/entities/responsible-unit.ts";
import { type UnitHints, unitReader } from "../../src/knowledge/entities/units.ts";
import { understandDocument } from "../../src/knowledge/understand.ts";
import { localities, read, seedText, TODAY, unitHints } from "./seeds.ts";

const units = unitReader(unitHints);

describe("bodies that a sentence works along with", () => {
  it.each<readonly [string, readonly string[]]>([
    ["Phối hợp với các đơn vị liên quan đẩy mạnh tuyên truyền", ["các đơn vị liên quan"]],
    [
      "Phối hợp Trung tâm cung ứng dịch vụ sự nghiệp công triển khai tổ chức",
      ["Trung tâm cung ứng dịch vụ sự nghiệp công"],
    ],
    [
      "Phối hợp với Ban xây dựng Đảng, các cơ quan liên quan tham mưu",
      ["Ban xây dựng Đảng", "các cơ quan liên quan"],
    ],
    ["phối hợp với các phòng, ban, đơn vị liên quan tham mưu", ["các phòng, ban, đơn vị liên quan"]],
    ["phối hợp với Phòng Văn hóa - Xã hội tổ chức triển khai", ["Phòng Văn hóa - Xã hội"]],
    ["chủ trì, phối hợp với Công an xã và Trạm Y tế xã tổ chức", ["Công an xã", "Trạm Y tế xã"]],
    ["phối hợp với Văn phòng HĐND và UBND xã theo dõi", ["Văn phòng HĐND và UBND xã"]],
    ["Phối hợp với Phòng Giáo dục và Đào tạo tổ chức", ["Phòng Giáo dục và Đào tạo"]],
    ["phối hợp với Ủy ban nhân dân xã, phường, đặc khu tổ chức", ["Ủy ban nhân dân xã, phường, đặc khu"]],
    ["phối hợp với các Sở, Ban, ngành liên quan rà soát", ["các Sở, Ban, ngành liên quan"]],
    [
      "Phối hợp với Ngân hàng Nhà nước chi nhánh khu vực 14 hằng tháng đối chiếu",
      ["Ngân hàng Nhà nước chi nhánh khu vực 14"],
    ],
    ["Phối hợp tổ chức thực hiện kế hoạch", []],
    ["Kịp thời triển khai cơ chế phối hợp giữa các cơ quan", []],
  ])("%s", (sentence, found) => {
    expect(coordinatorsIn(sentence, units)).toEqual(found);
  });
});

describe("the subject of a sentence", () => {
  it.each<readonly [string, readonly string[] | undefined]>([
    ["Trạm Y tế xã tổ chức Tư vấn khám bệnh", ["Trạm Y tế xã"]],
    ["Đoàn Thanh niên: xây dựng kế hoạch", ["Đoàn Thanh niên"]],
    ["Giao Văn phòng Đảng ủy theo dõi", ["Văn phòng Đảng ủy"]],
    ["Đề nghị Hội Nông dân xã vận động hội viên", ["Hội Nông dân xã"]],
    ["Tổ chức các lớp học", undefined],
    ["Báo cáo định kỳ", undefined],
    ["Phong trào được triển khai", undefined],
    ["Số hóa tài liệu", undefined],
    ["Ban hành kế hoạch", undefined],
  ])("%s", (sentence, found) => {
    expect(actingUnit(sentence, units)?.units).toEqual(found);
  });
});

describe("the bodies of a cell", () => {
  it.each<readonly [string, readonly string[]]>([
    ["Sở Tư pháp và các cơ quan, đơn vị liên quan", ["Sở Tư pháp", "các cơ quan, đơn vị liên quan"]],
    ["Mặt trận Tổ quốc và các tổ chức thành viên xã", ["Mặt trận Tổ quốc và các tổ chức thành viên xã"]],
    ["Sở, ban, ngành có liên quan", ["Sở, ban, ngành có liên quan"]],
    ["Viện, Trường, Sở, ban, ngành có liên quan", ["Viện", "Trường", "Sở, ban, ngành có liên quan"]],
    ["Sở Tài chính và cơ quan, địa phương liên quan", ["Sở Tài chính", "cơ quan, địa phương liên quan"]],
    ["Ban Chỉ huy Phòng thủ dân sự tỉnh", ["Ban Chỉ huy Phòng thủ dân sự tỉnh"]],
    ["- Công an xã - Trạm Y tế xã", ["Công an xã", "Trạm Y tế xã"]],
    ["Sở Khoa học và Công nghệ Sở Công Thương", ["Sở Khoa học và Công nghệ", "Sở Công Thương"]],
    ["Đảng ủy Công an tỉnh", ["Công an tỉnh"]],
    ["Nhóm thợ điện, Công an xã", ["Nhóm thợ điện", "Công an xã"]],
    ["Công an xã rà soát dữ liệu; các thôn lập danh sách.", ["Công an xã", "các thôn"]],
  ])("%s", (words, found) => {
    expect(cellBodies(words, units).units).toEqual(found);
  });

  it("keeps those who act beside the one in charge apart", () => {
    const words = "Sở Nội vụ chủ trì tham mưu ban hành kế hoạch; Sở Tư pháp chủ động tuyên truyền";
    expect(cellBodies(words, units)).toEqual({ units: ["Sở Nội vụ"], along: ["Sở Tư pháp"] });
  });
});

it("reads the common bodies of a paper where the office keeps no units.yaml", () => {
  const bare = { heads: [], units: [] };
  const input = { id: "thanh-thuy", text: seedText("thanh-thuy"), localities, today: TODAY };
  const leads = (hints: UnitHints) =>
    understandDocument({ ...input, unitHints: hints }).tasks.map(({ lead }) => lead.join());
  expect(leads(bare)).toEqual(leads(unitHints));
});

describe("a sentence that opens with what it acts upon", () => {
  it.each<readonly [string, readonly string[]]>([
    ["Căn cứ nội dung Kế hoạch, các thôn có trách nhiệm bố trí địa điểm", ["các thôn"]],
    ["Trên cơ sở tài liệu do tỉnh biên soạn, tổ chức tập huấn", []],
    ["Công an xã chủ trì", []],
  ])("%s", (sentence, found) => {
    expect(actingIn(sentence, units)).toEqual(found);
  });
});

describe("a heading among those of bodies", () => {
  it.each<readonly [string, string | null]>([
    ["Người dân, hộ gia đình trên địa bàn", "Người dân, hộ gia đình trên địa bàn"],
    ["Đề nghị: Các hộ kinh doanh tại chợ", "Các hộ kinh doanh tại chợ"],
    ["Phương án huy động kinh phí", null],
    ["Cơ chế phối hợp và trách nhiệm giải trình", null],
    ["Các nhiệm vụ khác", null],
  ])("%s", (title, name) => {
    expect(standingName(title)).toBe(name);
  });
});

describe("the body that answers for a party committee's part", () => {
  it.each([
    ["Đảng ủy Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"],
    ["Đảng ủy Công an tỉnh", "Công an tỉnh"],
    ["Đảng ủy xã", "Đảng ủy xã"],
    ["Các đảng ủy trực thuộc Tỉnh ủy", "Các đảng ủy trực thuộc Tỉnh ủy"],
  ])("%s is %s", (committee, body) => {
    expect(bodyOf(committee)).toBe(body);
  });

  it("is the one led, when one committee leads another", () => {
    const title =
      "Đảng ủy các cơ quan Đảng tỉnh lãnh đạo Đảng ủy Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh chỉ đạo";
    expect(headingUnits(title, units)).toEqual(["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"]);
  });

  it("is the one told to act, and the whole rather than its parts", () => {
    expect(directedIn("Chỉ đạo các đơn vị nghiệp vụ của Công an tỉnh theo chức năng chủ trì", units)).toEqual(
      ["Công an tỉnh"],
    );
    expect(directedIn("Chỉ đạo, định hướng đội ngũ báo cáo viên", units)).toEqual([]);
  });
});

it("gathers the bodies of a paper with the other names the office keeps for them", () => {
  const known = read(seedText("thanh-thuy"), "thanh-thuy").units;
  expect(known.find(({ name }) => name === "Văn phòng HĐND&UBND")?.otherNames).toContain("VP HĐND&UBND");
  expect(known.find(({ name }) => name === "Phòng Văn hóa - Xã hội")?.otherNames).toContain("P. VH-XH");
});
