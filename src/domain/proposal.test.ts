import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyEntry } from '../../test/arbitrary.ts'
import { content } from '../../test/entries.ts'
import { contentOfEntry } from './content.ts'
import { acceptProposals, proposalsOf } from './proposal.ts'

const at = (hour: number) => `2020-12-18T${hour}:00:00+01:00[Europe/Berlin]`

describe('what a source says when it is read again', () => {
  const base = content({ title: 'Webinar', start: at(14) })

  test('is proposed where it is new, with who else has changed it', () => {
    const current = { ...base, title: 'A better title', note: 'Worth it.' }
    const told = content({
      title: 'Webinar (new date)',
      start: at(15),
      links: [{ role: 'recording', url: 'https://youtu.be/abcdefghijk' }],
    })
    expect(proposalsOf(base, current, told)).toEqual([
      { field: 'title', now: 'A better title', told: 'Webinar (new date)', by: 'both' },
      { field: 'time', now: base.time, told: told.time, by: 'source' },
      { field: 'links', now: [], told: told.links, by: 'source' },
      { field: 'recording', now: 'unknown', told: 'available', by: 'source' },
    ])
  })

  test('is not proposed where it said so before, whatever was made of it here', () => {
    expect(proposalsOf(base, { ...base, title: 'A better title', summary: 'Ours.' }, base)).toEqual([])
  })

  test('is proposed with care where nobody knows what it said before', () => {
    const current = { ...base, note: 'Worth it.' }
    const told = content({ title: 'Webinar!', start: at(14), summary: 'Of money.' })
    expect(proposalsOf(null, current, told)).toEqual([
      { field: 'title', now: 'Webinar', told: 'Webinar!', by: 'both' },
      { field: 'summary', now: null, told: 'Of money.', by: 'source' },
    ])
  })

  test('changes what was accepted and nothing else; a time comes with its doubts', () => {
    const doubts = [{ code: 'zone-ambiguous' as const, field: 'start', says: 'IST' }]
    const told = content({ title: 'New', start: at(15), doubts })
    const proposals = proposalsOf(base, base, told)
    expect(acceptProposals(base, told, proposals, ['title'])).toEqual({ ...base, title: 'New' })
    expect(acceptProposals(base, told, proposals, ['time'])).toEqual({ ...base, time: told.time, doubts })
    expect(acceptProposals(base, told, proposals, [])).toEqual(base)
  })

  test('is what the entry says once all of it is accepted', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (a, b) => {
        const [said, told] = [contentOfEntry(a), contentOfEntry(b)]
        const all = proposalsOf(said, said, told)
        const fields = all.map(({ field }) => field)
        expect(proposalsOf(told, acceptProposals(said, told, all, fields), told)).toEqual([])
        expect(proposalsOf(said, said, said)).toEqual([])
      }),
    )
  })
})
