// What is said first when money, an account or a life is at risk. Short, one act a line, to be read in fright.

const BANK = "Gọi ngay tổng đài ngân hàng của mình (số sau thẻ, trong ứng dụng), nhờ khóa tài khoản và thẻ.";
const POLICE = "Báo công an xã, phường hoặc gọi 113. Giữ lại tin nhắn, biên lai, số điện thoại.";
const NETWORK = "Ngắt mạng điện thoại: tắt Wi-Fi và dữ liệu di động; không được thì tắt nguồn.";
const STOP = "Không chuyển thêm đồng nào, kể cả khi họ nói nộp thêm để lấy lại.";
const OTHER_PHONE = "Dùng máy khác gọi tổng đài ngân hàng (số sau thẻ), nhờ khóa tài khoản và thẻ.";

type Acts = readonly [string, string, string];

/** Right for any loss of money. */
const MONEY_SENT: Acts = [
  "Gọi ngay tổng đài ngân hàng (số sau thẻ, trong ứng dụng), nói vừa bị lừa: xin tra soát, giữ tiền ở tài khoản nhận, khóa thẻ.",
  `${STOP} Đã bấm đường dẫn, cài ứng dụng lạ thì ngắt mạng điện thoại.`,
  POLICE,
];

const ACTS: Readonly<Record<string, Acts>> = {
  money_sent: MONEY_SENT,
  money_gone: [
    `${BANK} Xin tra soát khoản vừa mất.`,
    `${NETWORK} Không bấm đường dẫn, không đọc mã cho ai.`,
    POLICE,
  ],
  about_to_pay: [
    "KHÔNG chuyển đồng nào. Bắt nộp tiền trước, dù gọi là thuế, phí hay cọc, rồi mới cho rút, cho vay, cho nhận quà là lừa đảo.",
    "Lỡ chuyển lần trước: gọi tổng đài ngân hàng (số sau thẻ), xin tra soát, giữ tiền ở tài khoản nhận. Không đọc mã, không cài gì.",
    POLICE,
  ],
  secret_given: [
    BANK,
    "Cúp máy, ngắt mạng điện thoại, rồi đổi mật khẩu trên một máy khác. Lộ mã VNeID thì gọi 1900.0368 nhờ khóa.",
    POLICE,
  ],
  bad_app: [
    NETWORK,
    `${OTHER_PHONE} Chưa mở lại ứng dụng ngân hàng trên máy này.`,
    `${POLICE} Nhờ người rành máy xóa ứng dụng lạ.`,
  ],
  account_taken: [
    "Gọi điện báo ngay người thân, bạn bè: ai nhắn mượn tiền bằng tài khoản đó là giả, đừng chuyển.",
    "Còn vào được: đổi mật khẩu, đăng xuất mọi thiết bị. Bị đẩy ra: bấm “Lấy lại mật khẩu” ở màn hình đăng nhập. Mất VNeID: gọi 1900.0368 nhờ khóa.",
    `Có gắn ngân hàng thì gọi ngân hàng khóa ngay. ${POLICE}`,
  ],
  being_pressed: [
    "Cúp máy ngay. Không chuyển tiền, không đọc mã, không cài ứng dụng: công an, tòa án không làm việc qua điện thoại.",
    "Gọi cho người thân, hoặc tự tìm số chính thức của nơi đó mà hỏi. Người nhà đang bị dọa: giữ họ lại, nhờ nhân viên ngân hàng ngăn giúp.",
    "Báo công an xã, phường hoặc gọi 113. Lỡ chuyển tiền, đọc mã rồi thì gọi ngân hàng khóa ngay.",
  ],
  fake_kidnap: [
    "KHÔNG chuyển tiền, dù họ dọa gì, dù nghe tiếng khóc hay thấy hình.",
    "Gọi ngay cho con, cho người bị giữ bằng đường khác: máy của họ, bạn bè, thầy cô, chủ trọ.",
    "Gọi 113 hoặc công an gần nhất ngay, đọc số đang gọi và tài khoản họ đưa; giữ cuộc gọi, tin nhắn. Đã chuyển thì gọi ngân hàng tra soát.",
  ],
  blackmail: [
    "Không chuyển tiền: trả một lần, họ còn đòi nữa. Đã chuyển thì gọi ngân hàng nhờ khóa và tra soát.",
    "Ngừng trả lời, không gửi thêm ảnh. Chụp lại tin nhắn, số điện thoại, tài khoản của họ rồi mới chặn.",
    "Báo công an xã, phường hoặc gọi 113; người bị dọa là trẻ em thì gọi thêm 111. Kể cho một người thân biết, đây không phải lỗi của mình.",
  ],
  child_online: [
    "Ở bên cháu, nghe cháu kể, đừng trách mắng. Cháu ngừng trả lời, không gửi thêm ảnh, không gặp, không chuyển tiền.",
    "Gọi 111 (Tổng đài bảo vệ trẻ em, miễn phí, cả ngày đêm) để được chỉ cách gỡ bài, chặn kẻ xấu. Đang bị đánh: gọi 113.",
    "Chụp lại tin nhắn, bài đăng, tên tài khoản rồi báo thầy cô, công an xã, phường. Không đăng lại clip, không trả tiền.",
  ],
  papers_given: [
    "Không gửi thêm ảnh hay mã nào. Gọi ngân hàng của mình (số sau thẻ), báo lộ giấy tờ, nhờ theo dõi, khóa giao dịch lạ.",
    "Nhắn TTTB gửi 1414 xem SIM lạ đứng tên mình; vào cic.gov.vn xem khoản vay lạ. Lộ mật khẩu VNeID thì gọi 1900.0368.",
    POLICE,
  ],
  debt_terror: [
    "Không trả thay khoản mình không vay, không nộp “phí xóa nợ”. Bị dọa đánh, phá nhà: gọi 113 ngay.",
    "Nói ngắn “tôi không vay”, đòi xem hợp đồng, rồi thôi trả lời. Ghi âm, chụp tin nhắn, bài bôi nhọ; báo người thân biết để không ai chuyển tiền.",
    "Chặn số, mang bằng chứng ra công an xã, phường trình báo. Có vay thật mà lãi quá cao cũng báo.",
  ],
  lost_device: [
    "Mượn máy khác gọi nhà mạng khóa SIM trước: kẻ gian dùng SIM để nhận mã.",
    "Gọi ngân hàng (số sau thẻ) khóa ứng dụng và thẻ.",
    "Gọi 1900.0368 khóa VNeID, hoặc vào vneid.gov.vn trên máy khác, phần yêu cầu khóa tài khoản. Bị cướp, bị trộm: báo công an xã, phường hoặc 113.",
  ],
  lost_card: [
    "Gọi ngay tổng đài ngân hàng, nhờ khóa thẻ; hoặc mở ứng dụng ngân hàng, chọn khóa thẻ.",
    "Xem có khoản trừ lạ thì xin tra soát. Không đọc mã cho người nói “nhặt được thẻ”.",
    "Bị móc túi, bị trộm: báo công an xã, phường hoặc gọi 113. Mất kèm căn cước: nhờ ngân hàng theo dõi tài khoản.",
  ],
  money_misdirected: [
    "Gọi ngay tổng đài ngân hàng của mình (số sau thẻ), nói chuyển nhầm, xin tra soát để giữ tiền ở tài khoản nhận.",
    "Giữ biên lai, ghi giờ chuyển, số tiền, số tài khoản. Không đọc mã, không bấm đường dẫn của người hứa lấy hộ.",
    "Người nhận không trả: mang biên lai báo công an xã, phường hoặc gọi 113.",
  ],
};

/** The three things to do now, in order. */
export function firstActs(kind: string): Acts {
  return ACTS[kind] ?? MONEY_SENT;
}

export const URGENT_HEAD = "Ông bà, anh chị bình tĩnh, làm ngay ba việc:";

/** Where money or an account is gone somebody offers to bring it back. */
const SECOND_TRAP = "Ai nhận lấy lại tiền bị lừa trên mạng là lừa lần hai.";
const NO_SECOND_TRAP: ReadonlySet<string> = new Set([
  "fake_kidnap",
  "child_online",
  "lost_device",
  "lost_card",
]);

/** Head, the three acts and the warning, ready to stand before everything else. */
export function urgentText(kind: string): string {
  const acts = firstActs(kind).map((act, at) => `${at + 1}. ${act}`);
  return [URGENT_HEAD, ...acts, ...(NO_SECOND_TRAP.has(kind) ? [] : [SECOND_TRAP])].join("\n");
}

/** How the rest is had. */
export const restOf = (title: string): string => `Xem cả hướng dẫn “${title}”: nhắn “xem tiếp”.`;
