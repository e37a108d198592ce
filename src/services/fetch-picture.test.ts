import { expect, onTestFinished, test } from 'vitest'
import { drawing } from '../../test/pictures.ts'
import { openRawSite, send } from '../../test/raw-site.ts'
import { stores } from '../../test/stores.ts'
import { createFetch } from '../outside/fetch.ts'
import { fetchPicture } from './fetch-picture.ts'

test('a poster is kept as it was found, and what is none, gone or too large is refused', async () => {
  const poster = await drawing(900, 1200).jpeg().toBuffer()
  const site = await openRawSite((socket, path) => {
    if (path === '/poster') send(socket, poster, { 'content-type': 'text/plain' })
    else if (path === '/page') send(socket, '<title>No picture</title>', { 'content-type': 'image/png' })
    else if (path === '/large')
      send(socket, '', { 'content-type': 'image/png', 'content-length': 30_000_000 })
    else send(socket, 'gone', {}, 404)
  })
  onTestFinished(site.close)
  const store = await stores[0]!.empty()
  const fetch = createFetch({ baseUrl: 'http://localhost:1812', exempt: true, now: () => 0 })
  const read = (path: string) =>
    fetchPicture(store, fetch, `http://127.0.0.1:${site.port}${path}`, { by: 'Ada', at: 0 }).catch(
      ({ key, values }) => [key, values.code],
    )
  expect(await read('/poster')).toEqual({ id: expect.any(String), width: 900, height: 1200 })
  expect(await read('/page')).toEqual(['picture-kind', undefined])
  expect(await read('/large')).toEqual(['picture-away', 'too-large'])
  expect(await read('/nothing')).toEqual(['picture-away', expect.any(String)])
  const vetting = createFetch({ baseUrl: 'http://localhost:1812', now: () => 0 })
  await expect(
    fetchPicture(store, vetting, `http://127.0.0.1:${site.port}/poster`, { by: 'Ada', at: 0 }),
  ).rejects.toMatchObject({ key: 'picture-away' })
})
