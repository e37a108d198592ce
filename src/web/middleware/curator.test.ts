import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedIn as signIn } from '../../../test/signed-in.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'
import { listAccounts } from '../../storage/accounts.ts'

let site: TestSite
const origin = 'http://localhost:1812'

beforeAll(async () => {
  site = await openSite('2021-03-06T09:20:00Z')
  await addProgramme(
    site,
    { series: 'data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/Berlin' },
    [{ kind: 'event', title: 'Maps', start: '2021-03-06T10:00:00+01:00' }],
  )
})
afterAll(() => site.close())

test('a page for somebody who is signed in is neither taken from those kept nor kept itself', async () => {
  const { headers } = await signIn(site, 'owner')
  const path = `${origin}/data-day/2021`
  const before = await site.app.request(path)
  expect([before.headers.get('cache-control'), before.headers.get('etag') !== null]).toEqual([
    'public, no-cache',
    true,
  ])
  const own = await site.app.request(path, {
    headers: { ...headers, 'if-none-match': before.headers.get('etag')! },
  })
  expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const after = await site.app.request(path)
  expect([await after.text(), after.headers.get('etag')]).toEqual([
    await before.text(),
    before.headers.get('etag'),
  ])
})

test('in which language somebody reads the desk is kept, for mails to them', async () => {
  const { headers } = await signIn(site, 'owner', { email: 'lena@example.org' })
  const kept = async () =>
    (await listAccounts(site.store.db)).find(({ email }) => email === 'lena@example.org')!.language
  expect(await kept()).toBeNull()
  for (const language of ['de', 'ar']) {
    const answer = await site.app.request(`${origin}/desk?lang=${language}`, { headers })
    expect([answer.status, await kept()]).toEqual([200, language])
  }
})
