import { duplicatesOf } from '../../domain/duplicate.ts'
import { instantsOf } from '../../domain/instants-of.ts'
import { contentOfRead, openFindings, type Reading } from '../../domain/reading.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Suggestion } from '../../domain/suggestion.ts'
import { correctSuggestion } from '../../services/suggestions/correct-suggestion.ts'
import { creditSender } from '../../services/suggestions/credit-sender.ts'
import { addToSuggestion, withdrawSuggestion } from '../../services/suggestions/own-suggestion.ts'
import { readSuggestionToken } from '../../services/suggestions/suggestion-token.ts'
import { findEditionById } from '../../storage/editions.ts'
import { findReading, listSuggestionReadings } from '../../storage/readings.ts'
import { seriesSlugOf } from '../../storage/series.ts'
import { findSuggestion, listEntriesOf, listSteps } from '../../storage/suggestions.ts'
import { knownOf } from '../known-entries.ts'
import { fieldsOf } from '../middleware/forms.ts'
import { waitToSend } from '../middleware/wait-to-send.ts'
import { paths } from '../paths.ts'
import type { ReadNow } from '../read-now.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { within } from '../within.ts'
import { fillCorrection, readCorrection } from './correction-form.ts'
import { OwnPage, type ShownFinding } from './own-page.tsx'
import { bytesOf, type Typed, typedOf } from './typed.ts'

/** What is filled in by hand. */
const nothing = { kind: 'event', title: '' } as const

/** What comes back to a form that was refused. */
type Refused = { wrong: string; typed: Typed; at: string | null }

/** Each gives null where the address opens nothing. */
export async function show(c: Visit, parts: Parts, readNow: ReadNow): Promise<Response | null> {
  const own = await ownOf(c, parts)
  if (!own) return null
  const waiting = (await listSuggestionReadings(parts.store.db, own.suggestion.id)).flatMap(({ id }) => {
    const going = readNow.of(id)
    return going ? [going] : []
  })
  // Somebody who asks again waits with what is being read, and sees it.
  await within(Promise.all(waiting), 1000)
  return showOwn(c, parts, own)
}

export async function add(c: Visit, parts: Parts, readNow: ReadNow): Promise<Response | null> {
  const own = await ownOf(c, parts)
  if (!own) return null
  const { store, now, patienceMs } = parts
  const { typed, uploads } = typedOf(await c.req.parseBody({ all: true }))
  const { say } = showingOf(readerOf(c, parts), 'UTC')
  const refuse = (wrong: string) => showOwn(c, parts, own, { wrong, typed, at: null })
  const wait = await waitToSend(c, parts, 'suggestion changed')
  if (wait !== null) return refuse(say('pace.wait', { seconds: wait }))
  try {
    const words = (typed.words ?? '').replaceAll('\r\n', '\n')
    const given = { text: (typed.text ?? '').replaceAll('\r\n', '\n'), files: await bytesOf(uploads) }
    const readings = await addToSuggestion(store, own.suggestion.id, { words, given }, now())
    await within(readNow.begin(readings), patienceMs)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refuse(sayRefusal(say, error))
  }
  return back(c, parts, own)
}

export async function correct(c: Visit, parts: Parts): Promise<Response | null> {
  const own = await ownOf(c, parts)
  if (!own) return null
  const { store, now } = parts
  const typed = await fieldsOf(c)
  const { say, locale } = showingOf(readerOf(c, parts), own.edition.homeZone)
  const number = Number(typed.number)
  const at = `${typed.reading}-${number}`
  const wait = await waitToSend(c, parts, 'suggestion changed')
  if (wait !== null) return showOwn(c, parts, own, { wrong: say('pace.wait', { seconds: wait }), typed, at })
  const reading = await findReading(store.db, typed.reading ?? '')
  if (!reading || reading.suggestionId !== own.suggestion.id) return back(c, parts, own)
  const finding = reading.findings[number] ?? null
  const { homeZone } = own.edition
  const { told, wrong } = readCorrection(typed, finding, {
    filled: fillCorrection(finding, contentOfRead(finding ?? nothing, homeZone, reading)),
    homeZone,
    locale,
  })
  if (wrong) return showOwn(c, parts, own, { wrong: say(wrong), typed, at })
  try {
    await correctSuggestion(store, own.suggestion.id, { reading: reading.id, number }, told, now())
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return showOwn(c, parts, own, { wrong: sayRefusal(say, error), typed, at })
  }
  return back(c, parts, own)
}

