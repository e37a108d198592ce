import { describe, expect, test } from 'vitest'
import { finding, importInto, linesOf } from '../../test/builders.ts'
import { stores } from '../../test/stores.ts'
import { changeEntries } from '../services/change-entries.ts'
import { readGone } from './gone.ts'
import { readProgramme } from './programmes.ts'

describe.each(stores)('what was taken back, in $name', ({ empty }) => {
  test('is told with its sessions, once it was seen', async () => {
    const store = await empty()
    const told = [
      finding({ title: 'Gone', sessions: [finding({ title: 'Part' })] }),
      finding({ title: 'There' }),
    ]
    await importInto(store, linesOf(told), { publish: true })
    const { edition, entries } = (await readProgramme(store, 'migrants-day', '2020'))!
    const gone = entries.find(({ title }) => title === 'Gone')!
    expect(await readGone(store.db, edition.id, null)).toEqual([])
    const act = { by: 'Ada', at: Date.parse('2020-12-02T00:00Z'), name: 'withdraw' }
    await changeEntries(store, edition.id, [gone.id], fields => ({ ...fields, state: 'withdrawn' }), act)
    const found = await readGone(store.db, edition.id, null)
    expect(found.map(({ id, sequence }) => ({ id, sequence }))).toEqual(
      [gone.id, gone.sessions[0]!.id].map(id => ({ id, sequence: 1 })),
    )
    expect(await readGone(store.db, edition.id, act.at + 1)).toEqual([])
  })
})
