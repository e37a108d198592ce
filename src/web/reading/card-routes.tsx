import { Hono } from 'hono'
import type { Content } from '../../domain/content.ts'
import type { Programme } from '../../domain/programme.ts'
import { Refusal } from '../../domain/refusal.ts'
import { acceptReading, readEntryAgain, readProposals } from '../../services/read-entry-again.ts'
import { queueAgain } from '../../services/read-reading-again.ts'
import { reopenReading, type Settling, settleFindings } from '../../services/settle-findings.ts'
import { readEntries } from '../../storage/entries.ts'
import { findReading } from '../../storage/readings.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating } from '../middleware/curator.ts'
import { type Done, goDone } from '../middleware/done.ts'
import { refuseLongTexts, refuseOtherSites, tellSaved } from '../middleware/forms.ts'
import { ownEntry } from '../middleware/own-entry.ts'
import { paths } from '../paths.ts'
import type { ReadNow } from '../read-now.ts'
import { type Env, headerOf, type Parts, type Visit } from '../show.ts'
import type { FormContext, FormState } from '../ui/entry-form/form-state.ts'
import { changeRows, type Typed, typedOfForm } from '../ui/entry-form/typed.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import type { Showing } from '../ui/showing.ts'
import { within } from '../within.ts'
import type { Again } from './again-card.tsx'
import { prefixOf, typingName } from './card.tsx'
import { type Found, foundOf, isClear } from './found.ts'
import { actOf, type OwnReading, ownReading } from './own-reading.ts'
import { readCard } from './read-card.ts'
import { ReadingPage } from './reading-page.tsx'
import { ReadingSection } from './reading-section.tsx'

