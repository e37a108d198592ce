import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Finding, InspectLine } from '../../domain/finding.ts'
import type { Problem } from '../../domain/problem.ts'
import type { IntakeOptions } from '../intake.ts'
import { readCsv } from './read-csv.ts'

function read(table: string | Uint8Array, options: IntakeOptions = {}) {
  const lines: InspectLine[] = [...readCsv(typeof table === 'string' ? Buffer.from(table) : table, options)]
  const findings = lines.flatMap(line => ('finding' in line ? [line.finding] : []))
  const problems = lines.flatMap(line => ('problem' in line ? [line.problem] : []))
  return { findings, problems }
}

function one(table: string, options: IntakeOptions = {}): Finding {
  const { findings, problems } = read(table, options)
  expect(problems).toEqual([])
  expect(findings).toHaveLength(1)
  const { from, ...finding } = findings[0]!
  expect(Object.values(from ?? {}).every(source => source === 'table')).toBe(true)
  return finding
}

const codes = (problems: Problem[]) => problems.map(problem => problem.code)

describe('columns', () => {
  test('a whole row, by the names of its columns', () => {
    expect(
      one(
        'event_name,event_date,event_time,end_time,timezone,place,country,latitude,longitude,organisers,url,online_event_url,event_video_url,description,language,tags,online,slug\n' +
          '"Rights, told in songs",2021-03-10,9:30,11:00,EAT,Mombasa,Kenya,-4.05,39.66,Coast Choir; Radio Kaya,https://choir.example/songs,https://us02web.zoom.us/j/123,https://youtu.be/abc,"Songs\nand words",English and Swahili,"music, rights",True,rights-in-songs\n',
      ),
    ).toEqual({
      kind: 'event',
      title: 'Rights, told in songs',
      url: 'https://choir.example/songs',
      summary: 'Songs\nand words',
      start: '2021-03-10T09:30:00+03:00[Africa/Nairobi]',
      end: '2021-03-10T11:00:00+03:00[Africa/Nairobi]',
      attendance: 'online',
      place: { name: 'Mombasa', country: 'Kenya', lat: -4.05, lon: 39.66 },
      organisations: [{ name: 'Coast Choir' }, { name: 'Radio Kaya' }],
      languages: ['en', 'sw'],
      tags: ['music', 'rights'],
      links: [
        { role: 'join', url: 'https://us02web.zoom.us/j/123' },
        { role: 'recording', url: 'https://youtu.be/abc' },
      ],
      recording: 'available',
      uid: 'rights-in-songs',
    })
  })

  test.each([
    [
      'Título;Fecha;Hora;Lugar;País;Organizador\nCharla;10/03/2021;18:30;Rosario;Argentina;Biblioteca',
      'America/Argentina/',
    ],
    [
      'Titre\tDate\tHeure\tVille\tPays\tOrganisateur\nDébat\t10/03/2021\t18h30\tLyon\tFrance\tMédiathèque',
      'Europe/Paris',
    ],
    [
      'Titel;Datum;Uhrzeit;Ort;Land;Veranstalter\nLesung;10.03.2021;18.30 Uhr;Graz;Österreich;Verein',
      'Europe/Vienna',
    ],
    [
      'Judul,Tanggal,Waktu,Kota,Negara,Penyelenggara\nDiskusi,2021-03-10,18:30,Denpasar,Indonesia,Yayasan',
      'Asia/Makassar',
    ],
    ['标题,日期,时间,地点,国家,主办方\n讲座,2021/3/10,18:30,上海,中国,图书馆', 'Asia/Shanghai'],
  ])('columns in another language: %s', (table, zone) => {
    const rows = table.includes('/03/')
      ? `${table}\n${table.split('\n')[1]!.replace('10/03', '25/03')}`
      : table
    const [finding] = read(rows).findings
    expect(finding?.start).toMatch(/^2021-03-10T18:30:00/)
    expect(finding?.start).toContain(`[${zone}`)
    expect(finding?.organisations).toHaveLength(1)
  })

  test.each([
    [
      'Name of the event,Start date (YYYY-MM-DD),Start time (UTC),Language(s)',
      { start: '2021-03-10T14:00:00+00:00[UTC]' },
    ],
    [
      'Event Title (in English),Date of the event,Time in CET,Event language(s)',
      { start: '2021-03-10T14:00:00+01:00[Europe/Berlin]' },
    ],
    ['eventName,eventDate,startTime,spokenLanguage', { start: '2021-03-10T14:00:00' }],
  ])('names with words around them: %s', (names, expected) => {
    const { findings, problems } = read(`${names}\nWalk,2021-03-10,14:00,French\n`)
    expect(problems).toEqual([])
    expect(findings).toMatchObject([{ title: 'Walk', languages: ['fr'], ...expected }])
  })

  test('days and hours as a spreadsheet counts them', () => {
    expect(one('title,date,time,tz\nWalk,44265,0.583333,UTC\n').start).toBe('2021-03-10T14:00:00+00:00[UTC]')
  })

  test('markup in a description is read as the text it shows', () => {
    const finding = one(
      'title,date,description\nWalk,2021-03-10,"<p>One &amp; two</p><p>Three<script>alert(1)</script></p>"\n',
    )
    expect(finding.summary?.split(/\n+/)).toEqual(['One & two', 'Three'])
  })

  test('columns that are left out are named once', () => {
    const { findings, problems } = read(
      'title,date,shoe size,budget\nA,2021-03-10,44,10\nB,2021-03-11,45,20\n',
    )
    expect(findings).toHaveLength(2)
    expect(codes(problems)).toEqual(['column-unknown'])
    expect(problems[0]!.says).toContain('shoe size, budget')
  })

  test('a title and empty rows may stand above the names', () => {
    expect(one('My programme,,\n,,\nTitle,Date,Time\nWalk,2021-03-10,\n')).toEqual({
      kind: 'event',
      title: 'Walk',
      start: '2021-03-10',
    })
  })

  test('the same table as JSON', () => {
    const rows = [
      { name: 'Walk', date: '2021-03-10', place: { city: 'Lusaka', country: 'Zambia' }, time: '14:00' },
    ]
    const [finding] = read(JSON.stringify({ count: 1, events: rows })).findings
    expect(finding).toMatchObject({ title: 'Walk', start: '2021-03-10T14:00:00+02:00[Africa/Lusaka]' })
    expect(read(rows.map(row => JSON.stringify(row)).join('\n')).findings).toHaveLength(1)
  })

  test('a file of Excel: sep= line, semicolons, Windows-1252', () => {
    const bytes = Buffer.from('sep=;\r\nTitel;Datum\r\nFr\xfchst\xfcck;10.03.2021\r\n', 'latin1')
    expect(read(bytes).findings).toMatchObject([{ title: 'Frühstück', start: '2021-03-10' }])
  })
})

