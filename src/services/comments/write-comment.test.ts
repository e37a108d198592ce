import { randomUUIDv7 } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aCurator } from '../../../test/comments.ts'
import { anEdition } from '../../../test/entries.ts'
import { stores } from '../../../test/stores.ts'
import { noProof } from '../../domain/taking-part/verdict.ts'
import { readBlogRevision } from '../../storage/blog.ts'
import { setCommenting } from '../../storage/commented.ts'
import { countComments, readComments, readHeld } from '../../storage/comments.ts'
import type { Store } from '../../storage/store.ts'
import { findComment } from '../../storage/written-comments.ts'
import { deleteOwnComment } from './delete-own-comment.ts'
import { editComment } from './edit-comment.ts'
import { type Said, writeComment } from './write-comment.ts'

const at = Date.parse('2020-12-18T12:00:00Z')
const nobody = { editKey: null, visitorId: null, accountId: null }
const amina = { ...nobody, editKey: 'key of amina' }

function said(editionId: string, told: Partial<Said> = {}): Said {
  return {
    form: randomUUIDv7(),
    on: { editionId },
    parentId: null,
    participant: { kind: 'guest' },
    name: 'Amina',
    url: 'https://amina.example',
    mail: 'amina@example.org',
    text: 'I shall listen from Nairobi.',
    language: 'en',
    editKey: 'key of amina',
    fromKey: null,
    proof: noProof,
    asks: null,
    at,
    ...told,
  }
}

const curator = { kind: 'curator' as const, id: 'account', name: 'Robin' }

async function written(store: Store, told: Said): Promise<string> {
  return (await writeComment(store, told))!.id
}

