import { Hono } from 'hono'
import { mayPublish } from '../../domain/curator.ts'
import { recordingPolicies } from '../../domain/recordings/offer.ts'
import { Refusal } from '../../domain/refusal.ts'
import { setRecordingPolicy } from '../../services/recordings/set-policy.ts'
import { offerAgain, refuseOffer, takeOffer } from '../../services/recordings/take-offer.ts'
import { readLooks } from '../../storage/recording-looks.ts'
import { listOffers } from '../../storage/recording-offers.ts'
import { readRecordingPolicies } from '../../storage/recording-policies.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { type Done, goDone } from '../middleware/done.ts'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { type OwnEdition, ownEdition } from '../middleware/own-edition.ts'
import { ownPath, paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { RecordingsPage } from './recordings-page.tsx'

/** What is known of the recordings of an edition, and what becomes of those that were found. */
export function recordingsRoom(parts: Parts): Hono<Env> {
  const { store, config, now, wholeProgrammes } = parts
  const room = new Hono<Env>()
  const guards = [refuseOtherSites(config), curating(parts), refuseLongForms] as const

  room.get('/desk/:series/:edition/recordings', curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param())
    return own instanceof Response ? own : showAll(c, own)
  })

  room.post('/desk/:series/:edition/recordings/offers/:id', ...guards, async c => {
    const own = await ownEdition(c, parts, c.req.param())
    if (own instanceof Response) return own
    const { edition, series, curator } = own
    const form = await fieldsOf(c)
    const where = { id: c.req.param('id'), editionId: edition.id }
    const isEditor = mayPublish(curator, series.id)
    const act = { by: curator.name, at: now(), onlyDrafts: !isEditor }
    if (!isEditor) return refuse(c, parts)
    try {
      if (form.do === 'take') {
        const { revision, changed } = await takeOffer(store, where, act)
        return back(c, own, form, changed ? { act: 'recording', undo: revision } : { act: 'unchanged' })
      }
      if (form.do === 'refuse') {
        await refuseOffer(store, where, act)
        return back(c, own, form, { act: 'recording-refused' })
      }
      if (form.do !== 'again') return c.body(null, 400)
      await offerAgain(store, where)
      return back(c, own, form, { act: 'recording-offered-again' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showAll(c, own, error)
    }
  })

  room.post('/desk/:series/:edition/recordings/looks', ...guards, async c => {
    const own = await ownEdition(c, parts, c.req.param())
    if (own instanceof Response) return own
    const { series, edition, curator } = own
    const form = await fieldsOf(c)
    const programme = (await wholeProgrammes(series.slug, edition.slug))!
    const entry = programme.entries.find(({ id }) => id === form.entry)
    if (!entry || !mayPublish(curator, series.id)) return refuse(c, parts)
    const inTime = await parts.reads.recording(entry.id, 10_000)
    return back(c, own, form, { act: inTime ? 'recording-looked' : 'recording-being-looked' })
  })

  room.post('/desk/:series/:edition/recordings/policy', ...guards, async c => {
    const own = await ownEdition(c, parts, c.req.param())
    if (own instanceof Response) return own
    const form = await fieldsOf(c)
    const policy = recordingPolicies.find(each => each === form.policy)
    if (!policy || !mayPublish(own.curator, own.series.id)) return refuse(c, parts)
    const of = form.of === 'series' ? 'series' : 'edition'
    await setRecordingPolicy(store, own.edition.id, { policy, of }, own.curator)
    return back(c, own, form, { act: 'recording-policy' })
  })
  return room

  async function showAll(c: Visit, own: OwnEdition, refused?: Refusal): Promise<Response> {
    const { series, edition, curator } = own
    const { db } = store
    const here = paths.deskRecordings(series.slug, edition.slug)
    const at = await atDesk(c, parts, edition.homeZone, c.req.method === 'POST' ? here : undefined)
    const page = (
      <RecordingsPage
        at={at}
        programme={(await wholeProgrammes(series.slug, edition.slug))!}
        looks={await readLooks(db, edition.id)}
        offers={await listOffers(db, { editionIds: [edition.id] })}
        policies={await readRecordingPolicies(db, edition)}
        mayPublish={mayPublish(curator, series.id)}
        refused={refused ? sayRefusal(at.showing.say, refused) : null}
      />
    )
    return sendOnce(c, parts, page, refused ? 422 : 200)
  }

  function back(
    c: Visit,
    { series, edition }: OwnEdition,
    form: Record<string, string>,
    done: Pick<Done, 'act'> & Partial<Done>,
  ): Response {
    return goDone(c, config, ownPath(form.back) ?? paths.deskRecordings(series.slug, edition.slug), done)
  }
}
