import type { Locality, LocalitySlug } from "../../domain/document.ts";
import { PROVINCES } from "../../vietnamese/lexicon/asking-phrases.ts";
import { accentShare, fold, oneLine } from "../../vietnamese/text/normalise.ts";
import { isPlainSyllable } from "../../vietnamese/text/syllable.ts";

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** Letters and digits of a name, folded, as one blank-separated line. */
export function plain(text: string): string {
  return oneLine(fold(text).replace(/[^\p{L}\p{N}]+/gu, " "));
}

/** Names are asked of every locality at every question; localities do not change while an edition serves. */
const known = new WeakMap<Locality, readonly string[]>();

function namesOf(locality: Locality): readonly string[] {
  const names = known.get(locality) ?? foldedNames(locality);
  known.set(locality, names);
  return names;
}

function foldedNames(locality: Locality): string[] {
  return [locality.name, locality.shortName, ...locality.otherNames]
    .map(plain)
    .filter((name) => name.length > 2);
}

/** Localities named in a folded question, in the order they stand there; longer names win over names inside them. */
export function findLocalities(folded: string, localities: readonly Locality[]): readonly LocalitySlug[] {
  const found: { at: number; end: number; slug: LocalitySlug }[] = [];
  const names = localities.flatMap((l) => namesOf(l).map((name) => ({ name, slug: l.slug })));
  names.sort((a, b) => b.name.length - a.name.length);
  const line = folded.replace(/[^\p{L}\p{N} ]/gu, " ");
  for (const { name, slug } of names) {
    for (const match of line.matchAll(new RegExp(`(?<= )${literally(name)}(?= )`, "gu"))) {
      const [at, end] = [match.index, match.index + name.length];
      if (!found.some((other) => at < other.end && end > other.at)) {
        found.push({ at, end, slug });
      }
    }
  }
  return [...new Set(found.sort((a, b) => a.at - b.at).map((f) => f.slug))];
}

/** The question without the names of localities, so that they do not count as things to look for. */
export function withoutPlaces(text: string, localities: readonly Locality[]): string {
  const words = text.split(/\s+/u);
  const keys = words.map(plain);
  const names = localities
    .flatMap((l) => [...namesOf(l), ...(l.province === null ? [] : [plain(l.province)])])
    .sort((a, b) => b.length - a.length);
  for (const name of names) {
    const size = name.split(" ").length;
    for (let i = 0; i + size <= keys.length; i++) {
      if (keys.slice(i, i + size).join(" ") === name) {
        words.splice(i, size);
        keys.splice(i, size);
      }
    }
  }
  return words.join(" ");
}

const NAMED_PLACE =
  /(?<!\p{L})(xã|phường|thị trấn|thị xã|huyện|quận|tỉnh|thành phố|đặc khu|Xã|Phường|Thị trấn|Thị xã|Đặc khu|Huyện|Quận|Tỉnh|Thành phố|TP\.?|xa|phuong|tinh)\s+((?:\p{Lu}[\p{L}]*|(?<=[Pp]hường\s+)\d{1,2}(?![\d/.%]))(?:\s+\p{Lu}[\p{L}]*){0,3})/gu;

const PLACE_AFTER_AT = /(?<!\p{L})(ở|tại|Ở|Tại)\s+(\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+){1,3})/gu;

/** What the papers hold of names and words. */
export interface PaperNames {
  /** Is this folded name written with capitals in any paper? */
  readonly name: (folded: string) => boolean;
  /** Do these accented words stand side by side, in small letters, in any paper or guide? */
  readonly words: (accented: string) => boolean;
  /** Is this folded word short or dialect for others? */
  readonly short: (folded: string) => boolean;
}

export interface OtherPlace {
  readonly place: string;
  /** Some paper names it, though none is its own. */
  readonly mentioned: boolean;
}

/** A place written with capitals and its level ("xã Hòa Bình") that is neither a loaded locality nor known otherwise. */
export function findUnknownPlace(
  text: string,
  localities: readonly Locality[],
  known: (foldedName: string) => boolean,
): string | null {
  const matches = [...text.matchAll(NAMED_PLACE), ...text.matchAll(PLACE_AFTER_AT)];
  return (
    matches.find(([, , name = ""]) => !isLoaded(plain(name), localities) && !known(plain(name)))?.[0] ?? null
  );
}

const isLoaded = (name: string, localities: readonly Locality[]): boolean =>
  localities.some((l) => namesOf(l).some((n) => n === name || name.startsWith(`${n} `) || n.includes(name)));

