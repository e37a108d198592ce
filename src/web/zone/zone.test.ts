import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDay, dataDay } from '../../../test/a-day.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'

const path = '/data-day/2021'
let site: TestSite

beforeAll(async () => {
  site = await openSite('2021-03-06T09:20:00Z')
  await addProgramme(site, dataDay, aDay, { title: 'Data Day 2021' })
  await addProgramme(
    site,
    { series: 'autumn', edition: '2021', date: '2021-10-30', zone: 'Europe/Berlin' },
    [
      { kind: 'event', title: 'In Paris', start: '2021-10-30T20:00:00+02:00[Europe/Paris]' },
      { kind: 'event', title: 'In Manila', start: '2021-10-30T20:00:00+08:00[Asia/Manila]' },
    ],
    { title: 'Autumn 2021' },
  )
})
afterAll(() => site.close())

const get = async (address: string, headers: Record<string, string> = {}) => {
  const answer = await site.app.request(`http://localhost${address}`, { headers })
  return { status: answer.status, html: await answer.text() }
}
const choose = (fields: Record<string, string>, cookie = '') =>
  site.app.request('http://localhost/zone', {
    method: 'POST',
    headers: { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded', cookie },
    body: new URLSearchParams(fields),
  })
const rowOf = (html: string, slug: string) => {
  const start = html.indexOf(`id="${slug}"`)
  return html.slice(start, html.indexOf('</li>', start))
}

describe('a second place', () => {
  test('stands beside the first in every row, with its day where that is another', async () => {
    const { html } = await get(`${path}?zone=Europe/Zurich&beside=Asia/Manila`)
    expect(rowOf(html, 'maps-for-the-harbour')).toContain(
      '<time datetime="2021-03-06T09:00Z">10:00</time><span class="here" data-zone-name>Zurich</span><span class="beside" data-beside="Asia/Manila"><b>17:00</b> <span>Manila</span></span>',
    )
    expect(rowOf(html, 'night-of-the-archives')).toContain('<b>05:00</b> <span>Manila · Sun 7 Mar</span>')
    expect(html).toContain(' data-own="2021-03-06T10:00 Lagos">')
    const twice = await get(`${path}?zone=Europe/Zurich&beside=Africa/Lagos`)
    expect(twice.html).toContain('<b>10:00</b> <span>Lagos</span></span></div>')
    expect(twice.html).not.toContain('2021-03-06T10:00 Lagos')
    expect(html).toContain('beside them')
    expect((await get(`${path}?zone=Asia/Manila&beside=Asia/Manila`)).html).not.toContain(
      '<span class="beside"',
    )
  })

  test('is found by a city that no zone is named after, and goes into the address with the reader’s own', async () => {
    const { html } = await get(`/zone?q=geneva&for=beside&back=${encodeURIComponent(`${path}?view=told`)}`)
    expect(html).toContain('name="beside" value="Europe/Zurich"')
    expect(html).toContain('Geneva')
    const chosen = await choose({ beside: 'Europe/Zurich', back: `${path}?view=told` }, 'zone=Asia%2FManila')
    expect(chosen.headers.get('location')).toBe(`${path}?view=told&zone=Asia%2FManila&beside=Europe%2FZurich`)
    expect(chosen.headers.get('set-cookie')).toBeNull()
    const gone = await choose({ beside: '', back: `${path}?zone=Asia%2FManila&beside=Europe%2FZurich` })
    expect(gone.headers.get('location')).toBe(`${path}?zone=Asia%2FManila`)
  })
})

describe('waking hours', () => {
  test('are kept by a cookie, told by an address, and lit in the picture', async () => {
    const chosen = await choose({ awakeFrom: '5', awakeTo: '21', back: path })
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, path])
    expect(chosen.headers.get('set-cookie')).toMatch(/^awake=5-21; .*HttpOnly/)
    expect((await get(path)).html).toContain('data-awake="7-23"')
    expect((await get(path, { cookie: 'awake=5-21' })).html).toContain('data-awake="5-21"')
    expect((await get(`${path}?awake=20-11`, { cookie: 'awake=5-21' })).html).toContain('data-awake="20-11"')
  })
})

describe('a zone', () => {
  test('is called in words, not by a letter code', async () => {
    const { html } = await get(`${path}?zone=Europe/Berlin`)
    expect(html).toContain('<span data-zone-words="true">Central European Time</span>')
    expect((await get(`${path}?zone=Europe/Berlin&lang=ar`)).html).toContain('وسط أوروبا')
  })

  test('is called after its city, as the language of the page calls that, wherever it is named', async () => {
    const { html } = await get(`${path}?zone=Asia/Manila&beside=Europe/Moscow&lang=ar`)
    expect(html).toContain('<b data-zone-name="true"><bdi>مانيلا</bdi></b>')
    expect(html).toContain('بتوقيت مانيلا</text>')
    expect(html).toContain('"cities":{"Manila":"مانيلا","Moscow":"موسكو"}')
    expect(rowOf(html, 'maps-for-the-harbour')).toMatch(/لاغوس.*<\/span>/)
    expect(rowOf(html, 'maps-for-the-harbour')).toContain('<span>موسكو</span>')
    const shown = html.replace(/<(script|style).*?<\/\1>|<[^>]*>/gs, '')
    expect(shown).not.toMatch(/Manila|Moscow/)
    const russian = (await get('/autumn/2021?lang=ru')).html.replace(/[\u2068\u2069]/g, '')
    expect(russian).toContain('Перевод часов назад (Берлин и Париж)')
    expect((await get(`${path}?zone=America/Sao_Paulo`)).html).toContain('<bdi>São Paulo</bdi>')
  })

  test('is found by what its city is called in the reader’s language', async () => {
    const found = async (query: string) => /value="([\w/]+)"[^>]*><span>/.exec((await get(query)).html)?.[1]
    expect(await found(`/zone?lang=ar&q=${encodeURIComponent('مانيلا')}`)).toBe('Asia/Manila')
    expect(await found(`/zone?lang=ru&q=${encodeURIComponent('Каир')}`)).toBe('Africa/Cairo')
    expect(await found(`/zone?lang=zh&q=${encodeURIComponent('纽约')}`)).toBe('America/New_York')
    expect(await found('/zone?lang=zh&q=new+york')).toBe('America/New_York')
  })

  test('whose clocks change during the programme is named, once for all that change together', async () => {
    const { html } = await get('/autumn/2021')
    expect(html.replace(/[\u2068\u2069]/g, '')).toContain(
      'Clocks go back in Berlin and Paris on Sunday 31 October, during this programme.',
    )
    expect((await get(path)).html).not.toContain('<p class="clocks">')
    expect((await get('/autumn/2021?at=2021-12-01T00:00Z')).html).not.toContain('<p class="clocks">')
  })
})

test('what cannot be understood is named; the rest is used', async () => {
  for (const [query, told] of [
    ['beside=Mars/Olympus', '“Mars/Olympus” is no time zone that is known here; no second place'],
    ['awake=nine-to-five', '“nine-to-five” are no waking hours'],
    ['view=upside-down', 'no view “upside-down”'],
    ['view=&beside=&awake=', ''],
  ]) {
    const { html, status } = await get(`${path}?zone=Asia/Manila&${query}`)
    expect(status).toBe(200)
    expect(html).toContain(told)
    expect(rowOf(html, 'maps-for-the-harbour')).toContain('>17:00</time>')
  }
})
