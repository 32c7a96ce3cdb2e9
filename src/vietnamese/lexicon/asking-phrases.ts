// How people ask about plans, in words the papers seldom use. Without accents these words look like frequent words of the
// papers ("máy" for "mấy", "cập" for "cấp", "sáng" for "sang"), so their neighbours are told to the repair here.

const list = (text: string): readonly string[] =>
  text
    .split(/[\n,]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");

export const ASKED_PHRASES: readonly string[] = list(`
  mấy phần trăm, là mấy phần trăm, cần mấy phần trăm, có mấy phần trăm, tới mấy phần trăm, đạt mấy phần trăm
  bao nhiêu phần trăm, tới bao nhiêu phần trăm, ở mức mấy, ở mức nào, mức bao nhiêu, phần trăm hộ dân, phần trăm chợ
  phần trăm cán bộ, phần trăm dân, phần trăm người, tối thiểu mấy, tối thiểu bao nhiêu, ít nhất mấy, ít nhất bao nhiêu
  mấy người, cần mấy người, kèm mấy người, mấy trường, mấy mô hình, mấy lớp, mấy ngày, mấy tháng, mấy lần, mấy việc
  mấy mục, mấy thôn, mấy xã, mấy hộ, số mấy, mục mấy, phần mấy, là ngày mấy, ngày mấy tháng mấy, năm mấy, là mấy, có mấy
  cấp hai, cấp ba, cấp một, cấp 1, cấp 2, cấp 3, học sinh cấp hai, học sinh cấp ba, học sinh cấp 2, học sinh cấp 3
  học trò, học trò cấp hai, học trò cấp ba, học trò cấp 2, học trò cấp 3, các em học trò, học sinh các cấp
  cần đạt, phải đạt, sẽ đạt, đạt tỉ lệ nào, đạt tỷ lệ nào, đạt bao nhiêu, đạt mấy, yêu cầu đạt, phấn đấu đạt, cần đạt tỉ lệ
  cần đạt tỷ lệ, cần đạt bao nhiêu, cần đạt mấy, đặt ra, đặt ra chỉ tiêu, đặt chỉ tiêu, những chỉ tiêu nào, chỉ tiêu nào
  sang năm, sang năm 2026, sang năm 2027, sang 2026, sang 2027, từ 2025 sang 2026, năm 2025 sang năm 2026, bước sang
  qua năm, qua 2026, năm 2025, năm 2026, năm 2027, năm 2030, đến 2026, đến năm 2026, từ 2025, trong năm, cả năm
  năm tới, tăng thế nào, tăng bao nhiêu, tăng mấy, giảm bao nhiêu, tăng lên, tăng hay giảm, khác thế nào, khác nhau ra sao
  ai lo, bên nào lo, phòng nào lo, cơ quan nào lo, đơn vị nào lo, phải lo, lo những gì, lo việc, lo chuyện, lo chính, lo vụ
  lo phần, lo khâu, lo liệu, đứng ra, đứng ra lo, đứng ra làm, đứng ra tổ chức, đứng đầu, bên nào, bên nào đứng ra
  làm chính, cùng làm, cùng phối hợp, làm chung, làm chung với, làm cùng, ai cùng làm, bên nào cùng, ai làm cùng
  bên nào phối hợp, ai phối hợp, phối hợp với ai, chủ trì, ai chủ trì, cơ quan nào chủ trì, chủ trì những việc
  chịu trách nhiệm, ai chịu trách nhiệm, ai gánh, ai đảm nhiệm, do ai làm, do bên nào, giao cho bên nào, việc của phòng nào
  phòng nào, của phòng nào, ban nào, của ban nào, hội nào, đoàn nào, trường nào, lớp nào, chợ nào, thôn nào
  khi nào xong, bao giờ xong, chừng nào xong, chừng nào, hồi nào, hôm nào, ngày nào, bữa nào, lúc nào, trước hôm nào
  trước ngày nào, trước khi nào, phải xong trước, làm xong trước, dựng xong, xong hôm nào, xong ngày nào, xong khi nào
  xong hồi nào, phải xong, làm xong, rơi vào hôm nào, rơi vào ngày nào, rơi vào, nhằm ngày nào, hạn đến bao giờ
  bao lâu, bao lâu một lần, bao lâu thì, cứ bao lâu, định kỳ bao lâu, mấy tháng một lần, hằng tháng, hằng quý, mở bao lâu
  có mở, mở lớp, mở cuộc thi, có mở cuộc thi, có tổ chức, có lớp riêng, có ai giúp, ai giúp, có ai chỉ, giúp không
  được gì, được không, có được không, có gì, có không, có phải không, đúng không, phải không, thật không
  dạy những gì, dạy gì, dạy kỹ năng, dạy những nội dung gì, dạy cho, lớp dạy gì, việc dạy, lo việc dạy, được dạy, đã dạy
  học những gì, học khóa nào, khóa học, khóa học cơ bản, khóa cơ bản, khóa bồi dưỡng, học xong, học xong khóa
  người già, cho người già, cụ già, bà con già, tuổi già, nhà dân, hộ dân, bà con, dân mình, dân trong xã
  được nghe, nghe nói, nghe phổ biến, dân được nghe, được phổ biến, được chỉ cách, chỉ cách, chỉ cho, chỉ giúp
  biết dùng, dùng thiết bị, dùng công nghệ, dùng điện thoại, dùng ứng dụng, dùng để làm gì, dân dùng, bà con dùng
  để chi cho, tiền chi, chi cho, chi tiền, nguồn nào để chi, lấy nguồn nào, lấy tiền ở đâu, lấy ở đâu ra, tiền ở đâu ra
  tiền làm, bố trí tiền, bố trí kinh phí, tốn bao nhiêu, chuyện tiền, tiền nong, chuyện gì, nói về chuyện gì, chuyện này
  nhắc tới, nói tới, nhắc đến, đề cập tới, tới bao giờ, tới khi nào, tới năm, tới đâu, kế hoạch nhắc tới
  chỗ nào, ở chỗ nào, treo ở đâu, treo chỗ nào, treo băng rôn, băng rôn, áp phích, khẩu hiệu, pa nô, loa đài, loa phường
  loa xã, loa phát thanh, loa truyền thanh, đài phát thanh, đài truyền thanh, bản tin, tiểu thương, bà con tiểu thương
  đặt bút ký, bút ký, ai ký, ai đặt bút ký, người nào ký, lãnh đạo nào ký, ký kế hoạch, ký bản kế hoạch, bản kế hoạch
  người ký, ký ngày nào, ký tên, số hiệu, số hiệu bản kế hoạch, số hiệu văn bản, văn bản số mấy, kế hoạch số mấy
  dựa theo, dựa vào, dựa trên, căn cứ vào, làm theo, kế hoạch dựa theo, theo kế hoạch số, theo hướng dẫn số
  thay cho, thay thế, hồi trước, kế hoạch này, kế hoạch của xã, kế hoạch của tỉnh, kế hoạch năm, trong kế hoạch
  so với, so sánh, so sánh với, so giúp, cạnh nhau, đặt cạnh nhau, bên cạnh nhau, bên nào cao hơn, cái nào hơn, cao hơn
  thấp hơn, nhiều hơn, ít hơn, thì sao, còn năm 2026 thì sao, xã khác thì sao, còn học sinh thì sao, còn cán bộ thì sao
  thế còn, vậy còn, còn năm, còn xã, còn phường, còn tỉnh, thì thế nào, thì như thế nào, như thế nào, ra sao, là sao
  cho hỏi, cho tôi hỏi, cho em hỏi, cho hỏi chút, em muốn hỏi, ý tôi là, ý tôi hỏi, ý em là, ý mình là, tôi hỏi, không phải
  à nhầm, à không, tôi nhầm, nhầm rồi, nói nhầm, hỏi nhầm, mới đúng, mới phải, đúng ra, đúng hơn, xã kia cơ, năm sau cơ
  chủ trương, chu trình, xem mục, cho xem, xem nguyên văn, đọc nguyên văn, phường mình, xã mình, thôn mình, chỗ mình
  ở phường, ra phường, lên phường, lên xã, ở xã, xã có, phường có, tỉnh có, phường chủ trì, xã chủ trì, phường phải làm
  so với năm, so với xã, so với tỉnh, so với phường, so với chỉ tiêu, so với năm ngoái, so với năm trước, so với các xã
  so sánh giúp, so sánh chỉ tiêu, so sánh hai, so ra, thì khác, thì báo cáo, thì làm, thì ai, thì phải, thì có, thì được
  thì bao nhiêu, thì mấy, thì bên nào, thì xã, thì năm, lần thì, năm 2025 thì, năm 2026 thì, học sinh thì, cán bộ thì
  xã thì, việc này thì, thì gồm, thì cần, thì hỏi, họp tổng kết, cuộc họp, họp hội đồng, họp dân, họp thôn, đi họp
  các bác, mấy bác, bác lớn tuổi, ông bà lớn tuổi, mấy cụ, các cụ, mấy bà, mấy ông, mấy chị, mấy cô, mấy bác lớn tuổi
  thế năm, thế năm 2025, thế năm 2026, thế năm 2027, vậy năm, vậy năm 2026, phần kinh phí, kinh phí viết sao, viết sao
  tỉnh yêu cầu, xã yêu cầu, phường yêu cầu, đạt mức nào, đạt mức mấy, mức nào về, tới mức mấy
  giao cho ai, giao cho, giao ai, vì sao giao, sao giao, sao lại giao, được giao, giao công an, giao phòng, giao ban, giao hội
  giao sở, giao mặt trận, giao ủy ban, giao văn phòng, giao đoàn, giao trung tâm, giao trường, giao trạm, giao chủ trì, giao việc
`);

/** Provinces and cities, old and new: names that people write without accents, and that no plan of another place holds. */
export const PROVINCES: readonly string[] = list(`
  An Giang, Bà Rịa, Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, Bình Định, Bình Phước
  Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang
  Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hòa Bình, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu
  Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình
  Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sài Gòn, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa
  Thành phố Hồ Chí Minh, Thừa Thiên Huế, thành phố Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái
`);
