import { mayPublish } from '../../domain/curator.ts'
import { isOpenDraft } from '../../services/change-entry.ts'
import { readEntries } from '../../storage/entries.ts'
import { wasPublished } from '../../storage/history.ts'
import { atDesk } from '../middleware/at-desk.ts'
import type { OwnEntry } from '../middleware/own-entry.ts'
import { paths } from '../paths.ts'
import type { Parts, Visit } from '../show.ts'
import { formContextOf } from '../ui/entry-form/form-context.ts'
import type { FormContext, FormState } from '../ui/entry-form/form-state.ts'
import { sendOnce } from '../ui/send.tsx'
import { backFrom } from './back.ts'
import type { Conflict } from './conflict.tsx'
import { EntryPage } from './entry-page.tsx'
import type { ActTold } from './entry-page-props.ts'
import { namesToComplete } from './names-to-complete.ts'
import { provenanceOf } from './provenance.ts'
import { inOrderOfTime } from './session-list.tsx'

/** What differs between the times an entry's page is shown. */
export type Shown = {
  state: FormState
  base: number
  back: string | undefined
  isMinor?: boolean
  conflict?: Conflict | null
  acts?: ActTold
}

/**
 * The page of an entry, or another answer if there is one to what was sent.
 *
 * @param tell given what a form has to know: what stands in it
 */
export async function showEntry(
  c: Visit,
  parts: Parts,
  own: OwnEntry,
  tell: (context: FormContext) => Shown | Response | Promise<Shown | Response>,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { db } = parts.store
  const { row, edition, series, curator } = own
  const path = paths.deskEntry(row.entry.id)
  const at = await atDesk(c, parts, edition.homeZone, status === 200 ? undefined : path)
  const context = formContextOf(edition, at.showing)
  const shown = await tell(context)
  if (shown instanceof Response) return shown
  const parent = row.parentId === null ? null : ((await readEntries(db, { ids: [row.parentId] }))[0] ?? null)
  const sessions = row.parentId === null ? await readEntries(db, { sessionsOf: row.entry.id }) : []
  const isEditor = mayPublish(curator, series.id)
  const page = (
    <EntryPage
      at={at}
      own={own}
      state={shown.state}
      context={context}
      base={shown.base}
      back={backFrom(shown.back, paths.deskEdition(series.slug, edition.slug))}
      isMinor={shown.isMinor ?? false}
      mayPublish={isEditor}
      mayWithdraw={
        isEditor || parent !== null || (isOpenDraft(row.entry) && !(await wasPublished(db, row.entry.id)))
      }
      mayEdit={isEditor || (parent?.entry ?? row.entry).state === 'draft'}
      known={await namesToComplete(db)}
      beside={await provenanceOf(db, { id: row.entry.id, editionId: edition.id }, at.showing)}
      parent={parent}
      sessions={inOrderOfTime(sessions)}
      conflict={shown.conflict ?? null}
      acts={shown.acts ?? null}
    />
  )
  return sendOnce(c, parts, page, status)
}
