import { fold, nfc } from "../vietnamese/fold.ts";
import { bareWords } from "./short-words.ts";

// Commands said in words. Whole messages only, so that a question that merely mentions the words is still a question.
const SPOKEN: readonly (readonly [string, RegExp])[] = [
  [
    "gapcanbo",
    /^(?:gap|noi chuyen voi|hoi|can gap|cho gap|xin gap|gap mot) (?:can bo|nguoi that|nguoi|nhan vien|can bo xa|can bo phuong|nguoi phu trach)$/u,
  ],
  ["gapcanbo", /^(?:can bo|nguoi that|goi can bo|chuyen cho can bo|nho can bo)$/u],
  ["trogiup", /^(?:tro giup|huong dan su dung|cac lenh|danh sach lenh|menu|help)$/u],
  ["xa", /^(?:doi xa|doi phuong|chon xa|chon phuong|chon lai xa|doi dia phuong|chon dia phuong|doi noi o)$/u],
  [
    "xoadulieu",
    /^(?:xoa (?:het |toan bo |moi )?(?:du lieu|thong tin|lich su)(?: cua)?(?: toi| minh)?(?: ngay)?)$/u,
  ],
  [
    "dulieu",
    /^(?:xem (?:du lieu|thong tin)(?: cua)?(?: toi| minh)?|du lieu cua(?: toi| minh)?|dang giu gi ve(?: toi)?)$/u,
  ],
];

const OFFICER: readonly (readonly [string, RegExp])[] = [
  [
    "han",
    /(?:sap|gan) (?:den|toi) han|qua han|tre han|(?:viec|nhiem vu).*(?:phai )?(?:xong|hoan thanh) (?:truoc|den|trong)|viec (?:nao )?den han/u,
  ],
  [
    "viec",
    /(?:viec|nhiem vu).*(?:cua|giao cho) (?:toi|minh|em|don vi|co quan|phong|chung toi)|(?:don vi|phong|co quan) (?:toi|minh|em|chung toi|cua toi).*(?:viec|nhiem vu|chu tri|phoi hop)|^(?:viec|cong viec|nhiem vu)$/u,
  ],
];

/** The command that a message in words stands for; the officers' ones only for officers, and only about themselves. */
export function spokenCommand(
  text: string,
  isOfficer: boolean,
): { readonly name: string; readonly words: string } | null {
  const bare = bareWords(text);
  const found = SPOKEN.find(([, pattern]) => pattern.test(bare));
  if (found !== undefined) {
    return { name: found[0], words: "" };
  }
  const folded = fold(nfc(text)).replace(/\s+/gu, " ");
  const duty = isOfficer ? OFFICER.find(([, pattern]) => pattern.test(folded)) : undefined;
  return duty === undefined || namesPlace(folded) ? null : { name: duty[0], words: text };
}

/** "việc nào ở Tuyên Quang có hạn…" asks about a paper, not about one's own work. */
function namesPlace(folded: string): boolean {
  return /\b(?:o|cua|tai) (?:xa|phuong|tinh) [a-z]/u.test(folded);
}
