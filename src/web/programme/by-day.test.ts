import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDay, dataDay } from '../../../test/a-day.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'

const path = '/data-day/2021'
let site: TestSite

beforeAll(async () => {
  site = await openSite('2021-03-06T09:20:00Z')
  await addProgramme(site, dataDay, aDay, { title: 'Data Day 2021' })
})
afterAll(() => site.close())

/** The days, hours and titles of the view by day, in their order. */
async function outline(query = ''): Promise<string[]> {
  const html = await (await site.app.request(`http://localhost${path}?view=days${query}`)).text()
  const list = html.slice(html.indexOf('<ol data-agenda'), html.indexOf('data-section="anytime'))
  const found = list.matchAll(
    /<h2>(.*?)<\/h2>|<h3>(\S+) <span>|<h[34]><a[^>]*><bdi[^>]*>(.*?)<\/bdi>|class="still".*?<a[^>]*>(.*?)<\/a>/gs,
  )
  return [...found].map(([, day, hour, title, still]) => day ?? hour ?? title ?? `… ${still}`)
}

describe('a programme by day', () => {
  test('stands under the days and hours of its zone; whole days first', async () => {
    expect(await outline()).toEqual([
      'Friday 5 March',
      '19:00',
      'Breakfast in Auckland',
      'Saturday 6 March',
      'All-day reading',
      'Sometime that Saturday',
      '09:00',
      'Maps for the harbour',
      'Budgets without an end',
      '12:00',
      'A walk that was called off',
      '13:00',
      'ندوة البيانات المفتوحة',
      '18:00',
      'A vigil at dusk',
      '21:00',
      'Night of the archives',
      'Sunday 7 March',
      '… Night of the archives goes on until 01:00',
    ])
  })

  test('has other days and hours in another zone', async () => {
    expect((await outline('&zone=Asia/Manila')).slice(0, 8)).toEqual([
      'Saturday 6 March',
      'All-day reading',
      'Sometime that Saturday',
      '03:00',
      'Breakfast in Auckland',
      '17:00',
      'Maps for the harbour',
      'Budgets without an end',
    ])
  })

  test('leads to what is on or next', async () => {
    const html = await (await site.app.request(`http://localhost${path}?view=days`)).text()
    expect(html).toContain('<a href="#maps-for-the-harbour">To what is on or next</a>')
  })
})

test('the screen of a hall shows what is on and next, and asks for itself again', async () => {
  const html = await (await site.app.request(`http://localhost${path}?view=kiosk&zone=Asia/Manila`)).text()
  expect(html).toContain('<noscript><meta http-equiv="refresh" content="60"/></noscript>')
  expect(html).toContain('<b>17:20</b>')
  expect(html).toContain('data-section="on"')
  expect(html).toContain('data-section="next"')
  expect(html).not.toContain('data-section="over"')
  const plain = await (await site.app.request(`http://localhost${path}`)).text()
  expect(plain).not.toContain('http-equiv="refresh"')
  expect(plain).toContain(`href="${path}?view=kiosk"`)
})
