import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isOwner, mayPublish } from '../../domain/curator.ts'
import { Refusal } from '../../domain/refusal.ts'
import { linesApart } from '../../intake/inspect-apart.ts'
import { type StartedEdition, startEdition } from '../../services/start-edition.ts'
import { listEditions } from '../../storage/editions.ts'
import { findSeries, listSeriesNames } from '../../storage/series.ts'
import { dayOf } from '../../time/days.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse, theCurator } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { refuseOtherSites, tellSaved } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { sendSlowly } from '../ui/send-slowly.tsx'
import { isOfNewSeries, readNew } from './new-form.ts'
import { mostStartBytes, NewPage, newSeries, typingNameOfNew } from './new-page.tsx'
import { ReadSoFar, StartedPage, StartFailed, StartSummary } from './started-page.tsx'
import type { FormFields } from './typed.ts'

/** Where editions begin. */
export function newRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()

  room.get(paths.deskNew(), curating(parts), async c => {
    const slug = c.req.query('series') ?? ''
    const own = await ownSeries(c)
    const chosen = own.find(series => series.slug === slug) ?? (own.length === 1 ? own[0]! : null)
    const homeZone = chosen ? ((await listEditions(store.db, chosen.id))[0]?.homeZone ?? '') : ''
    return show(c, { typed: { series: chosen?.slug ?? newSeries, homeZone } })
  })

  const limit = bodyLimit({
    maxSize: mostStartBytes + 1_000_000,
    onError: c => tooLarge(c as Visit),
  })
  room.post(paths.deskNew(), refuseOtherSites(config), curating(parts), limit, async c => {
    const curator = await theCurator(c)
    const form = await c.req.parseBody()
    const typed = Object.fromEntries(
      Object.entries(form).filter((field): field is [string, string] => typeof field[1] === 'string'),
    )
    const series = isOfNewSeries(typed) ? null : await findSeries(store.db, typed.series ?? '')
    if (series ? !mayPublish(curator, series.id) : !(isOfNewSeries(typed) && isOwner(curator)))
      return refuse(c, parts)
    const source = await sourceIn(form.file, typed.source)
    const { locale, zone } = (await atDesk(c, parts)).showing
    const reading = { hasSource: source !== null, today: dayOf(now(), zone), locale }
    const { where, told, wrong } = readNew(typed, series, reading)
    if (Object.keys(wrong).length > 0) return show(c, { typed, wrong }, 422)
    const act = { who: { id: curator.id, name: curator.name }, at: now() }
    if (!source) {
      try {
        const { series, edition } = await startEdition(store, where, told, null, act)
        tellSaved(c, config, typingNameOfNew)
        return goDone(c, config, paths.deskEdition(series, edition), { act: 'opened' })
      } catch (error) {
        return refused(c, typed, error)
      }
    }
    const options = {
      name: source.file,
      ...(told.homeZone && { zone: told.homeZone }),
      ...(told.days && { published: told.days.startsOn, from: told.days.startsOn, to: told.days.endsOn }),
    }
    // Their days must be known before the first of them is stored.
    const lines = await Array.fromAsync(linesApart(source.bytes, options))
    const progress = createProgress()
    const given = { file: source.file, lines }
    const work = startEdition(store, where, told, given, { ...act, onProgress: progress.tell })
    // What is refused is refused before anything is stored.
    const early = await Promise.race([work.then(() => null, tellError), progress.next()])
    if (early instanceof Error) return refused(c, typed, early)
    tellSaved(c, config, typingNameOfNew)
    const at = await atDesk(c, parts, 'UTC', paths.deskNew())
    return sendSlowly(
      c,
      parts,
      <StartedPage at={at} file={source.file} />,
      pieces(work, { first: early, progress }, at),
    )
  })
  return room

  async function* pieces(
    work: Promise<StartedEdition>,
    { first, progress }: { first: number | null; progress: Progress },
    { showing }: Awaited<ReturnType<typeof atDesk>>,
  ): AsyncGenerator<string> {
    const ended = work.then(() => null, tellError)
    if (first !== null) yield String(<ReadSoFar count={first} showing={showing} />)
    for (;;) {
      const count = await Promise.race([ended, progress.next()])
      if (typeof count !== 'number') break
      yield String(<ReadSoFar count={count} showing={showing} />)
    }
    const failure = await ended
    if (failure) {
      console.error('An import at the desk failed:', failure)
      yield String(<StartFailed says={showing.say('fault.text')} />)
      return
    }
    const { summary } = await work
    if (summary) yield String(<StartSummary summary={summary} showing={showing} />)
  }

  function refused(c: Visit, typed: FormFields, error: unknown): Promise<Response> {
    if (!(error instanceof Refusal)) throw error
    return show(c, { typed, wrong: { [fieldOf(error)]: error } }, 422)
  }

  function tooLarge(c: Visit): Promise<Response> {
    const megabytes = mostStartBytes / 1e6
    const error = new Refusal('start-too-large', { megabytes }, `More than ${megabytes} MB.`)
    return show(c, { typed: {}, wrong: { source: error } }, 422)
  }

  async function ownSeries(c: Visit) {
    const curator = await theCurator(c)
    return (await listSeriesNames(store.db)).filter(({ id }) => mayPublish(curator, id))
  }

  async function show(
    c: Visit,
    told: Pick<Parameters<typeof NewPage>[0], 'typed' | 'wrong'>,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const at = await atDesk(c, parts, 'UTC', paths.deskNew())
    const mayOpenSeries = isOwner(at.curator)
    const all = await ownSeries(c)
    return sendOnce(c, parts, <NewPage at={at} all={all} mayOpenSeries={mayOpenSeries} {...told} />, status)
  }
}

/** What was dropped, else what was pasted; null where nothing was. */
async function sourceIn(
  file: unknown,
  pasted: string | undefined,
): Promise<{ file: string; bytes: Uint8Array } | null> {
  if (file instanceof File && file.size > 0)
    return { file: file.name.slice(0, 300) || 'file', bytes: new Uint8Array(await file.arrayBuffer()) }
  if (!pasted?.trim()) return null
  return { file: 'text', bytes: new TextEncoder().encode(pasted) }
}

type Progress = { tell: (done: number) => void; next: () => Promise<number> }

/** Hands on the latest count to whoever asks next. */
function createProgress(): Progress {
  let waiting = Promise.withResolvers<number>()
  return {
    tell(done) {
      waiting.resolve(done)
    },
    async next() {
      const count = await waiting.promise
      waiting = Promise.withResolvers<number>()
      return count
    },
  }
}

function tellError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

/** Beside which field a refusal is shown. */
function fieldOf({ key }: Refusal): string {
  if (key.startsWith('edition-slug')) return 'slug'
  if (key.startsWith('series-slug')) return 'series.title'
  if (key === 'edition-zone-unknown' || key === 'zone-unknown' || key === 'zone-missing') return 'homeZone'
  if (key === 'edition-date-unknown' || key === 'day-missing' || key === 'date-wrong') return 'startsOn'
  if (key.startsWith('days-')) return 'endsOn'
  return 'title'
}