describe('times', () => {
  const at = (cells: Record<string, string>, options: IntakeOptions = {}) => {
    const finding = one(
      `title,${Object.keys(cells).join(',')}\nWalk,"${Object.values(cells).join('","')}"\n`,
      options,
    )
    const { start, end, time, allDay, doubts } = finding
    return [start ?? time, end, allDay, ...(doubts ?? []).map(doubt => doubt.code)].filter(
      part => part !== undefined,
    )
  }

  test('a date alone is a day without an hour', () => {
    expect(at({ date: '2021-03-10' })).toEqual(['2021-03-10'])
  })

  test('an hour alone is a time without a day', () => {
    expect(at({ time: '14:00' })).toEqual(['14:00', 'date-missing'])
  })

  test('a zone that nobody tells stays open', () => {
    expect(at({ date: '2021-03-10', time: '14:00' })).toEqual(['2021-03-10T14:00:00', 'zone-missing'])
    expect(at({ date: '2021-03-10', time: '14:00' }, { zone: 'Asia/Tokyo' })).toEqual([
      '2021-03-10T14:00:00+09:00[Asia/Tokyo]',
    ])
  })

  test.each([
    [
      { start: '2021-03-10T14:00:00Z', end: '2021-03-10T15:00:00Z' },
      ['2021-03-10T14:00:00+00:00[UTC]', '2021-03-10T15:00:00+00:00[UTC]'],
    ],
    [{ start: '2021-03-10 14:00', tz: 'UTC+2' }, ['2021-03-10T14:00:00+02:00[+02:00]']],
    [
      { date: '2021-03-10', time: '10:00-11:30 CET' },
      ['2021-03-10T10:00:00+01:00[Europe/Berlin]', '2021-03-10T11:30:00+01:00[Europe/Berlin]'],
    ],
    [
      { date: '2021-03-10', time: '11-2pm', tz: 'UTC' },
      ['2021-03-10T11:00:00+00:00[UTC]', '2021-03-10T14:00:00+00:00[UTC]'],
    ],
    [
      { date: '2021-03-10', time: '22:00', 'end time': '1:00', tz: 'UTC' },
      ['2021-03-10T22:00:00+00:00[UTC]', '2021-03-11T01:00:00+00:00[UTC]'],
    ],
    [
      { date: '2021-03-10', time: '22:00', duration: '1h30', tz: 'UTC' },
      ['2021-03-10T22:00:00+00:00[UTC]', '2021-03-10T23:30:00+00:00[UTC]'],
    ],
    [{ date: '2021-03-10', time: '24:00', tz: 'UTC' }, ['2021-03-11T00:00:00+00:00[UTC]']],
    [{ 'start date': '2021-03-10', 'end date': '2021-03-12' }, ['2021-03-10', '2021-03-12', true]],
    [{ 'start date': '2021-03-10', 'all day': 'TRUE' }, ['2021-03-10', true]],
    [
      { date: '10 March 2021', time: '2.30 pm', tz: 'IST', country: 'Ireland' },
      ['2021-03-10T14:30:00+00:00[Europe/Dublin]', 'zone-season'],
    ],
    [
      { date: '2021-03-28', time: '02:30', city: 'Berlin' },
      ['2021-03-28T03:30:00+02:00[Europe/Berlin]', 'time-skipped'],
    ],
    [
      { date: '2021-10-31', time: '02:30', city: 'Berlin' },
      ['2021-10-31T02:30:00+02:00[Europe/Berlin]', 'time-repeated'],
    ],
  ])('%j', (cells, expected) => {
    expect(at(cells as Record<string, string>)).toEqual(expected)
  })

  test('several hours of one day are its sessions', () => {
    const finding = one('title,date,time,city\nWalk,2021-03-06,10:00 and 19:00,Rome\n')
    expect(finding.start).toBe('2021-03-06T10:00:00+01:00[Europe/Rome]')
    expect(finding.sessions?.map(session => session.start)).toEqual([
      '2021-03-06T10:00:00+01:00[Europe/Rome]',
      '2021-03-06T19:00:00+01:00[Europe/Rome]',
    ])
  })

  test('days and months in figures are told apart by their column', () => {
    const days = read('title,date\nA,03/04/2021\nB,25/04/2021\n').findings
    expect(days.map(finding => finding.start)).toEqual(['2021-04-03', '2021-04-25'])
    const months = read('title,date\nA,03/04/2021\nB,04/25/2021\n').findings
    expect(months.map(finding => finding.start)).toEqual(['2021-03-04', '2021-04-25'])
    const [unsure] = read('title,date\nA,03/04/2021\n').findings
    expect(unsure?.doubts?.map(doubt => doubt.code)).toContain('date-order')
  })

  test('words that are no time leave the row with a doubt', () => {
    expect(at({ date: 'to be announced later' })).toEqual(['date-missing'])
    expect(at({ date: 'TBA' })).toEqual([])
  })
})

