// Everyday Vietnamese: a small language of its own, so that a short collection of papers still lets the repair know the
// words that people ask with. Written for this purpose; phrases are run together, commas aside.

const list = (text: string): readonly string[] =>
  text
    .split(/[\n,]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");

export const EVERYDAY_PHRASES: readonly string[] = list(`
  không có, có được, được không, không được, có phải không, phải làm, cần làm gì, cần gì, muốn hỏi, tôi muốn, tôi cần
  tôi là, em là, chúng tôi, chúng ta, mọi người, người ta, của tôi, của em, cho tôi, cho em, giúp em, giúp mình, cảm ơn
  xin chào, chào bạn, bạn ơi, em ơi, anh chị, ông bà, bố mẹ, cha mẹ, con cái, con cháu, nhà tôi, hôm nay, hôm qua
  ngày mai, bây giờ, năm nay, năm ngoái, năm sau, tháng này, tháng trước, tháng sau, tuần này, tuần sau, trước đây
  sau đó, trong đó, ngoài ra, vì vậy, thì sao, còn gì, còn năm, thế còn, là người, là một, một số, một người, trong số
  nằm ở, đến từ, diễn ra, xảy ra, bắt đầu, kết thúc, được gọi là, gọi là gì, tên là gì, tên của, thuộc về, dùng để
  để làm, có thể, không thể, như vậy, như là, với nhau, cùng với, so với, đối với, cho đến, kể từ, trước khi, sau khi
  trong khi, tại vì, bởi vì, mặc dù, tuy nhiên, nhiều nhất, ít nhất, lớn nhất, nhỏ nhất, đầu tiên, cuối cùng, thứ nhất
  thứ hai, thứ ba, thứ tư, bao gồm, trở thành, thực hiện, sử dụng, phần trăm, ở chỗ nào, đi đâu, mất bao lâu
  hết bao nhiêu tiền, mất tiền không, có mất phí không, bị lỗi, không vào được, quên mật khẩu, đăng nhập, đăng ký
  đăng xuất, cài đặt, điện thoại, tải về, máy tính, mạng xã hội, ứng dụng, phần mềm, tài khoản, mật khẩu, mã xác thực
  tin nhắn, cuộc gọi, số điện thoại, địa chỉ, giấy tờ, hồ sơ, thủ tục, nộp hồ sơ, trực tuyến, qua mạng, lên mạng
  làm giấy khai sinh, kết hôn, hộ khẩu, tạm trú, thường trú, căn cước, hộ chiếu, bảo hiểm, lương hưu, trợ cấp, sổ đỏ
  đất đai, thuế, phí, lệ phí, tiền mặt, chuyển khoản, ngân hàng, thanh toán, mua bán, bán hàng, mua hàng, giao hàng
  khám bệnh, chữa bệnh, bác sĩ, bệnh viện, trạm y tế, thuốc men, sức khỏe, tiêm chủng, trường học, học sinh, sinh viên
  giáo viên, lớp học, đi học, học hành, bài học, học phí, thi cử, nghỉ học, công việc, việc làm, đi làm, công ty
  công nhân, nông dân, nhân viên, lãnh đạo, giám đốc, cơ quan, đơn vị, tổ chức, phòng ban, ủy ban, công an, bộ đội
  cán bộ, công chức, người dân, bà con, nhân dân, người già, cụ già, trẻ em, trẻ con, phụ nữ, thanh niên, đàn ông
  hàng xóm, gia đình, nhà cửa, làng xóm, thôn bản, xã phường, quận huyện, tỉnh thành, thành phố, nông thôn, thành thị
  vùng sâu, vùng xa, miền núi, đường sá, xe cộ, giao thông, điện nước, rác thải, môi trường, an ninh, trật tự
  lừa đảo, kẻ gian, bị lừa, mất tiền, mất điện thoại, mất thẻ, tố cáo, khiếu nại, báo cáo, trình báo, phạt tiền
  ai làm, ai lo, ai phụ trách, ai chịu trách nhiệm, chủ trì, phối hợp, hỗ trợ, giúp đỡ, hướng dẫn, chỉ dẫn, kèm cặp
  dạy học, dạy cho, học cách, tập huấn, đào tạo, bồi dưỡng, tuyên truyền, phổ biến, khen thưởng, được thưởng, thi đua
  kế hoạch, chương trình, phong trào, mục tiêu, chỉ tiêu, nhiệm vụ, giải pháp, kết quả, kinh phí, ngân sách, thời gian
  thời hạn, hạn chót, trước ngày, làm xong, xong chưa, hoàn thành, đến hạn, quá hạn, bao lâu một lần, hằng tuần
  hằng tháng, hằng năm, định kỳ, thường xuyên, lâu dài, mới nhất, gần nhất, hiện nay, hiện tại, sắp tới, vừa rồi
  lấy ở đâu, lấy từ đâu, kéo dài, kéo mạng, đem lại, mang theo, đưa vào, đưa ra, bỏ ra, bỏ lại, giữ gìn, gửi cho
  gửi đi, nhận được, trả lại, trả lời, hỏi đáp, tìm kiếm, tìm thấy, xem thử, xem lại, nghe nói, nhìn thấy, biết dùng
  biết cách, không biết, hiểu biết, nhớ lại, quên mất, nghĩ rằng, tin rằng, thấy rằng, nói rằng, cho rằng, yêu cầu
  đề nghị, mong muốn, cần thiết, quan trọng, chính xác, cụ thể, rõ ràng, chi tiết, đầy đủ, đơn giản, dễ dàng
  khó khăn, phức tạp, nhanh chóng, chậm trễ, an toàn, nguy hiểm, tốt nhất, xấu xa, đúng sai, giống nhau, khác nhau
  to lớn, nhỏ bé, cao thấp, dài ngắn, nặng nhẹ, mới cũ, sớm muộn, nóng lạnh, sạch sẽ, đẹp đẽ, vui vẻ, buồn bã, khỏe mạnh
  ăn gì, uống gì, ăn cơm, nấu ăn, món ngon, quán ăn, thời tiết, trời mưa, nắng nóng, bóng đá, đá bóng, vô địch, tối nay
  sáng nay, chiều nay, đi chơi, du lịch, khách sạn, vé máy bay, xem phim, nghe nhạc, bài hát, ca sĩ, diễn viên
  kể chuyện, chuyện cười, giá vàng, tỷ giá, đô la, chứng khoán, xổ số, đánh đề, cá cược, viết thơ, bài thơ, làm thơ
  dịch giúp, tiếng anh, tiếng việt, bài báo, bài văn, giải toán, làm bài tập, lập trình, viết mã, tình yêu, người yêu
  lấy chồng, lấy vợ, sinh con, tử vi, bói toán, giúp tôi với, chỉ tôi với, có ai không, bạn là ai, bạn tên gì
  bạn biết làm gì, làm được gì, khỏe không, tạm biệt, hẹn gặp lại, xin lỗi, không sao, đúng rồi, vâng ạ, dạ vâng
  còn xã khác, xã nào, phường nào, tỉnh nào, thôn nào, phòng nào, ban nào, ngành nào, sở nào, đơn vị nào, cơ quan nào
  mô hình nào, việc nào, mục nào, phần nào, văn bản nào, kế hoạch nào, nghị quyết nào, trang nào, lớp nào, tuổi nào
  mấy tuổi, bao nhiêu tuổi, đủ tuổi, mấy người, mấy ngày, mấy tháng, mấy nhóm, mấy việc, đếm xem, liệt kê, kể tên
  so sánh, tóm tắt, giải thích, nghĩa là, ý nghĩa, mục đích, lý do, nguyên nhân, ví dụ, trường hợp, điều kiện
  nói gì, nói về, nói đến, viết gì, quy định gì, quy định thế nào, giao cho ai, giao cho đơn vị nào, giao cho cơ quan nào
  giao việc gì, ai giao, ai ký, ký ngày nào, ban hành ngày nào, do ai ban hành, số mấy, mục mấy, trang mấy, ăn gì ngon
  gì ngon, ngon không, có gì hay, hay không, có hay không, không có dấu, viết không dấu, gõ sai, nghe không rõ
`);
