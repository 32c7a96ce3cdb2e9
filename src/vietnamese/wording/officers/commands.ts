// What the commands say: to residents plainly, to officers in the words of the office.
import { shownDay } from "../../text/dates.ts";

export const HELP_RESIDENT = [
  "Ông bà, anh chị cứ gõ câu hỏi như nói chuyện, không dấu cũng được.",
  "Mấy lệnh hay dùng:",
  "/xa: chọn xã, phường của mình",
  "/gapcanbo: nhờ người thật trả lời",
  "/huuich, /chuadung: cho biết câu trả lời vừa rồi có ích không",
  "/dulieu: xem trợ lý đang giữ gì về mình",
  "/xoadulieu: xóa ngay những gì đang giữ",
].join("\n");

export const HELP_OFFICER = [
  "Dành cho cán bộ:",
  "/viec: việc của đơn vị, chủ trì và phối hợp",
  "/han: việc sắp đến hạn, quá hạn; /han 30/10/2025: việc phải xong đến ngày đó",
  "/xong #mã ghi chú: báo đã xong",
  "/danglam #mã ngày: báo đang làm, ngày dự kiến xong",
  "/hoan #mã ngày: xin lùi đến ngày nào; lãnh đạo duyệt hay trả lại",
  "/chuyen #mã đơn vị: xin chuyển cho đơn vị khác",
  "/danhan #mã: báo đã nhận lời nhắc",
  "/trich #mã: trích nguyên văn trong văn bản; /anh #mã: xem ảnh minh chứng",
  "/nhacviec: chọn lần nhắc, giờ nhắc, kênh nhắc",
  "/solieu: gửi và xem số liệu chỉ tiêu",
  "/baocao quý 3 2026: dự thảo báo cáo (Word, Excel)",
  "/lich: địa chỉ lịch việc đến hạn",
  "/hoidap: câu hỏi người dân đang chờ; /traloi #mã nội dung: trả lời",
  "Gửi ảnh ngay sau khi báo để làm minh chứng.",
  "Gõ bằng lời cũng được: “tuần này phải làm gì”, “xong 2”, “#mã được 60%”, “#mã vướng kinh phí”, “nhắc lại #mã 3h chiều mai”, “xuất excel”, “hoàn tác”.",
].join("\n");

export const HELP_LEADER = [
  "/denghi: đề nghị của cán bộ chờ quyết định; “ai chưa báo cáo”, “nhắc Công an xã”, “giao #mã cho Công an xã hạn 20/11”",
  "/duyet: duyệt việc đọc được từ văn bản; việc đã duyệt mới được nhắc",
  "/quanly: lấy liên kết vào trang quản trị",
].join("\n");

export const HELP_ADMIN = [
  "Dành cho quản trị:",
  "/naplai: nạp lại tài liệu",
  "/quahan: việc đã quá hạn khi duyệt, nhắc hay để nguyên",
].join("\n");

export const COMMANDS = {
  unknown: (name: string) => `Tôi không có lệnh /${name}. Gõ /trogiup để xem các lệnh, hoặc cứ hỏi bằng lời.`,
  officerOnly:
    "Lệnh này dành cho cán bộ đã kết nối. Nếu là cán bộ, đồng chí xin mã của người quản trị rồi gõ: /ketnoi MÃ",
  adminOnly: "Lệnh này chỉ dành cho người quản trị.",
};

export const CONNECT = {
  how: "Xin mã một lần của người quản trị, rồi gõ: /ketnoi MÃ (ví dụ /ketnoi ABCD-1234).",
  done: (name: string, unit: string | null, locality: string) =>
    `Đã kết nối: ${name}${unit === null ? "" : `, ${unit}`}, ${locality}. Gõ /viec để xem việc, /trogiup để xem các lệnh.`,
  unknown: "Mã không đúng hoặc đã dùng rồi. Xin kiểm tra lại, hoặc xin mã mới của người quản trị.",
  expired: "Mã đã hết hạn. Xin mã mới của người quản trị.",
  tooMany: "Nhập sai nhiều lần quá. Xin thử lại sau một giờ với mã mới của người quản trị.",
};

export const DUTIES = {
  head: (unit: string, lead: number, support: number) =>
    `${unit}: chủ trì ${lead} việc, phối hợp ${support} việc.`,
  lead: "CHỦ TRÌ",
  support: "PHỐI HỢP",
  none: (unit: string) =>
    `Trong các tài liệu đã nạp, tôi không thấy việc nào giao cho “${unit}”. Nếu tên đơn vị trong kế hoạch viết khác, xin báo người quản trị.`,
  noUnit: "Đồng chí chưa được gắn với đơn vị nào. Xin báo người quản trị.",
  provincial: (title: string, bodies: string) =>
    `Lưu ý: ${title} là kế hoạch cấp tỉnh, giao việc cho cơ quan cấp tỉnh (${bodies}), không giao trực tiếp cho đơn vị cấp xã.`,
  provincialToCommunes: (title: string, count: number) =>
    `${title} có ${count} việc ghi UBND các xã, phường cùng thực hiện. Hỏi: “kế hoạch tỉnh giao gì cho UBND xã”.`,
  noneDue: (day: string) => `Không có việc nào phải xong đến ${shownDay(day)}.`,
  noneSoon: "Không có việc nào quá hạn hay đến hạn trong 14 ngày tới.",
  overdue: "QUÁ HẠN",
  soon: "SẮP ĐẾN HẠN",
  until: (day: string) => `PHẢI XONG ĐẾN ${shownDay(day)}`,
  badDay: "Tôi chưa hiểu ngày. Xin gõ như: /han 30/10/2025",
  others: (count: number) =>
    `${count} việc khác không ghi ngày cụ thể (thường xuyên, theo hướng dẫn…): xem ở /viec.`,
};

