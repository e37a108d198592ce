import { expect, onTestFinished, test } from 'vitest'
import { drawing } from '../../../test/pictures.ts'
import { openRawSite, send } from '../../../test/raw-site.ts'
import { stores } from '../../../test/stores.ts'
import { createFetch } from '../../outside/fetch.ts'
import { takeFormPicture } from './form-picture.ts'

test('the picture at an address is kept where that is wished, and else stays where it is', async () => {
  const poster = await drawing(90, 60).jpeg().toBuffer()
  const site = await openRawSite((socket, path) =>
    path === '/poster.jpg' ? send(socket, poster) : send(socket, 'gone', {}, 404),
  )
  onTestFinished(site.close)
  const store = await stores[0]!.empty()
  const fetch = createFetch({ baseUrl: 'http://localhost:1812', exempt: true, now: () => 0 })
  const take = async (image: string, keep: boolean, file?: File) => {
    const form = new FormData()
    if (file) form.append('image-file', file)
    const typed = new Map([['image', image], ...(keep ? [['image-keep', 'on'] as const] : [])])
    const taken = await takeFormPicture({ store, fetch }, form, typed, { by: 'Ada', at: 0 })
    return [taken.typed.get('image'), taken.problems.map(({ field, key }) => `${field} ${key}`)]
  }
  const address = `http://127.0.0.1:${site.port}/poster.jpg`
  expect(await take(address, false)).toEqual([address, []])
  expect(site.asked).toEqual([])
  const kept = expect.stringMatching(/^\/pictures\/[0-9a-f-]{36}\.webp#90x60$/)
  expect(await take(` ${address} `, true)).toEqual([kept, []])
  expect(await take(`${address}-gone`, true)).toEqual([`${address}-gone`, ['image refusal.picture-away']])
  expect(await take('/pictures/one.webp', true)).toEqual(['/pictures/one.webp', []])
  // A file that comes along is meant more than an address that stood there.
  const bytes = new Uint8Array(await drawing(30, 20).png().toBuffer())
  expect(await take(address, true, new File([bytes], 'a.png'))).toEqual([
    expect.stringMatching(/#30x20$/),
    [],
  ])
})
