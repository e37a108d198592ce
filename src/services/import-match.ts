import { hash, randomUUIDv7 } from 'node:crypto'
import type { Content } from '../domain/content.ts'
import type { Instants } from '../domain/event-time.ts'
import type { Finding } from '../domain/finding.ts'
import { foldName } from '../domain/fold-name.ts'
import { isGlobal } from '../domain/uid.ts'
import type { Identity } from '../storage/identities.ts'
import { indexable } from '../storage/names.ts'

/** What a finding says, and when that is. */
export type Understood = { content: Content; instants: Instants }

/** A finding on its way into the store. */
export type Item = Pick<Identity, 'uid' | 'urlKey' | 'titleKey'> &
  Understood & {
    found: Finding
    /** The content as JSON. */
    said: string
    /** The entry of the event that this is a session of. */
    parentId: string | null
  }

export type Matched = Item & {
  entryId: string
  /** By what the entry was known; null where it is new. */
  knownBy: Identity | null
}

/** Everything known in an edition, to be found by each of its keys, and what this import has seen of it. */
export type Known = {
  sourceId: string
  byUid: Map<string, Identity[]>
  byTitle: Map<string, Identity[]>
  byUrl: Map<string, Identity[]>
  /** Made when a file first tells an entry of ours by its own UID. */
  byEntry?: Map<string, Identity[]>
  seenEntries: Set<string>
  seenItems: Set<string>
}

export function knowing(sourceId: string, identities: Iterable<Identity>, before?: Known): Known {
  const known: Known = {
    sourceId,
    byUid: new Map(),
    byTitle: new Map(),
    byUrl: new Map(),
    seenEntries: before?.seenEntries ?? new Set(),
    seenItems: before?.seenItems ?? new Set(),
  }
  for (const identity of identities) remember(known, identity)
  return known
}

/** Sessions are known within their event: `parentId` is its entry. */
export function itemOf(found: Finding, { content, instants }: Understood, parentId: string | null): Item {
  const within = parentId === null ? content.kind : `${parentId} ${content.kind}`
  const day = (content.time.start ?? content.published ?? '').slice(0, 10)
  const told = found.recurrenceId ? `${found.uid} ${found.recurrenceId}` : found.uid
  const uid = told ? indexable(told.toWellFormed().replaceAll('\0', '')) : null
  return {
    found,
    content,
    instants,
    said: JSON.stringify(content),
    parentId,
    uid,
    urlKey: uid === null && found.url ? short(`${within} ${found.url}`) : null,
    titleKey: uid !== null && isGlobal(uid) ? null : short(`${within} ${day} ${foldName(content.title)}`),
  }
}

/**
 * Finds the entry of each item, or gives it a new id. Those with a UID are known by it alone. The others are known by
 * title and day, and then by an address, if it leads to one entry only: a table may give every row the same.
 *
 * @returns items in their order; what the file had already said, word for word, goes to `onRepeated` instead
 */
export function matchItems(known: Known, items: Item[], onRepeated: (item: Item) => void): Matched[] {
  const entries = new Map<Item, Matched>()
  const settle = (item: Item, knownBy: Identity | null): void => {
    const entryId = knownBy?.entryId ?? randomUUIDv7()
    known.seenEntries.add(entryId)
    const matched: Matched = Object.assign(item, { entryId, knownBy })
    entries.set(item, matched)
    if (knownBy?.sourceId !== known.sourceId || knownBy.uid !== item.uid) {
      const { uid, urlKey, titleKey } = item
      remember(known, { entryId, sourceId: known.sourceId, uid, urlKey, titleKey })
    }
  }

  const fresh = items.filter(item => isFresh(known, item) || void onRepeated(item))
  for (const item of fresh) if (item.uid !== null) settleByUid(known, item, settle)
  const nameless = fresh.filter(item => item.uid === null)
  for (const item of nameless) {
    const candidates = unseen(known, known.byTitle.get(item.titleKey!))
    const match = candidates.find(({ sourceId }) => sourceId === known.sourceId) ?? candidates[0]
    if (match) settle(item, match)
  }
  for (const item of nameless) {
    if (entries.has(item)) continue
    const sameUrl = item.urlKey === null ? [] : (known.byUrl.get(item.urlKey) ?? [])
    const [only, ...others] = unseen(known, sameUrl)
    settle(item, only && others.length === 0 && isOneEntry(sameUrl) ? only : null)
  }
  return fresh.map(item => entries.get(item)!)
}

/** Entries that the source told before, and not this time. */
export function missingOf({ sourceId, byUid, byTitle, seenEntries }: Known): string[] {
  const identities = [...byUid.values(), ...byTitle.values()].flat()
  const ids = identities.filter(own => own.sourceId === sourceId && !seenEntries.has(own.entryId))
  return [...new Set(ids.map(({ entryId }) => entryId))]
}

function settleByUid(known: Known, item: Item, settle: (item: Item, knownBy: Identity | null) => void): void {
  const told = item.uid!
  for (let number = 2; ; number++) {
    const others = known.byUid.get(item.uid!) ?? []
    const own = others.find(({ sourceId }) => sourceId === known.sourceId)
    if (!own) {
      const ours = others.length === 0 && isOurs.test(told) ? entryNamed(known, told) : []
      const elsewhere = unseen(known, others.length > 0 ? others : ours).find(
        ({ titleKey }) => isGlobal(told) || titleKey === item.titleKey,
      )
      settle(item, elsewhere ?? null)
      return
    }
    if (!known.seenEntries.has(own.entryId)) {
      settle(item, own)
      return
    }
    // One UID for two things: both are stored, told apart by their order.
    item.uid = `${told} #${number}`
  }
}

/** What we give out – an export, a calendar – bears our own UIDs: come back, it is the same entry. */
const isOurs = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/

function entryNamed(known: Known, id: string): Identity[] {
  if (!known.byEntry) {
    known.byEntry = new Map()
    for (const identity of [...known.byUid.values(), ...known.byTitle.values()].flat())
      push(known.byEntry, identity.entryId, identity)
  }
  return known.byEntry.get(id) ?? []
}

/** Whether the file has not said exactly this before. */
function isFresh(known: Known, { uid, parentId, said }: Item): boolean {
  const key = short(`${parentId} ${uid} ${said}`)
  return !known.seenItems.has(key) && Boolean(known.seenItems.add(key))
}

function unseen(known: Known, identities: Identity[] | undefined): Identity[] {
  return identities?.filter(({ entryId }) => !known.seenEntries.has(entryId)) ?? []
}

function isOneEntry(identities: Identity[]): boolean {
  return identities.every(({ entryId }) => entryId === identities[0]!.entryId)
}

function remember(known: Known, identity: Identity): void {
  if (identity.uid !== null) push(known.byUid, identity.uid, identity)
  else {
    push(known.byTitle, identity.titleKey!, identity)
    if (identity.urlKey !== null) push(known.byUrl, identity.urlKey, identity)
  }
}

function push(map: Map<string, Identity[]>, key: string, identity: Identity): void {
  const list = map.get(key)
  if (list) list.push(identity)
  else map.set(key, [identity])
}

function short(key: string): string {
  return hash('sha256', key, 'base64url').slice(0, 22)
}
