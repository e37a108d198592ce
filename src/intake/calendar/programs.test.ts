import { describe, expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import { readCalendar } from './read-calendar.ts'

/** As the programs of others write them, in our own words. */
function event(...lines: string[]): Finding {
  const text = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
  const [found] = [...readCalendar(Buffer.from(text), {})].flatMap(line =>
    'finding' in line ? [line.finding] : [],
  )
  return found!
}

describe('Outlook', () => {
  const teams = event(
    'UID:a',
    'DTSTART;TZID=W. Europe Standard Time:20261218T140000',
    'SUMMARY;LANGUAGE=de:AW: WG: Tag der Migranten',
    'LOCATION:Microsoft Teams-Besprechung',
    'ORGANIZER;CN="Müller, Anna (DE)":mailto:anna.mueller@diakonie.example',
    String.raw`DESCRIPTION:Herzliche Einladung!\n\n________________________________________\nMicrosoft Teams-Besprechung\nNehmen Sie auf dem Computer teil\nHier klicken<https://teams.microsoft.com/l/meetup-join/19%3ab/0>\nBesprechungs-ID: 312 456\nKennung: aBcDeF\nTeams herunterladen<https://www.microsoft.com/en-us/microsoft-teams/download-app>\nWeitere Infos<https://aka.ms/JoinTeamsMeeting> | Optionen<https://teams.microsoft.com/meetingOptions/?x=1>\n________________________________________\n`,
  )

  test('says before a subject that it was passed on, which is no part of a title', () => {
    expect(teams.title).toBe('Tag der Migranten')
  })

  test('writes below an invitation how to come in: that belongs to the door, in whichever language', () => {
    expect([teams.summary, teams.attendance, teams.place, teams.links]).toEqual([
      'Herzliche Einladung!',
      'online',
      undefined,
      [
        {
          role: 'join',
          url: 'https://teams.microsoft.com/l/meetup-join/19%3ab/0',
          title: 'Hier klicken · Besprechungs-ID: 312 456, Kennung: aBcDeF',
        },
      ],
    ])
  })

  test('names people as an address book does', () => {
    expect(teams.people).toEqual([{ name: 'Anna Müller', role: 'organiser' }])
  })

  test.each([
    ['tzone://Microsoft/Utc', '2026-12-18T09:00:00+00:00[UTC]'],
    [
      '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
      '2026-12-18T09:00:00+01:00[Europe/Amsterdam]',
    ],
    ['E. Africa Standard Time', '2026-12-18T09:00:00+03:00[Africa/Nairobi]'],
    ['Mitteleuropäische Zeit', '2026-12-18T09:00:00+01:00[Europe/Berlin]'],
  ])('calls a zone %s', (tzid, start) => {
    expect(event(`DTSTART;TZID="${tzid}":20261218T090000`, 'SUMMARY:x').start).toBe(start)
  })
})

test('a page of programmes writes titles with tags, links and a status of their own', () => {
  const found = event(
    'DTSTART:20250518T213000Z',
    'SUMMARY:[event] CANCELLED: <s>[Sprints](https://p.example/s)</s>',
  )
  expect([found.title, found.status]).toEqual(['[event] CANCELLED: Sprints', 'cancelled'])
})

test('quotes that needed no escape, entities and double spaces come out as they were meant', () => {
  const found = event(
    'DTSTART:20250518T213000Z',
    String.raw`SUMMARY:The \"Be-In\" at 10\:00`,
    String.raw`DESCRIPTION:The  park  opens&hellip;\nMore`,
    'LOCATION:Online &amp; in-person\\; Workshop',
  )
  expect([found.title, found.summary, found.place, found.attendance]).toEqual([
    'The "Be-In" at 10:00',
    'The park opens…\nMore',
    undefined,
    'mixed',
  ])
})

test('a description that begins with the title says it once', () => {
  const found = event('DTSTART:20250518T213000Z', 'SUMMARY:Python', String.raw`DESCRIPTION:Python\nFor all`)
  expect(found.summary).toBe('For all')
})

test('The Events Calendar writes an organiser as in an address', () => {
  const found = event(
    'DTSTART:20250518T213000Z',
    'SUMMARY:x',
    'ORGANIZER;CN="Migrant%20Alliance":MAILTO:info@m.example',
  )
  expect(found.organisations).toEqual([{ name: 'Migrant Alliance' }])
})

test('of the copy that Zoom sent to one person, neither their name nor the note for them is told', () => {
  const found = event(
    'DTSTART:20250518T213000Z',
    'SUMMARY:Webinar',
    'LOCATION:https://us02web.zoom.us/w/861?tk=me',
    String.raw`DESCRIPTION:Hi Anna Müller\,\n\nAll about rights.\n\nPlease click this URL to join. https://us02web.zoom.us/w/861?tk=me\nNote: This link should not be shared with others\; it is unique to you.`,
  )
  expect(found.summary).toBe('All about rights.')
})

test('a talk of Nextcloud is a door', () => {
  const found = event(
    'DTSTART:20250518T213000Z',
    'SUMMARY:x',
    'LOCATION:https://cloud.example.org/call/abcd1234',
  )
  expect([found.links, found.attendance]).toEqual([
    [{ role: 'join', url: 'https://cloud.example.org/call/abcd1234' }],
    'online',
  ])
})

test('a calendar that breaks off says so, and what stands before is read', () => {
  const text = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20250518T213000Z\r\nSUMMARY:One\r\nEND:VEVENT\r\n'
  expect([...readCalendar(Buffer.from(text), {})]).toMatchObject([
    { problem: { code: 'cut-off', note: true } },
    { finding: { title: 'One' } },
  ])
})
