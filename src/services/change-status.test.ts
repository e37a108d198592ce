import { describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import type { Finding } from '../domain/finding.ts'
import { readEntries } from '../storage/entries.ts'
import { addEntries } from './add-entries.ts'
import { cancelEntries, changeStatus, type StatusChange } from './change-status.ts'
import { undoRevision } from './undo-revision.ts'

const anna = { by: 'Anna', at: 10 }

describe.each(stores)('what becomes of a whole-day programme in $name', ({ empty }) => {
  async function begun() {
    const store = await empty()
    const edition = await anEdition(store)
    const told = (title: string, clocks: [number, number]): Finding => ({
      kind: 'event',
      title,
      start: `2020-12-18T${clocks[0]}:00:00+01:00[Europe/Berlin]`,
      end: `2020-12-18T${clocks[1]}:00:00+01:00[Europe/Berlin]`,
      attendance: 'offline',
    })
    const sessions = [told('One', [14, 15]), told('Two', [16, 18])].map(each => ({ content: content(each) }))
    const { entries } = await addEntries(
      store,
      edition.id,
      [{ content: content(told('Whole', [14, 18])), state: 'published', sessions }],
      anna,
    )
    const whole = entries[0]!.id
    const rows = await readEntries(store.db, { sessionsOf: whole })
    const [one, two] = rows.map(({ entry }) => entry.id) as [string, string]
    const say = (id: string, status: StatusChange['status'], more: Partial<StatusChange> = {}) =>
      changeStatus(store, { id, editionId: edition.id }, { status, reason: null, ...more }, anna)
    const statuses = async () =>
      Promise.all([whole, one, two].map(async id => (await entryOf(store, id)).status))
    return { store, edition, whole, one, two, say, statuses }
  }

  test('happens to its sessions, but one that was cancelled by itself stays so', async () => {
    const { whole, one, say, statuses } = await begun()
    await say(one, 'cancelled', { reason: 'Ill.' })
    await say(whole, 'cancelled', { reason: 'Storm.' })
    expect(await statuses()).toEqual(['cancelled', 'cancelled', 'cancelled'])
    await say(whole, 'postponed')
    expect(await statuses()).toEqual(['postponed', 'cancelled', 'postponed'])
    await say(whole, 'scheduled')
    expect(await statuses()).toEqual(['scheduled', 'cancelled', 'scheduled'])
  })

  test('moves them as far as it is moved, and back when that is undone', async () => {
    const { store, edition, whole, one, two, say, statuses } = await begun()
    const { time } = content({ start: '2020-12-20T15:00:00+01:00[Europe/Berlin]' })
    const { revision } = await say(whole, 'rescheduled', { time })
    expect(await statuses()).toEqual(['rescheduled', 'rescheduled', 'rescheduled'])
    expect((await entryOf(store, one)).time).toMatchObject({
      start: '2020-12-20T15:00:00',
      end: '2020-12-20T16:00:00',
    })
    expect((await entryOf(store, two)).time).toMatchObject({
      start: '2020-12-20T17:00:00',
      end: '2020-12-20T19:00:00',
    })
    await undoRevision(store, edition.id, revision, anna)
    expect(await statuses()).toEqual(['scheduled', 'scheduled', 'scheduled'])
    expect((await entryOf(store, two)).time.start).toBe('2020-12-18T16:00:00')
  })

  test('takes them online', async () => {
    const { store, whole, one, say, statuses } = await begun()
    await say(whole, 'movedOnline')
    expect(await statuses()).toEqual(['movedOnline', 'movedOnline', 'movedOnline'])
    expect((await entryOf(store, one)).attendance).toBe('online')
  })

  test('happens to them when it is cancelled among others, each once', async () => {
    const { store, edition, whole, two, statuses } = await begun()
    const statement = { content: content({ kind: 'statement', title: 'S' }), state: 'published' as const }
    const added = await addEntries(store, edition.id, [statement], anna)
    const ids = [two, whole, added.entries[0]!.id]
    const done = await cancelEntries(store, edition.id, ids, 'Storm.', anna)
    expect(done).toEqual({ revision: 3, cancelled: [two, whole] })
    expect(await statuses()).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect((await entryOf(store, whole)).statusReason).toBe('Storm.')
    expect((await cancelEntries(store, edition.id, ids, null, anna)).cancelled).toEqual([])
    expect(await undoRevision(store, edition.id, 3, anna)).toMatchObject({ changed: 3 })
    expect(await statuses()).toEqual(['scheduled', 'scheduled', 'scheduled'])
  })
})
