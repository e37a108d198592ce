import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bibTexOf } from './bibtex.ts'
import type { Cited, CitedForm } from './cited.ts'
import { cslJsonOf } from './csl-json.ts'
import { metaTagsOf } from './meta-tags.ts'
import { risOf } from './ris.ts'
import { referenceOf } from './sentence.ts'

const cited = (told: Partial<Cited> = {}): Cited => ({
  key: '2021-maps',
  form: 'presentation',
  genre: 'Event',
  title: 'Maps for the harbour',
  authors: [{ name: 'Zoë Müller', isPerson: true }],
  publishers: ['Harbour Mappers'],
  from: '2021-03-06',
  to: null,
  container: null,
  event: 'Open Data Day 2021',
  place: null,
  language: 'en',
  summary: null,
  tags: ['maps', 'sea'],
  url: 'https://day.example/open-data-day/2021/maps',
  listedAt: null,
  ...told,
})
/** What a reader that we did not write makes of it. */
const read = (text: string) => new Cite(text).data[0]!

describe('BibTeX', () => {
  test('is one entry with its fields', () => {
    expect(bibTexOf(cited())).toBe(`@misc{2021-maps,
  title = {{Maps for the harbour}},
  author = {Zoë Müller},
  year = {2021},
  month = mar,
  date = {2021-03-06},
  howpublished = {Event, Open Data Day 2021},
  eventtitle = {Open Data Day 2021},
  publisher = {{Harbour Mappers}},
  language = {en},
  keywords = {maps, sea},
  url = {https://day.example/open-data-day/2021/maps}
}
`)
  })

  test.each([
    'R&D: 50% of_the #data for $5',
    'Żółć, façade, Ångström',
    '数据开放日：开放数据',
    'ندوة البيانات المفتوحة',
    'What “open” means – and doesn’t',
    '100 % \\ ~ ^',
  ])('a title is read back as it was: %s', title => {
    expect(read(bibTexOf(cited({ title }))).title).toBe(title)
  })

  test('an organisation is one name, and so is a person with a comma or an “and” in the name', () => {
    const authors = [
      { name: 'Sea & Land, Inc.', isPerson: false },
      { name: 'Ada and the Engines', isPerson: true },
      { name: 'Zoë Müller', isPerson: true },
    ]
    expect(read(bibTexOf(cited({ authors }))).author).toEqual([
      { family: 'Sea & Land, Inc.' },
      { family: 'Ada and the Engines' },
      { given: 'Zoë', family: 'Müller' },
    ])
  })

  test('an address is read back as it was', () => {
    const url = 'https://a.example/x_y?a=1&b=50%25#z'
    expect(read(bibTexOf(cited({ url }))).URL).toBe(url)
  })

  test('whatever is in a title, there is one entry, and its braces are balanced', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const told = bibTexOf(
          cited({ title: `x${text}`, summary: text, tags: [text], url: `https://a.example/${text}` }),
        )
        let depth = 0
        for (const sign of told) {
          if (sign === '{') depth++
          if (sign === '}') depth--
          if (depth < 0) break
        }
        expect(depth).toBe(0)
        expect(told.match(/^@/gm)).toHaveLength(1)
        expect(told.match(/^ {2}\w+ = /gm)!.length).toBe(told.split('\n').length - 3)
      }),
    )
  })
})

describe('RIS', () => {
  test('is one record, each field on a line', () => {
    expect(risOf(cited()).split('\r\n')).toEqual([
      'TY  - SLIDE',
      'ID  - 2021-maps',
      'TI  - Maps for the harbour',
      'AU  - Zoë Müller',
      'PY  - 2021',
      'DA  - 2021/03/06/',
      'T2  - Open Data Day 2021',
      'PB  - Harbour Mappers',
      'M3  - Event',
      'LA  - en',
      'KW  - maps',
      'KW  - sea',
      'UR  - https://day.example/open-data-day/2021/maps',
      'ER  - ',
      '',
    ])
  })

  test('a line that somebody wrote is no field, in any of the ways lines end', () => {
    const evil = 'A talk\r\nER  - \r\nTY  - BOOK\u2028UR  - https://evil.example\u0085AU  - Nobody'
    const told = risOf(cited({ title: evil, summary: evil, tags: [evil] }))
    expect(told.match(/^TY {2}- /gm)).toHaveLength(1)
    expect(told.match(/^ER {2}- /gm)).toHaveLength(1)
    expect(told).not.toMatch(/^UR {2}- https:\/\/evil/m)
    expect(read(told).title).toBe('A talk ER - TY - BOOK UR - https://evil.example AU - Nobody')
  })

  test('it is read back', () => {
    const told = cited({
      form: 'webpage',
      event: null,
      container: 'Migrants Day',
      title: '移民日 & ندوة',
      authors: [{ name: 'Sea, Land', isPerson: false }],
    })
    expect(read(risOf(told))).toMatchObject({
      title: '移民日 & ندوة',
      issued: { 'date-parts': [[2021, 3, 6]] },
      URL: 'https://day.example/open-data-day/2021/maps',
      language: 'en',
    })
  })
})

