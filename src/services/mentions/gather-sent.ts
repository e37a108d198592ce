import { addressOf } from '../../domain/address.ts'
import { toldLinks } from '../../domain/mentions/told-links.ts'
import { writingPath } from '../../domain/writing.ts'
import {
  changeSent,
  dropSent,
  insertSent,
  readSentOf,
  readWrittenSince,
  textDigest,
  type WrittenText,
} from '../../storage/sent-mentions.ts'
import { readSetting, writeSetting } from '../../storage/settings.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'

const minute = 60_000

/**
 * Notes which links in texts their sites are to be told of: in what was published or changed since this was last asked,
 * and links that were taken out of it. Of what was there when the host first wanted it, none: nobody is told of ten
 * years at once.
 */
export async function gatherSent(
  store: Store,
  { at, baseUrl }: { at: number; baseUrl: string },
): Promise<void> {
  await store.db.transaction().execute(async db => {
    const before = await readSetting(db, setting)
    // What is being written just now may be stored with a moment that is past already.
    await writeSetting(db, setting, String(before === null ? at : at - 10 * minute))
    if (before === null) return
    const since = Math.min(Number(before), at)
    for (const written of await readWrittenSince(db, since)) await noteLinks(db, written, { at, baseUrl })
  })
}

const setting = 'webmention.gathered'

async function noteLinks(
  db: Db,
  { of, id, at: place, text, isShown, links }: WrittenText,
  { at, baseUrl }: { at: number; baseUrl: string },
): Promise<void> {
  const told = new Set(isShown ? toldLinks(text, { own: baseUrl, links }) : [])
  const known = await readSentOf(db, of, id)
  if (told.size === 0 && known.length === 0) return
  const digest = textDigest(isShown ? text : '')
  const source = baseUrl + pathOf(place)
  const fresh = [...told].filter(url => !known.some(each => each.url === url))
  await insertSent(
    db,
    fresh.map(url => ({ of, of_id: id, url, source, digest })),
    at,
  )
  for (const sent of known) {
    if (sent.digest === digest) continue
    const isThere = told.has(sent.url)
    const again = { digest, stands: isThere ? 1 : 0, tries: 0, due_at: at, at }
    // Whoever never heard of a link need not hear that it is gone.
    if (!isThere && sent.stands && sent.state !== 'sent') await dropSent(db, sent)
    else if (isThere || sent.stands) await changeSent(db, sent, again)
  }
}

function pathOf(at: WrittenText['at']): string {
  if ('kind' in at) return writingPath(at)
  return addressOf(at.series, at.edition, at.entry ?? undefined)
}
