// Eight passages about a made-up commune, small enough to know by heart.
import type { SearchDocument } from "../../../src/answering/search/ranking/collection.ts";
import type { Vocabulary } from "../../../src/domain/knowledge.ts";

export const vocabulary: Vocabulary = {
  abbreviations: { cccd: "căn cước công dân", ubnd: "ủy ban nhân dân" },
  teencode: { ko: "không", dc: "được", ntn: "như thế nào", j: "gì" },
  dialect: { "cơ quan mô": "cơ quan nào", mần: "làm" },
  names: { "vê nê i đê": "VNeID" },
  synonyms: [
    ["người cao tuổi", "người già", "ông bà"],
    ["miễn phí", "mất tiền"],
  ],
};

export const passages: readonly SearchDocument[] = [
  { text: "Năm 2025 có 50% người dân trong độ tuổi trưởng thành được xác nhận trên VNeID." },
  { text: "Năm 2026 có 70% người dân trong độ tuổi trưởng thành được xác nhận trên VNeID." },
  { text: "Tổ chức các lớp học phù hợp cho người cao tuổi về dịch vụ công trực tuyến." },
  {
    text: "Mở khóa học trực tuyến miễn phí cho học sinh trên đường Dương Đình Nghệ.",
    heading: "Giáo dục › Khóa học",
  },
  { text: "Ủy ban nhân dân xã chủ trì cấp căn cước công dân tại nhà văn hóa." },
  { text: "Ánh dương rọi xuống cánh đồng, trâu bò gặm cỏ bên sông." },
  { text: "Phòng Văn hóa tổng hợp báo cáo trước ngày 30/10/2025.", leadIn: "Các cơ quan thực hiện:" },
  { text: "Nghị quyết số 57-NQ/TW nói về đột phá phát triển khoa học, công nghệ." },
];
