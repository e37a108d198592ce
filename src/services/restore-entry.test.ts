import { describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import { readEntries } from '../storage/entries.ts'
import { addEntries } from './add-entries.ts'
import { changeStatus } from './change-status.ts'
import { restoreEntry } from './restore-entry.ts'
import { undoRevision } from './undo-revision.ts'

const start = '2020-12-18T14:00:00+01:00[Europe/Berlin]'
const event = (title: string) => content({ kind: 'event', title, start })

describe.each(stores)('an entry that is restored, in $name', ({ empty }) => {
  test('takes its sessions along, as they went with it; what became of one alone stays', async () => {
    const store = await empty()
    const { id: editionId } = await anEdition(store)
    const sessions = ['Opening', 'Panel', 'Close'].map(title => ({ content: event(title) }))
    const told = { content: event('Conference'), state: 'published' as const, sessions }
    const added = await addEntries(store, editionId, [told], { by: 'Anna', at: 10 })
    const id = added.entries[0]!.id
    const statuses = async () => [
      (await entryOf(store, id)).status,
      ...(await readEntries(store.db, { sessionsOf: id })).map(({ entry }) => entry.status),
    ]
    const [, panel] = await readEntries(store.db, { sessionsOf: id })
    const cancelled = { status: 'cancelled' as const, reason: 'Storm' }
    await changeStatus(store, { id: panel!.entry.id, editionId }, cancelled, { by: 'Anna', at: 20 })
    await changeStatus(store, { id, editionId }, cancelled, { by: 'Anna', at: 30 })
    expect(await statuses()).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled'])
    const act = { by: 'Anna', at: 40 }
    const { revision } = await restoreEntry(store, { id, editionId }, added.revision, act)
    expect(await statuses()).toEqual(['scheduled', 'scheduled', 'cancelled', 'scheduled'])
    await undoRevision(store, editionId, revision, act)
    expect(await statuses()).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled'])
  })
})
