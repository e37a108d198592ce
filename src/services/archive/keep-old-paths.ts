import { reservedWords } from '../../domain/reserved-words.ts'
import { slugOf, tagKey } from '../../domain/slug.ts'
import { titleText } from '../../intake/page/words-of.ts'
import type { ExportItem, ExportSite } from '../../intake/wordpress/item.ts'
import { oldWordPaths } from '../../intake/wordpress/paths.ts'
import { findAuthor } from '../../storage/authors.ts'
import { findWord } from '../../storage/blog.ts'
import { findEdition } from '../../storage/editions.ts'
import { findOldAddress, putRedirect } from '../../storage/redirects.ts'
import { findSeries } from '../../storage/series.ts'
import type { Db } from '../../storage/tables.ts'
import { findWriting } from '../../storage/writings.ts'

/** Words of the site itself at which an older site may have had a page all the same: nothing of ours stands there. */
const free = new Set(['about', 'cv', 'archive', 'post', 'posts', 'new', 'data', 'comments', 'community'])

/**
 * The paths that something had on an older site lead to where it is now, for ever. A path at which something of this
 * site stands is not taken: an export is a file that anybody may have written.
 *
 * @returns how many lead on now that did not before
 */
export async function keepOldPaths(db: Db, paths: string[], to: string): Promise<number> {
  let count = 0
  for (const path of paths) {
    if (path === to || path.length > 1000 || !(await isFree(db, path))) continue
    const before = await findOldAddress(db, path)
    // Whoever had an address first keeps it, as long as something stands where it leads.
    if (before === to || (before !== null && (await standsThere(db, before)))) continue
    await putRedirect(db, path, to)
    count++
  }
  return count
}

async function isFree(db: Db, path: string): Promise<boolean> {
  if (!/^\/[^/\\]/.test(path)) return false
  const [, first = '', month, slug] = path.split('/')
  if (first.startsWith('?')) return true
  if (/^\d+$/.test(first)) {
    const isAddress = /^\/\d{4}(?:\/\d\d(?:\/[^/]+)?)?$/.test(path)
    if (!isAddress) return true
    if (slug === undefined) return false
    const post = await findWriting(db, 'post', slug)
    return post === null || `${post.day.slice(0, 4)}/${post.day.slice(5, 7)}` !== `${first}/${month}`
  }
  if (reservedWords.has(first.replace(/\?.*$/, '').replace(/\.[a-z]+$/, '')) && !free.has(first)) return false
  return (await findSeries(db, first)) === null
}

async function standsThere(db: Db, path: string): Promise<boolean> {
  const [, first = '', second = '', slug] = path.split('/')
  if (first === 'pages') return (await findWriting(db, 'page', second))?.state === 'published'
  if (/^\d{4}$/.test(first) && slug) return (await findWriting(db, 'post', slug))?.state === 'published'
  return (await findEdition(db, first, second)) !== null
}

/** Whether this site has a list of its own at the path, as that of another author of the same name. */
async function isListHere(db: Db, path: string): Promise<boolean> {
  const [, of, word = ''] = /^\/(category|tag|author)\/([^/]+)$/.exec(path) ?? []
  const slug = safelyDecoded(word)
  if (of === 'author') return (await findAuthor(db, slug)) !== null
  if (!of) return false
  return (await findWord(db, of === 'tag' ? 'tags' : 'categories', slug)) !== null
}

function safelyDecoded(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}

/** Lists of categories, tags and authors, where an older site had other words, or numbers, for them in its addresses. */
export async function keepWordPaths(db: Db, words: { path: string; to: string }[]): Promise<void> {
  for (const { path, to } of words) {
    if (
      path === to ||
      !/^\/(?:[^/]+\/)*(?:(?:category|tag|author)\/[^/]+|\?(?:cat|author)=\d{1,12})$/.test(path) ||
      path.length > 1000
    )
      continue
    if ((await findOldAddress(db, path)) === null && !(await isListHere(db, path)))
      await putRedirect(db, path, to)
  }
}

/** Where the lists of an item's words were, and where they are now. */
export function wordPaths(item: ExportItem, site: ExportSite): { path: string; to: string }[] {
  return oldWordPaths(item, site).flatMap(({ path, domain, name }) => {
    const word = titleText(name)
    if (!word) return []
    return [{ path, to: domain === 'category' ? `/category/${slugOf(word)}` : `/tag/${tagKey(word)}` }]
  })
}
