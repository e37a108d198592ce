import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { archive, partsOf } from '../../../test/zip.ts'
import type { Finding, InspectLine } from '../../domain/finding.ts'
import { inspect } from '../inspect.ts'
import { recognise } from '../recognise.ts'
import { readSheets } from './sheets.ts'

const day = (hour = 0, minute = 0) => new Date(Date.UTC(2020, 11, 18, hour, minute))

async function read(bytes: Uint8Array, options = {}) {
  const lines = [...(await inspect(bytes, options))]
  return {
    findings: lines.flatMap(line => ('finding' in line ? [shortly(line.finding)] : [])),
    problems: lines.flatMap(line => ('problem' in line ? [line.problem] : [])),
  }
}

function shortly({ from: _, doubts: __, told: ___, kind: ____, ...finding }: Finding) {
  return finding
}

function problemsOf(lines: Iterable<InspectLine>) {
  return [...lines].flatMap(line => ('problem' in line ? [line.problem.code] : []))
}

describe('a spreadsheet is a table', () => {
  const rows = [
    ['Programme of Migrants Day', null, null, null, null],
    ['All times are in Berlin time'],
    ['Titel', 'Datum', 'Uhrzeit', 'Ende', 'Anmeldung'],
    ['Opening', day(), 0.5, 0.5625, 'here'],
    ['مساحة للحوار', '18.12.2020', '15 Uhr', null, 'https://example.org/register'],
  ]
  const columns = [{}, { numFmt: 'dd.mm.yyyy' }, { numFmt: 'hh:mm' }, { numFmt: 'hh:mm' }, {}]
  const wanted = [
    {
      title: 'Opening',
      start: '2020-12-18T12:00:00+01:00[Europe/Berlin]',
      end: '2020-12-18T13:30:00+01:00[Europe/Berlin]',
    },
    {
      title: 'مساحة للحوار',
      start: '2020-12-18T15:00:00+01:00[Europe/Berlin]',
      links: [{ role: 'registration', url: 'https://example.org/register' }],
    },
  ]

  test.each(['1900', '1904'] as const)('XLSX with days counted from %s', async dateSystem => {
    const bytes = await writeXlsx({ dateSystem, sheets: [{ name: 'Sheet1', rows, columns }] })
    expect(recognise(bytes, 'whatever.ics')).toEqual({ kind: 'spreadsheet' })
    expect(await read(bytes)).toEqual({ findings: wanted, problems: [] })
  })

  test('ODS', async () => {
    const bytes = await writeOds({ sheets: [{ name: 'Sheet1', rows, columns }] })
    expect(recognise(bytes)).toEqual({ kind: 'spreadsheet' })
    expect(await read(bytes)).toEqual({ findings: wanted, problems: [] })
  })

  test('a day without its format is known by its column', async () => {
    for (const [dateSystem, serial] of [
      ['1900', 44183],
      ['1904', 44183 - 1462],
    ] as const) {
      const bytes = await writeXlsx({
        dateSystem,
        sheets: [
          {
            name: 'A',
            rows: [
              ['title', 'start', 'end'],
              ['Walk', serial + 0.5, serial + 0.75],
            ],
          },
        ],
      })
      const { findings } = await read(bytes, { zone: 'UTC' })
      expect(findings).toEqual([
        { title: 'Walk', start: '2020-12-18T12:00:00+00:00[UTC]', end: '2020-12-18T18:00:00+00:00[UTC]' },
      ])
    }
  })
})

test('sheets are tables of their own, one a day, and those without names of columns are told', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Read me', rows: [['This is the programme.'], ['Please do not edit.']] },
      {
        name: '17 December 2020',
        rows: [
          ['Time', 'Title'],
          ['10:00', 'One'],
        ],
      },
      {
        name: 'Others',
        rows: [
          ['Time', 'Title'],
          ['Friday, 18 December 2020'],
          ['11:00', 'Two'],
          ['Saturday, 19 December 2020'],
          [0.5, 'Three'],
        ],
      },
      {
        name: 'Secret',
        hidden: true,
        rows: [
          ['Title', 'Date'],
          ['Not meant to be seen', '2020-12-18'],
        ],
      },
    ],
  })
  expect(await read(bytes, { zone: 'UTC' })).toEqual({
    findings: [
      { title: 'One', start: '2020-12-17T10:00:00+00:00[UTC]' },
      { title: 'Two', start: '2020-12-18T11:00:00+00:00[UTC]' },
      { title: 'Three', start: '2020-12-19T12:00:00+00:00[UTC]' },
    ],
    problems: [
      {
        code: 'sheet-left-out',
        says: 'The sheet “Read me” was left out: no row of it names columns.',
        values: { sheets: 'Read me' },
        note: true,
      },
      {
        code: 'sheet-left-out',
        says: 'Hidden sheets were left out: Secret.',
        values: { sheets: 'Secret' },
        note: true,
      },
    ],
  })
})

