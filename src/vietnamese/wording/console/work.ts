// The console's pages about tasks and reminders.

export const reviewWords = {
  title: "Duyệt nhiệm vụ",
  lead: "Máy đọc ra các nhiệm vụ dưới đây. Chỉ nhiệm vụ đã duyệt mới được nhắc hạn. So từng ô với nguyên văn rồi duyệt, sửa hoặc loại.",
  tabs: { waiting: "Chờ duyệt", approved: "Đã duyệt", rejected: "Đã loại" },
  filter: "Văn bản",
  all: "Mọi văn bản",
  show: "Xem",
  approve: "Duyệt",
  correct: "Sửa",
  reject: "Loại",
  rejectAsk: "Loại nhiệm vụ này? Nó sẽ không hiện với cán bộ và không được nhắc.",
  approveAll: (count: number) => `Duyệt cả ${count} nhiệm vụ đang chờ của văn bản này`,
  approveAllAsk: (count: number) =>
    `Duyệt cả ${count} nhiệm vụ đang chờ mà không xem từng mục? Lời nhắc sẽ chạy theo đúng những gì máy đọc được.`,
  quote: "Nguyên văn",
  lead2: "Chủ trì",
  coordinators: "Phối hợp",
  when: "Thời hạn",
  result: "Kết quả",
  nobody: "văn bản không nêu",
  corrected: "đã sửa",
  by: (name: string, at: string) => `${name}, ${at}`,
  none: "Không có nhiệm vụ nào ở mục này.",
} as const;

export const correctWords = {
  title: "Sửa nhiệm vụ",
  content: "Nội dung",
  lead: "Chủ trì (mỗi dòng một đơn vị)",
  coordinators: "Phối hợp (mỗi dòng một đơn vị)",
  result: "Kết quả",
  schedule: "Thời hạn",
  kinds: {
    none: "văn bản không nêu",
    by: "đến ngày",
    month: "trong tháng",
    period: "giai đoạn",
    recurring: "định kỳ",
    ongoing: "thường xuyên",
    as_guided: "theo hướng dẫn của cấp trên",
    separate_plan: "có kế hoạch riêng",
    on_request: "khi có yêu cầu",
    unclear: "chưa rõ",
  },
  date: "Ngày (2026-10-30), dùng cho “đến ngày”",
  month: "Tháng (2026-10), dùng cho “trong tháng”",
  from: "Từ (2025 hoặc 2025-07), dùng cho “giai đoạn”",
  to: "Đến (2026 hoặc 2026-12), dùng cho “giai đoạn”",
  every: "Định kỳ",
  everyKinds: {
    week: "hằng tuần",
    month: "hằng tháng",
    quarter: "hằng quý",
    half_year: "6 tháng",
    year: "hằng năm",
  },
  day: "Ngày trong kỳ (10), nếu văn bản nêu",
  ofMonth: "Tháng trong kỳ (10), nếu văn bản nêu",
  save: "Lưu và duyệt",
  badDate: "Ngày phải là một ngày có thật, viết dạng 2026-10-30.",
  badMonth: "Tháng phải viết dạng 2026-10.",
  badPeriod: "Giai đoạn phải viết dạng 2025 hoặc 2025-07, và “từ” không sau “đến”.",
  noContent: "Nội dung không được để trống.",
} as const;

export const boardWords = {
  title: "Bảng việc",
  lead: "Mọi nhiệm vụ không bị loại, kể cả nhiệm vụ chưa duyệt.",
  byUnit: "Theo đơn vị",
  byMonth: "Theo tháng",
  month: (month: string) => `Tháng ${month}`,
  undated: "Không có ngày cụ thể",
  nobody: "Chưa nêu đơn vị",
  code: "Mã",
  task: "Nhiệm vụ",
  unit: "Chủ trì",
  due: "Hạn",
  state: "Tình trạng",
  result: "Kết quả, minh chứng",
  percent: (percent: number) => `đạt ${percent}%`,
  ownDate: (day: string) => `hẹn xong ${day}`,
  obstacle: (obstacle: string) => `vướng: ${obstacle}`,
  photo: (number: number) => `ảnh ${number}`,
  photoGone: "Ảnh không còn lấy được từ kênh đã gửi.",
  late: (days: number) => `quá ${days} ngày`,
  left: (days: number) => (days === 0 ? "hôm nay" : `còn ${days} ngày`),
  report: {
    doing: "đang làm",
    done: "báo xong",
    transferred: "báo không phải việc của mình",
    postponed: "báo lùi",
  } as Readonly<Record<string, string>>,
  place: "Địa phương",
} as const;

