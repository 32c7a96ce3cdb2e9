import { BlockList, isIP } from "node:net";

/** What a model's server address may be, and why not: words for the operator, without the address itself. */
export type EndpointProblem =
  | "is no http or https address"
  | "must not hold a name or password"
  | "must be https, unless the server stands on this computer or is listed in MODEL_PRIVATE_HOSTS"
  | "points into a private network: list its host in MODEL_PRIVATE_HOSTS if that is meant"
  | "points to a link-local or reserved address";

type Range = readonly [net: string, prefix: number, family?: "ipv6"];

function blockList(ranges: readonly Range[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix, family] of ranges) {
    list.addSubnet(net, prefix, family ?? "ipv4");
  }
  return list;
}

const LOOPBACK = blockList([
  ["127.0.0.0", 8],
  ["::1", 128, "ipv6"],
]);
const PRIVATE = blockList([
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["fc00::", 7, "ipv6"],
]);
/** Nobody's model stands there: link-local (cloud metadata), unspecified, documentation, translation, multicast. */
const NEVER = blockList([
  ["0.0.0.0", 8],
  ["169.254.0.0", 16],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
  // Where two cloud providers keep their metadata inside ranges that are private.
  ["100.100.100.200", 32],
  ["fd00:ec2::", 32, "ipv6"],
  ["::", 128, "ipv6"],
  ["64:ff9b::", 96, "ipv6"],
  ["2002::", 16, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"],
]);

type Reach = "loopback" | "private" | "public" | "never";

function reachOf(address: string): Reach {
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  // BlockList reads "::ffff:10.0.0.1" as the IPv4 address it stands for.
  const within = (list: BlockList) => list.check(address, family);
  if (within(NEVER)) {
    return "never";
  }
  if (within(LOOPBACK)) {
    return "loopback";
  }
  return within(PRIVATE) ? "private" : "public";
}

const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/gu, "").toLowerCase();

const isLoopbackName = (host: string): boolean =>
  host === "localhost" || (isIP(host) !== 0 && reachOf(host) === "loopback");

/** May a server called `host` be reached at this address? Asked of every address at every connection. */
export function addressProblem(
  host: string,
  address: string,
  privateHosts: readonly string[],
): EndpointProblem | null {
  const reach = reachOf(address);
  if (reach === "never") {
    return "points to a link-local or reserved address";
  }
  // A name of the outside that suddenly means this computer is not the server that was set up.
  const own = reach === "loopback" && isLoopbackName(host);
  return reach === "public" || own || privateHosts.includes(host)
    ? null
    : "points into a private network: list its host in MODEL_PRIVATE_HOSTS if that is meant";
}

/** What can be said of a base URL before any name is looked up; null when it may be used. */
export function endpointProblem(address: string, privateHosts: readonly string[]): EndpointProblem | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    return "is no http or https address";
  }
  if (url.username !== "" || url.password !== "") {
    return "must not hold a name or password";
  }
  const host = bareHost(url);
  const near = isLoopbackName(host) || privateHosts.includes(host);
  const problem = isIP(host) === 0 ? null : addressProblem(host, host, privateHosts);
  if (problem !== null) {
    return problem;
  }
  return url.protocol === "https:" || near
    ? null
    : "must be https, unless the server stands on this computer or is listed in MODEL_PRIVATE_HOSTS";
}
