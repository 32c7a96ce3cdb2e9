// What is known of a paper as a whole: each value with the words it came from, or null.
import type { DocumentCard, DocumentId, DocumentKind, Locality, Sourced } from "../../domain/document.ts";
import { fold, oneLine } from "../../vietnamese/text/normalise.ts";
import type { Overrides } from "../files/metadata-overrides.ts";
import { KIND, type Part } from "../outline/document-parts.ts";
import type { Paragraph } from "../outline/paragraphs.ts";
import { levelIn, localityOfPaper } from "./metadata-locality.ts";
import { basesIn, NUMBER, replacesIn, sourced } from "./related-documents.ts";

const KINDS: readonly (readonly [RegExp, DocumentKind])[] = [
  [/^(?:ke hoach|de an|chuong trinh|phuong an)/u, "plan"],
  [/^(?:phu luc|danh muc)/u, "annex"],
  [/^(?:quyet dinh|nghi quyet|quy che)/u, "decision"],
  [/^(?:chi thi|cong dien)/u, "directive"],
  [/^(?:thong bao|giay moi|giay trieu tap)/u, "notice"],
  [/^huong dan/u, "guidance"],
];

const text = (paragraph: Paragraph): string => paragraph.words.text;

const PROPER = [
  "Việt Nam",
  "Hồ Chí Minh",
  "Chính phủ",
  "Thủ tướng",
  "Quốc hội",
  "Bộ Chính trị",
  "Ban Bí thư",
];

/** "214/NQ-CP", "18-KH/TU", "5G": signs of papers and the like keep their capitals. */
const SIGN = /^(?:\d.*[/-].*\p{Lu}.*|\p{Lu}{2,5}[-/]\p{Lu}.*|\d+G[,;.]?)$/u;

