import type { Cited } from './cited.ts'

/** A reference as it stands in a list, in the order of APA's style; the title apart, for it is set in italics. */
export type Reference = { before: string; title: string; after: string }

/**
 * @param words `day`: how days are said; `genre`: what it is, in the language of the page; `and`: a list of names;
 *   `site`: the host it is kept on
 */
export function referenceOf(
  cited: Cited,
  words: {
    day: (from: string, to: string | null) => string
    genre: string | null
    list: (names: string[]) => string
    site: string
  },
): Reference {
  const { authors, publishers, title, from, to, container, event, url } = cited
  const names = authors.length ? authors.map(({ name }) => name) : publishers
  const who = names.length > mostNames ? `${names.slice(0, mostNames).join(', ')} …` : words.list(names)
  const when = from === null ? '' : ` (${words.day(from, to)})`
  const before = who ? `${ended(`${who}${when}`)} ` : ''
  const genre = words.genre ? ` [${words.genre}]` : ''
  // Without an author the title stands first, and the day behind it.
  const own = who ? genre : `${genre}${when}`
  const whole = event ?? container
  const rest = [
    `${own}${own === '' && /[.?!…。؟！？]$/.test(title) ? '' : '.'}`,
    ...(whole && whole !== title ? [ended(whole)] : []),
    ...(whole === words.site || cited.listedAt ? [] : [ended(words.site)]),
    url,
  ]
  return { before, title, after: rest.join(' ').replace(/^ +(?=\.)/, '') }
}

const mostNames = 8

function ended(words: string): string {
  return /[.?!…。؟！？]$/.test(words) ? words : `${words}.`
}
