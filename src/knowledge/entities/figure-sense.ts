// What a figure in a sentence is: something to reach, something reached, or neither (a mark, a threshold, a rate of a scale).
import { fold } from "../../vietnamese/text/normalise.ts";

export type FigureSense = "target" | "result" | "neither";

/** "phấn đấu", "bảo đảm", "đến năm 2030 …": somebody is to reach it. OCR's "phân đầu" is the same word. */
const AIMS =
  /phan dau|muc tieu|chi tieu|huong toi|huong den|bao dam|dam bao|toi thieu|it nhat|khong duoi|tro len|cat giam|quyet tam|hoan thanh|duy tri|phai |den (?:het |cuoi )?nam 20|trong nam 20|duoc giao/u;
/** Words that tell what is already so; accents count, for "đa" is no "đã". */
const TELLS =
  /(?<!\p{L})(?:đã|mới có|mới đạt|ước đạt|ước thực hiện|lũy kế|luỹ kế|tính đến (?:nay|ngày|hết|thời điểm)|hiện có|hiện nay|hiện đạt|so với (?:cùng kỳ|tháng trước|năm trước|quý trước|kế hoạch|dự toán|năm 20\d\d|mục tiêu)|chiếm|còn lại|vượt (?:chỉ tiêu|kế hoạch|mức)|bằng [\d.,]+ ?%|(?:tăng|giảm) [\d.,]+ ?%|đạt [\d.,]+ ?% (?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|so với))(?!\p{L})/iu;
/** Marks, thresholds and rates of a scale. */
const SCALES =
  /(?:\d|tối đa|trừ|cộng|thang|chấm|được)\s+điểm(?!\p{L}|\s+(?:đến|cầu|nóng|du lịch|truy cập|công cộng|phục vụ|hỗ trợ))|điểm (?:chuẩn|tối đa|thẩm định|tự đánh giá|thưởng|trừ)|thuế suất|lãi suất|dưới\s+[\d.,]+\s*%|mức phạt|(?<!\p{L})hệ số(?!\p{L})|hóa chất|chlorine|cổ phần|vốn điều lệ|nồng độ|độ ẩm|tỷ giá|phụ cấp|mức hưởng|xếp loại|hoàn thành (?:xuất sắc|tốt) nhiệm vụ/iu;

/** `setting`: the part of the paper sets figures ("chỉ tiêu"), tells them ("kết quả"), or does neither. */
export function senseOf(
  sentence: string,
  setting: "sets" | "tells" | "open",
  figuresNeedAim: boolean,
): FigureSense {
  const key = fold(sentence);
  if (SCALES.test(sentence)) {
    return "neither";
  }
  const aims = AIMS.test(key);
  const tells = TELLS.test(sentence);
  if (setting === "tells") {
    return aims && !tells && /phan dau|muc tieu/u.test(key) ? "target" : "result";
  }
  if (tells && !/phan dau|muc tieu|huong toi|toi thieu|it nhat|bao dam|dam bao/u.test(key)) {
    return "result";
  }
  if (setting === "sets" || aims) {
    return "target";
  }
  return figuresNeedAim ? "neither" : "target";
}
