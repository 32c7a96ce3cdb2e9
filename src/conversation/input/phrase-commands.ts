import { fold, nfc } from "../../vietnamese/text/normalise.ts";
import { bareWords } from "./short-words.ts";

// Commands said in words. Whole messages only, so that a question that merely mentions the words is still a question.
const SPOKEN: readonly (readonly [string, RegExp])[] = [
  [
    "gapcanbo",
    /^(?:gap|noi chuyen voi|hoi|can gap|cho gap|xin gap|gap mot) (?:can bo|nguoi that|nguoi|nhan vien|can bo xa|can bo phuong|nguoi phu trach)$/u,
  ],
  ["gapcanbo", /^(?:can bo|nguoi that|goi can bo|chuyen cho can bo|nho can bo)$/u],
  ["huuich", /^(?:cau tra loi )?(?:nay )?(?:rat |that )?(?:huu ich|co ich|bo ich)(?: lam| qua| roi)?$/u],
  [
    "chuadung",
    /^(?:cau )?(?:tra loi )?(?:nay )?(?:(?:chua|khong) (?:dung|huu ich|chinh xac)(?: lam| roi)?|sai roi)$|^tra loi (?:sai|nham)$/u,
  ],
  [
    "doc",
    /^(?:doc (?:to|len|to len|thanh tieng)|(?:doc|nghe) (?:lai )?(?:cau )?tra loi(?: nghe)?|doc nghe)$/u,
  ],
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

/** Said with a code or an object of their own; what stands before it is cut off. Each takes the text from its first group. */
const DIRECT: readonly (readonly [string, RegExp])[] = [
  [
    "baocao",
    /^(?:lam |viet |soan |du thao |xuat |tao )?(?:du thao )?bao cao (?:ket qua )?((?:quy|thang|6 thang|nam) .*)$/u,
  ],
  [
    "solieu",
    /^(?:gui |nhap |xem |bang )?so lieu(?: chi tieu)?((?: |$)(?:#.*|noi gui.*|quy .*|thang \d.*|nam 20.*)?)$/u,
  ],
  ["duyet", /^(?:xem |co )?(?:cac )?(?:duyet viec|viec (?:cho|chua) duyet)()$/u],
  ["traloi", /^tra loi (?:cau )?(#?\s*ht\s*-\s*[0-9a-z]{5}(?![0-9a-z]).*)$/u],
  ["hoidap", /^(?:xem )?(?:cac )?(?:cau hoi|nguoi dan) (?:dang )?cho (?:tra loi|can bo)()$/u],
  ["lich", /^(?:cho toi )?(?:lich (?:viec|den han|cong viec)|lich cua toi)()$/u],
  [
    "nhacviec",
    /^((?:doi|chinh|cai|xem) (?:dat )?(?:gio |kenh |cach )?nhac(?: viec)?.*|(?:dung|khong|bo|tat|thoi|them) nhac (?:toi |viec |ca )*(?:truoc |khi |dung |luc )?.*(?:ngay|han|gio).*|nhac (?:toi |viec |minh )*(?:luc|qua|vao|bang) .*)$/u,
  ],
];

/** The command that a message in words stands for; the officers' ones only for officers, and only about themselves. */
export function spokenCommand(
  text: string,
  isOfficer: boolean,
): { readonly name: string; readonly words: string } | null {
  const thumb = /^\s*(👍|👎)[\u{1F3FB}-\u{1F3FF}\uFE0F]*\s*$/u.exec(text)?.[1];
  if (thumb !== undefined) {
    return { name: thumb === "👍" ? "huuich" : "chuadung", words: "" };
  }
  const bare = bareWords(text);
  const found = SPOKEN.find(([, pattern]) => pattern.test(bare));
  if (found !== undefined) {
    return { name: found[0], words: "" };
  }
  const plain = nfc(text).replace(/\s+/gu, " ").trim();
  const folded = fold(plain);
  return isOfficer ? directCommand(plain, folded) : null;
}

/** Folding keeps the length, so that the words after the command keep their accents. */
function directCommand(
  plain: string,
  folded: string,
): { readonly name: string; readonly words: string } | null {
  for (const [name, pattern] of DIRECT) {
    const match = folded.length === plain.length ? pattern.exec(folded) : null;
    if (match !== null) {
      const rest = match[1] ?? "";
      return { name, words: plain.slice(folded.length - rest.length).trim() };
    }
  }
  return null;
}
