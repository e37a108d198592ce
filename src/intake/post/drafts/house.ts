import { organisationsAfterBy } from '../parties/parties.ts'
import { anyOf } from '../words/word-pattern.ts'
import { addOrganisation, type Draft } from './draft.ts'

/**
 * The organisation whose site the post stands on, by the name it gives itself in the text: "example-lab.org" and
 * "the Example Lab" are one. Null where the text never says it, as in a person's own blog.
 */
export function houseOf(url: string | undefined, authors: string[], text: string): string | null {
  const team = authors
    .map(
      name =>
        /^(?:The\s+)?(.{2,40}?)\s+(?:Team|Staff|Community|Redaktion|Equipo|Équipe|Equipe)$/u.exec(name)?.[1],
    )
    .find(Boolean)
  if (team) return team
  const label = labelOf(url)
  if (!label || label.length < 4) return null
  const counts = new Map<string, number>()
  for (const match of text
    .slice(0, 50_000)
    .matchAll(/(?<![\p{L}\p{N}])(?:The\s)?[\p{L}\p{N}]+(?:[-' ][\p{L}\p{N}+]+){0,4}/gu)) {
    for (const name of windows(match[0])) {
      const letters = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
      if (letters === label || letters === `the${label}`) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  const names = [...counts]
    .filter(([name]) => /\p{Lu}/u.test(name))
    .sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)
  const plain = names[0]?.[0]
  const withThe = names.find(([name]) => /^The\s/.test(name))
  return withThe && names[0] && withThe[1] * 2 > names[0][1] ? withThe[0] : (plain ?? null)
}

/** An event of "us", or one that names the house, is the house's. */
export function addHouse(draft: Draft, house: string | null, origin?: string): void {
  if (draft.finding.kind !== 'event' || draft.finding.organisations?.length) return
  const words = `${draft.finding.title}\n${draft.words.join('\n')}\n${draft.around ?? ''}`
  for (const name of organisationsAfterBy(draft.words.join('\n'))) addOrganisation(draft, name)
  if (draft.finding.organisations?.length) return
  const isOurs =
    ourselves.test(words) || (house !== null && words.toLowerCase().includes(house.toLowerCase()))
  if (!isOurs) return
  addOrganisation(draft, house)
  addOrganisation(draft, origin)
}

const ourselves = anyOf({
  en: 'we|us|our',
  de: 'wir|uns|unser\\S*',
  fr: 'nous|notre|nos',
  es: 'nosotr[oa]s|nuestr[oa]s?|organizamos|invitamos',
  pt: 'nós|noss[oa]s?|organizamos|convidamos',
  it: 'noi|nostr[oaie]',
})

/** The word of an address that names its owner: the domain's own, or the first on sites that host others. */
function labelOf(url: string | undefined): string | null {
  if (!url || !URL.canParse(url)) return null
  const parts = new URL(url).hostname.replace(/^www\./, '').split('.')
  const hosted =
    /\.(?:wordpress|blogspot|substack|github|gitlab|netlify|medium|tumblr|wixsite|weebly|hypotheses)\.[a-z]+$|\.github\.io$/i.test(
      `.${parts.slice(1).join('.')}`,
    )
  const short = /^(?:co|org|ac|gov|com|edu|net)$/.test(parts.at(-2) ?? '') ? 3 : 2
  const label = hosted ? parts[0] : parts[Math.max(0, parts.length - short)]
  return label?.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') ?? null
}

function* windows(phrase: string): Generator<string> {
  const words = phrase.split(' ')
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + 5); to++)
      yield words.slice(from, to).join(' ')
  }
}
