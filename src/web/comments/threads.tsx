import { readBlogRevision } from '../../storage/blog.ts'
import { readCommenting } from '../../storage/commented.ts'
import { readRevision } from '../../storage/programmes.ts'
import { listMenu } from '../../storage/writings.ts'
import { pageIn } from '../blog-rows.ts'
import { paths } from '../paths.ts'
import { readSaidBelow } from '../said-below.ts'
import { ownStyles, type Parts, readerOf, show, type Visit } from '../show.ts'
import { Comments, stylesOfComments } from '../ui/comments.tsx'
import { langOf } from '../ui/lang-of.ts'
import { Page } from '../ui/page.tsx'
import { readTo } from '../ui/read-to.ts'
import { htmlOfPage } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'

/** What was said below an edition or an entry, from the second page on: the first stands below the thing itself. */
export async function showThread(c: Visit, parts: Parts): Promise<Response | null> {
  const { store, programmes, config, assets } = parts
  const asked = c.req.param() as { series: string; edition: string; entry?: string; number: string }
  const number = pageIn(asked.number)
  const whole = number === null || number < 2 ? null : await programmes(asked.series, asked.edition)
  if (!whole || whole.edition.state === 'draft') return null
  const revision = await readBlogRevision(store.db)
  const { programme, showing } = readTo(whole, showingOf(readerOf(c, parts), whole.edition.homeZone))
  const { series, edition } = programme
  const entry = asked.entry ? programme.entries.find(({ slug }) => slug === asked.entry) : null
  if (entry === undefined) return null
  const path = entry
    ? paths.entry(series.slug, edition.slug, entry.slug)
    : paths.edition(series.slug, edition.slug)
  const on = entry ? { entryId: entry.id } : { editionId: edition.id }
  const commenting = await readCommenting(store.db, { editionId: edition.id })
  const said = await readSaidBelow(store, { on, path, commenting }, { page: number! })
  if (!said) return null
  const { title } = entry ?? edition
  const here = paths.comments(path, said.page)
  const page = (
    <Page
      showing={showing}
      assets={assets}
      title={`${showing.say('blog.page', { page: said.page, pages: said.pages })} · ${title}`}
      canonical={config.baseUrl + here}
      robots="noindex"
      here={showing.link(here)}
      accent={series.accent}
      menu={await listMenu(store.db)}
      comments={said}
      skip={showing.say('writing.skip')}
    >
      <p class="crumbs comments">
        <a href={showing.link(path)}>
          <bdi lang={langOf(title, showing)}>{title}</bdi>
        </a>
      </p>
      <Comments said={said} showing={showing} />
    </Page>
  )
  return show(c, parts, {
    html: await htmlOfPage(page),
    styles: [...ownStyles(series.accent), ...stylesOfComments(said)],
    until: Number.POSITIVE_INFINITY,
    version: `${edition.revision} ${revision}`,
    currentVersion: async () =>
      `${await readRevision(store, series.slug, edition.slug)} ${await readBlogRevision(store.db)}`,
  })
}
