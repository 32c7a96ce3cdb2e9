import { createHash } from "node:crypto";
import type { ChannelName } from "../domain/conversation.ts";
import type { Channel } from "../ports/channels.ts";
import type { Evidence } from "../ports/officer.ts";
import { EVIDENCE } from "../vietnamese/wording/officers/officers.ts";

/** Bytes of one photo. */
const MAX_BYTES = 10_000_000;

const KINDS: readonly (readonly [string, string, string])[] = [
  ["ffd8ff", "image/jpeg", "jpg"],
  ["89504e47", "image/png", "png"],
  ["52494646", "image/webp", "webp"],
];

/** What names a photo in an address: its place itself may hold the key to it. */
export const photoKey = (place: string) => createHash("sha256").update(place).digest("hex").slice(0, 16);

/** A photo stays in its channel and is taken from there when somebody wants to see it; null when it is gone. */
export async function photoAt(
  place: string,
  number: number,
  channels: ReadonlyMap<ChannelName, Channel>,
): Promise<Evidence | null> {
  const at = place.indexOf(":");
  const channel = [...channels.values()].find(({ name }) => name === place.slice(0, at));
  const bytes = await channel?.fetch?.(place.slice(at + 1), MAX_BYTES).catch(() => null);
  if (bytes == null) {
    return null;
  }
  const head = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  const [, mediaType, ending] = KINDS.find(([start]) => head.startsWith(start)) ?? [
    "",
    "application/octet-stream",
    "bin",
  ];
  return { name: EVIDENCE.file(number, ending), mediaType, bytes };
}
