import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../../test/entries.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { addEntries } from '../../services/add-entries.ts'

const base = 'http://localhost:1812'

describe.each(stores)('merging at the desk, in $name', ({ empty }) => {
  let site: TestSite
  let anna: SignedIn
  let keep: string
  let other: string
  beforeEach(async () => {
    site = await openSite('2020-12-01T12:00:00Z', await empty())
    const edition = await anEdition(site.store)
    anna = await signedIn(site, 'editor', { name: 'Anna' })
    const start = '2020-12-18T15:00:00+01:00[Europe/Berlin]'
    const { entries } = await addEntries(
      site.store,
      edition.id,
      [
        {
          content: content({ title: 'Voices of migrants', start, organisations: [{ name: 'IOM' }] }),
          state: 'published',
        },
        {
          content: content({
            title: 'Voices of migrants!',
            start,
            organisations: [{ name: 'IOM' }, { name: 'ILO' }],
            summary: 'All day.',
          }),
          state: 'published',
        },
      ],
      { by: 'Anna', at: 1 },
    )
    ;[keep, other] = entries.map(({ id }) => id) as [string, string]
  })
  const get = async (path: string, headers: Record<string, string> = anna.headers) => {
    const answer = await site.app.request(base + path, { headers })
    return { status: answer.status, html: await answer.text() }
  }
  const merge = (fields: Record<string, string>, headers: Record<string, string> = anna.headers) =>
    site.app.request(`${base}/desk/entries/${keep}/merge`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    })

  test('two that look alike are on the list of what to do, which leads to both side by side', async () => {
    const desk = await get('/desk/migrants-day/2020')
    expect(desk.html).toContain(`/desk/entries/${keep}/merge?other=${other}`)
    const page = await get(`/desk/entries/${keep}/merge?other=${other}`)
    expect(page.html).toContain('Both tell their own title. Which?')
    expect(page.html).toContain('What it gains')
    const merged = await merge({ do: 'merge', other, 'of.title': 'other' })
    expect([merged.status, merged.headers.get('location')]).toEqual([303, '/desk/migrants-day/2020'])
    expect(await entryOf(site.store, keep)).toMatchObject({
      title: 'Voices of migrants!',
      summary: 'All day.',
    })
    const old = await site.app.request(`${base}/migrants-day/2020/voices-of-migrants-2`)
    expect([old.status, old.headers.get('location')]).toEqual([301, '/migrants-day/2020/voices-of-migrants'])
    expect((await get('/desk/migrants-day/2020')).html).not.toContain('/merge?other=')
    expect((await get('/desk/migrants-day/2020/history')).html).toContain('merged two entries')
  })

  test('pressing twice, or the other way round at the same time, merges once and says why not again', async () => {
    await merge({ do: 'merge', other })
    for (const [id, its] of [
      [keep, other],
      [other, keep],
    ] as const) {
      const answer = await site.app.request(`${base}/desk/entries/${id}/merge`, {
        method: 'POST',
        headers: { ...anna.headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ do: 'merge', other: its }),
      })
      const html = await answer.text()
      expect(answer.status).toBe(422)
      expect(html).toContain('was merged in the meantime. Nothing was changed.')
      expect(html).not.toContain('value="merge"')
    }
    expect((await entryOf(site.store, keep)).state).toBe('published')
  })

  test('two that are two are not asked about again', async () => {
    await merge({ do: 'apart', other })
    expect((await get('/desk/migrants-day/2020')).html).not.toContain('/merge?other=')
    expect((await entryOf(site.store, other)).state).toBe('published')
  })

  test('an answer that two are two is seen by whoever looks for it, and can be taken back', async () => {
    await merge({ do: 'apart', other })
    for (const path of [`/desk/entries/${keep}/merge?q=choir`, `/desk/entries/${other}/merge?other=${keep}`])
      expect((await get(path)).html).toContain('said on')
    const answer = await merge({ do: 'together', other })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/desk/entries/${keep}/merge?other=${other}`,
    ])
    expect((await get(`/desk/entries/${keep}/merge`)).html).not.toContain('said on')
    expect((await get('/desk/migrants-day/2020')).html).toContain('/merge?other=')
  })

  test('the other one is looked for by words of its title', async () => {
    expect((await get(`/desk/entries/${keep}/merge`)).html).toContain('Voices of migrants!')
    expect((await get(`/desk/entries/${keep}/merge?q=VOICES`)).html).toContain(`other=${other}`)
    expect((await get(`/desk/entries/${keep}/merge?q=choir`)).html).toContain('No entry has these words')
    expect((await get(`/desk/entries/${keep}/merge?other=${keep}`)).status).toBe(404)
  })

  test('contributors merge drafts alone; others and other sites nothing', async () => {
    const carl = await signedIn(site, 'contributor')
    const nobody = await signedIn(site, null)
    expect((await merge({ do: 'merge', other }, carl.headers)).status).toBe(422)
    const elsewhere = { ...anna.headers, origin: 'https://else.example' }
    for (const headers of [nobody.headers, {} as Record<string, string>, elsewhere])
      expect((await merge({ do: 'merge', other }, headers)).status).toBe(403)
    expect((await entryOf(site.store, other)).state).toBe('published')
  })
})
