// Phones, links, accounts and requests for secrets in a paper: residents hear them only when a list of the office has them.
import type { Edition } from "../../domain/knowledge.ts";
import { findingMessage } from "../../vietnamese/wording/knowledge/findings.ts";
import type { FindingDraft } from "./words.ts";

/** What the office lists: digits of its hotlines, and hosts of its links. */
export interface ListedContacts {
  readonly numbers: readonly string[];
  readonly links: readonly string[];
}

const PHONE = /(?<![\d/.,-])(?:\+84|0)(?:[\s.-]?\d){8,10}(?![\d/%-])/gu;
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"“”)\]]+|(?<![\p{L}\d@.])(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info|top|xyz|shop|site|online|club|vip|cc|me|ly|app|link|store)(?:\/[^\s<>"“”)\]]*)?(?![\p{L}\d])/giu;
const ACCOUNT = /(?:số tài khoản|tài khoản(?: số)?|STK)\s*:?\s*((?:\d[\s.]?){8,20}\d)/giu;
/** "đọc mã OTP cho cán bộ", "chuyển tiền vào tài khoản": what no office asks of residents. */
const ASKS =
  /(?:đọc|cung cấp|gửi|nhắn|đưa|báo|nhập)\s+(?:lại\s+)?(?:mã\s+)?(?:OTP|xác thực|mật khẩu|mã PIN)(?!\p{L})|chuyển\s+(?:khoản\s+|tiền\s+)?(?:vào|tới|đến|qua)\s+(?:số\s+)?tài khoản/iu;
/** Nobody else can register a name there. */
const STATE = /(?:^|\.)(?:gov\.vn|edu\.vn|chinhphu\.vn|dangcongsan\.vn)$/iu;
/** A warning names what it warns of. */
const WARNS = /không|cảnh giác|lừa đảo|tuyệt đối|nghiêm cấm|phòng ngừa|phòng, chống|giả mạo/iu;

/** The numbers and links of hotlines.yaml, links.yaml and localities.yaml. */
export function listedContacts(office: Pick<Edition, "hotlines" | "links" | "localities">): ListedContacts {
  const contacts = office.localities.flatMap((locality) => locality.contacts);
  return {
    numbers: [
      ...office.hotlines.map(({ number }) => number),
      ...contacts.flatMap((one) => one.match(PHONE) ?? []),
    ],
    links: [...office.links.map(({ url }) => url), ...contacts.flatMap((one) => one.match(LINK) ?? [])],
  };
}

const digits = (number: string): string => number.replace(/\D/gu, "").replace(/^84/u, "0");

function hostOf(link: string): string {
  return (/^(?:https?:\/\/)?(?:www\.)?([^/?#:]+)/iu.exec(link)?.[1] ?? "")
    .toLowerCase()
    .replace(/[.,;]+$/u, "");
}

function listedLink(link: string, listed: ListedContacts): boolean {
  const host = hostOf(link);
  return STATE.test(host) || listed.links.some((one) => hostOf(one) === host);
}

/** Contacts in a text that the office has not listed, as the paper writes them. */
export function unlistedIn(text: string, listed: ListedContacts): readonly string[] {
  const known = new Set(listed.numbers.map(digits));
  const phones = [...text.matchAll(PHONE)].map(([number]) => number).filter((one) => !known.has(digits(one)));
  const links = [...text.matchAll(LINK)]
    .filter(({ index }) => text[index - 1] !== "@")
    .map(([link]) => link.replace(/[.,;:]+$/u, ""))
    .filter((link) => !listedLink(link, listed));
  const accounts = [...text.matchAll(ACCOUNT)].map((match) => (match[1] ?? "").trim());
  return [...new Set([...phones, ...links, ...accounts])];
}

/** True for words that ask residents for a code, a password or money, and do not warn of it. */
export function asksForSecret(text: string): boolean {
  return ASKS.test(text) && !WARNS.test(text);
}

interface Placed {
  readonly section: string;
  readonly text: string;
}

/** One finding for all unlisted contacts, and one for each part that asks for a secret. */
export function contactDoubts(parts: readonly Placed[], listed: ListedContacts): readonly FindingDraft[] {
  const found = parts.flatMap((part) => unlistedIn(part.text, listed).map((words) => ({ ...part, words })));
  const all = [...new Set(found.map(({ words }) => words))];
  const contacts: readonly FindingDraft[] =
    all.length === 0
      ? []
      : [
          {
            kind: "unlisted_contact",
            section: found[0]?.section ?? null,
            message: findingMessage.unlistedContact(all.slice(0, 5)),
            words: all.join("; "),
          },
        ];
  const asked = parts
    .filter(({ text }) => asksForSecret(text))
    .map(({ section, text }) => ({
      kind: "unlisted_contact" as const,
      section,
      message: findingMessage.asksForSecret,
      words: text,
    }));
  return [...contacts, ...asked];
}

/** True when a part may be said to residents. */
export function sayable(text: string, listed: ListedContacts): boolean {
  return unlistedIn(text, listed).length === 0 && !asksForSecret(text);
}
