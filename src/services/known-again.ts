import type { Content } from '../domain/content.ts'
import { foldName } from '../domain/fold-name.ts'
import { instantsOf } from '../domain/instants-of.ts'
import { type Identity, readToldUnderUids, type ToldUnderUid } from '../storage/identities.ts'
import type { Db } from '../storage/tables.ts'

/** What a source told under UIDs, by what it said there; null: not asked yet. */
export type ToldBefore = Map<string, ToldUnderUid[]> | null

type Told = { content: Content; said: string; parentId: string | null }

/** A source that tells more is not compared: nobody makes up so many UIDs anew. */
const mostTold = 20_000

/**
 * Which items are what the source told before under a UID that it tells no more: some exporters make up new UIDs each
 * time. It is the same where title and beginning are, and where no other is like it; of several that are alike, those
 * of which the source says the same word for word.
 *
 * @param items under UIDs that nothing is known by
 * @param told all UIDs that are told now
 */
export async function knownAgain<Item extends Told>(
  db: Db,
  known: { sourceId: string; toldBefore: ToldBefore },
  items: Item[],
  { told, isSeen }: { told: ReadonlySet<string>; isSeen: (entryId: string) => boolean },
): Promise<Map<Item, Identity>> {
  const again = new Map<Item, Identity>()
  if (items.length === 0) return again
  known.toldBefore ??= await readBefore(db, known.sourceId)
  for (const [key, alike] of Map.groupBy(items, item => toldKey(item.content, item.parentId))) {
    const before = (known.toldBefore.get(key) ?? []).filter(
      ({ uid, entryId }) => !told.has(withoutNumber(uid!)) && !isSeen(entryId),
    )
    const left = alike.filter(item => {
      const same = before.findIndex(({ said }) => said === item.said)
      if (same < 0) return true
      again.set(item, before.splice(same, 1)[0]!)
      return false
    })
    if (left.length === 1 && before.length === 1) again.set(left[0]!, before[0]!)
  }
  return again
}

async function readBefore(db: Db, sourceId: string): Promise<Map<string, ToldUnderUid[]>> {
  const all = await readToldUnderUids(db, sourceId, mostTold + 1)
  if (all.length > mostTold) return new Map()
  return Map.groupBy(all, ({ said, parentId }) => toldKey(JSON.parse(said) as Content, parentId))
}

/** Of two things under one UID the second is stored with a number. */
function withoutNumber(uid: string): string {
  return uid.replace(/ #\d+$/, '')
}

/** What something is called, and when it begins, within its event. */
export function toldKey({ kind, title, time, published }: Content, parentId: string | null): string {
  const begins = instantsOf(time).startsAt ?? time.start ?? published ?? ''
  return [parentId ?? '', kind, begins, foldName(title)].join('\n')
}
