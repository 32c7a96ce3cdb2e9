// What a writer of guides is told when a guide is wrong: what stands there, and what to write instead.

/** Faults that keep a guide from being read at all. */
export const guideFault = {
  noHeader:
    "thiếu phần đầu bài; dòng đầu tiên phải là ba gạch ngang (---), rồi các mục title, audience, sources…",
  headerNotClosed: "phần đầu bài chưa đóng; thêm một dòng chỉ có ba gạch ngang (---) trước nội dung.",
  headerNotYaml: (reason: string) => `phần đầu bài viết sai dạng YAML (${reason}).`,
  unknownKey: (keys: string) => `mục lạ "${keys}" ở đầu bài; xóa đi hoặc sửa lại tên mục.`,
  missing: (key: string) => `thiếu mục "${key}" ở đầu bài.`,
  wrong: (key: string, reason: string) => `mục "${key}" ở đầu bài không đúng: ${reason}.`,
  noSource: 'bài chưa có nguồn; ghi ít nhất một nguồn ở mục "sources" (publisher, date, url).',
  tooFewAsks: 'mục "asks" cần ít nhất 6 cách người dân hỏi.',
  badDay: "ngày phải viết dạng 2026-11-20",
  badSourceDate: 'ngày của nguồn viết dạng 2026-11-20, 2026-11, "2026" hoặc "không rõ ngày"',
  badUrl: "địa chỉ nguồn phải bắt đầu bằng https:// hoặc http://",
  badSlug: "tên bài chỉ gồm chữ thường không dấu, chữ số và gạch nối",
  reviewFirst: 'ngày ở mục "reviewAfter" phải sau ngày ở mục "checkedOn"',
  noSummary: "thiếu dòng tóm tắt (một dòng, ngay dưới phần đầu bài).",
  longSummary: "phần tóm tắt chỉ được một dòng.",
  unknownHeading: (title: string) =>
    `tiêu đề lạ "${title}"; chỉ dùng: Các bước, Hay gặp, An toàn, Gặp ai, theo đúng thứ tự này.`,
  missingHeading: (title: string) => `thiếu phần "## ${title}" hoặc đặt sai thứ tự.`,
  badStep: (expected: number) =>
    `mỗi dòng trong "Các bước" phải bắt đầu bằng số thứ tự; ở đây phải là "${expected}. ".`,
  badTrouble: 'mỗi dòng trong "Hay gặp" phải bắt đầu bằng gạch ngang và dấu cách ("- ").',
  oneLine: (title: string) => `phần "${title}" phải có đúng một dòng.`,
  notVerbatim: (title: string) =>
    `không trích nguyên văn được phần "${title}"; viết mỗi ý một dòng liền nhau, không chen ghi chú.`,
  emptyPart: (title: string) => `phần "${title}" đang trống.`,
} as const;
