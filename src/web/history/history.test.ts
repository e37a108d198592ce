import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../../test/entries.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { words } from '../../../test/words.ts'
import { contentOfEntry } from '../../domain/content.ts'
import { addEntries } from '../../services/add-entries.ts'
import { changeEntries } from '../../services/change-entries.ts'
import { editEdition } from '../../services/edit-edition.ts'
import { editEntry } from '../../services/edit-entry.ts'
import { findEditionById } from '../../storage/editions.ts'

const origin = 'http://localhost:1812'
const minute = 60_000

describe.each(stores)('history in $name', ({ empty }) => {
  let site: TestSite
  let editionId: string
  let id: string
  let draft: string

  beforeEach(async () => {
    site = await openSite('2020-12-17T12:00:00Z', await empty())
    const edition = await anEdition(site.store)
    editionId = edition.id
    const at = site.clock.now - 60 * minute
    const { entries } = await addEntries(
      site.store,
      editionId,
      [
        { content: content({ note: 'Bring your own questions.' }), state: 'published' },
        { content: content({ title: 'Vigil' }), state: 'draft' },
      ],
      { by: 'Anna', at },
    )
    ;[id, draft] = [entries[0]!.id, entries[1]!.id]
    const opened = contentOfEntry(await entryOf(site.store, id))
    await editEntry(
      site.store,
      { id, editionId },
      { content: { ...opened, time: { ...opened.time, start: '2020-12-18T15:00:00' } } },
      { by: 'Anna', at: at + minute, base: 1 },
    )
    await editEntry(
      site.store,
      { id, editionId },
      {
        content: {
          ...opened,
          time: { ...opened.time, start: '2020-12-18T15:00:00' },
          note: 'Bring your own answers.',
          organisations: [{ name: 'UN <b>Women</b>', url: null, role: 'host' }],
        },
      },
      { by: 'Ben', at: at + 2 * minute, base: 2 },
    )
  })

  async function get(path: string, headers: Record<string, string>) {
    const answer = await site.app.request(origin + path, { headers })
    return { status: answer.status, html: await answer.text() }
  }
  function post(path: string, headers: Record<string, string>, fields: Record<string, string>) {
    return site.app.request(origin + path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    })
  }
  const path = () => `/desk/entries/${id}/history`

  test('of an entry tells who did what, and what was removed and added', async () => {
    const { headers } = await signedIn(site, 'editor')
    const { html } = await get(path(), headers)
    const told = words(html)
    expect(told).toContain('Ben changed note and organisations')
    expect(told).toContain('Anna moved it from 14:00 to 15:00')
    expect(told).toContain('Anna added it')
    expect(told).toContain('Bring your own removed: questionsadded: answers.')
    expect(html.includes('UN &lt;b&gt;Women&lt;/b&gt;\u2069 (host)</bdi></ins>')).toBe(true)
    expect(told).toContain('Thursday, 17 December 2020 at 12:02')
    const inManila = await get(`${path()}?zone=Asia/Manila&lang=ar`, headers)
    expect(inManila.html).toContain('dir="rtl"')
    expect(words(inManila.html)).toContain('Anna: نقل موعدها من')
  })

  test('an entry is seen as it was, and restored unless somebody was quicker', async () => {
    const { headers, curator } = await signedIn(site, 'editor')
    const version = `${path()}/1`
    const shown = await get(version, headers)
    expect(words(shown.html)).toContain('Bring your own questions.')
    expect(words(shown.html)).toContain('What restoring it would change')
    const late = await post(version, headers, { number: '1', base: '2' })
    expect(late.status).toBe(409)
    expect(words(await late.text())).toContain('Ben changed it while you were looking')
    expect((await entryOf(site.store, id)).note).toBe('Bring your own answers.')
    const answer = await post(version, headers, { number: '1', base: '3' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path()])
    expect(answer.headers.get('set-cookie')).toContain('daylong-done=restored.1.4')
    expect(await entryOf(site.store, id)).toMatchObject({
      note: 'Bring your own questions.',
      time: { start: '2020-12-18T14:00:00' },
      organisations: [],
    })
    expect(words((await get(path(), headers)).html)).toContain(`${curator.name} restored an earlier version`)
  })

  test('of an edition tells of many entries as one, and of the edition itself', async () => {
    const publish = (fields: object) => ({ ...fields, state: 'published' }) as never
    const more = Array.from({ length: 20 }, (_, n) => ({
      content: content({ title: `Event ${n}` }),
      state: 'draft' as const,
    }))
    const at = site.clock.now
    const added = await addEntries(site.store, editionId, more, { by: 'Ben', at })
    const ids = added.entries.map(entry => entry.id)
    await changeEntries(site.store, editionId, ids, publish, { by: 'Anna', at, name: 'publish' })
    await editEdition(site.store, editionId, { text: 'One day.', tags: ['rights'] }, { by: 'Anna', at })
    await editEdition(site.store, editionId, { text: 'One long day.' }, { by: 'Ben', at })
    const { headers } = await signedIn(site, 'editor')
    const { html } = await get('/desk/migrants-day/2020/history', headers)
    const told = words(html)
    expect(told).toContain('Ben changed text of the edition itself')
    expect(told).toContain('One added: long day.')
    expect(told).toContain('Anna changed text and tags of the edition itself')
    expect(told).toContain('Anna published 20 entries')
    expect(told).toContain('Ben added 20 entries')
    expect(told).toContain('Webinar on remittances: Anna moved it from 14:00 to 15:00')
    expect(told).toContain('See each change, and 8 more')
    const one = await get('/desk/migrants-day/2020/history/5', headers)
    expect(words(one.html)).toContain('Event 19: Anna published it')
    expect((await get('/desk/migrants-day/2020/history/99', headers)).status).toBe(404)
    expect((await get('/desk/migrants-day/2020/history/one', headers)).status).toBe(404)

    const version = '/desk/migrants-day/2020/history/6/text'
    expect(words((await get(version, headers)).html)).toContain('textOne removed: long day.')
    expect((await post(version, headers, { number: '6', base: '6' })).status).toBe(409)
    expect((await post(version, headers, { number: '6', base: '7' })).status).toBe(303)
    expect((await findEditionById(site.store.db, editionId))!.text).toBe('One day.')
  })

  test('is turned over page by page, and no revision is left out', async () => {
    for (let n = 0; n < 40; n++)
      await editEdition(site.store, editionId, { title: `Day ${n}` }, { by: 'Ben', at: site.clock.now + n })
    const { headers } = await signedIn(site, 'editor')
    const seen: number[] = []
    let next: string | undefined = '/desk/migrants-day/2020/history'
    while (next) {
      const { html }: { html: string } = await get(next, headers)
      seen.push(...[...html.matchAll(/<li id="r(\d+)"/g)].map(match => Number(match[1])))
      next = /href="([^"]*history\?before=\d+)"/.exec(html)?.[1]
    }
    expect(seen).toEqual(Array.from({ length: 43 }, (_, n) => 43 - n))
  })

  test('withdrawn entries are listed and come back', async () => {
    const withdraw = (fields: object) => ({ ...fields, state: 'withdrawn' }) as never
    await changeEntries(site.store, editionId, [id], withdraw, { by: 'Ben', at: 5, name: 'withdraw' })
    const { headers } = await signedIn(site, 'editor')
    const listed = await get('/desk/migrants-day/2020/withdrawn', headers)
    expect(words(listed.html)).toContain('Webinar on remittancesBen withdrew it on')
    const back = '/desk/migrants-day/2020/withdrawn'
    const answer = await post(`/desk/entries/${id}/back`, headers, { back })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, back])
    expect((await entryOf(site.store, id)).state).toBe('published')
    expect(words((await get(back, headers)).html)).toContain('Nothing is withdrawn.')
    const elsewhere = await post(`/desk/entries/${id}/back`, headers, { back: '//else.example' })
    expect(elsewhere.headers.get('location')).toBe(`/desk/entries/${id}/history`)
  })

  test('contributors see it, and bring back drafts only', async () => {
    const { headers } = await signedIn(site, 'contributor', { series: 'migrants-day' })
    const { html } = await get(path(), headers)
    expect(words(html)).toContain('Anna moved it')
    expect(html).not.toContain('>Undo<')
    expect(words((await get(`${path()}/1`, headers)).html)).not.toContain('Restore this version')
    expect((await post(`${path()}/1`, headers, { number: '1', base: '3' })).status).toBe(403)
    const text = '/desk/migrants-day/2020/history/1/text'
    expect((await post(text, headers, { base: '1' })).status).not.toBe(303)
    const renamed = { content: content({ title: 'Wake' }) }
    const edit = { by: 'Anna', at: 5, base: 3 }
    await editEntry(site.store, { id: draft, editionId }, renamed, edit)
    const own = `/desk/entries/${draft}/history/1`
    expect((await post(own, headers, { number: '1', base: '4' })).status).toBe(303)
    expect((await entryOf(site.store, draft)).title).toBe('Vigil')
  })

  test('is for those who may write there, and for no forged form', async () => {
    const nobody = await signedIn(site, null)
    const editor = await signedIn(site, 'editor')
    const all = [
      path(),
      `${path()}/1`,
      '/desk/migrants-day/2020/history',
      '/desk/migrants-day/2020/withdrawn',
    ]
    for (const each of all) {
      expect((await get(each, nobody.headers)).status).toBe(403)
      expect((await get(each, {})).status).toBe(303)
    }
    const forged = { ...editor.headers, origin: 'https://else.example' }
    expect((await post(`${path()}/1`, forged, { number: '1', base: '3' })).status).toBe(403)
    for (const missing of ['/desk/entries/nobody/history', `${path()}/99`, `${path()}/0`, `${path()}/-1`])
      expect([missing, (await get(missing, editor.headers)).status]).toEqual([missing, 404])
    const other = await get("/desk/entries/';drop table entries;--/history", editor.headers)
    expect(other.status).toBe(404)
  })
})
