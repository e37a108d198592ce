import { slugOf } from '../../domain/slug.ts'
import { titleText } from '../../intake/page/words-of.ts'
import type { ExportSite } from '../../intake/wordpress/item.ts'
import { oldSitePaths } from '../../intake/wordpress/paths.ts'
import { findAuthor } from '../../storage/authors.ts'
import { findWord } from '../../storage/blog.ts'
import type { Store } from '../../storage/store.ts'
import { keepWordPaths } from './keep-old-paths.ts'

/** The addresses by number at which an older site listed a category or an author lead to their lists here, where there are such. */
export async function keepSiteWords(store: Store, site: ExportSite): Promise<void> {
  for (const { path, of, name } of oldSitePaths(site)) {
    const slug = slugOf(titleText(name)?.slice(0, 200) ?? '')
    if (!slug) continue
    await store.db.transaction().execute(async db => {
      const found = of === 'author' ? await findAuthor(db, slug) : await findWord(db, 'categories', slug)
      if (found) await keepWordPaths(db, [{ path, to: `/${of}/${slug}` }])
    })
  }
}
