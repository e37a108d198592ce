import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordingOf } from '../domain/recording.ts'
import { readProgramme } from '../storage/programmes.ts'
import type { Store } from '../storage/store.ts'
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
