import { Hono } from 'hono'
import { mayPublish } from '../../domain/curator.ts'
import { type EditionFields, isOfEdition } from '../../domain/edition-fields.ts'
import { asOf } from '../../domain/history.ts'
import { Refusal } from '../../domain/refusal.ts'
import { readEditionFields } from '../../services/change-edition.ts'
import { restoreEdition } from '../../services/restore-edition.ts'
import { readChanges, readEntryNames, readHistory, readWithdrawn } from '../../storage/history.ts'
import { type RevisionRow, readRevisions } from '../../storage/revisions.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { type OwnEdition, ownEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { isolated } from '../ui/entry-words.ts'
import { sendOnce } from '../ui/send.tsx'
import { EditionHistoryPage } from './edition-history-page.tsx'
import { numberOf } from './number-of.ts'
import { RevisionPage } from './revision-page.tsx'
import { VersionPage } from './version-page.tsx'
import { WithdrawnPage } from './withdrawn-page.tsx'

const onePage = 30
/** Of each revision in a list. */
const shownChanges = 12
const changesOnPage = 100

/** What was done to an edition and in it, what it said, and the way back there. */
export function editionHistoryRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const { db } = store
  const room = new Hono<Env>()

  room.get(paths.deskHistory(':series', ':edition'), curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param() as never)
    if (own instanceof Response) return own
    const before = numberOf(c.req.query('before')) ?? undefined
    const asked = { before, limit: onePage + 1, changes: shownChanges }
    const found = await readHistory(db, own.edition.id, asked)
    const revisions = found.slice(0, onePage)
    const path = paths.deskHistory(own.series.slug, own.edition.slug)
    const page = (
      <EditionHistoryPage
        at={await atDesk(c, parts, own.edition.homeZone)}
        own={own}
        revisions={revisions}
        names={await namesOf(revisions.flatMap(({ changes }) => changes))}
        withdrawn={(await readWithdrawn(db, own.edition.id)).length}
        older={found.length > onePage ? `${path}?before=${revisions.at(-1)!.number}` : null}
      />
    )
    return sendOnce(c, parts, page)
  })

  room.get(paths.deskWithdrawn(':series', ':edition'), curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param() as never)
    if (own instanceof Response) return own
    const at = await atDesk(c, parts, own.edition.homeZone)
    const entries = await readWithdrawn(db, own.edition.id)
    return sendOnce(c, parts, <WithdrawnPage at={at} own={own} entries={entries} />)
  })

  room.get('/desk/:series/:edition/history/:number', curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param() as never)
    if (own instanceof Response) return own
    const number = numberOf(c.req.param('number'))
    const from = numberOf(c.req.query('from')) ?? 0
    const asked = { from, limit: changesOnPage }
    const found = number === null ? null : await readChanges(db, own.edition.id, number, asked)
    if (number === null || !found || found.changes.length === 0) return onMissing(c, parts)
    const path = paths.deskRevision(own.series.slug, own.edition.slug, number)
    const next = from + changesOnPage
    const page = (
      <RevisionPage
        at={await atDesk(c, parts, own.edition.homeZone)}
        own={own}
        number={number}
        {...found}
        names={await namesOf(found.changes)}
        more={next < found.count ? `${path}?from=${next}` : null}
      />
    )
    return sendOnce(c, parts, page)
  })

  const version = '/desk/:series/:edition/history/:number/text'
  room.get(version, curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param() as never)
    if (own instanceof Response) return own
    return showVersion(c, own, numberOf(c.req.param('number')))
  })

  room.post(version, refuseOtherSites(config), refuseLongForms, curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param() as never)
    if (own instanceof Response) return own
    const { curator, series, edition } = own
    const number = numberOf(c.req.param('number'))
    const [newest] = await changesOfEdition(edition.id)
    const { base } = await fieldsOf(c)
    // What somebody else has done meanwhile is shown before it is put aside.
    if (number === null || newest?.number !== numberOf(base)) return showVersion(c, own, number, newest)
    try {
      const act = { by: curator.name, at: now(), onlyDrafts: !mayPublish(curator, series.id) }
      const { changed, revision } = await restoreEdition(store, edition.id, number, act)
      const undo = changed ? revision : null
      return goDone(c, config, paths.deskHistory(series.slug, edition.slug), { act: 'restored', undo })
    } catch (error) {
      if (error instanceof Refusal && error.key === 'only-editors') return refuse(c, parts)
      if (error instanceof Refusal) return onMissing(c, parts)
      throw error
    }
  })
  return room

  async function changesOfEdition(id: string): Promise<RevisionRow[]> {
    return (await readRevisions(db, id, { entryId: null })).filter(isOfEdition)
  }

  function namesOf(changes: RevisionRow[]) {
    return readEntryNames(db, [...new Set(changes.flatMap(({ entryId }) => entryId ?? []))])
  }

  async function showVersion(
    c: Visit,
    own: OwnEdition,
    number: number | null,
    meanwhile?: RevisionRow,
  ): Promise<Response> {
    const { series, edition, curator } = own
    const history = await changesOfEdition(edition.id)
    const made = history.find(change => change.number === number)
    const current = await readEditionFields(db, edition)
    const then = number === null ? null : asOf<EditionFields>(current, history, number)
    if (number === null || !made || !then) return onMissing(c, parts)
    const { slug, state, publishAt, publishedAt } = current
    const here = paths.deskVersion(series.slug, edition.slug, number)
    const at = await atDesk(c, parts, edition.homeZone, here)
    const page = (
      <VersionPage
        at={at}
        edition={{ series, edition }}
        title={edition.title}
        history={paths.deskHistory(series.slug, edition.slug)}
        number={number}
        version={{
          at: made.at,
          by: made.by,
          values: { ...then, slug, state, publishAt, publishedAt },
        }}
        restore={
          mayPublish(curator, series.id) ? { action: here, now: current, base: history[0]!.number } : null
        }
        notice={meanwhile && at.showing.say('history.meanwhile', { who: isolated(meanwhile.by) })}
      />
    )
    return sendOnce(c, parts, page, meanwhile ? 409 : 200)
  }
}
