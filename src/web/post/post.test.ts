import { beforeEach, describe, expect, test } from 'vitest'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'

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
})
