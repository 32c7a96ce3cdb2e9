// What is said about figures that hamlets and units send.
import { shorten } from "../../text/shorten.ts";
import { doneWords, rateWords } from "./report.ts";

interface Figure {
  readonly done: number;
  readonly of: number | null;
}

interface FigureWords extends Figure {
  readonly code: string;
  readonly place: string;
  readonly before: Figure | null;
}

const DOUBTS = {
  unsure: "chưa chắc đọc đúng",
  unknown_place: "nơi chưa có trong danh sách",
  falls: "giảm so với kỳ trước",
} as const;

const shown = ({ code, place, done, of }: FigureWords) => `- ${code} ${place}: ${doneWords(done, of)}`;

/** Places named of those that have not sent. */
const UNSENT = 6;

function missingWords(missing: readonly string[]): string {
  const shown = missing.slice(0, UNSENT).join(", ");
  return missing.length > UNSENT ? `${shown} và ${missing.length - UNSENT} nơi nữa` : shown;
}

export const FIGURES = {
  head: (period: string) => `Số liệu ${period}, theo chỉ tiêu:`,
  row: (
    code: string,
    statement: string,
    sum: Figure | null,
    sent: readonly string[],
    missing: readonly string[],
  ) =>
    [
      `${code} ${shorten(statement, 160)}`,
      sum === null
        ? "Chưa nơi nào gửi."
        : `Cộng: ${doneWords(sum.done, sum.of)}${sum.of === null ? "" : ` (${rateWords(sum.done, sum.of)})`}, ${sent.length} nơi gửi.`,
      ...(missing.length === 0 ? [] : [`Chưa gửi: ${missingWords(missing)}.`]),
    ].join("\n"),
  how: "Gửi số liệu: /solieu #mã tên nơi đạt/tổng số. Ví dụ: /solieu #CT-6F2K khu 2 900/2000. Nhiều nơi: mỗi nơi một dòng. Bỏ một số: /solieu #CT-6F2K xóa khu 2. Kỳ khác thì ghi thêm: quý 3 2026.",
  entered: (period: string, figures: readonly FigureWords[]) =>
    [
      `Đã ghi số liệu ${period}:`,
      ...figures.map((one) => {
        const before = one.before === null ? "" : ` (thay ${doneWords(one.before.done, one.before.of)})`;
        return `${shown(one)}${before}`;
      }),
    ].join("\n"),
  check: (
    period: string,
    figures: readonly (FigureWords & { readonly doubts: readonly (keyof typeof DOUBTS)[] })[],
  ) =>
    [
      `CHƯA GHI. Số liệu ${period} đọc được như sau, xin xem lại:`,
      ...figures.map((one) => {
        const before =
          one.before === null || !one.doubts.includes("falls")
            ? ""
            : ` ${doneWords(one.before.done, one.before.of)}`;
        const doubts = one.doubts.map((doubt) => `${DOUBTS[doubt]}${doubt === "falls" ? before : ""}`);
        return `${shown(one)}${doubts.length === 0 ? "" : ` (${doubts.join("; ")})`}`;
      }),
    ].join("\n"),
  confirm: "Đúng, ghi",
  drop: { label: "Không ghi", value: "/solieu khong" },
  dropped: "Chưa ghi gì. Xin gõ lại, ví dụ: /solieu #CT-6F2K khu 2 900/2000.",
  removed: (period: string, code: string, place: string) =>
    `Đã bỏ số liệu ${period} của ${place} cho ${code}.`,
  removeButton: (code: string, place: string) => ({
    label: "Bỏ số vừa ghi",
    value: `/solieu ${code} xóa ${place}`,
  }),
  expected: (places: readonly string[]) =>
    places.length === 0
      ? "Đã bỏ danh sách nơi phải gửi số liệu; tính theo những nơi đã từng gửi."
      : `Đã ghi ${places.length} nơi phải gửi số liệu: ${places.join("; ")}.`,
  problem: (problem: keyof typeof PROBLEMS, line: string) =>
    `${PROBLEMS[problem]}${line === "" || problem === "no_targets" ? "" : `\nDòng chưa đọc được: “${shorten(line, 160)}”.`}`,
} as const;

const PROBLEMS = {
  no_code: "Thiếu mã chỉ tiêu. Gõ /solieu để xem các mã. Chưa ghi gì.",
  unknown_code:
    "Không có chỉ tiêu mang mã này ở địa phương của đồng chí. Gõ /solieu để xem các mã. Chưa ghi gì.",
  no_number: "Thiếu con số. Ví dụ: /solieu #CT-6F2K khu 2 900/2000. Chưa ghi gì.",
  no_place: "Thiếu nơi gửi (thôn, tổ dân phố, đơn vị). Ví dụ: /solieu #CT-6F2K khu 2 900/2000. Chưa ghi gì.",
  two_places: "Một dòng có hai nơi. Xin gửi mỗi nơi một dòng. Chưa ghi gì.",
  too_many: "Số đạt lớn hơn tổng số, hoặc tổng số bằng 0. Chưa ghi gì, xin kiểm tra lại.",
  share: "Xin gửi số đếm được trên tổng số, không gửi tỷ lệ phần trăm (ví dụ khu 1 60/100). Chưa ghi gì.",
  which_number: "Một dòng có nhiều con số, chưa rõ số nào là kết quả. Ví dụ: khu 2 900/2000. Chưa ghi gì.",
  nothing_sent: "Kỳ này nơi ấy chưa có số nào cho chỉ tiêu này.",
  no_targets: "Văn bản đã nạp không nêu chỉ tiêu nào cho địa phương và năm này.",
  period_ahead: "Kỳ này chưa đến. Chưa ghi gì, xin kiểm tra lại.",
} as const;
