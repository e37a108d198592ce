import type { ArchiveItem } from '../../domain/archive.ts'
import { titleText } from '../page/words-of.ts'
import type { ExportItem, ExportSite } from './item.ts'
import { isInner, readAsProgramme } from './item-lines.ts'
import { droppedIn, wordsOf } from './markdown.ts'
import { authorOf, termsOf } from './plain-finding.ts'
import { wholeEventIn } from './plugin-event.ts'
import { dueOf, publishedOf } from './published.ts'
import { languageOf, translationGroupOf } from './tongue.ts'

/** What an item of an export shows at first sight. */
export type Look = Pick<
  ArchiveItem,
  'key' | 'type' | 'status' | 'title' | 'day' | 'author' | 'categories' | 'tags' | 'comments' | 'found'
>

/** Null for what is no text of anybody: menus, revisions, settings of plugins, attachments, what was thrown away. */
export function lookAt(item: ExportItem, site: ExportSite): Look | null {
  if (isInner(item.type) || item.status === 'trash' || item.status === 'auto-draft') return null
  if (item.status === 'inherit' && item.type !== 'post' && item.type !== 'page') return null
  const words = wordsOf(item.content.slice(0, 20_000))
  const title = titleOf(item, words)
  if (title === '' && words === '') return null
  const isRead = item.type === 'post' && !item.isProtected && item.content.length <= longestRead
  const event = wholeEventIn(item, site, new Map(), {})
  const read = event
    ? { findings: [event], events: event.start ? 1 : 0, isList: false }
    : isRead
      ? readAsProgramme(item, site, {})
      : null
  return {
    key: keyOf(item),
    type: item.type,
    status: item.isProtected ? 'protected' : item.status,
    title,
    day: publishedOf(item)?.slice(0, 10) ?? null,
    author: authorOf(item, site) ?? null,
    ...termsOf(item),
    comments: item.comments.length,
    found: {
      entries: read?.findings.length ?? 0,
      events: read?.events ?? 0,
      isList: read?.isList ?? false,
      ...(event && { isEvent: true }),
      ...toldOf(item),
      first: (read?.findings ?? []).slice(0, 8).map(({ title, start }) => ({
        title: title.slice(0, 200),
        ...(start && { start }),
      })),
      words: words.slice(0, 280),
      dropped: [...(item.withheld ?? []), ...droppedIn(item.content)],
    },
  }
}

function toldOf(item: ExportItem): Pick<Look['found'], 'due' | 'language' | 'translations'> {
  const [due, language, translations] = [dueOf(item), languageOf(item), translationGroupOf(item)]
  return {
    ...(due !== null && { due }),
    ...(language && { language }),
    ...(translations && { translations }),
  }
}

/** Reading a longer one for its entries would take seconds. */
const longestRead = 400_000

/** A title, else how the text begins. */
export function titleOf(item: ExportItem, words: string): string {
  const told = titleText(item.title)
  if (told) return told.slice(0, 500)
  if (words.length > 60) return `${words.slice(0, words.lastIndexOf(' ', 60)).trim() || words.slice(0, 60)} …`
  return words || (titleText(item.slug?.replaceAll('-', ' ')) ?? '')
}

/** By what the site itself knows an item; the same in every export of it. */
export function keyOf({ id, guid, url, title, date }: ExportItem): string {
  if (id) return id
  return (guid || url || `${title} ${date ?? ''}`).slice(0, 300)
}

/** A site by its host and path, however it is written. */
export function siteKey({ url, title }: ExportSite): string {
  const parsed = url ? URL.parse(url) : null
  if (parsed) return (parsed.host.replace(/^www\./, '') + parsed.pathname.replace(/\/+$/, '')).slice(0, 300)
  return (title ?? 'export').slice(0, 300)
}
