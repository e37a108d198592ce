import { expect, onTestFinished, test } from 'vitest'
import { bringBack, openWith, told } from '../../../test/coming-in.ts'
import { anEdition } from '../../../test/entries.ts'
import { json, openOAuth } from '../../../test/providing.ts'
import { fieldIn, visit } from '../../../test/visitor.ts'

const client = { id: 'daylong', secret: 'a-secret' }
const words = 'One\n\n  two <b>& "three"</b> \u05d0\u05d1 – é'

test('a comment goes along to a provider and comes back to its form, word by word, and is sent by who came', async () => {
  const { site, form } = await open()
  const robin = visit(site)
  const shown = await robin.get(form)
  const fields = { ...fieldsOf(shown.page), text: words, name: 'Robin', language: 'de', answers: 'yes' }
  const came = await robin.get(await bringBack(robin, 'github', fields))
  const back = await robin.get(came.to!)
  expect(textIn(back.page)).toBe(words)
  expect(back.page).toContain('You take part as <b><bdi>Octo</bdi></b>')
  expect(back.page).toMatch(/<option value="de"[^>]* selected/)
  const sent = await robin.post('/comments', { ...fieldsOf(back.page), text: textIn(back.page) })
  expect(sent.status).toBe(303)
  expect(await comments(site)).toEqual([{ text: words, author_name: 'Octo' }])
})

test('whoever thinks better of it, signs out, or wants another name finds it all again', async () => {
  const { site, form } = await open()
  const robin = visit(site)
  const { back = '' } = fieldsOf((await robin.get(form)).page)
  const draft = { back, text: words }
  for (const [path, more] of [
    ['/you/with/mastodon', { server: 'no server' }],
    ['/you/with/mail', {}],
    ['/you/with/mail', { 'own-mail': 'nowhere' }],
    ['/you/with/mail', { 'own-mail': 'robin@example.org' }],
  ] as const) {
    const asked = await robin.post(path, { ...draft, ...more })
    const [, leads = ''] = /<a href="([^"]*)">Back to where you were/.exec(asked.page) ?? []
    expect([path, textIn((await robin.get(leads.replaceAll('&amp;', '&'))).page)]).toEqual([path, words])
  }
  await robin.get(await bringBack(robin, 'github', draft))
  const changing = await robin.post('/you', draft)
  const own = await robin.get(changing.to!)
  expect(own.page).toContain('Back to where you were')
  const renamed = await robin.post('/you/name', { name: 'Robin', back: fieldsOf(own.page).back! })
  const again = await robin.get(renamed.to!)
  expect([textIn(again.page), again.page.includes('<bdi>Robin</bdi>')]).toEqual([words, true])
  const out = await robin.post('/you/out', draft)
  expect(textIn((await robin.get(out.to!)).page)).toBe(words)
  // From their own page they may go as well, and it waits still.
  const left = await robin.post('/you/out', { back: renamed.to! })
  expect(textIn((await robin.get(left.to!)).page)).toBe(words)
})

test('a way that is over leads back to what was typed, for a day, in the browser it was typed in', async () => {
  const { site, form } = await open()
  const robin = visit(site)
  const { back = '' } = fieldsOf((await robin.get(form)).page)
  const late = await bringBack(robin, 'github', { back, text: words })
  site.clock.now += 3_600_001
  const refused = await robin.get(late)
  expect([refused.status, refused.page.includes('What you typed is still there.')]).toEqual([422, true])
  expect(textIn((await robin.get(linkIn(refused.page))).page)).toBe(words)
  expect((await visit(site).get(late)).page).not.toContain('What you typed is still there.')
  expect(textIn((await visit(site).get(linkIn(refused.page))).page)).toBe('')
  site.clock.now += 86_400_000
  expect((await robin.get(late)).page).not.toContain('What you typed is still there.')
})

test('where nothing more is kept for somebody, the page itself has it', async () => {
  const { site, form } = await open()
  const robin = visit(site)
  const { back = '' } = fieldsOf((await robin.get(form)).page)
  const long = 'x'.repeat(400_001)
  const asked = await robin.post('/you/with/mail', { back, text: long })
  expect(fieldIn(asked.page, 'text')).toBe(long)
})

