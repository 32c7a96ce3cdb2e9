// One-time codes, PINs, passwords and mail addresses: recognised by the words that introduce them.

import type { PersonalKind } from "./rules.ts";

export interface PrivateSpan {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}

const CODE_NAME =
  "(?:otp|o t p|ma xac (?:nhan|thuc|minh)|ma kich hoat|ma bao mat|ma dang nhap|ma so bi mat|ma pin|pin|passcode|pass code|smart ?otp|soft ?otp|cvv2?|cvc|verification code|code)";
const FIGURES = "(?:[a-z]-)?(\\d(?:[ .\\-]{0,2}\\d){3,7})(?!\\d)";
// "OTP có 6 số", "hết hạn sau 30000 giây", "từ năm 2025": figures about a code, not a code.
const ABOUT_CODES =
  /(?:nam|thang|ngay|tu|den|gom|co|sau|toi thieu|it nhat|dai|goi|phi|gia|het|khoang|1[89]00[ .]?\d*|so)\s*$/u;
const UNIT_AFTER =
  /^\s*(?:d|dong|vnd|so|chu so|ky tu|ki tu|phut|giay|lan|k|nghin|ngan|trieu|tr|%|\/)(?![a-z])/u;

function codesAfterName(text: string): PrivateSpan[] {
  const found: PrivateSpan[] = [];
  const pattern = new RegExp(`\\b${CODE_NAME}\\b([^\\d\\n]{0,32}?)${FIGURES}`, "gu");
  for (const match of text.matchAll(pattern)) {
    const between = match[1] ?? "";
    const figures = match[2] ?? "";
    const end = match.index + match[0].length;
    const year = /^(?:19|20)\d{2}$/u.test(figures);
    const told = /(?:\bla\b|:|=|\bof\b|\bis\b|\bday\b)\s*$/u.test(between);
    if (!UNIT_AFTER.test(text.slice(end)) && (told || (!year && !ABOUT_CODES.test(between)))) {
      found.push({ kind: "otp", start: end - figures.length, end });
    }
  }
  return found;
}

function codesBeforeName(text: string): PrivateSpan[] {
  const pattern = new RegExp(
    `(?<![\\d/.,])(\\d(?:[ .\\-]?\\d){3,7})(?![\\d/.,]) (?:(?:la|chinh la|is) (?:your )?(?:cai |so )?(?:ma )?|(?=\\())\\(?${CODE_NAME}\\b`,
    "gu",
  );
  return [...text.matchAll(pattern)].map((match) => ({
    kind: "otp" as const,
    start: match.index,
    end: match.index + (match[1] ?? "").length,
  }));
}

const DIGIT_WORD = "(?:khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)";

function spelledCodes(text: string): PrivateSpan[] {
  const pattern = new RegExp(
    `\\b${CODE_NAME}\\b[^\\d\\n]{0,24}?\\b(${DIGIT_WORD}(?:[ ,.\\-]{1,2}${DIGIT_WORD}){3,7})\\b`,
    "gu",
  );
  const before = new RegExp(
    `\\b(${DIGIT_WORD}(?:[ ,.\\-]{1,2}${DIGIT_WORD}){3,7}) la (?:cai |so )?(?:ma )?${CODE_NAME}\\b`,
    "gu",
  );
  const after = [...text.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length;
    return { kind: "otp" as const, start: end - (match[1] ?? "").length, end };
  });
  const first = [...text.matchAll(before)].map((match) => ({
    kind: "otp" as const,
    start: match.index,
    end: match.index + (match[1] ?? "").length,
  }));
  return [...after, ...first];
}

const PASSWORD_NAME = "(?:mat khau|mat ma|password|passwd|pass word|pass|pwd|mk|m\\.k)";
const WHOSE =
  "(?: (?:cua|cho|vao|dang|nhap|toi|tui|em|minh|con|chau|ba|ong|bac|co|chu|anh|chi|me|bo|nha|wifi|zalo|fb|facebook|gmail|email|mail|vneid|vssid|ngan|hang|app|ung|dung|tai|khoan|tk|dich|vu|cong|may|dien|thoai|the|atm|de|dat|cu|moi|hien|dung|nay|bidv|vcb|agribank|momo|luon|do|internet|banking)(?![^ :=])){0,7}";
