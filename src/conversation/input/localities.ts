import type { Button } from "../../domain/conversation.ts";
import type { Locality } from "../../domain/document.ts";
import type { Edition } from "../../domain/knowledge.ts";
import { fold, nfc } from "../../vietnamese/text/normalise.ts";

const plain = (text: string) =>
  fold(nfc(text))
    .replace(/[^a-z0-9]+/gu, " ")
    .trim();

function namesOf(locality: Locality): readonly string[] {
  return [locality.slug, locality.name, locality.shortName, ...locality.otherNames].map(plain);
}

/** The locality whose name these words are, with or without "xã", "phường", "tỉnh". */
export function localityNamed(words: string, edition: Edition): Locality | null {
  const wanted = plain(words);
  const bare = wanted.replace(/^(?:xa|phuong|tinh|thanh pho|thi tran|dac khu) /u, "");
  const found = edition.localities.filter((one) =>
    namesOf(one).some((name) => name === wanted || name === bare),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

const LIVING =
  /^(?:(?:da|vang|chao) )*(?:(?:toi|tui|em|minh|con|chau|bac|ba|ong|co|chu|anh|chi|nha|gia dinh) )+(?:(?:dang|hien|la|song|dan|nguoi|que|thuoc|cung) )*(?:o|tai|nguoi|dan|que|thuoc) (.+?)(?: (?:a|nhe|nha|do|day|ma))*$/u;

/**
 * "tôi ở Thanh Thủy", "em người xã Ninh Giang": where the asker lives, when that is all that is said. A bare name says so
 * only when nothing is being talked about; else it may be a follow-up.
 */
export function localityTold(text: string, talking: boolean, edition: Edition): Locality | null {
  const place = LIVING.exec(plain(text))?.[1];
  const told = place === undefined ? null : localityNamed(place, edition);
  return told ?? (talking ? null : localityNamed(text, edition));
}

export function localityButtons(edition: Edition): readonly Button[] {
  return edition.localities.map((one) => ({ label: one.name, value: `/xa ${one.slug}` }));
}

export function localityOfSlug(slug: string | null, edition: Edition | null): Locality | null {
  return edition?.localities.find((one) => one.slug === slug) ?? null;
}
