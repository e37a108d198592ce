import { hash, randomUUIDv7 } from 'node:crypto'
import { clean } from '../domain/content.ts'
import { splitPasted } from '../domain/pasted.ts'
import type { Reading } from '../domain/reading.ts'
import { Refusal } from '../domain/refusal.ts'
import { queueJob } from '../storage/jobs.ts'
import {
  findOpenReadings,
  insertReadings,
  type NewReading,
  type OpenReading,
  waitAgain,
} from '../storage/readings.ts'
import type { Act } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { inEdition } from './in-edition.ts'

/** What came in one go. `html`: the text as the clipboard has it besides. */
export type Pasted = { text: string; html?: string; files: { name: string; bytes: Uint8Array }[] }

/** More at once is nobody's morning; a whole list of them is a file. */
const mostAtOnce = 100
export const mostFileBytes = 25 * 1024 * 1024
/** In characters. */
const mostText = 2_000_000

/**
 * Keeps what was pasted or dropped, before anything of it is read: whatever happens to this process, it will be. The
 * same that is still open is not opened a second time.
 *
 * @returns the ids of the readings, in the order of what was pasted
 * @throws Refusal when there is nothing, or too much at once
 */
export async function openReadings(
  store: Store,
  editionId: string,
  { text, html, files }: Pasted,
  act: Act,
): Promise<string[]> {
  if (text.length > mostText) throw tooLong()
  // Where pictures stand in it, the words alone are read.
  const rich = html === undefined || html.length > mostText ? '' : html
  const pasted = splitPasted(clean(text), clean(rich))
  refuseTooMuch(pasted, files)
  const given: Given[] = [
    ...pasted,
    ...files.map(({ name, bytes }) => ({ form: 'file' as const, input: nameOf(name), bytes })),
  ]
  return inEdition(store, editionId, db => openGiven(db, editionId, { entryId: null }, given, act))
}

export type Given = Pick<NewReading, 'form' | 'input' | 'bytes'>

/**
 * The same inside a transaction that has taken the edition. `entryId`: whose source is read again; `suggestionId`: what
 * it belongs to; `isQueued: false`: it is read when somebody asks for it.
 */
export async function openGiven(
  db: Db,
  editionId: string,
  of: { entryId: string | null; suggestionId?: string; isQueued?: boolean },
  given: Given[],
  { by, at }: Act,
): Promise<string[]> {
  const { entryId, suggestionId = null, isQueued = true } = of
  const all = given.map(each => ({ ...each, digest: digestOf(entryId ?? suggestionId, each) }))
  const open = await findOpenReadings(
    db,
    editionId,
    all.map(({ digest }) => digest),
  )
  const ids = new Map<string, string>()
  const fresh: NewReading[] = []
  const again: string[] = []
  for (const each of all) {
    if (ids.has(each.digest)) continue
    const known = open.get(each.digest)
    const id = known?.id ?? randomUUIDv7()
    ids.set(each.digest, id)
    // A list shows the newest first; of one paste it keeps the order.
    if (!known) fresh.push({ ...each, id, editionId, entryId, suggestionId, by, at: at - fresh.length })
    else if (entryId !== null || isStale(known, each.form, at)) again.push(id)
  }
  await insertReadings(db, fresh)
  for (const id of again) await waitAgain(db, id)
  if (!isQueued) return [...ids.values()]
  // Whoever pasted it has it read at once; this is for the case that they cannot.
  for (const [index, id] of [...fresh.map(({ id }) => id), ...again].entries())
    await queueReading(db, id, at + safetyMs + index * eachMs)
  return [...ids.values()]
}

export async function queueReading(db: Db, id: string, dueAt: number): Promise<void> {
  await queueJob(db, { kind: 'read', data: { reading: id }, key: id, dueAt })
}

/** What failed, or was read at an address a while ago and is untouched, may say something else by now. */
function isStale({ state, isUntouched, readAt }: OpenReading, form: Given['form'], at: number): boolean {
  if (state === 'failed') return true
  return form === 'address' && state === 'read' && isUntouched && at - (readAt ?? at) > staleMs
}

const staleMs = 600_000

/** Longer than one reading may take; of many, those at the end wait for those before. */
const safetyMs = 60_000
const eachMs = 2_000

function refuseTooMuch(pasted: { input: string }[], files: { bytes: Uint8Array }[]): void {
  const count = pasted.length + files.length
  if (count === 0) throw new Refusal('paste-empty', {}, 'There is nothing to be read.')
  if (count > mostAtOnce) {
    const values = { count, most: mostAtOnce }
    throw new Refusal('paste-too-many', values, `At most ${mostAtOnce} are read at once; ${count} came.`)
  }
  if (pasted.some(({ input }) => input.length > mostText)) throw tooLong()
  if (files.some(({ bytes }) => bytes.length > mostFileBytes)) {
    const megabytes = mostFileBytes / 1024 / 1024
    throw new Refusal('file-too-large', { megabytes }, `A file may have ${megabytes} MB.`)
  }
}

function tooLong(): Refusal {
  const says = 'The text is too long to be pasted. Save it as a file and drop that.'
  return new Refusal('paste-too-long', {}, says)
}

function digestOf(ofId: string | null, { form, input, bytes }: Given): string {
  const told = `${ofId ?? ''}\n${form}\n${form === 'file' ? hash('sha256', bytes!, 'hex') : input}`
  return hash('sha256', told, 'base64url')
}

function nameOf(name: string): string {
  return clean(name.split(/[/\\]/).at(-1) ?? '').slice(0, 200) || 'file'
}

/** A reading as somebody saw it: `readAt` tells what they saw, where it is known. */
export type Seen = Pick<Reading, 'id' | 'editionId'> & { readAt?: number | null | undefined }

/** @throws Refusal when it is not there any more, or was read again since somebody saw it: its findings are others */
export function asSeen(reading: Reading | null, { readAt }: Seen): Reading {
  const found = existing(reading)
  if (readAt !== undefined && readAt !== found.readAt)
    throw new Refusal('reading-renewed', {}, 'It was read again meanwhile. Look at what it says now.')
  return found
}

/** @throws Refusal when it is not there any more */
export function existing(reading: Reading | null): Reading {
  if (!reading) throw new Refusal('reading-gone', {}, 'There is no such reading any more.')
  return reading
}
