import { expect, test } from 'vitest'
import { inspectApart } from './inspect-apart.ts'
import { readLines } from './read-lines.ts'

const page = (body: string) => Buffer.from(`<!doctype html><title>Vigil</title>${body}`)
const vigil = '<h1>Vigil for migrants</h1><p>Friday 18 December 2020, 18:00 in Paris. An event for all.</p>'
const told = { url: 'https://un.example/vigil', published: '2020-12-01' }

test('a file says the same whichever thread reads it, several at once too', async () => {
  const files = [page(vigil), page(vigil.replace('Vigil', 'Wake')), page('')]
  const apart = await Promise.all(files.map(bytes => inspectApart(bytes, told, 100)))
  expect(apart).toEqual(await Promise.all(files.map(bytes => readLines(bytes, told, 100))))
  expect(apart[0]![0]).toMatchObject({ finding: { title: 'Vigil' } })
})

test('one that takes too long, or too much memory, is ended, and the next is read', async () => {
  const long = page(vigil.repeat(20_000))
  expect(await inspectApart(long, told, 100, { ms: 5 })).toMatchObject([{ problem: { code: 'too-heavy' } }])
  expect(await inspectApart(page(vigil), told, 100)).toMatchObject([{ finding: { kind: 'event' } }])
})

test('no more lines are sent than were asked for', async () => {
  const rows = Array.from({ length: 50 }, (_, n) => `Talk ${n},2020-12-18 10:00`)
  const table = Buffer.from(['title,date', ...rows].join('\n'))
  expect(await inspectApart(table, { name: 'talks.csv', zone: 'Europe/Paris' }, 7)).toHaveLength(7)
})
