import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { finding } from '../../../test/builders.ts'
import { cookieOf, type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'

let site: TestSite
let editor: SignedIn
const edition = '/migrants-day/2020'
const entry = '/migrants-day/2020/listening'

beforeEach(async () => {
  site = await openSite('2020-12-18T12:00:00Z')
  onTestFinished(site.close)
  await addProgramme(
    site,
    { series: 'migrants-day', edition: '2020', date: '2020-12-18', zone: 'Europe/Berlin' },
    [finding({ title: 'Listening', start: '2020-12-18T15:00' })],
  )
  editor = await signedIn(site, 'editor')
})

const origin = 'http://localhost:1812'
const get = (path: string, headers: Record<string, string> = {}) => site.app.request(path, { headers })
const page = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).text()
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  site.app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin, ...headers },
  })

const guest = { name: 'Amina', mail: 'amina@example.org', url: 'amina.example' }

/** The form below the entry, as it was served. */
async function formOf(path: string, headers: Record<string, string> = {}): Promise<Record<string, string>> {
  const html = await page(path, headers)
  const fields = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  return { ...Object.fromEntries(fields.map(([, name, value]) => [name, value])), ...guest }
}

async function newPath(of = entry): Promise<string> {
  return /href="(\/comments\/new\?[^"]+)"/.exec(await page(of))![1]!
}

/** Said by a guest; where it leads, and their cookie. */
async function say(text: string, more: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const form = await formOf(await newPath())
  const answer = await post('/comments', { ...form, text, ...more }, headers)
  const place = answer.headers.get('location') ?? ''
  return { answer, place, id: place.split('/')[2]!, cookie: cookieOf(answer.headers.getSetCookie()) }
}

const approve = async (id: string) => {
  await site.store.db.updateTable('comments').set({ state: 'approved' }).where('id', '=', id).execute()
  const { touchBlog } = await import('../../storage/blog.ts')
  await touchBlog(site.store.db)
  site.clock.now += 1000
}

describe('a guest', () => {
  test('says something that waits, seen by them alone, changes it and takes it back', async () => {
    const before = await get(entry)
    expect(before.headers.getSetCookie()).toEqual([])
    const { answer, place, id, cookie } = await say('I shall listen from Nairobi.')
    expect(answer.status).toBe(303)
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^said=[\w-]{43}; Max-Age=2592000; Path=\/comments; HttpOnly; SameSite=Lax$/),
    ])
    expect(await page(place, { cookie })).toMatch(/waits for approval[\s\S]*I shall listen from Nairobi\./)
    for (const path of [entry, `/comments/${id}`, place]) expect(await page(path)).not.toContain('Nairobi')
    expect((await get(place)).status).toBe(404)
    expect((await get(`/comments/${id}`)).status).toBe(404)
    expect((await get(`/comments/${id}`, { cookie })).headers.get('location')).toBe(place)
    const changed = await post(place, { text: 'I listen.', language: 'sw' }, { cookie })
    expect(changed.status).toBe(303)
    expect(await page(place, { cookie })).toContain('I listen.')
    await approve(id)
    expect(await page(entry)).toMatch(/<div class="words" dir="auto" lang="sw"><p>I listen\.<\/p>/)
    expect((await get(`/comments/${id}`)).headers.get('location')).toBe(`${entry}#comment-${id}`)
    expect((await post(`/comments/${id}/removal`, {})).status).toBe(404)
    const taken = await post(`/comments/${id}/removal`, {}, { cookie })
    expect(await taken.text()).toContain('Your comment is taken back')
    site.clock.now += 1000
    expect(await page(entry)).not.toContain('I listen.')
  })

  test('does not change one again and again without end', async () => {
    const { place, cookie } = await say('Words.')
    const changed = []
    for (let each = 0; each < 11; each++)
      changed.push(await post(place, { text: `Words ${each}.`, language: 'en' }, { cookie }))
    expect(changed.map(({ status }) => status).filter(status => status === 303)).toHaveLength(9)
    expect([changed[10]!.status, changed[10]!.headers.get('retry-after')]).toEqual([429, '600'])
    expect(await changed[10]!.text()).toContain('Words 10.')
    expect(await page(place, { cookie })).toContain('Words 8.')
  })

  test('looks at it first, and nothing is written', async () => {
    const { answer } = await say('*Softly*', { look: 'yes', name: '', mail: '' })
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain('<p><em>Softly</em></p>')
    expect(html).toMatch(/<textarea[^>]*>\n\*Softly\*<\/textarea>/)
    expect(await count()).toBe(0)
  })

  test('gets back all that was typed where something is missing, wrong or too long', async () => {
    const long = 'Long words. '.repeat(600).trim()
    const { answer } = await say(long, { name: '', mail: 'nowhere', url: 'javascript:alert(1)' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(long)
    expect(html).toContain('A comment has 6,000 characters at most; this has 7,199.')
    expect(html).toContain('Say by which name')
    expect(html).toContain('value="nowhere"')
    expect(html).toContain('value="javascript:alert(1)"')
    expect(await count()).toBe(0)
    const nothing = await say(' \u200b\u202e ', { name: '\u2067' })
    expect(await nothing.answer.text()).toContain('There is nothing to be read yet.')
  })

  test('is answered, and the answer stands below, in feeds, and is counted', async () => {
    const { id } = await say('Will there be a recording?')
    await approve(id)
    const form = await formOf(`/comments/${id}/answer`, editor.headers)
    const answered = await post(`/comments/${id}/answer`, { ...form, text: 'Yes, tomorrow.' }, editor.headers)
    const answer = answered.headers.get('location')!.split('/')[2]!
    site.clock.now += 1000
    const html = await page(entry)
    expect(html).toContain('2 comments')
    expect(html).toMatch(
      new RegExp(`id="comment-${id}"[\\s\\S]*?</article><ol><li><article id="comment-${answer}"`),
    )
    expect(html).toContain(`href="${entry}/comments.atom"`)
    const feed = await page(`${entry}/comments.atom`)
    expect(feed).toMatch(/Yes, tomorrow\.[\s\S]*Will there be a recording\?/)
    expect(feed).toContain(`http://localhost:1812/comments/${answer}`)
    expect(await page('/comments.rss')).toContain('Yes, tomorrow.')
    expect(html).not.toMatch(/amina@example\.org|said=/)
    expect(feed).not.toContain('amina@example.org')
  })

  async function count(): Promise<number> {
    return (await site.store.db.selectFrom('comments').select('id').execute()).length
  }
})

