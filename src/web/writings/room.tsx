import { Hono } from 'hono'
import { hasRole } from '../../domain/curator.ts'
import type { Writing } from '../../domain/writing.ts'
import { readBlogRevision, readNeighbours } from '../../storage/blog.ts'
import { readCommenting } from '../../storage/commented.ts'
import { readDeadLinks } from '../../storage/link-places.ts'
import {
  findWriting,
  findWritingById,
  listBelow,
  listMenu,
  listTranslations,
} from '../../storage/writings.ts'
import { advertise, linkOf } from '../advertise.ts'
import { pageIn } from '../blog-rows.ts'
import { curatorOf } from '../middleware/curator.ts'
import { namedFigures } from '../named-figures.ts'
import { paths } from '../paths.ts'
import { readSaidBelow } from '../said-below.ts'
import { type Env, type Parts, readerOf, show, type Visit } from '../show.ts'
import { siteOf } from '../site-name.ts'
import { stylesOfComments } from '../ui/comments.tsx'
import { htmlOfPage, sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { WritingPage } from './writing-page.tsx'

/** The curator's own posts and pages. */
export function writingsRoom(parts: Parts): Hono<Env> {
  const { store, config, assets } = parts
  const room = new Hono<Env>()

  for (const below of ['', '/comments/:number'])
    room.get(`/:year{\\d{4}}/:month{\\d{2}}/:slug${below}`, async (c, next) => {
      const { year, month, slug = '', number } = c.req.param() as Record<string, string | undefined>
      const post = await findWriting(store.db, 'post', slug)
      if (!post) return next()
      const isHere = post.day.startsWith(`${year}-${month}`)
      if (!isHere) return (await maySee(c, post)) ? c.redirect(encodeURI(paths.writing(post)), 301) : next()
      return (await showWriting(c, post, pageIn(number))) ?? next()
    })

  // The day stood in the address of many blogs.
  room.get('/:year{\\d{4}}/:month{\\d{2}}/:day{\\d{2}}/:slug', async (c, next) => {
    const post = await findWriting(store.db, 'post', c.req.param('slug'))
    const { year, month, day } = c.req.param()
    if (post?.day !== `${year}-${month}-${day}` || !(await maySee(c, post))) return next()
    return c.redirect(encodeURI(paths.writing(post)), 301)
  })

  const ofPage = { kind: 'page', day: '', slug: ':slug' } as const
  for (const at of [paths.writing(ofPage), `${paths.writing(ofPage)}/comments/:number`])
    room.get(at, async (c, next) => {
      const { slug = '', number } = c.req.param() as Record<string, string | undefined>
      const page = await findWriting(store.db, 'page', slug)
      return (page && (await showWriting(c, page, pageIn(number)))) ?? next()
    })

  return room

  async function isEditorHere(c: Visit): Promise<boolean> {
    const curator = await curatorOf(c)
    return curator !== null && hasRole(curator, 'editor', null)
  }

  async function maySee(c: Visit, { state }: Writing): Promise<boolean> {
    return state === 'published' || isEditorHere(c)
  }

  /** Null: there is nothing for the one who asks. */
  async function showWriting(c: Visit, found: Writing, number: number | null): Promise<Response | null> {
    const { db } = store
    if (number === null) return null
    const isEditor = await isEditorHere(c)
    const revision = await readBlogRevision(db)
    const writing = await findWritingById(db, found.id)
    if (!writing || (writing.state !== 'published' && !isEditor)) return null
    const isPost = writing.kind === 'post'
    const on = { writingId: writing.id }
    const commenting = await readCommenting(db, on)
    const path = paths.writing(writing)
    const read = await readSaidBelow(store, { on, path, commenting }, { all: isEditor, page: number })
    if (!read) return null
    const said = advertise(config, read)
    const above = writing.parentId === null ? null : await findWritingById(db, writing.parentId)
    const reader = readerOf(c, parts)
    const named = await namedFigures(store, [writing.text, writing.excerpt], {
      of: isPost ? writing.day : null,
      at: reader.at,
      language: reader.language,
      locale: reader.locale,
      site: siteOf(config.baseUrl),
    })
    const deadLinks = await readDeadLinks(db, 'writing', writing.id)
    const page = (
      <WritingPage
        writing={writing}
        said={said}
        neighbours={isPost ? await readNeighbours(db, writing) : { before: null, after: null }}
        family={{
          above: above?.state === 'published' ? above : null,
          below: isPost ? [] : await listBelow(db, writing.id),
        }}
        translations={await listTranslations(db, writing.id)}
        menu={await listMenu(db)}
        showing={{ ...showingOf(reader, 'UTC'), figures: named.figures, deadLinks, isEditor }}
        assets={assets}
        baseUrl={config.baseUrl}
        isEditor={isEditor}
      />
    )
    if (isEditor) return sendOnce(c, parts, page)
    return show(c, parts, {
      html: await htmlOfPage(page),
      link: linkOf(said),
      styles: [...named.styles, ...stylesOfComments(said)],
      until: named.until(Number.POSITIVE_INFINITY),
      version: `${revision} ${named.state}`,
      currentVersion: async () => `${await readBlogRevision(db)} ${await named.version()}`,
    })
  }
}
