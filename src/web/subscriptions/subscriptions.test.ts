import { afterEach, beforeEach, expect, test } from 'vitest'
import { anEdition, content } from '../../../test/entries.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { addEntries } from '../../services/add-entries.ts'

const origin = 'http://localhost:1812'
let site: TestSite
beforeEach(async () => {
  site = await openSite('2020-12-17T12:00:00Z', undefined, undefined, {
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'day@example.org',
  })
  const edition = await anEdition(site.store)
  const told = content({ title: 'Maps & <b>seas</b>', start: '2020-12-18T13:00:00+01:00[Europe/Berlin]' })
  await addEntries(site.store, edition.id, [{ content: told, state: 'published' }], {
    by: 'Anna',
    at: site.clock.now,
  })
})
afterEach(() => site.close())

const get = (path: string) => site.app.request(origin + path)
const post = (path: string, fields: [string, string][], headers: Record<string, string> = { origin }) =>
  site.app.request(origin + path, { method: 'POST', body: new URLSearchParams(fields), headers })
const entryPath = '/notices/migrants-day/2020/maps-b-seas-b'

async function ask(path: string, ...wants: string[]): Promise<string> {
  const fields = wants.map((want): [string, string] => ['want', want])
  const answer = await post(path, [...fields, ['address', 'amina@example.org'], ['zone', 'Asia/Manila']])
  expect(answer.status).toBe(200)
  const mails = await site.store.db.selectFrom('mails').orderBy('created_at', 'desc').select('text').execute()
  return /\/subscriptions\/[\w-]{48}/.exec(mails[0]!.text!)![0]
}
const subscriptions = () =>
  site.store.db
    .selectFrom('subscriptions')
    .orderBy('what')
    .select(['id', 'what', 'wants', 'confirmed_at'])
    .execute()

test('a reader asks, says yes, changes how they are told, ends one thing by one click and all by another', async () => {
  expect(await (await get('/migrants-day/2020/maps-b-seas-b')).text()).toContain(`href="${entryPath}"`)
  expect(await (await get('/subscribe/migrants-day/2020')).text()).toContain(
    'href="/notices/migrants-day/2020"',
  )
  const page = await (await get(entryPath)).text()
  expect(page).toContain('Maps &amp; &lt;b&gt;seas&lt;/b&gt;')
  const own = await ask(entryPath, 'starts', 'changes', 'recording')
  await ask('/notices/migrants-day/2020', 'digest', 'comments')
  await ask('/notices/migrants-day', 'series')
  // Who looks has said nothing yet: programs look, too.
  expect((await get(own)).status).toBe(200)
  expect((await subscriptions()).every(({ confirmed_at }) => confirmed_at === null)).toBe(true)
  expect((await post(`${own}/confirmed`, [], { origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await post(`${own}/confirmed`, [])).headers.get('location')).toBe(own)
  const confirmed = await subscriptions()
  expect(confirmed.map(({ what, wants, confirmed_at }) => [what, wants, confirmed_at])).toEqual([
    ['comments', '', site.clock.now],
    ['digest', '', site.clock.now],
    ['entry', 'starts,changes,recording', site.clock.now],
    ['series', '', site.clock.now],
  ])
  const entry = confirmed[2]!.id
  const settings: [string, string][] = [
    ['zone', 'Europe/Paris'],
    ['language', 'fr'],
    ['hour', '8'],
    ['awakeFrom', '6'],
    ['awakeTo', '23'],
    [`want-${entry}`, 'recording'],
  ]
  expect((await post(own, settings)).status).toBe(303)
  const file = await (await get(`${own}/export.json`)).json()
  expect(file).toMatchObject({
    address: 'amina@example.org',
    language: 'fr',
    zone: 'Europe/Paris',
    digestHour: 8,
    awake: '6-23',
  })
  expect(file.subscriptions).toHaveLength(4)
  const shown = await get(own)
  expect(shown.headers.get('referrer-policy')).toBe('same-origin')
  expect(shown.headers.get('cache-control')).toBe('no-store')
  const ending = `${own}/ended?of=${entry}`
  expect((await get(ending)).status).toBe(200)
  expect(await subscriptions()).toHaveLength(4)
  // As programs for mail do it: from nowhere, without a cookie.
  expect((await post(ending, [['List-Unsubscribe', 'One-Click']], {})).status).toBe(200)
  expect((await post(ending, [['List-Unsubscribe', 'One-Click']], {})).status).toBe(200)
  expect((await subscriptions()).map(({ what }) => what)).toEqual(['comments', 'digest', 'series'])
  expect((await post(`${own}/removed`, [])).status).toBe(200)
  expect(await site.store.db.selectFrom('subscribers').selectAll().execute()).toEqual([])
  expect(await site.store.db.selectFrom('mails').selectAll().execute()).toEqual([])
  expect((await get(own)).status).toBe(404)
  expect((await post(ending, [], {})).status).toBe(200)
})

test('of what is there to be read, and of what nobody recorded, no recording is promised', async () => {
  const { id } = await site.store.db.selectFrom('editions').select('id').executeTakeFirstOrThrow()
  const start = '2020-12-18T13:00:00+01:00[Europe/Berlin]'
  const entries = [
    content({ title: 'Joint statement', kind: 'statement' }),
    content({ title: 'Off the record', start, recording: 'none' }),
  ].map(each => ({ content: each, state: 'published' as const }))
  await addEntries(site.store, id, entries, { by: 'Anna', at: site.clock.now })
  site.clock.now += 2000
  const wantsOf = async (slug: string) =>
    [
      ...(await (await get(`/notices/migrants-day/2020/${slug}`)).text()).matchAll(
        /name="want" value="(\w+)"/g,
      ),
    ].map(([, want]) => want)
  expect(await wantsOf('joint-statement')).toEqual(['changes', 'comments'])
  expect(await wantsOf('off-the-record')).toEqual(['starts', 'changes', 'comments'])
  expect(await wantsOf('maps-b-seas-b')).toEqual(['starts', 'changes', 'recording', 'comments'])
})

test('whoever asks learns of no address whether it is known, and what cannot be is refused where it was typed', async () => {
  const asked: [string, string][] = [['want', 'starts']]
  const answers = []
  for (const address of ['known@example.org', 'known@example.org', 'other@example.org'])
    answers.push(
      (await (await post(entryPath, [...asked, ['address', address]])).text()).replaceAll(
        /known|other/g,
        '…',
      ),
    )
  expect(new Set(answers).size).toBe(1)
  const wrong = await post(entryPath, [...asked, ['address', 'a@b.example\r\nBcc: c@d.example']])
  expect(wrong.status).toBe(422)
  expect((await post(entryPath, [['address', 'amina@example.org']])).status).toBe(422)
  expect((await post(entryPath, asked, { origin: 'https://elsewhere.example' })).status).toBe(403)
  const push = (endpoint: string) =>
    post(entryPath, [...asked, ['by', 'push'], ['endpoint', endpoint], ['p256dh', 'x'], ['auth', 'y']])
  for (const endpoint of [
    'ftp://a.example',
    'http://169.254.169.254/latest',
    'https://u:p@a.example/',
    'https://push.example/1',
  ])
    expect((await push(endpoint)).status).toBe(422)
  expect((await get('/notices/migrants-day/2020/nothing')).status).toBe(404)
  expect((await get('/plan/notices')).headers.get('location')).toBe('/plan')
})
