import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyEntry } from '../../test/arbitrary.ts'
import { content } from '../../test/entries.ts'
import { contentOfEntry } from './content.ts'
import { joinContents } from './join.ts'

const doubt = { code: 'zone-ambiguous' as const, field: 'start', says: 'IST' }

describe('two that are one event', () => {
  test('say together whom they name and what they link to, each once', () => {
    const one = content({
      organisations: [{ name: 'IOM' }],
      links: [{ role: 'source', url: 'https://iom.example/day' }],
      tags: ['money'],
      languages: ['en'],
    })
    const other = content({
      organisations: [{ name: 'ILO' }, { name: 'iom' }],
      links: [
        { role: 'source', url: 'https://www.iom.example/day/?utm_source=x' },
        { role: 'join', url: 'https://zoom.example/j/1' },
      ],
      tags: ['Money', 'work'],
      languages: ['fr', 'en'],
    })
    const { content: joined, changed, differs } = joinContents(one, other)
    expect(changed).toEqual(['organisations', 'links', 'languages', 'tags'])
    expect(differs).toEqual([])
    expect(joined.organisations.map(({ name }) => name)).toEqual(['IOM', 'ILO'])
    expect(joined.links.map(({ url }) => url)).toEqual([
      'https://iom.example/day',
      'https://zoom.example/j/1',
    ])
    expect([joined.tags, joined.languages]).toEqual([
      ['money', 'work'],
      ['en', 'fr'],
    ])
  })

  test('fill each other’s gaps, and the hour comes with its doubts', () => {
    const one = content({ start: '2020-12-18' })
    const other = content({ summary: 'Of money sent home.', attendance: 'online', doubts: [doubt] })
    const { content: joined, changed, differs } = joinContents(one, other)
    expect(changed).toEqual(['summary', 'time', 'attendance', 'doubts'])
    expect(differs).toEqual([])
    expect(joined).toMatchObject({
      summary: 'Of money sent home.',
      attendance: 'online',
      time: other.time,
      doubts: [doubt],
    })
  })

  test('are at one moment whatever their zones are called; the one that tells an end tells more', () => {
    const one = content({ start: '2020-12-18T15:00:00+01:00[Europe/Berlin]' })
    const same = content({ start: '2020-12-18T09:00:00-05:00[America/New_York]' })
    const more = content({
      start: '2020-12-18T09:00:00-05:00[-05:00]',
      end: '2020-12-18T10:30:00-05:00[-05:00]',
    })
    expect(joinContents(one, same)).toEqual({ content: one, changed: [], differs: [] })
    expect(joinContents(one, more)).toMatchObject({ content: { time: more.time }, differs: [] })
    expect(joinContents(more, one)).toMatchObject({ content: { time: more.time }, changed: [], differs: [] })
  })

  test('differ where both say something else: the kept one stands, unless it is chosen otherwise', () => {
    const one = content({ title: 'Webinar', note: 'Mine.' })
    const other = content({
      title: 'A webinar',
      note: 'Yours.',
      start: '2020-12-18T15:00:00+01:00[Europe/Berlin]',
      doubts: [doubt],
    })
    expect(joinContents(one, other)).toEqual({
      content: one,
      changed: [],
      differs: ['title', 'time', 'note'],
    })
    const chosen = joinContents(one, other, { time: 'other', note: 'both' })
    expect(chosen.changed).toEqual(['note', 'time', 'doubts'])
    expect(chosen.content).toMatchObject({
      title: 'Webinar',
      note: 'Mine.\n\nYours.',
      time: other.time,
      doubts: [doubt],
    })
  })

  test('nothing of either is lost but what was not chosen, and joining again changes nothing', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (a, b) => {
        const [one, other] = [contentOfEntry(a), contentOfEntry(b)]
        const { content: joined } = joinContents(one, other)
        expect(joined.links).toEqual(expect.arrayContaining(one.links))
        expect(joinContents(joined, other).changed).toEqual([])
        expect(joinContents(one, one)).toEqual({ content: one, changed: [], differs: [] })
      }),
    )
  })
})
