import { expect, test } from 'vitest'
import { finding } from '../../../test/builders.ts'
import { anEdition } from '../../../test/entries.ts'
import { addProgramme, openSite } from '../../../test/site.ts'
import type { Figure } from '../../domain/figure.ts'
import { insertFigure } from '../../storage/figures.ts'
import type { Store } from '../../storage/store.ts'

const now = '2021-06-01T12:00Z'

test('a text tells a figure as of its day, beside it today’s, and where it is from', async () => {
  const site = await openSite(now)
  await tell(site.store, treaties())
  await anEdition(site.store, {
    state: 'archived',
    text: 'Only {{figure:icrmw}} States, {{figure:icrmw since last year}}; in 2015 {{figure:icrmw on 2015}}. `{{figure:icrmw}}` [{{figure:icrmw}}](https://day.example) {{figure:nothing}}',
  })
  const html = await page(site, '/migrants-day/2020')
  const told = /<div class="told lead-in"[^>]*>(.*?)<\/div>/s.exec(html)![1]!
  expect(told.replace(/<span popover[^>]*>.*?<\/span><\/span>/gs, '').replace(/<[^>]*>/g, '')).toBe(
    'Only 55 (today 56) States, +1; in 2015 48. {{figure:icrmw}} 55 …\n',
  )
  expect(told).toContain(
    '<button type="button" popovertarget="figure-1" title="Migrant Workers Convention · 1 February 2020">55</button> <small>(today 56)</small><span popover id="figure-1"><a href="/figures/icrmw"><bdi>Migrant Workers Convention</bdi></a> <span>55 States parties · 1 February 2020</span> <span>Source: <a href="https://treaties.example/" rel="noopener"><bdi>Treaty Collection</bdi></a></span></span>',
  )
  expect(html).toContain('<meta name="description" content="Only 55 States, +1; in 2015 48.')
  // As of that day itself there is no other.
  expect(await page(site, '/migrants-day/2020?at=2020-12-18T12:00Z')).not.toContain('(today')
  expect(await page(site, '/migrants-day/2020?lang=ar')).toContain('(اليوم 56)')
  await site.close()
})

test('a page that names a figure is made anew when the figure changes, and when it is there at last', async () => {
  const site = await openSite(now)
  await anEdition(site.store, { text: 'Now {{figure:icrmw}}.' })
  expect(await page(site, '/migrants-day/2020')).toContain('Now ….')
  await tell(site.store, treaties())
  site.clock.now += 2000
  expect(await page(site, '/migrants-day/2020')).toContain('>55</button>')
  await site.store.db.updateTable('figure_points').set({ value: 54 }).where('id', '=', 'p2').execute()
  await site.store.db.updateTable('figures').set({ revision: 2 }).where('slug', '=', 'icrmw').execute()
  site.clock.now += 2000
  expect(await page(site, '/migrants-day/2020')).toContain('>54</button>')
  await site.close()
})

test('a figure has a page with its chart, sentences, table and sources, and lies among all', async () => {
  const site = await openSite(now)
  await tell(site.store, treaties())
  const html = await page(site, '/figures/icrmw')
  expect(html).toContain('<p class="date">56 States parties · 1 March 2021</p>')
  expect(html).toContain(
    '<figcaption>Migrant Workers Convention: 54 in 2019, 56 in 2021. +1 since 1 June 2020. 4 away from the goal of 60. From 1 January 2019 on it is counted in another way, so the lines are not joined. Rings are numbers told second-hand.</figcaption>',
  )
  expect(html).toContain('<path class="line main"')
  expect(html).toContain('"@type":"Dataset"')
  expect(html).toMatch(/<th scope="row">2021<\/th>/)
  expect(await page(site, '/figures')).toContain('<a href="/figures/icrmw">')
  expect((await site.app.request('/figures/nothing')).status).toBe(404)
  await site.close()
})

