import { beforeAll, describe, expect, test } from 'vitest'
import { entryOf } from '../../../test/entries.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { words } from '../../../test/words.ts'
import { editEdition } from '../../services/edit-edition.ts'
import { openNextEdition } from '../../services/open-next-edition.ts'
import { undoRevision } from '../../services/undo-revision.ts'
import { findEdition } from '../../storage/editions.ts'
import { readEntries } from '../../storage/entries.ts'
import { readProgramme } from '../../storage/programmes.ts'
import { loadWords } from '../words.ts'

const origin = 'http://localhost:1812'

beforeAll(async () => {
  await Promise.all((['fr', 'ar', 'de'] as const).map(loadWords))
})

describe.each(stores)('the words of a programme in other languages ($name)', ({ empty }) => {
  async function begun() {
    const site: TestSite = await openSite('2021-03-06T09:20:00Z', await empty())
    await addProgramme(
      site,
      { series: 'data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/Berlin' },
      [
        {
          kind: 'event',
          title: 'Maps',
          start: '2021-03-06T10:00:00+01:00',
          note: 'Bring a chart.',
          sessions: [{ kind: 'event', title: 'First', start: '2021-03-06T10:00:00+01:00' }],
        },
        { kind: 'event', title: 'Charlas', start: '2021-03-06T12:00:00+01:00', language: 'es' },
      ],
      { title: 'Data Day 2021', text: 'In March 2021.' },
    )
    const edition = (await findEdition(site.store.db, 'data-day', '2021'))!
    const rows = await readEntries(site.store.db, { editionId: edition.id })
    const idOf = (title: string) => rows.find(({ entry }) => entry.title === title)!.entry.id
    const { headers } = await signedIn(site, 'owner')
    const send = async (path: string, fields: Record<string, string>) => {
      const answer = await site.app.request(origin + path, {
        method: 'POST',
        headers: { ...headers, origin },
        body: new URLSearchParams(fields),
      })
      return { status: answer.status, html: await answer.text() }
    }
    const page = async (path: string) => (await site.app.request(origin + path)).text()
    return { site, edition, idOf, send, page, headers }
  }

  test('an entry is read in the language of the page where somebody said it so, else honestly as it was written', async () => {
    const { site, edition, idOf, send, page } = await begun()
    await editEdition(site.store, edition.id, { language: 'en' }, { by: 'Anna', at: site.clock.now })
    const before = await page('/data-day/2021?lang=fr')
    expect(before).toContain('<bdi lang="en">Data Day 2021</bdi>')
    expect(before).toContain('<bdi lang="en">Maps</bdi>')
    expect(before).toContain('<bdi lang="es">Charlas</bdi>')
    // The head says which language everything is in; what is in another one says so itself.
    expect([...before.matchAll(/class="said-in"/g)]).toHaveLength(2)

    const path = `/desk/entries/${idOf('Maps')}/languages`
    const told = { language: 'fr', title: 'Des cartes', note: '', summary: '' }
    expect((await send(path, told)).status).toBe(303)
    const head = { language: 'fr', title: 'La journée des données', text: 'En mars.' }
    expect((await send('/desk/data-day/2021/languages', head)).status).toBe(303)
    const series = { language: 'fr', title: 'Journée des données', text: '' }
    expect((await send('/desk/data-day/2021/languages?of=series', series)).status).toBe(303)

    // A page that is ready is believed for a second.
    site.clock.now += 2000
    const french = await page('/data-day/2021?lang=fr')
    expect(french).toContain('<bdi>Des cartes</bdi>')
    expect(french).toContain('<bdi>La journée des données</bdi>')
    expect(french).toContain('<bdi>Journée des données</bdi>')
    expect(french).toMatch(/class="note" dir="auto" lang="en"/)
    expect([...french.matchAll(/class="said-in"/g)]).toHaveLength(1)
    expect(await page('/data-day/2021?lang=de')).toContain('<bdi lang="en">Maps</bdi>')
    expect(words(await page('/data-day/2021'))).toContain('Maps')
    expect(await page('/data-day?lang=fr')).toContain('La journée des données')
    expect(await page('/?lang=fr')).toContain('La journée des données')
    expect(await page('/data-day/2021/maps?lang=fr')).toMatch(/<h1><bdi>Des cartes<\/bdi>/)
    expect(await page('/data-day/2021/charlas?lang=fr')).toMatch(/<h1><bdi lang="es">Charlas<\/bdi>/)
  })

  test('a translation is a change of its own: recorded, untold to readers, undone', async () => {
    const { site, edition, idOf, send } = await begun()
    const id = idOf('Maps')
    await send(`/desk/entries/${id}/languages`, { language: 'ar', title: 'خرائط' })
    expect((await entryOf(site.store, id)).translations).toEqual({ ar: { title: 'خرائط' } })
    const { revision } = (await findEdition(site.store.db, 'data-day', '2021'))!
    expect(revision).toBe(edition.revision + 1)
    expect(
      await site.store.db.selectFrom('updates').where('number', '=', revision).selectAll().execute(),
    ).toEqual([])
    await undoRevision(site.store, edition.id, revision, { by: 'Ben', at: 1 })
    expect((await entryOf(site.store, id)).translations).toBe(null)
  })

  test('where two say one field at once, both are shown and nothing is stored', async () => {
    const { site, idOf, send } = await begun()
    const path = `/desk/entries/${idOf('Maps')}/languages`
    await send(path, { language: 'fr', title: 'Cartes' })
    const late = await send(path, { language: 'fr', title: 'Plans', note: 'Venez', 'opened.title': '' })
    expect(late.status).toBe(409)
    expect(late.html).toContain('Cartes')
    expect(late.html).toContain('value="Plans"')
    expect((await entryOf(site.store, idOf('Maps'))).translations).toEqual({ fr: { title: 'Cartes' } })
    // Other fields and other languages are no conflict.
    const note = { language: 'fr', title: 'Cartes', note: 'Venez', 'opened.title': 'Cartes' }
    expect((await send(path, note)).status).toBe(303)
    expect((await send(path, { language: 'de', title: 'Karten' })).status).toBe(303)
    expect((await entryOf(site.store, idOf('Maps'))).translations).toEqual({
      de: { title: 'Karten' },
      fr: { note: 'Venez', title: 'Cartes' },
    })
  })

  test('a source that tells the entry again, and the next edition, leave it as it is due', async () => {
    const { site, edition, idOf, send } = await begun()
    await send(`/desk/entries/${idOf('Maps')}/languages`, { language: 'fr', title: 'Cartes' })
    await send('/desk/data-day/2021/languages', {
      language: 'fr',
      title: 'Journée 2021',
      text: 'En mars 2021.',
    })
    await addProgramme(
      site,
      { series: 'data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/Berlin' },
      [{ kind: 'event', title: 'Maps', start: '2021-03-06T10:30:00+01:00', note: 'Bring a chart.' }],
    )
    const again = await entryOf(site.store, idOf('Maps'))
    expect([again.time.start, again.translations]).toEqual([
      '2021-03-06T10:30:00',
      { fr: { title: 'Cartes' } },
    ])
    const next = { title: 'Data Day 2022', slug: '2022', startsOn: '2022-03-06', endsOn: '2022-03-06' }
    const act = { by: 'Anna', at: site.clock.now }
    await openNextEdition(site.store, edition.id, { ...next, keeps: ['text'], awaits: [] }, act)
    const made = (await readProgramme(site.store, 'data-day', '2022', { all: true }))!.edition
    expect(made.translations?.fr).toEqual({ text: expect.stringContaining('2021') })
  })

  test('who may not write it, says nothing; a language there is none of is asked again', async () => {
    const { site, idOf, send } = await begun()
    const path = `/desk/entries/${idOf('Maps')}/languages`
    const stranger = await site.app.request(origin + path, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ language: 'fr', title: 'x' }),
    })
    expect(stranger.status).toBe(403)
    expect((await send(path, { language: 'tlh', title: 'x' })).status).toBe(200)
    expect((await send(path, { language: 'fr', title: 'x'.repeat(1001) })).status).toBe(422)
    expect((await entryOf(site.store, idOf('Maps'))).translations).toBe(null)
  })
})
