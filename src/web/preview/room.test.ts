import { expect, onTestFinished, test } from 'vitest'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite } from '../../../test/site.ts'

test('a text is shown to its curator as readers will see it, and to nobody else', async () => {
  const site = await openSite('2026-11-20T08:00Z')
  onTestFinished(site.close)
  const { headers } = await signedIn(site, 'contributor')
  const send = (path: string, words: Record<string, string>, more: Record<string, string>) =>
    site.app.request(path, { method: 'POST', body: new URLSearchParams(words), headers: more })

  const told = { text: 'A *word* <script>alert(1)</script>' }
  const answer = await send('/desk/preview', told, { ...headers, accept: 'application/json' })
  expect(await answer.json()).toEqual({ html: '<p>A <em>word</em> </p>\n' })
  const page = await send('/desk/preview?field=note', { note: 'From **the** form' }, headers)
  expect(await page.text()).toContain('<p>From <strong>the</strong> form</p>')
  const empty = await send('/desk/preview?field=note', {}, headers)
  expect(await empty.text()).toContain('Nothing has been written yet.')

  const { cookie } = headers
  const refused = [
    await send('/desk/preview', told, {}),
    await send('/desk/preview', told, { cookie, origin: 'https://evil.example' }),
    await send('/desk/preview', { text: 'x'.repeat(1_100_000) }, headers),
  ]
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 413])
})
