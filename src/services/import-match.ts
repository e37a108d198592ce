import { hash, randomUUIDv7 } from 'node:crypto'
import { addKey, hasKey, type SeenKey, type SeenKeys, seenKeys } from '../domain/seen-keys.ts'
import { isGlobal } from '../domain/uid.ts'
import { findIdentities, type Identity, type IdentityKey, readSomeToldBy } from '../storage/identities.ts'
import type { Db } from '../storage/tables.ts'
import { type Item, seriesUid } from './import-item.ts'
import { knownAgain, type ToldBefore } from './known-again.ts'

export type Matched = Item & {
  entryId: string
  /** By what the entry was known; null where it is new. */
  knownBy: Identity | null
}

/**
 * What an import has met of an edition so far. By what entries are known is asked of the store, for some items at a
 * time: it may be a hundred thousand.
 */
export type Known = {
  editionId: string
  sourceId: string
  seenEntries: SeenKeys
  seenItems: SeenKeys
  /** What was met and is not stored, since it may not become an entry by itself. */
  unstored: Keys
  /** From which number on a UID that stands for several things may be free. */
  numbers: Map<string, number>
  toldBefore: ToldBefore
  /** All UIDs of the file. Null where it is not in hand as a whole: then nothing is known by another UID. */
  told: ReadonlySet<string> | null
}

type Keys = Record<IdentityKey, Map<string, Identity[]>>

export function knowing(editionId: string, sourceId: string): Known {
  const [seenEntries, seenItems] = [seenKeys(), seenKeys()]
  const fresh = { unstored: noKeys(), numbers: new Map(), toldBefore: null, told: null }
  return { editionId, sourceId, seenEntries, seenItems, ...fresh }
}

/**
 * Finds the entry of each item, or gives it a new id. Those with a UID are known by it, or by what the source told under
 * one that it tells no more. The others are known by title and day, and then by an address, if it leads to one entry
 * only: a table may give every row the same.
 *
 * @returns items in their order; what the file had already said, word for word, goes to `onRepeated` instead
 */
export async function matchItems(
  db: Db,
  known: Known,
  items: Item[],
  onRepeated: (item: Item) => void,
): Promise<Matched[]> {
  const entries = new Map<Item, Matched>()
  const fresh = items.filter(item => isFresh(known, item) || void onRepeated(item))
  const near = await keysNear(db, known, fresh)
  const settle = (item: Item, knownBy: Identity | null): void => {
    const entryId = knownBy?.entryId ?? randomUUIDv7()
    addKey(known.seenEntries, keyOf(entryId))
    const matched: Matched = Object.assign(item, { entryId, knownBy })
    entries.set(item, matched)
    if (knownBy?.sourceId !== known.sourceId || knownBy.uid !== item.uid)
      remember(near, identityOf(known, matched))
  }

  const again = await toldAgain(db, known, near, fresh)
  for (const item of fresh) {
    if (item.uid === null) continue
    const before = again.get(item)
    const otherwise = before && !wasSeen(known, before.entryId) ? before : null
    settle(item, (await knownByUid(db, known, near, item)) ?? otherwise)
  }
  const nameless = fresh.filter(item => item.uid === null)
  for (const item of nameless) {
    const candidates = unseen(known, near.titleKey.get(item.titleKey!))
    const match = candidates.find(({ sourceId }) => sourceId === known.sourceId) ?? candidates[0]
    if (match) settle(item, match)
  }
  for (const item of nameless) {
    if (entries.has(item)) continue
    const sameUrl = item.urlKey === null ? [] : near.urlKey.get(item.urlKey)!
    const [only, ...others] = unseen(known, sameUrl)
    settle(item, only && others.length === 0 && isOneEntry(sameUrl) ? only : null)
  }
  return fresh.map(item => entries.get(item)!)
}

/** What was matched and is left out: whatever is told later is to be told from it, as if it were stored. */
export function keepUnstored(known: Known, matched: Matched): void {
  remember(known.unstored, identityOf(known, matched))
}

export function wasSeen({ seenEntries }: Known, entryId: string): boolean {
  return hasKey(seenEntries, keyOf(entryId))
}

/** Entries that the source told before, and not this time, in the order of the story. */
export async function missingOf(db: Db, known: Known): Promise<string[]> {
  const missing: { id: string; position: number }[] = []
  for (let after = ''; ; ) {
    const some = await readSomeToldBy(db, known, after, someAtOnce)
    for (const { id, position } of some) if (!wasSeen(known, id)) missing.push({ id, position })
    if (some.length < someAtOnce) break
    after = some.at(-1)!.slug
  }
  return missing.sort((a, b) => a.position - b.position).map(({ id }) => id)
}

const someAtOnce = 1000

