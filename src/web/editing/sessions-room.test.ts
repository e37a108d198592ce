import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content } from '../../../test/entries.ts'
import { untouchedForm } from '../../../test/form.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { addEntries } from '../../services/add-entries.ts'
import type { EditionRow } from '../../storage/editions.ts'
import { readEntries } from '../../storage/entries.ts'
import { readUpdates } from '../../storage/updates.ts'

describe.each(stores)('the sessions of an event in $name', ({ empty }) => {
  let site: TestSite
  let edition: EditionRow
  let id: string
  let draft: string
  let anna: SignedIn

  beforeEach(async () => {
    site = await openSite('2020-12-10T08:00:00Z', await empty())
    edition = await anEdition(site.store)
    const day = content({ title: 'A day of maps', start: '2020-12-18T09:00:00+08:00[Asia/Manila]' })
    const entries = (['published', 'draft'] as const).map(state => ({ content: day, state }))
    const act = { by: 'Anna', at: site.clock.now }
    const added = await addEntries(site.store, edition.id, entries, act)
    ;[id, draft] = added.entries.map(entry => entry.id) as [string, string]
    anna = await signedIn(site, 'editor', { name: 'Anna' })
  })

  const url = (path: string) => `http://localhost:1812${path}`
  const send = (path: string, fields: Iterable<[string, string | Blob]>, who: SignedIn = anna) => {
    const body = new FormData()
    for (const [name, value] of fields) body.append(name, value)
    return site.app.request(url(path), { method: 'POST', headers: who.headers, body })
  }
  const paste = (fields: Record<string, string | Blob>, who = anna, of = id) =>
    send(`/desk/entries/${of}/sessions`, Object.entries(fields), who)
  const sessionsOf = async (of = id) =>
    (await readEntries(site.store.db, { sessionsOf: of })).map(({ entry }) => [
      entry.title,
      entry.time.start,
      entry.time.end,
      entry.time.zone,
    ])

  test('are read from lines, shown, and added together as one revision that is undone as one', async () => {
    const text = '9:00 Opening\r\n9:15–10:00 Keynote: Rights\r\n  with Ana\r\n10:00 CET Call'
    const shown = await paste({ text, do: 'read' })
    const html = await shown.text()
    expect([shown.status, html.includes('3 sessions were found')]).toEqual([200, true])
    expect(await sessionsOf()).toEqual([])
    const form = untouchedForm(html, `/desk/entries/${id}/sessions`)
    const added = await send(`/desk/entries/${id}/sessions`, [...form, ['do', 'add']])
    expect([added.status, added.headers.get('location')]).toEqual([303, `/desk/entries/${id}#sessions`])
    expect(await sessionsOf()).toEqual([
      ['Opening', '2020-12-18T09:00:00', null, 'Asia/Manila'],
      ['Keynote: Rights', '2020-12-18T09:15:00', '2020-12-18T10:00:00', 'Asia/Manila'],
      ['Call', '2020-12-18T10:00:00', null, 'Europe/Berlin'],
    ])
    const again = await (await paste({ text, do: 'read' })).text()
    const ticked = untouchedForm(again, `/desk/entries/${id}/sessions`).filter(([name]) =>
      name.startsWith('use.'),
    )
    expect([again.includes('It is there already.'), ticked]).toEqual([true, []])
    await send('/desk/migrants-day/2020/undo', [['revision', '2']])
    const states = (await readEntries(site.store.db, { sessionsOf: id })).map(({ entry }) => entry.state)
    expect(states).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
  })

  test.each([
    ['a table', 'start,end,title,speaker\n10:00,10:30,Opening,Ana\n10:30,11:00,Keynote,Ben'],
    [
      'a table of a page',
      '| Time | Session |\n|---|---|\n| 10:00-10:30 | Opening |\n| 10:30 - 11:00 | Keynote |',
    ],
    [
      'a calendar',
      'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Asia/Manila:20201218T100000\nDTEND;TZID=Asia/Manila:20201218T103000\nSUMMARY:Opening\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20201218T023000Z\nDTEND:20201218T030000Z\nSUMMARY:Keynote\nEND:VEVENT\nEND:VCALENDAR',
    ],
  ])('are read from %s as well, pasted or as a file', async (_, text) => {
    await paste({ file: new File([text], 'programme.txt'), do: 'add', 'use.0': 'on', 'use.1': 'on' })
    const [first, second] = await sessionsOf()
    expect(first).toEqual(['Opening', '2020-12-18T10:00:00', '2020-12-18T10:30:00', 'Asia/Manila'])
    expect(second?.[0]).toBe('Keynote')
  })

  test('of a draft are told to nobody; contributors may add them there and nowhere else', async () => {
    const cleo = await signedIn(site, 'contributor')
    const before = await readUpdates(site.store.db, edition.id, 9)
    const lines = { text: '9:00 One\n10:00 Two', do: 'add', 'use.0': 'on', 'use.1': 'on' }
    expect((await paste(lines, cleo)).status).toBe(403)
    expect((await paste(lines, cleo, draft)).status).toBe(303)
    expect((await sessionsOf(draft)).length).toBe(2)
    const [session] = await readEntries(site.store.db, { sessionsOf: draft })
    const path = `/desk/entries/${session!.entry.id}`
    const html = await (await site.app.request(url(path), { headers: cleo.headers })).text()
    const form = new Map([...untouchedForm(html, path), ['title', 'Eins'], ['do', 'save']])
    expect((await send(path, form, cleo)).status).toBe(303)
    expect((await sessionsOf(draft))[0]?.[0]).toBe('Eins')
    expect(await readUpdates(site.store.db, edition.id, 9)).toEqual(before)
  })

  test('are added one by one on the day and in the zone of their event, and taken away', async () => {
    const path = `/desk/entries/${id}/sessions/new`
    const html = await (await site.app.request(url(path), { headers: anna.headers })).text()
    const form = new Map(untouchedForm(html, path))
    expect([form.get('when.day'), form.get('when.zone')]).toEqual(['2020-12-18', 'Asia/Manila'])
    const refused = await send(path, new Map([...form, ['do', 'save']]))
    expect([refused.status, (await refused.text()).includes('A title is needed.')]).toEqual([422, true])
    await send(path, new Map([...form, ['title', 'Opening'], ['when.start', '09:00'], ['do', 'save']]))
    expect(await sessionsOf()).toEqual([['Opening', '2020-12-18T09:00:00', null, 'Asia/Manila']])
    const [session] = await readEntries(site.store.db, { sessionsOf: id })
    await send(`/desk/entries/${session!.entry.id}`, [
      ['revision', '2'],
      ['do', 'withdraw'],
    ])
    const [gone] = await readEntries(site.store.db, { sessionsOf: id })
    expect([gone?.entry.state, gone?.entry.title]).toEqual(['withdrawn', 'Opening'])
    const below = await send(`/desk/entries/${session!.entry.id}/sessions`, [['text', '9:00 x\n10:00 y']])
    expect(below.status).toBe(404)
  })

  test('are no more than a programme has, and none of nothing', async () => {
    const many = Array.from(
      { length: 700 },
      (_, at) => `${String(at % 24).padStart(2, '0')}:00 Session ${at}`,
    )
    const html = await (await paste({ text: many.join('\n'), do: 'read' })).text()
    expect([html.includes('500 sessions were found'), html.includes('200 more were left out')]).toEqual([
      true,
      true,
    ])
    expect((await paste({ text: ' ', do: 'read' })).status).toBe(422)
    expect((await paste({ text: '9:00 One\n10:00 Two', do: 'add' })).status).toBe(422)
    expect((await paste({ text: 'x'.repeat(150_001), do: 'read' })).status).toBe(422)
    const odd = await paste({ text: '9:00 <img src=x onerror=alert(1)>\u0000\n10:00 Two', do: 'read' })
    expect(await odd.text()).not.toContain('<img src=x')
    expect(await sessionsOf()).toEqual([])
  })

  test('entries are written by hand too: drafts by contributors, published by editors', async () => {
    const cleo = await signedIn(site, 'contributor')
    const path = '/desk/migrants-day/2020/new'
    const write = async (who: SignedIn, title: string) => {
      const html = await (
        await site.app.request(url(`${path}?kind=statement`), { headers: who.headers })
      ).text()
      const form = new Map([...untouchedForm(html, path), ['title', title], ['do', 'publish']])
      return send(path, form, who)
    }
    expect((await write(cleo, 'Cleo’s statement')).status).toBe(303)
    expect((await write(anna, 'Anna’s statement')).status).toBe(303)
    const rows = (await readEntries(site.store.db, { editionId: edition.id })).slice(2)
    expect(
      rows.map(({ entry: { kind, title, state, time } }) => [kind, title, state, time.precision]),
    ).toEqual([
      ['statement', 'Cleo’s statement', 'draft', 'not-told'],
      ['statement', 'Anna’s statement', 'published', 'not-told'],
    ])
  })
})
