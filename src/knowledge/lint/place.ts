// Whether the office serves the place a paper is from: the paper says it, localities.yaml has it or not.
import type { DocumentCard } from "../../domain/document.ts";
import { oneLine } from "../../vietnamese/text/normalise.ts";
import { findingMessage } from "../../vietnamese/wording/knowledge/findings.ts";
import type { FindingDraft } from "./words.ts";

const PLACE =
  /(?:^|\s)(xã|phường|thị trấn|đặc khu|tỉnh|thành phố)\s+((?:\p{Lu}[\p{L}’'-]*)(?:\s(?:\p{Lu}[\p{L}’'-]*|-))*(?:\s\d{1,2})?)$/iu;

/** "xã Bình Minh": the place a paper's issuer, or its title, says it is from. */
export function placeSaid(card: DocumentCard): string | null {
  const issuer = oneLine(card.issuer?.value ?? "");
  const named = PLACE.exec(issuer) ?? PLACE.exec(card.title.replace(/\s+(?:năm|giai đoạn|đến)\s.*$/u, ""));
  const [, level, name] = named ?? [];
  if (level !== undefined && name !== undefined && /^\p{Lu}/u.test(name)) {
    const calm = name === name.toUpperCase() && card.place !== null ? card.place.value : name;
    return `${level.toLowerCase()} ${calm}`;
  }
  // "UBND xã" under "Bình Minh, ngày …".
  const bare = /(?:^|\s)(xã|phường|thị trấn|đặc khu)$/iu.exec(issuer)?.[1];
  return bare === undefined || card.place === null
    ? null
    : `${bare.toLowerCase()} ${card.place.value.replace(/^(?:Xã|Phường|Thị trấn|Đặc khu)\s+/u, "")}`;
}

export function placeDoubts(card: DocumentCard): readonly FindingDraft[] {
  const place = card.locality === null ? placeSaid(card) : null;
  return place === null
    ? []
    : [
        {
          kind: "unknown_locality",
          section: null,
          message: findingMessage.unknownLocality(place),
          words: card.issuer?.words ?? card.title,
        },
      ];
}
