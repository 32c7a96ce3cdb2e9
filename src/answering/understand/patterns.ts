import type { Need, Understanding } from "./understanding.ts";

// Question wording, as patterns over folded text (no accents, lower case, padded with blanks).

export const FOLLOW_UP =
  /^ (con|the con|vay con|the|vay|roi|a con|ua con|uh con|thi|the thi|vay thi|con nua|ngoai ra|nua|tiep|them)\b|\b(thi sao|the nao nua|thi the nao|con gi nua|nua khong|co gi them)\b/u;

export const CORRECTION =
  /^ (?:(?:ay|ua|oi|a|o|u|uh|e|da|vang|thoi|chet|chet that) )*(khong|ko|k|nham|lon|sai|a nham|y (toi|em|minh|con|chau|bac) la|y la|toi (muon )?hoi|em hoi|khong phai|chua dung|sai roi)\b.*|\b(co ma|co$|co $|chu khong phai|nham roi)\b/u;

const WHO =
  "((?<!co )ai|co quan nao|don vi nao|phong nao|ban nao|ben nao|cap nao (?:dung ra|chu tri|to chuc|lo|phu trach)|to chuc nao|doan the nao|nguoi nao|bo phan nao|noi nao|nhung ai|nhung don vi nao|cac don vi nao|nganh nao|so nao|luc luong nao|lanh dao nao|(phong|ben|don vi|co quan|ban|nha) mo|ai lo|ai chiu)";

