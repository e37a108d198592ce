import { expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import type { Finding } from '../domain/finding.ts'
import { findReading, keepResult } from '../storage/readings.ts'
import { addEntries } from './add-entries.ts'
import { changeEntries } from './change-entries.ts'
import { openReadings } from './open-readings.ts'
import { settleFindings } from './settle-findings.ts'

const anna = { by: 'Anna', at: 10 }

test.each(stores)(
  'in $name, what was read is not put into an entry that was withdrawn',
  async ({ empty }) => {
    const store = await empty()
    const edition = await anEdition(store)
    const { entries } = await addEntries(
      store,
      edition.id,
      [{ content: content(), state: 'published' }],
      anna,
    )
    const into = entries[0]!.id
    const [id] = await openReadings(store, edition.id, { text: 'https://a.example/', files: [] }, anna)
    const finding: Finding = { kind: 'event', title: 'Webinar', summary: 'More' }
    await keepResult(
      store.db,
      id!,
      { url: 'https://a.example/', findings: [finding], problems: [], head: null },
      20,
    )
    const withdraw = (fields: object) => ({ ...fields, state: 'withdrawn' }) as never
    await changeEntries(store, edition.id, [into], withdraw, { ...anna, name: 'withdraw' })
    const settled = settleFindings(
      store,
      { id: id!, editionId: edition.id },
      [{ number: 0, as: 'merge', into }],
      anna,
    )
    await expect(settled).rejects.toMatchObject({ key: 'merge-into-withdrawn' })
    expect((await findReading(store.db, id!))!.settled).toEqual({})
    expect((await entryOf(store, into)).summary).not.toBe('More')
  },
)
