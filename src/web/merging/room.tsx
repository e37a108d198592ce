import { Hono } from 'hono'
import { mayPublish } from '../../domain/curator.ts'
import { duplicatesOf } from '../../domain/duplicate.ts'
import type { Entry } from '../../domain/entry.ts'
import { foldName } from '../../domain/fold-name.ts'
import { type SingleField, singleFields } from '../../domain/join.ts'
import { Refusal } from '../../domain/refusal.ts'
import { keepApart } from '../../services/keep-apart.ts'
import { type Merging, mergeEntries } from '../../services/merge-entries.ts'
import { suggestAgain } from '../../services/suggest-again.ts'
import { readApartOf } from '../../storage/apart.ts'
import { knownOf } from '../known-entries.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { type OwnEntry, ownEntry } from '../middleware/own-entry.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { ChoosePage } from './choose-page.tsx'
import { MergePage } from './merge-page.tsx'

/** Two entries that are one event become one; or somebody says that they are two. */
export function mergingRoom(parts: Parts): Hono<Env> {
  const { store, config, now, wholeProgrammes } = parts
  const room = new Hono<Env>()

  room.get('/desk/entries/:id/merge', curating(parts), async c => {
    const own = await ownEntry(c, parts, c.req.param('id'))
    if (own instanceof Response) return own
    const other = c.req.query('other')
    return other === undefined ? choose(c, own) : show(c, own, other, null)
  })

  room.post(
    '/desk/entries/:id/merge',
    refuseOtherSites(config),
    curating(parts),
    refuseLongForms,
    async c => {
      const own = await ownEntry(c, parts, c.req.param('id'))
      if (own instanceof Response) return own
      const { curator, series, edition, row } = own
      const form = await fieldsOf(c)
      const { other = '' } = form
      const keep = row.entry.id
      const act = { by: curator.name, at: now(), onlyDrafts: !mayPublish(curator, series.id) }
      const desk = paths.deskEdition(series.slug, edition.slug)
      try {
        if (form.do === 'apart') {
          await keepApart(store, edition.id, [keep, other], act)
          return goDone(c, config, desk, { act: 'kept-apart' })
        }
        if (form.do === 'together') {
          const isTakenBack = await suggestAgain(store, edition.id, [keep, other])
          const act = isTakenBack ? 'suggested-again' : 'unchanged'
          return goDone(c, config, paths.deskMerge(keep, other), { act })
        }
        const { revision } = await mergeEntries(
          store,
          edition.id,
          { keep, other, chosen: chosenIn(form) },
          act,
        )
        return goDone(c, config, desk, { act: 'reading-merged', undo: revision })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const { say } = (await atDesk(c, parts)).showing
        return show(c, own, other, sayRefusal(say, error))
      }
    },
  )
  return room

  async function show(c: Visit, own: OwnEntry, id: string, wrong: string | null): Promise<Response> {
    const { entry } = own.row
    // Why it was not done may be that one of them was withdrawn meanwhile.
    const all = wrong === null ? await entriesOf(own) : await allOf(own)
    const [kept, other] = [all.find(each => each.id === entry.id), all.find(each => each.id === id)]
    if (!kept || !other || kept === other) return onMissing(c, parts)
    const here = wrong ? paths.deskMerge(entry.id, id) : undefined
    const at = await atDesk(c, parts, own.edition.homeZone, here)
    const isEditor = mayPublish(own.curator, own.series.id)
    const mayMerge = isEditor || (kept.state === 'draft' && other.state === 'draft')
    const isOpen = kept.state !== 'withdrawn' && other.state !== 'withdrawn'
    const apart = (await readApartOf(store.db, entry.id)).find(said => said.id === id) ?? null
    const page = (
      <MergePage
        at={at}
        own={own}
        other={other}
        mayMerge={mayMerge}
        isOpen={isOpen}
        apart={apart}
        wrong={wrong}
      />
    )
    return sendOnce(c, parts, page, wrong ? 422 : 200)
  }

  async function choose(c: Visit, own: OwnEntry): Promise<Response> {
    const sought = (c.req.query('q') ?? '').trim().slice(0, 200)
    const at = await atDesk(c, parts, own.edition.homeZone)
    const all = (await entriesOf(own)).filter(({ id }) => id !== own.row.entry.id)
    const found = sought ? named(all, sought) : await alike(all, own)
    const apart = await readApartOf(store.db, own.row.entry.id)
    const shown = found.slice(0, 50)
    return sendOnce(c, parts, <ChoosePage at={at} own={own} sought={sought} found={shown} apart={apart} />)
  }

  async function alike(all: Entry[], { series, edition, row }: OwnEntry): Promise<Entry[]> {
    const programme = (await wholeProgrammes(series.slug, edition.slug))!
    const ids = duplicatesOf(knownOf(programme), row.entry).map(({ id }) => id)
    return ids.flatMap(id => all.find(entry => entry.id === id) ?? [])
  }

  /** With their sessions beside them; without those that were withdrawn. */
  async function entriesOf(own: OwnEntry): Promise<Entry[]> {
    return (await allOf(own)).filter(({ state }) => state !== 'withdrawn')
  }

  async function allOf({ series, edition }: OwnEntry): Promise<Entry[]> {
    const { entries } = (await wholeProgrammes(series.slug, edition.slug))!
    return entries.flatMap(entry => [entry, ...entry.sessions])
  }
}

function named(all: Entry[], sought: string): Entry[] {
  const words = foldName(sought).split(' ')
  return all.filter(({ title }) => {
    const folded = foldName(title)
    return words.every(word => folded.includes(word))
  })
}

function chosenIn(form: Record<string, string>): Merging['chosen'] {
  const chosen: Partial<Record<SingleField, 'other' | 'both'>> = {}
  for (const field of singleFields) {
    const told = form[`of.${field}`]
    if (told === 'other' || (told === 'both' && (field === 'note' || field === 'summary')))
      chosen[field] = told
  }
  return chosen
}
