import { randomUUID } from 'node:crypto'
import { isKnownToReaders } from '../../domain/published.ts'
import { Refusal } from '../../domain/refusal.ts'
import { takesSuggestions } from '../../domain/suggestion.ts'
import type { Offered } from '../../domain/taking-part/verdict.ts'
import { usualWords } from '../../outlet/suggestion/write-to-sender.ts'
import { openSuggestion, type Weigh } from '../../services/suggestions/open-suggestion.ts'
import { suggestionToken } from '../../services/suggestions/suggestion-token.ts'
import { mailKeyOf, secretOfTakingPart } from '../../services/taking-part/keys.ts'
import { weigh } from '../../services/taking-part/weigh.ts'
import { listSeries } from '../../storage/series.ts'
import { mailAddressOf } from '../mail-door.ts'
import { draftOf } from '../middleware/draft.ts'
import { ownVisitor, participantOf } from '../middleware/participant.ts'
import { fromKeyOfVisit, openForm, readProof, serviceFromOf } from '../middleware/proof.ts'
import { waitToSend } from '../middleware/wait-to-send.ts'
import { noticeWords } from '../notice-words.ts'
import { paths } from '../paths.ts'
import type { ReadNow } from '../read-now.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { webAddress } from '../ui/entry-form/web-address.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { letterFor } from '../ui/sender-words.ts'
import { type Showing, showingOf } from '../ui/showing.ts'
import { asWhom } from '../ui/taking-part-as.tsx'
import { waysOf } from '../ui/ways.ts'
import { within } from '../within.ts'
import { ChoosePage, type Offer, SuggestPage } from './suggest-page.tsx'
import { bytesOf, type Typed, typedOf } from './typed.ts'

type Of = { series: string; edition: string }

/** The edition that is next, where one takes suggestions; which of them, where several do. */
export async function choose(c: Visit, parts: Parts): Promise<Response> {
  const { store, assets, now } = parts
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const series = (await listSeries(store)).filter(isKnownToReaders)
  const open = series
    .flatMap(each => each.editions.map(edition => ({ series: each, edition })))
    .filter(({ edition }) => takesSuggestions(edition, now()))
    .sort((a, b) => a.edition.startsOn.localeCompare(b.edition.startsOn))
  const [only] = open
  if (open.length === 1)
    return c.redirect(showing.link(paths.suggest(only!.series.slug, only!.edition.slug)), 303)
  return sendOnce(c, parts, <ChoosePage open={open} showing={showing} assets={assets} />)
}

/** Null where there is no such edition, or none that takes suggestions. */
export async function ask(c: Visit, parts: Parts, of: Of): Promise<Response | null> {
  const offer = await offerAt(parts, of)
  return offer ? showForm(c, parts, offer) : null
}