/** By what entries are known that one of these items may be. */
async function keysNear(db: Db, known: Known, items: Item[]): Promise<Keys> {
  const near = noKeys()
  const uids = items.flatMap(({ uid }) => uid ?? [])
  const series = items.flatMap(({ found }) => seriesUid(found) ?? [])
  await learn(db, known, near, 'uid', [...uids, ...series])
  const ours = uids.filter(uid => isOurs.test(uid) && near.uid.get(uid)!.length === 0)
  await learn(db, known, near, 'entryId', ours)
  const nameless = items.filter(({ uid }) => uid === null)
  for (const by of ['titleKey', 'urlKey'] as const)
    await learn(
      db,
      known,
      near,
      by,
      nameless.flatMap(item => item[by] ?? []),
    )
  return near
}

async function learn(db: Db, known: Known, near: Keys, by: IdentityKey, keys: string[]): Promise<void> {
  const unknown = [...new Set(keys)].filter(key => !near[by].has(key))
  for (const key of unknown) near[by].set(key, [])
  for (const stored of await findIdentities(db, known.editionId, by, unknown))
    near[by].get(stored[by]!)!.push(stored)
  for (const key of unknown) near[by].get(key)!.push(...(known.unstored[by].get(key) ?? []))
}

/** What the source told before under another UID, of what comes under one that nothing is known by. */
async function toldAgain(db: Db, known: Known, near: Keys, items: Item[]): Promise<Map<Item, Identity>> {
  const { told } = known
  if (told === null) return new Map()
  const isUnknown = ({ uid }: Item) =>
    uid !== null && near.uid.get(uid)!.length === 0 && !near.entryId.get(uid)?.length
  const isSeen = (entryId: string) => wasSeen(known, entryId)
  return knownAgain(db, known, items.filter(isUnknown), { told, isSeen })
}

async function knownByUid(db: Db, known: Known, near: Keys, item: Item): Promise<Identity | null> {
  const told = item.uid!
  for (let number = known.numbers.get(told) ?? 1; ; number++) {
    if (number > 1) {
      // One UID for two things: both are stored, told apart by their order.
      item.uid = `${told} #${number}`
      if (known.numbers.size >= mostNumbers) known.numbers.clear()
      known.numbers.set(told, number)
      await learn(db, known, near, 'uid', [item.uid])
    }
    const others = near.uid.get(item.uid!)!
    const own = others.find(({ sourceId }) => sourceId === known.sourceId)
    if (own && wasSeen(known, own.entryId)) continue
    if (own) return own
    const whole = number === 1 ? beforeItWasSeries(known, near, item) : undefined
    if (whole) return whole
    const candidates = others.length > 0 ? others : near.entryId.get(told)
    const isSame = ({ titleKey }: Identity) => isGlobal(told) || titleKey === item.titleKey
    return unseen(known, candidates).find(isSame) ?? null
  }
}

const mostNumbers = 10_000

/** An event that comes again from now on is the date on which it was told before. */
function beforeItWasSeries(known: Known, near: Keys, { found, instants }: Item): Identity | undefined {
  const series = seriesUid(found)
  if (series === null || instants.startsAt === null) return undefined
  return unseen(known, near.uid.get(series)).find(
    ({ sourceId, startsAt }) => sourceId === known.sourceId && startsAt === instants.startsAt,
  )
}

/** What we give out – an export, a calendar – bears our own UIDs: come back, it is the same entry. */
const isOurs = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/

/** Whether the file has not said exactly this before. */
function isFresh(known: Known, { uid, parentId, said }: Item): boolean {
  // As text: to make a buffer takes longer than the hash itself.
  const told = hash('sha256', `${parentId} ${uid} ${said}`, 'hex')
  return addKey(known.seenItems, [parseInt(told.slice(0, 8), 16), parseInt(told.slice(8, 16), 16)])
}

function unseen(known: Known, identities: Identity[] | undefined): Identity[] {
  return identities?.filter(({ entryId }) => !wasSeen(known, entryId)) ?? []
}

function isOneEntry(identities: Identity[]): boolean {
  return identities.every(({ entryId }) => entryId === identities[0]!.entryId)
}

function identityOf({ sourceId }: Known, { entryId, uid, urlKey, titleKey }: Matched): Identity {
  return { entryId, sourceId, uid, urlKey, titleKey }
}

function remember(keys: Keys, identity: Identity): void {
  if (identity.uid !== null) push(keys.uid, identity.uid, identity)
  else {
    push(keys.titleKey, identity.titleKey!, identity)
    if (identity.urlKey !== null) push(keys.urlKey, identity.urlKey, identity)
  }
}

function push(map: Map<string, Identity[]>, key: string, identity: Identity): void {
  const list = map.get(key)
  if (list) list.push(identity)
  else map.set(key, [identity])
}

function noKeys(): Keys {
  return { uid: new Map(), titleKey: new Map(), urlKey: new Map(), entryId: new Map() }
}

/** The last sixteen digits, which are drawn by lot. */
function keyOf(uuid: string): SeenKey {
  return [parseInt(uuid.slice(19, 23) + uuid.slice(24, 28), 16), parseInt(uuid.slice(28), 16)]
}
