import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../../test/entries.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { addEntries } from '../../services/add-entries.ts'
import type { EditionRow } from '../../storage/editions.ts'
import { readEntries } from '../../storage/entries.ts'
import { readRevisions } from '../../storage/revisions.ts'
import { readUpdates } from '../../storage/updates.ts'

describe.each(stores)('what becomes of an event in $name', ({ empty }) => {
  let site: TestSite
  let edition: EditionRow
  let id: string
  let anna: SignedIn

  beforeEach(async () => {
    site = await openSite('2020-12-10T08:00:00Z', await empty())
    edition = await anEdition(site.store)
    const at = (hour: number) => `2020-12-18T${hour}:00:00+01:00[Europe/Berlin]`
    const whole = content({ title: 'Maps', start: at(15), end: at(18), links: [] })
    const sessions = ['Opening', 'Panel'].map((title, index) => ({
      content: content({ title, start: at(15 + index) }),
    }))
    const act = { by: 'Anna', at: site.clock.now }
    const added = await addEntries(
      site.store,
      edition.id,
      [{ content: whole, state: 'published', sessions }],
      act,
    )
    id = added.entries[0]!.id
    anna = await signedIn(site, 'editor', { name: 'Anna' })
  })

  const send = (path: string, fields: Record<string, string>, who: SignedIn = anna) =>
    site.app.request(`http://localhost:1812/desk/entries/${id}/${path}`, {
      method: 'POST',
      headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    })
  const sessions = async () =>
    (await readEntries(site.store.db, { sessionsOf: id })).map(({ entry }) => entry)
  const updates = async () => (await readUpdates(site.store.db, edition.id, 9)).map(({ update }) => update)

  test('it is cancelled with its sessions for a reason, as one revision, and takes place after all', async () => {
    const answer = await send('status', { status: 'cancelled', 'cancelled-reason': 'The hall is flooded.' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/desk/entries/${id}`])
    const { status, statusReason, state } = await entryOf(site.store, id)
    expect([status, statusReason, state]).toEqual(['cancelled', 'The hall is flooded.', 'published'])
    expect((await sessions()).map(each => each.status)).toEqual(['cancelled', 'cancelled'])
    const made = await readRevisions(site.store.db, edition.id, { number: 2 })
    expect(made.map(({ act }) => act)).toEqual(['cancel', 'cancel', 'cancel'])
    expect(await updates()).toContainEqual({
      kind: 'status',
      status: 'cancelled',
      reason: 'The hall is flooded.',
    })
    await send('status', { status: 'scheduled' })
    expect((await entryOf(site.store, id)).statusReason).toBe(null)
    expect((await sessions()).map(each => each.status)).toEqual(['scheduled', 'scheduled'])
  })

  test('it is postponed without a new time, or to one that is told; what is in doubt is asked', async () => {
    await send('status', { status: 'postponed', 'postponed-reason': 'Illness' })
    expect((await entryOf(site.store, id)).status).toBe('postponed')
    const asked = await send('status', { status: 'postponed', 'postponed-when': 'Mon 21 Dec, 3 pm IST' })
    const html = await asked.text()
    expect([asked.status, html.includes('Which is meant?')]).toEqual([422, true])
    expect(html).toContain('value="Mon 21 Dec, 3 pm IST"')
    expect(html).toContain('name="postponed-doubt.start.zone-ambiguous"')
    await send('status', {
      status: 'postponed',
      'postponed-when': 'Mon 21 Dec, 3 pm IST',
      'postponed-doubt.start.zone-ambiguous': '2020-12-21T15:00:00+02:00[Asia/Jerusalem]||',
    })
    const { status, time, doubts } = await entryOf(site.store, id)
    expect([status, time.start, time.zone, doubts]).toEqual([
      'rescheduled',
      '2020-12-21T15:00:00',
      'Asia/Jerusalem',
      [],
    ])
    const nonsense = await send('status', { status: 'postponed', 'postponed-when': 'later, perhaps' })
    expect([nonsense.status, (await nonsense.text()).includes('No time was found in these words.')]).toEqual([
      422,
      true,
    ])
  })

  test('it moves online, with a link that leads somewhere', async () => {
    const wrong = await send('status', { status: 'movedOnline', 'movedOnline-url': 'javascript:alert(1)' })
    expect(wrong.status).toBe(422)
    await send('status', { status: 'movedOnline', 'movedOnline-url': 'youtube.com/watch?v=abc123def45' })
    const { status, attendance, links } = await entryOf(site.store, id)
    expect([status, attendance, links.map(({ role, url }) => [role, url])]).toEqual([
      'movedOnline',
      'online',
      [['livestream', 'https://youtube.com/watch?v=abc123def45']],
    ])
    expect((await send('status', { status: 'vanished' })).status).toBe(400)
  })

  test('no recording is attached before the end, and only one that was there is removed', async () => {
    const early = await send('recording', {
      _method: 'PUT',
      state: 'available',
      'recording-url': 'example.org/v',
    })
    expect([early.status, (await early.text()).includes('no recording before it is over')]).toEqual([
      422,
      true,
    ])
    expect((await send('recording', { _method: 'PUT', state: 'removed' })).status).toBe(422)
    expect((await send('recording', { state: 'expected' })).status).toBe(405)
    await send('recording', { _method: 'PUT', state: 'expected' })
    expect((await entryOf(site.store, id)).recording).toBe('expected')
    site.clock.now = Date.parse('2020-12-19T08:00Z')
    anna = await signedIn(site, 'editor', { name: 'Anna' })
    expect((await send('recording', { _method: 'PUT', state: 'available' })).status).toBe(422)
    await send('recording', {
      _method: 'PUT',
      state: 'available',
      'recording-url': 'https://example.org/v',
      'recording-title': 'In full',
    })
    const { recording, links } = await entryOf(site.store, id)
    expect([recording, links.map(({ role, url, title }) => [role, url, title])]).toEqual([
      'available',
      [['recording', 'https://example.org/v', 'In full']],
    ])
    await send('recording', { _method: 'PUT', state: 'removed' })
    const removed = await entryOf(site.store, id)
    expect([removed.recording, removed.links.length]).toEqual(['removed', 1])
  })

  test('contributors leave what is published as it is', async () => {
    const cleo = await signedIn(site, 'contributor')
    expect((await send('status', { status: 'cancelled' }, cleo)).status).toBe(403)
    expect((await send('recording', { _method: 'PUT', state: 'none' }, cleo)).status).toBe(403)
    expect((await entryOf(site.store, id)).status).toBe('scheduled')
  })
})
