/** The addresses and numbers that the office vouches for. */
export interface Register {
  readonly hosts: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, string>;
}

const bareHost = (url: string) =>
  url
    .toLowerCase()
    .replace(/^[a-z]+:\/\//u, "")
    .replace(/^www\./u, "")
    .replace(/[/?#:].*$/su, "");

export const digitsOf = (text: string): string => text.replace(/\D/gu, "");

export function registerOf(
  links: readonly { readonly url: string; readonly name: string }[],
  hotlines: readonly { readonly number: string; readonly name: string }[],
): Register {
  return {
    hosts: new Map(links.map(({ url, name }) => [bareHost(url), name])),
    numbers: new Map(hotlines.map(({ number, name }) => [digitsOf(number), name])),
  };
}

export const EMPTY_REGISTER: Register = { hosts: new Map(), numbers: new Map() };
