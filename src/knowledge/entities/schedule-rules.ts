// The phrasings of time in administrative papers, most exact first.
import type { Schedule } from "../../domain/task.ts";

export interface ScheduleRule {
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>, words: string) => Schedule | null;
}

const two = (value: string | undefined): string => String(Number(value ?? 0)).padStart(2, "0");
const day = (d?: string, m?: string, y?: string): string => `${y}-${two(m)}-${two(d)}`;

const D = "(?<d>\\d{1,2})\\s*[/.-]\\s*(?<m>\\d{1,2})\\s*[/.-]\\s*(?<y>\\d{4})";
const D_LONG = "(?<d>\\d{1,2})\\s*tháng\\s*(?<m>\\d{1,2})\\s*năm\\s*(?<y>\\d{4})";
const YEARLY = "(?:hằng|hàng|mỗi|của mỗi|từng)\\s*năm";
const CLOCK = "(?:\\d{1,2}\\s*(?:giờ|h|g)\\s*\\d{0,2}(?:\\s*phút)?,?\\s*(?:ngày\\s*)?)?";
const LIMIT = `(?:(?:hoàn thành|xong|báo cáo|gửi|nộp|kết thúc|triển khai)\\s+)?(?:xong\\s+)?(?:chậm nhất|muộn nhất|trước|trong|đến hết|hết|đến|không quá|tới)(?:\\s+(?:là|vào|trước|đến|hết|trong))*`;
const DO =
  "(?:(?:thực hiện|hoàn thành|xong|báo cáo|triển khai|tổ chức|duy trì|bắt đầu|thời gian)\\s*:?\\s*)?";
const QUARTERS: Readonly<Record<string, readonly [string, string]>> = {
  I: ["01", "03"],
  II: ["04", "06"],
  III: ["07", "09"],
  IV: ["10", "12"],
  "1": ["01", "03"],
  "2": ["04", "06"],
  "3": ["07", "09"],
  "4": ["10", "12"],
};

const by: ScheduleRule["read"] = ({ d, m, y }) => ({ kind: "by", date: day(d, m, y) });
const month: ScheduleRule["read"] = ({ m, y }) => ({ kind: "month", month: `${y}-${two(m)}` });
const every =
  (cycle: "week" | "month" | "quarter" | "half_year" | "year"): ScheduleRule["read"] =>
  ({ d, m }) => ({
    kind: "recurring",
    every: cycle,
    ...(m === undefined ? {} : { month: two(m) }),
    ...(d === undefined ? {} : { day: two(d) }),
  });
const quarter: ScheduleRule["read"] = ({ q, q2, y }) => {
  const from = QUARTERS[(q ?? "").toUpperCase()];
  const to = QUARTERS[(q2 ?? q ?? "").toUpperCase()];
  return from === undefined || to === undefined
    ? null
    : { kind: "period", from: `${y}-${from[0]}`, to: `${y}-${to[1]}` };
};

const quarters: ScheduleRule["read"] = ({ q, y, q2, y2 }) => {
  const from = QUARTERS[(q ?? "").toUpperCase()];
  const to = QUARTERS[(q2 ?? "").toUpperCase()];
  return from === undefined || to === undefined
    ? null
    : { kind: "period", from: `${y}-${from[0]}`, to: `${y2}-${to[1]}` };
};

