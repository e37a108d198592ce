import { mayLook } from '../../domain/links/may-look.ts'
import { withAddress, withMark } from '../../domain/links/mend-links.ts'
import { touchBlog } from '../../storage/blog.ts'
import { changeLinkLook, type LinkLook, readLinksToSettle } from '../../storage/link-looks.ts'
import { readEntryPlaces, readTextPlaces } from '../../storage/link-places.ts'
import type { Store } from '../../storage/store.ts'
import { changeEntries } from '../change-entries.ts'

const mostAtOnce = 200
/** So long after an edition its readers are not told of each link any more; they see it where it stands. */
const newsMs = 14 * 86_400_000

/**
 * Tells entries what has been settled of their links: what is gone is marked, with a copy beside it where there is one;
 * what moved for ever is linked to where it is now. Texts are marked where they are shown. One revision of each edition; doing it again changes nothing. What a
 * curator undoes stays undone until a link turns otherwise.
 */
export async function settleLinks(store: Store, at: number): Promise<void> {
  for (let count = mostAtOnce; count === mostAtOnce; ) {
    const looks = await readLinksToSettle(store.db, mostAtOnce)
    count = looks.length
    await settle(store, looks, at)
    for (const { url } of looks) await changeLinkLook(store.db, url, { toSettle: false })
  }
}

async function settle(store: Store, looks: LinkLook[], at: number): Promise<void> {
  const byUrl = new Map(looks.map(look => [look.url, look]))
  const places = await readEntryPlaces(store.db, [...byUrl.keys()])
  // Texts say of their dead links where they are shown.
  if ((await readTextPlaces(store.db, [...byUrl.keys()])).length > 0) await touchBlog(store.db)
  for (const [editionId, own] of Map.groupBy(places, ({ edition }) => edition.id)) {
    const ids = [...new Set(own.map(({ entryId }) => entryId))]
    const minor = Date.parse(own[0]!.edition.endsOn) + newsMs < at
    const act = { by: 'links', at, name: 'check-links', minor }
    const change: Parameters<typeof changeEntries>[3] = fields =>
      fields.links.reduce((told, { url, role }) => {
        const look = role === 'archive' ? undefined : byUrl.get(url)
        return look ? settled(told, look) : told
      }, fields)
    await changeEntries(store, editionId, ids, change, act)
  }
}

function settled(fields: Parameters<typeof withMark>[0], { url, life, copyUrl }: LinkLook) {
  if (life.state === 'gone' || life.state === 'changed-hands')
    return withMark(fields, url, life.state, copyUrl)
  if (life.state === 'moved' && life.to !== null && mayLook({ url: life.to }))
    return withAddress(fields, url, life.to)
  return withMark(fields, url, null, null)
}