describe('attacks', () => {
  test('nothing that runs, turns or towers gets out of any field', async () => {
    const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>"\'>'
    const { id, place, cookie } = await say(
      `${evil} [x](javascript:alert(3)) <b>b</b> \u202eevil\u202c Z${'\u0335'.repeat(30)} \0\ud800`,
      { name: `${evil}\u202eA`, url: 'https://evil.example/"onmouseover=alert(4)', language: '"><script>' },
    )
    await approve(id)
    // Its writer gets back what they typed, as they typed it.
    const own = (await page(place, { cookie })).replace(/<textarea[^>]*>.*?<\/textarea>/s, '')
    for (const html of [await page(entry), own, await page(`/comments/${id}/answer`)]) {
      expect(html).not.toMatch(/<img src=x|<script>alert|href="javascript|"onmouseover|\u202e|\u0335{5}|\0/)
      expect(html).toContain('&lt;script&gt;alert(2)')
    }
    expect(await page(entry)).toContain('rel="nofollow ugc noopener"')
  })

  test('a form of another site, one without an origin, and one that is endless are refused', async () => {
    const form = { ...(await formOf(await newPath())), text: 'Forged.' }
    const forged = await post('/comments', form, { origin: 'https://evil.example' })
    expect(forged.status).toBe(403)
    const body = `text=${'x'.repeat(10_000_000)}`
    const endless = await site.app.request('/comments', {
      method: 'POST',
      body,
      headers: {
        origin,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(body.length),
      },
    })
    expect(endless.status).toBe(413)
    const broken = await site.app.request('/comments', {
      method: 'POST',
      body: '{"text":1}',
      headers: { origin, 'content-type': 'application/json' },
    })
    expect(broken.status).toBe(404)
    expect(await site.store.db.selectFrom('comments').selectAll().execute()).toEqual([])
  })

  test('a form that is sent again writes once and opens nothing to whoever sends it', async () => {
    const form = { ...(await formOf(await newPath())), text: 'Once.' }
    const first = await post('/comments', form)
    const again = await post('/comments', form)
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    const other = cookieOf(again.headers.getSetCookie())
    expect((await get(first.headers.get('location')!, { cookie: other })).status).toBe(404)
    expect(await site.store.db.selectFrom('comments').select('text').execute()).toEqual([{ text: 'Once.' }])
  })

  test('a comment is nobody else’s, and a held, a hidden, a forged one cannot be answered', async () => {
    const mine = await say('Mine.')
    const other = await say('Another.', { name: 'Ben', mail: 'ben@example.org' })
    const cookie = other.cookie
    expect(cookie).not.toBe(mine.cookie)
    expect((await post(mine.place, { text: 'Stolen.' }, { cookie })).status).toBe(404)
    expect((await post(`/comments/${mine.id}/removal`, {}, { cookie })).status).toBe(404)
    const form = { ...guest, form: randomUUIDv7(), text: 'An answer.' }
    for (const id of [mine.id, randomUUIDv7(), 'x', '%00'])
      expect((await post(`/comments/${id}/answer`, form)).status).toBe(404)
    await approve(mine.id)
    // Below which thing it stands is told by what it answers.
    const elsewhere = await post(`/comments/${mine.id}/answer`, { ...form, edition: randomUUIDv7() })
    expect(elsewhere.status).toBe(303)
    const rows = await site.store.db
      .selectFrom('comments')
      .where('text', '=', 'An answer.')
      .selectAll()
      .execute()
    expect(rows).toMatchObject([{ parent_id: mine.id, edition_id: null, entry_id: expect.any(String) }])
    await site.store.db.updateTable('editions').set({ commenting: 'hidden' }).execute()
    for (const path of [`/comments/${mine.id}`, `/comments/${mine.id}/answer`, `${entry}/comments.atom`])
      expect((await get(path)).status).toBe(404)
    expect((await post(`/comments/${mine.id}/answer`, { ...form, text: 'More.' })).status).toBe(404)
  })
})

