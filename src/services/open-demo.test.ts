import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contradictionsOf } from '../domain/figure/contradictions.ts'
import { isCountry } from '../domain/figure/members.ts'
import { lineValueOn, valueOn } from '../domain/figure/value-at.ts'
import { recordingOf } from '../domain/recording.ts'
import { findFigure, readFigures } from '../storage/figures.ts'
import { readProgramme } from '../storage/programmes.ts'
import type { Store } from '../storage/store.ts'
import { countryOf } from '../time/countries.ts'
import { daysOf } from '../time/edtf.ts'
import { openDemo } from './open-demo.ts'

let folder: string
let demo: Store

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daylong-demo-'))
  demo = await openDemo(folder, Date.parse('2026-11-01T00:00Z'))
})
afterAll(async () => {
  await demo?.close()
  await rm(folder, { recursive: true, force: true })
})

test('the demo has all that its table tells', async () => {
  const { entries } = (await readProgramme(demo, 'open-data-day', '2021'))!
  expect(entries).toHaveLength(327)
  expect(entries.filter(entry => recordingOf(entry) === 'available')).toHaveLength(77)
})

test('the demo’s post is read entry by entry, and no hour is made up', async () => {
  const { entries, edition } = (await readProgramme(demo, 'international-migrants-day', '2020'))!
  expect(edition.text).toContain('On 18 December 1990')
  expect(entries.map(({ kind }) => kind)).toEqual([
    'event',
    'statement',
    'event',
    'event',
    'statement',
    'campaign',
    'statement',
    'article',
    'video',
  ])
  expect(entries.filter(({ time }) => time.precision === 'moment')).toEqual([])
  for (const { time } of entries) expect(time.start ?? '2020-12-18').toBe('2020-12-18')
})

/** Counted by others from the same lists, line by line. */
const counts = tableOf('counts.tsv') as {
  treaty: string
  date: string
  states_parties: string
  source: string
}[]

test('the demo’s figures are what was counted line by line', async () => {
  const figures = new Map((await readFigures(demo.db, 'all')).map(figure => [figure.slug, figure]))
  expect(figures.size).toBe(9)
  const lines = { untc: 0, published: 0, un: 0 }
  for (const { treaty, date, states_parties, source } of counts) {
    const figure = figures.get(treaty.toLowerCase())!
    const [byDay, published, un] = figure.lines
    const said = Number(states_parties)
    const { last } = daysOf(date)
    if (source.includes('untc-')) {
      lines.untc++
      expect([treaty, date, lineValueOn(figure, byDay!, last)?.value]).toEqual([treaty, date, said])
    } else if (source.includes('status2022-')) {
      lines.un++
      expect([treaty, date, lineValueOn(figure, un!, last)?.value]).toEqual([treaty, date, said])
    } else {
      lines.published++
      const points = figure.points.filter(point => point.line === published!.key && point.date === date)
      expect([treaty, date, points.map(({ value }) => value)]).toEqual([treaty, date, [said]])
      expect(figure.sources.find(({ id }) => id === points[0]!.source)?.rank).toBe('secondary')
    }
  }
  expect(lines).toEqual({ untc: 279, published: 20, un: 9 })
})

test('each State of the Migrant Workers Convention joined when its list says', async () => {
  const figure = (await findFigure(demo.db, 'icrmw'))!
  const states = tableOf('icrmw-states.tsv') as { state: string; date: string; source: string }[]
  const told = states.map(({ state, date, source }) => [
    source.startsWith('untc') ? 'by-day' : 'un-members',
    state === 'Congo' ? 'CG' : countryOf(state),
    date,
  ])
  const stored = figure.points.map(({ line, who, date }) => [line, who, date])
  for (const line of told) expect(stored).toContainEqual(line)
  const ofDays = stored.filter(([line]) => line === 'by-day')
  expect(ofDays).toHaveLength(told.filter(([line]) => line === 'by-day').length)
})

test('no two definitions are joined: day by day to March 2015, then what was published', async () => {
  const figure = (await findFigure(demo.db, 'icrmw'))!
  const days = ['2014-12-18', '2015-12-18', '2016-12-18', '2018-12-18', '2020-12-18', '2026-11-29']
  const said = days.map(day => {
    const { value, how, since, line, source } = valueOn(figure, day)!
    return [value, how, since, line, source?.rank]
  })
  expect(said).toEqual([
    [47, 'exact', '2013-08-19', 'by-day', 'primary'],
    [47, 'at-least', '2013-08-19', 'by-day', 'primary'],
    [49, 'exact', '2016-12-18', 'published', 'secondary'],
    [51, 'at-least', '2017-12-18', 'published', 'secondary'],
    [56, 'exact', '2020-12-18', 'published', 'secondary'],
    [60, 'at-least', '2024-11', 'published', 'secondary'],
  ])
  for (const each of await readFigures(demo.db, 'all')) {
    expect([each.slug, contradictionsOf(each)]).toEqual([each.slug, []])
    expect(each.points.filter(({ who }) => who !== null && !isCountry(who))).toEqual([])
  }
})

function tableOf(file: string): Record<string, string>[] {
  const [head, ...rows] = readFileSync(new URL(`../../test/ratification/${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t'))
  return rows.map(row => Object.fromEntries(row.map((cell, index) => [head![index]!, cell])))
}
