// What officers, heads, leaders and admins read when they answer reminders, set them, send figures and ask for reports.
import { shownDay } from "../../text/dates.ts";
import { shorten } from "../../text/shorten.ts";
import { channelLabel } from "./reminders.ts";

export const OFFICE = {
  notHere: "Bản này chưa bật phần nhắc việc.",
  leadersOnly: "Lệnh này dành cho lãnh đạo và người quản trị.",
};

export const RECEIPT = {
  one: (code: string) => `Đã ghi: đồng chí đã nhận lời nhắc về ${code}. Khi xong, báo bằng /xong ${code}.`,
  all: (count: number) => `Đã ghi: đồng chí đã nhận ${count} lời nhắc gần đây.`,
  none: "Không có lời nhắc nào đang chờ xác nhận.",
};

export const PAST = {
  none: "Không có việc nào đã quá hạn lúc duyệt đang chờ quyết định.",
  head: (count: number) =>
    `${count} việc đã quá hạn khi được duyệt. Với từng việc, chọn nhắc như việc quá hạn hay để nguyên:`,
  line: (code: string, content: string, deadline: string) =>
    `${code} ${shorten(content, 120)} (hạn ${shownDay(deadline)})`,
  remind: (code: string) => `Nhắc ${code}`,
  leave: (code: string) => `Để nguyên ${code}`,
  done: (code: string, choice: "remind" | "leave") =>
    choice === "remind"
      ? `Đã ghi: ${code} sẽ được nhắc như việc quá hạn.`
      : `Đã ghi: ${code} để nguyên, không nhắc. Việc vẫn có trong /viec.`,
  unknown: (code: string) => `Không có việc ${code} đang chờ quyết định. Gõ /quahan để xem danh sách.`,
};

const MOMENT_WORDS: Readonly<Record<string, string>> = {
  d7: "trước 7 ngày",
  d3: "trước 3 ngày",
  d1: "trước 1 ngày",
  d0: "đúng ngày hạn",
  overdue: "khi quá hạn",
};

export const PREFER = {
  moment: (moment: string) => MOMENT_WORDS[moment] ?? moment,
  shown: (moments: readonly string[], at: string | null, channel: string | null) =>
    [
      "Cách nhắc việc của đồng chí:",
      `- Nhắc ${moments.map((one) => MOMENT_WORDS[one] ?? one).join(", ")}`,
      `- Giờ nhắc: ${at ?? "08:00 (mặc định)"}`,
      `- Kênh: ${channel === null ? "kênh đang mở (mặc định)" : channelLabel(channel)}`,
      "Đổi bằng nút, hoặc gõ: /nhacviec bỏ 7 ngày; /nhacviec thêm 3 ngày; /nhacviec lúc 7:30; /nhacviec kênh Zalo; /nhacviec mặc định.",
    ].join("\n"),
  saved: "Đã ghi.",
  drop: (moment: string) => `Bỏ nhắc ${MOMENT_WORDS[moment] ?? moment}`,
  add: (moment: string) => `Nhắc cả ${MOMENT_WORDS[moment] ?? moment}`,
  time: (at: string) => `Nhắc lúc ${at}`,
  channel: (channel: string) => `Nhắc qua ${channelLabel(channel)}`,
  usual: "Về mặc định",
  quiet: "Giờ nhắc phải từ 07:00 đến trước 21:00. Chưa đổi gì.",
  lastOne: "Phải giữ ít nhất một lần nhắc. Chưa đổi gì.",
  noChannel: (channel: string, own: readonly string[]) =>
    `Đồng chí chưa kết nối ${channelLabel(channel)}. Đang kết nối: ${own.map(channelLabel).join(", ") || "chưa có kênh nào"}.`,
  notUnderstood: "Tôi chưa hiểu muốn đổi gì. Chưa đổi gì.",
};

export const PERIODIC = {
  badPeriod:
    "Tôi chưa hiểu kỳ báo cáo. Xin gõ như: /baocao quý 3 2026, /baocao tháng 10 2026, /baocao 6 tháng đầu năm 2026, /baocao năm 2026. Muốn tính theo tháng, quý của lịch thì thêm: theo lịch.",
  made: (draft: {
    readonly period: string;
    readonly targets: number;
    readonly known: number;
    readonly done: number;
    readonly late: number;
    readonly next: number;
    readonly waiting: number;
  }) =>
    [
      `Dự thảo báo cáo ${draft.period}: ${draft.targets} chỉ tiêu (${draft.known} có số liệu), ${draft.done} việc hoàn thành, ${draft.late} việc quá hạn, ${draft.next} việc kỳ tới.`,
      "Số, ngày, chữ ký để trống; chỗ chưa có số liệu để “…”. Xin đọc lại trước khi trình.",
      ...(draft.waiting > 0
        ? [`${draft.waiting} việc chưa được duyệt nên chưa đưa vào (duyệt bằng /duyet).`]
        : []),
    ].join("\n"),
  report: "Báo cáo (Word)",
  workbook: "Nhiệm vụ và số liệu (Excel)",
  noFiles:
    "Kênh này không gửi tệp được. Xin gõ lại lệnh này trên Telegram hoặc ở khung chat trên trang web (sau khi /ketnoi) để nhận tệp Word và Excel.",
};

