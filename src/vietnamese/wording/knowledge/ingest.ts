// What is said of loading the knowledge, to the people who look after it.

export const reloadRefused = {
  noFolder: (folder: string) =>
    `Không đọc được thư mục kiến thức ${folder}. Kiểm tra lại đường dẫn (--knowledge hoặc KNOWLEDGE_DIR) và quyền đọc.`,
  noLocalities:
    "Thiếu tệp localities.yaml, nên không biết văn bản thuộc xã, phường nào. Tạo tệp này theo mẫu trong thư mục knowledge của chương trình.",
  badLocalities: (reason: string) => `Chưa có dữ liệu địa phương để dùng: ${reason}`,
  nothing: (folder: string) =>
    `Không có văn bản nào đọc được trong ${folder}. Đặt văn bản vào thư mục plans, bài hướng dẫn vào thư mục guides.`,
  manyLost: (lost: number, total: number) =>
    `${lost} trong ${total} tệp trước đây đọc được nay bị hỏng, nên bản đang dùng được giữ nguyên. Xem từng tệp rồi nạp lại.`,
};

export const unreadFile = {
  twice: (names: readonly string[]) =>
    `trùng mã văn bản với tệp khác (${names.join(", ")}); đổi tên để mỗi văn bản có một tên riêng.`,
  folder: "thư mục con không được đọc; chuyển các tệp ra ngoài thư mục này.",
  badSide: (side: string, reason: string) => `tệp đi kèm ${side} sai: ${reason}`,
  orphanSide: "không có văn bản nào cùng tên với tệp này; đổi tên cho khớp hoặc xóa đi.",
  changing: "tệp vẫn đang được chép; đợi chép xong rồi nạp lại.",
  gone: "không mở được tệp; kiểm tra quyền đọc rồi nạp lại.",
  failed: (error: string) =>
    `chương trình gặp lỗi khi phân tích tệp này (${error}); gửi tệp cho người bảo trì chương trình.`,
};

export const dataFile = {
  line: (line: number, reason: string) => `dòng ${line}: ${reason}`,
  notYaml: (reason: string) => `sai cú pháp YAML (${reason}); sửa dòng này rồi nạp lại.`,
  wrong: (place: string, reason: string) =>
    `mục "${place}" chưa đúng (${reason}); sửa theo mẫu của tệp rồi nạp lại.`,
  twice: (slug: string) => `mã "${slug}" xuất hiện hai lần; mỗi địa phương một mã.`,
  cardOfNoPlace: (slugs: string) =>
    `thẻ của "${slugs}" không được dùng: localities.yaml không có mã này; sửa mã cho khớp rồi nạp lại.`,
  unreadable: "không mở được tệp; kiểm tra quyền đọc rồi nạp lại.",
  tooBig: "tệp quá lớn; tệp dữ liệu chỉ được đến 5 MB.",
  badDay: "ngày phải viết dạng 2026-11-20",
  badDayOfMonth: "sendBy là ngày trong tháng, từ 1 đến 31",
  badSlug: "mã chỉ gồm chữ thường không dấu, chữ số và gạch nối",
  badLevel: "cấp phải là commune (xã), ward (phường) hoặc province (tỉnh)",
};

export const reloadNote = {
  noVectors:
    "Chưa tính được véc-tơ (mô hình nhúng không trả lời), nên tạm thời chỉ tìm theo từ. Nạp lại sau khi mô hình hoạt động.",
};

export const change = {
  added: (doc: string, title: string) => `Thêm văn bản ${doc}: ${title}`,
  removed: (doc: string, title: string) => `Bỏ văn bản ${doc}: ${title}`,
  task: (doc: string, section: string, what: string) => `${doc}, mục ${section}: ${what}`,
  deadline: (before: string, now: string) => `thời hạn "${before}" đổi thành "${now}"`,
  lead: (before: string, now: string) => `đơn vị chủ trì "${before}" đổi thành "${now}"`,
  coordinators: (before: string, now: string) => `đơn vị phối hợp "${before}" đổi thành "${now}"`,
  figure: (before: string, now: string) => `chỉ tiêu "${before}" đổi thành "${now}"`,
  taskAdded: (content: string) => `nhiệm vụ mới "${content}"`,
  taskRemoved: (content: string) => `không còn nhiệm vụ "${content}"`,
  figureAdded: (statement: string) => `chỉ tiêu mới "${statement}"`,
  figureRemoved: (statement: string) => `không còn chỉ tiêu "${statement}"`,
  none: "không có",
  more: (count: number) => `… và ${count} thay đổi khác.`,
};
