import { fold, nfc } from "../../vietnamese/text/normalise.ts";
import { bareWords } from "./short-words.ts";

/** What is said about the last answer itself. */
export type TalkMove = "shorter" | "again" | "wrong" | "whole" | "steps";

const MOVES: readonly (readonly [TalkMove, RegExp])[] = [
  [
    "shorter",
    /^(?:(?:tra loi|noi|viet|nhan) )?(?:dai|dai dong|nhieu chu|dai dong van tu)(?: qua| the| vay| lam| dong)+(?: .{0,40}(?:ngan|gon|tat|doc khong (?:het|noi)|khong doc (?:het|noi)).{0,12})?$/u,
  ],
  [
    "shorter",
    /^(?:(?:hay|tra loi|noi|viet|nhan|lam on|thoi) )*(?:ngan|gon|van tat|ngan gon|tom tat|tom gon|tom lai|rut gon|it chu|ngan ngan)(?: (?:thoi|lai|gon|hon|di|chut|mot chut|xiu|ti|la sao|la gi|cau tra loi|vao|duoc khong))*$/u,
  ],
  ["shorter", /^(?:noi|tra loi)? ?(?:mot|1|hai|2) (?:cau|dong|y)(?: thoi)?$|^y chinh(?: la (?:gi|sao))?$/u],
  [
    "again",
    /^(?:(?:tra loi|noi|nhac|lap|nhan|gui|viet) lai|noi lai (?:xem|lan nua|mot lan nua|di)|(?:mot )?lan nua|nghe (?:chua|khong) ro|chua nghe ro)(?: (?:cau|dieu) (?:do|vua roi|truoc)| vua roi| xem)?$/u,
  ],
  [
    "wrong",
    /^(?:o |a )?(?:khong phai|khong phai (?:the|vay|cau do|cai do|dieu do|viec do|y toi|y do|y minh)|khong dung y|hieu (?:sai|nham)(?: y)?(?: roi)?|(?:sai|nham) y(?: roi)?|khong hoi (?:cai|cau|viec|dieu)? ?(?:do|nay|the)|y khac|hoi (?:cau|viec|chuyen) khac)$/u,
  ],
  [
    "whole",
    /^(?:(?:xem|doc|mo|gui|dua) )?(?:(?:ca|het|toan bo|tron|day du|nguyen) )+(?:ca |tron )?(?:bai |ban )?(?:huong dan|bai)(?: do| nay| day du)?$|^(?:xem|doc|gui|dua) (?:huong dan|bai) (?:day du|do|chi tiet)$/u,
  ],
  ["steps", /^(?:(?:huong dan|chi|xem|di|day|lam|bay) )*(?:theo )?tung buoc(?: mot| thoi)?$/u],
];

/** What a short message says of the answer before it; null for a question or other talk. */
export function talkMove(text: string): TalkMove | null {
  const words = bareWords(text);
  return MOVES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** "không phải, ý tôi là …", "tôi hỏi … cơ": what stands before is about the talk, not about the matter. */
const PREFACE =
  /^\s*(?:(?:ạ|ơ|ủa|à|không|ko|khong|k|nhầm|nham|sai|thôi|thoi)[\s,.!]+)*(?:(?:không|ko|khong|k|hổng|hông) (?:phải|phai)(?: (?:thế|vậy|the|vay|cái đó|cai do))?[\s,.!]+)?(?:(?:ý|y) (?:(?:của|cua) )?(?:(?:tôi|tui|em|mình|minh|con|cháu|chau|bác|bac|toi) )?(?:là|la|muốn|muon)|(?:tôi|tui|em|mình|minh|con|cháu|chau|bác|bac|toi) (?:(?:đang|dang|muốn|muon) )*(?:hỏi|hoi|nói|noi)(?: (?:là|la|về|ve))?)[\s,:]+/iu;
/** Fewer words lean on what was talked of: "ý tôi là năm 2026". */
const STANDS_ALONE = 4;

/** The question behind such a preface, where it stands alone; else null. */
export function withoutPreface(text: string): string | null {
  const plain = nfc(text);
  const rest = plain.replace(PREFACE, "").replace(/\s+(?:cơ|co|kia|chứ|chu|mà|ma)[\s.!?]*$/iu, "");
  return rest !== plain && rest.trim().split(/\s+/u).length >= STANDS_ALONE ? rest.trim() : null;
}

/** Asks whether something shown is to be believed. */
export function doubts(text: string): boolean {
  return /\b(lua dao|lua khong|lua a|co that|that khong|that hay|tin duoc|dang tin|gia mao|phai lua|gia khong|dung khong)\b/u.test(
    fold(nfc(text)),
  );
}
