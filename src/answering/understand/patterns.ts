import { toneKey } from "../../vietnamese/fold.ts";
import type { Need } from "./understanding.ts";

// Question wording, as patterns over folded text (no accents, lower case, padded with blanks).

/**
 * Wording that says which field is wanted, or only makes it a question: not what is looked for. Accented, because
 * "cho" (for) is a question's word and "chợ" (market) is its subject. Longest first.
 */
const ASKING = [
  "lấy từ đâu",
  "lấy ở đâu",
  "ở đâu ra",
  "lấy đâu ra",
  "từ đâu",
  "nguồn nào",
  "từ nguồn nào",
  "khi",
  "lúc",
  "làm tốt",
  "trang web nào",
  "xem ở đâu",
  "bao nhiêu phần trăm",
  "mấy phần trăm",
  "như thế nào",
  "là như thế nào",
  "nghĩa là gì",
  "là cái gì",
  "là gì",
  "gồm những gì",
  "bao gồm những gì",
  "gồm gì",
  "bao gồm",
  "những việc nào",
  "những việc gì",
  "việc nào",
  "việc gì",
  "những gì",
  "cái gì",
  "điều gì",
  "bao nhiêu",
  "bao giờ",
  "khi nào",
  "lúc nào",
  "ngày nào",
  "ngày mấy",
  "tháng mấy",
  "tháng nào",
  "năm nào",
  "quý nào",
  "thời gian nào",
  "trong thời gian nào",
  "thế nào",
  "ra sao",
  "làm sao",
  "tại sao",
  "vì sao",
  "phải không",
  "đúng không",
  "hay không",
  "được không",
  "cho tôi hỏi",
  "cho em hỏi",
  "cho bác hỏi",
  "cho hỏi",
  "xin hỏi",
  "làm ơn",
  "muốn biết",
  "cần biết",
  "cho biết",
  "chúng tôi",
  "phần trăm",
  "tỷ lệ",
  "tỉ lệ",
  "chỉ tiêu",
  "mục tiêu",
  "thời hạn",
  "hạn chót",
  "thời gian",
  "thời điểm",
  "chủ trì",
  "phụ trách",
  "phối hợp",
  "chịu trách nhiệm",
  "giao cho",
  "cơ quan nào",
  "đơn vị nào",
  "phòng nào",
  "ban nào",
  "bên nào",
  "tổ chức nào",
  "bộ phận nào",
  "cơ quan",
  "đơn vị",
  "nhiệm vụ",
  "trách nhiệm",
  "kết quả cần đạt",
  "kết quả",
  "cần đạt",
  "so sánh",
  "liệt kê",
  "kể tên",
  "cụ thể",
  "hoàn thành",
  "thực hiện",
  "triển khai",
  "quy định",
  "hiện nay",
  "bây giờ",
  "năm nay",
  "năm sau",
  "năm tới",
  "năm ngoái",
  "thì sao",
  "thế còn",
  "vậy còn",
  "còn lại",
  "tôi hỏi",
  "ý tôi là",
  "không phải",
  "kế hoạch",
  "nghĩa là",
  "đặt ra",
  "phải đạt",
  "phấn đấu",
  "được giao",
  "chi tiết",
  "theo kế hoạch",
  "trong kế hoạch",
  "xã mình",
  "phường mình",
  "xã tôi",
  "ở xã",
  "ở phường",
  "trên địa bàn",
  "gì",
  "nào",
  "mấy",
  "đâu",
  "ai",
  "không",
  "chưa",
  "ạ",
  "à",
  "vậy",
  "thế",
  "nhỉ",
  "nhé",
  "hả",
  "hở",
  "hỏi",
  "giúp",
  "với",
  "tôi",
  "em",
  "mình",
  "cháu",
  "con",
  "bác",
  "anh",
  "chị",
  "cô",
  "chú",
  "bạn",
  "biết",
  "theo",
  "trong",
  "của",
  "về",
  "tại",
  "ở",
  "và",
  "là",
  "có",
  "được",
  "bị",
  "thì",
  "mà",
  "những",
  "các",
  "một",
  "này",
  "đó",
  "đấy",
  "kia",
  "phải",
  "cần",
  "nên",
  "sẽ",
  "đã",
  "đang",
  "cho",
  "đến",
  "từ",
  "vào",
  "ra",
  "lên",
  "hạn",
  "đạt",
  "giữa",
  "nêu",
  "xong",
  "trước",
  "sau",
  "nói",
  "ghi",
  "năm",
  "còn",
  "sao",
  "do",
  "để",

  "nhầm",
  "bằng",
  "làm",
  "lại",

  "phần",
  "giao",
  "nữa",
  "hay",
  "rồi",
  "thêm",
  "cũng",
  "số mấy",
  "xã",
  "phường",
  "tỉnh",
];