/** Capitals in sentence case; quoted names keep their first letter large, and known names theirs. */
function calm(title: string, names: readonly string[]): string {
  if (/\p{Ll}/u.test(title)) {
    return title;
  }
  const lower = title
    .split(" ")
    .map((word) => (SIGN.test(word) ? word.replace(/TTG/u, "TTg") : word.toLowerCase()))
    .join(" ")
    .replace(/([“"])(\p{Ll})/gu, (_, mark: string, letter: string) => mark + letter.toUpperCase())
    .replace(/(?<!\p{L})(?:ubnd|hđnd|mttq|ai|tw)(?!\p{L})/giu, (word) => word.toUpperCase());
  return [...PROPER, ...names].reduce((kept, name) => named(kept, name), lower);
}

function named(title: string, name: string): string {
  const at = title.toLowerCase().indexOf(name.toLowerCase());
  const behind = title.slice(at + name.length);
  return at < 0 || /^\p{L}/u.test(behind) || /\p{L}$/u.test(title.slice(0, at))
    ? title
    : title.slice(0, at) + name + named(behind, name);
}

function titleOf(
  head: readonly Paragraph[],
  names: readonly string[] = [],
): { kind: DocumentKind; title: string } {
  const at = head.findIndex((p) => KIND.test(text(p)));
  if (at < 0) {
    const about = head
      .map((p) => /V\/v[:\s]\s*(.+)$/iu.exec(oneLine(text(p)))?.[1])
      .find((words) => words !== undefined);
    return { kind: "other", title: about === undefined ? "" : `V/v ${about}` };
  }
  const lines = head
    .slice(at)
    .map(text)
    .filter(
      (line) =>
        /\p{L}/u.test(line) &&
        !/^\(.*\)$|^(?:CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG|GIÁM ĐỐC|BAN THƯỜNG VỤ|THỦ TƯỚNG|BỘ TRƯỞNG)\s/u.test(
          line,
        ),
    );
  const kind = KINDS.find(([pattern]) => pattern.test(fold(lines[0] ?? "")))?.[1] ?? "other";
  const [first = "", ...rest] = lines.map((line) => calm(line, names)).map((line) => oneLine(line));
  // An annex repeated at the top of its pages says its title twice.
  const subject = rest.filter((line, i) => rest.indexOf(line) === i && !KIND.test(line)).join(" ");
  const name = first.slice(0, 1).toUpperCase() + first.slice(1);
  const begins =
    /^(?:UBND|HĐND)/u.test(subject) || kind === "annex"
      ? subject
      : subject.slice(0, 1).toLowerCase() + subject.slice(1);
  return {
    kind,
    title: oneLine(
      `${name} ${kind === "annex" ? begins.slice(0, 1).toUpperCase() + begins.slice(1) : begins}`,
    ),
  };
}

function dateIn(line: string): Sourced<string> | null {
  const long = /ngày\s*(\d{1,2})?[\s.…]*tháng\s*(\d{1,2})?[\s.…]*năm\s*(20\d{2}|19\d{2})/iu.exec(line);
  if (long !== null) {
    const [, day, month, year] = long;
    const parts = [year, month?.padStart(2, "0"), month === undefined ? undefined : day?.padStart(2, "0")];
    return sourced(parts.filter((part) => part !== undefined).join("-"), long[0]);
  }
  const short = /ngày\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/iu.exec(line);
  return short === null
    ? null
    : sourced(`${short[3]}-${short[2]?.padStart(2, "0")}-${short[1]?.padStart(2, "0")}`, short[0]);
}

function numberIn(lines: readonly string[]): Sourced<string> | null {
  const line = lines.find((one) => /Số\s*:|^Số\s+\d|\(?Kèm theo|Ban hành kèm theo/iu.test(one));
  const number = line === undefined ? null : NUMBER.exec(line.replace(/Số\s*:?\s*/iu, ""));
  return line === undefined || number === null
    ? null
    : sourced((number[1] ?? "").replace(/\s+/gu, ""), number[0]);
}

const ENACTS =
  /(?:^|[.;]\s+|,\s+)((?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Ban Thường vụ|Ban Chấp hành|Đảng ủy|Đảng uỷ|Ban Chỉ đạo|Phòng|Sở|Hội đồng nhân dân|HĐND|Thường trực|Tỉnh ủy|Văn phòng|Ủy ban Mặt trận|Ban)[^,.;:]{2,90}?)\s+(?:xây dựng|ban hành)\s+(?:Kế hoạch|kế hoạch|Hướng dẫn|hướng dẫn|Chương trình|chương trình|Chỉ thị|Thông báo|Đề án)/u;

function issuerIn(body: Part): Sourced<string> | null {
  for (const paragraph of [...body.front, ...body.main.slice(0, 2)]) {
    const match = ENACTS.exec(text(paragraph));
    if (match?.[1] !== undefined) {
      return sourced(match[1].replace(/^.*?,\s+(?=UBND|Ủy ban)/u, ""), match[1]);
    }
  }
  const annexed = body.head.map(text).find((line) => /^\(?(?:Ban hành )?kèm theo/iu.test(line));
  const owner = annexed === undefined ? null : /\bcủa\s+(.+?)\)?$/u.exec(oneLine(annexed));
  if (owner?.[1] !== undefined) {
    return sourced(owner[1], owner[1]);
  }
  const head = body.head.map(text).map(oneLine);
  const kindAt = head.findIndex((line) => KIND.test(line));
  const lines = kindAt < 0 ? head : head.slice(0, kindAt);
  const letterhead = lines.map((line) =>
    line.replace(/\s*(?:CỘNG H(?:ÒA|OÀ).*|ĐẢNG CỘNG SẢN.*|Độc lập\s*-.*)$/u, "").trim(),
  );
  const named = letterhead
    .filter((line) => /\p{L}/u.test(line) && line === line.toUpperCase() && !/^SỐ\b/u.test(line))
    .join(" ");
  return named === "" ? null : sourced(named, named);
}

const NAME = /^(?:\p{Lu}\p{Ll}*\s){1,4}\p{Lu}\p{Ll}*$/u;
const OFFICE = /^(?:Ban|Phòng|Ủy|Uỷ|Hội|Sở|Công|Văn Phòng|Nơi|Như|Lưu)\s/u;

const SIGNING =
  /^(?:T\s*[./]?\s*M|TM|KT|TL|TUQ|Q)\b[./]?|(?:^|\s{3})(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG|CHÁNH|HIỆU TRƯỞNG)/u;

/** The first name behind the signer's office. Two columns on one line are read apart. */
function signerIn(tail: readonly Paragraph[]): Sourced<string> | null {
  const signed = tail.findIndex((p) => SIGNING.test(text(p)));
  const pieces = tail.slice(Math.max(0, signed)).flatMap((p) =>
    text(p)
      .split(/\s{3,}/u)
      .map(oneLine),
  );
  const name = signed < 0 ? undefined : pieces.find((piece) => NAME.test(piece) && !OFFICE.test(piece));
  return name === undefined ? null : sourced(name, name);
}

/** A paper that does not say what kind it is goes by its first line, when that is short enough for a title. */
function opening(body: Part | undefined): string {
  const first = oneLine([...(body?.front ?? []), ...(body?.main ?? [])].map(text)[0] ?? "");
  return first.length <= 120 ? first.replace(/[.:;]$/u, "") : "";
}

export function cardOf(
  id: DocumentId,
  bodies: readonly Part[],
  localities: readonly Locality[],
  side: Overrides | undefined,
): DocumentCard {
  const main = bodies[0];
  const head = (main?.head ?? []).map(text);
  const placed = head
    .map((line) => /(?:^|\s)(\p{Lu}[\p{L} ]{1,40}),\s*ngày/u.exec(oneLine(line))?.[1])
    .find((place) => place !== undefined);
  const place = placed?.replace(/^.*(?:KH-?\s?UBND|\/[A-ZĐ&-]+)\s+/u, "");
  const here = (place ?? "").replace(/^(?:Thành phố|Tỉnh|Xã|Phường|Huyện|Đặc khu)\s+/u, "");
  const { kind, title } = titleOf(main?.head ?? [], here === "" ? [] : [here]);
  const issuer = main === undefined ? null : issuerIn(main);
  const signer = bodies.map((body) => signerIn(body.tail)).find((found) => found !== null) ?? null;
  const top = [title, place ?? "", issuer?.value ?? "", ...head];
  const locality = localityOfPaper(id, top, localities);
  const period = /(?:giai đoạn\s+)?(20\d{2}\s*[-–]\s*20\d{2})|năm\s+(20\d{2})/iu.exec(
    title.replace(/[“"][^”"]*[”"]/gu, ""),
  );
  const read: DocumentCard = {
    id,
    kind: kind === "other" && /V\/v/iu.test(head.join(" ")) ? "other" : kind,
    title: title || opening(main) || id,
    number: numberIn(head.map(oneLine)),
    date: head.map((line) => dateIn(oneLine(line))).find((date) => date !== null) ?? null,
    place: place === undefined ? null : sourced(place, place),
    issuer,
    signer,
    locality: locality?.slug ?? null,
    level: locality?.level ?? levelIn(top),
    period:
      period === null ? null : sourced((period[1] ?? period[2] ?? "").replace(/\s*[-–]\s*/u, "-"), period[0]),
    legalBases: basesIn(main?.front ?? []),
    replaces: replacesIn(bodies.flatMap((body) => [...body.main, ...body.closing])),
  };
  const corrected = { ...read, ...side, id };
  const chosen = localities.find(({ slug }) => slug === side?.locality);
  return { ...corrected, level: side?.level ?? chosen?.level ?? corrected.level };
}
