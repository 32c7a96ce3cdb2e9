// What an office reads about a file that could not be read, or that was read with a doubt: what happened, why, the way out.
import type { Schedule } from "../../../domain/task.ts";
import { addDays, shownDay } from "../../text/dates.ts";

const installOcr = "apt-get install tesseract-ocr tesseract-ocr-vie poppler-utils";
const installWriter = "apt-get install libreoffice-writer-nogui";

const resave = "Hãy mở bằng Word, chọn “Lưu thành” kiểu .docx rồi nạp lại.";

export const unread = {
  gone: "Không mở được tệp: tệp không còn ở đó hoặc không cho phép đọc. Hãy kiểm tra tên tệp và quyền đọc.",
  notAFile:
    "Đây không phải một tệp thường (thư mục, đường ống hoặc thiết bị). Hãy đưa chính tệp văn bản vào.",
  outside: "Tệp trỏ ra ngoài thư mục kho tri thức nên không được đọc. Hãy chép hẳn tệp vào thư mục.",
  empty: "Tệp rỗng (0 byte), có lẽ chép hoặc tải lên chưa xong. Hãy chép lại tệp.",
  tooBig: (megabytes: number) =>
    `Tệp lớn hơn ${megabytes} MB. Hãy tách nhỏ hoặc giảm độ phân giải bản quét rồi nạp lại.`,
  stillChanging:
    "Tệp đang được chép dở (kích thước hoặc giờ sửa còn thay đổi). Hãy đợi chép xong rồi nạp lại.",
  notAsUploaded: "Tệp không giống bản đã tải lên (mã kiểm tra khác). Hãy tải lên lại.",
  unknownKind:
    "Không nhận ra loại tệp từ nội dung. Các loại đọc được: .txt, .md, .pdf, .docx, .doc. Hãy lưu lại thành một trong các loại này.",
  image: "Tệp này thật ra là ảnh, dù tên tệp ghi khác. Hãy quét hoặc in ảnh thành tệp PDF rồi nạp lại.",
  webPage: `Tệp này thật ra là trang web (HTML). ${resave}`,
  otherOffice: (kind: string) => `Tệp này là ${kind}, không phải văn bản Word. ${resave}`,
  archive: "Tệp này là tệp nén, không phải văn bản. Hãy giải nén và nạp từng văn bản.",
  binary: "Tệp có tên là văn bản nhưng bên trong không phải chữ. Hãy mở bằng chương trình gốc và lưu lại.",
  locked: "Tệp được đặt mật khẩu nên không mở được. Hãy lưu một bản không có mật khẩu rồi nạp lại.",
  brokenPdf:
    "Tệp PDF bị hỏng hoặc bị cắt cụt, không mở được. Hãy chép lại từ bản gốc, hoặc mở ra và in thành PDF mới.",
  brokenArchive: `Tệp .docx bị hỏng hoặc bị cắt cụt, không mở được. ${resave}`,
  brokenWord: `Không chuyển được tệp Word cũ. ${resave}`,
  bomb: (why: string) =>
    `Tệp .docx bị từ chối trước khi mở vì có dấu hiệu “bom nén”: ${why}. Nếu đây là văn bản thật: ${resave}`,
  macros: `Tệp có chứa macro (mã chạy được) nên bị từ chối. ${resave}`,
  hostileXml: `Tệp .docx chứa khai báo XML không được phép nên bị từ chối. ${resave}`,
  noText: "Tệp mở được nhưng không có chữ nào. Hãy kiểm tra lại bản gốc.",
  junk: (why: string) =>
    `Chữ trong tệp không dùng được: ${why}. Hãy nạp bản Word gốc, bản PDF xuất từ Word, hoặc bản quét rõ nét hơn.`,
  needsOcr: (pages: string, missing: readonly string[]) =>
    `${pages} là ảnh quét hoặc có lớp chữ hỏng, cần nhận dạng chữ (OCR), nhưng máy chưa cài ${missing.join(", ")}. ` +
    `Hãy chạy: ${installOcr} rồi nạp lại.`,
  ocrFailed: (program: string) =>
    `Chương trình ${program} báo lỗi khi nhận dạng chữ. Hãy kiểm tra bằng cách chạy: ${installOcr} rồi nạp lại; ` +
    "nếu vẫn lỗi, hãy in tệp thành PDF mới.",
  tooManyScans: (pages: number, most: number) =>
    `Có ${pages} trang quét, nhiều hơn mức ${most} trang một tệp. Hãy tách tệp thành nhiều phần rồi nạp lại.`,
  tooManyPages: (pages: number, most: number) =>
    `Tệp có ${pages} trang, nhiều hơn mức ${most} trang một tệp. Hãy tách tệp thành nhiều phần rồi nạp lại.`,
  needsWriter:
    `Đây là tệp Word đời cũ (.doc hoặc .rtf), cần LibreOffice để chuyển đổi mà máy chưa cài. Hãy chạy: ${installWriter} ` +
    `(hoặc apt-get install catdoc cho tệp .doc) rồi nạp lại. Cách khác: ${resave}`,
  tooSlow: (seconds: number) =>
    `Đọc tệp quá ${seconds} giây chưa xong nên đã dừng. Tệp có thể bị hỏng hoặc quá phức tạp; hãy in thành PDF mới hoặc tách nhỏ.`,
  tooHungry: (megabytes: number) =>
    `Đọc tệp cần hơn ${megabytes} MB bộ nhớ nên đã dừng. Tệp có thể bị hỏng hoặc quá lớn; hãy tách nhỏ hoặc lưu lại.`,
  crashed:
    "Chương trình đọc tệp dừng đột ngột; tệp có thể bị hỏng. Hãy mở bằng chương trình gốc, lưu lại rồi nạp lại.",
  stopped: "Việc đọc tệp đã được dừng theo yêu cầu.",
} as const;