/** Nouns of kind that nearly every item of such plans shares; they tell items apart only when nothing else does. */
const KINDS = [
  "mô hình",
  "phong trào",
  "chiến dịch",
  "chương trình",
  "hoạt động",
  "nội dung",
  "bình dân học vụ số",
  "bình dân học vụ",
  "bdhvs",
  "công tác",
];

const ASKING_PHRASES = new Set(ASKING.map(toneKey));
const LONGEST_PHRASE = 6;

const KIND_PHRASES = new Set(KINDS.map(toneKey));

/** What is left of an accented question when its asking is taken out; empty when it leans on what came before. */
export function withoutAsking(text: string): string {
  const subject = without(text, ASKING_PHRASES);
  const distinct = without(subject, KIND_PHRASES);
  return distinct === "" ? subject : distinct;
}

/** Who a question is about, when what is asked of them may be said of everybody. */
const GROUP_PHRASES = new Set(
  [
    "cán bộ",
    "công chức",
    "viên chức",
    "người lao động",
    "người dân",
    "nhân dân",
    "học sinh",
    "sinh viên",
    "bà con",
    "dân",
    "đảng viên",
    "người cao tuổi",
    "người già",
    "người khuyết tật",
    "công nhân",
    "doanh nghiệp",
    "hộ gia đình",
  ].map(toneKey),
);

/** A subject without the group it names; the subject itself when nothing else is left. */
export function withoutGroups(subject: string): string {
  const rest = without(subject, GROUP_PHRASES);
  return rest === "" ? subject : rest;
}

/** A text's words with the longest matching phrases left out. */
function without(text: string, phrases: ReadonlySet<string>): string {
  const words = text.normalize("NFC").match(/[\p{L}\p{N}%]+(?:[/.-][\p{L}\p{N}]+)*%?/gu) ?? [];
  const keys = words.map((word) => toneKey(word).toLowerCase());
  const kept: string[] = [];
  for (let i = 0; i < words.length; ) {
    let length = Math.min(LONGEST_PHRASE, words.length - i);
    while (length > 0 && !phrases.has(keys.slice(i, i + length).join(" "))) {
      length--;
    }
    if (length === 0) {
      kept.push(words[i] ?? "");
    }
    i += Math.max(1, length);
  }
  return kept.join(" ");
}

export const FOLLOW_UP =
  /^ (con|the con|vay con|the|vay|roi|a con|ua con|uh con|thi|the thi|vay thi|con nua|ngoai ra|nua|tiep|them)\b|\b(thi sao|the nao nua|thi the nao|con gi nua|nua khong|co gi them)\b/u;

export const CORRECTION =
  /^ (khong|ko|k|nham|sai|a nham|y (toi|em|minh|con|chau|bac) la|y la|toi (muon )?hoi|em hoi|khong phai|chua dung|sai roi)\b.*|\b(co ma|co$|co $|chu khong phai|nham roi)\b/u;

const WHO =
  "(ai|co quan nao|don vi nao|phong nao|ban nao|ben nao|to chuc nao|doan the nao|nguoi nao|bo phan nao|noi nao|nhung ai|nhung don vi nao|cac don vi nao|nganh nao|cap nao|so nao)";