describe('links', () => {
  test('relative addresses are made whole with the address of the table, or left out', () => {
    const table = 'title,date,report url\nWalk,2021-03-10,/reports/walk/\n'
    expect(one(table).links).toBeUndefined()
    expect(one(table, { url: 'https://day.example/2021/' }).links).toEqual([
      { role: 'source', url: 'https://day.example/reports/walk/', title: 'Report' },
    ])
  })

  test('an address for taking part is a form, a meeting or a page, as it tells', () => {
    const roles = read(
      'title,date,online event url\nA,2021-03-10,https://forms.gle/abc\nB,2021-03-10,https://meet.google.com/abc-defg-hij\nC,2021-03-10,https://choir.example/live-page\n',
    ).findings.map(finding => finding.links?.[0]?.role)
    expect(roles).toEqual(['registration', 'join', 'join'])
  })

  test('nobody joins an event on the spot by its page', () => {
    const finding = one('title,date,online,online event url\nA,2021-03-10,False,https://choir.example/page\n')
    expect([finding.url, finding.links]).toEqual(['https://choir.example/page', undefined])
  })

  test('no address of another kind comes through', () => {
    const finding = one(
      'title,date,url,image\nA,2021-03-10,javascript:alert(1),data:image/png;base64,AAAA\n'.replace(
        'data:image/png;base64,AAAA',
        'file:///etc/passwd',
      ),
    )
    expect(finding.url).toBeUndefined()
    expect(finding.image).toBeUndefined()
  })
})

