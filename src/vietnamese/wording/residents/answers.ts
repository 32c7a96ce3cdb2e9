// Sentences that answers are made of. Address is neutral: "ông bà, anh chị".

export const ANSWERS = {
  source: (name: string, section: string) =>
    section === "" ? `Nguồn: ${name}` : `Nguồn: ${name}, ${section}`,
  place: (section: string) => `mục ${section}`,
  annexPlace: (section: string) => section.replace(/^Phụ lục/u, "phụ lục"),
  guideSource: (title: string, sources: string) => `Theo bài “${title}”. Nguồn: ${sources}.`,
  inYear: (year: string, locality: string, statement: string) => `Năm ${year}, ${locality}: ${statement}`,
  noYear: (locality: string, statement: string) => `${locality}: ${statement}`,
  yearAbsent: (locality: string, asked: string, have: string) =>
    `Kế hoạch của ${locality} không nêu chỉ tiêu này cho năm ${asked}${have === "" ? "" : `; chỉ nêu cho năm ${have}`}.`,
  premiseWrong: (assumed: string) => `Không phải ${assumed}. Kế hoạch ghi:`,
  premiseRight: (assumed: string) => `Đúng, kế hoạch ghi ${assumed}:`,
  leads: (body: string) => `Chủ trì: ${body}.`,
  supports: (bodies: string) => `Phối hợp: ${bodies}.`,
  noSupport: "Kế hoạch không nêu cơ quan phối hợp cho việc này.",
  noLead: "Kế hoạch không nêu riêng cơ quan chủ trì cho việc này.",
  task: (content: string) => `Việc: ${content}`,
  when: (words: string) => `Thời gian: ${words}.`,
  result: (words: string) => `Kết quả cần đạt: ${words}`,
  noResult: "Kế hoạch không ghi kết quả cần đạt cho việc này.",
  noSchedule: "Kế hoạch không ghi thời hạn cho việc này.",
  unitTasks: (unit: string, locality: string, count: number) =>
    `${unit} (${locality}) có ${count} việc được giao:`,
  unitSupports: (unit: string, locality: string, count: number) =>
    `${unit} (${locality}) phối hợp ${count} việc:`,
  leadPart: (count: number) => `Chủ trì, thực hiện (${count}):`,
  supportPart: (count: number) => `Phối hợp (${count}):`,
  dueExactly: (count: number, day: string) => `${count} việc có hạn trước ngày ${day}:`,
  dueSooner: (count: number, day: string) => `${count} việc khác có hạn sớm hơn ngày ${day}:`,
  provincial: (locality: string) =>
    `Lưu ý: đây là kế hoạch cấp tỉnh của ${locality}, giao việc cho cơ quan cấp tỉnh.`,
  askLocality: "Ông bà, anh chị hỏi của xã, phường nào ạ? Xin chọn:",
  askGuide: "Tôi chưa chắc hiểu đúng. Ông bà, anh chị muốn hỏi việc nào dưới đây ạ?",
  notFound: (where: string) => `Chưa có trong tài liệu${where === "" ? "" : ` của ${where}`}.`,
  notFoundMoney: (where: string) =>
    `Kế hoạch${where === "" ? "" : ` của ${where}`} không nêu số tiền cụ thể.`,
  nearest: (quote: string) => `Phần gần nhất có nêu: “${quote}”`,
  elsewhere: (names: string) =>
    `Tài liệu của ${names} có nói đến điều này; xin hỏi lại kèm tên nơi đó nếu cần.`,
  itemTasks: (item: string, count: number) => `Mục ${item} có ${count} việc:`,
  targetsOf: (years: readonly string[]) =>
    years.length > 0 ? `chỉ tiêu năm ${years.join(", ")}` : "chỉ tiêu",
  yearHead: (year: string | null) => (year === null ? "" : `Năm ${year}: `),
  whenAfter: (schedule: string) => ` Thời gian: ${schedule}.`,
  models: (count: number) => `Văn bản gọi tên ${count} mô hình, phong trào, hoạt động:`,
  parts: (title: string, count: number) => `${title} gồm ${count} phần:`,
  unknownPlace: (place: string, have: string) =>
    `Chưa có kế hoạch của ${place} trong hệ thống. Hiện có: ${have}.`,
  askOffice: "Xin hỏi thêm Trung tâm Phục vụ hành chính công hoặc Tổ công nghệ số cộng đồng nơi mình ở.",
  signer: (name: string, kind: string) => `Người ký ${kind}: ${name}.`,
  issuer: (name: string) => `Cơ quan ban hành: ${name}.`,
  issuedOn: (words: string) => `Ngày ghi trên văn bản: ${words}.`,
  numberIs: (number: string) => `Số văn bản: ${number}.`,
  replaces: "Kế hoạch này thay thế:",
  bases: (count: number) => `Kế hoạch căn cứ ${count} văn bản:`,
  basis: (words: string) => `Văn bản được căn cứ: ${words}.`,
  compareHead: (what: string) => `So sánh ${what}:`,
  needs: (list: string) => `Cần có: ${list}`,
  safety: (text: string) => `An toàn: ${text}`,
  person: (text: string) => `Cần người giúp: ${text}`,
  missingAnnex: (where: string) =>
    `Kế hoạch của ${where} có nhắc danh mục, phụ lục kèm theo, nhưng bản đang có không kèm phần đó nên tôi chưa trả lời được.`,
  guideStep: (place: number, step: string) => `Bước ${place}: ${step}`,
  guideLacksTime: (title: string, person: string | null) =>
    `Bài “${title}” chưa nói mất bao lâu.${person === null ? "" : ` Xin hỏi: ${person}`}`,
  guideLacksCost: (title: string, person: string | null) =>
    `Bài “${title}” chưa nói mất bao nhiêu tiền.${person === null ? "" : ` Xin hỏi: ${person}`}`,
  /** Where a matter is done that no guide treats. */
  noGuideYet: (matter: string) => `Về việc ${matter}, tôi chưa có hướng dẫn.`,
  doorPlace: (place: string) => `Nơi làm: ${place}.`,
  doorOnline: (address: string) => `Trên mạng: ${address}`,
  doorBring: (things: string) => `Mang theo: ${things}.`,
  doorGuide: (title: string) => `Có bài gần việc này: “${title}”.`,
  doorSource: (publisher: string, date: string) => `Nguồn: ${publisher}${date === "" ? "" : ` (${date})`}.`,
  itSays: "Kế hoạch ghi:",
  ownCase:
    "Tôi không xem được hồ sơ, tài khoản hay chế độ riêng của từng người. Xem hồ sơ đã nộp: vào dichvucong.gov.vn bằng tài khoản VNeID; hoặc hỏi Trung tâm Phục vụ hành chính công nơi nộp.",
  more: "… còn nữa, xin nhắn “xem tiếp”.",
  offTopic:
    "Tôi chỉ trả lời về phong trào “Bình dân học vụ số” và kỹ năng số của xã, phường: VNeID, dịch vụ công, ngân hàng số, an toàn trên mạng. Ông bà, anh chị cần hỏi gì trong các việc đó ạ?",
  wordedByModel: "Trả lời tự động, có máy soạn lời; xin đối chiếu với nguồn.",
  failed: "Xin lỗi, hệ thống đang trục trặc, chưa trả lời được. Xin nhắn lại sau ít phút.",
} as const;
