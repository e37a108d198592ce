import { randomUUIDv7 } from 'node:crypto'
import { asOf } from '../domain/history.ts'
import { mergeFields } from '../domain/merge-fields.ts'
import { Refusal } from '../domain/refusal.ts'
import { freeSlug, slugOf } from '../domain/slug.ts'
import {
  fieldsOfWriting,
  type WritingFields,
  type WritingKind,
  writingLists,
  writingPath,
} from '../domain/writing.ts'
import { faultsOfWriting } from '../domain/writing-faults.ts'
import { touchBlog } from '../storage/blog.ts'
import { recordWriting } from '../storage/record-writing.ts'
import { findOldAddress } from '../storage/redirects.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import {
  findWriting,
  findWritingById,
  insertWriting,
  readWritingChanges,
  slugsLike,
  takeWriting,
} from '../storage/writings.ts'
import { changeWriting } from './change-writing.ts'
import { putWritingAuthors, putWritingWords } from './writing-words.ts'

export type EditedWriting =
  | { changed: boolean }
  /** Somebody else changed these fields otherwise since the form was opened; nothing was stored. */
  | { conflict: WritingConflict }

export type WritingConflict = {
  fields: (keyof WritingFields)[]
  theirs: WritingFields
  /** The same with what only this one changed. */
  merged: WritingFields
  by: string
  revision: number
}

/**
 * Says what a post or a page says. What others wrote since the form was opened (`base`, its revision then) is merged by
 * field; where both wrote one field, nothing is stored and both versions are given back.
 *
 * @throws Refusal when it is gone, or cannot be so
 */
export function editWriting(
  store: Store,
  id: string,
  told: WritingFields,
  { base, by, at }: { base: number; by: string; at: number },
): Promise<EditedWriting> {
  return store.db.transaction().execute(async db => {
    const revision = await takeWriting(db, id)
    const writing = await findWritingById(db, id)
    if (revision === null || !writing) throw new Refusal('writing-gone', {}, 'It is not there any more.')
    const current = fieldsOfWriting(writing)
    const since = await readWritingChanges(db, id, base)
    const opened = asOf<WritingFields>(current, since, base) ?? current
    const { value, conflicts } = mergeFields(opened, current, told, writingLists)
    if (conflicts.length > 0)
      return {
        conflict: { fields: conflicts, theirs: current, merged: value, by: since[0]?.by ?? '', revision },
      }
    const [fault] = faultsOfWriting(value)
    if (fault) throw fault.refusal
    if (value.slug !== current.slug || value.day.slice(0, 7) !== current.day.slice(0, 7))
      await checkAddress(db, { ...writing, slug: value.slug, day: value.day })
    return { changed: await changeWriting(db, writing, value, { by, at, act: 'edit' }) }
  })
}

/** A new post or page. @throws Refusal when it cannot be so */
export function addWriting(
  store: Store,
  kind: WritingKind,
  told: WritingFields,
  { by, at }: { by: string; at: number },
): Promise<{ id: string }> {
  return store.db.transaction().execute(async db => {
    const wanted = told.slug || slugOf(told.title)
    const taken = await slugsLike(db, kind, wanted)
    const fields = {
      ...told,
      slug: freeSlug(wanted, each => taken.has(each)),
      publishedAt: told.state === 'published' ? at : null,
      publishAt: null,
    }
    const [fault] = faultsOfWriting(fields)
    if (fault) throw fault.refusal
    const id = randomUUIDv7()
    const { authors, tags, categories, ...plain } = fields
    await checkAddress(db, { kind, ...fields, id })
    await insertWriting(db, { id, kind, ...plain }, at)
    await putWritingAuthors(db, id, authors, at)
    await putWritingWords(db, id, { tags, categories })
    await recordWriting(db, id, { by, at, act: 'create', before: null, after: fields })
    await touchBlog(db)
    return { id }
  })
}

/** @throws Refusal when another one has this address, or had it */
async function checkAddress(
  db: Db,
  told: { id: string; kind: WritingKind; slug: string; day: string },
): Promise<void> {
  const other = await findWriting(db, told.kind, told.slug)
  const leadsTo = await findOldAddress(db, writingPath(told))
  const own = await findWritingById(db, told.id)
  const isOthers = leadsTo !== null && (own === null || leadsTo !== writingPath(own))
  if ((other === null || other.id === told.id) && !isOthers) return
  throw new Refusal('writing-slug-taken', { slug: told.slug }, `The address “${told.slug}” is taken.`)
}
