import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDay, dataDay } from '../../test/a-day.ts'
import { isHarmed, queryParts } from '../../test/queries.ts'
import { addProgramme, openSite, type TestSite } from '../../test/site.ts'

const edition = '/data-day/2021'
const pages = [
  '/',
  '/data-day',
  edition,
  `${edition}/maps-for-the-harbour`,
  `${edition}/maps-for-the-harbour/cite`,
  `${edition}/changes`,
  `/subscribe${edition}`,
  `/notices${edition}`,
  `/plan/choose${edition}`,
  '/plan',
  '/plan/catch-up',
  '/search',
  '/subscribe',
  '/zone',
  '/privacy',
  '/offline',
  '/tag/maps',
  '/organisations/harbour-mappers',
  '/you',
  '/sign-in',
]
const names =
  'q kind topic by language interpretation captions sign only day page view zone beside awake lang at in since before of back p cat author'.split(
    ' ',
  )

let site: TestSite
beforeAll(async () => {
  site = await openSite('2021-03-06T09:20:00Z')
  await addProgramme(site, dataDay, aDay, { title: 'Data Day 2021' })
})
afterAll(() => site.close())

test('whatever any page of readers is asked, it is a page and harms nobody', async () => {
  const shown = await Promise.all(pages.map(async path => [path, (await site.app.request(path)).status]))
  expect(shown).toEqual(pages.map(path => [path, 200]))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...pages), queryParts(names), async (path, query) => {
      const answer = await site.app.request(`${path}?${query}`)
      expect([path, query, answer.status < 400]).toEqual([path, query, true])
      expect([path, query, isHarmed(await answer.text())]).toEqual([path, query, false])
      const to = answer.headers.get('location')
      if (to !== null) expect([path, query, to]).toEqual([path, query, expect.stringMatching(/^\/(?![/\\])/)])
    }),
    { numRuns: 40 },
  )
})

test('a wrong zone, place, moment, view, language, waking hours, day and filter are named; what is right is used', async () => {
  const wrong =
    'zone=Mars/X&beside=Nowhere&at=yesterday&view=spiral&lang=tlh&awake=late&day=2021-02-30&page=-1&only=loved&kind=rumour&topic=nothing'
  const html = await (await site.app.request(`${edition}?${wrong}&by=harbour-mappers`)).text()
  for (const told of 'Mars/X Nowhere yesterday spiral tlh late 2021-02-30 -1 loved rumour nothing'.split(' '))
    expect(html).toContain(`“${told}”`)
  expect([...html.matchAll(/<li class="entry[^>]* id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
    'maps-for-the-harbour',
  ])
})
