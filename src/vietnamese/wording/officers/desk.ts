// What the office tells of requests, of work given and moved, and of plans that changed.
import { shownDay } from "../../text/dates.ts";
import { shorten } from "../../text/shorten.ts";
import { fitLines } from "./reminders.ts";

export interface RequestWords {
  readonly kind: "extension" | "handover" | "help";
  readonly code: string;
  readonly content: string;
  readonly asker: string;
  readonly unit: string | null;
  readonly until: string | null;
  readonly to: string | null;
  readonly note: string;
  readonly decision: "granted" | "returned" | null;
  /** The day that counts now. */
  readonly deadline: string | null;
}

function asked(words: RequestWords): string {
  switch (words.kind) {
    case "extension":
      return `lùi hạn đến ${shownDay(words.until ?? "")}`;
    case "handover":
      return words.to === null ? "chuyển cho đơn vị khác" : `chuyển cho ${words.to}`;
    case "help":
      return "được hỗ trợ";
  }
}

interface AmendedWords {
  readonly when: string;
  readonly lead: string;
}

interface AmendedLine {
  readonly code: string;
  readonly content: string;
  readonly before: AmendedWords;
  readonly after: AmendedWords | null;
}

function amendedLine({ code, content, before, after }: AmendedLine): string {
  const said = (words: string) => (words === "" ? "không ghi" : `“${shorten(words, 60)}”`);
  const changes =
    after === null
      ? ["không còn trong bản mới, thôi nhắc"]
      : [
          before.when === after.when ? "" : `thời hạn ${said(before.when)} → ${said(after.when)}`,
          before.lead === after.lead ? "" : `chủ trì ${said(before.lead)} → ${said(after.lead)}`,
        ].filter((change) => change !== "");
  return `- ${code} ${shorten(content, 70)}: ${changes.length === 0 ? "câu chữ đổi" : changes.join("; ")}`;
}

export const DESK = {
  request: (words: RequestWords) =>
    [
      `${words.asker}${words.unit === null ? "" : ` (${words.unit})`} xin ${asked(words)}: ${words.code} ${shorten(words.content, 200)}`,
      words.note === "" ? "" : `Lời đề nghị: “${words.note}”`,
    ]
      .filter((line) => line !== "")
      .join("\n"),
  decideButtons: (number: number, { kind, to, code }: Pick<RequestWords, "kind" | "to" | "code">) => [
    ...(kind === "handover" && to === null
      ? [{ label: "Giao cho đơn vị khác", value: `giao ${code}` }]
      : [{ label: "Duyệt", value: `/denghi duyet ${number}` }]),
    { label: "Trả lại", value: `/denghi tralai ${number}` },
  ],
  decided: (words: RequestWords) =>
    words.decision === "granted"
      ? `Đề nghị của đồng chí về ${words.code} ĐÃ DUYỆT: ${asked(words)}.`
      : `Đề nghị của đồng chí về ${words.code} (${asked(words)}) được TRẢ LẠI. Hạn và đơn vị giữ như cũ.`,
  given: (words: RequestWords) =>
    [
      `Việc ${words.code} giao cho ${words.to ?? "đơn vị đồng chí"}: ${shorten(words.content, 300)}`,
      words.deadline === null ? "" : `Hạn: ${shownDay(words.deadline)}.`,
      words.unit === null ? "" : `Đơn vị chuyển: ${words.unit}.`,
      words.note === "" ? "" : `Lời kèm theo: “${words.note}”`,
    ]
      .filter((line) => line !== "")
      .join("\n"),
  moved: (words: RequestWords) =>
    `Hạn cơ quan đặt cho ${words.code} nay là ${shownDay(words.until ?? "")}: ${shorten(words.content, 200)}\nHạn trong văn bản giữ nguyên bên cạnh; lời nhắc theo hạn cơ quan đặt.`,
  newWork: (
    lines: readonly { readonly code: string; readonly content: string; readonly deadline: string | null }[],
  ) =>
    [
      `Việc mới giao cho đơn vị đồng chí (${lines.length}):`,
      ...fitLines(
        lines.map(
          ({ code, content, deadline }) =>
            `- ${code} ${shorten(content, 90)}${deadline === null ? "" : ` (hạn ${shownDay(deadline)})`}`,
        ),
        1500,
      ),
      "Xem đủ: gõ “danh sách việc”. Có hạn thì được nhắc trước.",
    ].join("\n"),
  amended: (source: string, lines: readonly AmendedLine[], decides: boolean) =>
    [
      `Kế hoạch có bản mới, đổi ${lines.length} việc đã duyệt (${source}):`,
      ...fitLines(lines.map(amendedLine), 1400),
      lines.some(({ after }) => after !== null)
        ? `Việc đổi ${decides ? "xin đồng chí duyệt lại" : "chờ lãnh đạo duyệt lại"}; đến lúc đó vẫn nhắc theo bản đã duyệt.`
        : "",
    ]
      .filter((line) => line !== "")
      .join("\n"),
  reviewButton: { label: "Duyệt việc", value: "/duyet" },
  bodyMissing: (code: string) =>
    `Đề nghị này chưa nêu đơn vị nhận. Gõ “giao ${code} cho” và tên đơn vị, ví dụ: giao ${code} cho Công an xã.`,
  withdrawn: (code: string) => `Đã rút lại đề nghị vừa gửi về ${code}.`,
  line: (words: RequestWords & { readonly number: number }) =>
    `Đề nghị ${words.number}: ${words.asker}${words.unit === null ? "" : ` (${words.unit})`} xin ${asked(words)}, ${words.code} ${shorten(words.content, 80)}`,
  answered: (code: string, decision: "granted" | "returned") =>
    decision === "granted" ? `Đã duyệt đề nghị về ${code}.` : `Đã trả lại đề nghị về ${code}.`,
  gone: "Đề nghị này không còn chờ, hoặc không thuộc đồng chí quyết định.",
  again: (code: string, content: string) => `Đồng chí hẹn nhắc lại: ${code} ${shorten(content, 300)}`,
  nudge: (by: string, lines: readonly { readonly code: string; readonly content: string }[]) =>
    [
      `${by} hỏi tiến độ ${lines.length} việc. Xin báo xong, đang làm hoặc vướng mắc:`,
      ...lines.slice(0, 10).map((line) => `- ${line.code} ${shorten(line.content, 90)}`),
    ].join("\n"),
  actButtons: (code: string) => [
    { label: "Đã xong", value: `/xong ${code}` },
    { label: "Đang làm", value: `/danglam ${code}` },
  ],
} as const;
