import { beforeEach, describe, expect, test } from 'vitest'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'
import { openBlog } from '../../../test/wordpress.ts'
import { writeBlogPost } from '../../services/write-blog-post.ts'
import { findBlogPost } from '../../storage/blog-posts.ts'
import { findEdition } from '../../storage/editions.ts'

const origin = 'http://localhost:1812'

describe('the page of the post', () => {
  let site: TestSite
  let owner: SignedIn

  beforeEach(async () => {
    site = await openSite('2020-12-17T12:00:00Z')
    owner = await signedIn(site, 'owner')
    const edition = { series: 'migrants-day', edition: '2020', date: '2020-12-18', zone: 'Europe/Berlin' }
    await addProgramme(site, edition, [
      { kind: 'event', title: 'Webinar <b>', start: '2020-12-18T14:00:00+01:00[Europe/Berlin]' },
      { kind: 'statement', title: 'Joint statement', url: 'https://ngo.example/statement' },
    ])
  })

  const get = async (query = '', headers: Record<string, string> = owner.headers) => {
    const answer = await site.app.request(`${origin}/desk/migrants-day/2020/post${query}`, { headers })
    return { status: answer.status, html: await answer.text() }
  }
  const fieldOf = (html: string) => /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? ''

  test('holds what is to be copied, in UTC and at home, and a look at it', async () => {
    const { status, html } = await get()
    expect(status).toBe(200)
    expect(fieldOf(html)).toContain(
      '&lt;h3&gt;&lt;a href=&quot;http://localhost:1812/migrants-day/2020/webinar-b&quot;&gt;',
    )
    expect(fieldOf(html)).toContain('13:00 UTC&lt;br&gt;')
    expect(fieldOf(html)).toContain('Berlin 14:00')
    expect(html).toContain('>Joint statement</a> (ngo.example)')
  })

  test('is written anew in Markdown and other zones, and names what is no zone', async () => {
    const { html } = await get('?format=markdown&zones=asia/manila,+Middle+Earth')
    expect(fieldOf(html)).toContain('- [Joint statement](https://ngo.example/statement) (ngo.example)')
    expect(fieldOf(html)).toContain('Manila 21:00')
    expect(fieldOf(html)).not.toContain('Berlin')
    expect(html).toContain('There is no such zone: Middle Earth')
    expect(html).toContain('value="Asia/Manila"')
  })

  test('is for those who may write the edition', async () => {
    expect((await get('', {})).status).toBe(303)
    const other = await signedIn(site, null)
    expect((await get('', other.headers)).status).toBe(403)
  })

  test('connects a blog, tells how it stands there, and never shows the password', async () => {
    const blog = await openBlog(() => site.clock.now)
    site = await openSite('2020-12-17T12:00:00Z', site.store, blog.fetch)
    const send = async (path: string, fields: Record<string, string>, who = owner) => {
      const body = new URLSearchParams(fields)
      const answer = await site.app.request(`${origin}/desk/migrants-day/2020/post/blog${path}`, {
        method: 'POST',
        headers: who.headers,
        body,
      })
      return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
    }
    const told = { site: blog.address, user: 'robin', secret: 'no such', zones: 'Asia/Manila', post: '' }
    const refused = await send('', told)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('WordPress does not take this user name and password.')
    expect(refused.html).toContain('value="robin"')
    expect(refused.html).not.toContain('no such')
    expect((await send('', { ...told, zones: 'Nowhere/Land' })).status).toBe(422)

    expect(await send('', { ...told, secret: 'abcd efgh' })).toMatchObject({
      status: 303,
      to: '/desk/migrants-day/2020/post',
    })
    expect((await get()).html).toContain('Not written there yet')
    const edition = (await findEdition(site.store.db, 'migrants-day', '2020'))!
    const write = () =>
      writeBlogPost(site.store, edition.id, {
        fetch: blog.fetch,
        now: () => site.clock.now,
        baseUrl: origin,
      })
    await write()
    expect((await get()).html).toMatch(/Kept up to date:[\s\S]*It stands there as it was here on/)

    blog.posts.set(1, { ...blog.posts.get(1)!, content: blog.posts.get(1)!.content.replace('Joint', 'My') })
    await write()
    const { html } = await get()
    expect(html).toContain('Somebody has changed the programme within the post over there.')
    expect(html).toContain('My statement')
    expect(html).not.toMatch(/abcd|efgh/)
    const desk = await site.app.request(`${origin}/desk/migrants-day/2020`, { headers: owner.headers })
    expect(await desk.text()).toContain('Somebody has changed the programme within the post over there.')
    expect((await send('/write-over', {})).status).toBe(303)
    expect((await send('/no-such-act', {})).status).toBe(404)
    await write()
    expect(blog.posts.get(1)!.content).toContain('Joint statement')
    await send('/pause', {})
    expect((await get()).html).toContain('Paused:')
    await send('', { _method: 'delete' })
    expect(await findBlogPost(site.store.db, edition.id)).toBeNull()

    const contributor = await signedIn(site, 'contributor')
    expect((await get('', contributor.headers)).html).not.toContain('Application password')
    expect((await send('', told, contributor)).status).toBe(403)
  })
})
