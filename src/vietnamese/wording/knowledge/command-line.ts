import { findingPage } from "../../../domain/finding-harm.ts";
import type { ReloadReport, UnreadFile } from "../../../domain/knowledge.ts";
import type { Finding } from "../../../domain/task.ts";
import { findingKinds } from "./findings.ts";

// What the command lines say to the people who look after the knowledge.

export const loading = {
  reading: "Đọc văn bản",
  embedding: "Tính véc-tơ",
  verifying: "Kiểm tra chỉ mục",
};

const vectorWords = {
  hnsw: "chỉ mục HNSW",
  exact: "tìm chính xác, không có HNSW",
  none: "không dùng véc-tơ",
} as const;

export const localityAdding = {
  added: (name: string, slug: string) => `Đã thêm “${name}” vào localities.yaml, mã ${slug}.`,
  known: (name: string) => `“${name}” đã có trong localities.yaml.`,
  noLevel: (name: string) =>
    `“${name}” chưa nói rõ cấp. Viết kèm cấp, ví dụ: --add-locality "xã Bình Minh" hoặc "phường Bình Minh".`,
} as const;

const SHOWN = 12;

/** What went wrong in a load, as lines to read; none when all was read. */
export function troubleLines(report: ReloadReport): readonly string[] {
  return report.outcome === "refused"
    ? [
        `Chưa nạp được: ${report.reason}`,
        ...unreadLines(report.unread),
        "Bản kiến thức đang dùng không thay đổi.",
      ]
    : unreadLines(report.unread);
}

/** The report of a load as lines to read. */
export function reportLines(report: ReloadReport): readonly string[] {
  if (report.outcome === "refused") {
    return troubleLines(report);
  }
  const { added, removed, unchanged } = report.passages;
  const head = report.outcome === "published" ? "Đã nạp xong" : "Không có gì thay đổi";
  return [
    `${head}: bản ${report.edition}, ${report.documents} văn bản, ${added + unchanged} đoạn ` +
      `(thêm ${added}, bỏ ${removed}, giữ nguyên ${unchanged}), ${vectorWords[report.vectors]}, ${seconds(report.seconds)} giây.`,
    ...(report.notes ?? []).map((note) => `Lưu ý: ${note}`),
    ...unreadLines(report.unread),
    ...listed("Thay đổi so với bản trước:", report.changes),
    ...lookLines(report.findings),
  ];
}

/** Findings an admin reads before any other, at most; the rest is counted by kind. */
const LOOKS = 10;

/** One page of what needs a person over all papers. */
function lookLines(findings: readonly Finding[]): readonly string[] {
  const { shown, rest } = findingPage(findings, LOOKS);
  if (shown.length === 0) {
    return [];
  }
  const folded = rest.map(({ kind, count }) => `${count} ${findingKinds[kind]}`);
  return [
    `Cần người xem lại (${findings.length}):`,
    ...shown.map(({ doc, first, count }) => {
      const place = first.section === null ? doc : `${doc}, mục ${first.section}`;
      return `  - ${place}: ${first.message}${count > 1 ? ` (và ${count - 1} chỗ như vậy)` : ""}`;
    }),
    ...(folded.length === 0 ? [] : [`  - còn lại: ${folded.join(", ")} (xem --json)`]),
  ];
}

function unreadLines(unread: readonly UnreadFile[]): readonly string[] {
  if (unread.length === 0) {
    return [];
  }
  return [
    `Không đọc được (${unread.length}):`,
    ...unread.map(
      ({ file, reason, keptLastGood }) =>
        `  - ${file}: ${reason}${keptLastGood ? " Bản tốt gần nhất vẫn được dùng." : ""}`,
    ),
  ];
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) {
    return [];
  }
  const more = lines.length - SHOWN;
  return [
    title,
    ...lines.slice(0, SHOWN).map((line) => `  - ${line}`),
    ...(more > 0 ? [`  … và ${more} điều khác (xem --json).`] : []),
  ];
}

const seconds = (value: number): string => value.toFixed(1).replace(".", ",");