export const INTENT = {
  support: new RegExp(
    `\\b(phoi hop (voi )?(ai|nhung ai|voi ai)|${WHO}( cung| se| phai| duoc| can)? (phoi hop|ho tro|tham gia phoi hop|cung lam)|co quan phoi hop|don vi phoi hop|ben phoi hop|phoi hop (la|gom) (ai|nhung ai|don vi nao|co quan nao)|phoi hop voi (co quan|don vi|phong|ban|ben) nao)\\b`,
    "u",
  ),
  lead: new RegExp(
    `\\b${WHO}\\b|\\b(giao cho ai|do ai|do don vi nao|co quan chu tri|don vi chu tri|ben chu tri|nguoi chu tri|ai lo|thuoc ve ai|thuoc trach nhiem|trach nhiem (cua|thuoc) (ai|co quan|don vi))\\b`,
    "u",
  ),
  schedule:
    /\b(khi nao|bao gio|luc nao|ngay nao|ngay may|hom nao|ngay bao nhieu|thang may|thang nao|nam nao|quy nao|tuan nao|thoi gian nao|thoi diem nao|thoi gian thuc hien|thoi gian trien khai|thoi han|han chot|han cuoi|den han|han la|han den|han xong|co han|han nop|han bao cao|deadline|truoc ngay|truoc thang|cham nhat|muon nhat|den bao gio|may thang|bao lau|lau khong|dinh ky|dinh ki|thuong xuyen khong|bao lau mot lan|may lan)\b/u,
  result:
    /\b(ket qua (can dat|thuc hien|phai dat|mong muon|yeu cau|la gi|the nao|ra sao|dau ra)|ket qua can|can dat (duoc )?(gi|ket qua)|san pham (dau ra|la gi|can co)|dau ra|phai dat (duoc )?(gi|nhung gi|ket qua)|dat (ket qua )?gi|ket qua)\b/u,
  target:
    /\b(chi tieu|muc tieu|ty le|ti le|bao nhieu phan tram|may phan tram|phan tram|bao nhieu %|dat bao nhieu|phan dau (dat )?bao nhieu)\b|%/u,
  comparison:
    /\b(so sanh|so voi|khac nhau|khac gi|giong nhau|giong gi|cao hon|thap hon|nhieu hon|it hon|hon kem|chenh|ben nao cao)\b/u,
  list: /\b(liet ke|ke ten|ke ra|nhung (viec|nhiem vu|muc|chi tieu|mo hinh|phong trao|noi dung|hinh thuc|kenh|trang)|cac (viec|nhiem vu|chi tieu|mo hinh|muc tieu|phong trao|noi dung|hinh thuc)|tat ca|viec nao|nhiem vu nao|viec gi|gom (nhung )?gi|gom nhung|bao gom)\b/u,
  count:
    /\b(co may|may (viec|nhiem vu|muc|mo hinh|chi tieu|nhom|don vi|to|lop|dong|giai phap|phong trao|noi dung)|bao nhieu (viec|nhiem vu|muc|mo hinh|chi tieu|nhom|don vi|to|lop|giai phap|phong trao|nguoi|fanpage|chuyen muc|truong))\b/u,
  howTo:
    /\b(lam sao|lam the nao|lam cach nao|cach nao|bang cach nao|lam nhu the nao|lam ntn|the nao de|cach (de )?\w+|huong dan|chi (toi|em|bac|ba|ong|giup|cho|dum|gium)|day (toi|em|bac|ba|ong|giup|cho)|muon|can lam gi|phai lam gi|lam gi|phai lam sao|lam lai|xu ly|khac phuc|lay lai|o dau de|vao dau|bam vao dau|thu tuc|can giay to gi|can nhung gi|mang (theo )?gi|mat phi khong|co mat tien khong|bi loi|khong (duoc|vao duoc|nhan duoc|dang nhap duoc|mo duoc))\b/u,
  definition:
    /\b(la gi|nghia la gi|la nhu the nao|la the nao|nghia la|la cai gi|hieu the nao|hieu nhu the nao|duoc hieu|khai niem|tuc la gi|la viec gi|la sao)\b/u,
  purpose: /\b(muc dich|de lam gi|nham (muc dich )?gi|y nghia|tai sao|vi sao)\b/u,
  unitTasks:
    /\b(nhiem vu|lam gi|phai lam|viec gi|viec nao|nhung viec|cac viec|trach nhiem|chuc nang|duoc giao|bao nhieu (viec|nhiem vu)|may (viec|nhiem vu)|giao (nhung )?gi|phu trach (nhung )?gi|chu tri (nhung )?(gi|viec)|phoi hop (nhung )?(gi|viec)|lam nhung gi|cong viec|dam nhan|thuc hien (nhung )?(gi|viec)|co vai tro gi|vai tro)\b/u,
  verbatim: /\b(nguyen van|trich dan|trich nguyen|doc nguyen|dung tung chu|chep lai)\b/u,
  itemContent:
    /\b(noi gi|ghi gi|noi dung (la )?gi|quy dinh gi|viet gi|la gi|noi ve gi|noi the nao|ghi the nao)\b/u,
  signer: /\b(ai ky|nguoi ky|do ai ky|ky boi|ai la nguoi ky|ky ten|ai da ky|ai ban hanh ky)\b/u,
  issuer:
    /\b((ai|co quan nao|don vi nao|noi nao|cap nao) (da )?(ban hanh|ra|lap|xay dung) (ke hoach|van ban)|co quan ban hanh|noi ban hanh|do (ai|co quan nao|don vi nao) ban hanh|ban hanh boi)\b/u,
  issueDate:
    /\b((ke hoach|van ban|phu luc|tai lieu)( \S+){0,6} (ban hanh|ra doi|ky|co) (ngay nao|khi nao|tu khi nao|hom nao|ngay bao nhieu|luc nao)|ngay ban hanh|ban hanh (vao )?(ngay|khi|luc|thang) (nao|may)|ky ngay nao|ngay ky)\b/u,
  docNumber:
    /\b(so hieu|(ke hoach|van ban|phu luc)( \S+){0,5} (mang )?so (bao nhieu|may|nao|hieu)|so (van ban|ke hoach) la|so cua ke hoach)\b/u,
  replaces: /\b(thay the|thay cho|bai bo|het hieu luc|ke hoach cu)\b/u,
  bases:
    /\b(can cu|dua tren|dua vao|theo (nghi quyet|ke hoach|quyet dinh|van ban|huong dan) nao|thuc hien (nghi quyet|ke hoach|huong dan) nao|co so phap ly|cu the hoa (nghi quyet|ke hoach) nao)\b/u,
} as const;