export const INTENT = {
  support: new RegExp(
    `\\b(phoi hop (voi )?(ai|nhung ai|voi ai)|${WHO}( cung| se| phai| duoc| can)? (phoi hop|ho tro|tham gia phoi hop|cung lam)|co quan phoi hop|don vi phoi hop|ben phoi hop|phoi hop (la|gom) (ai|nhung ai|don vi nao|co quan nao)|cung (voi )?(co quan|don vi|phong|ban|ben|nganh) (nao|mo)|phoi hop voi (co quan|don vi|phong|ban|ben) (nao|mo))\\b`,
    "u",
  ),
  lead: new RegExp(
    `\\b${WHO}\\b|\\b(giao cho ai|do ai|do don vi nao|co quan chu tri|don vi chu tri|ben chu tri|nguoi chu tri|ai lo|thuoc ve ai|thuoc trach nhiem|trach nhiem (cua|thuoc) (ai|co quan|don vi))\\b`,
    "u",
  ),
  schedule:
    /\b(khi nao|bao gio|chung nao|hoi nao|bua nao|khi mo|bao lau mot lan|cu bao lau|giai doan nao|trong giai doan|luc nao|ngay nao|ngay may|hom nao|ngay bao nhieu|thang may|thang nao|nam nao|quy nao|tuan nao|thoi gian nao|thoi diem nao|thoi gian thuc hien|thoi gian trien khai|thoi han|han chot|han cuoi|den han|han la|han den|han xong|co han|han nop|han bao cao|deadline|truoc ngay|truoc thang|cham nhat|muon nhat|den bao gio|may thang|bao lau|lau khong|(thang|quy|tuan|nam) hay (theo )?(thang|quy|tuan|nam)|dinh ky|dinh ki|thuong xuyen khong|bao lau mot lan|may lan|may (bua|hom|ngay|tuan|thang)( \S+){0,3} (mot|1) lan)\b/u,
  result:
    /\b(ket qua (can dat|thuc hien|phai dat|mong muon|yeu cau|la gi|the nao|ra sao|dau ra)|ket qua can|can dat (duoc )?(gi|ket qua)|san pham (dau ra|la gi|can co)|dau ra|phai dat (duoc )?(gi|nhung gi|ket qua)|dat (ket qua )?gi|ket qua)\b/u,
  target:
    /\b(chi tieu|muc tieu|ty le|ti le|bao nhieu phan tram|may phan tram|phan tram|bao nhieu %|dat bao nhieu|muc phan dau|phan dau( \S+){0,3} (bao nhieu|may)|la may %|dat may)\b|%/u,
  comparison:
    /\b(so sanh|so voi|khac nhau|khac gi|giong nhau|giong gi|cao hon|thap hon|nhieu hon|it hon|hon kem|chenh|ben nao cao)\b/u,
  list: /\b(liet ke|ke ten|ke ra|nhung (viec|nhiem vu|muc|chi tieu|mo hinh|phong trao|noi dung|hinh thuc|kenh|trang)|cac (viec|nhiem vu|chi tieu|mo hinh|muc tieu|phong trao|noi dung|hinh thuc)|tat ca|viec nao|nhiem vu nao|viec gi|gom (nhung )?gi|gom nhung|bao gom)\b/u,
  count:
    /\b(co may|may (viec|nhiem vu|muc|mo hinh|chi tieu|nhom|don vi|to|lop|dong|giai phap|phong trao|noi dung)|bao nhieu (viec|nhiem vu|muc|mo hinh|chi tieu|nhom|don vi|to|lop|giai phap|phong trao|nguoi|fanpage|chuyen muc|truong))\b/u,
  howTo:
    /\b(lam sao|lam the nao|lam cach nao|cach nao|bang cach nao|lam nhu the nao|lam ntn|the nao de|cach (de )?\w+|(?<!nguoi )huong dan|(toi|tui|em|minh|bac|ong|ba|me|bo)( \S+)? (khong|chua|hong|ko)( \S+){1,7} (thi sao|thi lam sao|sao gio|sao day|thi the nao)|chi (toi|em|bac|ba|ong|giup|cho|dum|gium)|day (toi|em|bac|ba|ong|giup|cho)|muon(?! (hoi|biet))|can lam gi|phai lam gi|lam gi|phai lam sao|lam lai|xu ly|khac phuc|lay lai|o dau de|vao dau|bam vao dau|thu tuc|can giay to gi|can nhung gi|mang (theo )?gi|mat phi khong|co mat tien khong|bi loi|khong (duoc|vao duoc|nhan duoc|dang nhap duoc|mo duoc))\b/u,
  definition:
    /\b(la gi|nghia la gi|la nhu the nao|la the nao|nghia la|la cai gi|hieu the nao|hieu nhu the nao|duoc hieu|khai niem|tuc la gi|la viec gi|la sao)\b/u,
  purpose: /\b(muc dich|de lam gi|nham (muc dich )?gi|y nghia|tai sao|vi sao)\b/u,
  unitTasks:
    /\b(nhiem vu|lam gi|phai lam|viec gi|viec nao|nhung viec|cac viec|trach nhiem|chuc nang|duoc giao|bao nhieu (viec|nhiem vu)|may (viec|nhiem vu)|giao (nhung )?gi|phu trach (nhung )?gi|chu tri (nhung |cai )?(gi|chi|viec)|phoi hop (nhung |cai )?(gi|chi|viec)|lam nhung gi|cong viec|dam nhan|thuc hien (nhung )?(gi|viec)|co vai tro gi|vai tro|lo (nhung )?gi|lo viec gi|lo nhung viec|dong gop (nhung )?gi|phai lo|dam trach (nhung )?gi|lam chi|lam nhung chi|viec cua(?! (ai|don vi nao|co quan nao|phong nao|ben nao))|gom (nhung )?(gi|viec))\b/u,
  verbatim: /\b(nguyen van|trich dan|trich nguyen|doc nguyen|dung tung chu|chep lai)\b/u,
  itemContent:
    /\b(noi gi|ghi gi|noi dung (la )?gi|quy dinh gi|viet gi|la gi|noi ve gi|noi the nao|ghi the nao)\b/u,
  signer:
    /\b(ai ky|ai (dat but|dat but ky|la nguoi|da)( \S+)? ky|(lanh dao|ong|ba|vi|chu tich|bi thu|truong|pho) (nao|mo)( \S+){0,4} ky|nguoi (dat but )?ky|dat but ky|do ai ky|ky boi|ai la nguoi ky|ky ten|ai da ky|ai ban hanh ky)\b/u,
  issuer:
    /\b((ai|co quan nao|don vi nao|noi nao|cap nao) (da )?(ban hanh|ra|lap|xay dung) (ke hoach|van ban)|co quan ban hanh|noi ban hanh|do (ai|co quan nao|don vi nao) ban hanh|ban hanh boi)\b/u,
  issueDate:
    /\b((ke hoach|van ban|phu luc|tai lieu)( \S+){0,6} (ban hanh|ra doi|ra|ky|co) (vao )?(ngay thang nam nao|ngay thang nao|ngay nao|khi nao|tu khi nao|hom nao|ngay bao nhieu|luc nao)|ngay ban hanh|ban hanh (vao )?(ngay|khi|luc|thang) (nao|may)|ky ngay nao|ngay ky)\b/u,
  docNumber:
    /\b(so hieu|van ban so may|(ke hoach|van ban|phu luc)( \S+){0,5} (mang )?so (bao nhieu|may|nao|hieu)|so (van ban|ke hoach) la|so cua ke hoach)\b/u,
  replaces:
    /\b(thay the|thay cho|thay (may|nhung|cac)? ?(ke hoach|van ban)|bai bo|het hieu luc|ke hoach cu)\b/u,
  bases:
    /\b(can cu|dua tren|dua vao (?=dau|van ban|nghi quyet|ke hoach|co so|can cu|quy dinh|cai gi|gi|nhung gi|cai chi)|dua theo|lam theo (ke hoach|huong dan|nghi quyet|van ban)|(?<!kem )theo (ke hoach|huong dan|nghi quyet|quyet dinh|van ban) so (may|nao|bao nhieu)|theo (nghi quyet|ke hoach|quyet dinh|van ban|huong dan) nao|thuc hien (nghi quyet|ke hoach|huong dan) nao|co so phap ly|cu the hoa (nghi quyet|ke hoach) nao)\b/u,
} as const;

