import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { sampleFile, sampleFiles } from '../../test/samples.ts'
import type { Finding, InspectLine } from '../domain/finding.ts'
import { type InspectOptions, inspect } from './inspect.ts'

async function codesOf(content: string | Uint8Array, options: InspectOptions = {}) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return [...(await inspect(bytes, options))].map(codeOf)
}

function codeOf(line: InspectLine): string {
  if ('problem' in line) return line.problem.code
  return 'finding' in line ? line.finding.title : 'programme'
}

test('a file goes to the intake that reads it', async () => {
  expect(await codesOf('title,date\nWalk,2021-03-10\n')).toEqual(['Walk'])
  expect(
    await codesOf(
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Walk\r\nDTSTART:20210310T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    ),
  ).toContain('Walk')
})

test('how to read it can be told, and cannot make text of what is none', async () => {
  expect(await codesOf('title,date\nWalk,2021-03-10\n', { as: 'calendar' })).not.toContain('Walk')
  expect(await codesOf('title,date\nWalk,2021-03-10\n', { as: 'feed' })).toEqual(['not-a-feed'])
  expect(await codesOf(Buffer.from('PK\x03\x04'), { as: 'csv' })).toEqual(['not-text'])
})

test('a time in doubt comes with the words that told it, and with what may be meant', async () => {
  const html = `<!doctype html><title>Panel on migration</title><h1>Panel on migration</h1>
    <p>When: Friday 26 June 2020 – 13:30-15:00 (CET)</p>`
  const [line] = await inspect(Buffer.from(html), { url: 'https://example.org/events/panel' })
  const { start, told, doubts } = (line as { finding: Finding }).finding
  const berlin = {
    start: '2020-06-26T13:30:00+02:00[Europe/Berlin]',
    end: '2020-06-26T15:00:00+02:00[Europe/Berlin]',
  }
  expect(start).toBe(berlin.start)
  expect(told).toEqual({ start: 'Friday 26 June 2020 – 13:30-15:00 (CET)' })
  expect(doubts).toEqual([
    {
      code: 'zone-season',
      field: 'start',
      says: expect.stringContaining('CET'),
      said: told!.start,
      choices: [
        berlin,
        { start: '2020-06-26T13:30:00+01:00[+01:00]', end: '2020-06-26T15:00:00+01:00[+01:00]' },
      ],
    },
  ])
})

test('choices are of the time that the finding has in the end', async () => {
  const csv = 'title,date,time,duration,timezone\nWalk,2021-07-10,15:00,90,IST\n'
  const [line] = await inspect(Buffer.from(csv))
  const { told, doubts } = (line as { finding: Finding }).finding
  expect(told).toEqual({ start: '2021-07-10 15:00 90 IST' })
  expect(doubts![0]!.choices).toEqual([
    { start: '2021-07-10T15:00:00+05:30[Asia/Kolkata]', end: '2021-07-10T16:30:00+05:30[Asia/Kolkata]' },
    { start: '2021-07-10T15:00:00+01:00[Europe/Dublin]', end: '2021-07-10T16:30:00+01:00[Europe/Dublin]' },
    { start: '2021-07-10T15:00:00+02:00[+02:00]', end: '2021-07-10T16:30:00+02:00[+02:00]' },
  ])
})

test('a file that is too large is not read', async () => {
  expect(await codesOf(Buffer.alloc(101 * 1024 * 1024, 'a'))).toEqual(['too-large'])
})

const files = sampleFiles(['programme', 'schedule', 'ics', 'blog', 'feeds', 'wxr', 'pages', 'fediverse'])
const openDataDay = sampleFile('programme', 'opendataday-events-2021.csv')

describe('files written by others', () => {
  test.skipIf(files.length === 0)(
    'each gives findings or says why not, never a fault, never late',
    { timeout: 120_000 },
    async () => {
      const faults: string[] = []
      const silent: string[] = []
      const late: string[] = []
      for (const file of files) {
        const started = process.cpuUsage().user
        const lines = [...(await inspect(readFileSync(file), { name: file }))]
        if (process.cpuUsage().user - started > 5_000_000) late.push(file)
        if (lines.some(line => codeOf(line) === 'fault')) faults.push(file)
        if (!lines.some(line => !('programme' in line))) silent.push(file)
      }
      expect({ faults, silent, late }).toEqual({ faults: [], silent: [], late: [] })
    },
  )

  test.skipIf(!openDataDay)('Open Data Day 2021 comes out as its own figures say', async () => {
    const lines = [...(await inspect(readFileSync(openDataDay!)))]
    const findings = lines.flatMap(line => ('finding' in line ? [line.finding] : []))
    const onTheDay = findings.filter(finding => finding.start?.startsWith('2021-03-06'))
    const timed = onTheDay.filter(finding => finding.start!.includes('T'))
    expect({
      events: findings.length,
      onTheDay: onTheDay.length,
      timed: timed.length,
      recorded: timed.filter(finding => finding.recording === 'available').length,
      withoutZone: timed.filter(finding => !finding.start!.endsWith(']')).length,
    }).toEqual({ events: 327, onTheDay: 147, timed: 118, recorded: 44, withoutZone: 0 })
  })
})

describe('a file compressed with gzip', () => {
  const walk = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Walk\r\nDTSTART:20210310T100000Z\r\nEND:VEVENT\r\n'

  test('is read as what it holds, whatever that is', async () => {
    expect(await codesOf(gzipSync(walk), { name: 'day.ics.gz' })).toContain('Walk')
    expect(await codesOf(gzipSync('title,date\nWalk,2021-03-10\n'))).toEqual(['Walk'])
    expect(await codesOf(gzipSync('title,date\nWalk,2021-03-10\n'), { as: 'feed' })).toEqual(['not-a-feed'])
  })

  test('that breaks off gives what is there, and says so', async () => {
    const noise = Array.from({ length: 5000 }, (_, at) => `Walk ${(at * 7919) % 10_007},2021-03-10`)
    const whole = gzipSync(`title,date\nFirst,2021-03-10\n${noise.join('\n')}`)
    const codes = await codesOf(whole.subarray(0, whole.length - 3000))
    expect(codes.length).toBeGreaterThan(100)
    expect([codes[0], codes.at(-1)]).toEqual(['First', 'damaged'])
    expect(await codesOf(whole.subarray(0, 5))).toEqual(['not-text'])
  })

  test('is unpacked once, and no further than a file may be large', async () => {
    expect(await codesOf(gzipSync(gzipSync(walk)))).toEqual(['not-text'])
    const bomb = gzipSync(Buffer.alloc(110 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(200_000)
    expect(await codesOf(bomb)).toEqual(['too-large'])
  })
})
