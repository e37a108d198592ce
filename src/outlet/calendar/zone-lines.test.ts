import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { offsetAt } from '../../time/days.ts'
import { epochOf } from '../../time/instants.ts'
import { zoneLines } from './zone-lines.ts'

const yearsOf = (first: number, last: number) => [Date.UTC(first, 0, 2), Date.UTC(last, 11, 30)] as const
const day = 86_400_000

/** How a reader that knows no zone but from the calendar understands wall times; each that it takes otherwise than the house. */
function misread(zone: string, first: number, last: number, until: number): string[] {
  const lines = zoneLines(zone, ...yearsOf(first, last))!
  const told = new ICAL.Timezone(new ICAL.Component(ICAL.parse(lines) as unknown[]))
  const wrong: string[] = []
  for (let at = Date.UTC(first, 0, 2); at < Date.UTC(until, 11, 30); at += 3 * day + 5 * 3_600_000) {
    const wall = new Date(at).toISOString().slice(0, 19)
    const time = ICAL.Time.fromDateTimeString(wall)
    time.zone = told
    // What is skipped or comes twice is read in more than one way.
    const isOdd = offsetAt(at - day, zone) !== offsetAt(at + day, zone)
    if (!isOdd && time.toUnixTime() * 1000 !== epochOf(wall, zone)) wrong.push(wall)
  }
  return wrong
}

describe('a zone in a calendar', () => {
  const zones = [
    'Europe/Berlin',
    'Europe/Dublin',
    'Africa/Casablanca',
    'Africa/Cairo',
    'America/Santiago',
    'America/Sao_Paulo',
    'America/St_Johns',
    'Asia/Gaza',
    'Asia/Kathmandu',
    'Asia/Manila',
    'Asia/Tehran',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Pacific/Chatham',
  ]

  test.each(zones)(
    'is understood by a reader that does not know %s, for five years more than asked',
    zone => {
      expect(misread(zone, 2026, 2026, 2031)).toEqual([])
      expect(misread(zone, 2005, 2012, 2017)).toEqual([])
    },
  )

  test('that has a rule goes on by it', () => {
    expect(zoneLines('Europe/Dublin', ...yearsOf(2026, 2026))!.split('\r\n')).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Dublin',
      'BEGIN:DAYLIGHT',
      'DTSTART:20260329T010000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'TZOFFSETFROM:+0000',
      'TZOFFSETTO:+0100',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:20251026T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0000',
      'END:STANDARD',
      'END:VTIMEZONE',
      '',
    ])
    expect(zoneLines('Pacific/Auckland', ...yearsOf(2026, 2026))).toContain('BYMONTH=4;BYDAY=1SU')
    expect(zoneLines('America/Santiago', ...yearsOf(2026, 2026))).toContain(
      'BYMONTH=4;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=SU',
    )
    expect(misread('Europe/Berlin', 2026, 2026, 2060)).toEqual([])
    expect(misread('America/Santiago', 2026, 2026, 2060)).toEqual([])
  })

  test('without changes is one observance, with changes and no rule each of them', () => {
    const count = (lines: string | null) => lines?.match(/TZOFFSETTO/g)?.length
    expect(count(zoneLines('Asia/Manila', ...yearsOf(2026, 2026)))).toBe(1)
    expect(zoneLines('Africa/Cairo', ...yearsOf(2026, 2026))).not.toContain('RRULE')
    expect(count(zoneLines('Africa/Cairo', ...yearsOf(2026, 2026)))).toBe(13)
  })

  test('is none where nobody knows it', () => {
    expect(zoneLines('Mars/Olympus', ...yearsOf(2026, 2026))).toBe(null)
  })
})
