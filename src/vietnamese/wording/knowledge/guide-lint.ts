// What a writer of guides is told when a guide is wrong: what stands there, and what to write instead.

import { shownDay } from "../../text/dates.ts";

/** Faults that keep a guide from being read at all. */
export const guideFault = {
  askedNothing: (heading: string) =>
    `"${heading}" không chỉ phần nào của bài; viết [Hay gặp], [Bước] kèm những chữ đầu của dòng, hoặc [Cả bài], [Cần có], [Thời gian], [Chi phí], [An toàn], [Gặp ai].`,
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

/** How a line of a guide says the age of its source. */
export const sourceOfYear = (year: string): string => `nguồn năm ${year}`;

/** Faults of guides that can be read but must not go out as they are. */
export const guideLint = {
  deadRelation: (id: string) => `bài liên quan "${id}" không có; sửa mục "related".`,
  longStep: (step: number, words: number, most: number) =>
    `bước ${step} dài ${words} tiếng, quá ${most}; viết ngắn lại hoặc tách bước.`,
  twoActions: (step: number, verbs: string) =>
    `bước ${step} có nhiều việc (${verbs}); tách thành mỗi bước một việc.`,
  orphan: (figure: string, place: string) =>
    `số "${figure}" ở ${place} chưa có nguồn; ghi vào "figures" của nguồn nói điều đó, hoặc bỏ đi.`,
  unknownPhone: (figure: string, place: string) =>
    `số điện thoại "${figure}" ở ${place} không có trong hotlines.yaml; không được nói số này.`,
  unlistedLink: (figure: string, place: string) =>
    `địa chỉ "${figure}" ở ${place} chưa có trong links.yaml; thêm vào kèm nguồn và ngày.`,
  badLink: (figure: string, place: string) =>
    `địa chỉ "${figure}" ở ${place} không phải gov.vn hay nơi được phép; bỏ đi.`,
  jargon: (word: string) =>
    `từ "${word}" chưa được giải thích; thêm lời giải thích trong ngoặc hoặc dùng từ khác.`,
  outdated: (word: string, place: string) =>
    `"${word}" ở ${place} là chỉ dẫn đã cũ; chỉ nhắc để nói rằng không còn nữa.`,
  overdue: (day: string) => `đã quá ngày phải xem lại (${day}).`,
  oldFigure: (figure: string, place: string, date: string, months: number) =>
    `số "${figure}" ở ${place} chỉ có nguồn ${date}, quá ${months} tháng; tìm nguồn mới, bỏ đi, hoặc nói tuổi ngay trong câu ("theo nguồn năm …").`,
  unchecked: 'thiếu mục "checked": một dòng ghi hôm checkedOn đã kiểm tra điều gì.',
  noOfficial:
    'chưa có nguồn của cơ quan có thẩm quyền; thêm vào, hoặc ghi ở mục "noOfficialSource" đã tìm gì, ngày nào mà không có.',
  officialAfterAll: 'đã có nguồn chính thức; bỏ mục "noOfficialSource".',
  sourceOrder: (publisher: string) =>
    `nguồn "${publisher}" đứng sai chỗ; nguồn chính thức đứng trước, rồi từ mới đến cũ.`,
  newerLaw: (law: string, inForce: string, about: string) =>
    `${law} có hiệu lực ${shownDay(inForce)}, sau nguồn mới nhất của bài: ${about}.`,
  lawOfNoGuide: (law: string) => `laws.yaml nhắc bài này ở "${law}" mà không có bài nào tên như vậy.`,
  unusedFigure: (figure: string) => `nguồn ghi "${figure}" nhưng bài không còn nhắc đến.`,
} as const;

/** What `npm run lint:knowledge` prints around the findings. */
export const lintReport = {
  unread: (message: string) => `LỖI ${message}`,
  finding: (guide: string, level: "error" | "warning", message: string) =>
    `${level === "error" ? "LỖI" : "XEM LẠI"} ${guide}: ${message}`,
  total: (guides: number, errors: number, warnings: number) =>
    `${guides} bài hướng dẫn, ${errors} lỗi, ${warnings} điều cần xem lại.`,
  steps: (mean: number) => `Trung bình mỗi bước dài ${mean.toFixed(1).replace(".", ",")} tiếng.`,
  noSource: "KHÔNG CÓ NGUỒN",
} as const;