describe('where it may be said', () => {
  test('what is closed shows what was said, and words that come too late are not lost', async () => {
    const { id } = await say('Early.')
    await approve(id)
    const form = await formOf(await newPath(entry))
    await site.store.db.updateTable('editions').set({ commenting: 'closed' }).execute()
    const late = await post('/comments', { ...form, text: 'Late words.' })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('Late words.')
    await approve(id)
    const html = await page(entry)
    expect(html).toMatch(/Early\.[\s\S]*No more can be said here\./)
    expect(html).not.toContain('/comments/new')
  })

  test('of a long thread each comment is led to on its page, below editions and entries', async () => {
    const [{ id: editionId }] = (await site.store.db.selectFrom('editions').select('id').execute()) as [
      { id: string },
    ]
    const { insertComments } = await import('../../storage/comments.ts')
    const { touchBlog } = await import('../../storage/blog.ts')
    const ids = Array.from({ length: 201 }, () => randomUUIDv7())
    const rows = ids.map((id, at) => ({
      id,
      parentId: at === 200 ? ids[0]! : null,
      kind: 'comment' as const,
      state: 'approved' as const,
      authorName: 'Amina',
      authorUrl: null,
      text: `Words ${at}`,
      at,
      origin: null,
    }))
    await insertComments(site.store.db, { editionId }, rows, 0)
    await touchBlog(site.store.db)
    site.clock.now += 1000
    expect((await get(`/comments/${ids[199]}`)).headers.get('location')).toBe(
      `${edition}#comment-${ids[199]}`,
    )
    expect((await get(`/comments/${ids[200]}`)).headers.get('location')).toBe(
      `${edition}/comments/2#comment-${ids[200]}`,
    )
    expect(await page(edition)).toMatch(/201 comments[\s\S]*Page 1 of 2/)
    const second = await page(`${edition}/comments/2`)
    expect(second.match(/id="comment-/g)).toHaveLength(1)
    expect(second).toContain(`<a href="/comments/${ids[0]}">answers another comment</a>`)
    for (const path of [`${edition}/comments/1`, `${edition}/comments/3`, `${entry}/comments/2`])
      expect((await get(path)).status).toBe(404)
  })

  test('a programme without comments has grown by less than 300 bytes', async () => {
    const html = await page(edition)
    const [grown] = /<p class="whole" id="comments">.*?<\/p>/.exec(html)!
    expect(grown.length).toBeLessThan(300)
    expect(html).not.toMatch(/comments-[\w-]+\.(?:css|js)/)
  })
})
