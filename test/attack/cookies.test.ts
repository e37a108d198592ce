import { afterAll, beforeAll, expect, test } from 'vitest'
import { untouchedForm } from '../form.ts'
import { signedIn } from '../signed-in.ts'
import { addProgramme, openSite, type TestSite } from '../site.ts'
import { visit } from '../visitor.ts'

const origin = 'https://day.example'
const edition = { series: 'data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/Berlin' }
const ada = { email: 'ada@example.org', password: 'the fifty hours' }

let site: TestSite
beforeAll(async () => {
  site = await openSite(new Date().toISOString(), undefined, undefined, { BASE_URL: origin })
  await addProgramme(site, edition, [{ kind: 'event', title: 'Maps', start: '2021-03-06T10:00:00+01:00' }])
})
afterAll(() => site.close())

/** What a cookie is called and may do; how long it lasts is another matter. */
function kindOf(cookie: string): string {
  return cookie.replace(/=[^;]*/, '').replace(/; (?:Max-Age|Expires)=[^;]*/g, '')
}

const own = '; Path=/; HttpOnly; Secure; SameSite=Lax'

test('on https every cookie is for this host alone, goes to no plain http, to no other site’s forms, and to no script', async () => {
  await signedIn(site, 'editor', ada)
  const reader = visit(site, '', origin)
  const of = async (path: string, fields: Record<string, string>) =>
    (await reader.post(path, fields)).cookies.map(kindOf)
  expect(await of('/zone', { zone: 'Asia/Tokyo' })).toEqual([`__Host-zone${own}`])
  expect(await of('/zone', { awakeFrom: '5', awakeTo: '21' })).toEqual([`__Host-awake${own}`])
  expect(await of('/language', { lang: 'ar' })).toEqual([`__Host-lang${own}`])
  expect(await of('/plan/entries', { must: 'data-day/2021/maps' })).toEqual([`__Host-plan${own}`])
  const [, asks = ''] =
    /href="(\/comments\/new\?[^"]+)"/.exec((await reader.get('/data-day/2021/maps')).page) ?? []
  const form = untouchedForm((await reader.get(asks.replaceAll('&amp;', '&'))).page, '/comments')
  const comment = {
    ...Object.fromEntries(form),
    name: 'Amina',
    mail: 'amina@example.org',
    text: 'Thank you.',
  }
  expect(await of('/comments', comment)).toEqual([`__Host-said${own}`])
  expect(await of('/sign-in', ada)).toContain(`__Host-daylong-sign-in${own}`)
  expect(await of('/account/name', { name: 'Ada' })).toContain(`__Host-daylong-done${own}`)
  expect((await reader.get('/account')).page).toContain('lang="ar"')
  expect((await reader.get('/plan')).page).toContain('Maps')
})

test('a cookie that another host of the domain planted is not taken for one of ours', async () => {
  const token = 'x'.repeat(43)
  const planted = `plan=${token}; zone=Asia%2FTokyo; daylong-sign-in=a.b; __Host-zone=Europe%2FParis`
  const reader = visit(site, planted, origin)
  expect((await reader.get('/data-day/2021')).page).toContain('Europe/Paris')
  const { cookies } = await reader.post('/plan/entries', { must: 'data-day/2021/maps' })
  expect(cookies.some(each => each.startsWith('__Host-plan=') && !each.includes(token))).toBe(true)
})

test('a word that tells that typing was saved is for script, and holds names of forms alone', async () => {
  const { headers } = await signedIn(site, 'editor')
  const editor = visit(site, headers.cookie, origin)
  const { page } = await editor.get('/desk/data-day/2021/text')
  const form = Object.fromEntries(untouchedForm(page, '/desk/data-day/2021/text'))
  const { cookies } = await editor.post('/desk/data-day/2021/text', { ...form, title: 'Data Day' })
  const saved = cookies.filter(each => each.includes('saved='))
  expect(saved.map(kindOf)).toEqual(['__Host-saved; Path=/; Secure; SameSite=Lax'])
  expect(decodeURIComponent(saved[0]!)).toMatch(/^__Host-saved=edition [\w-]+;/)
})
