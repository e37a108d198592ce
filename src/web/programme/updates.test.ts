import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content } from '../../../test/entries.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import type { EntryFields } from '../../domain/entry-fields.ts'
import { addEntries } from '../../services/add-entries.ts'
import { changeEntries } from '../../services/change-entries.ts'

const path = '/migrants-day/2020'

describe.each(stores)('what readers are told in $name', ({ empty }) => {
  let site: TestSite
  let editionId: string
  let ids: string[]
  const minutes = (after: number) => Date.parse('2020-12-18T09:00:00Z') + after * 60_000
  beforeEach(async () => {
    site = await openSite('2020-12-18T09:00:00Z', await empty())
    editionId = (await anEdition(site.store, { publishedAt: minutes(0) })).id
    const entries = ['Maps', 'Vigil', 'Forum'].map(title => ({
      content: content({ title }),
      state: 'published' as const,
    }))
    const added = await addEntries(site.store, editionId, entries, { by: 'Ada', at: minutes(0), minor: true })
    ids = added.entries.map(({ id }) => id)
  })
  const change = (id: string, told: Partial<EntryFields>, after: number, minor = false) =>
    changeEntries(site.store, editionId, [id], fields => ({ ...fields, ...told }), {
      by: 'Ada',
      at: minutes(after),
      minor,
      name: 'edit',
    })
  const page = async (query = '') => (await site.app.request(`http://localhost:1812${path}${query}`)).text()
  const told = (text: string) =>
    [...text.matchAll(/<li><b>([^<]*)<\/b> <time[^>]*>[^<]*<\/time><ul>(.*?)<\/ul>/g)].map(
      ([, heading, items]) => [heading, items!.replaceAll('</li><li>', ' | ').replace(/<[^>]*>/g, '')],
    )

  test('what has changed stands in the order of time, each with its entry; minor edits are not told', async () => {
    expect(await page()).not.toContain('class="updated news"')
    const time = {
      precision: 'moment' as const,
      start: '2020-12-18T15:30:00',
      end: null,
      zone: 'Europe/Berlin',
    }
    await change(ids[0]!, { time }, 10)
    await change(ids[1]!, { status: 'cancelled', statusReason: 'The hall was <flooded>.' }, 20)
    await change(ids[2]!, { recording: 'available' }, 30)
    await change(ids[2]!, { note: 'A comma.' }, 50, true)
    site.clock.now = minutes(60)
    const text = await page()
    expect(told(text)).toEqual([
      ['Recording available', 'Forum'],
      ['Cancelled', 'Vigil · The hall was &lt;flooded&gt;.'],
      ['Time changed', 'Maps · from Fri 18 Dec 14:00 to Fri 18 Dec 15:30'],
    ])
    expect(text).toMatch(/<summary>Updated <time class="moment ago" datetime="2020-12-18T09:30Z">/)
    expect(text).toContain(`<a href="${path}/maps"><bdi>Maps</bdi></a>`)
    expect(told(await page('?zone=Asia/Manila'))[2]).toEqual([
      'Time changed',
      'Maps · from Fri 18 Dec 21:00 to Fri 18 Dec 22:30',
    ])
    // As of a moment nothing is told that came later.
    expect(told(await page('?at=2020-12-18T09:15Z'))).toHaveLength(1)
  })

  test('many at once are told once; what was taken out is named and leads nowhere', async () => {
    const many = Array.from({ length: 8 }, (_, each) => ({
      content: content({ title: `Talk ${each}` }),
      state: 'published' as const,
    }))
    await addEntries(site.store, editionId, many, { by: 'Ada', at: minutes(5) })
    await change(ids[1]!, { state: 'withdrawn' }, 90)
    site.clock.now = minutes(100)
    const text = await page()
    expect(told(text)).toEqual([
      ['Taken out', 'Vigil'],
      ['New', 'Talk 0 | Talk 1 | Talk 2 | Talk 3 | Talk 4'],
    ])
    expect(text).toContain('and 3 more')
    expect(text).not.toContain(`${path}/vigil`)
    expect(text).toContain(`<a href="${path}/changes">Changes</a>`)
    const view = await site.app.request(`http://localhost:1812${path}?view=changes&lang=de`)
    expect([view.status, view.headers.get('location')]).toEqual([301, `${path}/changes?lang=de`])
  })

  test('a page that is kept is made anew when there is something to tell, and only then', async () => {
    const ask = async () => (await site.app.request(`http://localhost:1812${path}`)).headers.get('etag')
    const before = await ask()
    site.clock.now = minutes(0) + 1500
    expect(await ask()).toBe(before)
    await change(ids[0]!, { title: 'Charts' }, 1)
    site.clock.now = minutes(2)
    expect(await ask()).not.toBe(before)
    expect(told(await page())).toEqual([['Changed', 'Charts']])
  })
})
