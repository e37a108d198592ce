import { expect, test } from 'vitest'
import { type Content, contentOfFinding } from './content.ts'
import { mergeContent } from './merge.ts'

const said = (told: Partial<Content> = {}): Content => ({
  ...contentOfFinding({ kind: 'event', title: 'Webinar' }, 'UTC'),
  ...told,
})
const link = (name: string, title: string | null = null) => ({
  role: 'join' as const,
  url: `https://${name}.example`,
  title,
})

test('what only the source changed is taken over', () => {
  expect(mergeContent(said(), said(), said({ title: 'Talk', summary: 'New' }))).toEqual({
    content: said({ title: 'Talk', summary: 'New' }),
    changed: ['title', 'summary'],
    kept: [],
    conflicts: [],
  })
})

test('what only the curator changed stands, and is said', () => {
  const current = said({ title: 'Mine' })
  expect(mergeContent(said(), current, said())).toEqual({
    content: current,
    changed: [],
    kept: ['title'],
    conflicts: [],
  })
})

test('what the curator added where the source says nothing stands, and is no disagreement', () => {
  const current = said({ note: 'Worth it', links: [link('mine')] })
  expect(mergeContent(said(), current, said())).toEqual({
    content: current,
    changed: [],
    kept: [],
    conflicts: [],
  })
})

test('what both changed stands as the curator has it, and is said', () => {
  const current = said({ title: 'Mine' })
  expect(mergeContent(said(), current, said({ title: 'Theirs' }))).toEqual({
    content: current,
    changed: [],
    kept: ['title'],
    conflicts: ['title'],
  })
})

test('what both changed to the same is no disagreement', () => {
  const both = said({ title: 'Both' })
  expect(mergeContent(said(), both, both)).toEqual({ content: both, changed: [], kept: [], conflicts: [] })
})

test('lists are joined: added by either, removed by either', () => {
  const base = said({ links: [link('a'), link('b'), link('c')] })
  const current = said({ links: [link('a'), link('c'), link('mine')] })
  const told = said({ links: [link('a'), link('b'), link('theirs')] })
  const merged = mergeContent(base, current, told)
  expect(merged.content.links).toEqual([link('a'), link('mine'), link('theirs')])
  expect(merged).toMatchObject({ changed: ['links'], kept: ['links'] })
})

test('a list the curator left alone follows the order of the source', () => {
  const base = said({ links: [link('a'), link('b')] })
  const told = said({ links: [link('b'), link('a'), link('c')] })
  expect(mergeContent(base, base, told).content.links).toEqual(told.links)
})

test('the title of a link is merged like a field of its own', () => {
  const base = said({ links: [link('a', 'Old'), link('b', 'Old')] })
  const current = said({ links: [link('a', 'Mine'), link('b', 'Old')] })
  const told = said({ links: [link('a', 'New'), link('b', 'New')] })
  const merged = mergeContent(base, current, told)
  expect(merged.content.links).toEqual([link('a', 'Mine'), link('b', 'New')])
  expect(merged.kept).toEqual(['links'])
})

test('a name written otherwise is no change of the entry', () => {
  const base = said({ organisations: [{ name: 'UNHCR', url: null, role: null }], tags: ['Refugees'] })
  const current = said({
    organisations: [{ name: 'Unhcr', url: 'https://unhcr.example', role: null }],
    tags: ['refugees'],
  })
  expect(mergeContent(base, current, base)).toEqual({
    content: current,
    changed: [],
    kept: [],
    conflicts: [],
  })
})

const time = (start: string) => ({ precision: 'moment' as const, start, end: null, zone: 'Europe/Berlin' })
const doubt = (code: 'zone-season' | 'date-order', ...starts: string[]) => ({
  code,
  field: 'start',
  says: code,
  choices: starts.map(start => ({ start })),
})

test('what is left to choose is that of the time which is told today', () => {
  const base = said({
    time: time('2021-07-03T10:00:00'),
    doubts: [doubt('zone-season', '2021-07-03T10:00:00')],
  })
  const told = said({
    time: time('2021-07-03T11:00:00'),
    doubts: [doubt('zone-season', '2021-07-03T11:00:00')],
  })
  expect(mergeContent(base, base, told)).toEqual({
    content: told,
    changed: ['time', 'doubts'],
    kept: [],
    conflicts: [],
  })
})

test('a doubt that was settled stays settled, and the others stay', () => {
  const base = said({
    time: time('2021-07-03T10:00:00'),
    doubts: [doubt('date-order', '2021-07-03'), doubt('zone-season', '2021-07-03T10:00:00')],
  })
  const current = said({
    time: time('2021-03-07T10:00:00'),
    doubts: [doubt('zone-season', '2021-03-07T10:00:00')],
  })
  expect(mergeContent(base, current, base)).toEqual({
    content: current,
    changed: [],
    kept: ['time'],
    conflicts: [],
  })
})

test('a doubt about a time that was not taken over is left out', () => {
  const current = said({ time: time('2020-12-18T10:00:00') })
  const told = said({
    time: time('2020-12-18T11:00:00'),
    doubts: [{ code: 'zone-missing', field: 'start', says: 'No zone' }],
  })
  expect(mergeContent(said(), current, told)).toEqual({
    content: current,
    changed: [],
    kept: ['time'],
    conflicts: ['time'],
  })
})