test('what was written as one is not sent as another', async () => {
  const { site, form } = await open()
  const [robin, tab] = [visit(site), visit(site)]
  const guest = { ...fieldsOf((await robin.get(form)).page), name: 'Robin', mail: 'robin@example.org' }
  await robin.get(await bringBack(robin, 'github'))
  const refused = await robin.post('/comments', { ...guest, text: words })
  expect([refused.status, textIn(refused.page)]).toEqual([422, words])
  expect(refused.page).toContain('come in or gone since this form was opened')
  const own = fieldsOf(refused.page)
  // The sign-in has ended meanwhile.
  const ended = await tab.post('/comments', { ...own, text: words })
  expect([ended.status, textIn(ended.page), ended.page.includes('name="mail"')]).toEqual([422, words, true])
  const suggested = await tab.post('/migrants-day/2020/suggest', { ...own, text: words })
  expect([suggested.status, textIn(suggested.page)]).toEqual([422, words])
  expect(await comments(site)).toEqual([])
  expect((await robin.post('/comments', { ...own, text: words })).status).toBe(303)
})

test('a suggestion goes along as well, with the names of its files, and is its visitor’s', async () => {
  const { site } = await open()
  const robin = visit(site)
  const path = '/migrants-day/2020/suggest'
  const form = fieldsOf((await robin.get(path)).page)
  const typed = { ...form, text: words, words: 'A word', organisation: 'Red', files: 'plan.pdf', name: 'R' }
  const came = await robin.get(await bringBack(robin, 'github', typed))
  const back = await robin.get(came.to!)
  expect(textIn(back.page)).toBe(words)
  expect(back.page).toContain('Please choose your files once more: \u2068plan.pdf\u2069')
  expect([fieldIn(back.page, 'organisation'), fieldIn(back.page, 'name')]).toEqual(['Red', null])
  expect(fieldIn(back.page, 'form')).toBe(form.form)
  const sent = await robin.post(path, { ...fieldsOf(back.page), text: words, name: 'Somebody else' })
  expect(sent.status).toBe(303)
  const rows = site.store.db.selectFrom('suggestions').innerJoin('visitors', 'visitors.id', 'visitor_id')
  expect(await rows.select(['suggestions.name', 'visitors.subject']).execute()).toEqual([
    { name: 'Octo', subject: '583231' },
  ])
})

test('what cannot be said any more, or fails here, comes back to be copied', async () => {
  const { site, form } = await open()
  const robin = visit(site)
  const fields = { ...fieldsOf((await robin.get(form)).page), name: 'Robin', mail: 'robin@example.org' }
  await site.store.db.updateTable('editions').set({ commenting: 'hidden' }).execute()
  const gone = await robin.post('/comments', { ...fields, text: words })
  expect([gone.status, textIn(gone.page)]).toEqual([404, words])
  await site.store.db.updateTable('editions').set({ commenting: 'open' }).execute()
  await site.store.db.schema.alterTable('comments').renameColumn('author_name', 'broken').execute()
  const failed = await robin.post('/comments', { ...fields, text: words })
  expect([failed.status, textIn(failed.page)]).toEqual([500, words])
  await site.store.db.schema.alterTable('comments').renameColumn('broken', 'author_name').execute()
  expect((await robin.post('/comments', { ...fields, text: words })).status).toBe(303)
})

async function open() {
  const github = await openOAuth({
    ...{ authorize: '/login/oauth/authorize', token: '/login/oauth/access_token' },
    ...{ client, secretBy: 'post', pkce: 'asked' },
    says: () => json({ id: 583231, login: 'octocat', name: 'Octo' }),
  })
  const mail = { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'us@example.org', SIGN_IN_MASTODON: 'allow' }
  const site = await openWith({ ...mail, SIGN_IN_GITHUB: told(github) }, [github])
  onTestFinished(site.close)
  const { id } = await anEdition(site.store, { takesSuggestions: true })
  return { site, form: `/comments/new?edition=${id}` }
}

function comments({ store }: Awaited<ReturnType<typeof open>>['site']) {
  return store.db.selectFrom('comments').select(['text', 'author_name']).execute()
}

/** The hidden fields of a page; of several of one name the last, since the form of the page stands below its head. */
function fieldsOf(page: string): Record<string, string> {
  const inputs = [...page.matchAll(/<input type="hidden" name="([\w-]+)" value="([^"]*)"/g)]
  return Object.fromEntries(inputs.map(([, name, value]) => [name!, plain(value!)]))
}

/** What stands in the first text field. */
function textIn(page: string): string {
  return plain(/<textarea[^>]*>\n?([^<]*)</.exec(page)?.[1] ?? '')
}

function linkIn(page: string): string {
  return plain(/<a class="act strong" href="([^"]*)">Back to where/.exec(page)?.[1] ?? '')
}

function plain(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
