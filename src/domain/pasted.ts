import { addressMeant } from './address-meant.ts'

/** One thing to be read, as it was given. */
export type ToRead = { form: 'address' | 'text'; input: string }

/**
 * What was pasted, taken apart: an address, several of them – one a line, or in a text that is nothing but addresses –
 * or else one text. `[]` where nothing was pasted.
 *
 * @param html the same as the clipboard has it, with the addresses behind its words
 */
export function splitPasted(text: string, html = ''): ToRead[] {
  const addresses = addressesIn(text)
  if (addresses) return addresses.map(input => ({ form: 'address', input }))
  const behind = soleLink(text, html)
  if (behind) return [{ form: 'address', input: behind }]
  if (text.trim() === '' && !telling.test(html)) return []
  return [{ form: 'text', input: telling.test(html) ? html : text.trim() }]
}

/** An address that can be asked for, as it was meant: `www.un.org` is one too. Null for what is none. */
export function addressOfWord(word: string): string | null {
  if (word.length > longest) return null
  const inner = word.replace(/[,;]+$/, '')
  const bare = /^\(.*\)$/.test(inner) ? inner.slice(1, -1) : inner.replace(/^[<"'[]+|[>"'\]]+\.?$/g, '')
  const meant = addressMeant(bare)
  if (/^https?:\/\//i.test(meant)) return whole(meant)
  return hostWithPath.test(bare) ? whole(`https://${bare}`) : null
}

/** Words that stand between addresses in a list of them. */
const listMark = /^(?:[-*•–—·>+,;]|\d{1,4}[.)]|\(\d{1,4}\))$/
const hostWithPath = /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}(?::\d{1,5})?(?:[/?#]\S*)?$/u
/** A table or a link, which plain text would lose. */
const telling = /<(?:a\s[^<>]*href|table)\b/i

function addressesIn(text: string): string[] | null {
  const found = new Set<string>()
  for (const [word] of text.matchAll(/\S+/g)) {
    if (listMark.test(word)) continue
    const address = addressOfWord(word)
    if (!address) return null
    found.add(address)
  }
  return found.size > 0 ? [...found] : null
}

/** A link that was copied as its words: the address behind them is what was meant. */
function soleLink(text: string, html: string): string | null {
  if (html.length > 20_000 || text.length > 300 || text.trim().includes('\n')) return null
  const links = [...html.matchAll(/<a\s[^>]*href\s*=\s*["']?([^"'\s>]+)[^>]*>([\s\S]*?)<\/a/gi)]
  if (links.length !== 1) return null
  const words = links[0]![2]!
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const isAll = text.replace(/\s+/g, ' ').trim() === words
  return isAll ? addressOfWord(links[0]![1]!.replaceAll('&amp;', '&')) : null
}

function whole(address: string): string | null {
  return address.length <= longest && URL.canParse(address) ? address : null
}

const longest = 4000
