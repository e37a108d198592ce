import { expect, onTestFinished, test } from 'vitest'
import { drawing } from '../../../test/pictures.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite } from '../../../test/site.ts'

async function site() {
  const site = await openSite('2026-11-20T08:00Z')
  onTestFinished(site.close)
  const send = async (headers: Record<string, string>, bytes: Uint8Array, alt = '') => {
    const body = new FormData()
    body.append(
      'picture',
      new File([new Uint8Array(bytes)], '../../etc/passwd.svg', { type: 'image/svg+xml' }),
    )
    body.append('alt', alt)
    return site.app.request('/desk/pictures', { method: 'POST', body, headers })
  }
  const count = async () => (await site.store.db.selectFrom('pictures').select('id').execute()).length
  return { ...site, send, count }
}
const json = { accept: 'application/json' }
const png = () => drawing(40, 30).png().toBuffer()

test('a curator’s picture is kept, whatever its name says, and the line that shows it comes back', async () => {
  const { app, send, count, ...rest } = await site()
  const { headers, curator } = await signedIn(rest, 'contributor')
  const answer = await send({ ...headers, ...json }, await png(), ' A tree ](javascript:alert(1)) \n\n # ')
  expect(answer.status).toBe(201)
  const { id, ...told } = await answer.json()
  expect(told).toEqual({
    width: 40,
    height: 30,
    address: `/pictures/${id}.webp#40x30`,
    markdown: `![A tree \\](javascript:alert(1)) #](/pictures/${id}.webp#40x30)`,
  })
  expect((await app.request(told.address)).headers.get('content-type')).toBe('image/webp')
  expect(await rest.store.db.selectFrom('pictures').select('by').execute()).toEqual([{ by: curator.name }])
  expect(await count()).toBe(1)
})

test('nobody else brings pictures in', async () => {
  const { app, send, count, ...rest } = await site()
  const { headers } = await signedIn(rest, null)
  const { headers: own } = await signedIn(rest, 'owner')
  const { cookie } = own
  const bytes = await png()
  const answers = await Promise.all([
    send({ ...json }, bytes),
    send({ ...json, origin: own.origin }, bytes),
    send({ ...json, ...headers }, bytes),
    send({ ...json, cookie, origin: 'https://evil.example' }, bytes),
    send({ ...json, cookie, 'sec-fetch-site': 'cross-site' }, bytes),
    send({ ...json, origin: own.origin, cookie: cookie.replace(/.{6}$/, 'forged') }, bytes),
  ])
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403])
  expect(await count()).toBe(0)
  expect((await app.request('/desk/pictures')).headers.get('location')).toBe(
    '/sign-in?back=%2Fdesk%2Fpictures',
  )
  expect((await send({ ...json, ...own }, bytes)).status).toBe(201)
})

test('what is no picture, or too large, is refused in words', async () => {
  const { app, send, count, ...rest } = await site()
  const { headers } = await signedIn(rest, 'editor')
  const refused = await send({ ...headers, ...json }, Buffer.from('<svg></svg>'))
  expect([refused.status, await refused.json()]).toEqual([
    422,
    {
      says: 'This is no picture that can be read here. JPEG, PNG, WebP, GIF and AVIF can; a drawing (SVG) can once it is saved as PNG.',
    },
  ])
  const large = await send({ ...headers, ...json }, Buffer.alloc(21_000_000))
  expect([large.status, await large.json()]).toEqual([
    422,
    { says: 'The picture is larger than 20 MB. Save it smaller, and try again.' },
  ])
  const onPage = await send(headers, Buffer.from('no picture'))
  expect(onPage.status).toBe(422)
  expect(await onPage.text()).toContain('This is no picture that can be read here.')
  const inArabic = await send({ ...headers, 'accept-language': 'ar' }, Buffer.alloc(0))
  expect([inArabic.status, await inArabic.text()]).toEqual([422, expect.stringContaining('اختر صورة أولًا.')])
  expect(await count()).toBe(0)
})