const at = (body: string, read: ScheduleRule["read"]): ScheduleRule => ({
  pattern: new RegExp(body, "iu"),
  read,
});
const cell = (body: string, read: ScheduleRule["read"]): ScheduleRule => at(`^${DO}${body}$`, read);
const prose = (body: string, read: ScheduleRule["read"]): ScheduleRule =>
  at(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}/])`, read);

const RANGE = "\\s*(?:-|–|—|đến|tới)\\s*(?:hết\\s+)?";
const QUARTER = "qu[ýí]\\s*(?:0(?=\\d))?";
const OF_YEAR = "\\s*(?:/|năm|,|-|–)?\\s*(?:năm\\s*)?";
const CYCLE = "(?:(?:theo\\s+)?định kỳ\\s*)?(?:\\(?\\s*)?(?:theo\\s+)?(?:hằng|hàng|mỗi|từng|theo)?\\s*";
/** "Hoàn thành trước 31/12/2025, duy trì hằng năm": what is done by then is kept up. */
const KEPT_UP = "(?:\\s*[,;]?\\s*(?:và\\s+|sau đó\\s+)?duy trì\\s.{0,40})?";
const TIMES = "(?:ít nhất\\s*)?(?:\\d{1,2}|một|hai)\\s*(?:lần|buổi|tin|bài).{0,30}";
/** "Quý IV …", "tuần 1", "6 tháng cuối năm": one of them, not each. */
const NOT_ONE = "(?!\\s*(?:\\d|[IVX]+(?!\\p{L})|đầu|cuối|lễ|thứ))";
const REST = "(?:\\s*[,;(/]?\\s*(?:và|hoặc|,)?\\s*.{0,40})?";

/** Whole cells and brackets. */
export const CELL_RULES: readonly ScheduleRule[] = [
  cell(
    `(?:từ\\s*)?(?:ngày\\s*)?(?<d>\\d{1,2})(?:[/.](?<m>\\d{1,2})(?:[/.](?<y>\\d{4}))?)?${RANGE}(?:ngày\\s*)?(?<d2>\\d{1,2})[/.](?<m2>\\d{1,2})[/.](?<y2>\\d{4})`,
    ({ d, m, y, d2, m2, y2 }) => ({
      kind: "period",
      from: day(d, m ?? m2, y ?? y2),
      to: day(d2, m2, y2),
    }),
  ),
  cell(`(?:từ\\s*nay\\s*)?(?:${LIMIT}\\s*)?${CLOCK}(?:ngày\\s*)?${D}${KEPT_UP}`, by),
  cell(`(?:từ\\s*nay\\s*)?(?:${LIMIT}\\s*)?${CLOCK}(?:ngày\\s*)?${D_LONG}${KEPT_UP}`, by),
  cell(`(?:${LIMIT}\\s*|vào\\s*)?(?:ngày\\s*)?(?<d>\\d{1,2})/(?<m>\\d{1,2})\\s*${YEARLY}`, every("year")),
  cell(
    `(?:${LIMIT}\\s*|vào\\s*)?(?:ngày\\s*)?(?<d>\\d{1,2})\\s*tháng\\s*(?<m>\\d{1,2})\\s*${YEARLY}`,
    every("year"),
  ),
  cell(
    `(?:${LIMIT}\\s*|vào\\s*)?ngày\\s*(?<d>\\d{1,2})\\s*(?:(?:hằng|hàng|mỗi)\\s*tháng|(?:của\\s+)?tháng\\s+(?:liền kề|sau|kế tiếp|tiếp theo)(?:.{0,20})?)`,
    every("month"),
  ),
  cell(
    `(?:${LIMIT}\\s*|vào\\s*)?(?:ngày\\s*)?(?<d>\\d{1,2})(?:/|\\s*tháng\\s*)(?<m>\\d{1,2})\\s*(?:của\\s+)?năm\\s+(?:liền kề|sau|kế tiếp|tiếp theo)(?:.{0,20})?`,
    every("year"),
  ),
  cell(`(?:(?:${LIMIT}|trong|vào)\\s*)?tháng\\s*(?<m>\\d{1,2})\\s*${YEARLY}`, every("year")),
  cell(
    `(?:từ\\s*)?tháng\\s*(?<m>\\d{1,2})\\s*(?:[/.]|năm)\\s*(?<y>\\d{4})${RANGE}(?:tháng\\s*)?(?<m2>\\d{1,2})\\s*(?:[/.]|năm)\\s*(?<y2>\\d{4})`,
    ({ m, y, m2, y2 }) => ({ kind: "period", from: `${y}-${two(m)}`, to: `${y2}-${two(m2)}` }),
  ),
  cell(
    `(?:từ\\s*)?tháng\\s*(?<m>\\d{1,2})(?:${RANGE}|\\s*[,&]\\s*|\\s*và\\s*)(?:tháng\\s*)?(?<m2>\\d{1,2})\\s*(?:[/.]|năm)\\s*(?<y>\\d{4})`,
    ({ m, m2, y }) => ({ kind: "period", from: `${y}-${two(m)}`, to: `${y}-${two(m2)}` }),
  ),
  cell(`trước\\s*tháng\\s*\\d{1,2}\\s*(?:[/.]|năm)\\s*\\d{4}`, (_, wording) => ({
    kind: "unclear",
    wording,
  })),
  cell(
    `(?:(?:trong|vào|hết|đến hết|${LIMIT})\\s*)?(?:tháng\\s*|T\\.?)(?<m>\\d{1,2})\\s*(?:[/.-]|năm)\\s*(?<y>\\d{4})${KEPT_UP}`,
    month,
  ),
  cell(`(?:trong\\s*|vào\\s*)?(?<m>\\d{1,2})\\s*/\\s*(?<y>\\d{4})`, month),
  cell(
    `(?:từ\\s*)?${QUARTER}(?<q>IV|I{1,3}|[1-4])${OF_YEAR}(?<y>\\d{4})${RANGE}${QUARTER}(?<q2>IV|I{1,3}|[1-4])${OF_YEAR}(?<y2>\\d{4})`,
    quarters,
  ),
  cell(
    `(?:(?:từ|trong|hết|đến hết)\\s*)?${QUARTER}(?<q>IV|I{1,3}|[1-4])(?:\\s*(?:[-–,&]|và|đến)\\s*(?:${QUARTER})?(?<q2>IV|I{1,3}|[1-4]))?${OF_YEAR}(?<y>\\d{4})`,
    quarter,
  ),
  cell(`(?:trong\\s*)?0?6\\s*tháng đầu\\s*năm\\s*(?<y>\\d{4})`, ({ y }) => ({
    kind: "period",
    from: `${y}-01`,
    to: `${y}-06`,
  })),
  cell(`(?:trong\\s*)?0?6\\s*tháng cuối\\s*năm\\s*(?<y>\\d{4})`, ({ y }) => ({
    kind: "period",
    from: `${y}-07`,
    to: `${y}-12`,
  })),
  cell(
    `(?:từ\\s*)?(?:trong\\s*)?(?:giai đoạn\\s*)?(?:các\\s*)?(?:năm\\s*)?(?<a>\\d{4})(?:${RANGE}|\\s*[,&]\\s*|\\s*và\\s*)(?:năm\\s*)?(?<b>\\d{4})`,
    ({ a, b }) => ({ kind: "period", from: a ?? "", to: b ?? "" }),
  ),
  cell(
    `(?:từ\\s*)?tháng\\s*(?<m>\\d{1,2})\\s*(?:[/.]|năm)\\s*(?<y>\\d{4})${RANGE}(?:cuối\\s*)?năm\\s*(?<y2>\\d{4})`,
    ({ m, y, y2 }) => ({ kind: "period", from: `${y}-${two(m)}`, to: `${y2}-12` }),
  ),
  cell(`(?:từ nay\\s*)?(?:(?:trong|hết|đến hết)\\s*)?(?:cả\\s*)?năm\\s*(?<y>\\d{4})${KEPT_UP}`, ({ y }) => ({
    kind: "period",
    from: y ?? "",
    to: y ?? "",
  })),
  cell("(?<y>\\d{4})", ({ y }) => ({ kind: "period", from: y ?? "", to: y ?? "" })),
  cell(
    ".{0,30}?(?:\\d{1,2}|một|hai)\\s*(?:lần|buổi|tin|kỳ|bài)(?:\\s*,\\s*bài)?\\s*/\\s*tuần",
    every("week"),
  ),
  cell("(?:(?:tối|sáng|chiều|vào)\\s+)?(?:thứ|chủ nhật)\\s.{0,40}(?:hằng|hàng|mỗi)\\s*tuần", every("week")),
  cell("(?:\\d{1,2}|một|hai)\\s*(?:lần|buổi)\\s*/\\s*tháng", every("month")),
  cell("(?:\\d{1,2}|một|hai)\\s*(?:lần|buổi)\\s*/\\s*quý", every("quarter")),
  cell(`mỗi\\s*tuần\\s*${TIMES}`, every("week")),
  cell(`mỗi\\s*tháng\\s*${TIMES}`, every("month")),
  cell(
    "(?:trước\\s*)?ngày\\s*\\d{1,2}\\s*(?:của\\s*)?tháng cuối\\s*(?:(?:hằng|hàng|mỗi|của)\\s*)?quý",
    every("quarter"),
  ),
  cell(`${CYCLE}tuần(?:\\s*1\\s*lần)?${NOT_ONE}${REST}`, every("week")),
  cell(
    `(?:${CYCLE})(?:0?1|một)?\\s*tháng(?:\\s*(?:1|một)\\s*lần)?(?:\\s*[,;]\\s*(?:(?:hằng|hàng)\\s*)?quý.{0,30})?`,
    every("month"),
  ),
  cell(`${CYCLE}quý${NOT_ONE}${REST}`, every("quarter")),
  cell(`${CYCLE}(?:0?6|sáu)\\s*tháng${NOT_ONE}${REST}`, every("half_year")),
  cell("(?:(?:định kỳ|tổ chức|triển khai)\\s*)?(?:hằng|hàng|mỗi)\\s*năm(?:\\s*[,;(].{0,40})?", every("year")),
  cell("(?:(?:có|theo)\\s+)?kế hoạch riêng(?:\\s.{0,40})?", () => ({ kind: "separate_plan" })),
  cell(
    "(?:theo|khi có|sau khi có)\\s+(?:sự\\s+)?(?:hướng dẫn|chỉ đạo|yêu cầu)(?!\\s*số)\\s.{0,20}?(?:của|từ)\\s.{2,60}",
    () => ({ kind: "as_guided" }),
  ),
  cell(
    "(?:.{0,30}\\s)?theo\\s+(?:lộ trình|tiến độ|kế hoạch)\\s*(?:,|và)\\s*hướng dẫn(?!\\s*số)(?:\\s.{0,40})?",
    () => ({
      kind: "as_guided",
    }),
  ),
  cell("(?:theo|khi có|sau khi có)\\s+(?:sự\\s+)?hướng dẫn(?!\\s*số)(?:\\s.{0,40})?", () => ({
    kind: "as_guided",
  })),
  cell("(?:đột xuất\\s*[,(/;]*\\s*)?(?:khi có yêu cầu|theo yêu cầu|khi cần(?: thiết)?)\\)?", () => ({
    kind: "on_request",
  })),
  cell("đột xuất", () => ({ kind: "on_request" })),
  cell(
    "(?:(?:một cách|và)\\s*)?thường xuyên(?:\\s*[,;/&-]?\\s*(?:và\\s*)?(?:liên tục|hằng năm|hàng năm|trong năm|định kỳ|hằng ngày|trong suốt.{0,30}))?",
    () => ({ kind: "ongoing" }),
  ),
  cell(
    "thường xuyên\\s*(?:[,;(]|và\\s)\\s*(?:hằng|hàng|định kỳ|đột xuất|theo yêu cầu|theo nhiệm vụ|khi có yêu cầu|có báo cáo|báo cáo)[^\\d]{0,40}",
    () => ({ kind: "ongoing" }),
  ),
  cell("liên tục", () => ({ kind: "ongoing" })),
];

/** Inside sentences. */
export const PROSE_RULES: readonly ScheduleRule[] = [
  prose(
    `(?:chậm nhất\\s+|muộn nhất\\s+)?(?:là\\s+|vào\\s+)?trước\\s+ngày\\s*\\d{1,2}\\s*(?:của\\s*)?tháng cuối\\s*(?:(?:hằng|hàng|mỗi|của)\\s*)?quý`,
    every("quarter"),
  ),
  prose(
    `(?:hoàn thành\\s+|xong\\s+)?(?:chậm nhất|muộn nhất|trước|đến hết|hết)(?:\\s+(?:là|vào|trước|đến|hết|trong))*\\s+${CLOCK}(?:ngày\\s*)?(?<d>\\d{1,2})[/-](?<m>\\d{1,2})(?:\\s*,)?\\s*${YEARLY}`,
    every("year"),
  ),
  prose(
    `(?:chậm nhất|muộn nhất|trước)(?:\\s+(?:là|vào|đến))*\\s+ngày\\s*(?<d>\\d{1,2})\\s*(?:hằng|hàng|mỗi)\\s*tháng`,
    every("month"),
  ),
  prose(
    `(?:hoàn thành\\s+|xong\\s+)?(?:xong\\s+)?(?:chậm nhất|muộn nhất|trước|đến hết|hết)(?:\\s+(?:là|vào|trước|đến|hết|trong))*\\s+${CLOCK}(?:ngày\\s*)?${D}`,
    by,
  ),
  prose(
    `(?:hoàn thành\\s+|xong\\s+)?(?:xong\\s+)?(?:chậm nhất|muộn nhất|trước|đến hết|hết)(?:\\s+(?:là|vào|trước|đến|hết|trong))*\\s+${CLOCK}(?:ngày\\s*)?${D_LONG}`,
    by,
  ),
  prose(`(?:hoàn thành|xong|báo cáo)\\s+(?:trong|vào|đến|ngày)\\s*(?:ngày\\s*)?${D}`, by),
  prose(
    `(?:tổ chức|phát động|ra mắt|khai giảng|khai mạc|tổng kết|sơ kết|diễn ra)[^.;]{0,120}?\\s(?<words>vào\\s+(?:sáng\\s+|chiều\\s+|tối\\s+)?ngày\\s*(?:${D}|${D_LONG.replace(/\(\?<(\w)>/gu, "(?<$1x>")}))`,
    ({ d, m, y, dx, mx, yx }) => ({ kind: "by", date: day(d ?? dx, m ?? mx, y ?? yx) }),
  ),
  prose(
    `(?:trong|hết|xong trong|hoàn thành trong)\\s+tháng\\s*(?<m>\\d{1,2})\\s*(?:/|năm)\\s*(?<y>\\d{4})`,
    month,
  ),
  prose(
    `(?:trong|hết|đến hết|hoàn thành)\\s+quý\\s*(?<q>IV|I{1,3}|[1-4])\\s*(?:/|năm)\\s*(?:năm\\s*)?(?<y>\\d{4})`,
    quarter,
  ),
  prose(
    `từ\\s+tháng\\s*(?<m>\\d{1,2})\\s*(?:/|năm)\\s*(?<y>\\d{4})${RANGE}tháng\\s*(?<m2>\\d{1,2})\\s*(?:/|năm)\\s*(?<y2>\\d{4})`,
    ({ m, y, m2, y2 }) => ({ kind: "period", from: `${y}-${two(m)}`, to: `${y2}-${two(m2)}` }),
  ),
  prose("(?:hoàn thành|xong|thực hiện)\\s+trong\\s+năm\\s*(?<y>\\d{4})", ({ y }) => ({
    kind: "period",
    from: y ?? "",
    to: y ?? "",
  })),
  prose(
    `(?:vào\\s+)?ngày\\s*(?<d>\\d{1,2})\\s+tháng\\s+(?<m>\\d{1,2})(?:\\s*,)?\\s*${YEARLY}`,
    every("year"),
  ),
  prose(`(?:vào\\s+)?ngày\\s*(?<d>\\d{1,2})/(?<m>\\d{1,2})(?:\\s*,)?\\s*${YEARLY}`, every("year")),
  prose(`(?:vào\\s+|trong\\s+)?tháng\\s*(?<m>\\d{1,2})\\s*${YEARLY}`, every("year")),
  prose("(?:báo cáo|tổng hợp|đánh giá)[^.;]{0,60}?(?<words>theo\\s+tháng(?![\\s,]*\\d))", every("month")),
  prose("(?:báo cáo|tổng hợp|đánh giá)[^.;]{0,60}?(?<words>theo\\s+quý)", every("quarter")),
  at("^mỗi\\s*tuần(?![\\p{L}])", every("week")),
  at("^mỗi\\s*tháng(?![\\p{L}])", every("month")),
  prose("(?:định kỳ\\s*)?(?:vào\\s+ngày\\s*(?<d>\\d{1,2})\\s*)?(?:hằng|hàng)\\s*tuần", every("week")),
  prose("(?:định kỳ\\s*)?(?:vào\\s+ngày\\s*(?<d>\\d{1,2})\\s*)?(?:hằng|hàng)\\s*tháng", every("month")),
  prose(
    "(?:định kỳ\\s*)?(?:hằng|hàng|mỗi|từng)\\s*quý(?:\\s+(?:hoặc|,|và)\\s*(?:đột xuất|năm))*",
    every("quarter"),
  ),
  prose("định kỳ\\s+(?:tháng)(?:\\s*,\\s*(?:quý|0?6 tháng|1? ?năm))*", every("month")),
  prose("định kỳ\\s+(?:quý)(?:\\s*,\\s*(?:0?6 tháng|1? ?năm))*", every("quarter")),
  prose(
    "(?:định kỳ\\s*)?(?:0?6|sáu)\\s*tháng(?:\\s*(?:,|/|và|hoặc)\\s*(?:0?1|một|hằng|hàng)?\\s*năm|\\s*(?:một|1|/)\\s*lần)(?:\\s*(?:hoặc|và|,)\\s*đột xuất(?:\\s*\\(khi có yêu cầu\\))?)?",
    every("half_year"),
  ),
  prose("định kỳ\\s+(?:0?6|sáu)\\s*tháng", every("half_year")),
  prose("(?:định kỳ\\s+)(?:hằng|hàng|mỗi)\\s*năm", every("year")),
  at("^(?:hằng|hàng)\\s*năm(?![\\p{L}])", every("year")),
  at("^thường xuyên(?![\\p{L}])", () => ({ kind: "ongoing" })),
  prose(
    "(?:báo cáo|tổng hợp)[^.;]{0,20}?(?<words>định kỳ(?:\\s*(?:hoặc|,|và)\\s*đột xuất)?)",
    (_, wording) => ({ kind: "unclear", wording }),
  ),
];
