/** Hosts of the links in a text, and of the website of who says it; each once, without `www`. */
export function hostsOf(text: string, url: string | null = null): string[] {
  const hosts = [...(url ? [url] : []), ...findLinks(text)].flatMap(address => hostOf(address) ?? [])
  return [...new Set(hosts)]
}

/** The host of an address as people write it, without `www`; null where it has none that can be anywhere. */
export function hostOf(address: string): string | null {
  const host = URL.parse(/^www\./i.test(address) ? `http://${address}` : address)?.hostname
  return host && host.length <= longestHost ? host.replace(/^www\./, '').replace(/\.$/, '') : null
}

/** RFC 1035, 2.3.4. A text of nothing but `www.www.` would be one host of thousands of parts, each of which is looked at. */
const longestHost = 253

export function findLinks(text: string): string[] {
  return [...text.matchAll(link)].map(([address]) => address)
}

/** How many links a text has. */
export function countLinks(text: string): number {
  return findLinks(text).length
}

/** An address as people write it. */
export const link = /\b(?:https?:\/\/|www\.)[^\s<>"')\]]+/gi
