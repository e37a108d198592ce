import { describe, expect, test } from 'vitest'
import { entryWith, eventAt, linkTo } from '../../test/arbitrary.ts'
import type { Entry } from './entry.ts'
import { linkRoles } from './finding.ts'
import { linksAt, registrationClosesAt } from './link-window.ts'

const links = linkRoles.map(role => linkTo(role))
const roles = (entry: Entry, moment: string) =>
  linksAt(entry, Date.parse(moment), { zone: 'UTC', assumedMinutes: 60 }).map(({ link }) => link.role)
const event = (parts: Partial<Entry> = {}, end: string | null = '2020-12-18T15:00') =>
  eventAt('2020-12-18T14:00', end, 'UTC', { links, recording: 'available', ...parts })
const always = ['source', 'programme', 'slides', 'archive']

describe('the links of an event', () => {
  test('are for coming before it, for joining during it and for watching after it', () => {
    const before = ['source', 'programme', 'registration', 'join', 'livestream', 'slides', 'archive']
    expect(roles(event(), '2020-12-18T10:00Z')).toEqual(before)
    expect(roles(event(), '2020-12-18T13:30Z')).toEqual(before)
    expect(roles(event(), '2020-12-18T14:30Z')).toEqual([
      'source',
      'programme',
      'join',
      'livestream',
      'slides',
      'archive',
    ])
    expect(roles(event(), '2020-12-18T15:00Z')).toEqual([
      'source',
      'programme',
      'recording',
      'slides',
      'archive',
    ])
  })

  test('let people in as long as it is not sure that it is over', () => {
    expect(roles(event({ recording: 'none' }, null), '2020-12-18T15:30Z')).toContain('join')
    expect(roles(event({ recording: 'none' }, null), '2020-12-19T15:30Z')).toEqual(always)
  })

  test('are all of use where no time is told, but lead to nothing that does not take place', () => {
    expect(roles(entryWith({ links, recording: 'available' }), '2020-12-18T10:00Z')).toEqual([...linkRoles])
    expect(roles(event({ status: 'cancelled', recording: 'none' }), '2020-12-18T10:00Z')).toEqual(always)
  })

  test('with a passcode are shown from a quarter of an hour before until the end', () => {
    const secret = event({ links: [linkTo('join', { visibility: 'near-start' })] })
    const moments = ['13:44:59', '13:45:00', '14:59:59', '15:00:00']
    expect(moments.map(clock => roles(secret, `2020-12-18T${clock}Z`).length)).toEqual([0, 1, 1, 0])
    const untold = entryWith({ links: secret.links })
    expect(roles(untold, '2020-12-18T14:00Z')).toEqual([])
  })

  test('with a passcode are shown on the whole day where only the day is told', () => {
    const dated = event({
      links: [linkTo('join', { visibility: 'near-start' })],
      time: { ...event().time, precision: 'date-only', start: '2020-12-18', end: null },
      startsAt: Date.parse('2020-12-18T00:00Z'),
      endsAt: Date.parse('2020-12-19T00:00Z'),
    })
    const moments = ['2020-12-17T00:00Z', '2020-12-18T06:00Z', '2020-12-18T18:00Z', '2020-12-20T00:00Z']
    expect(moments.map(moment => roles(dated, moment).length)).toEqual([0, 1, 1, 0])
  })

  test('that are gone are marked where they were a fact and hidden where they were a door', () => {
    const gone = event({ links: [linkTo('source', { health: 'gone' }), linkTo('join', { health: 'gone' })] })
    expect(linksAt(gone, 0, { zone: 'UTC', assumedMinutes: 60 })).toEqual([
      { link: gone.links[0], mark: 'gone' },
    ])
  })

  test('for registration go when it closes', () => {
    const booked = event({ registrationUntil: '2020-12-16' })
    expect(roles(booked, '2020-12-16T23:59Z')).toContain('registration')
    expect(roles(booked, '2020-12-17T00:00Z')).not.toContain('registration')
  })
})

describe('the deadline of a registration', () => {
  const closes = (registrationUntil: string) => {
    const at = registrationClosesAt(eventAt('2020-12-18T14:00', null, 'Asia/Manila', { registrationUntil }))
    return at === null ? null : new Date(at).toISOString()
  }

  test('is on the clock it names, else on that of the event', () => {
    expect(closes('2020-12-16T12:00:00+01:00[Europe/Berlin]')).toBe('2020-12-16T11:00:00.000Z')
    expect(closes('2020-12-16T12:00:00Z')).toBe('2020-12-16T12:00:00.000Z')
    expect(closes('2020-12-16T12:00:00')).toBe('2020-12-16T04:00:00.000Z')
    expect(closes('2020-12-16')).toBe('2020-12-16T16:00:00.000Z')
  })

  test('is none where nobody can read it', () => {
    for (const told of ['soon', '', '2020-13-40', '2020-12-16T25:00', '2020-12-16T12:00:00[Mars/Olympus]'])
      expect(closes(told)).toBe(null)
  })
})
