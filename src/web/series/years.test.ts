import { beforeEach, describe, expect, test } from 'vitest'
import { finding } from '../../../test/builders.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'

describe('the page of a series', () => {
  let site: TestSite
  beforeEach(async () => {
    site = await openSite('2022-03-01T12:00:00Z')
    return () => site.close()
  })

  test('says what is to be seen in its years, shows it, and has it as a table', async () => {
    await add('2018', 2, { attendance: 'offline' })
    await add('2019', 3, { attendance: 'offline' })
    await add('2021', 34, { attendance: 'online', languages: ['en', 'fr'], recording: 'available' })
    const page = await read('/day')
    expect(saidIn(page)).toEqual([
      'Events online: none before 2021; 34 in 2021.',
      'Events in person: 3 in 2019; none after 2019.',
      'Hours of programme: 2 in 2018, 34 in 2021.',
      'Languages',
      'Organisations: 1 in 2018, 1 in 2021.',
      'Events with a recording: none before 2021; 100% in 2021.',
    ])
    expect(rowsIn(page)).toEqual([
      ['2018', '2', '0', '2', '2', '–', '1', '0%'],
      ['2019', '3', '0', '3', '3', '–', '1', '0%'],
      ['2021', '34', '34', '0', '34', '2', '1', '100%'],
    ])
    // 2020 has its place on the axis, and no bar.
    expect(page.match(/class="of-year"/g)).toHaveLength(6 * 4)
    expect(page.match(/<rect x=/g)).toHaveLength(1 + 2 + 3 + 1 + 3 + 1)
  })

  test('says it in the language and direction of the reader', async () => {
    await add('2018', 1, { kind: 'statement' })
    await add('2019', 4, { attendance: 'online' })
    expect(saidIn(await read('/day?lang=de'))[0]).toBe(
      'Veranstaltungen online: keine vor 2019; 4 im Jahr 2019.',
    )
    const [english, arabic] = [await read('/day'), await read('/day?lang=ar')]
    expect(english).toMatch(/<rect x="58%"/)
    expect(arabic).toMatch(/<rect x="8%"/)
    expect(saidIn(arabic)[0]).toBe('فعاليات عبر الإنترنت: لا شيء قبل 2019؛ 4 في 2019.')
  })

  test('counts no drafts, and shows nothing beside a single edition', async () => {
    await add('2021', 1, {})
    await add('2022', 7, {}, false)
    const page = await read('/day')
    expect(page).not.toContain('What was in each year')
    expect(page).not.toContain('2022')
  })

  test('shows what is still to come as that, and says nothing of its recordings', async () => {
    await add('2021', 2, { recording: 'available' })
    await add('2022', 4, {})
    const page = await read('/day')
    expect(page).toContain('<rect class="coming"')
    expect(rowsIn(page).map(row => row.at(-1))).toEqual(['100%', '–'])
  })

  async function add(year: string, count: number, told: object, publish = true): Promise<void> {
    await addProgramme(
      site,
      { series: 'day', edition: year, date: `${year}-12-18`, zone: 'UTC', publish },
      Array.from({ length: count }, (_, index) =>
        finding({
          title: `Entry ${index} of ${year}`,
          start: `${year}-12-18T10:00:00Z`,
          end: `${year}-12-18T11:00:00Z`,
          organisations: [{ name: 'IOM' }],
          ...told,
        }),
      ),
    )
  }

  async function read(path: string): Promise<string> {
    const answer = await site.app.request(path)
    expect(answer.status).toBe(200)
    return answer.text()
  }
})

function saidIn(page: string): string[] {
  return [...page.matchAll(/<figcaption>(.*?)<\/figcaption>/g)].map(match => match[1]!)
}

function rowsIn(page: string): string[][] {
  const [, body = ''] = /<tbody>(.*?)<\/tbody>/s.exec(page) ?? []
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '')),
  )
}
