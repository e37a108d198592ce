/**
 * The address of a source as everybody may see it: without a name and password, and without its query where something in
 * it looks like a key that somebody was given.
 */
export function shownAddress(address: string): string {
  const url = URL.parse(address)
  if (!url) return address
  const isKeyed = [...url.searchParams.keys()].some(name => keys.test(name))
  if (!isKeyed && !url.username && !url.password) return address
  url.username = ''
  url.password = ''
  if (isKeyed) url.search = ''
  return url.href
}

const keys = /key|token|secret|auth|pass|sig|jwt|appid|client_?id/i
