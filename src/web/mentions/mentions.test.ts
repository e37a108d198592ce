import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { finding } from '../../../test/builders.ts'
import { openPages } from '../../../test/pages-site.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'
import { readMentions } from '../../services/mentions/read-mentions.ts'
import { touchBlog } from '../../storage/blog.ts'

const edition = '/migrants-day/2020'
const entry = '/migrants-day/2020/listening'
const ours = 'http://localhost:1812'
let site: TestSite

async function open(environment: Record<string, string>): Promise<TestSite> {
  const opened = await openSite('2020-12-18T12:00:00Z', undefined, undefined, environment)
  onTestFinished(opened.close)
  await addProgramme(
    opened,
    { series: 'migrants-day', edition: '2020', date: '2020-12-18', zone: 'Europe/Berlin' },
    [finding({ title: 'Listening', start: '2020-12-18T15:00' })],
  )
  return opened
}

beforeEach(async () => {
  site = await open({ DAYLONG_WEBMENTION: 'allow' })
})

const post = (fields: Record<string, string> | string, headers: Record<string, string> = {}, at = site) =>
  at.app.request('/webmention', {
    method: 'POST',
    body: typeof fields === 'string' ? fields : new URLSearchParams(fields),
    headers: { origin: 'https://there.example', ...headers },
  })

test('where it is not allowed, nothing is told of it and nothing is taken', async () => {
  const without = await open({})
  const answer = await without.app.request(edition)
  expect(answer.headers.get('link')).toBe(null)
  expect(await answer.text()).not.toContain('webmention')
  const fields = { source: 'https://there.example/post', target: ours + edition }
  expect((await post(fields, {}, without)).status).toBe(404)
})

test('pages below which something may be said tell where to, and others do not', async () => {
  const told = async (path: string) => {
    site.clock.now += 2000
    const answer = await site.app.request(path)
    return [answer.headers.get('link'), (await answer.text()).includes('<link rel="webmention"')]
  }
  const endpoint = `<${ours}/webmention>; rel="webmention"`
  expect(await told(edition)).toEqual([endpoint, true])
  expect(await told(entry)).toEqual([endpoint, true])
  expect(await told('/search')).toEqual([null, false])
  await site.store.db.updateTable('editions').set({ commenting: 'closed' }).execute()
  await touchBlog(site.store.db)
  expect(await told(edition)).toEqual([null, false])
  expect(await told(entry)).toEqual([null, false])
})

test('a page that links here waits at the desk, and readers see it once it is approved, as words alone', async () => {
  const name = '<script>alert(1)</script> Amina'
  const { address, fetch } = await openPages({
    '/post': `<div class="h-entry"><b class="p-author">${name.replaceAll('<', '&lt;')}</b>
      <p class="e-content">*Listen* [here](https://bad.example) at <a href="${ours}${entry}">this</a></p></div>`,
  })
  const answer = await post({ source: `${address}/post`, target: ours + entry })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([202, 'text/plain; charset=UTF-8'])
  await readMentions(site.store, { fetch, baseUrl: ours, now: () => site.clock.now, chance: () => 1 })
  expect(await (await site.app.request(entry)).text()).not.toContain('Amina')

  const editor = await signedIn(site, 'editor')
  const queue = await (await site.app.request('/desk/comments', editor)).text()
  expect(queue).toContain('another site')
  expect(queue).toContain('&lt;script&gt;alert(1)&lt;/script&gt; Amina')
  const id = /name="id" value="([^"]+)"/.exec(queue)![1]!
  await site.app.request('/desk/comments', {
    method: 'POST',
    headers: editor.headers,
    body: new URLSearchParams({ do: `approve:${id}` }),
  })
  site.clock.now += 2000
  const page = await (await site.app.request(entry)).text()
  const [mentions = ''] = /<ul class="mentions">.*?<\/ul>/s.exec(page) ?? []
  expect(mentions).toContain(`href="${address}/post" rel="nofollow ugc noopener"`)
  expect(mentions).toContain('&lt;script&gt;alert(1)&lt;/script&gt; Amina')
  expect(mentions).toContain('*Listen* [here](https://bad.example) at this')
  expect(mentions.replaceAll('&lt;script&gt;', '')).not.toMatch(/<script|href="https:\/\/bad/)
})

test('what cannot be taken is refused in words', async () => {
  const says = async (answer: Response) => [answer.status, await answer.text()]
  const source = 'https://there.example/post'
  expect(await says(await post({ source: ours, target: ours }))).toEqual([
    400,
    'The source is not the address of a page of another site.\n',
  ])
  expect(await says(await post({ source, target: 'https://other.example/' }))).toEqual([
    400,
    'The target is not a page of this site that takes webmentions.\n',
  ])
  expect((await post('', { 'content-type': 'multipart/form-data' })).status).toBe(400)
  expect(
    (await post(JSON.stringify({ source, target: ours + edition }), { 'content-type': 'application/json' }))
      .status,
  ).toBe(400)
  expect((await post({ source, target: `${ours}${edition}?${'x'.repeat(20_000)}` })).status).toBe(413)
  const asked = await site.app.request('/webmention')
  expect([asked.status, asked.headers.get('allow')]).toEqual([405, 'POST'])
  expect(await site.store.db.selectFrom('mentions').select('key').execute()).toEqual([])
})
