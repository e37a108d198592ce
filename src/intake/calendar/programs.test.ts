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
  expect([found.title, found.status]).toEqual(['[event] Sprints', 'cancelled'])
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

describe('where', () => {
  test('of several rooms one may be none', () => {
    const { place, attendance } = event('SUMMARY:A', 'LOCATION:Microsoft Teams-Besprechung; Saal 3')
    expect([place, attendance]).toEqual([{ name: 'Saal 3' }, 'mixed'])
    expect(event('SUMMARY:A', 'LOCATION:Room 1; Room 2').place).toEqual({ name: 'Room 1; Room 2' })
    expect(event('SUMMARY:A', 'LOCATION:Online; webinar').place).toBeUndefined()
  })

  test('an address in brackets behind a name', () => {
    const place = event('SUMMARY:A', String.raw`LOCATION:Café Kotti (Adalbertstr. 96\, 10999 Berlin)`).place
    expect(place).toEqual({ name: 'Café Kotti', address: 'Adalbertstr. 96, 10999 Berlin' })
    expect(event('SUMMARY:A', 'LOCATION:Hall B (first floor)').place).toEqual({
      name: 'Hall B (first floor)',
    })
  })

  test('the meeting that Proton keeps apart', () => {
    const url = 'https://us06web.zoom.us/j/912345?pwd=aaa'
    const { links, attendance } = event('SUMMARY:A', `X-PM-CONFERENCE-URL;X-PM-HOST=a@b.example:${url}`)
    expect([links, attendance]).toEqual([[{ role: 'join', url }], 'online'])
  })
})

test('what Zoom and Webex print around an invitation is none of its words', () => {
  const zoom = event(
    'SUMMARY:Labour migration',
    'LOCATION:https://us02web.zoom.us/j/812?pwd=a',
    String.raw`DESCRIPTION:Asha Rao is inviting you to a scheduled Zoom meeting.\n\nTopic: Labour migration\nTime: Dec 18\, 2026 06:30 PM India\n\nJoin Zoom Meeting\nhttps://us02web.zoom.us/j/812?pwd=a\n\nMeeting ID: 812 3456 7890\nPasscode: 123456\n\n---\n\nOne tap mobile\n+13017158592\,\,81234567890# US\n\nDial by your location\n• +1 301 715 8592 US (Washington DC)\n\nFind your local number: https://us02web.zoom.us/u/kabc\n`,
  )
  expect(zoom.summary).toBeUndefined()
  expect(zoom.links).toEqual([
    {
      role: 'join',
      url: 'https://us02web.zoom.us/j/812?pwd=a',
      title: 'Meeting ID: 812 3456 7890, Passcode: 123456',
    },
  ])
  const webex = event(
    'SUMMARY:Monthly',
    'ORGANIZER;CN="Cisco Webex":MAILTO:messenger@webex.com',
    String.raw`DESCRIPTION:We meet as always.\n\nMeeting number (access code): 2345 678\nMeeting password: pQr1\n\nhttps://acme.webex.com/acme/j.php?MTID=m1`,
  )
  expect([webex.summary, webex.people, webex.organisations]).toEqual([
    'We meet as always.',
    undefined,
    undefined,
  ])
  expect(webex.links?.[0]?.title).toBe('Meeting number (access code): 2345 678, Meeting password: pQr1')
})

test.each([
  ['Red Migrante A.C.', 'organisations'],
  ['Fundación Abrazo Nuevo', 'organisations'],
  ['Dignity Coalition', 'organisations'],
  ['Фонд Мигрант', 'organisations'],
  ['"Müller, Anna (Stiftung)"', 'people'],
  ['Fatima Al-Sayed', 'people'],
] as const)('%s organises as one of the %s', (name, field) => {
  expect(event('SUMMARY:A', `ORGANIZER;CN=${name}:mailto:x@example.org`)[field]).toHaveLength(1)
})

