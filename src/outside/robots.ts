import robotsParser from 'robots-parser'

/** Its types speak of `default`, which a CommonJS module does not have here. */
const parse = robotsParser as unknown as typeof robotsParser.default

/** What a site's robots.txt says to us (RFC 9309). `delay`: seconds between two reads, if it asks for some. */
export type Rules = { allows(url: URL): boolean; delay: number | null }

/** No robots.txt: everything may be read. */
export const allowAll: Rules = { allows: () => true, delay: null }

/** @param address of the robots.txt, to which its rules apply @param agent our name without version, lower case */
export function readRules(address: URL, text: string, agent: string): Rules {
  const robots = parse(address.href, relevantPart(text, agent))
  const delay = robots.getCrawlDelay(agent)
  return {
    allows: url => robots.isAllowed(url.href, agent) ?? false,
    delay: delay !== undefined && delay > 0 ? delay : null,
  }
}

/** Matching costs a rule's wildcards times an address's length; so much of that is done, then the rest is left out. */
const mostWildcards = 5000

/**
 * The groups for us, or for everybody, and nothing else: the parser multiplies the names of a group by its rules,
 * which a hostile file would use to fill the memory.
 */
function relevantPart(text: string, agent: string): string {
  const kept: string[] = []
  let names = new Set<string>()
  let inNames = false
  let left = mostWildcards
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const [, field, value] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line.slice(0, 4000)) ?? []
    const name = field?.toLowerCase()
    if (name === undefined || value === undefined) continue
    if (name === 'user-agent') {
      if (!inNames) names = new Set()
      const told = value.trim().toLowerCase().split('/', 1)[0]!.trim()
      if (told === agent || told === '*') names.add(told)
      inNames = true
    } else if (name === 'allow' || name === 'disallow' || name === 'crawl-delay') {
      if (inNames) for (const told of names) kept.push(`User-agent: ${told}`)
      inNames = false
      if (names.size === 0) continue
      const rule = value.trim().replace(/\*{2,}/g, '*')
      left -= rule.split('*').length
      if (left < 0) break
      kept.push(`${name}: ${rule}`)
    }
  }
  return kept.join('\n')
}
