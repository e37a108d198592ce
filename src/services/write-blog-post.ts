import { hash } from 'node:crypto'
import {
  type BlogPost,
  type BlogTrouble,
  blogRetryMs,
  likenessOf,
  markOf,
  ownPart,
  withOwnPart,
} from '../domain/blog-post.ts'
import { sayInProgramme, textsOf } from '../domain/figure/say-in-programme.ts'
import { localeOfPost, writePost } from '../outlet/post/write-post.ts'
import type { Failure } from '../outside/failure.ts'
import type { Fetch } from '../outside/fetch.ts'
import { type TheirPost, type WordPress, wordpressAt } from '../outside/wordpress.ts'
import { changeBlogPost, findBlogPost, queueBlogPostAt, readBlogSecret } from '../storage/blog-posts.ts'
import { findEditionById } from '../storage/editions.ts'
import { readNamedFigures } from '../storage/named-figures.ts'
import { readProgramme } from '../storage/programmes.ts'
import { findSeriesById } from '../storage/series.ts'
import type { Store } from '../storage/store.ts'
import { seal, unseal } from './seal.ts'

export type WritingMeans = { fetch: Fetch; now: () => number; signal?: AbortSignal; baseUrl: string }

/**
 * Writes an edition into its post over there, where that says something else. What stands around our part stays as it
 * is; where our part was edited, nothing is written and the curator is asked. Done twice it comes to the same: what was
 * about to be written is kept first, and a post that was made and not noted is found by its mark. Where nobody answers,
 * it is tried again later and later.
 *
 * WordPress cannot be told to write only if nothing has changed: who saves the same post over there within the second
 * between our reading and our writing is overwritten, and finds what they wrote among its revisions.
 */
export async function writeBlogPost(store: Store, editionId: string, means: WritingMeans): Promise<void> {
  const { db } = store
  const post = await findBlogPost(db, editionId)
  if (post?.state !== 'active') return
  const written = await textOf(store, post, means)
  if (!written) return
  const sealed = await readBlogSecret(db, editionId)
  const secret = sealed && (await unseal(db, sealed, purposeOf(editionId)))
  if (!secret) return keepTrouble(store, post, 'no-secret', means)
  const there = wordpressAt(means.fetch, { ...post, secret }, means.signal)

  const found = post.post === null ? await there.find(markOf(editionId)) : await there.read(post.post)
  if (!found.ok) return keepFailure(store, post, found, means)
  if (found.post?.isInTrash) return keepTrouble(store, post, 'post-gone', means)
  const part = found.post && ownPart(found.post.content, editionId)
  const wish = digestOf(written.text)
  if (part !== null && digestOf(part) === wish) return keepWritten(store, post, found.post!, means)
  const trouble = troubleWith(post, part)
  if (trouble) return keepAsking(store, post, { trouble, theirs: part ?? null }, means)

  await changeBlogPost(db, editionId, { sending: wish }, means.now())
  means.signal?.throwIfAborted()
  const sent = await send(there, found.post, editionId, written)
  if (!sent.ok) return keepFailure(store, post, sent, means)
  await keepWritten(store, post, sent.post, means)
}

/** Keeps the password, or token, that opens a blog. */
export async function sealSecret(db: Store['db'], editionId: string, secret: string): Promise<string> {
  return seal(db, secret, purposeOf(editionId))
}

function purposeOf(editionId: string): string {
  return `blog ${editionId}`
}

/** Null as long as readers see nothing of the edition. */
async function textOf(
  store: Store,
  post: BlogPost,
  { baseUrl, now }: WritingMeans,
): Promise<{ title: string; text: string } | null> {
  const edition = await findEditionById(store.db, post.editionId)
  const series = edition && (await findSeriesById(store.db, edition.seriesId))
  const programme = series && (await readProgramme(store, series.slug, edition.slug))
  if (!programme || programme.edition.state === 'draft') return null
  const { endsOn } = programme.edition
  const figures = await readNamedFigures(store, textsOf(programme), { at: now(), of: endsOn })
  const said = sayInProgramme(programme, figures, localeOfPost(programme))
  return await writePost(said, { format: 'html', zones: post.zones, baseUrl, heading: false })
}

/** Null where what stands there was written by us, or nothing of ours ever was. */
function troubleWith({ kept, sending }: BlogPost, part: string | null): 'edited' | 'taken-out' | null {
  if (part === null) return kept === null ? null : 'taken-out'
  const digest = digestOf(part)
  return digest === kept || digest === sending ? null : 'edited'
}

function send(
  there: WordPress,
  post: TheirPost | null,
  editionId: string,
  { title, text }: { title: string; text: string },
) {
  const content = withOwnPart(post?.content ?? '', editionId, text)
  return post ? there.write(post.id, content) : there.make(title, content)
}

/** @param theirs as WordPress has it now: it may have taken something out of what was sent */
async function keepWritten(
  store: Store,
  post: BlogPost,
  theirs: TheirPost,
  { now }: WritingMeans,
): Promise<void> {
  const part = ownPart(theirs.content, post.editionId)
  const kept = part === null ? null : digestOf(part)
  const settled = { kept, sending: null, theirs: null, why: null, failures: 0, sentAt: now() }
  await changeBlogPost(
    store.db,
    post.editionId,
    { ...settled, post: theirs.id, url: theirs.url || null },
    now(),
  )
}

async function keepAsking(
  store: Store,
  post: BlogPost,
  { trouble, theirs }: { trouble: 'edited' | 'taken-out'; theirs: string | null },
  { now }: WritingMeans,
): Promise<void> {
  await changeBlogPost(store.db, post.editionId, { state: 'asks', why: trouble, theirs }, now())
}

function keepFailure(store: Store, post: BlogPost, failure: Failure, means: WritingMeans): Promise<void> {
  means.signal?.throwIfAborted()
  if (failure.code === 'log-in') return keepTrouble(store, post, 'log-in', means)
  const isGone = failure.code === 'not-found' || failure.code === 'gone'
  return isGone
    ? keepTrouble(store, post, 'post-gone', means)
    : keepTrouble(store, post, 'unreachable', means)
}

/** What a curator has to mend is not tried again by itself, until something changes here or they say so. */
async function keepTrouble(
  store: Store,
  post: BlogPost,
  why: BlogTrouble,
  { now }: WritingMeans,
): Promise<void> {
  await store.db.transaction().execute(async db => {
    const failures = post.failures + 1
    await changeBlogPost(db, post.editionId, { why, failures }, now())
    if (why === 'unreachable') await queueBlogPostAt(db, post.editionId, now() + blogRetryMs(failures))
  })
}

export function digestOf(html: string): string {
  return hash('sha256', likenessOf(html), 'base64url')
}
