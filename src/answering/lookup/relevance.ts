import type { Passage } from "../../domain/document.ts";
import { fold, toneKey } from "../../vietnamese/text/normalise.ts";
import { isPlainSyllable, isVietnameseSyllable } from "../../vietnamese/text/syllable.ts";
import type { EditionIndex } from "../index/edition-index.ts";
import type { Hit } from "../search/fusion.ts";
import type { Repaired } from "../search/spelling/query-repair.ts";
import { namesMovement, plain } from "../understand/places.ts";
import type { Need, Understanding } from "../understand/understanding.ts";

export interface Judged {
  readonly passage: Passage;
  readonly score: number;
  readonly coverage: number;
  readonly accepted: boolean;
  readonly why: string;
}

/** Coverage at which a passage answers, by how much the question says: calibrated on the gold sets, see docs/evidence.md. */
export const THRESHOLD = {
  coverage: 0.62,
  short: 0.8,
  score: 0.3,
  strong: 0.85,
  run: 0.52,
  longRun: 0.42,
} as const;

const HOLDS: Readonly<Record<Need, RegExp>> = {
  clock: /\d{1,2}\s*(giờ|h\d*)(?!\p{L})|thứ (hai|ba|tư|năm|sáu|bảy)|chủ nhật/iu,
  percent: /\d\s*%|phần trăm/iu,
  date: /\d{1,2}\/\d{1,2}|\d{4}|tháng \d|hằng năm|hàng năm|hàng tuần|hằng tuần|hàng quý|thường xuyên|định kỳ|6 tháng|đột xuất|cuối năm|đầu năm/iu,
  body: /ủy ban|uỷ ban|ubnd|phòng|ban |sở|trung tâm|công an|đoàn|hội|tổ |trường|đảng ủy|văn phòng|doanh nghiệp|mặt trận|trạm|thôn|đơn vị/iu,
  money: /\d[\d.,]*\s*(đồng|triệu|tỷ|nghìn|vnđ|đ(?!\p{L}))/iu,
  address: /số \d+[^.]{0,20}(đường|phố|ngõ)|địa chỉ:|đường \p{Lu}/u,
  phone: /(?<!\d)(?:0\d{8,10}|1[89]00[\s.]?\d{4,6}|11[1-5])(?!\d)/u,
  number: /\d|một|hai|ba|bốn|năm/iu,
  link: /https?:\/\/|\.(vn|com|org)\b/iu,
  person: /(?:ông|bà|đồng chí|đ\/c)\s+\p{Lu}\p{L}+\s+\p{Lu}/u,
  document: /\d+\s?[-/]\s?\p{Lu}|nghị quyết|quyết định|kế hoạch số|đề án/iu,
};

/** Kinds of thing so rare in a paper that only passages with one are worth looking at. */
const RARE: readonly Need[] = ["link", "money", "phone", "address", "clock", "person"];

/** Coverage that is enough when the passage holds the rare thing that is asked for. */
const RARE_COVERAGE = 0.15;
/** Coverage that is enough when the passage holds every proper name of the question ("mentor", "4T"). */
const NAMED_COVERAGE = 0.4;

export const rareNeeds = (needs: readonly Need[]): readonly Need[] =>
  needs.filter((need) => RARE.includes(need));

export const holdsNeed = (text: string, need: Need): boolean => HOLDS[need].test(text);

/** Loan words that name no one thing. */
const LOAN = new Set([
  "web",
  "app",
  "online",
  "internet",
  "link",
  "video",
  "clip",
  "email",
  "fanpage",
  "wifi",
  "file",
  "ok",
  "pdf",
  "sms",
]);

const spelt = new WeakMap<EditionIndex, ReadonlySet<string>>();

/** Words that stand among others of the same meaning ("viettel" beside "doanh nghiệp viễn thông"). */
function speltOtherwise(base: EditionIndex): ReadonlySet<string> {
  const before = spelt.get(base);
  const words = before ?? new Set(base.edition.vocabulary.synonyms.flat().map(plain));
  spelt.set(base, words);
  return words;
}

/** Words that are no Vietnamese syllables, or mix letters and digits: names a passage must hold to be about them. */
function names(base: EditionIndex, u: Understanding, subject: Repaired): readonly string[] {
  const otherwise = speltOtherwise(base);
  const words = subject.text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter(
      (w) =>
        /\p{L}/u.test(w) &&
        (/\d/u.test(w) || !(isVietnameseSyllable(w.toLowerCase()) || isPlainSyllable(w.toLowerCase()))),
    )
    .map((w) => fold(w))
    .filter((w) => w.length > 1 && !LOAN.has(w) && !otherwise.has(w) && u.folded.includes(w));
}

/** Words of a name that is asked for whole; a longer one may be told in other words. */
const LONGEST_NAME = 4;

function barFor(u: Understanding, content: number, named: boolean, run: number): number {
  if (u.needs.includes("link")) {
    return RARE_COVERAGE;
  }
  if (named) {
    return NAMED_COVERAGE;
  }
  if (content <= 2) {
    return THRESHOLD.short;
  }
  if (run >= 5) {
    return THRESHOLD.longRun;
  }
  return run >= 3 ? THRESHOLD.run : THRESHOLD.coverage;
}