// Words that follow "mật khẩu là" in a question, or describe a password without giving it.
const NOT_SECRET = new Set(
  (
    "gi j cai sao bao nhieu nao the nhu mot day chuoi bi duoc quan trong phai khong ko k dung sai ma can chi loai thong tin " +
    "chu so ky tu kho yeu manh de an toan rieng cua ngay sinh nhat ten cach viec dieu bat buoc do day mac dinh chua da dang " +
    "nham cu moi vay ha thi toi em minh bac con chau ba ong nguoi tai khoan o dau lam van se hay hoac va vi roi luon " +
    "tu cho doi quen lay dat khoa nen hop le y ki hai ba bon nam nhung what how gom quan ly bao mat"
  ).split(" "),
);

function looksSecret(token: string, told: boolean): boolean {
  const word = token.replace(/[.,;:!?)"'”]+$/gu, "");
  if (word.length < 4) {
    return false;
  }
  const mixed = /\d/u.test(word) && !/^\d{1,3}[%/]/u.test(word) && !/^(?:19|20)\d\d$/u.test(word);
  const signed = /[@#$!&*_]/u.test(word) && /[a-z]/u.test(word);
  if (mixed || signed) {
    return told || /[a-z]/u.test(word) || /^\d{4,}$/u.test(word);
  }
  return told && !NOT_SECRET.has(word) && /^[a-z]+$/u.test(word);
}

function passwords(text: string, raw: string): PrivateSpan[] {
  const found: PrivateSpan[] = [];
  const pattern = new RegExp(
    `\\b${PASSWORD_NAME}\\b${WHOSE}\\s*(:|=|\\bla\\b ?:?|\\bday\\b:?|->|)\\s*["'“(]?([^\\s"'”]+)`,
    "gu",
  );
  for (const match of text.matchAll(pattern)) {
    const told = (match[1] ?? "") !== "";
    const token = match[2] ?? "";
    const end = match.index + match[0].length;
    const isAbout = /^\s*(?:so|chu so|ky tu|ki tu|lan|phut|giay|ngay|thang|nam|buoc|loai)(?![a-z])/u.test(
      text.slice(end),
    );
    // A word with Vietnamese accents is speech, not a secret: nobody can type it into a password field.
    const spoken =
      raw.slice(end - token.length, end) !== "" &&
      /[^\u0020-\u007E]/u.test(raw.slice(end - token.length, end));
    if (!isAbout && !spoken && looksSecret(token, told)) {
      found.push({ kind: "password", start: end - token.length, end });
    }
  }
  return found;
}

const MAIL =
  /[a-z0-9][a-z0-9._%+-]{0,63} ?(?:@|\(at\)|\[at\]|\(a\)| a cong | at )\s?[a-z0-9-]{1,40}(?:(?: ?\. ?| cham | dot )[a-z0-9-]{2,20}){1,3}/gu;

function mails(text: string): PrivateSpan[] {
  return [...text.matchAll(MAIL)]
    .filter(
      (match) =>
        !/(?:gov|edu) ?(?:\.|cham) ?vn$/u.test(match[0]) &&
        !/ at /u.test(match[0].replace(/ at [a-z0-9]+ (?:dot|cham)/u, "")),
    )
    .map((match) => ({ kind: "email" as const, start: match.index, end: match.index + match[0].length }));
}

// "đọc mã 482913 cho họ", "mã gửi về máy là 554433": a code by what was done with it. Six figures, as one-time codes have.
const TOLD_CODE =
  /\b(?:doc|gui|nhan|xin|hoi|cho|bao|khai|noi|lo)\b[^\d\n.]{0,20}\bma\b[^\d\n]{0,3}(\d(?:[ .-]?\d){5})(?![\d./-])/gu;
const SENT_CODE =
  /\bma (?:(?:gui|ve|may|dien|thoai|6|sau|so|toi|nhan|duoc|cua|em|do|la|:|tin) ?){1,6}(\d(?:[ .-]?\d){5})(?![\d./-])/gu;
const READ_OUT = /\bma\b[^\d\n]{1,16}\bdoc ((?:\d ){3,7}\d)(?!\d)/gu;

function toldCodes(text: string): PrivateSpan[] {
  return [TOLD_CODE, SENT_CODE, READ_OUT].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const end = match.index + match[0].length;
      return { kind: "otp" as const, start: end - (match[1] ?? "").length, end };
    }),
  );
}

export function findSecrets(text: string, raw: string): PrivateSpan[] {
  return [
    ...codesAfterName(text),
    ...codesBeforeName(text),
    ...spelledCodes(text),
    ...toldCodes(text),
    ...passwords(text, raw),
    ...mails(text),
  ];
}
