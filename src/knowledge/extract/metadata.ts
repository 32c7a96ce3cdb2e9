// What is known of a paper as a whole: each value with the words it came from, or null.
import type { DocumentCard, DocumentId, Locality, Sourced } from "../../domain/document.ts";
import { oneLine } from "../../vietnamese/text/normalise.ts";
import type { Overrides } from "../files/metadata-overrides.ts";
import type { Part } from "../outline/document-parts.ts";
import type { Paragraph } from "../outline/paragraphs.ts";
import { kindOf } from "./document-kind.ts";
import { issuerIn } from "./issuer.ts";
import { levelIn, localityOfPaper } from "./metadata-locality.ts";
import { numberIn } from "./paper-number.ts";
import { recipientsIn } from "./recipients.ts";
import { basesIn, replacesIn, sourced } from "./related-documents.ts";
import { titleOf } from "./title.ts";

const text = (paragraph: Paragraph): string => paragraph.words.text;

function dateIn(line: string): Sourced<string> | null {
  const long = /ngày\s*(\d{1,2})?[\s.…]*tháng\s*(\d{1,2})?[\s.…]*năm\s*(20\d{2}|19\d{2})/iu.exec(line);
  if (long !== null) {
    const [, day, written, year] = long;
    // "tháng 54" is no month: what cannot be is left blank.
    const month = Number(written) <= 12 ? written : undefined;
    const parts = [year, month?.padStart(2, "0"), month === undefined ? undefined : day?.padStart(2, "0")];
    return sourced(parts.filter((part) => part !== undefined).join("-"), long[0]);
  }
  const short = /ngày\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/iu.exec(line);
  return short === null
    ? null
    : sourced(`${short[3]}-${short[2]?.padStart(2, "0")}-${short[1]?.padStart(2, "0")}`, short[0]);
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
  const { kindLine, title } = titleOf(head, here === "" ? [] : [here]);
  const number = numberIn(head.map(oneLine));
  const { kind, words: kindWords } = kindOf(kindLine, number?.value ?? null, head);
  const tails = bodies.flatMap((body) => body.tail);
  const issuer = main === undefined ? null : issuerIn(main, here === "" ? undefined : here, tails);
  const signer = bodies.map((body) => signerIn(body.tail)).find((found) => found !== null) ?? null;
  const top = [title, place ?? "", issuer?.value ?? "", ...head];
  const locality = localityOfPaper(id, top, localities);
  const period = /(?:giai đoạn\s+)?(20\d{2}\s*[-–]\s*20\d{2})|năm\s+(20\d{2})/iu.exec(
    // A year inside another paper's date or number, or its quoted name, is not this one's.
    title.replace(
      /[“"][^”"]*[”"]|ngày\s*\d{1,2}\s*(?:tháng\s*\d{1,2}\s*năm\s*|[/.-]\s*\d{1,2}\s*[/.-]\s*)\d{4}|\d+\/\d{4}\/\S+/giu,
      "",
    ),
  );
  const read: DocumentCard = {
    id,
    kind,
    ...(kindWords === "" ? {} : { kindWords: oneLine(kindWords) }),
    title: title || opening(main) || id,
    number,
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
    recipients: bodies.map((body) => recipientsIn(body.tail)).find((lines) => lines.length > 0) ?? [],
  };
  const corrected = { ...read, ...side, id };
  const chosen = localities.find(({ slug }) => slug === side?.locality);
  return { ...corrected, level: side?.level ?? chosen?.level ?? corrected.level };
}
