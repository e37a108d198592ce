import { randomUUIDv7 } from 'node:crypto'
import type { Archive, ArchiveItem } from '../../domain/archive.ts'
import { decide } from '../../domain/archive-rule.ts'
import type { Problem } from '../../domain/problem.ts'
import { titleText } from '../../intake/page/words-of.ts'
import { isNamed, keyOfNamed, type Named } from '../../intake/wordpress/event-meta.ts'
import type { ExportItem, ExportSite } from '../../intake/wordpress/item.ts'
import { keyOf, type Look, siteKey } from '../../intake/wordpress/look.ts'
import { insertArchiveItems, lastArchiveItem } from '../../storage/archive-items.ts'
import { findArchive, findLastArchive, updateArchive } from '../../storage/archives.ts'
import { insertAttachments } from '../../storage/attachments.ts'
import type { Store } from '../../storage/store.ts'
import { nameEditions } from './decide-archive.ts'
import { itemsOf } from './items-of.ts'
import { type ArchiveSource, counted, isPatient, type Patience } from './source.ts'

const batchSize = 100
const mostNamed = 5000

/**
 * Reads an export for its review: what each post and page is, what is found in it, and what it is taken for. Killed at
 * any moment it goes on where it was.
 *
 * @returns whether it is whole; false when patience ended before
 */
export async function readArchive(
  store: Store,
  id: string,
  source: ArchiveSource,
  patience: Patience & { onProgress?: (items: number) => void },
): Promise<boolean> {
  const { db } = store
  let archive = await findArchive(db, id)
  if (archive?.state !== 'reading') return true
  const { now } = patience
  const of = source.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  const files = counted(source, count => {
    done += count
  })
  const problems: Problem[] = []
  const known = await lastArchiveItem(db, id)
  const named: Named = new Map()
  const keys = new Map<string, string>()
  const originals = new Map<string, string>()
  let last: ExportSite | null = null
  let batch: { number: number; item: ExportItem; look: Look | null }[] = []
  const keep = async (site: ExportSite) => {
    archive = await withSite(store, archive!, site, now())
    await keepBatch(store, archive, batch, { done, of }, now())
    patience.onProgress?.((batch.at(-1)?.number ?? 0) + 1)
    batch = []
  }
  for await (const { number, item, site, look } of itemsOf(files, { looksFrom: known + 1 }, problems)) {
    last = site
    const key = isNamed(item.type) ? keyOfNamed(item) : null
    const name = key && titleText(item.title)
    if (name && named.size < mostNamed) named.set(key, name.slice(0, 300))
    const own = ownKey(item, keys)
    if (number <= known) continue
    batch.push({ number, item, look: look && { ...withOriginal(look, originals), key: own } })
    if (batch.length < batchSize) continue
    await keep(site)
    if (!isPatient(patience)) return false
  }
  if (last) await keep(last)
  await store.db.transaction().execute(async db => {
    const isEmpty = last === null
    const authors = (last?.authors ?? []).slice(0, 500).map(({ login, name }) => ({ login, name }))
    const [title, url] = [titleText(last?.title), last?.url]
    await nameEditions(db, id)
    await updateArchive(
      db,
      id,
      {
        state: isEmpty ? 'failed' : 'review',
        head: {
          authors,
          ...(named.size > 0 && { named: Object.fromEntries(named) }),
          ...(title && { title }),
          ...(url && { url }),
        },
        problems,
        progress: null,
      },
      now(),
    )
  })
  return true
}

/** What is told first in one of several languages is taken for the original of the others. */
function withOriginal(look: Look, originals: Map<string, string>): Look {
  const { translations } = look.found
  const original = translations && originals.get(translations)
  if (original !== undefined && original !== '')
    return { ...look, found: { ...look.found, translationOf: original } }
  if (translations && originals.size < mostGroups) originals.set(translations, look.title.slice(0, 300))
  return look
}

const mostGroups = 100_000

/** Exports that were put together by hand have one number for several posts: none is to be taken for another one. */
function ownKey(item: ExportItem, keys: Map<string, string>): string {
  const key = keyOf(item)
  const told = `${item.type} ${item.title} ${item.date ?? ''}`
  const before = keys.get(key)
  if (before === undefined) keys.set(key, told)
  return before === undefined || before === told ? key : `${key} ${told}`.slice(0, 300)
}

/** The first time it is known which site this is: what was decided for an earlier export of it holds again. */
async function withSite(store: Store, archive: Archive, site: ExportSite, at: number): Promise<Archive> {
  if (archive.site !== null) return archive
  const key = siteKey(site)
  const before = await findLastArchive(store.db, key, archive.id)
  const own = archive.settings
  const settings = before
    ? {
        ...own,
        series: own.series ?? before.settings.series,
        zone: own.zone ?? before.settings.zone,
        rules: own.rules.length > 0 ? own.rules : before.settings.rules,
      }
    : own
  await updateArchive(store.db, archive.id, { site: key, settings }, at)
  return { ...archive, site: key, settings }
}

async function keepBatch(
  store: Store,
  archive: Archive,
  batch: { number: number; item: ExportItem; look: Look | null }[],
  progress: { done: number; of: number },
  at: number,
): Promise<void> {
  const items = batch.flatMap(({ number, look }): ArchiveItem[] => {
    if (!look) return []
    const { destination, rule } = decide(look, archive.settings)
    return [
      {
        ...look,
        number,
        destination,
        edition: null,
        decided: rule ? 'rule' : 'default',
        rule,
        state: 'waiting',
        target: null,
        error: null,
      },
    ]
  })
  const attachments = batch.flatMap(({ item }) => attachmentOf(item, archive.site!) ?? [])
  await store.db.transaction().execute(async db => {
    await insertArchiveItems(db, archive.id, items)
    await insertAttachments(db, attachments, at)
    await updateArchive(db, archive.id, { progress }, at)
  })
}

function attachmentOf(item: ExportItem, site: string) {
  const { type, id, parent, attachment, title, meta, excerpt } = item
  const url = attachment && URL.parse(attachment)
  if (type !== 'attachment' || !url || !/^https?:$/.test(url.protocol) || url.href.length > 1500) return null
  return {
    id: randomUUIDv7(),
    url: url.href,
    site,
    item: id ?? null,
    ofItem: parent && parent !== '0' ? parent : null,
    title: titleText(title)?.slice(0, 300) ?? null,
    alt: (titleText(meta.get('_wp_attachment_image_alt')) ?? titleText(excerpt))?.slice(0, 500) ?? null,
    kind: /\.(?:jpe?g|png|gif|webp|avif)$/i.test(url.pathname) ? ('picture' as const) : ('file' as const),
  }
}
