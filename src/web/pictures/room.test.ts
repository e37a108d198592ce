import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { drawing } from '../../../test/pictures.ts'
import { openSite } from '../../../test/site.ts'
import { addPicture } from '../../services/add-picture.ts'

async function siteWithPicture() {
  const site = await openSite('2026-11-20T08:00Z')
  onTestFinished(site.close)
  const { id } = await addPicture(site.store, await drawing(1200, 600).png().toBuffer(), { by: 'Ada', at: 0 })
  return { ...site, id }
}

test('a picture is given once and for ever, and can do nothing', async () => {
  const { app, id } = await siteWithPicture()
  const answer = await app.request(`/pictures/${id}.webp`)
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(answer.headers.get('content-length')).toBe(String(bytes.length))
  expect((await sharp(bytes).metadata()).width).toBe(1200)

  const again = await app.request(`/pictures/${id}.webp`, {
    headers: { 'if-none-match': answer.headers.get('etag')! },
  })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('a small screen asks for a narrower one', async () => {
  const { app, id } = await siteWithPicture()
  const widthOf = async (query: string) => {
    const answer = await app.request(`/pictures/${id}.webp${query}`)
    return (await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).width
  }
  const asked = ['?w=400', '?w=401', '?w=800', '?w=1', '?w=9999', '?w=-1', '?w=x', '?w=1e999', '']
  expect(await Promise.all(asked.map(widthOf))).toEqual([400, 800, 800, 400, 1200, 1200, 1200, 1200, 1200])
})

test('there is nothing at an address that only looks like a picture’s', async () => {
  const { app, id } = await siteWithPicture()
  const wrong = [
    `/pictures/${id}`,
    `/pictures/${id}.png`,
    `/pictures/${id.toUpperCase()}.webp`,
    `/pictures/${id.slice(0, -1)}0a.webp`,
    `/pictures/${'0'.repeat(36)}.webp`,
    `/pictures/..%2f..%2f${id}.webp`,
    `/pictures/%00${id}.webp`,
    `/pictures/../${id}.webp`,
    `/pictures/${'%27--'.repeat(9)}.webp`,
    '/pictures/.webp',
  ]
  const found = await Promise.all(wrong.map(async path => [path, (await app.request(path)).status]))
  expect(found).toEqual(wrong.map(path => [path, 404]))
})
