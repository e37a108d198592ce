import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content } from '../../../test/entries.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import type { EntryFields } from '../../domain/entry-fields.ts'
import { addEntries } from '../../services/add-entries.ts'
import { changeEntries } from '../../services/change-entries.ts'

const path = '/migrants-day/2020'

describe.each(stores)('the log of changes in $name', ({ empty }) => {
  let site: TestSite
  let editionId: string
  let ids: string[]
  let revision: number
  const hours = (after: number) => Date.parse('2020-12-18T09:00:00Z') + after * 3_600_000
  beforeEach(async () => {
    site = await openSite('2020-12-20T09:00:00Z', await empty())
    editionId = (await anEdition(site.store, { publishedAt: hours(0) })).id
    const entries = ['Maps', 'Vigil', 'Forum'].map(title => ({
      content: content({ title }),
      state: 'published' as const,
    }))
    const added = await addEntries(site.store, editionId, entries, { by: 'Ada', at: hours(0), minor: true })
    ids = added.entries.map(({ id }) => id)
    revision = added.revision
  })
  const change = (id: string, told: Partial<EntryFields>, after: number, minor = false) =>
    changeEntries(site.store, editionId, [id], fields => ({ ...fields, ...told }), {
      by: 'Ada',
      at: hours(after),
      minor,
      name: 'edit',
    })
  const ask = (address: string) => site.app.request(`http://localhost:1812${address}`)
  const page = async (query = '') => (await ask(`${path}/changes${query}`)).text()
  const told = (text: string) =>
    [...text.matchAll(/<h2>([^<]*)<\/h2><ol>(.*?)<\/ol><\/section>/g)].map(([, day, lines]) => [
      day,
      ...[...lines!.matchAll(/<li id="(c-\d+)".*?>(\d\d:\d\d)<\/time><\/a><div>(.*?)<\/div>/g)].map(
        ([, id, time, items]) =>
          `${id} ${time} ${items!
            .replaceAll('</li><li>', ' | ')
            .replaceAll('</b>', ': ')
            .replace(/<[^>]*>/g, '')}`,
      ),
    ])

  test('all that was told stands there by the days of the reader, each at an address that stays', async () => {
    await change(ids[0]!, { title: 'Charts' }, 1)
    await change(ids[0]!, { note: 'A comma.' }, 2, true)
    await change(ids[1]!, { status: 'cancelled', statusReason: 'The hall was <flooded>.' }, 14)
    await change(ids[2]!, { state: 'withdrawn' }, 15)
    expect(told(await page('?zone=UTC'))).toEqual([
      ['Saturday 19 December', `c-${revision + 4} 00:00 Taken out: Forum`],
      [
        'Friday 18 December',
        `c-${revision + 3} 23:00 Cancelled: Vigil · The hall was &lt;flooded&gt;.`,
        `c-${revision + 1} 10:00 Changed: Charts`,
      ],
    ])
    const manila = await page('?zone=Asia/Manila')
    expect(told(manila).map(([day, ...lines]) => [day, lines.length])).toEqual([
      ['Saturday 19 December', 2],
      ['Friday 18 December', 1],
    ])
    // The page that begins with it, whatever comes later.
    const permalink = `${path}/changes?before=${revision + 2}&amp;zone=Asia%2FManila#c-${revision + 1}`
    expect(manila).toContain(`<a class="at" href="${permalink}">`)
    const kept = await page(`?before=${revision + 2}`)
    expect(told(kept).flat()).toHaveLength(2)
    expect(kept).toContain('<meta name="robots" content="noindex"')
    // As of a moment nothing is told that came later.
    expect(told(await page('?zone=UTC&at=2020-12-18T12:00Z'))).toHaveLength(1)
    expect(told(await page('?zone=UTC&lang=de'))[0]?.[1]).toContain('Forum')
  })

  test('what came since a visit is counted and shown alone; nothing is said of what was never told', async () => {
    await change(ids[0]!, { title: 'Charts' }, 1)
    await change(ids[1]!, { recording: 'available' }, 2)
    await change(ids[2]!, { note: 'A comma.' }, 3, true)
    const text = await page(`?since=${revision + 1}`)
    expect(text).toContain('<b>1 change since your last visit.</b>')
    expect(told(text).flat()).toHaveLength(2)
    expect(await page(`?since=${revision + 2}`)).toContain('data-count="0"')
    // What was new and is withdrawn cannot be named.
    await change(ids[0]!, { state: 'withdrawn' }, 4)
    expect(told(await page(`?since=${revision}&zone=UTC`)).flat()).toHaveLength(3)
  })

  test('a long log has pages, and what was done at once is not torn apart', async () => {
    const many = Array.from({ length: 150 }, (_, each) => ({
      content: content({ title: `Talk ${each}` }),
      state: 'published' as const,
    }))
    for (const after of [1, 2]) await addEntries(site.store, editionId, many, { by: 'Ada', at: hours(after) })
    const first = await page()
    expect(first.match(/<li id="c-/g)).toHaveLength(1)
    expect(first).toContain('and 142 more')
    const next = /href="([^"]*)" rel="next nofollow"/.exec(first)![1]!
    expect(next).toBe(`${path}/changes?before=${revision + 2}`)
    const second = await (await ask(next)).text()
    expect(second).toContain(`id="c-${revision + 1}"`)
    expect(second).not.toContain('rel="next')
  })

  test('a part of a page that came after a revision names the rows that the reader has', async () => {
    await change(ids[0]!, { title: 'Charts' }, 1)
    const text = await (await ask(`${path}?since=${revision}`)).text()
    expect(text).toContain(`<main data-revision="${revision + 1}" data-fresh="1 new – show"`)
    expect(text).toMatch(/<li class="entry[^"]*" id="maps" data-t/)
    for (const id of ['vigil', 'forum'])
      expect(text).toContain(`<li class="entry" id="${id}" data-same></li>`)
    expect(text).not.toContain('<h1>')
    const whole = await (await ask(path)).text()
    expect(text.length).toBeLessThan(whole.length / 2)
    // It is kept like a page, apart from it.
    const etag = (await ask(`${path}?since=${revision}`)).headers.get('etag')
    expect(etag).not.toBe((await ask(path)).headers.get('etag'))
    await change(ids[1]!, { title: 'Candles' }, 2)
    site.clock.now += 2000
    expect((await ask(`${path}?since=${revision}`)).headers.get('etag')).not.toBe(etag)
  })
})