/** The asker's own file, account, pay or child's marks. */
export const OWN_CASE =
  /\b(bo|me|ba|ong|con|chau|vo|chong|nha) (toi|em|tui|minh) (da )?(duoc|co|dat|bi)( \S+){0,10} (chua|khong) $|\b(the|so|giay|bang)( \S+){0,5} (cua )?(bo|me|ba|ong|con|chau|vo|chong)? ?(toi|em|tui|minh)( \S+){0,3} (con han|het han|bi khoa)|\b(toi|tui) bi phat\b|\b(ho so|giay to|giay khai sinh|giay|don|so bhxh|bao hiem|tai khoan( \S+){0,2}|ten|luong( huu)?|tro cap|con|chau|diem|phieu|sim|dat|so do)( cua)? (toi|minh|em|tui|bac|chau|con toi|nha toi|gia dinh toi|ba toi|ong toi|me toi)\b.*\b(den dau|toi dau|bao gio (co|xong|duoc)|khi nao (co|xong|duoc)|(da )?(duyet|xong|ra|co ket qua) chua|co trong danh sach|duoc (bao nhieu|may)|(dang )?o muc|con bao nhieu|muc may|may diem|nam o dau|da co chua)\b|\b(toi|tui|em|minh) (da )?(nop|gui|lam) (giay|ho so|don)( \S+){0,8} (bao gio|khi nao|den dau|xong chua|ra chua)\b|\b(toi|tui|em|minh|con toi|me toi)( \S+){0,6} (duoc linh|duoc lanh|linh|lanh|duoc nhan|duoc huong) (luong|tien|tro cap)( \S+){0,3} (bao nhieu|may)\b/u;

/** How to look at one's own file oneself, which guides tell. */
export const WHERE_TO_SEE =
  /\b(xem|tra|coi|tra cuu)( lai)?( \S+){0,3} (o dau|o cho nao|cho nao|o mo|the nao|cach nao|bang cach nao|vao dau)\b/u;

/** Where the money for it comes from. */
export const FUNDING =
  /\b(phan|muc|ve) kinh phi\b|\bkinh phi( thuc hien)?( \S+){0,2} (viet|noi|ghi|the nao|ra sao|nhu the nao|sao)\b|\b(xin|lo|bo tri) tien\b|\b(tien|kinh phi|chi phi|ngan sach|nguon tien)\b( \S+){0,6} (lay )?(o dau|tu dau|tu mo|dau ra|nguon nao|tu nguon|ai chi|ai cap|o mo)\b|\b(lay|dung|huy dong) (nguon|tien|kinh phi) (nao|o dau|tu dau)\b|\bnguon (nao|kinh phi nao|tien nao)( \S+){0,3} (chi|cho|thuc hien|lam)\b/u;

/** Asked of this commune itself. */
export const OF_PLACE =
  /^ (xa|phuong|tinh|ubnd)\b|\b(cua|o|trong|tren|tai) (xa|phuong|tinh|dia phuong|thon|khu)\b|\b(xa|phuong|tinh) (minh|ta|co|phai|nay|chi|lam|dat|bo tri|phat|mo|to chuc|dinh|se|da|dung|lay|giao|khen)\b/u;