test('what is merged downwards holds for each row; words with an address behind them give it', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Programme',
        rows: [
          ['Date', 'Time', 'Title', 'Join'],
          [day(), '10:00', 'One', 'Zoom'],
          [null, '11:00', 'Two', null],
          ['2020-12-19', '12:00', 'Three', null],
        ],
        columns: [{ numFmt: 'yyyy-mm-dd' }, {}, {}, {}],
        merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
        cells: new Map([
          ['1,3', { value: 'Zoom', hyperlink: { target: 'https://zoom.us/j/123456789' } }],
          ['2,2', { value: 'Two', hyperlink: { target: 'https://example.org/two' } }],
        ]),
      },
    ],
  })
  expect((await read(bytes, { zone: 'UTC' })).findings).toEqual([
    {
      title: 'One',
      start: '2020-12-18T10:00:00+00:00[UTC]',
      links: [{ role: 'join', url: 'https://zoom.us/j/123456789' }],
    },
    { title: 'Two', start: '2020-12-18T11:00:00+00:00[UTC]', url: 'https://example.org/two' },
    { title: 'Three', start: '2020-12-19T12:00:00+00:00[UTC]' },
  ])
})

test('a formula gives the value kept with it and is never run', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'A',
        rows: [
          ['title', 'date', 'summary'],
          [null, '2020-12-18', null],
          ['=HYPERLINK("https://example.org")', '2020-12-18', '#REF!'],
        ],
        cells: new Map([
          ['1,0', { value: 'Walk', formula: 'CONCATENATE("Wa","lk")', formulaResult: 'Walk' }],
          ['1,2', { value: null, formula: 'WEBSERVICE("https://example.org")' }],
        ]),
      },
    ],
  })
  expect((await read(bytes)).findings).toEqual([
    { title: 'Walk', start: '2020-12-18' },
    { title: '=HYPERLINK("https://example.org")', start: '2020-12-18' },
  ])
})

describe('hostile spreadsheets are refused before they are unpacked', () => {
  test('what says it unpacks to too much, or lies about it', async () => {
    const bomb = archive([['xl/workbook.xml', Buffer.alloc(130 * 1024 * 1024)]])
    expect(bomb.length).toBeLessThan(200_000)
    expect(problemsOf(await inspect(bomb))).toEqual(['too-large'])
    const liar = archive([['xl/workbook.xml', Buffer.alloc(1_000_000)]], 0)
    expect(problemsOf(await inspect(liar))).toEqual(['too-large'])
    const many = archive(
      Array.from({ length: 1200 }, (_, at) => [at === 0 ? 'xl/workbook.xml' : `a${at}`, Buffer.from('x')]),
    )
    expect(problemsOf(await inspect(many))).toEqual(['too-large'])
  })

  test('what unpacks to more than it says stops there', async () => {
    const bytes = archive([['xl/workbook.xml', Buffer.alloc(50_000_000)]], 1000)
    expect(problemsOf(await inspect(bytes))).toEqual(['damaged'])
  })

  test('entities that grow, cells at the end of the world, and damage', async () => {
    const sheet = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['title', 'date'],
            ['Walk', '2020-12-18'],
          ],
        },
      ],
    })
    const parts = partsOf(sheet)
    const bomb = `<!DOCTYPE x [${Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at} "${at ? `&e${at - 1};`.repeat(10) : 'boom'}">`).join('')}]>`
    const strings = parts
      .get('xl/sharedStrings.xml')!
      .toString()
      .replace('?>', `?>${bomb}`)
      .replace('Walk', '&e29;')
    const withBomb = archive([...parts, ['xl/sharedStrings.xml', Buffer.from(strings)]])
    for (const { title } of (await read(withBomb)).findings) expect(title.length).toBeLessThan(100)
    const far = parts
      .get('xl/worksheets/sheet1.xml')!
      .toString()
      .replace(/r="B2"/, 'r="XFD1048576"')
    const { findings } = await read(archive([...parts, ['xl/worksheets/sheet1.xml', Buffer.from(far)]]))
    expect(findings.length).toBeLessThanOrEqual(1)
    for (const cut of [100, 1000, sheet.length - 30])
      expect(problemsOf(await inspect(sheet.subarray(0, cut)))).toHaveLength(1)
  })

  test('one that takes too long is left', async () => {
    const sheet = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['title', 'date'],
            ['Walk', '2020-12-18'],
          ],
        },
      ],
    })
    expect(await readSheets(sheet, { ms: 1 })).toMatchObject({ problem: { code: 'too-heavy' } })
  })
})