/** A place that is named, but is no loaded locality. Without capitals only unaccented questions are read so. */
export function findOtherPlace(
  typed: string,
  text: string,
  localities: readonly Locality[],
  spoken: PaperNames,
): OtherPlace | null {
  const unknown = findUnknownPlace(text, localities, spoken.name);
  const written = unknown ?? findUnknownPlace(text, localities, () => false);
  if (written !== null) {
    return { place: written, mentioned: unknown === null };
  }
  const province = namedProvince(plain(text));
  if (province !== null && !isLoaded(province, localities)) {
    return { place: `tỉnh “${province}”`, mentioned: spoken.name(province) };
  }
  const bare = accentShare(typed) > 0.2 ? null : plainPlace(plain(typed));
  if (bare === null || isLoaded(bare.name, localities) || ordinary(bare.name, text, spoken)) {
    return null;
  }
  return { place: `${bare.level} “${bare.name}”`, mentioned: spoken.name(bare.name) };
}

const PROVINCE = new RegExp(
  `\\b(?:tinh|thanh pho) (${PROVINCES.map((name) => plain(name).replace(/^(?:thanh pho|thua thien) /u, "")).join("|")})(?= |$)`,
  "u",
);

/** "của tỉnh lào cai", "thành phố hải phòng": a province by its name, whatever letters it is typed in. */
const namedProvince = (folded: string): string | null => folded.match(PROVINCE)?.[1] ?? null;

/** Are these folded words common ones: two of them spoken side by side in a paper, or short forms for other words? */
function ordinary(folded: string, text: string, spoken: PaperNames): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const size = folded.split(" ").length;
  const at = words.findIndex((_, i) => plain(words.slice(i, i + size).join(" ")) === folded);
  if (at < 0) {
    return folded.split(" ").filter(spoken.short).length * 2 >= size;
  }
  const pairs = words.slice(at, at + size - 1).map((word, i) => `${word} ${words[at + i + 1] ?? ""}`);
  return pairs.some(spoken.words);
}

/** Words that follow "xã", "phường" without naming one. */
const NO_NAME = new Set(
  "minh ta toi nay do kia nao co phai lam da se dang duoc chua khong thi la va voi cua ve o tai cho den nam thang ngay muc chi bao may ai gi hoi ket con nha van moi lo giao ni mo ban to dat trung hoan khi neu bi can gom the ra nhu nhung cac moi tung thi vay theo trong ngoai truoc xong dat phan dau cung deu cap dan cong so ke tren duoi".split(
    " ",
  ),
);

/** Of these, the ones that second syllables of place names are. */
const IN_NAMES = new Set("lam trung hoi dat minh dong nam giao hoan dau".split(" "));
/** Directions begin longer names: "Nam Hồng Lĩnh". */
const FIRST_OF_THREE = new Set("nam trung".split(" "));

const LEVELS: Readonly<Record<string, string>> = {
  xa: "xã",
  phuong: "phường",
  tinh: "tỉnh",
  huyen: "huyện",
  "thi tran": "thị trấn",
  "thanh pho": "thành phố",
  quan: "quận",
};

/** Words that go on after the name of a place. */
const AFTER_NAME =
  "la|nam|co|thi|ve|dat|bao|may|den|chi|ty|ti|vay|v|a|khong|ai|thuc|trong|phai|mo|lay|lam|to|can|duoc|do|nhu|ra|sao|giao";

/**
 * A place typed without accents or capitals: "o xa hoa tien", "tinh cao bang thi sao". Two or three words after a word
 * of place, and only where the phrase ends behind them.
 */
function plainPlace(folded: string): { readonly level: string; readonly name: string } | null {
  const level =
    "(xa|phuong|tinh|huyen|thi tran|thanh pho|(?<!co )quan(?! (?:ao|he|trong|tam|diem|ly|su|doi|sat|chung|nhan) ))";
  const pattern = new RegExp(
    `(?:^|(?<= ))${level} ([a-z]+ [a-z]+(?: [a-z]+)??)(?= (?:${AFTER_NAME})\\b|$)`,
    "gu",
  );
  for (const match of folded.matchAll(pattern)) {
    const words = (match[2] ?? "").split(" ");
    const asked = (word: string, i: number) =>
      NO_NAME.has(word) &&
      !(i > 0 && IN_NAMES.has(word)) &&
      !(words.length === 3 && FIRST_OF_THREE.has(word));
    if (words.every(isPlainSyllable) && !words.some(asked)) {
      return { level: LEVELS[match[1] ?? ""] ?? "", name: words.join(" ") };
    }
  }
  return null;
}

/** "mô hình Chợ số": the subject is a name, and must stand whole. `subject` is what is looked for, accents or not. */
export function namesMovement(folded: string, subject: string): boolean {
  const first = plain(subject).split(" ")[0] ?? "";
  const kinds = "mo hinh|phong trao|chien dich|mang luoi|ngay hoi|chuong trinh";
  return first !== "" && new RegExp(`\\b(?:${kinds}) ${literally(first)}\\b`, "u").test(plain(folded));
}