/** Which of many places, or how one stands beside the others: no plan ranks them. */
export const RANKING =
  /\b(huyen|xa|phuong|thi tran|thon|xom|khu|khu pho|to dan pho|to|dia phuong|noi|don vi|truong)( \S+)? (nao|mo)( \S+){0,10} (cao|thap|nhieu|it|tot|nhanh|cham|dau|manh|gioi|kem|xuat sac|te) nhat\b|\bdung thu may\b|\bxep (hang|thu) may\b/u;

export const NEED: readonly (readonly [Need, RegExp])[] = [
  ["clock", /\b(may gio|lich hoc|tuan nay|luc may gio|thu may|toi thu may|khu may|buoi nao|may gio sang)\b/u],
  [
    "money",
    /\b(bao nhieu (tien|trieu|ty|dong|nghin|kinh phi)|so tien|may (trieu|ty|dong|tram)|gia bao nhieu|ton bao nhieu|muc (thuong|phat|chi|ho tro|luong|phi|dong)( \S+){0,9} (bao nhieu|may)|thuong bao nhieu|phat bao nhieu|het bao nhieu|kinh phi (la )?bao nhieu|tong kinh phi)\b/u,
  ],
  [
    "address",
    /\b(dia chi (tru so|cu the|nha|cua|co quan|o dau)|tru so( \S+){0,6} (o dau|cho nao|dau)|nam o dau|o duong nao|duong nao|so nha|dia diem nao|(dia chi |hop )(email|mail|thu dien tu)( \S+){0,6} (la gi|nao|gi|o dau|so may)|(email|mail|thu dien tu) (lien he )?(cua )?(ubnd|uy ban|xa|phuong|tinh|chu tich|cong an)|(ubnd|cong an|tram y te|truong|trung tam|van phong|uy ban)( \S+){0,6} (o dau|o cho nao|nam o))\b/u,
  ],
  [
    "phone",
    /\b(so dien thoai|sdt|so dt|so may|hotline|duong day nong|goi so nao|so nao de goi|goi dien (cho |den )?so|so lien he|lien he so)\b/u,
  ],
  [
    "link",
    /\b((trang|trang web|trang mang|trang thong tin|website|web|nen tang|ung dung|app) nao|(duong )?link|dia chi (web|trang|mang)|(trang web|website)( \S+){0,4} (la gi|o dau)|(trang web|website)( (?!theo\b)\S+){0,3} nao)\b/u,
  ],
  [
    "person",
    /\b(ai ky|nguoi ky|ho ten|ten (chu tich|bi thu|truong|pho|giam doc|lanh dao)|(?:truong|pho|chu tich|bi thu|giam doc|lanh dao|can bo)( \S+){0,10} ten (la )?(gi|chi)|ai (dang )?(la|lam) (chu tich|bi thu|truong|pho|giam doc|nguoi dung dau)|(chu tich|bi thu|pho chu tich|truong phong)( \S+){0,5} (sinh nam|may tuoi|bao nhieu tuoi|bao nhieu nam|que o|nha o|luong bao)|chu tich (xa|phuong|tinh|ubnd \S+)? ?la ai|bi thu la ai)\b/u,
  ],
  [
    "document",
    /\b(nghi quyet|ke hoach|quyet dinh|van ban|huong dan|de an|chi thi|thong tu|nghi dinh|cong van|luat)( so)? (nao|bao nhieu|may)( cua)?\b|\b(nghi quyet|quyet dinh|huong dan|chi thi|cong van)( \S+){1,8} so (may|bao nhieu|nao)\b/u,
  ],
];

/** Wording that points at the plans, where a guide is only a second thought. */
export const ABOUT_PLANS =
  /\b(ke hoach|binh dan hoc vu|phong trao|chi tieu|kinh phi|bao cao|nhiem vu|phu luc|nghi quyet|van ban)\b/u;

const PLAN_INTENTS: ReadonlySet<string> = new Set(["target", "unit_tasks", "comparison", "item"]);

/** Asks for what plans hold: an item, a field of the paper, figures, tasks of a body. */
export function aboutPlans(u: Pick<Understanding, "item" | "cardField" | "intent" | "folded">): boolean {
  return u.item !== null || u.cardField !== null || PLAN_INTENTS.has(u.intent) || ABOUT_PLANS.test(u.folded);
}
