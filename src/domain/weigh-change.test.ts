import { expect, test } from 'vitest'
import { content } from '../../test/entries.ts'
import type { Taking } from './source.ts'
import { weighChange } from './weigh-change.ts'

const base = content({ title: 'Voices', summary: 'What they say.' })
const moved = content({
  title: 'Voices',
  summary: 'What they say.',
  start: '2020-12-18T16:00:00+01:00[Europe/Berlin]',
})
const taking: Taking = { new: 'draft', changes: 'accept', cancels: false, ours: [], days: null }

test('what nobody here has changed is taken over, and nobody is asked', () => {
  expect(weighChange(base, base, moved, taking)).toEqual({
    content: moved,
    changed: ['time'],
    kept: [],
    asked: [],
    settled: moved,
  })
})

test('where changes wait, the entry stays and is compared with what was settled last', () => {
  const { content, changed, asked, settled } = weighChange(base, base, moved, {
    ...taking,
    changes: 'propose',
  })
  expect([content, changed, asked]).toEqual([base, [], ['time']])
  expect(settled).toEqual(base)
})

test('what a curator wrote is kept; they are asked only where the source says something new about it', () => {
  const ours = { ...base, title: 'The voices of all' }
  expect(weighChange(base, ours, moved, taking)).toMatchObject({
    content: { ...moved, title: ours.title },
    asked: [],
  })
  const renamed = { ...moved, title: 'Voices of migrants' }
  const weighed = weighChange(base, ours, renamed, taking)
  expect(weighed).toMatchObject({
    content: { ...moved, title: ours.title },
    changed: ['time'],
    asked: ['title'],
  })
  expect(weighed.settled).toEqual({ ...renamed, title: base.title })
})

test('fields that are ours are neither taken over nor asked about', () => {
  const renamed = { ...moved, title: 'Voices of migrants' }
  expect(weighChange(base, base, renamed, { ...taking, ours: ['title'] })).toMatchObject({
    content: { ...moved, title: 'Voices' },
    changed: ['time'],
    asked: [],
  })
})

test('a cancellation is asked about, unless the source is mirrored', () => {
  const cancelled = { ...base, status: 'cancelled' as const }
  expect(weighChange(base, base, cancelled, taking)).toMatchObject({ changed: [], asked: ['status'] })
  expect(weighChange(base, base, cancelled, { ...taking, cancels: true })).toMatchObject({
    changed: ['status'],
    asked: [],
  })
})

test('without a policy all is as an import by the host does it', () => {
  const ours = { ...base, title: 'The voices of all' }
  expect(weighChange(base, ours, moved, null)).toMatchObject({
    changed: ['time'],
    kept: ['title'],
    asked: [],
  })
})
