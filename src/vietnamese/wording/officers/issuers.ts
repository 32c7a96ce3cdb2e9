// How a report is headed and signed: a people's committee's after Nghị định 30/2020/NĐ-CP, a Party committee's after
// Hướng dẫn 36-HD/VPTW of 03/4/2018 (thể thức và kỹ thuật trình bày văn bản của Đảng).
import type { Locality } from "../../../domain/document.ts";
import type { Reporter } from "../../../domain/reporting.ts";
import { UNKNOWN } from "./report.ts";

export const NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const MOTTO = "Độc lập - Tự do - Hạnh phúc";
export const PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM";

export interface Issuer {
  readonly by: Reporter;
  /** The body above on the letterhead; null when it has none. */
  readonly parent: string | null;
  /** As the letterhead says it, in small letters: "Ủy ban nhân dân xã Thanh Thủy", "Đảng ủy xã Thanh Thủy". */
  readonly issuer: string;
  /** Who reports, in the text: a Party report is its standing committee's. */
  readonly speaker: string;
  /** Short sign in document numbers: "UBND", "ĐU", "TU". */
  readonly sign: string;
  /** Place name of the date line: "Thanh Thủy". */
  readonly place: string;
}

/** Run by the centre; there the Party committee is a "Thành ủy". */
const CITIES: readonly string[] = ["Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"];

function partyParent(province: string | null): string {
  if (province === null) {
    return `Đảng bộ ${UNKNOWN}`;
  }
  const name = province.replace(/^(?:tỉnh|thành phố)\s+/iu, "");
  return `Đảng bộ ${CITIES.includes(name) ? "thành phố" : "tỉnh"} ${name}`;
}

/** Letterhead of a place; where the papers do not name the place, it is left to be filled in. */
export function issuerWords(place: Locality | null, by: Reporter): Issuer {
  const [level = "", ...rest] = (place?.name ?? UNKNOWN).split(" ");
  const nameless = place === null || /[()/]/u.test(rest.join(" "));
  const name = nameless ? `${level} ${UNKNOWN}` : place.name;
  const at = nameless ? UNKNOWN : place.shortName;
  if (by === "committee") {
    const issuer = `Ủy ban nhân dân ${name}`;
    return { by, parent: null, issuer, speaker: issuer, sign: "UBND", place: at };
  }
  if (place?.level === "province") {
    const issuer = `${name.startsWith("thành phố") ? "Thành ủy" : "Tỉnh ủy"} ${at}`;
    return { by, parent: null, issuer, speaker: `Ban Thường vụ ${issuer}`, sign: "TU", place: at };
  }
  const issuer = `Đảng ủy ${name}`;
  const parent = partyParent(place?.province ?? null);
  return { by, parent, issuer, speaker: `Ban Thường vụ ${issuer}`, sign: "ĐU", place: at };
}

interface FormWords {
  readonly number: (sign: string) => string;
  readonly signFor: string;
  readonly signer: string;
  readonly recipientLines: (sign: string) => readonly string[];
  /** "I. KẾT QUẢ" as this form numbers it. */
  readonly heading: (text: string) => string;
  readonly subject: (text: string) => string;
  /** What ends the last sentence. */
  readonly end: string;
}

export const FORMS: Readonly<Record<Reporter, FormWords>> = {
  committee: {
    number: (sign) => `Số:        /BC-${sign}`,
    signFor: "TM. ỦY BAN NHÂN DÂN",
    signer: "CHỦ TỊCH",
    recipientLines: () => [`- ${UNKNOWN};`, "- Lưu: VT."],
    heading: (text) => text,
    subject: (text) => text,
    end: "./.",
  },
  party: {
    number: (sign) => `Số        -BC/${sign}`,
    signFor: "T/M BAN THƯỜNG VỤ",
    signer: "BÍ THƯ",
    recipientLines: (sign) => [`- ${UNKNOWN},`, `- Lưu Văn phòng ${sign === "TU" ? "Tỉnh ủy" : "Đảng ủy"}.`],
    heading: (text) => text.replace(/^([IVX]+)\. /u, "$1- "),
    subject: (text) => text.charAt(0).toLowerCase() + text.slice(1),
    end: ".",
  },
};
