// What a resident's question wants to hear of a matter, as patterns over folded text padded with blanks.

/** The way, how long, how much, where, from whom, what to bring, why it fails, whether it may be done, whether it is safe. */
export type Asks = "how" | "time" | "cost" | "where" | "whom" | "needs" | "trouble" | "may" | "safe";

const PATTERNS: readonly (readonly [Asks, RegExp])[] = [
  [
    "how",
    /\b(lam (sao|the nao|cach nao|kieu gi|ra sao|ntn|rang)|the nao|nhu the nao|(?<!bang )cach( de)?|huong dan|cac buoc|tung buoc|kieu (gi|chi)|thu tuc|thao tac|quy trinh|chi (toi|em|bac|ba|ong|giup|cho|dum|gium|gum)|day (toi|em|bac|ba|ong|giup|cho)|bam vao dau|vao dau|muon)\b/u,
  ],
  [
    "time",
    /\b(bao lau|may ngay|may bua|may hom|may tuan|may thang|bao gio|khi nao|chung nao|mat bao nhieu (ngay|thoi gian)|lau khong|thoi han|han bao|may tieng|may phut|trong vong|qua han|het han|toi khi nao)\b/u,
  ],
  [
    "cost",
    /\b(bao nhieu tien|ton (tien|phi|kem|bao)|mat (tien|phi) (khong|ko|k|hong)|co mat (tien|phi)|phi\b|le phi|mien phi|gia (bao|ca|the)|may (dong|tram|trieu|nghin|ngan)|ton khong|phai (tra|dong|nop) tien|bao nhieu (dong|mot)|free)/u,
  ],
  [
    "where",
    /\b(o dau|o cho nao|cho nao|noi nao|ra dau|den dau|toi dau|di dau|nop dau|o mo|dau a|dau vay)\b/u,
  ],
  [
    "whom",
    /\b(ai (giup|lam|chi|ho tro|lo|giai quyet|day)|hoi ai|goi ai|gap ai|goi so|so dien thoai|sdt|tong dai|hotline|nho ai|keu ai|bao ai|lien he)\b/u,
  ],
  [
    "needs",
    /\b(can (gi|nhung gi|giay to gi|mang|co|chuan bi|phai co)|giay to (gi|nao)|mang (theo )?(gi|nhung gi|giay)|ho so (gom|gi|can)|chuan bi (gi|nhung)|dieu kien|phai co)\b/u,
  ],
  [
    "trouble",
    /\b(khong|ko|k|hong|hok|chang|chua)( \S+)? (duoc|vao|nhan|thay|ra|len|hien|chay|mo|qua|an|khop|dung|noi)\b|\b(bi (loi|khoa|tu choi|treo|sai|chan|mat|do|vang)|bao (loi|sai|khong|khoa|la)|loi|hoai|cu (bao|bat|doi|hien|quay|xoay)|tai sao|vi sao|sao (lai|no|cu|khong|ma|k)|quen|mat|hong|nham|sai|thi sao|sao gio|sao day)\b/u,
  ],
  [
    "may",
    /\b(duoc (khong|ko|k|hong|hok|ha|chu)|co (duoc|phai|can|the|nen|bat buoc)|dc (k|ko|khong)|bat buoc|nen khong|phai khong|dung khong)\b|\b(khong|ko|k|hong|hok|chua) $/u,
  ],
  [
    "safe",
    /\b(an toan|lua dao|lua|gia mao|co that|that khong|dang tin|tin duoc|co sao khong|nguy hiem|lo (thong tin|anh|so)|so (bi|lo|mat)|ro ri|danh cap|hack)\b/u,
  ],
];

/** `folded` is without accents, lower case, padded with one blank at each end. */
export function asksOf(folded: string): ReadonlySet<Asks> {
  return new Set(PATTERNS.filter(([, pattern]) => pattern.test(folded)).map(([asks]) => asks));
}
