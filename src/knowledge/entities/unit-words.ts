// Words around the names of bodies: what opens a list, what ends a name, what merely looks like one.

export const DETERMINER = /^(?:các|những|một số|toàn thể|từng|mỗi|lãnh đạo|tập thể)\s+/iu;
export const LIST_NOUN =
  /^(?:ban|ngành|phòng|sở|đoàn thể|đơn vị|địa phương|cơ quan|tổ chức|doanh nghiệp|cá nhân|trường|trạm|tiểu thương|chi bộ|đảng bộ|chi hội|xã|phường|thôn|xóm|khối|tổ dân phố|hội|lĩnh vực|bộ phận|cấp ủy|trường học|đặc khu|thị trấn|khóm|ấp|bản|buôn|khu phố|khối phố|khu dân cư|huyện|quận|thị xã|thành phố|báo chí)(?![\p{L}])/iu;
/** Places of one rank, as in "UBND các xã, phường, đặc khu". */
const PLACE =
  "(?:xã|phường|đặc khu|thị trấn|thị xã|huyện|quận|tỉnh|thành phố|thôn|xóm|khóm|ấp|bản|buôn|làng|khối|khối phố|khu phố|khu dân cư|tổ dân phố)";
export const ENDS_WITH_PLACE = new RegExp(`(?:^|\\s)${PLACE}$`, "iu");
export const IS_PLACE = new RegExp(
  `^${PLACE}(?:\\s+(?:có\\s+)?liên quan|\\s+(?:trong|trên|thuộc)\\s.+)?$`,
  "u",
);
/** "Các phòng, ban", and as well "Sở, ban, ngành": what follows in small letters is of the same group. */
export const PLURAL = /(?:^|\s)(?:các|những|một số)\s|^(?:sở|ban|phòng|ngành|cơ quan|đơn vị)(?:,|$)/iu;
/** "Các Sở, Ban, ngành": a bare noun with a capital is still part of the group. */
export const IS_KIND =
  /^(?:Ban|Ngành|Phòng|Sở|Đoàn thể|Hội|Đơn vị|Địa phương)(?:,? ngành)?(?:\s+(?:có\s+)?liên quan)?$/u;
/** Common words that merely begin like a body's name. */
export const NOT_A_UNIT =
  /^(?:ban hành|ban đầu|bản tin|bản thân|bản sắc|bộ phận dân|phòng,? ?chống|phòng ngừa|phòng thủ|phòng cháy|phòng học|đơn vị hóa|trường hợp|trường số|đoàn kết|đoàn viên|công an toàn|thuế suất|cơ quan chủ trì|cơ quan phối hợp|cơ quan thực hiện|đơn vị chủ trì|đơn vị phối hợp|đơn vị thực hiện|xã hội|ngành nghề|ủy ban hành|sở hữu|sở thích|bản đồ|bản chất|ban bố|hội đồng thời|địa phương hóa|thôn tính)(?![\p{L}])/iu;
export const ORGANIZATION =
  /^tổ chức(?=\s+(?:chính trị|xã hội|đoàn thể|hội|đảng|thành viên|tín dụng|kinh tế|liên quan|có liên quan|khác|cơ sở)|\s*[,;]|\s*$)/iu;
