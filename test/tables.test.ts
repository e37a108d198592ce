import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Finding } from '../src/domain/finding.ts'
import { inspect } from '../src/intake/inspect.ts'

/**
 * Tables and sheets as people and programs make them, each with what it tells: written before the reader saw them.
 * Of an entry only what the key names is compared; `optional` titles (breaks) may be told or not.
 */
const folder = join(import.meta.dirname, 'tables')
type Told = {
  title: string
  start: string
  end?: string
  place?: string
  lat?: number
  status?: string
  people?: string[]
  organisations?: string[]
  links?: string[]
}
type Key = { file: string; zone?: string; optional?: string[]; findings: Told[] }
const key = readFileSync(join(folder, 'expected.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Key)

test.each(key)('$file is read as its key says', async ({ file, zone, optional = [], findings }) => {
  const lines = [...(await inspect(readFileSync(join(folder, file)), { name: file, ...(zone && { zone }) }))]
  const read = lines
    .flatMap(line => ('finding' in line ? [line.finding] : []))
    .filter(({ title }) => !optional.includes(title))
  const sorted = (told: Told[]) => told.toSorted((a, b) => (sortedBy(a) < sortedBy(b) ? -1 : 1))
  const wanted = sorted(
    findings.map(one => ({ ...one, start: moment(one.start), ...(one.end && { end: moment(one.end) }) })),
  )
  const found = sorted(read.map(whole))
  expect(found.map((one, at) => only(one, wanted[at]))).toEqual(wanted)
})

function sortedBy({ start, title }: Told): string {
  return `${start} ${title}`
}

function whole({ title, start = '', end, place, status, people, organisations, links }: Finding): Told {
  return {
    title,
    start: moment(start),
    ...(end && { end: moment(end) }),
    ...(place?.name && { place: place.name }),
    ...(place?.lat !== undefined && { lat: place.lat }),
    ...(status && { status }),
    people: (people ?? []).map(({ name }) => name),
    organisations: (organisations ?? []).map(({ name }) => name),
    links: (links ?? []).map(({ role, url }) => `${role} ${url}`),
  }
}

/** An hour with its zone as an instant. */
function moment(told: string): string {
  if (!/(?:Z|[+-]\d\d:\d\d)(?:\[|$)/.test(told)) return told.slice(0, 16)
  return Temporal.Instant.from(told).toString()
}

function only(told: Told, wanted: Told | undefined): Partial<Told> {
  return wanted ? Object.fromEntries(Object.entries(told).filter(([field]) => field in wanted)) : told
}
