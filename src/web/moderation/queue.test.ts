import { expect, onTestFinished, test } from 'vitest'
import { aComment } from '../../../test/comments.ts'
import { anEdition } from '../../../test/entries.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite } from '../../../test/site.ts'
import { ownToken } from '../../services/own-token.ts'

async function twoSeries() {
  const site = await openSite('2021-12-18T12:00:00Z')
  onTestFinished(site.close)
  const one = await anEdition(site.store)
  await site.store.db.updateTable('series').set({ slug: 'one-day', title: 'One Day' }).execute()
  const other = await anEdition(site.store)
  const own = await aComment(site.store.db, {
    on: { editionId: one.id },
    text: 'Own *words* <script>alert(1)</script>',
    evidence: [{ code: 'links', weight: 2, value: 5 }],
  })
  const foreign = await aComment(site.store.db, {
    on: { editionId: other.id },
    text: 'Foreign words',
    mailKey: 'b',
  })
  const moderator = await signedIn(site, 'moderator', { series: 'one-day' })
  const states = async () =>
    Object.fromEntries(
      (await site.store.db.selectFrom('comments').select(['id', 'state']).execute()).map(({ id, state }) => [
        id,
        state,
      ]),
    )
  const get = async (path: string, headers = moderator.headers) => site.app.request(path, { headers })
  const post = async (path: string, fields: [string, string][], headers = moderator.headers) =>
    site.app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
  return { site, own, foreign, moderator, states, get, post }
}

test('a moderator of one series sees and decides on what stands below it, and on nothing else', async () => {
  const { own, foreign, get, post, states } = await twoSeries()
  const page = await (await get('/desk/comments')).text()
  expect(page).toContain('Own <em>words</em>')
  expect(page).not.toContain('<script>alert')
  expect(page).toContain('5 links')
  expect(page).not.toContain('Foreign words')
  expect((await post('/desk/comments', [['do', `approve:${foreign}`]])).status).toBe(403)
  const both: [string, string][] = [
    ['do', 'spam'],
    ['id', own],
    ['id', foreign],
  ]
  expect((await post('/desk/comments', both)).status).toBe(403)
  expect((await post('/desk/comments', [['do', `all:${foreign}`]])).status).toBe(403)
  expect(
    (
      await post('/desk/blocks', [
        ['what', 'word'],
        ['words', 'words'],
      ])
    ).status,
  ).toBe(403)
  expect(await states()).toEqual({ [own]: 'pending', [foreign]: 'pending' })
  expect((await post('/desk/comments', [['do', `approve:${own}`]])).headers.get('location')).toBe(
    '/desk/comments',
  )
  expect(await states()).toEqual({ [own]: 'approved', [foreign]: 'pending' })
})

test('a moderator has no business at the rest of the desk, and a contributor none in the queue', async () => {
  const { site, get, post } = await twoSeries()
  expect((await get('/desk')).headers.get('location')).toBe('/desk/comments')
  for (const path of [
    '/desk/one-day/2020',
    '/desk/one-day/2020/text',
    '/desk/figures',
    '/desk/organisations',
  ])
    expect([path, (await get(path)).status]).toEqual([path, 403])
  const paste: [string, string][] = [
    ['edition', 'one-day/2020'],
    ['paste', 'Webinar 3 pm'],
  ]
  expect((await post('/desk/readings', paste)).status).toBe(403)
  const contributor = await signedIn(site, 'contributor')
  expect((await get('/desk/comments', contributor.headers)).status).toBe(403)
  expect((await site.app.request('/desk/comments')).headers.get('location')).toMatch(/^\/sign-in/)
  const forged = { ...contributor.headers, origin: 'https://elsewhere.example' }
  expect((await post('/desk/comments', [['do', 'spam']], forged)).status).toBe(403)
})

test('what its writer puts otherwise while a curator reads it is not approved by what they read', async () => {
  const { site, own, foreign, states, get, post } = await twoSeries()
  const { headers } = await signedIn(site, 'editor')
  const page = await (await get('/desk/comments', headers)).text()
  const seen = [...page.matchAll(/name="seen" value="([^"]+)"/g)].map(([, told]) => ['seen', told!])
  expect(seen).toHaveLength(2)
  const { db } = site.store
  await db.updateTable('comments').set({ text: 'Buy pills' }).where('id', '=', own).execute()
  const act = (...told: string[][]) =>
    post('/desk/comments', [...seen, ...told] as [string, string][], headers)
  const refused = await act(['do', `approve:${own}`])
  expect(refused.headers.get('location')).toBe(`/desk/comments#q-${own}`)
  expect(await states()).toEqual({ [own]: 'pending', [foreign]: 'pending' })
  await act(['do', 'approve'], ['id', own], ['id', foreign])
  expect(await states()).toEqual({ [own]: 'pending', [foreign]: 'approved' })
  await act(['do', `spam:${own}`])
  expect(await states()).toEqual({ [own]: 'spam', [foreign]: 'approved' })
})