export const warning = {
  struck: (words: string) => `Có chữ bị gạch ngang, đã bỏ khi đọc: “${words}”. Kiểm tra bản chính thức.`,
  hidden: (kind: string, words: string) => `Đã bỏ phần chữ ẩn (${kind}), không đưa vào kho: «${words}»`,
  hiddenKinds: {
    vanish: "đánh dấu ẩn",
    white: "chữ trắng",
    tiny: "cỡ chữ từ 1 trở xuống",
    offPage: "nằm ngoài trang",
  },
  invisible: (count: number) => `Đã bỏ ${count} ký tự vô hình (độ rộng không, đổi chiều chữ hoặc ký tự thẻ).`,
  photo: "Đọc từ ảnh chụp: chữ do máy nhận dạng, kiểm tra lại con số và tên trước khi dùng.",
  ocrNoLayer: (page: number) =>
    `Trang ${page}: không có lớp chữ, đã nhận dạng từ ảnh (OCR). Hãy soát lại số và ngày.`,
  ocrJunkLayer: (page: number, why: string) =>
    `Trang ${page}: lớp chữ hỏng (${why}), đã nhận dạng lại từ ảnh (OCR). Hãy soát lại số và ngày.`,
  ocrPoor: (page: number, why: string) =>
    `Trang ${page}: kết quả nhận dạng kém (${why}). Cần người đọc lại trang này.`,
  stamped: (page: number, words: string) =>
    `Trang ${page}: lấy “${words}” từ dấu chữ ký số đóng trên văn bản.`,
  partlyJunk: (why: string) => `Một phần văn bản có chữ hỏng (${why}). Cần người xem lại.`,
  foreign: "Văn bản có vẻ không phải tiếng Việt. Cần người xem lại trước khi dùng.",
  oldEncoding: (name: string) =>
    `Tệp dùng bảng mã cũ ${name}, đã chuyển sang Unicode. Cần xem lại vài dòng đầu.`,
  noTables: "Tệp .doc được đọc bằng catdoc: bảng biểu có thể mất hàng cột. Nên lưu lại thành .docx.",
} as const;

export const quality = {
  good: (percent: number) => `${percent}% âm tiết đúng tiếng Việt`,
  empty: "không có chữ",
  few: "quá ít chữ để đánh giá",
  unaccented: "tiếng Việt bị mất dấu",
  junk: (percent: number) => `chỉ ${percent}% âm tiết đúng tiếng Việt`,
  foreign: "có vẻ không phải tiếng Việt",
  mixed: (bad: number, all: number) => `${bad} trên ${all} đoạn có chữ hỏng`,
  legacy: "chữ theo bảng mã cũ (TCVN3 hoặc VNI)",
} as const;

/** "Trang 1, 3, 4" for a list of page numbers, shortened when long. */
export function pageList(pages: readonly number[]): string {
  const shown = pages.slice(0, 8).join(", ");
  return `Trang ${shown}${pages.length > 8 ? `… (${pages.length} trang)` : ""}`;
}

