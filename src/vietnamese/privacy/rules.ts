import type { NumberCandidate } from "./digits.ts";

export type PersonalKind =
  | "cccd"
  | "cmnd"
  | "phone"
  | "card"
  | "otp"
  | "password"
  | "bhxh"
  | "tax"
  | "email"
  | "bank_account";

/** Words just before and after a number, folded. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

// What is written like a personal number and is none. Each is blanked before numbers are looked for.
const LOOKALIKES: readonly RegExp[] = [
  // 30/10/2025, 30.10.2025, 30-10-2025, 2025-10-30
  /(?<![\d.])\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)\d{2}(?!\d)/gu,
  /(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)/gu,
  // 2025 - 2030, 10/2025
  /(?<!\d)(?:19|20)\d{2} ?(?:-|den|\/) ?(?:19|20)\d{2}(?!\d)/gu,
  /(?<![\d/])\d{1,2}\/(?:19|20)\d{2}(?!\d)/gu,
  // 07.30 - 11.30, 7:30, 7h30
  /(?<![\d.])\d{1,2} ?[:hg] ?\d{2}(?!\d)/gu,
  /(?<![\d.])\d{1,2}\.[0-5]\d ?(?:-|den) ?\d{1,2}\.[0-5]\d(?![\d.])/gu,
  // 15/KH-UBND, 1234/QD-TTg, 91/2025/QH15, 03-KH/BCD
  /(?<![\d.])\d{1,6} ?(?:\/ ?\d{4})? ?[/-] ?(?:[a-z]{1,6})(?:[-/. ]?[a-z]{2,8}\d{0,2})*(?![a-z])/gu,
  // Service procedure and dossier codes: 1.004222.000.00.00.H42, 000.00.12.H45-250915-0001, G22.99.02-250915-0001
  /(?<![\d.])\d\.\d{6}(?:\.\d{2,3})*(?:\.h\d{2})?/gu,
  /(?:\d{3}\.\d{2}\.\d{2}\.|\b)[gh]\d{2}(?!\d)(?:[.-]\d{1,4}){0,3}(?:-\d{6}-\d{3,6})?/gu,
  // 1900.0368, 1800 6838, 069.234.8560
  /(?<!\d)1[89]00[ .-]?\d{2,4}(?:[ .-]?\d{2})?(?!\d)/gu,
  /(?<!\d)069(?:[ .-]?\d){5,7}(?!\d)/gu,
  // Money grouped by thousands, or with its unit
  /(?<![\d.,])[1-9]\d{0,2}(?:([., ])\d{3})(?:\1\d{3})* ?(?:d|dong|vnd|usd|k|tr|trieu|ty|ti|nghin|ngan(?! hang))(?![a-z])/gu,
  /(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3}){1,4}(?![\d.])/gu,
  /(?<![\d.,])[1-9]\d{3,11} ?(?:d|dong|vnd|usd|k|tr|trieu|ty|ti|nghin|ngan(?! hang)|nguoi|ho|thue bao|luot|ban|cai)(?![a-z])/gu,
  // 5.4.2, IV.3.2.1; 95,5%; coordinates and versions with single figures
  /(?<![\d.])\d{1,2}(?:\.\d{1,2}){2,5}(?![\d.])/gu,
  /(?<![\d.,])\d{1,3}(?:[.,]\d{1,3})? ?%/gu,
];

export function blankLookalikes(text: string): string {
  return LOOKALIKES.reduce(
    (kept, pattern) =>
      kept.replace(pattern, (found) => (isNumberInDisguise(found) ? found : "\u0001".repeat(found.length))),
    text,
  );
}

/** "0912345678d" or a whole identity number ending in "/a" must not slip through as money or as a document number. */
function isNumberInDisguise(found: string): boolean {
  const digits = found.replace(/\D/gu, "");
  return (
    /^0\d{9,11}$/u.test(digits) &&
    !/^069/u.test(digits) &&
    !/^\d{1,2} ?[/.-]/u.test(found) &&
    !/^000\./u.test(found)
  );
}

const IDENTITY = /\b(?:cccd|can cuoc|the chip|dinh danh|cc cong dan|so cc|ma cong dan)\b/u;
const OLD_IDENTITY = /\b(?:cmnd|cmt|cmtnd|chung minh|so cm|giay to tuy than)\b/u;
const PHONE =
  /\b(?:sdt|so dt|dt|dien thoai|di dong|so may|zalo|phone|tel|mobile|goi|lien he|lien lac|alo|nhan tin|sim|hotline)\b/u;