export interface ScheduleWords {
  readonly scheduleText: string | null;
  readonly kind: string | null;
  readonly deadline: string | null;
  readonly daysLeft: number | null;
  readonly byDefault: boolean;
  /** Where the office has set the day, the plan's own, null where it has none. */
  readonly planned?: string | null;
}

const KINDS: Readonly<Record<string, string>> = {
  ongoing: "làm thường xuyên, không có ngày hạn",
  as_guided: "theo hướng dẫn của cấp trên, không có ngày hạn",
  separate_plan: "theo kế hoạch riêng",
  on_request: "khi có yêu cầu",
  unclear: "chưa rõ, cần người xem lại",
};

/** When, in the paper's own words first; a day that the paper does not name is said to be counted. */
export function scheduleLine(words: ScheduleWords): string {
  const parts = [
    words.scheduleText === null ? null : `“${words.scheduleText}”`,
    words.deadline === null
      ? (KINDS[words.kind ?? ""] ?? (words.scheduleText === null ? "văn bản không ghi thời hạn" : null))
      : `${dayName(words)} ${shownDay(words.deadline)}${words.daysLeft === null ? "" : ` (${left(words.daysLeft)})`}`,
  ];
  return `Thời hạn: ${parts.filter((part) => part !== null).join(", ")}`;
}

function dayName({ byDefault, planned }: ScheduleWords): string {
  if (planned !== undefined) {
    return "hạn cơ quan đặt";
  }
  return byDefault ? "tính đến" : "hạn";
}

function left(days: number): string {
  if (days < 0) {
    return `quá hạn ${-days} ngày`;
  }
  return days === 0 ? "hôm nay" : `còn ${days} ngày`;
}

const STATES: Readonly<Record<string, string>> = {
  done: "đã báo xong",
  doing: "đang làm",
  transferred: "đã báo chuyển",
  postponed: "đã báo lùi",
};

export function reportLine(state: string, at: string, ownDate: string | null): string {
  return `${STATES[state] ?? state} ngày ${shownDay(at)}${ownDate === null ? "" : `, dự kiến ${shownDay(ownDate)}`}`;
}

export const TASK_REPORT = {
  done: (code: string, content: string) => `Đã ghi: XONG ${code} (${content}). Cảm ơn đồng chí.`,
  doing: (code: string, content: string, day: string | null) =>
    `Đã ghi: ĐANG LÀM ${code} (${content})${day === null ? "" : `, dự kiến xong ${shownDay(day)}`}. Hạn trong văn bản giữ nguyên.`,
  transferred: (code: string, content: string) =>
    `Đã ghi: ${code} (${content}) không thuộc đồng chí. Người quản trị sẽ thấy để giao lại.`,
  postponed: (code: string, content: string, day: string | null) =>
    `Đã ghi: ${code} (${content}) xin lùi${day === null ? "" : ` đến ${shownDay(day)}`}. Hạn chính thức trong văn bản không đổi.`,
  which: "Việc nào? Chọn một việc, hoặc gõ lệnh kèm mã (ví dụ /xong #TT-6F2K).",
  unknownCode: (code: string) => `Không có việc mang mã ${code} trong các việc của đồng chí. Xem mã ở /viec.`,
  twoMeanings: (code: string) => `Mã ${code} trùng nhiều việc. Xin gõ đủ mã như trong /viec.`,
  badDay: "Tôi chưa hiểu ngày. Xin gõ như: /danglam #TT-6F2K 15/12/2026",
  supportOnly: "Đơn vị đồng chí phối hợp việc này, nên báo cáo chỉ tính cho phần phối hợp.",
};

export const RELOAD = {
  notHere: "Bản này chưa bật nạp lại từ trò chuyện. Xin chạy lệnh nạp trên máy chủ.",
  done: (outcome: string, documents: number, added: number, removed: number, kept: number, seconds: number) =>
    `${outcome === "unchanged" ? "Tài liệu không có gì đổi" : "Đã nạp xong"}: ${documents} văn bản; đoạn mới ${added}, bỏ ${removed}, giữ nguyên ${kept}; ${seconds.toFixed(1)} giây.`,
  refused: (reason: string) => `Chưa nạp được, bản cũ vẫn phục vụ. ${reason}`,
  unread: (file: string, reason: string, kept: boolean) =>
    `• ${file}: ${reason}${kept ? " (đang dùng bản tốt gần nhất)" : ""}`,
  unreadHead: "Tệp chưa đọc được:",
  changesHead: "Thay đổi đáng chú ý:",
  findings: (count: number) => `${count} chỗ cần người xem lại.`,
};

/** What Telegram shows in its menu: for everyone; officers learn theirs from /trogiup. English only for English phones. */
export const COMMAND_MENU: readonly { readonly command: string; readonly vi: string; readonly en: string }[] =
  [
    { command: "start", vi: "Bắt đầu", en: "Start" },
    { command: "trogiup", vi: "Cách dùng", en: "How to use" },
    { command: "xa", vi: "Chọn xã, phường", en: "Choose your commune" },
    { command: "gapcanbo", vi: "Gặp cán bộ", en: "Talk to a person" },
    { command: "dulieu", vi: "Trợ lý đang giữ gì về tôi", en: "What is kept about me" },
    { command: "xoadulieu", vi: "Xóa dữ liệu của tôi ngay", en: "Delete my data now" },
    { command: "viec", vi: "Cán bộ: việc của đơn vị", en: "Officers: tasks of my unit" },
    { command: "han", vi: "Cán bộ: việc đến hạn", en: "Officers: deadlines" },
  ];
