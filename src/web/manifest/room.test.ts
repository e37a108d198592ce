import { expect, onTestFinished, test } from 'vitest'
import { openSite } from '../../../test/site.ts'

test('a phone may keep the site among its programs and share to its desk', async () => {
  const site = await openSite('2026-11-20T08:00Z')
  onTestFinished(site.close)
  const answer = await site.app.request('/manifest.webmanifest')
  expect(answer.headers.get('content-type')).toBe('application/manifest+json; charset=utf-8')
  const manifest = await answer.json()
  expect(manifest.share_target).toEqual({
    action: '/desk/share',
    method: 'GET',
    enctype: 'application/x-www-form-urlencoded',
    params: { title: 'title', text: 'text', url: 'url' },
  })
  expect(manifest.icons.map(({ sizes, purpose }: Record<string, string>) => [sizes, purpose])).toEqual([
    ['192x192', undefined],
    ['512x512', undefined],
    ['512x512', 'maskable'],
  ])
})

test('it says what the site is in the language of the page that leads to it', async () => {
  const site = await openSite('2026-11-20T08:00Z')
  onTestFinished(site.close)
  const page = await (await site.app.request('/?lang=ar')).text()
  const address = /<link rel="manifest" href="([^"]*)"/.exec(page)![1]!
  const { lang, dir, start_url, scope, id, description } = await (await site.app.request(address)).json()
  expect({ lang, dir, start_url, scope, id }).toEqual({
    lang: 'ar',
    dir: 'rtl',
    start_url: '/',
    scope: '/',
    id: '/',
  })
  expect(page).toContain(description)
})

test('whoever asks for an icon unbidden is led to it', async () => {
  const site = await openSite('2026-11-20T08:00Z')
  onTestFinished(site.close)
  const answer = await site.app.request('/favicon.ico')
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/assets/icon-96.png'])
  expect(answer.headers.get('set-cookie')).toBeNull()
})
