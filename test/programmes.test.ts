import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Finding } from '../src/domain/finding.ts'
import { readPage } from '../src/intake/page/read-page.ts'

/** Programme pages – grids, tables, lists – each with what it tells: written before the reader saw them. */
const folder = join(import.meta.dirname, 'programmes')
type Told = {
  title: string
  start?: string
  end?: string
  place?: string
  url?: string
  organisations?: string[]
  links?: string[]
  sessions?: Told[]
}
const key = readFileSync(join(folder, 'expected.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as { file: string; url: string; findings: Told[] })

test.each(key)('$file is read as its key says', ({ file, url, findings }) => {
  const lines = [...readPage(readFileSync(join(folder, file)), { url })]
  const read = lines.flatMap(line => ('finding' in line ? [line.finding] : []))
  expect(read.map((finding, at) => told(finding, findings[at]))).toEqual(findings.map(atOffset))
})

/** What the key speaks of. */
function told(finding: Finding, wanted: Told | undefined): Told {
  const { title, start, end, place, url, organisations, links, sessions } = finding
  const all: Told = {
    title,
    ...(start && { start }),
    ...(end && { end }),
    ...(place?.name && { place: place.name }),
    ...(url && { url }),
    ...(organisations && { organisations: organisations.map(({ name }) => name) }),
    ...(links && { links: links.map(link => `${link.role} ${link.url}`) }),
    ...(sessions && { sessions: sessions.map((one, at) => told(one, wanted?.sessions?.[at])) }),
  }
  const spoken = new Set(['title', ...(sessions ? ['sessions'] : []), ...Object.keys(wanted ?? all)])
  return atOffset(Object.fromEntries(Object.entries(all).filter(([field]) => spoken.has(field))) as Told)
}

/** One offset may bear several names. */
function atOffset(one: Told): Told {
  return {
    ...one,
    ...(one.start && { start: one.start.replace(/\[.*/, '') }),
    ...(one.end && { end: one.end.replace(/\[.*/, '') }),
    ...(one.sessions && { sessions: one.sessions.map(atOffset) }),
  }
}
