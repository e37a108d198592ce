import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sampleFile } from '../../test/samples.ts'
import { readTime } from './read-time.ts'

type Expected = {
  phrase: string
  published: string | null
  zone: string | null
  ok: { start: string; end: string | null }[]
  doubt: string | null
  doubtOr?: string[]
}

const key = sampleFile('times', 'expected.jsonl')

/** An instant to the minute; a day or a local time as it is written. */
function comparable(time: string | null): string | null {
  const bare = time?.replace(/\[[^\]]*\]$/, '') ?? null
  const told = bare && /T.*(?:Z|[+-]\d\d:\d\d)$/.test(bare) ? new Date(bare).toISOString() : bare
  return told?.slice(0, 16) ?? null
}

test.skipIf(!key)(
  'of the sampled phrases 98 in 100 are read right, and none is wrong without a doubt',
  () => {
    const lines = readFileSync(key!, 'utf8').trim().split('\n')
    const failures = { wrong: [] as string[], silent: [] as string[], missed: [] as string[] }
    for (const line of lines) {
      const { phrase, published, zone, ok, doubt, doubtOr = [] } = JSON.parse(line) as Expected
      const { readings, time, doubts } = readTime(phrase, {
        ...(published ? { published } : {}),
        ...(zone ? { zone } : {}),
      })
      const [first] = readings
      const isRight = ok.length
        ? ok.some(
            one =>
              comparable(one.start) === comparable(first?.start ?? null) &&
              comparable(one.end) === comparable(first?.end ?? null),
          )
        : first === undefined && time === undefined
      if (!isRight) failures.wrong.push(phrase)
      if (!isRight && !doubts.length) failures.silent.push(phrase)
      if (doubt && !doubts.some(({ code }) => [doubt, ...doubtOr].includes(code)))
        failures.missed.push(phrase)
    }
    expect(failures.silent).toEqual([])
    expect(failures.missed).toEqual([])
    expect(failures.wrong.length).toBeLessThanOrEqual(lines.length * 0.02)
  },
)