/** Words of the page that shows what was understood of a paper. */
export const paperPage = {
  title: (name: string) => `Hiểu được gì từ văn bản ${name}`,
  unread: "Không đọc được tệp",
  origins: {
    text: "văn bản thuần",
    markdown: "Markdown",
    pdf_text: "PDF có lớp chữ",
    photo: "Ảnh chụp, chữ do máy nhận dạng (OCR)",
    pdf_ocr: "PDF quét, chữ do máy nhận dạng (OCR)",
    pdf_mixed: "PDF, một số trang do máy nhận dạng (OCR)",
    docx: "Word",
    doc: "Word đời cũ",
  },
  pages: (count: number) => `${count} trang`,
  counts: (sections: number, tasks: number, targets: number, findings: number) =>
    `${sections} mục, ${tasks} nhiệm vụ, ${targets} chỉ tiêu, ${findings} điều cần xem lại`,
  card: "Thẻ văn bản",
  look: "Cần người xem lại",
  nothingToLook: "Không có điều gì cần xem lại.",
  outline: "Bố cục",
  targets: "Chỉ tiêu",
  tasks: "Nhiệm vụ",
  none: "Không thấy trong văn bản.",
  unsaid: "văn bản không nói",
  words: "Nguyên văn",
  place: "Mục",
  task: "Nội dung",
  lead: "Chủ trì",
  coordinators: "Phối hợp",
  when: "Thời hạn",
  result: "Kết quả",
  year: "Năm",
  group: "Đối tượng",
  figure: "Mức",
  statement: "Câu trong văn bản",
  inherited: "theo mục trên",
  assignedBy: (place: string) => `giao tại ${place}`,
  comparisons: { at_least: "ít nhất", exactly: "", aim: "phấn đấu" },
  fields: {
    kind: "Loại",
    title: "Trích yếu",
    number: "Số, ký hiệu",
    date: "Ngày ban hành",
    place: "Nơi ban hành",
    issuer: "Cơ quan ban hành",
    signer: "Người ký",
    locality: "Địa phương",
    period: "Giai đoạn",
    legalBases: "Căn cứ",
    replaces: "Thay thế, bãi bỏ",
  },
  kinds: {
    plan: "Kế hoạch",
    program: "Chương trình, đề án",
    annex: "Phụ lục",
    list: "Danh mục, danh sách",
    decision: "Quyết định, quy chế",
    resolution: "Nghị quyết, kết luận",
    directive: "Chỉ thị",
    telegram: "Công điện",
    letter: "Công văn",
    notice: "Thông báo",
    invitation: "Giấy mời",
    report: "Báo cáo",
    proposal: "Tờ trình",
    guidance: "Hướng dẫn",
    guide: "Bài hướng dẫn người dân",
    other: "Khác",
  },
  usage: "Cách dùng: npm run papers -- TỆP... [--html TỆP_HTML] [--knowledge THƯ_MỤC]",
} as const;

const recurring = {
  week: "hằng tuần",
  month: "hằng tháng",
  quarter: "hằng quý",
  half_year: "6 tháng một lần",
  year: "hằng năm",
} as const;

/** A schedule as it was understood: "trước 30/10/2025", "tháng 7/2025", "hằng năm (10/10)". */
const WEEKDAYS = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

export function scheduleUnderstood(schedule: Schedule): string {
  switch (schedule.kind) {
    case "by":
      return schedule.before === true
        ? `trước ${shownDay(schedule.date)}, ngày cuối là ${shownDay(addDays(schedule.date, -1))}`
        : `chậm nhất ${shownDay(schedule.date)}`;
    case "month":
      return `tháng ${shownDay(schedule.month)}`;
    case "period":
      return `từ ${shownDay(schedule.from)} đến ${shownDay(schedule.to)}`;
    case "recurring": {
      if (schedule.every === "week") {
        const named = WEEKDAYS[Number(schedule.day) - 1];
        return named === undefined ? recurring.week : `${recurring.week} (${named})`;
      }
      const day = [schedule.day, schedule.month].filter((part) => part !== undefined).join("/");
      const before = schedule.before === true ? "trước ngày " : "";
      return day === "" ? recurring[schedule.every] : `${recurring[schedule.every]} (${before}${day})`;
    }
    case "ongoing":
      return "thường xuyên";
    case "as_guided":
      return "theo hướng dẫn của cấp trên";
    case "separate_plan":
      return "có kế hoạch riêng";
    case "on_request":
      return "khi có yêu cầu";
    case "unclear":
      return "chưa rõ";
  }
}
