// What is said first when money, an account or a life is at risk. Short, one act a line, to be read in fright.

const BANK =
  "Gọi ngay tổng đài ngân hàng của mình (số in sau thẻ hoặc trong ứng dụng), nhờ khóa tài khoản và thẻ.";
const POLICE =
  "Báo công an xã, phường nơi gần nhất hoặc gọi 113. Giữ lại tin nhắn, ảnh chuyển tiền, số điện thoại.";
const NETWORK = "Ngắt mạng của điện thoại: tắt Wi-Fi và dữ liệu di động; không được thì tắt nguồn.";
const STOP = "Dừng lại, không chuyển thêm đồng nào, kể cả khi họ nói nộp thêm để lấy lại.";

type Acts = readonly [string, string, string];

/** Where VNeID is locked; facts of the guide "vneid-doi-thiet-bi". */
const LOCK_VNEID =
  "gọi 1900.0368 nhờ khóa tài khoản VNeID; hoặc vào vneid.gov.vn, bấm “Đăng nhập”, chọn yêu cầu khóa tài khoản; hoặc ra công an xã, phường.";

const ACTS: Readonly<Record<string, Acts>> = {
  money_sent: [
    `${BANK} Nói rõ vừa chuyển tiền, xin tra soát và đề nghị giữ tiền ở tài khoản nhận.`,
    `${STOP} Nếu đã bấm đường dẫn hay cài ứng dụng lạ thì ngắt mạng điện thoại.`,
    POLICE,
  ],
  about_to_pay: [
    "KHÔNG chuyển đồng nào. Bắt nộp thêm tiền, dù gọi là thuế, phí hay tiền cọc, rồi mới cho rút, cho vay, cho nhận quà là lừa đảo.",
    `Đã chuyển lần trước thì ${BANK.charAt(0).toLowerCase()}${BANK.slice(1)} Xin tra soát, giữ tiền ở tài khoản nhận. Không đọc mã, không cài gì theo lời họ.`,
    POLICE,
  ],
  scammed: [
    `${BANK} Nói rõ vừa bị lừa, xin tra soát và đề nghị giữ tiền ở tài khoản nhận.`,
    `${STOP} Nếu đã bấm đường dẫn hay cài ứng dụng lạ thì ngắt mạng điện thoại.`,
    POLICE,
  ],
  money_misdirected: [
    "Gọi ngay tổng đài ngân hàng của mình (số in sau thẻ hoặc trong ứng dụng), nói rõ chuyển nhầm, xin tra soát để giữ tiền ở tài khoản nhận.",
    "Giữ biên lai, ghi lại giờ chuyển, số tiền, số tài khoản nhận. Không đọc mã, không bấm đường dẫn của người hứa trả hộ.",
    "Người nhận không trả: mang biên lai báo công an xã, phường nơi gần nhất hoặc gọi 113.",
  ],
  secret_given: [
    BANK,
    "Cúp máy, ngắt mạng điện thoại (Wi-Fi và dữ liệu di động), rồi đổi mật khẩu trên một máy khác.",
    POLICE,
  ],
  remote_control: [NETWORK, `Dùng máy khác: ${BANK.charAt(0).toLowerCase()}${BANK.slice(1)}`, POLICE],
  bad_app: [
    NETWORK,
    `Dùng máy khác: ${BANK.charAt(0).toLowerCase()}${BANK.slice(1)} Chưa mở lại ứng dụng ngân hàng trên máy này.`,
    `${POLICE} Nhờ người rành máy xóa ứng dụng lạ giúp.`,
  ],
  account_taken: [
    "Báo ngay cho người thân, bạn bè bằng cách gọi điện: ai nhắn mượn tiền bằng tài khoản đó là giả, đừng chuyển.",
    "Đổi mật khẩu trên máy của mình, đăng xuất mọi thiết bị; tài khoản đó có gắn ngân hàng thì gọi ngân hàng khóa ngay.",
    POLICE,
  ],
  money_gone: [
    `${BANK} Xin tra soát giao dịch vừa mất.`,
    `${NETWORK} Không bấm đường dẫn nào, không đọc mã cho ai.`,
    POLICE,
  ],
  being_pressed: [
    "Cúp máy ngay. Không chuyển tiền, không đọc mã, không cài ứng dụng. Công an, tòa án không làm việc qua điện thoại.",
    "Gọi cho con cháu, người thân hoặc tự gọi lại số chính thức của cơ quan đó để hỏi. Lỡ bấm gì rồi thì ngắt mạng điện thoại.",
    "Báo công an xã, phường nơi gần nhất hoặc gọi 113. Lỡ chuyển tiền rồi thì gọi ngân hàng khóa ngay.",
  ],
  blackmail: [
    "Không chuyển tiền cho họ: trả một lần, họ còn đòi nữa. Đã chuyển rồi thì gọi ngân hàng nhờ khóa và tra soát.",
    "Ngừng trả lời, không gửi thêm ảnh. Chụp lại tin nhắn, số điện thoại, tài khoản của họ rồi mới chặn.",
    "Báo công an xã, phường hoặc gọi 113; nếu người bị dọa là trẻ em thì gọi thêm 111. Kể cho một người thân biết, đây không phải lỗi của mình.",
  ],
  child_online: [
    "Ở bên cháu, nghe cháu kể, đừng trách mắng. Bảo cháu ngừng trả lời, không gửi thêm ảnh, không gặp, không chuyển tiền.",
    "Gọi 111 (Tổng đài quốc gia bảo vệ trẻ em, miễn phí, cả ngày đêm) để được chỉ cách gỡ ảnh, chặn kẻ xấu.",
    "Chụp lại tin nhắn, tên tài khoản của họ rồi báo công an xã, phường hoặc gọi 113. Lỡ chuyển tiền thì gọi ngân hàng khóa ngay.",
  ],
  papers_given: [
    "Gọi tổng đài ngân hàng của mình, báo lộ giấy tờ, nhờ theo dõi và khóa giao dịch lạ.",
    "Không gửi thêm ảnh hay mã nào. Đổi mật khẩu VNeID, ngân hàng, Zalo; cần khóa VNeID thì gọi 1900.0368.",
    POLICE,
  ],
  lost_vneid: [
    `Mượn máy khác ${LOCK_VNEID}`,
    `Gọi nhà mạng khóa SIM. ${BANK}`,
    "Báo công an xã, phường nơi gần nhất; đổi mật khẩu Zalo, Facebook, email trên máy khác.",
  ],
  lost_device: [
    `Mượn máy khác: ${BANK.charAt(0).toLowerCase()}${BANK.slice(1)}`,
    "Mất điện thoại hay SIM: gọi nhà mạng khóa SIM. Máy có VNeID: gọi 1900.0368 nhờ khóa tài khoản.",
    "Báo công an xã, phường nơi gần nhất; đổi mật khẩu Zalo, Facebook, email trên máy khác.",
  ],
};

