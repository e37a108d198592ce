import type { BlogAct, BlogPost } from '../domain/blog-post.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Failure } from '../outside/failure.ts'
import type { Fetch } from '../outside/fetch.ts'
import { apisOf, wordpressAt } from '../outside/wordpress.ts'
import { type Actor, recordAudit } from '../storage/audit.ts'
import {
  changeBlogPost,
  deleteBlogPost,
  findBlogPost,
  insertBlogPost,
  queueBlogPostAt,
  writeBlogSecret,
} from '../storage/blog-posts.ts'
import type { Store } from '../storage/store.ts'
import { inEdition } from './in-edition.ts'
import { digestOf, sealSecret } from './write-blog-post.ts'

/** `user`: empty for WordPress.com; `post`: the number of one that is there already, null for a new one. */
export type BlogWish = { site: string; user: string; secret: string; zones: string[]; post: number | null }

/** `who` does it: the audit tells of each blog that was given a password of, or lost it. */
type Act = { who: Actor; at: number }

/**
 * Connects an edition with a post of a blog, once WordPress has said that it knows whoever asks. It is written soon
 * after.
 *
 * @throws Refusal when the address will not do, nobody answers as WordPress, or it does not take the password
 */
export async function connectBlog(
  store: Store,
  editionId: string,
  wish: BlogWish,
  means: Act & { fetch: Fetch },
): Promise<void> {
  const { site, api, user } = await findBlog(wish, means.fetch)
  await inEdition(store, editionId, async db => {
    const fresh = {
      url: null,
      state: 'active',
      kept: null,
      sending: null,
      theirs: null,
      sentAt: null,
    } as const
    const { zones, post } = wish
    const row: BlogPost = {
      ...fresh,
      editionId,
      site,
      api,
      user,
      zones,
      post,
      failures: 0,
      why: null,
      by: means.who.name,
    }
    await insertBlogPost(db, row, means.at)
    await writeBlogSecret(db, editionId, await sealSecret(db, editionId, wish.secret))
    await queueBlogPostAt(db, editionId, means.at)
    await recordAudit(db, { at: means.at, who: means.who, act: 'blog-connected', subject: site })
  })
}

/** Forgets the blog and its password. What stands over there stays. */
export async function disconnectBlog(store: Store, editionId: string, { who, at }: Act): Promise<void> {
  await inEdition(store, editionId, async db => {
    const post = await findBlogPost(db, editionId)
    if (!post) return
    await deleteBlogPost(db, editionId)
    await recordAudit(db, { at, who, act: 'blog-disconnected', subject: post.site })
  })
}

export async function settleBlog(
  store: Store,
  editionId: string,
  act: BlogAct,
  { at }: Pick<Act, 'at'>,
): Promise<void> {
  await inEdition(store, editionId, async db => {
    const post = await findBlogPost(db, editionId)
    if (!post) return
    if (act === 'pause') return changeBlogPost(db, editionId, { state: 'paused' }, at)
    const goOn = { state: 'active', why: null, theirs: null, failures: 0 } as const
    const isGone = post.why === 'post-gone'
    if (act === 'write-over')
      await changeBlogPost(
        db,
        editionId,
        { ...goOn, kept: post.theirs === null ? post.kept : digestOf(post.theirs) },
        at,
      )
    else if (act === 'put-back')
      await changeBlogPost(
        db,
        editionId,
        { ...goOn, kept: null, ...(isGone && { post: null, url: null }) },
        at,
      )
    else await changeBlogPost(db, editionId, goOn, at)
    await queueBlogPostAt(db, editionId, at)
  })
}

async function findBlog({ site: told, user: name, secret }: BlogWish, fetch: Fetch) {
  const url = URL.parse(/^https?:\/\//i.test(told) ? told : `https://${told}`)
  if (!url?.hostname.includes('.'))
    throw new Refusal('blog-address', {}, `“${told}” is no address of a blog.`)
  // A password is not sent where everybody on the way can read it, except to this very machine.
  if (url.protocol !== 'https:' && url.hostname !== '127.0.0.1')
    throw new Refusal('blog-insecure', {}, 'A password is sent to addresses with https alone.')
  const site = `${url.origin}${url.pathname.replace(/\/(?:wp-admin.*|wp-login\.php)?$/, '')}`
  const user = name === '' ? null : name
  let failure: Failure | null = null
  for (const api of apisOf(site, user === null)) {
    const known = await wordpressAt(fetch, { api, user, secret }).knowsMe()
    if (known.ok) return { site, api, user }
    failure = known
    if (known.code === 'log-in') break
  }
  if (failure?.code === 'log-in')
    throw new Refusal('blog-log-in', {}, 'WordPress does not take this user name and password.')
  throw new Refusal(
    'blog-not-found',
    { why: failure?.says ?? '' },
    `No WordPress answers there. ${failure?.says}`,
  )
}