export async function take(c: Visit, parts: Parts, of: Of, readNow: ReadNow): Promise<Response | null> {
  const offer = await offerAt(parts, of)
  if (!offer) return null
  const { store, now, patienceMs } = parts
  const showing = showingFor(c, parts, offer)
  const { say, language } = showing
  const { typed, uploads } = typedOf(await c.req.parseBody({ all: true }))
  const participant = await participantOf(c)
  const mail = typed.mail?.trim() || null
  const mailKey = mail === null ? null : mailKeyOf(await secretOfTakingPart(store.db), mail)
  const wait = await waitToSend(c, parts, 'suggestion', { participant, mailKey })
  if (wait !== null) {
    c.header('retry-after', String(wait))
    return showForm(c, parts, offer, typed, say('pace.wait', { seconds: wait }), 429)
  }
  if (typed.as !== undefined && typed.as !== asWhom(participant))
    return showForm(c, parts, offer, typed, say('you.other'))
  const proof = await readProof(parts, typed)
  const fromKey = await fromKeyOfVisit(c, parts)
  const site = typed.url?.trim() || null
  const url = site === null ? null : webAddress(site)
  if (site !== null && url === null) return showForm(c, parts, offer, typed, say('suggest.wrong.address'))
  const name = participant.kind === 'guest' ? typed.name?.trim() || null : participant.name
  const at = now()
  const weighed: Weigh = (db, { seriesId }, text) => {
    const offered: Offered = {
      what: 'suggestion',
      participant,
      name,
      mailKey,
      editKey: null,
      fromKey,
      url,
      text,
      language,
      seriesId,
      at,
      proof,
    }
    return weigh(db, offered)
  }
  const told = {
    door: 'form' as const,
    sender: {
      name,
      mail,
      organisation: typed.organisation?.trim() || null,
      url,
      visitorId: participant.kind === 'visitor' ? participant.id : null,
      accountId: participant.kind === 'curator' ? participant.id : null,
    },
    language,
    isCredited: typed.credit === 'yes',
    words: (typed.words ?? '').replaceAll('\r\n', '\n'),
    given: { text: (typed.text ?? '').replaceAll('\r\n', '\n'), files: await bytesOf(uploads) },
    mailKey,
    fromKey,
    serviceFrom: serviceFromOf(c, parts),
    formKey: /^[0-9a-f-]{36}$/.test(typed.form ?? '') ? typed.form! : null,
  }
  try {
    const { title } = offer.programme.edition
    const received = usualWords('received', { words: await noticeWords(language), title })
    const letter = await letterFor(parts, { language, title })
    const receipt = { words: received, write: letter }
    const opened = await openSuggestion(store, offer.programme.edition.id, told, {
      weigh: weighed,
      at,
      receipt,
    })
    await within(readNow.begin(opened.readings), patienceMs)
    const token = await suggestionToken(store.db, opened.id)
    return c.redirect(showing.link(paths.suggestion(token)), 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return showForm(c, parts, offer, typed, sayRefusal(say, error))
  }
}

/** What a form or an addition is told where its files are too large to be read at all. */
export async function tooMuch(c: Visit, parts: Parts, mostBytes: number): Promise<Response> {
  const megabytes = Math.floor(mostBytes / 1024 / 1024)
  const refusal = new Refusal('file-too-large', { megabytes }, `All files together may have ${megabytes} MB.`)
  const { series, edition } = c.req.param() as Partial<Of>
  const offer = series && edition ? await offerAt(parts, { series, edition }) : null
  const { say } = showingOf(readerOf(c, parts), 'UTC')
  if (!offer) return c.text(`${sayRefusal(say, refusal)}\n`, 413, { 'cache-control': 'no-store' })
  return showForm(c, parts, offer, {}, sayRefusal(say, refusal), 413)
}

/** What somebody is told where others send so much at this moment that nothing more can be held. */
export function tooMany(c: Visit, parts: Parts, seconds: number): Response {
  const { say } = showingOf(readerOf(c, parts), 'UTC')
  return c.text(`${say('pace.wait', { seconds })}\n`, 503, { 'cache-control': 'no-store' })
}

async function showForm(
  c: Visit,
  parts: Parts,
  offer: Offer,
  typed: Typed | null = null,
  wrong: string | null = null,
  status: 200 | 413 | 422 | 429 = typed ? 422 : 200,
): Promise<Response> {
  const showing = showingFor(c, parts, offer)
  // What was typed before somebody went to sign in.
  const before = typed ?? (await draftOf(c, parts)) ?? {}
  const isAgain = before.mail !== undefined
  const page = (
    <SuggestPage
      offer={offer}
      typed={isAgain ? before : { ...before, mail: (await ownVisitor(c))?.mail ?? '' }}
      // A form that comes back is the same one: sent after all, it is one suggestion.
      form={before.form || randomUUID()}
      who={await participantOf(c)}
      ways={waysOf(parts.config)}
      opened={await openForm(parts)}
      wrong={wrong}
      mailedTo={await mailAddressOf(parts, offer.programme)}
      showing={showing}
      assets={parts.assets}
    />
  )
  return sendOnce(c, parts, page, status, offer.programme.series.accent)
}

async function offerAt(parts: Parts, { series, edition }: Of): Promise<Offer | null> {
  if (parts.store.isReadOnly) return null
  const programme = await parts.programmes(series, edition)
  return programme && takesSuggestions(programme.edition, parts.now()) ? { programme } : null
}

function showingFor(c: Visit, parts: Parts, { programme }: Offer): Showing {
  return showingOf(readerOf(c, parts), programme.edition.homeZone)
}
