import type { ReloadReport, UnreadFile } from "../../../domain/knowledge.ts";

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
    ...(report.findings.length === 0
      ? []
      : listed(
          `Cần người xem lại (${report.findings.length}):`,
          report.findings.map(
            (finding) =>
              `${finding.doc}${finding.section === null ? "" : `, mục ${finding.section}`}: ${finding.message}`,
          ),
        )),
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
