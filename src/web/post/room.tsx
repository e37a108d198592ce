import { Hono } from 'hono'
import { blogActs } from '../../domain/blog-post.ts'
import { type Curator, mayPublish } from '../../domain/curator.ts'
import { sayInProgramme, textsOf } from '../../domain/figure/say-in-programme.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findBlogPost } from '../../storage/blog-posts.ts'
import { readNamedFigures } from '../../storage/named-figures.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { type OwnEdition, ownEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { type BlogTyped, noBlogTyped } from './blog-form.tsx'
import { PostPage } from './post-page.tsx'
import { readZones } from './read-zones.ts'

/** An edition as a post for the curator's blog: to be copied, or kept there by itself. */
export function postRoom(parts: Parts): Hono<Env> {
  const { store, programmes, config, now, fetch } = parts
  const room = new Hono<Env>()
  const guards = [refuseOtherSites(config), refuseLongForms, curating(parts)] as const

  room.get(paths.deskPost(':series', ':edition'), curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param() as never)
    return own instanceof Response ? own : show(c, own)
  })

  room.post(paths.deskBlog(':series', ':edition'), ...guards, async c => {
    const own = await publishing(c)
    if (own instanceof Response) return own
    const fields = await fieldsOf(c)
    const { keep, ...services } = await blogServices()
    const back = paths.deskPost(own.series.slug, own.edition.slug)
    if (fields._method === 'delete') {
      await services.disconnectBlog(store, own.edition.id, { who: own.curator, at: now() })
      return goDone(c, config, back, { act: 'saved' })
    }
    const { site = '', user = '', secret = '', zones = '', post = '' } = fields
    const typed: BlogTyped = { site, user, zones, post }
    const { named, unknown } = readZones(zones)
    if (unknown.length || !/^\d{0,12}$/.test(post.trim()))
      return show(c, own, { typed, refused: new Refusal('blog-fields', {}, 'Look at zones and number.') })
    const wish = { site: site.trim(), user: user.trim(), secret: secret.trim(), zones: named }
    try {
      const number = post.trim() === '' ? null : Number(post)
      await keep(own.edition.id, { ...wish, post: number }, own.curator)
      return goDone(c, config, back, { act: 'saved' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(c, own, { typed, refused: error })
    }
  })

  room.post(paths.deskBlogAct(':series', ':edition', ':act'), ...guards, async c => {
    const own = await publishing(c)
    if (own instanceof Response) return own
    const { settleBlog } = await blogServices()
    const act = blogActs.find(each => each === c.req.param('act'))
    if (!act) return onMissing(c, parts)
    await settleBlog(store, own.edition.id, act, { at: now() })
    return goDone(c, config, paths.deskPost(own.series.slug, own.edition.slug), { act: 'saved' })
  })
  return room

  async function blogServices() {
    const services = await import('../../services/keep-blog.ts')
    const keep = (id: string, wish: Parameters<typeof services.connectBlog>[2], who: Curator) =>
      services.connectBlog(store, id, wish, { who, at: now(), fetch })
    return { ...services, keep }
  }

  /** Who may say what readers see. */
  async function publishing(c: Visit): Promise<OwnEdition | Response> {
    const own = await ownEdition(c, parts, c.req.param() as never)
    if (own instanceof Response) return own
    return mayPublish(own.curator, own.series.id) ? own : refuse(c, parts)
  }

  async function show(
    c: Visit,
    own: OwnEdition,
    wrong?: { typed: BlogTyped; refused: Refusal },
  ): Promise<Response> {
    const { series, edition, curator } = own
    const programme = await programmes(series.slug, edition.slug)
    if (!programme) return onMissing(c, parts)
    const { named, unknown } = readZones(c.req.query('zones') ?? edition.homeZone)
    const format = c.req.query('format') === 'markdown' ? 'markdown' : 'html'
    const { localeOfPost, writePost } = await import('../../outlet/post/write-post.ts')
    const figures = await readNamedFigures(store, textsOf(programme), {
      at: parts.now(),
      of: programme.edition.endsOn,
    })
    const said = sayInProgramme(programme, figures, localeOfPost(programme))
    const write = async (as: 'html' | 'markdown') =>
      (await writePost(said, { format: as, zones: named, baseUrl: config.baseUrl, heading: false })).text
    const here = paths.deskPost(series.slug, edition.slug)
    const at = await atDesk(c, parts, edition.homeZone, wrong ? here : undefined)
    const [text, html] = [await write(format), await write('html')]
    const told = { format, zones: named, unknown, text, html } as const
    const blog = mayPublish(curator, series.id) && {
      post: await findBlogPost(store.db, edition.id),
      typed: wrong?.typed ?? { ...noBlogTyped, zones: named.join(', ') },
      refused: wrong ? sayRefusal(at.showing.say, wrong.refused) : null,
    }
    return sendOnce(c, parts, <PostPage at={at} own={own} {...told} blog={blog || null} />, wrong ? 422 : 200)
  }
}