/** Two common words mean a thing only side by side: "người yêu" is not "yêu cầu" and "người dân". */
function adjacent(text: string, subject: Repaired): boolean {
  const words = agentKey(text).replace(/[^\p{L}\p{N}]+/gu, " ");
  const pair = agentKey(subject.text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return pair.length !== 2 || ` ${words} `.includes(` ${pair.join(" ")} `);
}

const DIGITS = "\\d+%?(?: \\S+){0,3}";
/** Numbers in words are common words too ("năm", "một"): nothing but a kind may stand between. */
const NUMERAL = "(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)(?: \\S+)?";

/** Syllables that make another word of the one before: "dân phố", "dân vận". */
const OTHER_WORD = "pho|van|quan|chu|cu";

/** A count answers only beside what is counted: "ít nhất 5 mentee", "100% các chợ". */
function counts(text: string, counted: string): boolean {
  const words = plain(text.replace(/bình dân học vụ/giu, " ").replace(/(\d)\s*%/gu, "$1 phan tram"));
  return new RegExp(`\\b(?:${DIGITS}|${NUMERAL}) ${counted}\\b(?! (?:${OTHER_WORD}))`, "u").test(words);
}

/** "báo cáo viên" is who reports, not a report. */
const AGENT = /(báo cáo|tuyên truyền|cộng tác|kiểm tra|hướng dẫn|điều tra|tình nguyện) viên/giu;

const agentKey = (said: string): string => toneKey(said.replace(AGENT, "$1viên")).toLowerCase();

/** Syllables of the question that stand in the passage side by side, in their order: the longest run. */
export function longestRun(text: string, subject: Repaired): number {
  const words = ` ${agentKey(text).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const keys = agentKey(subject.text).match(/[\p{L}\p{N}]+/gu) ?? [];
  let best = 0;
  for (let from = 0; from < keys.length; from++) {
    for (let to = from + best + 1; to <= keys.length; to++) {
      if (!words.includes(` ${keys.slice(from, to).join(" ")} `)) {
        break;
      }
      best = to - from;
    }
  }
  return best;
}

/** A name between quotation marks is asked for as it stands. */
export function holdsQuoted(text: string, u: Understanding): boolean {
  return u.quoted === null || plain(text).includes(plain(u.quoted));
}

/** Does the passage answer? Coverage, entities and the kind of thing asked, never a similarity alone. */
function judge(
  base: EditionIndex,
  hit: Hit,
  passage: Passage,
  u: Understanding,
  subject: Repaired,
  unique: boolean,
): Judged {
  const whole = `${passage.heading} ${passage.leadIn ?? ""} ${passage.text}`;
  const text = fold(whole);
  const content = subject.keys.length;
  const need = u.needs.find((n) => !holdsNeed(whole, n));
  const named = names(base, u, subject);
  const missing = named.filter((name) => !text.includes(name));
  const run = longestRun(whole, subject);
  const bar = barFor(u, content, named.length > 0 && need === undefined, run);
  const nameBroken = namesMovement(u.folded, subject.text) && content <= LONGEST_NAME && run < content;
  const verdicts: readonly (readonly [boolean, string])[] = [
    [need !== undefined, `no ${need} in it`],
    [missing.length > 0, `does not name ${missing.join(", ")}`],
    [!holdsQuoted(whole, u), "does not hold the quoted name"],
    [nameBroken, "does not hold the name whole"],
    [u.counted !== null && !counts(whole, u.counted), `no count of ${u.counted} in it`],
    [content === 2 && named.length < 2 && !adjacent(whole, subject), "does not hold the two words together"],
    [hit.coverage < bar && !unique, `holds ${hit.coverage.toFixed(2)} of the question, needs ${bar}`],
    [
      hit.score < THRESHOLD.score && hit.coverage < THRESHOLD.strong && bar >= THRESHOLD.longRun,
      `score ${hit.score.toFixed(2)} under ${THRESHOLD.score}`,
    ],
  ];
  const against = verdicts.find(([failed]) => failed)?.[1];
  return {
    passage,
    score: hit.score,
    coverage: hit.coverage,
    accepted: against === undefined,
    why: against ?? "enough",
  };
}

/** A passage that alone holds half the question, where every other holds much less, is the one that is meant. */
const UNIQUE = {
  coverage: 0.5,
  others: 0.68,
  nearCoverage: 0.45,
  ahead: 1.4,
  farCoverage: 0.35,
  farScore: 0.4,
  farAhead: 2,
} as const;

/** Judges hits in their order. */
export function judgeHits(
  hits: readonly Hit[],
  base: EditionIndex,
  u: Understanding,
  subject: Repaired,
): readonly Judged[] {
  const place = (hit: Hit | undefined) => base.passages[hit?.label ?? -1]?.section;
  const [first, ...rest] = [...hits].sort((a, b) => b.coverage - a.coverage);
  const others = rest.find((hit) => place(hit) !== place(first));
  const ahead = hits[0];
  const behind = hits.find((hit) => place(hit) !== place(ahead));
  return hits.flatMap((hit) => {
    const passage = base.passages[hit.label];
    const fuller =
      hit === first &&
      hit.coverage >= UNIQUE.coverage &&
      (others?.coverage ?? 0) <= hit.coverage * UNIQUE.others;
    const nearer =
      hit === ahead &&
      ((hit.coverage >= UNIQUE.nearCoverage && hit.score >= (behind?.score ?? 0) * UNIQUE.ahead) ||
        (hit.coverage >= UNIQUE.farCoverage &&
          hit.score >= UNIQUE.farScore &&
          hit.score >= (behind?.score ?? 0) * UNIQUE.farAhead));
    const unique = subject.keys.length >= 3 && (fuller || nearer);
    return passage === undefined ? [] : [judge(base, hit, passage, u, subject, unique)];
  });
}
