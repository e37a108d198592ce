import { expect, test } from 'vitest'
import { signedIn } from '../../../test/signed-in.ts'
import { addProgramme, openSite } from '../../../test/site.ts'
import { visit } from '../../../test/visitor.ts'
import { keptDays } from '../../services/clean-up.ts'
import { languages } from '../words.ts'

const full = {
  SIGN_IN_ORCID: 'a:b',
  SIGN_IN_MASTODON: 'allow',
  SMTP_URL: 'smtp://localhost',
  MAIL_FROM: 'Daylong <us@example.org>',
  DAYLONG_ARCHIVE: 'save',
  SUGGESTIONS_URL: 'imaps://a:b@mail.example/INBOX?address=suggest@example.org',
  SPAM_SERVICE: 'https://spam.example/1.1',
  SPAM_SERVICE_KEY: 'k3y',
}

test('says what this installation does, and nothing it does not do', async () => {
  const [bare, rich] = [
    await openSite('2020-12-18T12:00:00Z'),
    await openSite('2020-12-18T12:00:00Z', undefined, undefined, full),
  ]
  const [little, much] = [(await visit(bare).get('/privacy')).page, (await visit(rich).get('/privacy')).page]
  const told = [
    'Mastodon, ORCID',
    'daylong-visitor',
    'us@example.org',
    'to save what is published',
    'first mail',
    'suggest@example.org',
    'stays in the mailbox',
    'only the name of your organisation is left',
    'spam.example: what is written in comments',
  ]
  expect(told.map(words => [much.includes(words), little.includes(words)])).toEqual(
    told.map(() => [true, false]),
  )
  for (const days of [keptDays.fromKeys, keptDays.guestMails, keptDays.plans, keptDays.lessons])
    expect(little).toContain(`${days} days`)
  for (const days of [keptDays.organiserChanges, keptDays.incomingMails])
    expect(much).toContain(`${days} days`)
  expect(little).toContain('href="/privacy"')
})

test('is there in every language', async () => {
  const site = await openSite('2020-12-18T12:00:00Z', undefined, undefined, full)
  const titles = new Set<string>()
  for (const language of Object.keys(languages)) {
    const { status, page } = await visit(site).get(`/privacy?lang=${language}`)
    expect([language, status]).toEqual([language, 200])
    titles.add(/<h1>(.*?)<\/h1>/.exec(page)![1]!)
  }
  expect(titles.size).toBe(Object.keys(languages).length)
})

test('owners add what only they know, which is shown without what could do harm', async () => {
  const site = await openSite('2020-12-18T12:00:00Z')
  const [owner, editor] = [await signedIn(site, 'owner'), await signedIn(site, 'editor')]
  const text = 'We are **the Society**. <script>alert(1)</script>'
  expect((await visit(site, editor.headers.cookie).get('/desk/privacy')).status).toBe(403)
  expect(
    (await visit(site, editor.headers.cookie).post('/desk/privacy', { text, language: 'en' })).status,
  ).toBe(403)
  const ada = visit(site, owner.headers.cookie)
  expect((await ada.get('/desk/privacy')).status).toBe(200)
  expect((await ada.post('/desk/privacy', { text, language: 'en' })).to).toBe('/privacy')
  const { page } = await visit(site).get('/privacy?lang=de')
  expect(page).toContain('<strong>the Society</strong>')
  expect(page).not.toContain('alert(1)')
  await ada.post('/desk/privacy', { text: ' ', language: 'en' })
  expect((await visit(site).get('/privacy')).page).not.toContain('Society')
})

test('no cookie is set before somebody does something', async () => {
  const site = await openSite('2020-12-18T12:00:00Z', undefined, undefined, full)
  const at = { series: 'undrr', edition: '2020', date: '2020-12-18', zone: 'Europe/Paris' }
  await addProgramme(site, at, [])
  const pages = [
    ...[
      '/',
      '/undrr',
      '/undrr/2020',
      '/undrr/2020.ics',
      '/undrr/2020/live',
      '/undrr/2020/changes',
      '/privacy',
      '/you',
    ],
    ...[
      '/you/who',
      '/you/data',
      '/you/removal',
      '/you/by-mail/x',
      '/you/back/orcid?state=x',
      '/plan',
      '/search?q=x',
    ],
    ...[
      '/subscribe',
      '/subscribe/undrr/2020',
      '/notices/undrr',
      '/feed.atom',
      '/organisations',
      '/figures',
      '/zone',
    ],
    ...[
      '/offline',
      '/manifest.webmanifest',
      '/robots.txt',
      '/sitemap.xml',
      '/healthz',
      '/sign-in',
      '/desk',
      '/nothing',
    ],
    ...['/2020', '/tag/x', '/undrr/2020/cite', '/undrr/2020/share', '/undrr/2020/suggest', '/comments/x'],
  ]
  const setting = []
  for (const path of pages) {
    const { status, cookies } = await visit(site).get(path)
    if (cookies.length || status >= 500) setting.push([path, status, cookies])
  }
  expect(setting).toEqual([])
})