export const REVIEW = {
  none: "Không còn việc nào chờ duyệt.",
  head: (count: number) =>
    `Còn ${count} việc đọc được từ văn bản chờ duyệt. Chỉ việc đã duyệt mới được nhắc.`,
  lead: (units: string) => `Chủ trì: ${units === "" ? "chưa rõ" : units}`,
  support: (units: string) => `Phối hợp: ${units}`,
  time: (words: string, understood: string) => `Thời hạn: ${words} → hiểu là: ${understood}`,
  noTime: "Thời hạn: văn bản không nêu",
  quote: (words: string) => `Nguyên văn: “${shorten(words, 600)}”`,
  changed: (before: string, decision: "approved" | "rejected") =>
    `Câu chữ đã đổi. Bản cũ (${decision === "approved" ? "đã duyệt" : "đã bỏ"}): “${shorten(before, 400)}”`,
  source: (source: string) => `Nguồn: ${source}`,
  approve: "Duyệt",
  reject: "Bỏ",
  later: "Để sau",
  approved: (code: string) => `Đã duyệt ${code}.`,
  rejected: (code: string) => `Đã bỏ ${code}, không nhắc việc này.`,
  unknown: (code: string) => `Không có việc ${code} đang chờ duyệt.`,
  correct: "Sửa nội dung, đơn vị, thời hạn: ở trang quản trị (/quanly).",
};

export const LINK = {
  calendar: (address: string) =>
    `Lịch việc đến hạn của đồng chí (chỉ đọc, tự cập nhật). Thêm địa chỉ này vào ứng dụng lịch trên điện thoại hoặc máy tính:\n${address}\nAi có địa chỉ này đều xem được; muốn đổi, gõ /lich mới.`,
  none: "Máy chủ chưa có địa chỉ công khai (PUBLIC_URL) nên chưa tạo được lịch. Xin báo người quản trị.",
};

export const QUOTE = {
  quoted: (code: string, source: string, words: string) =>
    `${code}, nguyên văn:\n“${words}”\nNguồn: ${source}`,
  assigned: (section: string, words: string) => `Giao tại mục ${section}: “${words}”`,
};

export const EVIDENCE = {
  file: (number: number, ending: string) => `minh-chung-${number}.${ending}`,
  button: (code: string, count: number) => ({ label: `Xem ảnh (${count})`, value: `/anh ${code}` }),
  shown: (code: string, shown: number, count: number) =>
    count === 0
      ? `Việc ${code} chưa có ảnh minh chứng nào.`
      : `Ảnh minh chứng của ${code}: ${shown}${shown === count ? "" : ` trên ${count}`} ảnh.`,
  gone: (count: number) => `${count} ảnh không còn lấy được từ kênh đã gửi.`,
  noFiles: "Kênh này không gửi tệp được. Xin xem ảnh ở trang quản trị (Bảng việc) hoặc trên Telegram.",
  kept: (code: string) =>
    `Đã kèm ảnh vào báo cáo của đồng chí về ${code}. Ảnh ở lại trong cuộc trò chuyện này, hệ thống chỉ ghi chỗ tìm.`,
  which:
    "Ảnh này minh chứng cho việc nào? Xin báo trước (ví dụ /xong #TT-6F2K) rồi gửi ảnh, hoặc gửi ảnh kèm dòng chữ /xong #TT-6F2K.",
};

export const OVERVIEW = {
  head: (place: string, count: number) => `${place}: ${count} việc trong các kế hoạch.`,
  byState: "Theo tình trạng",
  byUnit: "Theo đơn vị chủ trì",
  bySource: "Theo văn bản",
  line: (name: string, count: number, overdue: number) =>
    `- ${shorten(name, 70)}: ${count} việc${overdue === 0 ? "" : `, quá hạn ${overdue}`}`,
  rest: (count: number) => `- … và ${count} dòng nữa`,
  how: "Xem chi tiết: chọn nút, hoặc gõ /viec kèm tên đơn vị, tình trạng (quá hạn, sắp đến hạn, đã xong) hay văn bản; /viec tất cả.",
  nobody: "Chưa rõ đơn vị",
  states: {
    overdue: "Quá hạn",
    soon: "Sắp đến hạn",
    later: "Chưa đến hạn",
    done: "Đã báo xong",
    ongoing: "Thường xuyên",
    as_guided: "Theo hướng dẫn",
    separate_plan: "Có kế hoạch riêng",
    on_request: "Khi có yêu cầu",
    unclear: "Không rõ thời hạn",
  },
  nothing: "Không có việc nào như vậy.",
};
