import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content } from '../../../test/entries.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { addEntries } from '../../services/add-entries.ts'

const path = '/migrants-day/2020'

describe.each(stores)('pages of readers for those who may write, in $name', ({ empty }) => {
  let site: TestSite
  let ids: string[]
  const begin = async (state: 'live' | 'draft') => {
    site = await openSite('2020-12-18T09:00:00Z', await empty())
    const { id } = await anEdition(site.store, { state })
    const entries = (['published', 'draft', 'withdrawn'] as const).map(state => ({
      content: content({ title: `A ${state} one` }),
      state,
    }))
    ids = (await addEntries(site.store, id, entries, { by: 'Ada', at: site.clock.now })).entries.map(
      ({ id }) => id,
    )
  }
  const page = async (address: string, headers: Record<string, string> = {}) => {
    const answer = await site.app.request(`http://localhost:1812${address}`, { headers })
    return { status: answer.status, text: await answer.text(), cache: answer.headers.get('cache-control') }
  }
  const titles = (text: string) =>
    [...text.matchAll(/<h[34]><a[^>]*><bdi>([^<]*)/g)].map(([, title]) => title)
  beforeEach(() => begin('live'))

  test('editors see what is not shown, and the way to where each entry is edited', async () => {
    const { headers } = await signedIn(site, 'editor', { series: 'migrants-day' })
    const own = await page(path, headers)
    expect(titles(own.text)).toEqual(['A published one'])
    expect(own.text).toMatch(/You see this as an editor\. 1 draft is not shown to readers\./)
    expect(own.text).toContain(
      `<p class="edit"><a href="/desk/entries/${ids[0]}?back=${encodeURIComponent(path)}"`,
    )
    expect(own.cache).toBe('no-store')
    const drafts = await page(`${path}?drafts=1`, headers)
    expect(titles(drafts.text)).toEqual(['A published one', 'A draft one'])
    expect(drafts.text).toContain('<p class="edit"><strong>Draft</strong> · <a')
    expect(drafts.text).toContain(`href="${path}/a-draft-one?drafts=1"`)
    expect((await page(`${path}/a-draft-one`, headers)).text).toMatch(/<strong>Draft<\/strong>[\s\S]*Edit/)
    expect((await page(`${path}/a-withdrawn-one`, headers)).text).toContain('<strong>Withdrawn</strong>')
  })

  test('editors who come back from there are told once what was done, with the way to undo it', async () => {
    const { headers } = await signedIn(site, 'editor')
    const cookie = `${headers.cookie}; daylong-done=saved.1.3`
    const told = await page(path, { ...headers, cookie })
    expect(told.text).toMatch(/Saved\.[\s\S]*name="revision" value="3"/)
    expect(told.text).toContain(`name="back" value="${path}"`)
    const answer = await site.app.request(`http://localhost:1812${path}`, { headers: { ...headers, cookie } })
    expect(answer.headers.get('set-cookie')).toContain('daylong-done=; Max-Age=0')
    expect((await page(path, { cookie: 'daylong-done=saved.1.3' })).text).not.toContain('Saved.')
  })

  test('everybody else gets the page they always got, kept and without a word of it', async () => {
    const before = await page(path)
    const editor = await signedIn(site, 'editor')
    await page(path, editor.headers)
    await page(`${path}?drafts=1`, editor.headers)
    expect(await page(path)).toEqual(before)
    expect(before.cache).toBe('public, no-cache')
    for (const word of ['editor', 'drafts', '/desk/', 'class="edit"']) expect(before.text).not.toContain(word)
    const other = await signedIn(site, null)
    expect((await page(path, other.headers)).text).toBe(before.text)
    for (const headers of [{}, other.headers]) {
      expect(titles((await page(`${path}?drafts=1`, headers)).text)).toEqual(['A published one'])
      expect((await page(`${path}/a-draft-one`, headers)).status).toBe(404)
      expect((await page(`${path}/a-withdrawn-one`, headers)).status).toBe(404)
    }
  })

  test('a draft of an edition is seen at its address by those who may write it alone', async () => {
    await begin('draft')
    const { headers } = await signedIn(site, 'contributor')
    const own = await page(path, headers)
    expect([own.status, titles(own.text)]).toEqual([200, ['A published one']])
    expect(own.text).toContain('readers do not see this page yet')
    expect((await page(`${path}/a-published-one`, headers)).status).toBe(200)
    expect((await page(path)).status).toBe(404)
    expect((await page(`${path}/a-published-one`)).status).toBe(404)
    expect((await page(path, (await signedIn(site, null)).headers)).status).toBe(404)
  })
})
