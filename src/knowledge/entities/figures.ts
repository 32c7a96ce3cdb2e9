// Figures inside one sentence: a share or a count, of whom, and how firmly.
import { fold, oneLine } from "../../vietnamese/text/normalise.ts";

export interface Figure {
  readonly comparison: "at_least" | "exactly" | "aim";
  readonly percent: number | null;
  readonly count?: { readonly value: number; readonly of: string };
  readonly group: string;
  readonly year: string | null;
}

const SHARE = /(?<!\d)(\d{1,3}(?:[.,]\d+)?)\s*%/gu;
const COUNT =
  /(ít nhất|tối thiểu|từ|trên|không dưới|có)\s+(?:là\s+|được\s+)?(\d{1,3}(?:\.\d{3})*|một|hai|ba|bốn|năm|mười)\s+(?!%|tháng|ngày|tuần|giờ|quý|năm\s+\d)(["“]?\p{L}[^,;.:()]*)/giu;
const WORDS: Readonly<Record<string, number>> = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, mười: 10 };
/** Verbs that say what is reached; the group stands before them. */
const PREDICATE =
  /\s(?:(?:được|đều|phải|sẽ|đã|tự|thường xuyên)\s|(?:có(?!\s+(?:công|hoàn cảnh|uy tín|nhu cầu|đủ điều kiện|điều kiện|liên quan|thu nhập|con|điện thoại|phát sinh))|xác nhận|tham gia|sử dụng|hoàn thành|đạt|biết|triển khai|phát động|cài đặt|thực hiện|tiếp cận|nắm|ứng dụng|tổ chức|dự|hiểu|thành thạo|trở thành|kết nối|đăng ký|khai thác|xây dựng|duy trì|bảo đảm|đảm bảo|giải quyết|tích hợp|là|trên nền tảng|thanh toán|nộp|chấp nhận|thành lập|bố trí|cam kết|cung cấp|mở|ký|áp dụng|lắp đặt|truy cập|tạo lập|kích hoạt)(?![\p{L}]))/u;
const AIM = /ph[aâấầẩ]n\s*[dđ][aâấầẩ]u|huong den|huong toi|muc tieu/iu;

/** How firmly the words before a figure hold it. OCR writes "Phấn đấu" as "Phân đầu"; both are the aim word. */
export function comparisonOf(before: string): Figure["comparison"] {
  const near = before.slice(-60);
  if (AIM.test(fold(near))) {
    return "aim";
  }
  return /(?:ít nhất|tối thiểu|trên|từ|không dưới|hơn|đạt từ|≥|>=?)\s*(?:là\s*|đạt\s*)?$/iu.test(near)
    ? "at_least"
    : "exactly";
}

/** "Phân đầu 40% …" as OCR writes it: what is said shows "Phấn đấu"; the quote keeps the paper's own letters. */
export function aimMended(sentence: string): string {
  return sentence.replace(
    /^Ph[âấầ]n đ[âầấ]u(?=\s+(?:\d|trên|từ|đạt|đến|có|ít nhất|tối thiểu|hoàn thành|năm)(?!\p{L}))/u,
    "Phấn đấu",
  );
}

const NOT_WHOM =
  /^(?:vào|trong|đến|từ|trở lên|trở đi|và|so với|trên toàn|mỗi năm|\/)(?![\p{L}])|^[^\p{L}“"]*$/iu;

function groupAfter(behind: string): string {
  const clause =
    behind.split(
      /[;:]|\.\s|\.$|,\s*(?=\d|riêng\s|trong đó|phấn đấu|tăng\s|giảm\s|đến năm|năm 20)|\s*\(/u,
    )[0] ?? "";
  const stop = PREDICATE.exec(` ${clause}`);
  const group = stop === null ? clause : clause.slice(0, Math.max(0, stop.index - 1));
  // "đạt 50% vào năm 2025", "98% trở lên": when and how firmly, not of whom.
  if (NOT_WHOM.test(group.trim())) {
    return "";
  }
  return oneLine(group)
    .replace(/^(?:số|tỷ lệ|tổng số|các\s+(?=hộ))\s+/iu, "")
    .replace(/^[)\],.\s]+|[,.;:]+$/gu, "");
}

function yearNear(before: string): string | null {
  const years = [
    ...before.matchAll(/(?<!từ\s)(?:đến\s+(?:hết\s+|cuối\s+)?)?năm\s+(20\d{2})(?!\s*[-–]\s*20)/giu),
  ];
  return years.at(-1)?.[1] ?? null;
}

/** Shares in a sentence. "80%; năm 2026 có 100% hộ gia đình": a share without a group shares the next one's. */
export function sharesIn(sentence: string): readonly Figure[] {
  const found = [...sentence.matchAll(SHARE)].map((match): Figure => {
    const before = sentence.slice(0, match.index);
    const behind = sentence.slice(match.index + match[0].length).trimStart();
    const firm = comparisonOf(before);
    return {
      comparison: firm === "exactly" && /^trở lên(?!\p{L})/iu.test(behind) ? "at_least" : firm,
      percent: Number((match[1] ?? "").replace(",", ".")),
      group: groupAfter(behind) || rateBefore(before),
      year: yearNear(before),
    };
  });
  return found.map((figure, i) => ({
    ...figure,
    group:
      figure.group || found.slice(i + 1).find((next) => next.group !== "")?.group || groupBefore(sentence),
  }));
}

/** The rate that the clause of a figure is about. */
function rateBefore(before: string): string {
  const clause = before.split(/[;:]/u).at(-1) ?? "";
  const match = /(?:tỷ lệ|tỉ lệ)\s+(.+?)\s+(?:đạt|là|chiếm|từ|trên|ít nhất|tối thiểu|lên)(?:\s|$)/iu.exec(
    clause,
  );
  return oneLine(match?.[1] ?? "");
}

/** "Tỷ lệ hộ gia đình … đạt 80%": the group stands before. */
function groupBefore(sentence: string): string {
  const match = /(?:tỷ lệ|tỉ lệ|số)\s+(.+?)\s+(?:đạt|là|chiếm|từ|trên|ít nhất)\s/iu.exec(sentence);
  return oneLine(match?.[1] ?? "");
}

/** Behind "mỗi …": the verb that ends whom the count is about. */
const WHAT_IT_DOES = /\s+(?:có|bố trí|hướng dẫn|tổ chức|thành lập|xây dựng|cho|phải|cử|duy trì)(?!\p{L})/u;

function countComparison(before: string, firm: boolean): Figure["comparison"] {
  if (AIM.test(fold(before))) {
    return "aim";
  }
  return firm ? "at_least" : "exactly";
}

/** Counts that are something to reach: "Mỗi tổ dân phố có ít nhất 01 người …", "Có 01 chuyên mục …". */
export function countsIn(sentence: string): readonly Figure[] {
  const found: Figure[] = [];
  let passed = "";
  for (const clause of sentence.split(/(?<=[;,.])\s+/u)) {
    const year = yearNear(passed + clause);
    passed += `${clause} `;
    for (const match of clause.matchAll(COUNT)) {
      const word = (match[1] ?? "").toLowerCase();
      const number = (match[2] ?? "").toLowerCase();
      const value = WORDS[number] ?? Number(number.replace(/\./gu, ""));
      const firm = word !== "có" && word !== "từ" && word !== "trên";
      // "từ 2020", "có một số": only a digit with "có", only with a bound elsewhere.
      if (
        !Number.isFinite(value) ||
        value === 0 ||
        (!firm && (!/^\d/u.test(number) || value > 1900)) ||
        word === "từ" ||
        word === "trên"
      ) {
        continue;
      }
      const before = clause.slice(0, match.index);
      const whom = /(?:^|\s)(?:mỗi|từng)\s+(?:một\s+)?(.+)$/iu.exec(before)?.[1]?.split(WHAT_IT_DOES)[0];
      if (!firm && whom === undefined && /\p{L}/u.test(before)) {
        continue;
      }
      found.push({
        comparison: countComparison(before, firm),
        percent: null,
        count: { value, of: oneLine(match[3] ?? "").replace(/^["“]|["”]$/gu, "") },
        group: oneLine(whom ?? "").replace(/^["“]|["”]$/gu, ""),
        year,
      });
    }
  }
  return found;
}
