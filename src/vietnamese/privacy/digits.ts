// Numbers as people write and read them out: "0912 345 678", "0 9 1 2", "không chín một hai", "O912".

/** A stretch of digits written together; `digits` is its value, one or more characters. */
export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  readonly spelled: boolean;
}

/** Groups that may be one number, with what stands between each two. */
export interface DigitRun {
  readonly groups: readonly DigitGroup[];
  readonly gaps: readonly string[];
}

const SPOKEN: Readonly<Record<string, string>> = {
  khong: "0",
  hong: "0",
  mot: "1",
  hai: "2",
  ba: "3",
  bon: "4",
  tu: "4",
  nam: "5",
  lam: "5",
  nham: "5",
  sau: "6",
  bay: "7",
  tam: "8",
  chin: "9",
  zero: "0",
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
};

const TOKEN = /\d+|[a-z]+/gu;
const GAP = /^[ .\-_·•,*()|/+\t\n\r]{0,4}$/u;

function groupsOf(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0];
    const start = match.index;
    const end = start + word.length;
    const touchesDigit = /\d/u.test(text[start - 1] ?? "") || /\d/u.test(text[end] ?? "");
    if (/^\d/u.test(word)) {
      groups.push({ digits: word, start, end, spelled: false });
    } else if (touchesDigit && /^[o]+$/u.test(word)) {
      groups.push({ digits: "0".repeat(word.length), start, end, spelled: false });
    } else if (!touchesDigit && SPOKEN[word] !== undefined) {
      groups.push({ digits: SPOKEN[word], start, end, spelled: true });
    }
  }
  return groups;
}

/** "o" and digits that touch are one group: "o912345678". */
function joinTouching(groups: readonly DigitGroup[]): DigitGroup[] {
  const joined: DigitGroup[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    if (last !== undefined && last.end === group.start && !last.spelled && !group.spelled) {
      joined[joined.length - 1] = { ...last, digits: last.digits + group.digits, end: group.end };
    } else {
      joined.push(group);
    }
  }
  return joined;
}

export function digitRuns(text: string): DigitRun[] {
  const runs: { groups: DigitGroup[]; gaps: string[] }[] = [];
  for (const group of joinTouching(groupsOf(text))) {
    const run = runs.at(-1);
    const last = run?.groups.at(-1);
    // "chín mươi hai" reads as 9 2, so the ten between is no break.
    const gap = last === undefined ? null : text.slice(last.end, group.start).replace(/ ?muoi\b/u, "");
    if (run !== undefined && gap !== null && GAP.test(gap)) {
      run.groups.push(group);
      run.gaps.push(gap);
    } else {
      runs.push({ groups: [group], gaps: [] });
    }
  }
  return runs;
}

export interface NumberCandidate {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  readonly whole: boolean;
  readonly spelled: boolean;
  readonly sizes: readonly number[];
}

/** "090 093 070 079", "112 113 114": a list of short numbers, not one long number. */
function isList(groups: readonly DigitGroup[]): boolean {
  const size = groups[0]?.digits.length ?? 0;
  const equal =
    groups.length >= 3 && size > 1 && size < 4 && groups.every((one) => one.digits.length === size);
  const counting = groups.every(
    (one, at) => at === 0 || Number(one.digits) - Number(groups[at - 1]?.digits) === 1,
  );
  return (equal && groups.every((one) => one.digits.startsWith("0"))) || (groups.length >= 3 && counting);
}

function tidy(gaps: readonly string[], groups: readonly DigitGroup[]): boolean {
  const single = groups.every((group) => group.digits.length === 1);
  return single || gaps.every((gap) => !/[,*|/]/u.test(gap));
}

/** All numbers of `lengths` digits in a run, on group borders, each as far left as it goes; longer ones first. */
export function candidates(run: DigitRun, min: number, max: number): NumberCandidate[] {
  const found: NumberCandidate[] = [];
  for (let first = 0; first < run.groups.length; first += 1) {
    let digits = "";
    for (let last = first; last < run.groups.length && digits.length <= max; last += 1) {
      const group = run.groups[last];
      const head = run.groups[first];
      if (group === undefined || head === undefined) {
        break;
      }
      digits += group.digits;
      const part = run.groups.slice(first, last + 1);
      if (
        digits.length >= min &&
        digits.length <= max &&
        tidy(run.gaps.slice(first, last), part) &&
        !isList(part)
      ) {
        found.push({
          digits,
          start: head.start,
          end: group.end,
          whole: part.length === 1,
          spelled: part.some((one) => one.spelled),
          sizes: part.map((one) => one.digits.length),
        });
      }
    }
  }
  return found.sort((a, b) => b.digits.length - a.digits.length || a.start - b.start);
}