test('many are decided on at once without script, and taken back', async () => {
  const { site, own, foreign, states, get, post } = await twoSeries()
  const { headers } = await signedIn(site, 'editor')
  const chosen: [string, string][] = [
    ['do', 'bin'],
    ['id', own],
    ['id', foreign],
  ]
  expect((await post('/desk/comments', chosen, headers)).status).toBe(303)
  expect(await states()).toEqual({ [own]: 'removed', [foreign]: 'removed' })
  expect(await (await get('/desk/comments?part=bin', headers)).text()).toContain('Foreign words')
  const page = await (await get('/desk/comments', headers)).text()
  expect(page).toContain('2 thrown away.')
  const [, act = ''] = /name="act" value="([^"]+)"/.exec(page) ?? []
  await post('/desk/comments/back', [['act', act]])
  expect(await states()).toEqual({ [own]: 'removed', [foreign]: 'removed' })
  await post('/desk/comments/back', [['act', act]], headers)
  expect(await states()).toEqual({ [own]: 'pending', [foreign]: 'pending' })
})

test('the desk tells how many wait', async () => {
  const { site, get } = await twoSeries()
  const { headers } = await signedIn(site, 'owner')
  expect(await (await get('/desk', headers)).text()).toContain('2 comments wait for you.')
})

test('something is blocked for what somebody said, and the block taken back', async () => {
  const { site, own, get, post } = await twoSeries()
  const { headers } = await signedIn(site, 'editor')
  expect(await (await get(`/desk/blocks?of=${own}`, headers)).text()).toContain(
    'the mail address that Amina gave',
  )
  const wrong = await post(
    '/desk/blocks',
    [
      ['what', 'word'],
      ['words', 'x'],
    ],
    headers,
  )
  expect([wrong.status, await wrong.text()]).toEqual([
    422,
    expect.stringContaining('words of two to a hundred signs'),
  ])
  const fields: [string, string][] = [
    ['what', 'mail'],
    ['of', own],
    ['reason', 'Rude'],
    ['series', ''],
  ]
  expect((await post('/desk/blocks', fields, headers)).status).toBe(303)
  const page = await (await get('/desk/blocks', headers)).text()
  expect(page).toContain('Rude')
  const [, id = ''] = /action="\/desk\/blocks\/([^"]+)"/.exec(page) ?? []
  expect((await post(`/desk/blocks/${id}`, [])).status).toBe(403)
  await post(`/desk/blocks/${id}`, [], headers)
  expect(await (await get('/desk/blocks', headers)).text()).toContain('Nothing is blocked.')
})

test('what was stopped is told by week, and owners say when comments close', async () => {
  const { site, own, get, post } = await twoSeries()
  const { headers } = await signedIn(site, 'owner')
  await post('/desk/comments', [['do', `spam:${own}`]])
  const page = await (await get('/desk/comments/stopped', headers)).text()
  expect(page).toContain('What was stopped')
  expect(page.match(/<td>2<\/td><td>0<\/td><td>2<\/td>/g)).toHaveLength(1)
  expect((await post('/desk/comments/closing', [['days', '5']])).status).toBe(403)
  await post('/desk/comments/closing', [['days', '5']], headers)
  expect(await (await get('/desk/comments/stopped', headers)).text()).toContain('value="5"')
})

test('a reader reports what stands there, without script; what waits nobody can report', async () => {
  const { site, own, foreign, get, post } = await twoSeries()
  const reader = { origin: site.baseUrl }
  await post('/desk/comments', [['do', `approve:${own}`]])
  const path = `/comments/${own}/report`
  expect((await site.app.request(`/comments/${foreign}/report`)).status).toBe(404)
  expect(await (await site.app.request(path)).text()).toContain('Report a comment')
  expect((await post(path, [['text', 'Look']], reader as never)).status).toBe(422)
  const thanks = await post(
    path,
    [
      ['reason', 'rude'],
      ['text', 'Look'],
    ],
    reader as never,
  )
  expect(await thanks.text()).toContain('Somebody will look at it.')
  const page = await (await get('/desk/comments?part=reported')).text()
  expect(page).toContain('Reported as rude')
})

test('a moderator asks to be told by mail, and stops it there or by the link of a mail without signing in', async () => {
  const { site, get, post, moderator } = await twoSeries()
  const nobody = { cookie: '', origin: moderator.headers.origin }
  const wants = async () => site.store.db.selectFrom('queue_mails').select(['wants', 'language']).execute()
  expect(await (await get('/desk/comments')).text()).toContain('You get no mails about comments that wait.')
  expect((await post('/desk/comments/mails', [['wants', 'yes']])).status).toBe(303)
  expect(await (await get('/desk/comments')).text()).toContain('at most one an hour')
  expect(await wants()).toEqual([{ wants: 1, language: 'en' }])
  expect((await post('/desk/comments/mails', [['wants', 'no']], nobody)).status).not.toBe(303)
  const { id } = await site.store.db
    .selectFrom('queue_mails')
    .select('account_id as id')
    .executeTakeFirstOrThrow()
  const path = `/desk/comments/mails/${await ownToken(site.store.db, 'queue mails', id)}`
  expect(await (await get(path, nobody)).text()).toContain('Write to me no more')
  expect(await wants()).toEqual([{ wants: 1, language: 'en' }])
  expect((await post(path, [], nobody)).status).toBe(200)
  expect(await wants()).toEqual([{ wants: 0, language: 'en' }])
  expect((await get(`${path.slice(0, -2)}xx`, nobody)).status).toBe(404)
})
