// Which of the served localities a paper is from.
import type { DocumentId, Level, Locality } from "../../domain/document.ts";
import { fold } from "../../vietnamese/text/normalise.ts";

export function localityOfPaper(
  id: DocumentId,
  lines: readonly string[],
  localities: readonly Locality[],
): Locality | null {
  const words = lines.map((line) => ` ${fold(line).replace(/[^a-z0-9]+/gu, " ")} `);
  const key = (name: string) => ` ${fold(name).replace(/[^a-z0-9]+/gu, " ")} `;
  const score = (locality: Locality) => {
    const full = words.filter((line) => line.includes(key(locality.name))).length;
    const short = words.filter((line) =>
      [locality.shortName, ...locality.otherNames].some((name) => line.includes(key(name))),
    ).length;
    return full * 3 + short;
  };
  const ranked = localities
    .map((locality) => ({ locality, score: score(locality) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (best !== undefined && best.score > 0 && best.score > (second?.score ?? 0)) {
    return best.locality;
  }
  // The office named the file after the locality.
  return localities.find(({ slug }) => id === slug || id.startsWith(`${slug}-`)) ?? null;
}

export function levelIn(lines: readonly string[]): Level | null {
  const words = lines.join(" ");
  if (
    /(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|địa bàn|Đảng ủy)\s+(?:xã|thị trấn)(?!\p{L})|^XÃ\s/imu.test(words)
  ) {
    return "commune";
  }
  if (/(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|địa bàn|Đảng ủy)\s+phường/iu.test(words)) {
    return "ward";
  }
  return /(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|địa bàn)\s+(?:tỉnh|thành phố)|Tỉnh ủy|Thành ủy/iu.test(
    words,
  )
    ? "province"
    : null;
}
