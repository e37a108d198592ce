import { brotliDecompressSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { createAnswers } from './answers.ts'

const page = (html: string) => ({
  html,
  styles: [],
  until: Number.POSITIVE_INFINITY,
  version: '1',
  currentVersion: async () => '1',
})

test('what is sent often is pressed further, and stays what it was', async () => {
  const answers = createAnswers({ now: () => 0, hashes: { styles: [], scripts: [] } })
  const html = Array.from({ length: 4000 }, (_, index) => `<p>${Math.sin(index)} and ${index % 7}</p>`).join(
    '',
  )
  const first = await answers.answer('page', page(html), 'br')
  const ask = () => answers.ready('page', 'br', undefined)!
  let last = first
  for (let times = 0; times < 5; times++) last = ask()
  const length = (answer: Response) => Number(answer.headers.get('content-length'))
  expect(length(last)).toBe(length(first))

  await vi.waitFor(() => expect(length(ask())).toBeLessThan(length(first)))
  const pressed = ask()
  const body = Buffer.from(await pressed.arrayBuffer())
  expect(body.length).toBe(length(pressed))
  expect(brotliDecompressSync(body).toString()).toBe(html)
  expect(pressed.headers.get('etag')).toBe(first.headers.get('etag'))
  expect(answers.ready('page', 'br', first.headers.get('etag')!)!.status).toBe(304)
})

test('a page that is no longer kept is not pressed', async () => {
  const answers = createAnswers({ now: () => 0, hashes: { styles: [], scripts: [] } })
  await answers.answer('page', page('<p>old</p>'.repeat(900)), 'br')
  for (let times = 0; times < 5; times++) answers.ready('page', 'br', undefined)
  await answers.answer('page', page('<p>new</p>'.repeat(900)), 'br')
  const shown = answers.ready('page', 'br', undefined)!
  expect(brotliDecompressSync(Buffer.from(await shown.arrayBuffer())).toString()).toContain('new')
})
