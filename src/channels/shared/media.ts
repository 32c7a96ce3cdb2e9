import { ChannelError } from "../../ports/channels.ts";
import { exchange } from "./http.ts";

// Hosts seen in Zalo's own media links; anything else in a webhook body is not ours to fetch.
const ZALO_HOSTS = [
  ".zdn.vn",
  ".zadn.vn",
  ".zalo.me",
  ".zaloapp.com",
  ".zaloplatforms.com",
  ".zapps.me",
  ".dlfl.vn",
];

/** Fetches a picture or voice that Zalo keeps under a public link. `home` is the origin of the API itself. */
export async function fetchMedia(
  link: string,
  maxBytes: number,
  home: string,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const url = URL.canParse(link) ? new URL(link) : null;
  const known =
    url !== null &&
    (url.origin === home ||
      (url.protocol === "https:" && ZALO_HOSTS.some((host) => url.hostname.endsWith(host))));
  if (!known) {
    throw new ChannelError(
      "The attachment lies outside Zalo and was not fetched. Ask the person to send it again.",
    );
  }
  const answer = await exchange({ url: link, method: "GET", timeoutMs: 60_000, maxBytes, signal });
  if (answer.status !== 200) {
    throw new ChannelError(
      `Zalo did not give the attachment (${answer.status}). Ask the person to send it again.`,
    );
  }
  return answer.bytes;
}
