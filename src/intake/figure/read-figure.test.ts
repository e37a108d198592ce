import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFigureCell } from './read-cell.ts'
import { readFigureDate } from './read-date.ts'
import { readFigureJson } from './read-json.ts'
import { readNumber } from './read-number.ts'
import { readFigureTable } from './read-table.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('numbers are read as people write them', () => {
  const told = [
    '56',
    '1,234',
    '1.234,5',
    '1 234',
    '1\u202f234,5',
    '٥٦',
    '५६',
    '56 [3]',
    '−3',
    '1,234,567.8',
    '12,5',
  ]
  expect(told.map(cell => readNumber(cell)?.value)).toEqual([
    56, 1234, 1234.5, 1234, 1234.5, 56, 56, 56, -3, 1234567.8, 12.5,
  ])
  expect(readNumber('12 %')).toEqual({ value: 12, unit: '%' })
  expect(readNumber('281 million')).toEqual({ value: 281, unit: 'million' })
})

test('what is no single number is none', () => {
  const none = ['', 'many', '10–12', 'about 50', '≥ 56', '1,23,4', '1.2.3', '12 34', '5 of 7', '1e400']
  expect(none.map(readNumber)).toEqual(none.map(() => null))
})

test('dates are as precise as they are written, in any language', () => {
  const told = {
    '5 Jun 2007': '2007-06-05',
    'March 2003': '2003-03',
    'mars 2003': '2003-03',
    '2003-03': '2003-03',
    '03/2003': '2003-03',
    '2015': '2015',
    '18 décembre 1990': '1990-12-18',
    '18 de diciembre de 1990': '1990-12-18',
    '١٨ ديسمبر ١٩٩٠': '1990-12-18',
    '18 декабря 1990': '1990-12-18',
    '1990年12月18日': '1990-12-18',
    '1990年12月': '1990-12',
    '23/04/2003': '2003-04-23',
    'Dec 18, 1990': '1990-12-18',
  }
  expect(Object.keys(told).map(words => readFigureDate(words))).toEqual(
    Object.values(told).map(date => ({ date })),
  )
})

test('a day that may be two is not guessed, and what is no date is none', () => {
  expect(readFigureDate('03/04/2003')).toEqual({ unread: 'order' })
  expect(readFigureDate('03/04/2003', 'day')).toEqual({ date: '2003-04-03' })
  for (const none of ['', 'soon', '31 Feb 2003', '18 December', '2003-13', '2003-2005'])
    expect([none, readFigureDate(none)]).toEqual([none, { unread: 'no-date' }])
})

test('a pasted table is read by the names of its columns, and broken rows are told', () => {
  const read = readFigureTable(bytes('Fecha\tValor\n2003\t20\nx\t21\n2005\tmany\n'), { counts: 'totals' })
  expect(read).toMatchObject({
    points: [{ date: '2003', value: 20 }],
    problems: [
      { code: 'no-date', cell: 'x', where: '3' },
      { code: 'no-number', cell: 'many', where: '4' },
    ],
  })
  const states = bytes(
    'Country;Joined;Left\nCongo;5 Jun 2007 a;\nDemocratic Republic of the Congo;2008;1 Mar 2010\n',
  )
  expect(readFigureTable(states, { counts: 'members' })).toMatchObject({
    points: [
      { who: 'CG', act: 'joined', date: '2007-06-05', note: 'accession' },
      { who: 'CD', act: 'joined', date: '2008' },
      { who: 'CD', act: 'left', date: '2010-03-01' },
    ],
  })
  expect(readFigureTable(bytes('a,b\n1,2\n'), { counts: 'totals' })).toMatchObject({
    points: [],
    table: { names: ['a', 'b'] },
  })
  expect(readFigureTable(bytes('a,b\n1,2\n'), { counts: 'totals', columns: { value: 'c' } })).toEqual({
    unread: 'column-gone',
    words: 'c',
  })
})

test('paths that could keep a reader busy are none', () => {
  const json = bytes('{"a":[1,2]}')
  const asked = (value: string) => readFigureJson(json, { value, date: null })
  expect(asked('$.a[0]')).toMatchObject({ points: [{ value: 1, date: null }] })
  expect(asked('$.a[*]')).toMatchObject({ unread: 'too-many' })
  for (const path of ['$..a..b', '$[?match(@.a, "(a+)+b")]', 'a b', `$${'[*,*]'.repeat(9)}`])
    expect([path, asked(path)]).toMatchObject([path, { unread: 'path-wrong' }])
})

test('nothing at all makes a reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), words => {
      readNumber(words)
      readFigureDate(words)
      readFigureTable(bytes(words), { counts: 'totals' })
      readFigureJson(bytes(words), { value: words, date: words })
      readFigureCell(bytes(`<table><tr><td>${words}</table>`), { row: words, column: words })
    }),
  )
})

test('whoever is called as every object is stays a name', () => {
  const states = bytes('Country;Joined\nconstructor;5 Jun 2007\n')
  expect(readFigureTable(states, { counts: 'members' })).toMatchObject({
    points: [{ who: 'constructor', act: 'joined', date: '2007-06-05' }],
  })
})
