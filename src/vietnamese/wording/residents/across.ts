// Sentences of answers over several places, and of answers in several parts.

const ROWS = {
  targets: "chỉ tiêu",
  tasks: "việc được giao",
  models: "mô hình, phong trào",
  card: "văn bản",
  outline: "phần",
  passages: "đoạn",
} as const;

const inYear = (year: string | null) => (year === null ? "" : ` năm ${year}`);

export const ACROSS = {
  rows: (over: keyof typeof ROWS) => ROWS[over],
  least: (names: string, year: string | null) =>
    `Thấp nhất${inYear(year)}, chỉ trong các kế hoạch đã nạp: ${names}.`,
  most: (names: string, year: string | null) =>
    `Cao nhất${inYear(year)}, chỉ trong các kế hoạch đã nạp: ${names}.`,
  targetsOnly: "Kế hoạch chỉ ghi chỉ tiêu đặt ra, không ghi kết quả đã đạt.",
  several: (year: string | null) =>
    `Có nơi nêu nhiều chỉ tiêu khớp câu hỏi${inYear(year)}, nên chỉ xếp theo con số, trong các kế hoạch đã nạp:`,
  fewest: (names: string, what: string) => `Ít ${what} nhất, chỉ trong các kế hoạch đã nạp: ${names}.`,
  mostRows: (names: string, what: string) => `Nhiều ${what} nhất, chỉ trong các kế hoạch đã nạp: ${names}.`,
  mentioned: (found: number, all: number) => `${found} nơi có nêu, trong ${all} nơi có kế hoạch đã nạp:`,
  silent: (names: string) => `Không thấy nêu trong kế hoạch của: ${names}.`,
  halfMissing: (clause: string) => `Còn câu “${clause}”: chưa có trong tài liệu.`,
  provinceMissing: (province: string | null, own: string) =>
    province === null
      ? `Chưa biết ${own} thuộc tỉnh nào, nên chỉ nêu được của ${own}:`
      : `Chưa có kế hoạch của tỉnh ${province} trong hệ thống, nên chỉ nêu được của ${own}:`,
  allHave: (count: number, what: string) => `Không có việc nào: cả ${count} việc trong kế hoạch đều ${what}.`,
  lacking: (count: number, all: number, what: string) =>
    `${count} trong ${all} việc kế hoạch không nêu ${what}:`,
  alongOnly: (count: number) => `Ngoài ra ${count} việc chỉ ghi “phối hợp”, không nêu ai chủ trì:`,
  fields: {
    lead: "cơ quan chủ trì, thực hiện",
    support: "cơ quan phối hợp",
    schedule: "thời hạn",
    result: "kết quả cần đạt",
  },
  have: {
    lead: "có cơ quan chủ trì, thực hiện",
    support: "có cơ quan phối hợp",
    schedule: "có thời gian thực hiện",
    result: "có kết quả cần đạt",
  },
  summary: (name: string, parts: number) => `Tóm tắt ${name} theo đề mục, đủ ${parts} phần:`,
  summaryNote: "Mỗi phần chỉ nêu đề mục hoặc câu đầu; hỏi từng phần để xem đủ.",
  countTargets: (count: number, years: string) =>
    `Kế hoạch nêu ${count} chỉ tiêu${years === "" ? "" : ` năm ${years}`}:`,
} as const;
