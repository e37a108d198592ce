import { expect, test } from 'vitest'
import { inspect } from '../inspect.ts'

/** Of this process alone: the machine may be busy with others. */
const millisecondsSince = (began: NodeJS.CpuUsage) => process.cpuUsage(began).user / 1000

const calendar = (...lines: string[]) =>
  Buffer.from(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART:20261218T130000Z',
      'SUMMARY:Walk',
      ...lines,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )

test.each<[string, string]>([
  ['an end that is none', `END:${'\t'.repeat(50_000)}:`],
  ['a beginning that is none', `BEGIN ${' '.repeat(50_000)}x`],
  ['parameters without an end', `X-A${';'.repeat(50_000)}`],
])('%s costs no more than other lines', async (_, line) => {
  const before = process.cpuUsage()
  const found = [...(await inspect(calendar(line)))].flatMap(one => ('finding' in one ? [one.finding] : []))
  expect(millisecondsSince(before)).toBeLessThan(1000)
  expect(found).toMatchObject([
    { title: expect.stringMatching(/^Walk/), start: '2026-12-18T13:00:00+00:00[UTC]' },
  ])
})
