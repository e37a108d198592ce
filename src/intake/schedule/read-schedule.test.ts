import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sampleFiles } from '../../../test/samples.ts'
import type { Finding, InspectLine } from '../../domain/finding.ts'
import type { IntakeOptions } from '../intake.ts'
import { readSchedule } from './read-schedule.ts'
import { durationOf } from './talk-time.ts'

function read(text: string, options: IntakeOptions = {}): InspectLine[] {
  return [...readSchedule(Buffer.from(text), options)]
}
function findings(text: string, options: IntakeOptions = {}): Finding[] {
  return read(text, options).flatMap(line => ('finding' in line ? line.finding : []))
}
function problems(text: string): string[] {
  return read(text).flatMap(line => ('problem' in line ? line.problem.code : []))
}

function xml(conference: string, ...events: string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?><schedule><conference><title>Day of the Sea</title>${conference}</conference>
    <day date="2020-12-18" index="1"><room name="Hall">${events.join('')}</room></day></schedule>`
}
const berlin = '<time_zone_name>Europe/Berlin</time_zone_name><base_url>https://example.org/2020/</base_url>'

test('a room that is no place means that one meets over the net; a fate before the title is a status', () => {
  const [found] = findings(
    xml(
      berlin,
      `<event id="1"><date>2020-12-18T14:00:00+01:00</date><start>14:00</start><duration>00:30</duration>
       <room>Online (Zoom)</room><title>[POSTPONED] Remittances &amp; fintech</title></event>`,
    ),
  )
  expect([found!.title, found!.status, found!.attendance, found!.place]).toEqual([
    'Remittances & fintech',
    'postponed',
    'online',
    undefined,
  ])
})

test('an event of a schedule is read with everything it tells', () => {
  const lines = read(
    xml(
      berlin,
      `<event guid="g-1" id="1"><date>2020-12-18T14:00:00+01:00</date><start>14:00</start><duration>01:30</duration>
       <room>Hall</room><title>Rights &amp; wrongs</title><subtitle>At sea</subtitle><track>Law</track><type>lecture</type>
       <language>en</language><abstract>Who rescues?</abstract><description>Who rescues?</description>
       <recording><license>CC BY 4.0</license><optout>true</optout></recording><url>talk/1</url>
       <persons><person id="5">Ann Sea</person><person id="6">Bo Shore</person></persons>
       <links><link href="https://example.org/a.pdf">Slides</link><link href="https://example.org/f">Submit feedback</link></links></event>`,
    ),
  )
  expect(lines[0]).toEqual({
    programme: { title: 'Day of the Sea', url: 'https://example.org/2020/', timeZone: 'Europe/Berlin' },
  })
  const { from, ...finding } = (lines[1] as { finding: Finding }).finding
  expect(finding).toEqual({
    kind: 'event',
    title: 'Rights & wrongs',
    url: 'https://example.org/2020/talk/1',
    summary: 'At sea\n\nWho rescues?',
    start: '2020-12-18T14:00:00+01:00[Europe/Berlin]',
    end: '2020-12-18T15:30:00+01:00[Europe/Berlin]',
    place: { name: 'Hall' },
    people: [
      { name: 'Ann Sea', role: 'speaker' },
      { name: 'Bo Shore', role: 'speaker' },
    ],
    languages: ['en'],
    tags: ['Law'],
    links: [{ role: 'slides', url: 'https://example.org/a.pdf', title: 'Slides' }],
    recording: 'none',
    uid: 'g-1',
  })
  expect(from?.title).toBe('schedule')
})

describe('times', () => {
  const at = (conference: string, inside: string, options: IntakeOptions = {}) => {
    const [finding] = findings(xml(conference, `<event id="1"><title>A</title>${inside}</event>`), options)
    return [finding?.start, finding?.doubts?.map(doubt => doubt.code)]
  }
  const day = '<day_change>09:00:00</day_change>'

  test('hours before the change of day belong to the next day of the calendar', () => {
    expect(at(berlin + day, '<start>23:00</start>')[0]).toBe('2020-12-18T23:00:00+01:00[Europe/Berlin]')
    expect(at(berlin + day, '<start>01:00</start>')[0]).toBe('2020-12-19T01:00:00+01:00[Europe/Berlin]')
    expect(at(berlin, '<start>01:00</start>')[0]).toBe('2020-12-19T01:00:00+01:00[Europe/Berlin]')
    expect(at(`${berlin}<day_change>00:00</day_change>`, '<start>01:00</start>')[0]).toBe(
      '2020-12-18T01:00:00+01:00[Europe/Berlin]',
    )
  })

  test('a local time written as if it were UTC is doubted, not trusted', () => {
    const lie = '<date>2020-12-18T10:00:00+00:00</date><start>10:00</start>'
    expect(at('', lie)).toEqual(['2020-12-18T10:00:00', ['zone-missing']])
    expect(at(berlin, lie)).toEqual(['2020-12-18T10:00:00+01:00[Europe/Berlin]', ['zones-disagree']])
    expect(at('', lie, { zone: 'America/Toronto' })).toEqual([
      '2020-12-18T10:00:00-05:00[America/Toronto]',
      ['zones-disagree'],
    ])
  })

  test('a date that is really told in UTC is kept as an instant', () => {
    const truth = '<date>2020-12-18T10:00:00Z</date><start>11:00</start>'
    expect(at(berlin, truth)).toEqual(['2020-12-18T11:00:00+01:00[Europe/Berlin]', undefined])
  })

  test('an offset without a zone is kept as it is, and a zone asked for must fit it', () => {
    const inside = '<date>2020-12-18T10:00:00+01:00</date><start>10:00</start>'
    expect(at('', inside)).toEqual(['2020-12-18T10:00:00+01:00[+01:00]', undefined])
    expect(at('', inside, { zone: 'Europe/Rome' })).toEqual([
      '2020-12-18T10:00:00+01:00[Europe/Rome]',
      undefined,
    ])
    expect(at('', inside, { zone: 'Asia/Manila' })).toEqual([
      '2020-12-18T10:00:00+01:00[+01:00]',
      ['zones-disagree'],
    ])
  })

  test('no zone at all is doubted, or taken as asked', () => {
    expect(at('', '<start>10:00</start>')).toEqual(['2020-12-18T10:00:00', ['zone-missing']])
    expect(at('', '<start>10:00</start>', { zone: 'Europe/Berlin' })).toEqual([
      '2020-12-18T10:00:00+01:00[Europe/Berlin]',
      undefined,
    ])
  })

  test.each([
    ['01:30', 90],
    ['1:30', 90],
    ['00:30:00', 30],
    ['90', 90],
    [45, 45],
    [2700, 45],
    ['PT1H30M', 90],
  ])('a duration of %s is %i minutes', (told, minutes) => {
    expect(durationOf(told)).toBe(minutes * 60_000)
  })
})

describe('JSON', () => {
  const talk = {
    guid: 'g',
    title: 'A',
    start: '14:00',
    duration: '0:45',
    persons: [{ public_name: 'Ann Sea' }],
  }

  test('frab and pretalx', () => {
    const json = {
      schedule: {
        conference: {
          title: 'Day of the Sea',
          time_zone_name: 'Europe/Berlin',
          days: [
            {
              date: '2020-12-18',
              rooms: { Hall: [{ ...talk, date: '2020-12-18T14:00:00+01:00', do_not_record: true }] },
            },
          ],
        },
      },
    }
    const lines = read(JSON.stringify(json))
    expect(lines[0]).toEqual({ programme: { title: 'Day of the Sea', timeZone: 'Europe/Berlin' } })
    expect(lines[1]).toMatchObject({
      finding: {
        title: 'A',
        start: '2020-12-18T14:00:00+01:00[Europe/Berlin]',
        end: '2020-12-18T14:45:00+01:00[Europe/Berlin]',
        place: { name: 'Hall' },
        people: [{ name: 'Ann Sea', role: 'speaker' }],
        recording: 'none',
        uid: 'g',
      },
    })
  })

  test('the second schema of the VOC', () => {
    const json = {
      schedule: {
        conference: { title: 'Sea', time_zone_name: 'Europe/Berlin' },
        events: [
          {
            guid: 'g',
            title: 'A',
            abstract: { de: 'Wer rettet?', en: 'Who rescues?' },
            start: '2020-12-18T14:00:00+01:00',
            end: '2020-12-18T15:00:00+01:00',
            room: { name: 'Hall' },
            participants: [{ name: 'Ann', role: 'MODERATOR' }],
            state: 'CANCELED',
          },
        ],
      },
    }
    expect(findings(JSON.stringify(json))[0]).toMatchObject({
      summary: 'Who rescues?',
      end: '2020-12-18T15:00:00+01:00[Europe/Berlin]',
      place: { name: 'Hall' },
      people: [{ name: 'Ann', role: 'moderator' }],
      status: 'cancelled',
    })
  })

  test('talks by the day, the time and the room, given twice', () => {
    const slots = [
      {
        start: '2020-12-18T14:00:00+01:00',
        end: '2020-12-18T15:00:00+01:00',
        room: { name: { en: 'Hall' } },
      },
      {
        start: '2020-12-19T14:00:00+01:00',
        end: '2020-12-19T15:00:00+01:00',
        room: { name: { en: 'Hall' } },
      },
    ]
    const json = {
      schedule: { '2020-12-18': { '840': { '12': { code: 'ABC', title: 'A', speakers: [], slots } } } },
    }
    expect(findings(JSON.stringify(json)).map(({ start, uid }) => [start, uid])).toEqual([
      ['2020-12-18T14:00:00+01:00[+01:00]', 'ABC'],
      ['2020-12-19T14:00:00+01:00[+01:00]', 'ABC#2'],
    ])
  })

  test('sessions by their codes, with a recording', () => {
    const session = {
      title: 'A',
      session_type: 'Talk',
      delivery: 'in-person',
      youtube_url: 'https://youtube.com/watch?v=1',
      start: null,
    }
    expect(findings(JSON.stringify({ ABC: { code: 'ABC', ...session } }))[0]).toMatchObject({
      uid: 'ABC',
      attendance: 'offline',
      recording: 'available',
      links: [{ role: 'recording', url: 'https://youtube.com/watch?v=1', title: 'Recording' }],
    })
  })

  test('an export of Indico, whose times are in another zone than its event', () => {
    const moment = (time: string) => ({ date: '2020-12-18', time, tz: 'UTC' })
    const json = {
      _type: 'HTTPAPIResult',
      results: [
        {
          _type: 'Conference',
          id: '1',
          title: 'Sea',
          timezone: 'Europe/Warsaw',
          url: 'https://example.org/event/1/',
          contributions: [
            {
              id: '2',
              title: 'Late',
              startDate: moment('14:00:00'),
              endDate: moment('14:30:00'),
              speakers: [],
            },
            {
              id: '1',
              title: 'Early',
              startDate: moment('13:00:00'),
              endDate: moment('13:30:00'),
              speakers: [{ fullName: 'Sea, Ann', affiliation: 'Shore' }],
            },
          ],
        },
      ],
    }
    const lines = read(JSON.stringify(json))
    expect(lines[0]).toMatchObject({ programme: { title: 'Sea', timeZone: 'Europe/Warsaw' } })
    expect(lines[1]).toMatchObject({
      finding: {
        title: 'Early',
        start: '2020-12-18T14:00:00+01:00[Europe/Warsaw]',
        end: '2020-12-18T14:30:00+01:00[Europe/Warsaw]',
        people: [{ name: 'Ann Sea', role: 'speaker', affiliation: 'Shore' }],
      },
    })
    expect(lines).toHaveLength(3)
  })
})

describe('what is no schedule', () => {
  test.each([
    ['', 'not-a-schedule'],
    ['PK\x03\x04', 'not-a-schedule'],
    ['<!DOCTYPE html><html>sign in</html>', 'not-a-schedule'],
    ['<rss version="2.0"><channel/></rss>', 'not-a-schedule'],
    ['words', 'not-a-schedule'],
    ['{"schedule": {', 'json-broken'],
    ['{"a": 1}', 'not-a-schedule'],
    ['{"$schema": "http://json-schema.org/draft-06/schema#", "title": "A"}', 'not-a-schedule'],
    ['<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><schedule><day/></schedule>', 'entities-refused'],
    [`<schedule>${'<a>'.repeat(1000)}`, 'too-deep'],
    ['<schedule><conference><title>A</title></conference></schedule>', 'no-events'],
  ])('%s', (text, code) => {
    expect(problems(text)).toEqual([code])
  })

  test('of broken XML what could be read is shown', () => {
    const text = xml(
      berlin,
      '<event id="1"><title>A</title><start>10:00</start></event><event id="2"><title>B',
    )
    expect(findings(text.slice(0, text.lastIndexOf('B') + 1)).map(finding => finding.title)).toEqual(['A'])
    expect(problems(text.slice(0, text.lastIndexOf('B') + 1))).toEqual(['xml-broken'])
  })

  test('JSON inside JSON without end is a problem, not a fault', () => {
    expect(problems('['.repeat(200_000))).toEqual(['json-broken'])
    expect(problems(`${'['.repeat(5000)}${']'.repeat(5000)}`)).toEqual(['not-a-schedule'])
  })
})

const samples = sampleFiles(['schedule'])
test.skipIf(samples.length === 0)(
  'every schedule among the samples gives findings or a clear problem',
  { timeout: 60_000 },
  () => {
    const silent: string[] = []
    for (const file of samples) {
      const began = process.cpuUsage()
      const lines = [...readSchedule(readFileSync(file), {})]
      if (!lines.some(line => 'finding' in line || 'problem' in line)) silent.push(file)
      expect(process.cpuUsage(began).user / 1e6, file).toBeLessThan(5)
    }
    expect(silent).toEqual([])
  },
)
