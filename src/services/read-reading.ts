import type { PictureCode, Problem } from '../domain/problem.ts'
import type { Reading } from '../domain/reading.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Alternate, alternatesOf } from '../intake/page/alternates.ts'
import { oembedAddressOf } from '../intake/social/oembed-address.ts'
import type { Fetch } from '../outside/fetch.ts'
import { type EditionRow, findEditionById } from '../storage/editions.ts'
import { unqueueJob } from '../storage/jobs.ts'
import { findReading, keepResult, type ReadingResult, readReadingFile } from '../storage/readings.ts'
import type { Store } from '../storage/store.ts'
import { addPicture } from './add-picture.ts'
import { dayOfReading, type FoundIn, inspectBytes } from './inspect-bytes.ts'
import { noteRead } from './suggestions/note-settled.ts'

/**
 * Reads what was pasted, if that has not happened yet, and keeps what was found or why nothing was. Doing it twice
 * comes to the same as doing it once.
 *
 * @param now epoch milliseconds
 */
export async function readReading(
  store: Store,
  id: string,
  { fetch, now, signal }: { fetch: Fetch; now: () => number; signal?: AbortSignal },
): Promise<void> {
  const reading = await findReading(store.db, id)
  const edition = reading && (await findEditionById(store.db, reading.editionId))
  if (!edition || reading.state !== 'waiting') return
  const found = await readGiven(store, reading, edition, { fetch, now: now(), ...(signal && { signal }) })
  await store.db.transaction().execute(async db => {
    if (!(await keepResult(db, id, found, now()))) return
    await unqueueJob(db, 'read', id)
    if (reading.suggestionId !== null) await noteRead(db, reading.suggestionId, now())
  })
}

type Means = { fetch: Fetch; now: number; signal?: AbortSignal }

async function readGiven(
  store: Store,
  reading: Reading,
  edition: EditionRow,
  means: Means,
): Promise<ReadingResult> {
  if (reading.form === 'address') return readAddress(store, reading, edition, means)
  const bytes =
    reading.form === 'text' ? Buffer.from(reading.input) : await readReadingFile(store.db, reading.id)
  if (!bytes) return nothing('file-gone', 'What the file held is not kept any more. Drop it again.')
  const name = reading.form === 'file' ? { name: reading.input } : {}
  const told = { ...name, published: dayOfReading(edition, means.now) }
  const found = await inspectBytes(bytes, edition, told)
  return { url: null, ...(await withPicture(store, found, bytes, reading, means)) }
}

async function readAddress(
  store: Store,
  reading: Reading,
  edition: EditionRow,
  means: Means,
): Promise<ReadingResult> {
  const answer = await means.fetch(reading.input, askingOf(means))
  if (!answer.ok) {
    const elsewhere = await readElsewhere(reading.input, [], edition, means)
    return elsewhere ? { url: null, ...elsewhere } : nothing(answer.code, answer.says)
  }
  const { url, bytes, contentType } = answer
  const told = { url, name: new URL(url).pathname, ...charsetOf(contentType) }
  const found = await inspectBytes(bytes, edition, told)
  if (found.findings.length === 0) {
    const elsewhere = await readElsewhere(url, alternatesOf(bytes, url), edition, means)
    return { url, ...(elsewhere ?? found) }
  }
  if (found.findings.some(({ start, published }) => start ?? published))
    return { url, ...(await withPicture(store, found, bytes, reading, means)) }
  const dated = await withDays(found, bytes, edition, told, means)
  return { url, ...(await withPicture(store, dated, bytes, reading, means)) }
}

/** The page says nowhere when it is from: a day without a year is one of the edition's then. */
async function withDays(
  found: FoundIn,
  bytes: Uint8Array,
  edition: EditionRow,
  told: { url: string; name: string },
  means: Means,
): Promise<FoundIn> {
  const again = await inspectBytes(bytes, edition, {
    ...told,
    published: dayOfReading(edition, means.now),
  })
  if (again.findings.some(({ start }) => start)) return again
  // Many pages tell their hours only in the calendar that they offer.
  const calendars = alternatesOf(bytes, told.url).filter(({ kind }) => kind === 'calendar')
  const [only] = found.findings
  if (found.findings.length !== 1 || only!.kind !== 'event' || calendars.length === 0) return found
  const calendar = await readFirst([calendars[0]!.url], edition, means)
  const [event] = calendar?.findings ?? []
  if (!event?.start || calendar!.findings.length > 1) return found
  const { start, end, allDay, doubts = [] } = event
  const time = { start, ...(end && { end }), ...(allDay && { allDay }) }
  const from = { ...only!.from, start: 'calendar' as const, ...(end && { end: 'calendar' as const }) }
  return { ...found, findings: [{ ...only!, ...time, from, doubts: [...(only!.doubts ?? []), ...doubts] }] }
}

/**
 * Where a page shows nothing, or nobody who is not signed in: what it offers in another form, or what its provider says
 * of it. Null where that tells nothing either.
 */
function readElsewhere(
  url: string,
  alternates: Alternate[],
  edition: EditionRow,
  means: Means,
): Promise<FoundIn | null> {
  const of = (kind: Alternate['kind']) => alternates.filter(each => each.kind === kind).map(each => each.url)
  const provider = oembedAddressOf(url)
  const all = [...of('calendar'), ...of('activity'), ...of('oembed'), ...(provider ? [provider] : [])]
  return readFirst([...new Set(all)].slice(0, mostElsewhere), edition, means, url)
}

const mostElsewhere = 3

/** The first of these addresses that tells anything. @param page the one they speak of */
async function readFirst(
  addresses: string[],
  edition: EditionRow,
  means: Means,
  page?: string,
): Promise<FoundIn | null> {
  for (const address of addresses) {
    const answer = await means.fetch(address, askingOf(means))
    if (!answer.ok) continue
    const { url, bytes, contentType } = answer
    const told = { url: page ?? url, name: new URL(url).pathname, ...charsetOf(contentType) }
    const found = await inspectBytes(bytes, edition, told)
    if (found.findings.length > 0) return found
  }
  return null
}

/** A poster is kept here, so that it is there when it is gone elsewhere; what it shows is filled in by hand. */
async function withPicture(
  store: Store,
  found: FoundIn,
  bytes: Uint8Array,
  { by }: Reading,
  { now: at }: Means,
): Promise<FoundIn> {
  const [only] = found.findings
  const isPicture = found.problems.some(({ code }) => code === 'picture')
  if (!isPicture || found.findings.length !== 1) return found
  try {
    const { id } = await addPicture(store, bytes, { by, at })
    return { ...found, findings: [{ ...only!, image: `/pictures/${id}.webp` }] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return {
      ...found,
      problems: [
        ...found.problems,
        { code: error.key as PictureCode, says: error.message, values: error.values },
      ],
    }
  }
}

function askingOf({ signal }: Means) {
  return { purpose: 'person' as const, ...(signal && { signal }) }
}

function charsetOf(contentType: string | null): { charset?: string } {
  const charset = /;\s*charset=\s*"?([\w.:-]{2,40})/i.exec(contentType ?? '')?.[1]
  return charset ? { charset } : {}
}

function nothing(code: Problem['code'], says: string): ReadingResult {
  return { url: null, findings: [], problems: [{ code, says }], head: null }
}