/** Verbs and links that end a name; lower case only, for "Ban Xây dựng Đảng" is a name. */
export const STOP =
  /^(?:thực hiện|tổ chức(?!\s+(?:chính trị|xã hội|đoàn thể|hội|đảng|thành viên|cơ sở))|triển khai|tham mưu|đẩy mạnh|xây dựng|hướng dẫn|đảm bảo|bảo đảm|tuyên truyền(?! viên)|theo dõi|để|nhằm|trong|căn cứ|chủ trì|phối hợp|kiểm tra|rà soát|tăng cường|huy động|cử|tiếp tục|hoàn thành|đôn đốc|chỉ đạo|lãnh đạo|định kỳ|báo cáo(?! viên)|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|chủ động|kịp thời|thường xuyên|tích cực|vận động|giám sát|hỗ trợ|bố trí|cân đối|thẩm định|tổng hợp|lồng ghép|khai thác|mở|nghiên cứu|quản lý(?! nhà nước)|cung cấp(?! dịch vụ)|cập nhật|phát động|phổ biến|lan tỏa|đề xuất|tập trung|khẩn trương|tập huấn|đào tạo|bồi dưỡng|ban hành|quán triệt|nắm bắt|thành lập|kiện toàn|xác định|phát hiện|xử lý|ngăn chặn|đăng ký|lựa chọn|giải quyết|tạo điều kiện|gắn|ứng dụng|sử dụng|phát huy|được|sẽ|phải|cần|thì|khi|đề nghị|yêu cầu|duy trì|tư vấn|biên soạn|công bố|gửi|nộp|(?:hằng|hàng)(?=\s+(?:năm|quý|tháng|tuần|ngày)(?![\p{L}]))|trước ngày|từ ngày|về|là|theo|bám sát|đóng góp|cụ thể hóa|hoàn thiện|đưa|làm|giúp|góp phần|nâng cao|sơ kết|tổng kết|tham gia|đổi mới|giao(?! thông)|phân công|lập kế hoạch|lập danh sách|lập dự toán|in ấn|cấp phát|cấp kinh phí|mời|tiếp nhận|thống nhất|trình|chuẩn bị|có(?! liên quan)|gồm|khảo sát|trao đổi|hưởng ứng|tạo điều kiện|tạo dựng|tạo môi trường|thông tin, tuyên truyền|thông qua|đăng tải|đánh giá|đo lường|vào|trên cơ sở|trên các|do|bằng|với|như|rồi|nếu|đồng thời|ngay|nghiêm túc|quan tâm|đầu mối|làm đầu mối|chia sẻ|kết nối|vận hành|thu thập|khuyến khích|thí điểm|xem xét|phê duyệt|hình thành|tiến hành|rà soát|lựa chọn|phân bổ|đóng góp|kêu gọi|nhân rộng|biên soạn|đảm nhiệm|đảm nhận|phụ trách|thông báo|đã|vẫn|chưa|chi trả|tại (?:buổi|cuộc|phiên))(?![\p{L}])/u;
export const LONGEST = 34;
/** Inside a cell or heading these do not end a name: "Mặt trận và các tổ chức thành viên", "… (Cơ quan thường trực)". */
export const AND_MORE = /\s+và\s+(?:các|những|một số)\s+|\s*\([^()]*\)/giu;

/** "các ngành liên quan phát triển thị trường": behind "liên quan" a name goes on only with where or whose. */
export const CLOSED = /liên quan$/iu;
export const WHERE =
  /^(?:khác|trên|trong|của|thuộc|tại|ở|đóng|cấp|xã|phường|đặc khu|huyện|tỉnh|thành phố|trực thuộc|đến|tới)(?!\p{L})|^\p{Lu}/u;

/** "các Bộ: Quốc phòng, Công an", "các tỉnh: Gia Lai, Đắk Lắk": behind the kind, by name. */
export const OF_A_KIND =
  /^(?:.*\s)?(?:các|những)\s+(bộ|sở|phòng|ban|hội|tỉnh|thành phố|xã|phường|tập đoàn|cơ quan|đơn vị|đồn|trường|trạm|thôn|huyện)(?:,\s*(?:ban|ngành|thành phố|phường|đặc khu|đơn vị|cơ quan))*$/iu;
/** "Văn phòng Ban chỉ đạo …": the office of a board, whose verb is part of its name. */
export const OF_BOARD = /\s(?:Ban|Tổ)$/u;
export const BOARD_VERB = /^(?:chỉ đạo|chỉ huy|quản lý|điều hành)(?!\p{L})/iu;

/** Stands for a comma inside a name. */
export const COMMA = "\uE000";
/** "các cơ sở đào tạo", "cơ quan tham mưu, giúp việc": behind these nouns such a verb is part of the name. */
export const TRADE = /(?:cơ sở|cơ quan|đơn vị|tổ chức|chuyên trách|(?<!\p{L})viện|(?<!\p{L})trường)$/iu;
export const TRADE_VERB = /^(?:đào tạo|bồi dưỡng|nghiên cứu|tham mưu,? giúp việc)(?!\p{L})/u;
/** "Ban quản lý chợ", "Ban chỉ đạo": here the verb is part of the name. */
export const BOARD =
  /^(?:ban|tổ|phòng)\s+(?:quản lý|chỉ đạo|chỉ huy|tổ chức|điều hành|xây dựng đảng|giúp việc|hỗ trợ|tư vấn)(?!\p{L})/iu;