describe.each(stores)('comments in $name', ({ empty }) => {
  test('what somebody new says waits, seen by them alone; what a curator says is there at once', async () => {
    const store = await empty()
    await aCurator(store.db, 'account')
    const { id } = await anEdition(store)
    const on = { editionId: id }
    const before = await readBlogRevision(store.db)
    expect(await writeComment(store, said(id))).toMatchObject({ state: 'pending', isNew: true })
    expect(await readComments(store.db, on)).toEqual([])
    expect(await readBlogRevision(store.db)).toBe(before)
    expect((await readHeld(store.db, on, amina)).map(({ text }) => text)).toEqual([
      'I shall listen from Nairobi.',
    ])
    expect(await readHeld(store.db, on, nobody)).toEqual([])
    expect(await readHeld(store.db, on, { ...nobody, editKey: 'another' })).toEqual([])
    await writeComment(store, said(id, { participant: curator, text: 'Welcome.' }))
    expect(await readComments(store.db, on)).toMatchObject([
      { authorName: 'Robin', authorUrl: null, text: 'Welcome.', isOfHouse: true, language: 'en' },
    ])
    expect(await readBlogRevision(store.db)).not.toBe(before)
    expect((await countComments(store.db, [id])).get(id)).toBe(1)
  })

  test('a form that is sent again writes once; other words by the same form are not lost', async () => {
    const store = await empty()
    const { id } = await anEdition(store)
    const once = said(id)
    const first = (await writeComment(store, once))!
    expect(await writeComment(store, { ...once, at: at + 5000 })).toEqual({ ...first, isNew: false })
    const all = await Promise.all([1, 2, 3].map(() => writeComment(store, { ...once, text: 'Other words.' })))
    expect(all.map(each => each!.isNew).toSorted()).toEqual([false, false, true])
    expect(await readComments(store.db, { editionId: id }, { all: true })).toHaveLength(2)
  })

  test('only what is there can be answered, and only below what it stands below', async () => {
    const store = await empty()
    await aCurator(store.db, 'account')
    const { id } = await anEdition(store)
    const parentId = await written(store, said(id, { participant: curator, text: 'Welcome.' }))
    const held = await written(store, said(id))
    const answer = await written(store, said(id, { participant: curator, parentId, text: 'Hello.' }))
    expect(await findComment(store.db, answer)).toMatchObject({ parentId })
    await expect(writeComment(store, said(id, { parentId: held }))).rejects.toMatchObject({
      key: 'comment-answered-gone',
    })
    // Another edition of the same site, below which this comment does not stand.
    const [row] = await store.db.selectFrom('editions').selectAll().execute()
    const other = randomUUIDv7()
    await store.db
      .insertInto('editions')
      .values({ ...row!, id: other, slug: '2021' })
      .execute()
    await expect(writeComment(store, said(other, { parentId }))).rejects.toMatchObject({
      key: 'comment-answered-gone',
    })
  })

  test('nothing is said below what is closed, hidden, a draft, or not there', async () => {
    const store = await empty()
    const { id } = await anEdition(store)
    await setCommenting(store.db, { editionId: id }, 'closed')
    await expect(writeComment(store, said(id))).rejects.toMatchObject({ key: 'comments-closed' })
    await setCommenting(store.db, { editionId: id }, 'hidden')
    expect(await writeComment(store, said(id))).toBeNull()
    await setCommenting(store.db, { editionId: id }, 'open')
    await store.db.updateTable('editions').set({ state: 'draft' }).execute()
    expect(await writeComment(store, said(id))).toBeNull()
    expect(await writeComment(store, said(randomUUIDv7()))).toBeNull()
  })

  test('a comment is changed by its writer alone, as long as it waits or for a quarter of an hour', async () => {
    const store = await empty()
    const { id } = await anEdition(store)
    const held = await written(store, said(id))
    const edit = (comment: string, told: object = {}) =>
      editComment(store, comment, {
        by: amina,
        text: 'I listen.',
        language: 'sw',
        fromKey: null,
        proof: noProof,
        at: at + 3_600_000,
        ...told,
      })
    expect(await edit(held, { by: { ...nobody, editKey: 'another' } })).toBeNull()
    expect(await edit(held, { by: nobody })).toBeNull()
    expect(await edit(randomUUIDv7())).toBeNull()
    expect(await edit(held)).toBe('pending')
    expect(await findComment(store.db, held)).toMatchObject({
      text: 'I listen.',
      language: 'sw',
      editedAt: at + 3_600_000,
    })
    await store.db.updateTable('comments').set({ state: 'approved' }).where('id', '=', held).execute()
    // Let in as harmless words, it is weighed as if it had never been let in.
    expect(await edit(held, { text: 'Buy pills', at: at + 60_000 })).toBe('pending')
    await store.db.updateTable('comments').set({ state: 'approved' }).where('id', '=', held).execute()
    await expect(edit(held, { at: at + 900_000, text: 'Late' })).rejects.toMatchObject({
      key: 'comment-edit-over',
    })
    await store.db
      .updateTable('comments')
      .set({ state: 'spam', decided_by: 'account' })
      .where('id', '=', held)
      .execute()
    await expect(edit(held, { text: 'Again' })).rejects.toMatchObject({ key: 'comment-edit-over' })
  })

  test('what is taken back goes with all that was known of its writer, and answers stay below its place', async () => {
    const store = await empty()
    await aCurator(store.db, 'account')
    const { id } = await anEdition(store)
    const on = { editionId: id }
    const parentId = await written(store, said(id))
    await store.db.updateTable('comments').set({ state: 'approved' }).execute()
    const answer = await written(
      store,
      said(id, { participant: curator, parentId, text: 'Hello.', at: at + 1 }),
    )
    expect(await deleteOwnComment(store, parentId, { ...nobody, editKey: 'another' }, at)).toBe(false)
    expect(await deleteOwnComment(store, parentId, amina, at + 2)).toBe(true)
    expect(await deleteOwnComment(store, parentId, amina, at + 3)).toBe(false)
    const rows = await store.db.selectFrom('comments').where('id', '=', parentId).selectAll().execute()
    expect(JSON.stringify(rows)).not.toMatch(/amina|nairobi/i)
    expect(rows[0]).toMatchObject({ mail: null, mail_key: null, edit_key: null, author_name: null, text: '' })
    expect(await readComments(store.db, on)).toMatchObject([
      { id: parentId, isTakenBack: true, text: '' },
      { id: answer, text: 'Hello.', parentId },
    ])
    expect((await countComments(store.db, [id])).get(id)).toBe(1)
    await store.db.deleteFrom('comments').where('id', '=', answer).execute()
    expect(await readComments(store.db, on)).toEqual([])
  })
})