export const NEED: readonly (readonly [Need, RegExp])[] = [
  [
    "money",
    /\b(bao nhieu (tien|trieu|ty|dong|nghin|kinh phi)|so tien|may (trieu|ty|dong|tram)|gia bao nhieu|ton bao nhieu|muc (thuong|phat|chi|ho tro|luong|phi)( la)? bao nhieu|thuong bao nhieu|phat bao nhieu|het bao nhieu|kinh phi (la )?bao nhieu|tong kinh phi)\b/u,
  ],
  [
    "address",
    /\b(dia chi (tru so|cu the|nha|cua|co quan|o dau)|tru so( \S+){0,6} (o dau|cho nao|dau)|nam o dau|o duong nao|duong nao|so nha|o cho nao|dia diem nao|(ubnd|cong an|tram y te|truong|trung tam|van phong|uy ban)( \S+){0,6} (o dau|o cho nao|nam o))\b/u,
  ],
  [
    "phone",
    /\b(so dien thoai|sdt|so dt|so may|hotline|duong day nong|goi so nao|so nao de goi|goi dien (cho |den )?so|so lien he|lien he so)\b/u,
  ],
  [
    "link",
    /\b(trang (web|mang|thong tin) nao|website nao|duong link|link|dia chi (web|trang|mang)|trang web|web nao|ung dung nao|app nao|nen tang nao)\b/u,
  ],
  [
    "person",
    /\b(ai ky|nguoi ky|ho ten|ten (chu tich|bi thu|truong|pho|giam doc|lanh dao)|ai la (chu tich|bi thu|truong|pho|giam doc|nguoi dung dau)|chu tich (xa|phuong|tinh|ubnd \S+)? ?la ai|bi thu la ai)\b/u,
  ],
  [
    "document",
    /\b(nghi quyet|ke hoach|quyet dinh|van ban|huong dan|de an|chi thi|thong tu|nghi dinh|cong van|luat)( so)? (nao|bao nhieu)\b/u,
  ],
];
