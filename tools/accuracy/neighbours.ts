import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { contentOfFinding } from '../../src/domain/content.ts'
import type { Finding } from '../../src/domain/finding.ts'
import { foldName } from '../../src/domain/fold-name.ts'
import type { Told } from '../../src/domain/identity/traits.ts'
import { instantsOf } from '../../src/domain/instants-of.ts'
import { inspect } from '../../src/intake/inspect.ts'
import type { Example } from './fit.ts'

const most = { schedule: 150, programme: 40, feeds: 8 }
const near = 7 * 86_400_000

/**
 * Items of one real schedule, table or feed that are near in time, or written of again, and have other titles: two,
 * however alike. And some of them told again as others would: one.
 */
export async function readNeighbours(samples: string): Promise<Example[]> {
  const all: Omit<Example, 'counts'>[] = []
  for (const [folder, mostOfOne] of Object.entries(most)) {
    const path = join(samples, folder)
    for (const name of existsSync(path)
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
      : []) {
      if (!statSync(join(path, name)).isFile()) continue
      const told: Told[] = []
      for (const line of await inspect(readFileSync(join(path, name)), { name: basename(name) }))
        if ('finding' in line) told.push(...[line.finding, ...(line.finding.sessions ?? [])].flatMap(toldOf))
      const pairs = [
        ...spread(pairsOf(told.slice(0, 1500)), mostOfOne),
        ...spread(writtenAgain(told.slice(0, 200)), most.schedule),
      ]
      const group = `${folder}/${name}`
      const hosted = (each: Told, at: number) =>
        at % 2 ? each : { ...each, organisations: hostsOf(each, name) }
      all.push(...pairs.map(([a, b], at) => ({ group, same: false, a: hosted(a, at), b: hosted(b, at) })))
      const again = spread(told, mostOfOne / 4).map(each => hosted(each, 0))
      all.push(...again.map((a, at) => ({ group, same: true, a, b: toldAgain(a, at) })))
    }
  }
  return all.map(each => ({ ...each, counts }))
}

/** They are many and much like each other: three count as much as one pair that was labelled by hand. */
const counts = 0.3

/** Schedules name no host: whoever held the conference is one. */
function hostsOf({ organisations }: Told, file: string): Told['organisations'] {
  return organisations.length > 0 ? organisations : [{ name: `The makers of ${file.split('.')[0]}` }]
}

/** The same as another would announce it: shorter, longer, without the hour, without hosts, moved. */
function toldAgain(told: Told, variant: number): Told {
  const bare = { ...told, links: [], uid: undefined }
  const [start] = told.title.split(/[:–—|]/)
  switch (variant % 7) {
    case 0:
      return bare
    case 1:
      return { ...bare, organisations: [...told.organisations, { name: 'Another of its hosts' }] }
    case 2:
      return { ...bare, title: `${told.organisations[0]!.name}: ${told.title}`, organisations: [] }
    case 3:
      return told.time.precision === 'moment' ? onTheDay(bare) : { ...bare, title: `${told.title} – online` }
    case 4:
      return { ...told, title: start!.trim().includes(' ') ? start!.trim() : told.title }
    case 5:
      return moved(told, variant % 2 ? 1 : 3)
    default:
      return { ...bare, organisations: [], title: told.title.toUpperCase() }
  }
}

function onTheDay(told: Told): Told {
  const time = {
    ...told.time,
    precision: 'date-only' as const,
    start: told.time.start!.slice(0, 10),
    end: null,
  }
  return { ...told, time, ...instantsOf(time) }
}

/** To another day, where a page of its own is told. */
function moved(told: Told, days: number): Told {
  if (told.time.precision !== 'moment' || told.links.length === 0) return { ...told, links: [] }
  const later = days * 86_400_000
  const next = (wall: string) => new Date(Date.parse(`${wall}Z`) + later).toISOString().slice(0, 19)
  const time = { ...told.time, start: next(told.time.start!), end: told.time.end && next(told.time.end) }
  return { ...told, time, ...instantsOf(time) }
}

function toldOf(finding: Finding): Told[] {
  try {
    const content = contentOfFinding(finding, 'UTC')
    return [{ ...content, ...instantsOf(content.time) }]
  } catch {
    return []
  }
}

function pairsOf(told: readonly Told[]): [Told, Told][] {
  const seen = told.map(each => ({
    told: each,
    title: foldName(each.title),
    at: each.startsAt ?? dayOf(each),
  }))
  return seen.flatMap((a, at) =>
    seen
      .slice(at + 1)
      .filter(b => Math.abs(a.at - b.at) <= near && a.title !== b.title && a.title !== '' && b.title !== '')
      // The nearer in time, the harder to tell apart.
      .filter((b, place) => Math.abs(a.at - b.at) <= 45 * 60_000 || (at + place) % 10 === 0)
      .map((b): [Told, Told] => [a.told, b.told]),
  )
}

/** Of one feed, and far from each other: what it writes of again under another title. */
function writtenAgain(told: readonly Told[]): [Told, Told][] {
  const written = told
    .filter(({ kind }) => kind !== 'event')
    .map(each => ({ told: each, words: foldName(each.title).split(' '), at: dayOf(each) }))
  return written.flatMap((a, at) =>
    written
      .slice(at + 1)
      .filter(b => Math.abs(a.at - b.at) > near && a.words.join(' ') !== b.words.join(' '))
      .filter(b => a.words.some(word => word.length > 4 && b.words.includes(word)))
      .map((b): [Told, Told] => [a.told, b.told]),
  )
}

function dayOf({ published }: Told): number {
  return published ? Date.parse(published) : 0
}

function spread<T>(all: readonly T[], mostOfAll: number): T[] {
  const step = Math.max(1, all.length / mostOfAll)
  return Array.from({ length: Math.min(mostOfAll, all.length) }, (_, at) => all[Math.floor(at * step)]!)
}