test('categories with letters of HTML, and those of vCalendar 1.0', () => {
  expect(event('SUMMARY:A', 'CATEGORIES:Forum,Rights &amp; Law').tags).toEqual(['Forum', 'Rights & Law'])
  expect(event('SUMMARY:A', 'CATEGORIES:MEETING;EDUCATION').tags).toEqual(['MEETING', 'EDUCATION'])
})

test('quoted-printable text goes on behind a soft line end as it stands', () => {
  expect(
    event('SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Yhdenvertaisuus=', ' ja ty=C3=B6').title,
  ).toBe('Yhdenvertaisuus ja työ')
})

test('a whole day that Exchange tells from midnight to midnight', () => {
  const whole = (...times: string[]) => {
    const { start, end, allDay } = event('SUMMARY:A', ...times, 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE')
    return [start, end, allDay]
  }
  expect(
    whole('DTSTART;TZID=Europe/Berlin:20261218T000000', 'DTEND;TZID=Europe/Berlin:20261219T000000'),
  ).toEqual(['2026-12-18', '2026-12-18', true])
  expect(
    whole('DTSTART;TZID=Europe/Berlin:20261218T090000', 'DTEND;TZID=Europe/Berlin:20261218T100000'),
  ).toEqual([
    '2026-12-18T09:00:00+01:00[Europe/Berlin]',
    '2026-12-18T10:00:00+01:00[Europe/Berlin]',
    undefined,
  ])
})

test.each([
  ['20261218T100000+0300', '2026-12-18T07:00:00+00:00[UTC]'],
  ['2026-12-18T22:00:00-05:00', '2026-12-19T03:00:00+00:00[UTC]'],
  ['20261218Z', '2026-12-18'],
])('a time that says how far it is from UTC: %s', (told, start) => {
  expect(event('SUMMARY:A', `DTSTART:${told}`).start).toBe(start)
})

test('places and people that a calendar tells apart', () => {
  const found = event(
    'SUMMARY:Concert',
    'STYLED-DESCRIPTION;VALUE=TEXT;FMTTYPE=text/html:<p>Songs of <em>leaving</em></p>',
    'BEGIN:PARTICIPANT',
    'PARTICIPANT-TYPE:SPEAKER',
    'NAME:Mariza Lopes',
    'END:PARTICIPANT',
    'BEGIN:PARTICIPANT',
    'PARTICIPANT-TYPE:SPONSOR',
    'NAME:Câmara Municipal',
    'END:PARTICIPANT',
    'BEGIN:PARTICIPANT',
    'NAME:Somebody who comes',
    'END:PARTICIPANT',
    'BEGIN:VLOCATION',
    'NAME:Garage',
    'LOCATION-TYPE:parking',
    'END:VLOCATION',
    'BEGIN:VLOCATION',
    'NAME:Casa da Música',
    'GEO:41.158;-8.63',
    'END:VLOCATION',
  )
  expect([found.summary, found.people, found.organisations, found.place]).toEqual([
    'Songs of leaving',
    [{ name: 'Mariza Lopes', role: 'speaker' }],
    [{ name: 'Câmara Municipal' }],
    { name: 'Casa da Música', lat: 41.158, lon: -8.63 },
  ])
})

test('a place goes without the words that led to an address behind it', () => {
  const where = (location: string) => {
    const { place, attendance } = event('SUMMARY:A', `LOCATION:${location}`)
    return [place?.name, attendance]
  }
  expect(where('Kibera town hall and online at https://zoom.us/j/99')).toEqual(['Kibera town hall', 'mixed'])
  expect(where('Event online: https://zoom.us/j/99')).toEqual([undefined, 'online'])
  expect(where('ISCTE Lisboa / Zoom')).toEqual(['ISCTE Lisboa', 'mixed'])
  expect(where('Hybrid: City Library + Zoom https://zoom.us/j/1')).toEqual(['City Library', 'mixed'])
  expect(where('Arts & Crafts / Room 2')).toEqual(['Arts & Crafts / Room 2', 'offline'])
  expect(where('Online House')).toEqual(['Online House', 'offline'])
})