const OTHER: Acts = [BANK, `${STOP} ${NETWORK}`, POLICE];

/** The three things to do now, in order; unknown kinds get the ones that are right for any loss of money. */
export function firstActs(kind: string): Acts {
  return ACTS[kind] ?? OTHER;
}

export const URGENT_HEAD = "Ông bà, anh chị bình tĩnh, làm ngay ba việc này:";
export const URGENT_LATER = "Làm xong ba việc trên, xem tiếp các bước sau:";

/** Head and the three acts, ready to stand before everything else. */
export function urgentText(kind: string): string {
  return [URGENT_HEAD, ...firstActs(kind).map((act, at) => `${at + 1}. ${act}`)].join("\n");
}

const SELF_HARM = [
  "Nghe ông bà, anh chị nói vậy, tôi rất lo. Những lúc thế này nặng nề lắm, và mình không phải chịu một mình.",
  "Xin đừng ở một mình lúc này: gọi hoặc chạy sang người ở gần, người nhà, hàng xóm, trưởng thôn, và nói thẳng là mình đang muốn buông xuôi. Để xa tầm tay thuốc và vật nguy hiểm.",
  "Nếu đang nguy cấp, đã uống thuốc hay bị thương: gọi cấp cứu 115 ngay. Có người dọa nạt, đánh đập: gọi 113. Trẻ em gọi 111 (miễn phí, cả ngày đêm).",
  "Chuyện tiền bạc hay nợ nần đều còn cách giải quyết, công an và ngân hàng giúp được. Mạng người mới là quan trọng nhất.",
];

const VIOLENCE = [
  "Việc này nguy hiểm, ông bà, anh chị lo cho mình an toàn trước đã.",
  "Rời khỏi chỗ đó nếu đi được, sang nhà hàng xóm hoặc gọi to cho người ở gần biết.",
  "Gọi 113 ngay. Có người bị thương: gọi 115. Liên quan đến trẻ em: gọi 111 (miễn phí, cả ngày đêm).",
  "Sau đó báo công an xã, phường, trưởng thôn hoặc Hội Phụ nữ để có người ở bên. Bị đánh không phải lỗi của mình.",
];

const CHILD = [
  "Cảm ơn đã lên tiếng cho cháu. Đưa cháu ra khỏi chỗ nguy hiểm trước, ở bên cháu, nghe cháu nói và đừng trách mắng.",
  "Gọi ngay 111 (Tổng đài quốc gia bảo vệ trẻ em, miễn phí, cả ngày đêm). Đang bị đánh hay bị hại: gọi 113. Bị thương: gọi 115.",
  "Báo công an xã, phường, trưởng thôn, thầy cô hoặc người thân gần nhất. Nếu chính cháu đang nhắn: hãy tìm ngay một người lớn cháu tin và gọi 111.",
];

const ACCIDENT = [
  "Gọi ngay: cấp cứu 115 (có người bị thương, ngất, khó thở), cứu hỏa và cứu nạn 114 (cháy, đuối nước, mắc kẹt), thiên tai, lũ lụt 112, công an 113.",
  "Kêu to cho người ở gần đến giúp. Nói rõ địa chỉ, có mấy người bị nạn; giữ máy để nghe hướng dẫn.",
  "Tôi là trợ lý tự động, không gọi thay được, nên xin gọi ngay đừng chờ ở đây.",
];

const DANGER: Readonly<Record<string, readonly string[]>> = {
  self_harm: SELF_HARM,
  violence: VIOLENCE,
  child_abuse: CHILD,
  accident: ACCIDENT,
  flood: ACCIDENT,
};

/** A human answer to danger for life: people near, then 115, 113, 111. */
export function dangerText(kind: string): string {
  return (DANGER[kind] ?? SELF_HARM).join("\n");
}
