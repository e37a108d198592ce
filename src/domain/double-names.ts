import { foldName } from './fold-name.ts'

export type Named = { id: string; name: string; url: string | null }

/** Why two may be one: words that say nothing apart, a letter, the first letters for the whole, the same site. */
export type DoubleReason = 'words' | 'spelling' | 'initials' | 'site'

export type Double = { one: string; other: string; reason: DoubleReason }

/**
 * Pairs that may be one organisation, each pair once, by the surest reason. Nothing is merged by it: a person looks.
 * O(n × length of a name).
 */
export function doublesAmong(all: readonly Named[]): Double[] {
  const found = new Map<string, Double>()
  const keys: [DoubleReason, (each: Named) => string[]][] = [
    ['words', each => [wordsKey(each.name)]],
    ['spelling', each => spellingKeys(each.name)],
    ['initials', each => initialsKeys(each.name)],
    ['site', each => [siteKey(each.url)]],
  ]
  for (const [reason, keysOf] of keys) {
    const groups = new Map<string, Named[]>()
    for (const each of all)
      for (const key of new Set(keysOf(each))) {
        if (key === '') continue
        const group = groups.get(key)
        if (group) group.push(each)
        else groups.set(key, [each])
      }
    for (const group of groups.values()) {
      // What many have in common tells nothing: a host of many sites, a name like “Ministry”.
      if (group.length < 2 || group.length > mostAlike) continue
      for (const [at, one] of group.entries())
        for (const other of group.slice(at + 1)) {
          if (reason === 'spelling' && !isSpeltAlike(one.name, other.name)) continue
          if (reason === 'initials' && isShort(one.name) === isShort(other.name)) continue
          const [first, second] = [one.id, other.id].sort() as [string, string]
          const pair = `${first} ${second}`
          if (!found.has(pair)) found.set(pair, { one: first, other: second, reason })
        }
    }
  }
  return [...found.values()]
}

const mostAlike = 6

/** Words that tell no organisation from another. */
const idle = new Set(
  'the of for and on in to at de la le les des du et der die das und für fur el los las y a an e v ev inc ltd gmbh org www'.split(
    ' ',
  ),
)

/** The words that matter, whatever their order; what stands in brackets is another name. */
function wordsKey(name: string): string {
  const words = foldName(name.replace(/\([^)]*\)/g, ' '))
    .split(' ')
    .filter(word => !idle.has(word))
  return words.join('').length < 4 ? '' : words.sort().join(' ')
}

/** A name and all that are left of it without one letter: two that differ by a letter share one of these. */
function spellingKeys(name: string): string[] {
  const letters = Array.from(foldName(name).replaceAll(' ', ''))
  if (letters.length < 8 || letters.length > 80) return letters.length < 4 ? [] : [letters.join('')]
  return [letters.join(''), ...letters.map((_, at) => letters.toSpliced(at, 1).join(''))]
}

/** At most one letter is another, and it is no digit: “Group 1” and “Group 2” are two. */
function isSpeltAlike(one: string, other: string): boolean {
  const digits = (name: string) => name.replace(/\P{N}/gu, '')
  return digits(one) === digits(other)
}

/** `iom` for “IOM”, for “International Organization for Migration” and for what has “(IOM)” behind it. */
function initialsKeys(name: string): string[] {
  const inBrackets = [...name.matchAll(/\((\p{Lu}{2,8})\)/gu)].map(match => match[1]!.toLowerCase())
  if (isShort(name)) return [foldName(name).replaceAll(' ', '')]
  const words = foldName(name.replace(/\([^)]*\)/g, ' ')).split(' ')
  const initials = words.filter(word => !idle.has(word)).map(word => Array.from(word)[0] ?? '')
  return [...inBrackets, ...(initials.length >= 3 ? [initials.join('')] : [])]
}

/** Initials, written as such. */
function isShort(name: string): boolean {
  return /^(?:\p{Lu}[.\s-]?){2,8}$/u.test(name.trim())
}

/** Sites on which everybody has a page. */
const everybodys =
  /(?:^|\.)(?:facebook|fb|youtube|youtu|twitter|x|linkedin|instagram|tiktok|eventbrite|meetup|google|zoom|linktr|bit|medium|wordpress|blogspot|github|gitlab|wikipedia|vimeo|telegram|t|mastodon)\.[a-z.]+$/

function siteKey(url: string | null): string {
  const host = url === null ? '' : (URL.parse(url)?.hostname.replace(/^www\./, '') ?? '')
  const path = url === null ? '' : (URL.parse(url)?.pathname.replace(/\/+$/, '') ?? '')
  if (everybodys.test(host)) return path.length > 1 ? `${host}${path}` : ''
  return host
}
