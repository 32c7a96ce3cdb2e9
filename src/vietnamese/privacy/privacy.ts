import { candidates, digitRuns } from "./digits.ts";
import type { Around, PersonalKind } from "./rules.ts";
import { blankLookalikes, kindOf } from "./rules.ts";
import type { PrivateSpan } from "./secrets.ts";
import { findSecrets } from "./secrets.ts";
import { plainText } from "./text.ts";

export type { PersonalKind } from "./rules.ts";

/** Personal data in a text, by position in the original; the data itself is never carried. */
export interface PersonalData {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}

const MARKS: Readonly<Record<PersonalKind, string>> = {
  cccd: "CCCD:***",
  cmnd: "CMND:***",
  phone: "SĐT:***",
  card: "THẺ:***",
  otp: "OTP:***",
  password: "MẬT KHẨU:***",
  bhxh: "BHXH:***",
  tax: "MST:***",
  email: "EMAIL:***",
  bank_account: "TÀI KHOẢN:***",
};

/** More than any channel delivers in one message; what lies beyond is cut by `mask`. Keeps the work bounded. */
const LONGEST = 8_000;
const REACH = 48;

function around(text: string, start: number, end: number): Around {
  return {
    before: text.slice(Math.max(0, start - REACH), start),
    after: text.slice(end, end + REACH / 2),
  };
}

function numbers(text: string): PrivateSpan[] {
  const found: PrivateSpan[] = [];
  // Of each place in the text: does it belong to a number that was found?
  const taken = new Uint8Array(text.length);
  for (const run of digitRuns(blankLookalikes(text))) {
    for (const number of candidates(run, 9, 19)) {
      const free = !taken.subarray(number.start, number.end).includes(1);
      const kind = free ? kindOf(number, around(text, number.start, number.end)) : null;
      if (kind !== null) {
        taken.fill(1, number.start, number.end);
        found.push({ kind, start: number.start, end: number.end });
      }
    }
    found.push(...shortAccounts(run.groups, text, found));
  }
  return found;
}

/** Accounts of eight figures stand only directly after their name: "stk 12345678". */
function shortAccounts(
  groups: readonly { readonly digits: string; readonly start: number; readonly end: number }[],
  text: string,
  found: readonly PrivateSpan[],
): PrivateSpan[] {
  return groups
    .filter((group) => group.digits.length >= 6 && group.digits.length <= 8 && !/0000$/u.test(group.digits))
    .filter((group) =>
      /\b(?:stk|so tk|so tai khoan)\b[^\d]{0,16}$/u.test(
        text.slice(Math.max(0, group.start - 30), group.start),
      ),
    )
    .filter((group) => !found.some((one) => one.start < group.end && group.start < one.end))
    .map((group) => ({ kind: "bank_account" as const, start: group.start, end: group.end }));
}

const CARD_CODE = /(?<![a-z0-9])[a-z]{2}[ .-]?[1-5][ .-]?\d{2}(?:[ .-]?\d){10}(?!\d)/gu;

/** Health insurance cards: two letters and thirteen figures. */
function insuranceCards(text: string): PrivateSpan[] {
  return [...text.matchAll(CARD_CODE)].map((match) => ({
    kind: "bhxh" as const,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function alreadyMasked(original: string): PersonalData[] {
  return (Object.entries(MARKS) as [PersonalKind, string][]).flatMap(([kind, mark]) => {
    const start = original.indexOf(mark);
    return start < 0 ? [] : [{ kind, start, end: start + mark.length }];
  });
}

/** Everything in a message that should not be sent to an assistant; overlapping finds are merged, in order. */
export function findPersonalData(original: string): readonly PersonalData[] {
  const head = original.slice(0, LONGEST);
  const plain = plainText(head);
  const raw = [...plain.from.keys()].map((i) => head[plain.from[i] ?? 0] ?? " ").join("");
  const found = [...insuranceCards(plain.text), ...findSecrets(plain.text, raw), ...numbers(plain.text)].map(
    (one) => ({
      kind: one.kind,
      start: plain.from[one.start] ?? 0,
      end: plain.to[one.end - 1] ?? head.length,
    }),
  );
  return merged([...found, ...alreadyMasked(head)]);
}

function merged(found: readonly PersonalData[]): PersonalData[] {
  const result: PersonalData[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last !== undefined && one.start < last.end) {
      result[result.length - 1] = { ...last, end: Math.max(last.end, one.end) };
    } else {
      result.push(one);
    }
  }
  return result;
}

/** The text with every find replaced by its shape ("CCCD:***"). Masking twice changes nothing. */
export function mask(original: string): string {
  let text = original.slice(0, LONGEST);
  for (const one of [...findPersonalData(text)].reverse()) {
    text = `${text.slice(0, one.start)}${MARKS[one.kind]}${text.slice(one.end)}`;
  }
  return text;
}