describe('bad input', () => {
  test('a row without a title is a problem with its line, and the rest goes on', () => {
    const { findings, problems } = read(
      'title,date\nA,2021-03-10\n,2021-03-11\n"B\nb",2021-03-12\n,2021-03-13\n',
    )
    expect(findings.map(finding => finding.title)).toEqual(['A', 'B b'])
    expect(problems.map(({ code, where }) => [code, where])).toEqual([
      ['title-missing', 'line 3'],
      ['title-missing', 'line 6'],
    ])
  })

  test('rows of other lengths are read as far as they go', () => {
    expect(read('title,date,time\nA\nB,2021-03-11,10:00,more,and more\n').findings).toHaveLength(2)
  })

  test('a quotation mark that is never closed costs its row alone', () => {
    const { findings, problems } = read(
      `title,date\nA,2021-03-10\n"B,2021-03-11\n${'C,2021-03-12\n'.repeat(3)}`,
    )
    expect(findings.map(finding => finding.title)).toEqual(['A', 'C', 'C', 'C'])
    expect(problems.map(({ code, where }) => [code, where])).toEqual([['row-unreadable', 'line 3']])
  })

  test('a table without names of columns says what is wanted', () => {
    for (const table of [
      '1,2,3\n4,5,6\n',
      'shoes,hats\n1,2\n',
      'date,place\n2021-03-10,Lyon\n',
      '[1,2,3]',
      '{"a":1}',
    ]) {
      const { findings, problems } = read(table)
      expect([findings, codes(problems)]).toEqual([[], ['not-a-table']])
    }
  })

  test('a zip archive renamed is called one', () => {
    const zip = Buffer.concat([Buffer.from('PK\x03\x04'), deflateRawSync(Buffer.alloc(1000))])
    expect(read(zip).problems[0]?.says).toContain('zip archive')
  })

  test('an endless quoted cell, thousands of columns and deep JSON are answered soon', () => {
    const began = process.cpuUsage()
    const endless = Buffer.alloc(50 * 1024 * 1024, 'x, ')
    endless.write('title,date\n"A')
    expect(codes(read(endless).problems)).toContain('row-unreadable')
    const wide = `title,date,${Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(',')}\nA,2021-03-10${',x'.repeat(10_000)}\n`
    expect(read(wide).findings).toHaveLength(1)
    expect(codes(read(`[${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}]`).problems)).toEqual(['not-a-table'])
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000)
  })

  test('it is lazy: the first row of a long table costs no more than that', () => {
    const long = Buffer.from(`title,date\n${'A,2021-03-10\n'.repeat(1_000_000)}`)
    const began = process.cpuUsage()
    for (const line of readCsv(long, {})) if ('finding' in line) break
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(500)
  })

  test('tells no day where it writes one that there is not, whichever day it is read on', () => {
    for (const day of ['99.99.2026', '2026-02-31', '31/11/2026']) {
      const [line] = [
        ...readCsv(Buffer.from(`title,date,time\nVigil,${day},16:00\n`), { published: '2026-11-30' }),
      ]
      expect(line).toMatchObject({
        finding: { time: '16:00', doubts: [{ code: 'date-missing', says: `“${day}” is no day.` }] },
      })
    }
  })
})