export const requestWords = {
  title: (count: number) => `Đề nghị chờ quyết định (${count})`,
  grant: "Duyệt",
  giveBack: "Trả lại",
  bodyMissing: "Chưa nêu đơn vị nhận: giao trong trò chuyện (“giao #mã cho …”).",
} as const;

export const deliveryWords = {
  title: "Nhắc việc",
  lead: "Những lời nhắc không có biên nhận chắc chắn. Gọi cho cán bộ rồi bấm “Đã báo”, hoặc gửi lại qua kênh chat.",
  troubled: "Chưa rõ hoặc không gửi được",
  officer: "Cán bộ",
  task: "Việc",
  kind: "Loại",
  due: "Hạn",
  why: "Vì sao",
  calls: "cần người báo",
  settle: "Đã báo",
  settleAsk: "Ghi là đã báo cho cán bộ bằng cách khác?",
  resend: "Gửi lại",
  resendAsk: "Gửi lại lời nhắc này ngay?",
  past: "Hạn đã qua khi duyệt",
  pastLead: "Các nhiệm vụ này đã quá hạn lúc được duyệt. Chọn có nhắc ngay hay thôi.",
  deadline: "Hạn",
  remind: "Nhắc ngay",
  leave: "Không nhắc",
  decideAsk: "Ghi quyết định này?",
  gaps: "Việc chưa nhắc được",
  hold: {
    title: "Đang tạm dừng mọi lời nhắc",
    restored: "Dữ liệu vừa được khôi phục từ bản sao lưu.",
    long_gap: "Trợ lý vừa ngừng chạy một thời gian dài.",
    waiting: (count: number) => `${count} lời nhắc đang chờ người quyết định.`,
    send: "Gửi bù, gộp thành bản tóm tắt",
    discard: "Không gửi những lời nhắc này",
    ask: "Thực hiện lựa chọn này cho mọi lời nhắc đang chờ?",
  },
  kinds: {
    deadline: "nhắc hạn",
    overdue: "quá hạn",
    escalation: "báo lên trên",
    decision: "hỏi quyết định",
    look: "xem lại việc không ngày",
    weekly: "tóm tắt tuần",
    alive: "báo còn chạy",
    digest: "bản gộp",
    notice: "báo tin",
  },
  none: "Mọi lời nhắc đã gửi đều có biên nhận.",
} as const;

export const gapWords = {
  nobody_to_remind: "không có cán bộ nào của đơn vị chủ trì để nhắc",
  admins_stand_in: "chưa có cán bộ của đơn vị chủ trì; đang nhắc người quản trị thay",
  unclear_schedule: "thời hạn chưa rõ, sửa nhiệm vụ để được nhắc",
  past_undecided: "hạn đã qua lúc duyệt, đang chờ quyết định ở trên",
  holidays_unknown: (year: string) => `chưa có ngày nghỉ lễ năm ${year} trong tệp dữ liệu`,
} as const;

export const reportWords = {
  title: "Báo cáo",
  lead: "Dự thảo báo cáo định kỳ (Word, theo thể thức Nghị định 30/2020/NĐ-CP; báo cáo của Đảng ủy theo Hướng dẫn 36-HD/VPTW) và bảng nhiệm vụ, số liệu (Excel), như lệnh /baocao. Chỉ đưa vào việc đã duyệt; chỗ chưa ai gửi số để “…”.",
  period: "Kỳ",
  kinds: { quarter: "Quý", month: "Tháng", half: "6 tháng", year: "Năm" },
  days: "Ngày tính",
  usualDays: "Theo quy định của địa phương",
  calendarDays: "Theo lịch",
  byCalendar: "theo lịch",
  place: "Địa phương",
  draft: "Soạn dự thảo",
  made: (period: string, place: string) => `Dự thảo báo cáo ${period}, ${place}`,
  counts: (draft: {
    readonly targets: number;
    readonly known: number;
    readonly done: number;
    readonly late: number;
    readonly next: number;
    readonly waiting: number;
  }) => [
    `${draft.targets} chỉ tiêu, ${draft.known} có số liệu`,
    `${draft.done} việc hoàn thành, ${draft.late} việc quá hạn, ${draft.next} việc kỳ tới`,
    ...(draft.waiting > 0 ? [`${draft.waiting} việc chưa được duyệt nên chưa đưa vào`] : []),
  ],
  look: "Số, ngày, chữ ký để trống. Xin đọc lại trước khi trình.",
  files: { "bao-cao.docx": "Tải báo cáo (Word)", "bang.xlsx": "Tải bảng (Excel)" },
  notNow: "Chưa soạn được: kho kiến thức chưa sẵn sàng.",
} as const;
