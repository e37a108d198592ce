import { addressKey } from '../address-key.ts'
import { addressesIn } from '../links/addresses-in.ts'
import { type LookedLink, mayLook } from '../links/may-look.ts'

/** No text tells more sites than this that it links to them. */
const mostTold = 100

/**
 * The addresses in a text whose sites may be told of it: pages of others, no doors of meetings, nothing secret.
 *
 * @param own address of this site
 * @param links known ones of the same thing, by which it is known what an address is for
 */
export function toldLinks(text: string, { own, links }: { own: string; links: LookedLink[] }): string[] {
  const here = URL.parse(own)?.host
  const known = new Map(links.map(link => [addressKey(link.url), link]))
  const told = new Set<string>()
  for (const url of addressesIn(text)) {
    const address = URL.parse(url)
    if (!address || address.host === here || !mayLook({ ...known.get(addressKey(url)), url })) continue
    address.hash = ''
    told.add(address.href)
    if (told.size === mostTold) break
  }
  return [...told]
}
