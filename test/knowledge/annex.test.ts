import { describe, expect, it } from "vitest";
import { columnOf, flatColumns } from "../../src/knowledge/text/table-columns.ts";
import { squeeze } from "../../src/vietnamese/text/normalise.ts";
import { read, seedText } from "./seeds.ts";

const HEADS = {
  content: "Nội dung công việc",
  lead: "Cơ quan chủ trì",
  coordinators: "Cơ quan phối hợp",
  result: "Kết quả thực hiện",
  schedule: "Thời gian thực hiện",
} as const;
type Name = keyof typeof HEADS;
const WIDTH: Readonly<Record<Name, number>> = {
  content: 42,
  lead: 12,
  coordinators: 20,
  result: 23,
  schedule: 10,
};
const rows = read(seedText("phuong-03-kh-du"), "phuong-03-kh-du").tasks.map((task) => ({
  content: task.content,
  lead: task.lead.join(", "),
  coordinators: task.coordinators.join("; "),
  result: task.result ?? "",
  schedule: task.scheduleText ?? "",
}));

function wrap(text: string, width: number): string {
  return text.split(" ").reduce((lines, word) => {
    const last = lines.slice(lines.lastIndexOf("\n") + 1);
    return last.length + 1 + word.length > width ? `${lines}\n${word}` : `${lines} ${word}`;
  });
}

interface Style {
  readonly order: readonly Name[];
  readonly blank: boolean;
  readonly dot: string;
  readonly rowsOnPage: number;
  readonly widen: number;
}

/** The table as text extraction writes it: cell after cell, each wrapped to its column, the head again on each page. */
function flattened({ order, blank, dot, rowsOnPage, widen }: Style): string {
  const gap = blank ? "\n\n" : "\n";
  const head = `STT ${order.map((name) => HEADS[name]).join(" ")}\n`;
  const body = rows.map((row, i) => {
    const cells = order.map((name) => wrap(row[name], Math.round(WIDTH[name] * widen))).join(gap);
    const page = i > 0 && i % rowsOnPage === 0 ? `\n${i / rowsOnPage + 1}\n\n${head}` : "";
    return `${page}${i + 1}${dot}${gap}${cells}${gap}`;
  });
  return `PHỤ LỤC\nNHIỆM VỤ CỤ THỂ\n(Kèm theo Kế hoạch số 03-KH/ĐU)\n\n${head}${body.join("")}`;
}

const ORDERS: readonly (readonly Name[])[] = [
  ["content", "lead", "coordinators", "result", "schedule"],
  ["content", "result", "lead", "coordinators", "schedule"],
  ["content", "schedule", "lead", "coordinators", "result"],
  ["content", "lead", "coordinators", "schedule"],
  ["content", "lead", "schedule"],
];
const styles = ORDERS.flatMap((order) =>
  [true, false].flatMap((blank) =>
    [
      { order, blank, dot: ".", rowsOnPage: 99, widen: 1 },
      { order, blank, dot: "", rowsOnPage: 6, widen: 1.6 },
    ].map(
      (style) =>
        [
          `${order.join("-")}, ${blank ? "blank lines" : "no blank lines"}, ${style.rowsOnPage} rows a page`,
          style,
        ] as const,
    ),
  ),
);

describe("a flattened table", () => {
  it.each(styles)("comes back row by row: %s", (_, style) => {
    const { tasks } = read(flattened(style));
    const wrong = rows.flatMap((row, i) => {
      const task = tasks.find(({ section }) => section === `Phụ lục ${i + 1}`);
      const found: Readonly<Record<Name, string>> = {
        content: task?.content ?? "",
        lead: task?.lead.join() ?? "",
        coordinators: task?.coordinators.join() ?? "",
        result: task?.result ?? "",
        schedule: task?.scheduleText ?? "",
      };
      return style.order
        .filter((name) => squeeze(found[name]) !== squeeze(row[name]))
        .map((name) => `${i + 1} ${name}: ${found[name]}`);
    });
    expect(wrong.length / (rows.length * style.order.length), wrong.join("\n")).toBeLessThanOrEqual(0.02);
  });

  it("quotes a row cut by a page in two pieces, each word for word", () => {
    const cut = read(seedText("phuong-03-kh-du"), "phuong-03-kh-du").tasks.find(
      ({ section }) => section === "Phụ lục 3.2",
    );
    expect(cut?.quote).toMatch(/^2\. Triển khai Phong trào “Gia đình số”/u);
    expect(cut?.quoteMore).toHaveLength(1);
    expect(cut?.quoteMore?.[0]).toMatch(/trong gia đình\.$/u);
  });
});

describe("a head of a table", () => {
  it.each([
    ["TT", "number"],
    ["Nội dung nhiệm vụ", "content"],
    ["Cơ quan, đơn vị chủ trì", "lead"],
    ["Đơn vị thực hiện", "lead"],
    ["Đơn vị phối hợp thực hiện", "coordinators"],
    ["Sản phẩm, kết quả", "result"],
    ["Thời hạn hoàn thành", "schedule"],
    ["Ghi chú", "other"],
  ])("%j names the column %s", (name, column) => {
    expect(columnOf(name)).toBe(column);
  });

  it("keeps its order when its cells run together", () => {
    expect(flatColumns("STT Nội dung Sản phẩm Thời gian Cơ quan chủ trì Cơ quan phối hợp")).toEqual([
      "content",
      "result",
      "schedule",
      "lead",
      "coordinators",
    ]);
  });
});

describe("a table of Markdown rows", () => {
  it("goes on over a page break, and passes over its head and column numbers", () => {
    const { tasks } = read(
      "| STT | Nội dung | Đơn vị chủ trì | Thời gian |\n|---|---|---|---|\n| (1) | (2) | (3) | (4) |\n| 1 | Mở lớp học | Công an xã | Quý I/2026 |\n| STT | Nội dung | Đơn vị chủ trì | Thời gian |\n|  |  | và Trạm Y tế xã |  |\n| 2 | Treo áp phích | Các thôn | Hằng năm |",
    );
    expect(tasks.map(({ content, lead }) => [content, lead])).toEqual([
      ["Mở lớp học", ["Công an xã", "Trạm Y tế xã"]],
      ["Treo áp phích", ["Các thôn"]],
    ]);
  });

  it("of something else stays text", () => {
    const { tasks, passages } = read(
      "I. SỐ LIỆU\n| Năm | Số hộ |\n|---|---|\n| 2024 | 120 |\n| 2025 | 150 |",
    );
    expect(tasks).toEqual([]);
    expect(passages.map(({ text }) => text).join(" ")).toContain("2025");
  });
});
