import { isoDay } from "../../vietnamese/text/dates.ts";
import { fold, nfc } from "../../vietnamese/text/normalise.ts";

const TYPED: Readonly<Record<string, string>> = {
  r: "roi",
  rui: "roi",
  ui: "roi",
  oy: "roi",
  xog: "xong",
  xg: "xong",
  tip: "tiep",
  tiep: "tiep",
  next: "tiep",
  k: "khong",
  ko: "khong",
  hok: "khong",
  hong: "khong",
  dc: "duoc",
  oke: "ok",
  okie: "ok",
  okay: "ok",
  lm: "lam",
  coi: "xem",
  bc: "buoc",
  b: "buoc",
  hieu: "hieu",
  chua: "chua",
  chx: "chua",
  lun: "luon",
};
const PARTICLES = new Set(
  "a ah nhe nha nhen nghen em anh chi bac co chu ban oi di giup toi tui minh voi cho xin da u luon nao cai con chau duoc hay cu muon".split(
    " ",
  ),
);

/** A short message as bare words: folded, particles gone, everyday spellings mended. "Xog r ạ!" → "xong roi". */
export function bareWords(text: string): string {
  const words = fold(nfc(text.normalize("NFKC"))).match(/[a-z0-9#/]+/gu) ?? [];
  const mended = words.map((word) => TYPED[word] ?? word);
  const kept = mended.filter((word) => !PARTICLES.has(word));
  return (kept.length > 0 ? kept : mended).join(" ");
}

const NUMBER_WORDS = ["khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"];

/** "1", "số 1", "so mot", "chọn 2", "thứ nhất", "cái đầu" as a number; null for anything longer. */
export function chosenNumber(text: string): number | null {
  const words = fold(nfc(text.normalize("NFKC")))
    .replace(/[.()"'“”!,]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const match =
    /^(?:(?:toi |em |cho toi |xin )?(?:chon|so|cau|muc|y|cai|dap an|lua chon|phuong an|thu|lay|bam)\s+){0,2}(?:so\s+|thu\s+)?(\d{1,2}|[a-z]+)(?: (?:a|nhe|nha|di|em|ban))*$/u.exec(
      words,
    );
  const named = match?.[1];
  if (named === undefined) {
    return null;
  }
  if (/^\d+$/u.test(named)) {
    return Number(named);
  }
  const spoken: Readonly<Record<string, number>> = { nhat: 1, dau: 1, nhi: 2, tu: 4 };
  const at = NUMBER_WORDS.indexOf(named);
  return at > 0 ? at : (spoken[named] ?? null);
}

/** The first day named in some words: "30/10/2025", "15-12", "ngày 5 tháng 11". Without a year, the next such day. */
export function dayIn(words: string, today: string): string | null {
  const match =
    /(?<!\d)(\d{1,2})\s*(?:[/.-]|tháng|thang)\s*(\d{1,2})(?:\s*(?:[/.-]|năm|nam)\s*(\d{4}))?(?!\d)/iu.exec(
      words,
    ) ?? null;
  if (match === null) {
    return null;
  }
  const [day, month] = [Number(match[1]), Number(match[2])];
  const thisYear = Number(today.slice(0, 4));
  if (match[3] !== undefined) {
    return isoDay(Number(match[3]), month, day);
  }
  const soon = isoDay(thisYear, month, day);
  return soon !== null && soon < today ? isoDay(thisYear + 1, month, day) : soon;
}
