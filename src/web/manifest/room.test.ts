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
    ['any', undefined],
    ['192x192', undefined],
    ['512x512', undefined],
    ['512x512', 'maskable'],
  ])
})