const OFFICE_PHONE =
  /\b(?:tong dai|hotline|duong day nong|tru so|co quan|truc ban|van phong|fax|ubnd|uy ban|tram y te|benh vien)\b/u;
const INSURANCE =
  /\b(?:bhxh|bao hiem xa hoi|so bao hiem|ma so bh|bhyt|bao hiem y te|the bao hiem|ma bao hiem|so bh|ma bh|bh mk)\b/u;
const TAX = /\b(?:mst|ma so thue|ma thue|so thue)\b/u;
const ACCOUNT =
  /\b(?:stk|so tk|so tai khoan|tai khoan|tk|account|acc|vietcombank|vcb|bidv|agribank|vietinbank|techcombank|mb ?bank|mbb?|acb|sacombank|tpbank|vpbank|vib|shb|hdbank|msb|ocb|lpbank|lienvietpostbank|ngan hang|nh|bank|chuyen (?:tien |khoan )?(?:vao|den|toi)|ck (?:vao|den|toi))\b/u;
const CARD =
  /\b(?:so the|the atm|the tin dung|the ngan hang|the visa|the ghi no|the napas|visa|mastercard|card|the)\b/u;
const CASE_NUMBER =
  /\b(?:ho so|bien nhan|bien lai|hoa don|don hang|van don|giao dich|phieu|cong van|van ban|quyet dinh|ma tra cuu|dan so|dien tich|kinh phi|so tien|tong|khoang|muc thu|ngan sach|luong|gia|ma buu pham|seri|so lo|isbn|imei|ma vach|cong to|ma khach hang|ma kh|ma don|ma qr)\b/u;

export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const near = (pattern: RegExp, around: Around): boolean =>
  pattern.test(around.before) || pattern.test(around.after);

function phone(number: NumberCandidate, around: Around): boolean {
  const digits = number.digits.replace(/^(?:00)?84(?=\d{9,10}$)/u, "0");
  if (/^0[35789]\d{8}$/u.test(digits) || /^01[2689]\d{8}$/u.test(digits)) {
    return true;
  }
  if (/^02\d{8,9}$/u.test(digits)) {
    return !near(OFFICE_PHONE, around);
  }
  if (/^0\d{9}$/u.test(digits)) {
    return !near(CASE_NUMBER, around);
  }
  return /^[35789]\d{8}$/u.test(digits) && !/000$/u.test(digits) && near(PHONE, around);
}

function card(number: NumberCandidate, around: Around): boolean {
  const { digits } = number;
  if (/^9704\d{12}(?:\d{3})?$/u.test(digits)) {
    return true;
  }
  if (digits.length === 16 && /^[3-69]/u.test(digits) && !near(CASE_NUMBER, around)) {
    return true;
  }
  return (
    digits.length >= 13 && digits.length <= 19 && near(CARD, around) && (luhn(digits) || digits.length === 16)
  );
}

function identity(number: NumberCandidate, around: Around): PersonalKind | null {
  const { digits } = number;
  if (digits.length === 12 && (/^0\d{2}[0-9]\d{8}$/u.test(digits) || near(IDENTITY, around))) {
    return near(ACCOUNT, around) && !near(IDENTITY, around) && !/^0(?:[0-8]\d|9[0-6])[0-3]/u.test(digits)
      ? "bank_account"
      : "cccd";
  }
  if (digits.length !== 9) {
    return null;
  }
  if (near(OLD_IDENTITY, around) || near(IDENTITY, around)) {
    return "cmnd";
  }
  if (ACCOUNT.test(around.before)) {
    return "bank_account";
  }
  const bare = number.whole && !number.spelled && !/000$/u.test(digits);
  return bare && !near(CASE_NUMBER, around) ? "cmnd" : null;
}

/** Which kind of personal number this is, if any; the words around decide where the figures alone cannot. */
export function kindOf(number: NumberCandidate, around: Around): PersonalKind | null {
  const { digits } = number;
  if (near(TAX, around) && (digits.length === 10 || digits.length === 13)) {
    return "tax";
  }
  if (near(INSURANCE, around) && digits.length === 10) {
    return "bhxh";
  }
  if (card(number, around)) {
    return "card";
  }
  const known = identity(number, around);
  if (known !== null) {
    return known;
  }
  if (phone(number, around)) {
    return "phone";
  }
  const account =
    digits.length >= 8 && digits.length <= 19 && !/0000$/u.test(digits) && ACCOUNT.test(around.before);
  return account && !number.spelled && !CASE_NUMBER.test(around.before) ? "bank_account" : null;
}
