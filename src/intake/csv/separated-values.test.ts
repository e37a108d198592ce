import { expect, test } from 'vitest'
import { rowReader } from './separated-values.ts'

function read(text: string, delimiter = ',', longest = 1000) {
  const rowAt = rowReader(text, delimiter, longest)
  const rows: unknown[] = []
  let line = 1
  for (let at = 0; at < text.length; ) {
    const row = rowAt(at)
    rows.push(typeof row === 'string' ? row : [line, ...row.cells])
    if (typeof row === 'string') break
    at = row.end
    line += row.lines
  }
  return rows
}

test('rows end with LF, with CRLF, or with CR where the first one does', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const rows = [
      [1, 'a', 'b'],
      [2, 'c', 'd'],
      [3, '', ''],
    ]
    expect(read(`a,b${end}c,"d"${end},${end}`)).toEqual(rows)
    expect(read(`a,b${end}c,"d"${end},`)).toEqual(rows)
  }
  expect(read('a,b\nc\rd,e\n')).toEqual([
    [1, 'a', 'b'],
    [2, 'c\rd', 'e'],
  ])
})

test('a quoted cell holds delimiters, pairs of quotation marks and line ends, which are counted', () => {
  expect(read('"a, ""b""\r\nc",""\r\n"""",d\r\n')).toEqual([
    [1, 'a, "b"\r\nc', ''],
    [3, '"', 'd'],
  ])
})

test('quotation marks that quote nothing are letters', () => {
  expect(read('say "a","b" c,d\n"e""f" g,h\n')).toEqual([
    [1, 'say "a"', '"b" c', 'd'],
    [2, '"e"f" g', 'h'],
  ])
})

test('a row without its end is followed no further than is asked', () => {
  expect(read('a;"b;c\n', ';')).toEqual(['quote-not-closed'])
  expect(read(`a,"b${'c'.repeat(2000)}"\n`)).toEqual(['too-long'])
  expect(read(`a,b${'c'.repeat(2000)}\n`)).toEqual(['too-long'])
  expect(read(`a,"b${'""'.repeat(2000)}`)).toEqual(['too-long'])
})

test('a mark that is never closed does not swallow the row below', () => {
  const text = 'title,place\n"Broken,Cairo\n"Next",Giza\n"Two\nlines",Luxor\n'
  const rowAt = rowReader(text, ',', 1000)
  expect(rowAt(text.indexOf('"Broken'))).toBe('quote-not-closed')
  expect(rowAt(text.indexOf('"Next'))).toMatchObject({ cells: ['Next', 'Giza'] })
  expect(rowAt(text.indexOf('"Two'))).toMatchObject({ cells: ['Two\nlines', 'Luxor'], lines: 2 })
})
