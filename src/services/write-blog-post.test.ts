import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import { type Blog, openBlog } from '../../test/wordpress.ts'
import type { BlogAct } from '../domain/blog-post.ts'
import { changeBlogPost, findBlogPost, readBlogSecret } from '../storage/blog-posts.ts'
import { listJobs } from '../storage/jobs.ts'
import type { Store } from '../storage/store.ts'
import { addEntries } from './add-entries.ts'
import { connectBlog, disconnectBlog, settleBlog } from './keep-blog.ts'
import { writeBlogPost } from './write-blog-post.ts'

const minute = 60_000
const clock = { now: Date.parse('2020-12-17T10:00Z') }
const by = 'Anna'

describe.each(stores)('a post of a blog in $name', ({ empty }) => {
  let store: Store
  let blog: Blog
  let edition: string

  beforeEach(async () => {
    store = await empty()
    edition = (await anEdition(store)).id
    blog = await openBlog(() => clock.now)
    await add('Webinar on maps')
  })

  const add = (title: string) =>
    addEntries(store, edition, [{ content: content({ title }), state: 'published' }], { by, at: clock.now })
  const wish = (more = {}) => ({
    site: `${blog.address}/`,
    user: 'robin',
    secret: 'abcd efgh',
    zones: ['Asia/Manila'],
    post: null,
    ...more,
  })
  const connect = (more = {}) =>
    connectBlog(store, edition, wish(more), { who: { id: null, name: by }, at: clock.now, fetch: blog.fetch })
  const write = (signal?: AbortSignal) =>
    writeBlogPost(store, edition, {
      fetch: blog.fetch,
      now: () => clock.now,
      baseUrl: 'https://days.example',
      ...(signal && { signal }),
    })
  const settle = (act: BlogAct) => settleBlog(store, edition, act, { at: clock.now })
  const state = async () => (await findBlogPost(store.db, edition))!
  const there = (id = 1) => blog.posts.get(id)!
  const waiting = async () =>
    (await listJobs(store.db, 'waiting', 9)).filter(({ kind }) => kind === 'write-blog-post')
  const written = () => blog.asked.filter(({ method }) => method === 'POST')

  test('is made as a draft, once, and written again when the edition changes', async () => {
    await connect()
    expect(await waiting()).toMatchObject([{ dueAt: clock.now }])
    await write()
    expect(there()).toMatchObject({ title: 'Migrants Day 2020', status: 'draft' })
    expect(there().content).toContain('>Webinar on maps</a></h3>')
    expect(there().content).toContain('Manila')
    expect(await state()).toMatchObject({ state: 'active', post: 1, url: `${blog.address}/?p=1`, why: null })

    await write()
    expect(written()).toHaveLength(1)
    await add('Vigil')
    await write()
    expect(written().map(({ path }) => path)).toEqual(['/wp/v2/posts', '/wp/v2/posts/1'])
    expect(there().content).toContain('>Vigil</a></h3>')
    expect(blog.posts.size).toBe(1)
  })

  test('is due a minute after the first of several changes, not while it is paused', async () => {
    await connect()
    await store.db.deleteFrom('jobs').execute()
    await add('One')
    clock.now += minute / 2
    await add('Two')
    expect(await waiting()).toMatchObject([{ dueAt: clock.now + minute / 2, data: { edition } }])
    await store.db.deleteFrom('jobs').execute()
    await settle('pause')
    await add('Three')
    expect(await waiting()).toEqual([])
    await write()
    expect(written()).toEqual([])
    await settle('go-on')
    expect(await waiting()).toMatchObject([{ dueAt: clock.now }])
  })

  test('keeps what is written around our part over there, in a post that was there before', async () => {
    blog.posts.set(7, { id: 7, title: 'My round-up', content: '<p>Dear readers</p>', status: 'publish' })
    await connect({ post: 7 })
    await write()
    blog.posts.set(7, { ...there(7), content: `${there(7).content}\n<p>Yours, Anna</p>` })
    await add('Vigil')
    await write()
    expect(there(7)).toMatchObject({ title: 'My round-up', status: 'publish' })
    expect(there(7).content).toMatch(/^<p>Dear readers<\/p>[\s\S]*Vigil[\s\S]*<p>Yours, Anna<\/p>$/)
  })

  test('is not written over what somebody edited there, until a curator says so', async () => {
    await connect()
    await write()
    const edited = there().content.replace('Webinar on maps', 'Webinar on charts')
    blog.posts.set(1, { ...there(), content: edited })
    await add('Vigil')
    await write()
    expect(there().content).toBe(edited)
    expect(await state()).toMatchObject({ state: 'asks', why: 'edited' })
    expect((await state()).theirs).toContain('Webinar on charts')
    await write()
    expect(there().content).toBe(edited)

    await settle('write-over')
    blog.posts.set(1, { ...there(), content: edited.replace('charts', 'globes') })
    await write()
    expect((await state()).theirs).toContain('globes')
    await settle('write-over')
    await write()
    expect(there().content).toMatch(/Webinar on maps[\s\S]*Vigil/)
    expect(await state()).toMatchObject({ state: 'active', why: null, theirs: null })
  })

  test('asks where our part was taken out, and whether to make a new one where the post is gone', async () => {
    await connect()
    await write()
    blog.posts.set(1, { ...there(), content: '<p>Only mine</p>' })
    await write()
    expect(await state()).toMatchObject({ state: 'asks', why: 'taken-out', theirs: null })
    await settle('put-back')
    await write()
    expect(there().content).toMatch(/^<p>Only mine<\/p>[\s\S]*Webinar on maps/)

    for (const gone of [() => blog.posts.set(1, { ...there(), status: 'trash' }), () => blog.posts.clear()]) {
      gone()
      await write()
      expect(await state()).toMatchObject({ why: 'post-gone' })
    }
    await settle('put-back')
    await write()
    expect(there()).toMatchObject({ status: 'draft' })
  })

  test('is known by its mark where the process ended before it was noted, and by what was being sent', async () => {
    await connect()
    await write()
    const before = await state()
    await changeBlogPost(
      store.db,
      edition,
      { post: null, url: null, kept: null, sending: before.kept },
      clock.now,
    )
    await add('Vigil')
    await write()
    expect(blog.posts.size).toBe(1)
    expect(await state()).toMatchObject({ post: 1, why: null })

    const kept = (await state()).kept
    await changeBlogPost(store.db, edition, { kept: 'of before', sending: kept }, clock.now)
    await add('Concert')
    await write()
    expect(there().content).toContain('Concert')
  })

  test('is no edit where the blog itself changes what it is sent', async () => {
    blog.saves = text =>
      text
        .replaceAll('<br>', '<br />')
        .replace(/<a href="https:\/\/days[^>]*>/g, '')
        .trim()
    await connect()
    await write()
    await add('Vigil')
    await write()
    expect(await state()).toMatchObject({ state: 'active', why: null })
    expect(there().content).toContain('Vigil')
  })

  test('is tried again later and later where nobody answers, and not where a curator has to help', async () => {
    await connect()
    await store.db.deleteFrom('jobs').execute()
    blog.failing = 500
    await write()
    await write()
    expect(await state()).toMatchObject({ state: 'active', why: 'unreachable', failures: 2 })
    expect(await waiting()).toMatchObject([{ dueAt: clock.now + 10 * minute }])
    await store.db.deleteFrom('jobs').execute()
    blog.failing = null
    blog.password = 'another'
    await write()
    expect(await state()).toMatchObject({ why: 'log-in' })
    expect(await waiting()).toEqual([])
    await connect({ secret: 'another' })
    await write()
    expect(await state()).toMatchObject({ why: null, failures: 0 })
  })

  test('has a password that is sealed, in no row that is read back, and gone with a restored backup', async () => {
    await connect()
    const sealed = await readBlogSecret(store.db, edition)
    expect(JSON.stringify([sealed, await state()])).not.toMatch(/abcd|efgh/)
    await store.db.deleteFrom('blog_secrets').execute()
    await write()
    expect(await state()).toMatchObject({ why: 'no-secret' })
    await disconnectBlog(store, edition, { who: { id: null, name: by }, at: clock.now })
    expect(await findBlogPost(store.db, edition)).toBeNull()
  })

  test('is connected only where WordPress knows whoever asks', async () => {
    await expect(connect({ secret: 'wrong' })).rejects.toMatchObject({ key: 'blog-log-in' })
    await expect(connect({ site: 'blog' })).rejects.toMatchObject({ key: 'blog-address' })
    await expect(connect({ site: 'http://blog.example.org' })).rejects.toMatchObject({ key: 'blog-insecure' })
    blog.failing = 404
    await expect(connect()).rejects.toMatchObject({ key: 'blog-not-found' })
    blog.failing = null
    blog.isPlain = true
    await connect()
    expect((await state()).api).toBe(`${blog.address}/?rest_route=/wp/v2`)
    await write()
    expect(there().content).toContain('Webinar')
  })
})
