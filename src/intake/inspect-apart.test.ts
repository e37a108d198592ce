import { expect, test } from 'vitest'
import { askApart } from './apart.ts'
import { inspect } from './inspect.ts'
import { inspectApart, linesApart } from './inspect-apart.ts'

const page = (body: string) => Buffer.from(`<!doctype html><title>Vigil</title>${body}`)
const vigil = '<h1>Vigil for migrants</h1><p>Friday 18 December 2020, 18:00 in Paris. An event for all.</p>'
const told = { url: 'https://un.example/vigil', published: '2020-12-01' }

test('a file says the same whichever thread reads it, several at once too', async () => {
  const files = [page(vigil), page(vigil.replace('Vigil', 'Wake')), page('')]
  const apart = await Promise.all(files.map(bytes => inspectApart(bytes, told, 100)))
  const here = files.map(async bytes => [...(await inspect(bytes, told))])
  expect(apart).toEqual(await Promise.all(here))
  expect(apart[0]![0]).toMatchObject({ finding: { title: 'Vigil' } })
})

test('one that takes too long, or too much memory, is ended, and the next is read', async () => {
  const long = page(vigil.repeat(20_000))
  expect(await inspectApart(long, told, 100, { ms: 5 })).toMatchObject([{ problem: { code: 'too-heavy' } }])
  expect(await inspectApart(page(vigil), told, 100)).toMatchObject([{ finding: { kind: 'event' } }])
})

const table = (rows: number) =>
  Buffer.from(
    ['title,date', ...Array.from({ length: rows }, (_, n) => `Talk ${n},2020-12-18 10:00`)].join('\n'),
  )

test('a long file is told part by part, and let go when nobody wants more', async () => {
  const options = { name: 'talks.csv', zone: 'Europe/Paris' }
  const lines = await Array.fromAsync(linesApart(table(1203), options))
  expect(lines).toEqual([...(await inspect(table(1203), options))])
  for (let turn = 0; turn < 4; turn++)
    for await (const line of linesApart(table(1203), options)) {
      expect(line).toMatchObject({ finding: { title: 'Talk 0' } })
      break
    }
})

test('what takes too long in the middle ends with a problem, after what was read before', async () => {
  const lines = await Array.fromAsync(linesApart(page(vigil.repeat(20_000)), told, { ms: 5 }))
  expect(lines).toMatchObject([{ problem: { code: 'too-heavy' } }])
})

test('a thread that reads knows nothing of the environment', async () => {
  const file = new URL('../../test/tells-environment.ts', import.meta.url)
  const limits = { ms: 5000, megabytes: 64 }
  expect(await askApart({ file, most: 1, idleMs: 0 }, null, limits)).toEqual([])
})

test('no more lines are sent than were asked for', async () => {
  expect(await inspectApart(table(50), { name: 'talks.csv', zone: 'Europe/Paris' }, 7)).toHaveLength(7)
})
