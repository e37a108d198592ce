import type { Cited, CitedForm } from './cited.ts'
import { onOneLine } from './one-line.ts'

/**
 * BibTeX in UTF-8, as biber, BibLaTeX and managers of references read it. What TeX takes for a command is escaped, all
 * other letters stay as they are; titles and organisations keep their capitals. Months are BibTeX's own words, and
 * `date` tells the days to those who know it.
 */
export function bibTexOf(cited: Cited): string {
  const { from, to } = cited
  const [year, month] = from?.split('-') ?? []
  const fields: [string, string | null | undefined][] = [
    ['title', braced(escaped(cited.title))],
    ['author', cited.authors.map(nameOf).join(' and ')],
    ['year', year],
    ['month', month && months[Number(month) - 1]],
    ['date', from && (to ? `${from}/${to}` : from)],
    [
      'howpublished',
      cited.event && escaped([cited.genre, cited.event, cited.place].filter(Boolean).join(', ')),
    ],
    ['eventtitle', cited.event && escaped(cited.event)],
    ['venue', cited.place && escaped(cited.place)],
    ['type', cited.event ? null : cited.genre],
    ['organization', cited.container && escaped(cited.container)],
    ['publisher', cited.publishers.map(name => braced(escaped(name))).join(' and ')],
    ['language', cited.language],
    ['abstract', cited.summary && escaped(cited.summary)],
    ['keywords', cited.tags.map(tag => escaped(tag.replaceAll(',', ' '))).join(', ')],
    ['url', verbatim(cited.url)],
    ['note', cited.listedAt && `\\url{${verbatim(cited.listedAt)}}`],
  ]
  const told = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${fieldOf(name, value)}`] : []))
  return `@${types[cited.form]}{${cited.key},\n${told.join(',\n')}\n}\n`
}

/** `misc` is what every style knows; the others are known to BibLaTeX and Zotero, and are taken for `misc` elsewhere. */
const types: Record<CitedForm, string> = {
  presentation: 'misc',
  video: 'video',
  document: 'misc',
  webpage: 'online',
  post: 'online',
}
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

function fieldOf(name: string, value: string): string {
  return name === 'month' ? value : braced(value)
}

function braced(value: string): string {
  return `{${value}}`
}

/** An organisation is one name whatever is in it, and so is what would be read as two. */
function nameOf({ name, isPerson }: Cited['authors'][number]): string {
  const told = escaped(name)
  return isPerson && !/,|\sand\s|\{/i.test(told) ? told : braced(told)
}

/** Braces count for BibTeX even where they are escaped, so they are called by their names. */
function escaped(text: string): string {
  return onOneLine(text).replace(/[\\{}~^&%$#_]/g, sign => commands[sign] ?? `\\${sign}`)
}

const commands: Record<string, string> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
}

/** Addresses are taken as they stand; what would end the field is written as addresses write it. */
function verbatim(url: string): string {
  return onOneLine(url).replace(/[\\{}\s]/g, sign => encodeURIComponent(sign))
}
