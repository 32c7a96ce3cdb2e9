// What the channels themselves say: to people, and about their own state to the office.
export const channelWords = {
  chooseByNumber: "(Trả lời bằng số để chọn.)",
  privateOnly: "Trợ lý số chỉ trả lời trong trò chuyện riêng. Xin ông bà, anh chị nhắn riêng cho trợ lý.",

  noVoice: "Telegram không nhận tin thoại gửi cho ông bà, anh chị (có thể do cài đặt riêng tư của máy).",

  connecting: "đang kết nối",
  polling: "đang nhận tin (hỏi định kỳ)",
  webhook: "đang nhận tin (webhook)",
  ready: "sẵn sàng",
  stopped: "đã dừng",
  wrongToken: "token sai hoặc đã bị thu hồi; lấy lại token rồi đặt vào cấu hình và khởi động lại",
  unreachable: (name: string, code: string) =>
    `không tới được ${name} (${code}); vẫn thử lại, tin đến sẽ được nhận khi nối lại`,
  trouble: (name: string, code: string) => `${name} đang trục trặc (${code}); vẫn thử lại`,
  webhookInTheWay: (host: string) =>
    `bot đang gửi tin về webhook tại ${host} nên không nhận được ở đây; gỡ webhook đó hoặc chuyển kênh này sang webhook`,
  twoPollers: "có chương trình khác đang dùng cùng token; tắt chương trình kia đi",
  webhookUnverified: (outcome: string) =>
    `Zalo không gọi được webhook (${outcome}); xem tường lửa, chứng chỉ và tên miền; vẫn thử lại`,
  cannotStore: "không ghi được tin đến vào kho; tin sẽ được nhận lại khi kho ghi được",
  quotaNear: (sent: number, limit: number) => `đã gửi ${sent}/${limit} tin của tháng này, sắp hết hạn mức`,
  quotaGone: (limit: number) => `đã hết hạn mức ${limit} tin của tháng này; gửi lại được từ ngày 1 tháng sau`,
  gated: "kênh yêu cầu gửi chậm lại, đang chờ",

  needsSecret: (variable: string) =>
    `Kênh đặt ở chế độ webhook nhưng chưa có mã bí mật. Đặt ${variable} (ít nhất 16 ký tự gồm A-Z, a-z, 0-9, _ và -) rồi khởi động lại.`,
  needsToken: (variable: string) => `Kênh chưa có token. Đặt ${variable} rồi khởi động lại.`,
  accountRefused: (code: string) =>
    `Zalo OA từ chối (${code}); kiểm tra OA đã xác thực, còn gói dịch vụ và ứng dụng còn quyền`,
  needsConsent:
    "chưa có cặp token của Zalo OA hoặc token đã hết hiệu lực; người quản trị cần cấp quyền lại và đặt refresh token mới",
} as const;