/** The card of a reading, and what is done with what was found. */
export function cardRoutes(parts: Parts, readNow: ReadNow): Hono<Env> {
  const { store, config, now, patienceMs, wholeProgrammes } = parts
  const room = new Hono<Env>()
  const guards = [refuseOtherSites(config), curating(parts), refuseLongTexts] as const

  room.get('/desk/readings/:id', curating(parts), async c => {
    const id = c.req.param('id')
    const going = readNow.of(id)
    if (going && isPart(c)) await within(going, patienceMs)
    const own = await ownReading(c, parts, id)
    return own instanceof Response ? own : showCard(c, own, { number: numberAsked(c) })
  })

  room.post('/desk/readings/:id/entries', ...guards, async c => {
    const own = await ownReading(c, parts, c.req.param('id'))
    if (own instanceof Response) return own
    const form = await c.req.formData()
    const found = await findingsOf(own)
    const { numbers, state } = wishOf(form, found)
    const [number] = numbers
    if (numbers.length === 1 && !form.has('all')) return addOne(c, own, found[number!], form, state)
    const readAt = readAtOf(form)
    const chosen = numbers.map(each => found[each]).filter(each => each !== undefined)
    const { say } = (await atDesk(c, parts, own.edition.homeZone)).showing
    if (chosen.length === 0) return showCard(c, own, { refused: say('card.none-chosen') })
    const asking = chosen.filter(one => !isClear(one) && one.settled === null)
    if (state === 'published' && asking.length > 0)
      return showCard(c, own, { refused: say('card.asking', { count: asking.length }) })
    return settle(
      c,
      own,
      readAt,
      chosen.map(one => ({ number: one.number, as: 'entry', state })),
      state === 'published' ? 'reading-published' : 'reading-drafted',
    )
  })

  room.post('/desk/readings/:id/merges', ...guards, async c => {
    const own = await ownReading(c, parts, c.req.param('id'))
    if (own instanceof Response) return own
    const form = await c.req.formData()
    const [into, number] = [form.get('into'), Number(form.get('number'))]
    const settlings: Settling[] = typeof into === 'string' ? [{ number, as: 'merge', into }] : []
    return settle(c, own, readAtOf(form), settlings, 'reading-merged')
  })

  room.post('/desk/readings/:id/drops', ...guards, async c => {
    const own = await ownReading(c, parts, c.req.param('id'))
    if (own instanceof Response) return own
    const form = await c.req.formData()
    const { numbers } = wishOf(form, [])
    const settlings = numbers.map((number): Settling => ({ number, as: 'drop' }))
    return settle(c, own, readAtOf(form), settlings, 'reading-dropped')
  })

  room.post('/desk/readings/:id/reopenings', ...guards, async c => {
    const own = await ownReading(c, parts, c.req.param('id'))
    if (own instanceof Response) return own
    await reopenReading(store, own.reading, actOf(own, parts))
    return afterwards(c, own)
  })

  room.post('/desk/readings/:id/changes', ...guards, async c => {
    const own = await ownReading(c, parts, c.req.param('id'))
    if (own instanceof Response) return own
    const form = await c.req.formData()
    const fields = form.get('do') === 'accept' ? form.getAll('field').map(String) : []
    const base = Number(form.get('base') ?? own.edition.revision)
    try {
      const seen = { readAt: readAtOf(form), base }
      const { revision } = await acceptReading(store, own.reading, fields, { ...actOf(own, parts), ...seen })
      const act = revision === null ? 'again-left' : 'again-accepted'
      return afterwards(c, own, { act, undo: revision })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { say } = (await atDesk(c, parts, own.edition.homeZone)).showing
      return showCard(c, own, { refused: sayRefusal(say, error) })
    }
  })

  room.post('/desk/entries/:id/readings', ...guards, async c => {
    const own = await ownEntry(c, parts, c.req.param('id'))
    if (own instanceof Response) return own
    const { curator, edition, row } = own
    const entry = { id: row.entry.id, editionId: edition.id }
    try {
      const id = await readEntryAgain(store, entry, { by: curator.name, at: now() })
      await within(readNow.begin([id]), patienceMs)
      return c.redirect(paths.deskReading(id), 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return goDone(c, config, paths.deskEntry(entry.id), { act: 'no-source' })
    }
  })

  room.post('/desk/readings/:id/attempts', ...guards, async c => {
    const own = await ownReading(c, parts, c.req.param('id'))
    if (own instanceof Response) return own
    await queueAgain(store, own.reading, now())
    const reading = readNow.begin([own.reading.id])
    await within(reading, patienceMs)
    return afterwards(c, own)
  })
  return room

  async function addOne(
    c: Visit,
    own: OwnReading,
    one: Found | undefined,
    form: FormData,
    state: 'published' | 'draft',
  ): Promise<Response> {
    if (!one || one.settled) return afterwards(c, own)
    const typed = typedOfForm(form, prefixOf(own.reading.id, one.number))
    if (!typed) return showCard(c, own, { number: one.number })
    const { showing } = await atDesk(c, parts, own.edition.homeZone)
    const context = contextOf(own, showing)
    const act = typed.get('act')
    const given: Typed = (act && changeRows(typed, act)) || typed
    const isPublished = state === 'published' && !act
    const read = readCard(given, one.content, context, { force: act === 'read', isPublished })
    if (act !== undefined || read.state.problems.length > 0)
      return showCard(c, own, { number: one.number, state: read.state })
    const content: Content = read.content
    const settling: Settling = { number: one.number, as: 'entry', state, content }
    return settle(c, own, readAtOf(form), [settling], isPublished ? 'reading-published' : 'reading-drafted')
  }

  async function settle(
    c: Visit,
    own: OwnReading,
    readAt: number | null | undefined,
    settlings: Settling[],
    act: Extract<Done['act'], `reading-${string}`>,
  ): Promise<Response> {
    try {
      const { revision } = await settleFindings(
        store,
        { ...own.reading, readAt },
        settlings,
        actOf(own, parts),
      )
      const [only] = settlings
      if (only && settlings.length === 1) tellSaved(c, config, typingName(own.reading.id, only.number))
      return afterwards(c, own, { act, count: settlings.length, undo: revision })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { say } = (await atDesk(c, parts, own.edition.homeZone)).showing
      const number = settlings.length === 1 ? settlings[0]!.number : null
      return showCard(c, own, { number, refused: sayRefusal(say, error) })
    }
  }

  /** Back to the card while something is left in it, then to the desk of the edition. */
  async function afterwards(
    c: Visit,
    own: OwnReading,
    done?: Pick<Done, 'act'> & Partial<Done>,
  ): Promise<Response> {
    const reading = await findReading(store.db, own.reading.id)
    if (isPart(c) && reading) return showCard(c, { ...own, reading }, { undo: done?.undo ?? null })
    const { series, edition } = own
    const isLeft = reading && reading.state !== 'closed'
    const { suggestionId } = own.reading
    const to = suggestionId
      ? paths.deskSuggestion(suggestionId)
      : isLeft
        ? paths.deskReading(reading.id)
        : paths.deskEdition(series.slug, edition.slug)
    return done ? goDone(c, config, to, done) : c.redirect(to, 303)
  }

  async function showCard(
    c: Visit,
    own: OwnReading,
    told: { number?: number | null; state?: FormState; refused?: string; undo?: number | null },
  ): Promise<Response> {
    const { reading, edition } = own
    const isAnswer = c.req.method === 'POST'
    const at = await atDesk(c, parts, edition.homeZone, isAnswer ? paths.deskReading(reading.id) : undefined)
    const programme = await programmeOf(own)
    const section = {
      own,
      found: foundOf(reading, programme),
      number: told.number ?? null,
      state: told.state ?? null,
      again: await againOf(reading, edition),
      refused: told.refused ?? null,
      undo: told.undo ?? null,
      context: contextOf(own, at.showing),
      showing: at.showing,
    }
    const status = told.refused || told.state?.problems.length ? 422 : 200
    if (isPart(c))
      return c.html(<ReadingSection {...section} />, status, { 'cache-control': 'no-store', vary: 'X-Part' })
    if (reading.state === 'waiting') c.header('refresh', '2')
    const page = <ReadingPage {...section} at={at} names={namesIn(programme)} />
    return sendOnce(c, parts, page, status)
  }

  async function againOf(
    reading: OwnReading['reading'],
    edition: OwnReading['edition'],
  ): Promise<Again | null> {
    if (reading.entryId === null || reading.state === 'waiting' || reading.findings.length === 0) return null
    const [row] = await readEntries(store.db, { ids: [reading.entryId] })
    if (!row) return null
    const proposed = await readProposals(store.db, reading, row.entry, edition.homeZone)
    return { ...proposed, entry: row.entry }
  }

  async function findingsOf(own: OwnReading): Promise<Found[]> {
    return foundOf(own.reading, await programmeOf(own))
  }

  async function programmeOf({ series, edition }: OwnReading): Promise<Programme> {
    return (await wholeProgrammes(series.slug, edition.slug))!
  }
}

/** Script asks for the card alone, to put it into the page that is there. */
function isPart(c: Visit): boolean {
  return headerOf(c, 'x-part') === 'card'
}

function numberAsked(c: Visit): number | null {
  const told = c.req.query('finding')
  return told && /^\d{1,4}$/.test(told) ? Number(told) : null
}

/** When what the form shows was read: null before it was, undefined where it does not say. */
function readAtOf(form: FormData): number | null | undefined {
  const told = form.get('read')
  if (typeof told !== 'string') return undefined
  return told === '' ? null : Number(told)
}

/** Which findings are meant, and what they are to become. `all`: those of which nothing is in doubt. */
function wishOf(form: FormData, found: Found[]): { numbers: number[]; state: 'published' | 'draft' } {
  const told = form.get('all') ?? form.get('state')
  const state = told === 'published' ? 'published' : 'draft'
  if (form.has('all')) return { numbers: found.filter(isClear).map(({ number }) => number), state }
  const numbers = form
    .getAll('number')
    .flatMap(each => (/^\d{1,4}$/.test(String(each)) ? [Number(each)] : []))
  return { numbers: [...new Set(numbers)].slice(0, 1000), state }
}

export function contextOf({ edition }: OwnReading, { locale, say, now }: Showing): FormContext {
  const { homeZone, startsOn, endsOn, assumedMinutes } = edition
  return { homeZone, startsOn, endsOn, assumedMinutes, locale, say, now }
}

/** What names are completed from: those of the programme. */
export function namesIn({ entries, edition }: Programme): { organisations: string[]; tags: string[] } {
  const organisations = new Set(entries.flatMap(entry => entry.organisations.map(({ name }) => name)))
  return {
    organisations: [...organisations].sort((a, b) => a.localeCompare(b)).slice(0, 500),
    tags: edition.tags.map(({ name }) => name),
  }
}
