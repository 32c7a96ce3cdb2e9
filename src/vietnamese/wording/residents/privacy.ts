import type { PersonalKind } from "../../privacy/privacy.ts";

const NAMES: Readonly<Record<PersonalKind, string>> = {
  cccd: "số căn cước",
  cmnd: "số chứng minh nhân dân",
  phone: "số điện thoại",
  card: "số thẻ ngân hàng",
  otp: "mã OTP (mã xác nhận)",
  password: "mật khẩu",
  bhxh: "số bảo hiểm",
  tax: "mã số thuế",
  email: "địa chỉ email",
  bank_account: "số tài khoản",
};

const SECRET: readonly PersonalKind[] = ["otp", "password", "card"];
const CALLER: readonly PersonalKind[] = ["phone", "bank_account", "email"];

/** Names what was sent without repeating it, says why it is not kept, and warns where money is near. */
export function personalDataText(kinds: readonly PersonalKind[]): string {
  const unique = [...new Set(kinds)];
  const lines = [
    `Tin nhắn vừa rồi hình như có ${unique.map((kind) => NAMES[kind]).join(", ")}. Để giữ an toàn cho ông bà, anh chị, tôi không lưu và không nhắc lại nội dung đó.`,
  ];
  if (unique.some((kind) => SECRET.includes(kind))) {
    lines.push(
      "Mật khẩu, mã OTP, số thẻ không đưa cho ai, kể cả người tự xưng công an, ngân hàng hay cán bộ xã. Nên đổi mật khẩu ngay. Nếu đã lỡ nói mã cho ai: gọi ngay tổng đài ngân hàng (số in sau thẻ) nhờ khóa tài khoản, rồi báo công an hoặc gọi 113.",
    );
  }
  if (unique.some((kind) => CALLER.includes(kind))) {
    lines.push(
      "Nếu đang hỏi về một số lạ gọi hay nhắn: đừng chuyển tiền, đừng đọc mã, đừng bấm đường dẫn họ gửi. Cúp máy, tự gọi lại số chính thức của cơ quan đó, hoặc hỏi công an xã, phường.",
    );
  }
  lines.push(
    "Trợ lý không cần số giấy tờ, số điện thoại hay mã để trả lời. Xin hỏi lại bằng lời, bỏ các con số riêng đi.",
  );
  return lines.join("\n");
}

/** What `/dulieu` shows. */
export function storedDataText(kept: {
  readonly locality: string | null;
  readonly topic: boolean;
  readonly walk: boolean;
  readonly officer: boolean;
  readonly keptDays: number;
}): string {
  const lines = [
    "Trợ lý đang giữ về cuộc trò chuyện này:",
    `• Xã, phường đã chọn: ${kept.locality ?? "chưa chọn"}.`,
    `• Câu chuyện đang nói dở: ${kept.topic ? "có" : "không"}.`,
    `• Bài hướng dẫn đang xem dở: ${kept.walk ? "có" : "không"}.`,
    `• Câu hỏi trong ${kept.keptDays} ngày gần nhất, để trả lời tốt hơn; sau đó tự xóa. Câu có số giấy tờ, mật khẩu, mã OTP không được lưu.`,
    "Không giữ họ tên, số điện thoại, ảnh hay vị trí.",
  ];
  if (kept.officer) {
    lines.push("• Đồng chí là cán bộ đã kết nối: có thêm tên, đơn vị và các việc đã báo trên hệ thống.");
  }
  lines.push("Muốn xóa ngay: gõ /xoadulieu.");
  return lines.join("\n");
}

export const FORGOTTEN =
  "Đã xóa toàn bộ dữ liệu của cuộc trò chuyện này. Ông bà, anh chị vẫn hỏi tiếp được như thường.";
export const FORGET_OFFICER =
  "Kết nối cán bộ ở đây cũng đã gỡ, nên đồng chí không nhận nhắc việc qua kênh này nữa. Muốn nối lại, xin người quản trị mã mới rồi gõ /ketnoi.";
