import { judgeFine } from '../../domain/links/link-life.ts'
import { withAddress, withMark } from '../../domain/links/mend-links.ts'
import { Refusal } from '../../domain/refusal.ts'
import { queueJob } from '../../storage/jobs.ts'
import { changeLinkLook, findLinkLooks, type LinkLook } from '../../storage/link-looks.ts'
import { readEntryPlaces } from '../../storage/link-places.ts'
import type { Store } from '../../storage/store.ts'
import { changeEntries } from '../change-entries.ts'
import type { CuratorAct } from '../change-entry.ts'
import { settleLinks } from './settle-links.ts'

/** What a curator does about links: takes the new address, has the copy shown, finds them fine, has them looked at again. */
export const mends = ['take', 'copy', 'fine', 'again'] as const
export type Mend = (typeof mends)[number]

/**
 * Does one of these with several links, in the editions that whoever acts may write: one revision of each.
 *
 * @param to the new address, where the curator gives another than was found
 * @returns how many entries changed; where all of that is one revision, the edition and its number
 * @throws Refusal when an address is none, or only drafts may be touched
 */
export async function mendLinks(
  store: Store,
  urls: string[],
  { mend, to }: { mend: Mend; to?: string },
  { editionIds, ...act }: CuratorAct & { editionIds: string[] },
): Promise<{ changed: number; undo: { editionId: string; revision: number } | null }> {
  if (to !== undefined && !(URL.canParse(to) && /^https?:\/\//i.test(to)))
    throw new Refusal('address-invalid', {}, 'This is no web address.')
  const looks = await findLinkLooks(store.db, urls)
  if (mend === 'again') {
    await lookAgain(store, looks, act.at)
    return { changed: looks.length, undo: null }
  }
  if (mend === 'fine') {
    // Readers are told no more then that a link is dead, wherever it stands.
    if (act.onlyDrafts && (await readEntryPlaces(store.db, urls)).some(({ state }) => state !== 'draft'))
      throw new Refusal('only-drafts', {}, 'Only an editor may change what readers see, or are to see.')
    await findFine(store, looks, act.at)
    return { changed: looks.length, undo: null }
  }
  const byUrl = new Map(looks.map(look => [look.url, look]))
  const places = (await readEntryPlaces(store.db, urls)).filter(({ edition }) =>
    editionIds.includes(edition.id),
  )
  const made: { editionId: string; revision: number }[] = []
  let changed = 0
  for (const [editionId, own] of Map.groupBy(places, ({ edition }) => edition.id)) {
    const ids = [...new Set(own.map(({ entryId }) => entryId))]
    const change: Parameters<typeof changeEntries>[3] = fields =>
      fields.links.reduce((told, { url, role }) => {
        const look = role === 'archive' ? undefined : byUrl.get(url)
        if (!look) return told
        return mend === 'take' ? taken(told, look, to) : copied(told, look)
      }, fields)
    const done = await changeEntries(store, editionId, ids, change, { ...act, name: 'mend-links' })
    changed += done.changed
    if (done.changed > 0) made.push({ editionId, revision: done.revision })
  }
  return { changed, undo: made.length === 1 ? made[0]! : null }
}

/** Where a link was found to lead now; null where that is not known. */
export function foundAddress({ life }: Pick<LinkLook, 'life'>): string | null {
  const kind = life.run?.kind ?? life.state
  return kind === 'moved' || kind === 'elsewhere' ? (life.run?.to ?? life.to) : null
}

function taken(fields: Parameters<typeof withMark>[0], look: LinkLook, to: string | undefined) {
  const address = to ?? foundAddress(look)
  return address === null ? fields : withAddress(fields, look.url, address)
}

/** Said before it is settled, too: whoever looked at it themselves need not wait for more looks. */
function copied(fields: Parameters<typeof withMark>[0], { url, life, copyUrl }: LinkLook) {
  const isOthers = life.state === 'changed-hands' || life.run?.kind === 'changed-hands'
  return copyUrl === null ? fields : withMark(fields, url, isOthers ? 'changed-hands' : 'gone', copyUrl)
}

async function findFine(store: Store, looks: LinkLook[], at: number): Promise<void> {
  await store.db.transaction().execute(async db => {
    for (const { url } of looks) {
      const [look] = await findLinkLooks(db, [url])
      if (look)
        await changeLinkLook(db, url, { life: judgeFine(look.life, at), amissSince: null, toSettle: true })
    }
  })
  await settleLinks(store, at)
}

async function lookAgain(store: Store, looks: LinkLook[], at: number): Promise<void> {
  await store.db.transaction().execute(async db => {
    for (const { url, dueAt } of looks) if (dueAt !== null) await changeLinkLook(db, url, { dueAt: at })
    await queueJob(db, { kind: 'look-at-links', key: 'links', data: null, dueAt: at })
  })
}
