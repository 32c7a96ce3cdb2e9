// What kind of paper it is, decided before anything else is read out of it, and by what sign.
import type { DocumentKind } from "../../domain/document.ts";
import { fold } from "../../vietnamese/text/normalise.ts";

/** By the words of the title line, folded. Nghị định 30/2020, phụ lục III; Party papers by Hướng dẫn 36-HD/VPTW. */
const BY_TITLE: readonly (readonly [RegExp, DocumentKind])[] = [
  [/^(?:ke hoach|phuong an|lich cong tac)/u, "plan"],
  [/^(?:chuong trinh|de an|chien luoc|du an)/u, "program"],
  [/^phu luc|^phu bieu|^bieu mau/u, "annex"],
  [/^danh (?:muc|sach)/u, "list"],
  [/^(?:quyet dinh|quy che|quy dinh|quy trinh|noi quy|dieu le|giay uy quyen)/u, "decision"],
  [/^(?:nghi quyet|ket luan|nghi dinh|thong tu|luat)/u, "resolution"],
  [/^(?:chi thi|thong tri)/u, "directive"],
  [/^cong dien/u, "telegram"],
  [/^(?:thong bao|thong cao)/u, "notice"],
  [/^(?:giay moi|giay trieu tap)/u, "invitation"],
  [/^(?:bao cao|bien ban|ban tong hop)/u, "report"],
  [/^(?:to trinh|phieu trinh)/u, "proposal"],
  [/^huong dan/u, "guidance"],
  [/^(?:cong van|phieu chuyen|phieu gui)/u, "letter"],
];

/** By the code of the type in a paper's number: "30/KH-UBND", "18-KH/TU". */
const BY_CODE: Readonly<Record<string, DocumentKind>> = {
  KH: "plan",
  PA: "plan",
  CTR: "program",
  ĐA: "program",
  QĐ: "decision",
  NQ: "resolution",
  KL: "resolution",
  CT: "directive",
  CĐ: "telegram",
  TB: "notice",
  GM: "invitation",
  BC: "report",
  BB: "report",
  TTR: "proposal",
  TR: "proposal",
  PT: "proposal",
  HD: "guidance",
  CV: "letter",
};

export interface KindSign {
  readonly kind: DocumentKind;
  /** The words it was told by; "" when nothing says it. */
  readonly words: string;
}

/** `title` is the line that names the kind, when there is one; `number` the paper's number; `head` its letterhead. */
export function kindOf(title: string | undefined, number: string | null, head: readonly string[]): KindSign {
  const named = title === undefined ? "" : fold(title);
  const byTitle = BY_TITLE.find(([pattern]) => pattern.test(named))?.[1];
  if (title !== undefined && byTitle !== undefined) {
    return { kind: byTitle, words: title };
  }
  const code = /^[\d\s/-]*?(?:\d{4}\/)?[-/]?(\p{Lu}[\p{L}]*)[-/]/u.exec(number ?? "")?.[1];
  const byCode = code === undefined ? undefined : BY_CODE[code.toUpperCase()];
  if (number !== null && byCode !== undefined) {
    return { kind: byCode, words: number };
  }
  // An official letter has no title of its own: what it is about stands under its number, whom it is to above its text.
  const about = head.find((line) => /^\s*V\/v[:\s]|(?:^|\s)V\/v\s/iu.test(line));
  const to = head.find((line) => /Kính gửi\s*:?/u.test(line));
  const sign = about ?? to;
  return sign === undefined ? { kind: "other", words: title ?? "" } : { kind: "letter", words: sign };
}
