import { Hono } from 'hono'
import { mayPublish } from '../../domain/curator.ts'
import { type EntryFields, fieldsOfEntry } from '../../domain/entry-fields.ts'
import { asOf } from '../../domain/history.ts'
import { Refusal } from '../../domain/refusal.ts'
import { bringBackEntry } from '../../services/bring-back-entry.ts'
import { restoreEntry } from '../../services/restore-entry.ts'
import { publishAtOf } from '../../services/settle-publication.ts'
import { countChanges, readSourceNames } from '../../storage/history.ts'
import { type RevisionRow, readRevisions } from '../../storage/revisions.ts'
import { listSuggestionsOf } from '../../storage/suggestions.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { type OwnEntry, ownEntry } from '../middleware/own-entry.ts'
import { ownPath, paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { isolated } from '../ui/entry-words.ts'
import { sendOnce } from '../ui/send.tsx'
import { EntryHistoryPage } from './entry-history-page.tsx'
import { numberOf } from './number-of.ts'
import { VersionPage } from './version-page.tsx'

const onePage = 30

/** What was done to an entry, what it was, and the way back there. */
export function entryHistoryRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()

  room.get(paths.deskEntryHistory(':id'), curating(parts), async c => {
    const own = await ownEntry(c, parts, c.req.param('id')!)
    if (own instanceof Response) return own
    const { id } = own.row.entry
    const { db } = store
    const before = numberOf(c.req.query('before')) ?? undefined
    const found = await readRevisions(db, own.edition.id, { entryId: id, before, limit: onePage + 1 })
    const changes = found.slice(0, onePage)
    const [newest] = await readRevisions(db, own.edition.id, { entryId: id, limit: 1 })
    const page = (
      <EntryHistoryPage
        at={await atDesk(c, parts, own.edition.homeZone)}
        own={own}
        changes={changes}
        counts={
          await countChanges(
            db,
            own.edition.id,
            changes.map(({ number }) => number),
          )
        }
        sources={await readSourceNames(db, id)}
        suggestions={await listSuggestionsOf(db, id)}
        newest={newest?.number ?? null}
        older={
          found.length > onePage ? `${paths.deskEntryHistory(id)}?before=${changes.at(-1)!.number}` : null
        }
      />
    )
    return sendOnce(c, parts, page)
  })

  room.get(paths.deskEntryVersion(':id', ':number'), curating(parts), async c => {
    const own = await ownEntry(c, parts, c.req.param('id')!)
    if (own instanceof Response) return own
    return showVersion(c, own, numberOf(c.req.param('number')))
  })

  room.post(
    paths.deskEntryVersion(':id', ':number'),
    refuseOtherSites(config),
    refuseLongForms,
    curating(parts),
    async c => {
      const own = await ownEntry(c, parts, c.req.param('id')!)
      if (own instanceof Response) return own
      const { id } = own.row.entry
      const number = numberOf(c.req.param('number'))
      const { base } = await fieldsOf(c)
      const [newest] = await readRevisions(store.db, own.edition.id, { entryId: id, limit: 1 })
      // What somebody else has done meanwhile is shown before it is put aside.
      if (number === null || newest?.number !== numberOf(base)) return showVersion(c, own, number, newest)
      const where = { id, editionId: own.edition.id }
      return attempt(c, async () => {
        const { changed, revision } = await restoreEntry(store, where, number, actOf(own))
        const undo = changed ? revision : null
        return goDone(c, config, paths.deskEntryHistory(id), { act: 'restored', undo })
      })
    },
  )

  room.post(
    paths.deskEntryBack(':id'),
    refuseOtherSites(config),
    refuseLongForms,
    curating(parts),
    async c => {
      const own = await ownEntry(c, parts, c.req.param('id')!)
      if (own instanceof Response) return own
      const back = ownPath((await fieldsOf(c)).back) ?? paths.deskEntryHistory(own.row.entry.id)
      const where = { id: own.row.entry.id, editionId: own.edition.id }
      return attempt(c, async () => {
        const { changed, revision } = await bringBackEntry(store, where, actOf(own))
        return goDone(c, config, back, { act: 'brought-back', undo: changed ? revision : null })
      })
    },
  )
  return room

  function actOf({ curator, series }: OwnEntry) {
    return { by: curator.name, at: now(), onlyDrafts: !mayPublish(curator, series.id) }
  }

  async function attempt(c: Visit, act: () => Promise<Response>): Promise<Response> {
    try {
      return await act()
    } catch (error) {
      if (error instanceof Refusal && error.key === 'only-drafts') return refuse(c, parts)
      if (error instanceof Refusal) return onMissing(c, parts)
      throw error
    }
  }

  async function showVersion(
    c: Visit,
    own: OwnEntry,
    number: number | null,
    meanwhile?: RevisionRow,
  ): Promise<Response> {
    const { series, edition, curator, row } = own
    const { id, title } = row.entry
    if (number === null) return onMissing(c, parts)
    const history = await readRevisions(store.db, edition.id, { entryId: id })
    const made = history.find(change => change.number === number)
    const current = fieldsOfEntry(row)
    const then = asOf<EntryFields>(current, history, number)
    if (!made || !then) return onMissing(c, parts)
    const { slug, position, parentId } = current
    const values = { ...then, slug, position, parentId, publishAt: publishAtOf(current, then, now()) }
    const isOpen =
      mayPublish(curator, series.id) ||
      [row.entry, values].every(({ state, publishAt }) => state === 'draft' && publishAt === null)
    const at = await atDesk(c, parts, edition.homeZone, paths.deskEntryVersion(id, number))
    const page = (
      <VersionPage
        at={at}
        edition={{ series, edition }}
        title={title}
        history={paths.deskEntryHistory(id)}
        number={number}
        version={{ at: made.at, by: made.by, values }}
        restore={
          isOpen
            ? {
                action: paths.deskEntryVersion(id, number),
                now: current,
                base: history[0]!.number,
              }
            : null
        }
        notice={meanwhile && at.showing.say('history.meanwhile', { who: isolated(meanwhile.by) })}
      />
    )
    return sendOnce(c, parts, page, meanwhile ? 409 : 200)
  }
}