test.each(['+cmd|/C calc!A0', '-2+3+cmd', '@SUM(A1)', ' =1+1', '＝1+1', '\t=1+1'])(
  'what a spreadsheet takes for a formula is given to it as text: %j',
  async name => {
    const site = await openSite(now)
    const [figure] = treaties()
    await tell(site.store, [{ ...figure!, name }])
    const table = await (await site.app.request('/figures/icrmw.csv')).text()
    expect(table.split('\r\n')[1]).toMatch(/^'/)
    await site.close()
  },
)

test('a table of a figure can be opened in a spreadsheet without harm', async () => {
  const site = await openSite(now)
  const [figure] = treaties()
  await tell(site.store, [{ ...figure!, name: '=HYPERLINK("http://evil.example")' }])
  const answer = await site.app.request('/figures/icrmw.csv')
  expect(answer.headers.get('content-type')).toContain('text/csv')
  const [head, first] = (await answer.text()).split('\r\n')
  expect(head).toBe(
    '\ufefffigure,date,value,unit,who,act,counted_as,note,source,source_address,source_rank'.slice(1),
  )
  expect(first).toBe(
    '"\'=HYPERLINK(""http://evil.example"")",2015,48,States parties,,,By year,,Handbook,,secondary',
  )
  await site.close()
})

test('a picture of a figure is a file of its own, in the language of its address', async () => {
  const site = await openSite(now)
  await tell(site.store, treaties())
  const answer = await site.app.request('/figures/icrmw.svg?lang=ar')
  expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  const svg = await answer.text()
  expect(svg).toContain('direction="rtl"')
  expect(svg).not.toMatch(/<style|style=|<script|NaN|undefined/)
  await site.close()
})

test('what is counted of a series is a figure among the others', async () => {
  const site = await openSite(now)
  const day = { series: 'open-day', zone: 'UTC' }
  await addProgramme(site, { ...day, edition: '2019', date: '2019-03-02' }, [finding({ title: 'One' })])
  const talks = [finding({ title: 'Two' }), finding({ title: 'Three', kind: 'statement' })]
  await addProgramme(site, { ...day, edition: '2020', date: '2020-03-07' }, talks)
  await site.store.db.updateTable('editions').set({ text: 'So far {{figure:open-day/entries}}.' }).execute()
  expect(await page(site, '/open-day/2019')).toMatch(/So far .*>1<\/button> <small>\(today 2\)<\/small>/)
  expect(await page(site, '/figures/open-day/entries')).toContain('<p class="date">2 · 7 March 2020</p>')
  expect(await page(site, '/figures')).toContain('<a href="/figures/open-day/statement">')
  expect((await site.app.request('/figures/open-day/campaign')).status).toBe(404)
  expect((await site.app.request('/figures/open-day/anything')).status).toBe(404)
  await site.close()
})

async function page(site: Awaited<ReturnType<typeof openSite>>, path: string): Promise<string> {
  const answer = await site.app.request(path)
  expect(answer.status).toBe(200)
  return answer.text()
}

function treaties(): Figure[] {
  const point = { who: null, act: null, note: null, source: 's1', line: 'totals' }
  return [
    {
      id: 'f1',
      slug: 'icrmw',
      seriesId: null,
      name: 'Migrant Workers Convention',
      unit: 'States parties',
      text: null,
      language: 'en',
      translations: null,
      direction: 'grows',
      goal: { value: 60, date: null, note: null },
      baseline: null,
      comparisons: [],
      lines: [
        { key: 'old', name: 'By year', text: null, counts: 'totals', until: null, beside: false },
        {
          key: 'totals',
          name: 'By day',
          text: 'As listed.',
          counts: 'totals',
          until: '2021-06-01',
          beside: false,
        },
      ],
      sources: [
        { id: 's1', name: 'Treaty Collection', address: 'https://treaties.example/', rank: 'primary' },
        { id: 's2', name: 'Handbook', address: null, rank: 'secondary' },
      ],
      points: [
        { ...point, id: 'p0', line: 'old', date: '2015', value: 48, source: 's2' },
        { ...point, id: 'p1', date: '2019-01-01', value: 54 },
        { ...point, id: 'p2', date: '2020-02-01', value: 55 },
        { ...point, id: 'p3', date: '2021-03-01', value: 56 },
      ],
      revision: 1,
      createdAt: 0,
      updatedAt: 0,
    },
  ]
}

async function tell({ db }: Store, figures: Figure[]): Promise<void> {
  for (const { sources, points, ...head } of figures) {
    await insertFigure(db, head, 0)
    await db
      .insertInto('figure_sources')
      .values(sources.map((source, position) => ({ ...source, position, figure_id: head.id })))
      .execute()
    await db
      .insertInto('figure_points')
      .values(points.map(({ source, ...point }) => ({ ...point, source_id: source, figure_id: head.id })))
      .execute()
  }
}