export async function withdraw(c: Visit, parts: Parts): Promise<Response | null> {
  const own = await ownOf(c, parts)
  if (!own) return null
  await withdrawSuggestion(parts.store, own.suggestion.id, parts.now())
  return back(c, parts, own)
}

/** Whether readers are told who suggested it. */
export async function credit(c: Visit, parts: Parts): Promise<Response | null> {
  const own = await ownOf(c, parts)
  if (!own) return null
  const { credit: told } = await fieldsOf(c)
  const { suggestion } = own
  if ((told === 'yes' || told === 'no') && suggestion.sender.name !== null) {
    const by = suggestion.sender.name
    await creditSender(parts.store, suggestion.id, told === 'yes', { who: 'sender', by, at: parts.now() })
  }
  return back(c, parts, own)
}

type Own = {
  token: string
  suggestion: Suggestion
  series: string
  edition: NonNullable<Awaited<ReturnType<typeof findEditionById>>>
}

async function ownOf(c: Visit, { store: { db } }: Parts): Promise<Own | null> {
  const token = c.req.param('token') ?? ''
  const id = await readSuggestionToken(db, token)
  const suggestion = id === null ? null : await findSuggestion(db, id)
  const edition = suggestion && (await findEditionById(db, suggestion.editionId))
  if (!suggestion || !edition) return null
  return { token, suggestion, edition, series: await seriesSlugOf(db, edition.seriesId) }
}

function back(c: Visit, parts: Parts, { token }: Own): Response {
  return c.redirect(showingOf(readerOf(c, parts), 'UTC').link(paths.suggestion(token)), 303)
}

async function showOwn(
  c: Visit,
  parts: Parts,
  { token, suggestion, edition, series }: Own,
  refused: Refused | null = null,
): Promise<Response> {
  const { db } = parts.store
  const showing = showingOf(readerOf(c, parts), edition.homeZone)
  const readings = await listSuggestionReadings(db, suggestion.id)
  const programme = await parts.programmes(series, edition.slug)
  const came = new Set(await listEntriesOf(db, suggestion.id))
  const isWaiting = readings.some(({ state }) => state === 'waiting') && suggestion.state !== 'spam'
  if (isWaiting && !refused) c.header('refresh', '4')
  const page = (
    <OwnPage
      token={token}
      suggestion={suggestion}
      edition={edition}
      series={series}
      steps={await listSteps(db, suggestion.id)}
      findings={readings.flatMap(findingsOf)}
      unread={suggestion.state === 'spam' ? [] : readings.filter(({ state }) => state === 'waiting')}
      entries={(programme?.entries ?? []).filter(({ id }) => came.has(id))}
      refused={refused}
      showing={showing}
      assets={parts.assets}
    />
  )
  return sendOnce(c, parts, page, refused ? 422 : 200, programme?.series.accent ?? null)

  function findingsOf(reading: Reading): ShownFinding[] {
    if (reading.state === 'waiting' || suggestion.state === 'spam') return []
    const open = new Set(openFindings(reading))
    const count = Math.max(reading.findings.length, 1)
    return Array.from({ length: count }, (_, number) => {
      const finding = reading.findings[number] ?? null
      const content = contentOfRead(finding ?? nothing, edition.homeZone, reading)
      const known =
        programme && finding
          ? duplicatesOf(knownOf(programme), { ...content, ...instantsOf(content.time), uid: finding.uid })
          : []
      // Only what readers see is told to strangers.
      const likely = known.find(({ strength }) => strength !== 'possible')
      const entry = programme?.entries.find(
        each => each.id === likely?.id || each.sessions.some(({ id }) => id === likely?.id),
      )
      return {
        reading,
        number,
        finding,
        content,
        isOpen: open.has(number),
        duplicate: open.has(number) ? (entry ?? null) : null,
        filled: fillCorrection(finding, content),
      }
    })
  }
}
