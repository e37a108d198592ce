import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Env } from '../show.ts'
import { fewAtOnce } from './few-at-once.ts'

test('of large bodies a few are taken at once, of small ones all, and the next when one is done', async () => {
  const ends: (() => void)[] = []
  const app = new Hono<Env>()
  const few = fewAtOnce(2, (c, seconds) => c.text(`In ${seconds} s`, 503))
  app.post('/', few, async c => {
    await new Promise<void>(resolve => ends.push(resolve))
    return c.text('taken')
  })
  const send = (bytes: number | null) => {
    const headers: Record<string, string> = bytes === null ? {} : { 'content-length': String(bytes) }
    return Promise.resolve(app.request('/', { method: 'POST', headers }))
  }
  const first = [send(20_000_000), send(null), send(2000)]
  await expect.poll(() => ends.length).toBe(3)
  const refused = await send(2_000_000)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30'])
  ends[0]!()
  expect((await first[0]!).status).toBe(200)
  const next = send(2_000_000)
  await expect.poll(() => ends.length).toBe(4)
  for (const end of ends) end()
  expect((await Promise.all([...first, next])).map(({ status }) => status)).toEqual([200, 200, 200, 200])
})
