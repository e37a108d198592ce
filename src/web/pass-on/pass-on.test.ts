import { beforeEach, describe, expect, test } from 'vitest'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'

const origin = 'http://localhost:1812'

describe('passing on', () => {
  let site: TestSite

  beforeEach(async () => {
    site = await openSite('2020-12-17T12:00:00Z')
    await addProgramme(
      site,
      { series: 'migrants-day', edition: '2020', date: '2020-12-18', zone: 'Europe/Berlin' },
      [
        { kind: 'event', title: 'Maps', start: '2020-12-18T14:00:00+01:00[Europe/Berlin]' },
        {
          kind: 'event',
          title: 'Off',
          start: '2020-12-18T14:00:00+01:00[Europe/Berlin]',
          status: 'cancelled',
        },
      ],
      { title: 'Migrants Day 2020', hashtags: ['MigrantsDay'] },
    )
  })

  const get = async (path: string) => {
    const answer = await site.app.request(origin + path)
    return { status: answer.status, html: await answer.text() }
  }

  test('has a message that is ready, for an entry with its time in UTC, and for an edition with its days', async () => {
    expect((await get('/migrants-day/2020/maps')).html).toContain('href="/migrants-day/2020/maps/share"')
    const { status, html } = await get('/migrants-day/2020/maps/share')
    expect(status).toBe(200)
    expect(html).toContain(
      `Maps – Friday, 18 December 2020 at 13:00 UTC ${origin}/migrants-day/2020/maps #MigrantsDay`,
    )
    expect(html).toContain('https://bsky.app/intent/compose?text=Maps%20%E2%80%93%20Friday%2C')
    expect((await get('/migrants-day/2020')).html).toContain('href="/migrants-day/2020/share"')
    expect((await get('/migrants-day/2020/share')).html).toContain(
      `Migrants Day 2020 – Friday, 18 December 2020 ${origin}/migrants-day/2020 #MigrantsDay`,
    )
    expect((await get('/migrants-day/2020/off/share')).html).toContain('Off – Cancelled')
    expect((await get('/migrants-day/2020/none/share')).status).toBe(404)
  })

  test('takes the server of Mastodon that a reader names, and no other address', async () => {
    const { html } = await get('/migrants-day/2020/maps/share?server=%40me%40social.example')
    expect(html).toContain('href="https://social.example/share?text=Maps%20')
    const { html: wrong } = await get('/migrants-day/2020/maps/share?server=javascript:alert(1)')
    expect(wrong).toContain('This is no name of a server.')
    expect(wrong).not.toContain('href="javascript')
  })
})
