import type { Cited, CitedForm } from './cited.ts'
import { onOneLine } from './one-line.ts'

/**
 * RIS (the specification of 2011), in UTF-8. Each field is a line of its own. A comma in `AU` parts family and given
 * names, and RIS has no way to write one that does not: it is left out.
 */
export function risOf(cited: Cited): string {
  const { from, to } = cited
  const fields: [string, string | null | undefined][] = [
    ['TY', types[cited.form]],
    ['ID', cited.key],
    ['TI', cited.title],
    ...cited.authors.map(({ name }): [string, string] => ['AU', name.replace(/\s*,\s*/g, ' ')]),
    ['PY', from?.slice(0, 4)],
    ['DA', from && `${from.replaceAll('-', '/')}/${to ? `– ${to}` : ''}`],
    ['T2', cited.event ?? cited.container],
    ['CY', cited.place],
    ['PB', cited.publishers.join('; ')],
    ['M3', cited.genre],
    ['LA', cited.language],
    ['AB', cited.summary],
    ...cited.tags.map((tag): [string, string] => ['KW', tag.replaceAll(';', ' ')]),
    ['UR', cited.url],
    ['AN', cited.listedAt],
  ]
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${onOneLine(value)}`] : []))
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`
}

/** Documents have no type of their own that readers agree on: a page on the web is the nearest. */
const types: Record<CitedForm, string> = {
  presentation: 'SLIDE',
  video: 'VIDEO',
  document: 'ELEC',
  webpage: 'ELEC',
  post: 'BLOG',
}