test('CSL-JSON is read back, with the days it lasted and names whole', () => {
  const told = cited({ to: '2021-03-07', place: 'Berlin', authors: [{ name: '李小龙', isPerson: true }] })
  expect(read(cslJsonOf(told))).toMatchObject({
    id: '2021-maps',
    type: 'speech',
    title: 'Maps for the harbour',
    author: [{ literal: '李小龙' }],
    issued: {
      'date-parts': [
        [2021, 3, 6],
        [2021, 3, 7],
      ],
    },
    'event-title': 'Open Data Day 2021',
    'event-place': 'Berlin',
    genre: 'Event',
    keyword: 'maps, sea',
  })
  expect(cslJsonOf(cited({ from: null, authors: [], tags: [] }))).not.toMatch(/issued|author|keyword/)
})

test.each<[CitedForm, string, string, string, string]>([
  ['presentation', 'speech', 'SLIDE', 'misc', 'presentation'],
  ['video', 'motion_picture', 'VIDEO', 'video', 'videoRecording'],
  ['document', 'document', 'ELEC', 'misc', 'document'],
  ['webpage', 'webpage', 'ELEC', 'online', 'webpage'],
  ['post', 'post-weblog', 'BLOG', 'online', 'blogPost'],
])('a %s is one in every format', (form, csl, ris, bib, zotero) => {
  const told = cited({ form })
  expect(JSON.parse(cslJsonOf(told))[0].type).toBe(csl)
  expect(risOf(told)).toMatch(new RegExp(`^TY  - ${ris}\r\n`))
  expect(bibTexOf(told)).toMatch(new RegExp(`^@${bib}{`))
  expect(metaTagsOf(told)).toContainEqual({ name: 'z:itemType', content: zotero })
})

/** What Zotero's “Embedded Metadata” takes from these names (zotero/translators, “Embedded Metadata.js” and “RDF.js”). */
const zoteroFields: Record<string, string> = {
  citation_title: 'title',
  citation_publication_date: 'date',
  citation_publisher: 'publisher',
  citation_language: 'language',
  citation_public_url: 'url',
  citation_author: 'creators',
  citation_keywords: 'tags',
  'z:itemType': 'itemType',
  'bib:presentedAt': 'meetingName',
}

test('the head of a page tells every field by a name that Zotero reads', () => {
  const tags = metaTagsOf(cited({ authors: [{ name: 'Sea; Land, Inc.', isPerson: false }] }))
  expect(tags.map(({ name, content }) => [zoteroFields[name], content])).toEqual([
    ['title', 'Maps for the harbour'],
    // Behind a comma Zotero looks for a given name, finds none, and takes all before it for one name.
    ['creators', 'Sea Land Inc.,'],
    ['date', '2021/03/06'],
    ['publisher', 'Harbour Mappers'],
    ['language', 'en'],
    ['tags', 'maps; sea'],
    ['url', 'https://day.example/open-data-day/2021/maps'],
    ['itemType', 'presentation'],
    ['meetingName', 'Open Data Day 2021'],
  ])
})

describe('the reference', () => {
  const said = (told: Partial<Cited>, genre: string | null = 'Event') => {
    const { before, title, after } = referenceOf(cited(told), {
      day: (from, to) => (to ? `${from} to ${to}` : from),
      genre,
      list: names => new Intl.ListFormat('en').format(names),
      site: 'day.example',
    })
    return `${before}*${title}*${after}`
  }
  const url = 'https://day.example/open-data-day/2021/maps'

  test('names who, when, what, where', () => {
    expect(said({})).toBe(
      `Zoë Müller (2021-03-06). *Maps for the harbour* [Event]. Open Data Day 2021. day.example. ${url}`,
    )
    expect(said({ to: '2021-03-07' })).toContain('(2021-03-06 to 2021-03-07).')
  })

  test('has the organiser where nobody is named, and the title first where there is neither', () => {
    expect(said({ authors: [] })).toMatch(/^Harbour Mappers \(2021-03-06\)\. \*/)
    expect(said({ authors: [], publishers: [] })).toBe(
      `*Maps for the harbour* [Event] (2021-03-06). Open Data Day 2021. day.example. ${url}`,
    )
    expect(said({ authors: [], publishers: [], from: null, title: 'Who pays?' }, null)).toBe(
      `*Who pays?* Open Data Day 2021. day.example. ${url}`,
    )
  })

  test('has no point behind a point, and of many names the first', () => {
    expect(said({ authors: [{ name: 'Ada L.', isPerson: true }], from: null })).toMatch(/^Ada L\. \*/)
    const many = Array.from({ length: 40 }, (_, at) => ({ name: `N${at}`, isPerson: true }))
    expect(said({ authors: many })).toMatch(/^N0, N1, N2, N3, N4, N5, N6, N7 … \(/)
  })
})
