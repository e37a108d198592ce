import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { bringBack, openWith, told } from '../../../test/coming-in.ts'
import { aComment } from '../../../test/comments.ts'
import { anEdition } from '../../../test/entries.ts'
import { openPages, type PagesSite } from '../../../test/pages-site.ts'
import { bomb, drawing } from '../../../test/pictures.ts'
import { json, openOAuth } from '../../../test/providing.ts'
import type { TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { visiting } from '../../../test/visiting.ts'
import { visit } from '../../../test/visitor.ts'
import type { CommentedOn } from '../../domain/comment.ts'
import { touchBlog } from '../../storage/blog.ts'
import { cleanUp } from '../clean-up.ts'
import { deleteOwnComment } from '../comments/delete-own-comment.ts'
import { mailKeyOf, secretOfTakingPart } from '../taking-part/keys.ts'
import { removeVisitor } from '../visitors/remove-visitor.ts'
import { fetchFaces } from './fetch-faces.ts'
import { keepFace } from './keep-face.ts'

const day = 86_400_000
const hash = (mail: string) => createHash('sha256').update(mail).digest('hex')
const pathOf = (mail: string) => `/avatar/${hash(mail)}?s=192&d=404&r=g`

describe.each(stores)('faces in $name', ({ empty }) => {
  let site: TestSite
  let world: PagesSite
  let on: CommentedOn
  beforeEach(async () => {
    site = await openWith({}, [], await empty())
    world = await openPages({}, () => site.clock.now)
    on = { editionId: (await anEdition(site.store)).id }
  })
  const look = (faces = { told: true, server: `${world.address}/avatar/` as string | null }) =>
    fetchFaces(site.store, { faces, read: world.fetch, now: () => site.clock.now })
  const asked = () => world.site.asked.map(request => request.split(' ', 2)[1])
  const say = async (
    mail: string,
    more: Parameters<typeof aComment>[1] extends infer T ? Partial<T> : never = {},
  ) => {
    const at = site.clock.now
    const key = mailKeyOf(await secretOfTakingPart(site.store.db), mail.trim())
    const id = await aComment(site.store.db, { on, state: 'approved', mailKey: key, at, ...more })
    await site.store.db.updateTable('comments').set({ mail }).where('id', '=', id).execute()
    await touchBlog(site.store.db)
    return id
  }
  const pictureOf = async (id: string) =>
    (
      await site.store.db
        .selectFrom('comments')
        .where('id', '=', id)
        .select('picture_id')
        .executeTakeFirstOrThrow()
    ).picture_id
  const pictures = () => site.store.db.selectFrom('pictures').select(['id', 'width', 'height']).execute()
  const png = () => drawing(400, 300).png().toBuffer()

  test('whoever comments and is known there is shown so, small, and nobody learns by which address', async () => {
    world.pages[pathOf('amina@example.org')] = { body: await png(), type: 'image/png' }
    const [first, second] = [await say(' Amina@Example.org '), await say('ben@example.org')]
    const held = await say('cora@example.org', { state: 'pending' })
    await look()
    expect(asked().toSorted()).toEqual([pathOf('amina@example.org'), pathOf('ben@example.org')].toSorted())
    expect([await pictureOf(second), await pictureOf(held)]).toEqual([null, null])
    const id = await pictureOf(first)
    expect(await pictures()).toEqual([{ id, width: 192, height: 192 }])
    const page = await (await site.app.request('/migrants-day/2020')).text()
    expect(page).toContain(`<img class="face" src="/pictures/${id}.webp?w=96" alt=""`)
    for (const secret of ['amina@', 'Amina@', hash('amina@example.org'), 'gravatar'])
      expect([secret, page.includes(secret)]).toEqual([secret, false])
    const image = await (await site.app.request(`/pictures/${id}.webp`)).arrayBuffer()
    expect(await sharp(image).metadata()).toMatchObject({ format: 'webp', width: 192, height: 192 })
    // What they say next has it at once.
    const body = { edition: Object.values(on)[0]!, name: 'A', mail: 'amina@example.org', text: 'Hi' }
    await visit(site).post('/comments', body)
    const next = await site.store.db
      .selectFrom('comments')
      .where('text', '=', 'Hi')
      .select('picture_id')
      .execute()
    expect(next).toEqual([{ picture_id: id }])
  })

  test('nobody is asked where the host does not allow it, nor again within thirty days, nor who is silent', async () => {
    await say('amina@example.org')
    await look({ told: true, server: null })
    expect(asked()).toEqual([])
    await look()
    await look()
    expect(asked()).toHaveLength(1)
    site.clock.now += 20 * day
    const later = await say('amina@example.org')
    await look()
    site.clock.now += 10 * day + 1
    world.pages[pathOf('amina@example.org')] = { body: await png(), type: 'image/png' }
    await look()
    expect(asked()).toHaveLength(2)
    expect(await pictureOf(later)).not.toBeNull()
    site.clock.now += 31 * day
    await look()
    expect(asked()).toHaveLength(2)
  })

  test('what is no picture, too large, sent on inside, or not told just now leaves the drawn one', async () => {
    const { pages, address } = world
    const answers: [string, (typeof pages)[string]][] = [
      ['page', '<!doctype html><title>Default</title>'],
      ['drawing', { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/svg+xml' }],
      ['bomb', { body: bomb(20_000, 20_000), type: 'image/png' }],
      ['big', { body: new Uint8Array(2_100_000), type: 'image/jpeg' }],
      ['away', { body: '', status: 500 }],
      ['inside', { body: '', status: 302, headers: { location: 'http://169.254.169.254/latest' } }],
    ]
    for (const [name, answer] of answers) {
      pages[pathOf(`${name}@example.org`)] = answer
      await say(`${name}@example.org`)
    }
    // As its own pictures are handed over: from another host of theirs.
    pages['/i0/moved.jpg'] = { body: await drawing(30, 60).jpeg().toBuffer(), type: 'image/jpeg' }
    pages[pathOf('moved@example.org')] = {
      body: '',
      status: 302,
      headers: { location: `${address}/i0/moved.jpg` },
    }
    const moved = await say('moved@example.org')
    await look()
    expect((await pictures()).map(({ id }) => id)).toEqual([await pictureOf(moved)])
    const before = asked().length
    // Who wants to be left alone is, and the others are asked for later.
    const two = ['busy', 'late'].map(name => `${name}@example.org`)
    for (const mail of two) {
      pages[pathOf(mail)] = { body: '', status: 429, headers: { 'retry-after': '60' } }
      await say(mail)
    }
    await look()
    expect(asked().slice(before)).toHaveLength(1)
    site.clock.now += 61_000
    await look()
    expect(asked().slice(before).toSorted()).toEqual(two.map(pathOf).toSorted())
  })

  test('a picture goes with who it is of: taken back, removed, forgotten', async () => {
    const body = await png()
    for (const mail of ['amina@example.org', 'ben@example.org'])
      world.pages[pathOf(mail)] = { body, type: 'image/png' }
    const own = await say('amina@example.org', { editKey: 'of amina' })
    const bens = await say('ben@example.org')
    await look()
    // The same picture is each one's own; who went while it was fetched leaves none.
    await keepFace(site.store, { visitorId: 'gone' }, body, site.clock.now)
    expect(await pictures()).toHaveLength(2)
    const owner = { editKey: 'of amina', visitorId: null, accountId: null }
    expect(await deleteOwnComment(site.store, own, owner, site.clock.now)).toBe(true)
    expect(await pictures()).toEqual([expect.objectContaining({ id: await pictureOf(bens) })])
    site.clock.now += 401 * day
    await cleanUp(site.store, site.clock.now)
    expect([await pictures(), await pictureOf(bens)]).toEqual([[], null])
    expect(await site.store.db.selectFrom('faces').selectAll().execute()).toEqual([])
  })

  test('a visitor has the picture their provider tells, fetched later, in their file, gone with them', async () => {
    world.pages['/me.png'] = { body: await png(), type: 'image/png' }
    let picture: string | null = `${world.address}/me.png`
    const github = await openOAuth({
      ...{ authorize: '/login/oauth/authorize', token: '/login/oauth/access_token' },
      ...{ client: { id: 'daylong', secret: 'a-secret' }, secretBy: 'post', pkce: 'asked' },
      says: () => json({ id: 1, login: 'octocat', name: 'Octo', avatar_url: picture }),
    })
    site = await openWith({ SIGN_IN_GITHUB: told(github) }, [github], site.store)
    const robin = visit(site)
    const signIn = async () => robin.get(await bringBack(robin, 'github'))
    await signIn()
    expect(asked()).toEqual([])
    expect(
      await site.store.db.selectFrom('jobs').where('kind', '=', 'fetch-faces').select('state').execute(),
    ).toEqual([{ state: 'waiting' }])
    await look()
    await signIn()
    await look()
    expect(asked()).toEqual(['/me.png'])
    const [{ id = '' } = {}] = await pictures()
    expect((await robin.get('/you')).page).toContain(`/pictures/${id}.webp`)
    const file = JSON.parse((await robin.get('/you/data')).page)
    expect(file.pictures).toEqual([
      {
        from: `${world.address}/me.png`,
        asked: new Date(site.clock.now).toISOString(),
        image: expect.stringMatching(/^data:image\/webp;base64,UklGR/),
      },
    ])
    // No picture any more there: none here.
    picture = null
    await signIn()
    expect([await pictures(), (await robin.get('/you')).page.includes('/pictures/')]).toEqual([[], false])
    picture = `${world.address}/me.png`
    await signIn()
    await look()
    expect(await pictures()).toHaveLength(1)
    await robin.post('/you/removal', { said: 'goes' })
    expect(await pictures()).toEqual([])
  })

  test('who came in by a mailbox takes all of it along, and nothing is left', async () => {
    const { visitor } = await visiting(site, { mail: 'vera@example.org', pictureId: null })
    world.pages[pathOf('vera@example.org')] = { body: await png(), type: 'image/png' }
    const id = await say('nobody@example.org')
    await site.store.db
      .updateTable('comments')
      .set({ visitor_id: visitor.id, mail: null, mail_key: null })
      .where('id', '=', id)
      .execute()
    await look()
    expect(asked()).toEqual([pathOf('vera@example.org')])
    expect(await pictureOf(id)).not.toBeNull()
    await removeVisitor(site.store, visitor, { keepsWords: true, at: site.clock.now })
    expect([await pictures(), await pictureOf(id)]).toEqual([[], null])
  })
})

test('the page on privacy tells of it only where it is so', async () => {
  const pageOf = async (environment: Record<string, string>) =>
    (await (await openWith(environment)).app.request('/privacy')).text()
  expect(await pageOf({})).not.toMatch(/gravatar|picture is copied/i)
  const by = { SIGN_IN_GITHUB: 'a:b' }
  expect(await pageOf(by)).toContain('picture is copied here')
  expect(await pageOf({ ...by, DAYLONG_FACES: 'drawn' })).not.toContain('picture is copied here')
  const page = await pageOf({ DAYLONG_FACES: 'gravatar' })
  expect(page).toMatch(/\u2068gravatar\.com\u2069: for the picture of whoever comments[^<]*every 30 days/)
})
