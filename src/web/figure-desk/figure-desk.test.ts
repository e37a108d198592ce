import { expect, test } from 'vitest'
import { openPages } from '../../../test/pages-site.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite } from '../../../test/site.ts'
import { closing } from '../../../test/stores.ts'
import { findFigure } from '../../storage/figures.ts'
import { openStore } from '../../storage/store.ts'

const table = (number: string) =>
  `<table><tr><th>Treaty</th><th>Parties</th></tr><tr><th>ICRMW</th><td>${number}</td></tr></table>`

async function open() {
  const clock = { now: 0 }
  const world = await openPages({ '/page': table('60') }, () => clock.now)
  const store = closing(await openStore({ sqlite: ':memory:' }))
  const site = await openSite('2026-11-29T10:00:00Z', store, world.fetch)
  clock.now = site.clock.now
  const { headers } = await signedIn(site, 'editor')
  const ask = async (path: string, form?: Record<string, string>, more = headers) => {
    const answer = await site.app.request(path, {
      headers: more,
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    return { status: answer.status, page: await answer.text(), to: answer.headers.get('location') }
  }
  return { site, store, world, ask }
}

test('a figure is made, told by hand and by a table, read from an address, and a jump is settled', async () => {
  const { ask, store, world, site } = await open()
  const made = await ask('/desk/figures', { name: 'Migrant Workers Convention', series: '' })
  expect([made.status, made.to]).toEqual([303, '/desk/figures/migrant-workers-convention'])
  const here = made.to!
  const figure = async () => (await findFigure(store.db, 'migrant-workers-convention'))!
  const wrong = await ask(`${here}/points`, { date: '03/04/2003', value: 'many' })
  expect(wrong.status).toBe(422)
  expect(wrong.page).toContain('03/04/2003')
  expect((await ask(`${here}/points`, { date: 'March 2003', value: '20' })).status).toBe(303)
  expect((await figure()).points).toMatchObject([{ date: '2003-03', value: 20 }])

  const pasted = { table: 'Year\tParties\n2016\t49\n2020\t56\n2021\tmany\n' }
  const looked = await ask(`${here}/table`, { ...pasted, do: 'look' })
  expect(looked.page).toContain('New: 2. Corrected: 0. Known already: 0.')
  expect(looked.page).toContain('is no number')
  expect((await figure()).points).toHaveLength(1)
  expect((await ask(`${here}/table`, { ...pasted, do: 'take' })).status).toBe(303)
  expect((await figure()).points.map(({ value }) => value)).toEqual([20, 49, 56])

  const edited = { name: 'ICRMW', slug: 'icrmw', direction: 'grows', goal: '193', 'goal-date': '2030' }
  const line = { 'line.0.key': 'told', 'line.0.name': 'Totals' }
  const moved = await ask(here, { ...edited, ...line })
  expect([moved.status, moved.to]).toEqual([303, '/desk/figures/icrmw'])

  const address = `${world.address}/page`
  const asked = { address, as: 'table', row: 'ICRMW', column: 'Parties', name: 'Register', rank: 'primary' }
  const nothing = await ask('/desk/figures/icrmw/sources', { ...asked, column: 'Members' })
  expect(nothing.status).toBe(422)
  expect(nothing.page).toContain('There is no such column any more')
  const seen = await ask('/desk/figures/icrmw/sources', { ...asked, do: 'look' })
  const checksum = /name="checksum" value="([^"]+)"/.exec(seen.page)![1]!
  const watching = await ask('/desk/figures/icrmw/sources', { ...asked, do: 'watch', checksum })
  expect(watching.status).toBe(303)
  const now = (await findFigure(store.db, 'icrmw'))!
  expect(now).toMatchObject({ goal: { value: 193, date: '2030' }, direction: 'grows' })
  expect(now.points.at(-1)).toMatchObject({ date: '2026-11-29', value: 60 })

  world.pages['/page'] = table('600')
  site.clock.now += 86_400_000
  const page = (await ask('/desk/figures/icrmw')).page
  const watch = /\/desk\/figures\/icrmw\/sources\/([\w-]{36})"/.exec(page)![1]!
  expect((await ask(`/desk/figures/icrmw/sources/${watch}`, { do: 'read' })).status).toBe(303)
  const waits = (await ask('/desk/figures/icrmw')).page
  expect(waits).toContain('Waiting for you: 1')
  expect(waits).toContain('It changes by')
  const offer = /\/offers\/([\w-]{36})"/.exec(waits)![1]!
  expect((await ask(`/desk/figures/icrmw/offers/${offer}`, { do: 'take' })).status).toBe(303)
  const after = await ask('/desk/figures/icrmw')
  expect(after.page).not.toContain('Waiting for you')
  const revision = /name="revision" value="(\d+)"/.exec(
    after.page.slice(after.page.indexOf('id="history"')),
  )![1]!
  expect((await ask('/desk/figures/icrmw/undo', { revision })).status).toBe(303)
  expect((await findFigure(store.db, 'icrmw'))!.points.at(-1)).toMatchObject({ value: 60 })
  for (const lang of ['ar', 'zh', 'de'])
    expect((await ask(`/desk/figures/icrmw?lang=${lang}`)).status).toBe(200)
})

test('who may only write drafts sees figures, and changes none; strangers sign in', async () => {
  const { site, ask } = await open()
  await ask('/desk/figures', { name: 'One', series: '' })
  const { headers } = await signedIn(site, 'contributor')
  const seen = await ask('/desk/figures/one', undefined, headers)
  expect(seen.status).toBe(200)
  expect(seen.page).not.toContain('/desk/figures/one/points')
  for (const [path, form] of [
    ['/desk/figures/one/points', { date: '2020', value: '1' }],
    ['/desk/figures/one', { _method: 'delete' }],
    ['/desk/figures', { name: 'Two', series: '' }],
  ] as const)
    expect([path, (await ask(path, form, headers)).status]).toEqual([path, 403])
  const stranger = { cookie: '', origin: headers.origin }
  expect((await ask('/desk/figures', undefined, stranger)).to).toContain('/sign-in')
})
