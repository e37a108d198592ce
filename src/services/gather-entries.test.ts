import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import type { Finding } from '../domain/finding.ts'
import { readEntries } from '../storage/entries.ts'
import type { Store } from '../storage/store.ts'
import { addEntries } from './add-entries.ts'
import { gatherEntries } from './gather-entries.ts'
import { undoRevision } from './undo-revision.ts'

const anna = { by: 'Anna', at: 10 }
const join = { role: 'join' as const, url: 'https://zoom.us/j/81234567890' }
const meeting = (day: string, more: Partial<Finding> = {}): Finding => ({
  kind: 'event',
  title: `Reading circle, ${day} December`,
  start: `2020-12-${day}T18:00:00+01:00[Europe/Berlin]`,
  end: `2020-12-${day}T19:00:00+01:00[Europe/Berlin]`,
  organisations: [{ name: 'IOM' }, { name: `Guests of the ${day}th` }],
  tags: ['books'],
  links: [join, { role: 'source', url: `https://iom.example/${day}` }],
  ...more,
})

describe.each(stores)('events that are gathered, in $name', ({ empty }) => {
  let store: Store
  let editionId: string
  beforeEach(async () => {
    store = await empty()
    editionId = (await anEdition(store)).id
  })
  const add = async (...told: (Finding & { state?: 'draft' })[]) => {
    const entries = told.map(({ state = 'published', ...each }) => ({
      content: content(each),
      state: state as 'draft' | 'published',
    }))
    return (await addEntries(store, editionId, entries, anna)).entries.map(({ id }) => id)
  }
  const sessions = async (id: string) =>
    (await readEntries(store.db, { sessionsOf: id })).map(({ entry }) => entry.title)

  test('are the sessions of one, in the order of time, which says what all of them say', async () => {
    const ids = await add(meeting('18'), meeting('04'), meeting('11'))
    const told = { ids, title: 'Reading circle' }
    const { id, slug, count } = await gatherEntries(store, editionId, told, { ...anna, at: 20 })
    const { title, time, organisations, tags, links, state } = await entryOf(store, id)
    expect([slug, count, title, state]).toEqual(['reading-circle', 3, 'Reading circle', 'published'])
    expect(time).toEqual({ precision: 'all-day', start: '2020-12-04', end: '2020-12-18', zone: null })
    expect(organisations.map(({ name }) => name)).toEqual(['IOM'])
    expect([tags.map(({ name }) => name), links.map(({ url }) => url)]).toEqual([['books'], [join.url]])
    expect(await sessions(id)).toEqual(['04', '11', '18'].map(day => `Reading circle, ${day} December`))
  })

  test('are apart again when that is undone', async () => {
    const ids = await add(meeting('04'), meeting('11'))
    const { id, revision } = await gatherEntries(store, editionId, { ids, title: 'Circle' }, anna)
    await undoRevision(store, editionId, revision, { ...anna, at: 30 })
    expect((await entryOf(store, id)).state).toBe('withdrawn')
    expect(await sessions(id)).toEqual([])
    const rows = await readEntries(store.db, { ids })
    expect(rows.map(({ entry, parentId }) => [entry.state, parentId])).toEqual([
      ['published', null],
      ['published', null],
    ])
  })

  test('are two at least, events, and have no sessions', async () => {
    const [one, two, statement] = await add(
      meeting('04'),
      meeting('11'),
      meeting('12', { kind: 'statement' }),
    )
    const gather = (ids: (string | undefined)[], title = 'Circle', act = {}) =>
      gatherEntries(store, editionId, { ids: ids as string[], title }, { ...anna, ...act })
    await expect(gather([one])).rejects.toMatchObject({ key: 'gather-few' })
    await expect(gather([one, two], ' ')).rejects.toMatchObject({ key: 'title-missing' })
    await expect(gather([one, statement])).rejects.toMatchObject({ key: 'gather-other' })
    await expect(gather([one, two], 'Circle', { onlyDrafts: true })).rejects.toMatchObject({
      key: 'only-drafts',
    })
    const { id } = await gather([one, two])
    const [three] = await add(meeting('17'))
    await expect(gather([id, three])).rejects.toMatchObject({ key: 'gather-other' })
  })

  test('are a draft as long as all of them are drafts', async () => {
    const ids = await add({ ...meeting('04'), state: 'draft' }, { ...meeting('11'), state: 'draft' })
    const act = { ...anna, onlyDrafts: true }
    const { id } = await gatherEntries(store, editionId, { ids, title: 'Circle' }, act)
    expect((await entryOf(store, id)).state).toBe('draft')
  })
})
