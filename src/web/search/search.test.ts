import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aDay } from '../../../test/a-day.ts'
import { isHarmed, queryParts } from '../../../test/queries.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { editEdition } from '../../services/edit-edition.ts'
import { addWriting } from '../../services/edit-writing.ts'

const get = async (site: TestSite, path: string, headers: Record<string, string> = {}) => {
  const answer = await site.app.request(`http://localhost${path}`, { headers })
  return { status: answer.status, headers: answer.headers, html: await answer.text() }
}
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
/** Groups and titles in their order. */
const outline = (html: string) =>
  [...main(html).matchAll(/<h2><bdi>(.*?)<\/bdi>|<h3><a[^>]*><bdi[^>]*>(.*?)<\/bdi>/gs)].map(
    ([, group, title]) => (group ? `# ${group}` : title!.replace(/<\/?mark>/g, '')),
  )

describe.each(stores)('the page of search in $name', ({ empty }) => {
  const open = async () => {
    const site = await openSite('2021-03-01T00:00:00Z', await empty())
    const day = { series: 'data-day', zone: 'Europe/London', publish: true }
    await addProgramme(site, { ...day, edition: '2021', date: '2021-03-06' }, aDay, {
      title: 'Data Day 2021',
    })
    const talk = (title: string, told = {}) => ({
      kind: 'event' as const,
      title,
      start: '2020-03-07T10:00:00+00:00[Europe/London]',
      ...told,
    })
    await addProgramme(
      site,
      { ...day, edition: '2020', date: '2020-03-07' },
      [
        talk('Harbour maps of old', { summary: 'How <b>maps</b> were drawn & kept' }),
        talk('A day in the hall', { sessions: [talk('Maps in a session')] }),
        talk('开放数据日：地图'),
        ...Array.from({ length: 45 }, (_, number) => talk(`Walk number ${number}`)),
      ],
      { title: 'Data Day 2020' },
    )
    return site
  }

  test('shows what is to come first, then the years, with what was found marked', async () => {
    const site = await open()
    const { html, status, headers } = await get(site, '/search?q=maps')
    expect(status).toBe(200)
    expect(outline(html)).toEqual([
      '# Still to come',
      'Maps for the harbour',
      '# Data Day 2020',
      'Harbour maps of old',
      'Maps in a session',
    ])
    expect(main(html)).toContain('Harbour <mark>maps</mark> of old')
    expect(main(html)).toContain('href="/data-day/2020/a-day-in-the-hall#maps-in-a-session"')
    expect(main(html)).toContain('Part of \u2068A day in the hall\u2069')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(outline((await get(site, '/search?q=地图')).html)).toEqual(['# Data Day 2020', '开放数据日：地图'])
  })

  test('is paged, and narrowed to a year', async () => {
    const site = await open()
    const first = main((await get(site, '/search?q=walk')).html)
    expect(first.match(/class="line hit"/g)).toHaveLength(20)
    expect(first).toContain('href="/search?q=walk&amp;page=2" rel="next nofollow"')
    expect(first).toContain('href="/search?q=walk&amp;in=data-day%2F2020"')
    const last = main((await get(site, '/search?q=walk&in=data-day/2020&page=99')).html)
    expect(last).toContain('Page 3 of 3')
    expect(last).toContain('45 in all, continued')
    expect(outline((await get(site, '/search?q=maps&in=data-day/2021')).html)).toEqual([
      '# Still to come',
      'Maps for the harbour',
    ])
  })

  test('finds posts, and leaves drafts and those who write them alone', async () => {
    const site = await open()
    const post = {
      slug: 'on-maps',
      title: 'On maps',
      text: 'Of *maps* and data.',
      excerpt: null,
      day: '2021-02-01',
      publishedAt: null,
      parentId: null,
      position: 0,
      inMenu: false,
      publishAt: null,
      language: null,
      authors: [],
      tags: [],
      categories: [],
    }
    const act = { by: 'Ada', at: site.clock.now }
    await addWriting(site.store, 'post', { ...post, state: 'published' }, act)
    await addWriting(
      site.store,
      'post',
      { ...post, slug: 'draft', title: 'Secret maps', state: 'draft' },
      act,
    )
    const { html } = await get(site, '/search?q=maps')
    expect(outline(html).slice(2, 4)).toEqual(['# Posts and pages', 'On maps'])
    expect(main(html)).toContain('href="/2021/02/on-maps"')
    expect(html).not.toContain('Secret')
  })

  test('an edition is shown in the language of the page where somebody told it so', async () => {
    const site = await openSite('2021-03-01T00:00:00Z', await empty())
    const day = {
      series: 'data-day',
      zone: 'Europe/London',
      publish: true,
      edition: '2020',
      date: '2020-03-07',
    }
    const talk = {
      kind: 'event' as const,
      title: 'Harbour',
      start: '2020-03-07T10:00:00+00:00[Europe/London]',
    }
    await addProgramme(site, day, [talk], { title: 'Data Day 2020', text: 'Of maps.' })
    const { id } = await site.store.db.selectFrom('editions').select('id').executeTakeFirstOrThrow()
    const translations = {
      fr: { title: 'Fête des données', text: `Des cartes. ${'Et **plus** encore. '.repeat(2000)}` },
    }
    await editEdition(site.store, id, { translations }, { by: 'Ada', at: site.clock.now })
    const french = main((await get(site, '/search?q=donn%C3%A9es&lang=fr')).html)
    expect(french).toMatch(/<bdi>Fête des <mark>données<\/mark><\/bdi>/)
    expect(french).toContain('Des cartes. Et plus encore.')
    expect(french).not.toContain('Data Day 2020')
    expect(outline((await get(site, '/search?q=donn%C3%A9es')).html).at(-1)).toBe('Data Day 2020')
    const entry = main((await get(site, '/search?q=harbour&lang=fr&in=data-day/2020')).html)
    expect(entry.match(/Fête des données/g)).toHaveLength(3)
    expect(entry).not.toContain('Data Day 2020')
  })

  test('whatever is asked, there is a page; what could not be understood is named', async () => {
    const site = await open()
    const { html } = await get(site, '/search?q=maps&in=nowhere/at-all&page=x&zone=Mars&lang=xx')
    for (const word of ['nowhere/at-all', 'x', 'Mars', 'xx']) expect(html).toContain(`“${word}”`)
    expect(outline(html)).toHaveLength(5)
    const none = main((await get(site, '/search?q=%22zzz+yyy%22')).html)
    expect(none).toContain('Nothing that readers can see has all of')
    expect(none).toContain('Leave out quotation marks')
    await fc.assert(
      fc.asyncProperty(queryParts(['q', 'in', 'page', 'zone', 'at']), async query => {
        const page = await get(site, `/search?${query}`)
        expect([query, page.status]).toEqual([query, 200])
        expect([query, isHarmed(page.html)]).toEqual([query, false])
      }),
      { numRuns: 25 },
    )
  })
})
