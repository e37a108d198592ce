import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readText, readTextInPieces } from './read-text.ts'

const russian = 'Международный день мигранта: открытая встреча для всех, кто живёт вдали от дома'

test('a byte order mark tells the charset and is not part of the text', () => {
  for (const charset of ['utf8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']) {
    const read = readText(iconv.encode('Grüße', charset, { addBOM: true }))
    expect(read).toMatchObject({ text: 'Grüße', assumed: false, unreadable: 0 })
  }
})

test('UTF-16 without a mark is recognised', () => {
  expect(readText(iconv.encode('BEGIN:VCALENDAR é', 'utf-16le')).text).toBe('BEGIN:VCALENDAR é')
  expect(readText(iconv.encode('BEGIN:VCALENDAR é', 'utf-16be')).text).toBe('BEGIN:VCALENDAR é')
})

test('valid UTF-8 is UTF-8, whatever is declared', () => {
  const bytes = Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>Grüße</a>')
  expect(readText(bytes, { declared: 'windows-1252' })).toMatchObject({ charset: 'utf-8', assumed: false })
})

test('a declared charset is used where the bytes are no UTF-8', () => {
  const xml = iconv.encode(`<?xml version="1.0" encoding="koi8-r"?><a>${russian}</a>`, 'koi8-r')
  expect(readText(xml)).toMatchObject({ charset: 'koi8-r', assumed: false })
  expect(readText(xml).text).toContain(russian)
  expect(readText(iconv.encode(russian, 'windows-1251'), { declared: 'windows-1251' }).text).toBe(russian)
  const calendar = iconv.encode('BEGIN:VEVENT\r\nSUMMARY;CHARSET=ISO-8859-1:Fête\r\n', 'latin1')
  expect(readText(calendar)).toMatchObject({ charset: 'windows-1252', assumed: false })
})

test('an undeclared charset is assumed by its letters and said to be assumed', () => {
  expect(readText(iconv.encode(russian, 'windows-1251'))).toMatchObject({ text: russian, assumed: true })
  expect(readText(iconv.encode('Städa garaget på lördag', 'latin1'))).toMatchObject({
    text: 'Städa garaget på lördag',
    charset: 'windows-1252',
    assumed: true,
  })
})

test('a few broken bytes do not turn UTF-8 into something else', () => {
  const bytes = Buffer.concat([Buffer.from('Grüße aus Łódź, '), Buffer.from([0xf1]), Buffer.from(' ciao')])
  expect(readText(bytes)).toMatchObject({
    text: 'Grüße aus Łódź, \uFFFD ciao',
    charset: 'utf-8',
    unreadable: 1,
  })
})

test('NULs are left out', () => {
  expect(readText(Buffer.from('a\0b and a long enough line of text')).text).toBe(
    'ab and a long enough line of text',
  )
})

test('no more than the given number of bytes is read, and that is said', () => {
  expect(readText(Buffer.from('abcdef'), { maxBytes: 3 })).toMatchObject({ text: 'abc', cut: true })
})

test('piece by piece the text is the same, letters of several bytes included', () => {
  const text = `${russian} – 日本 – ${'😀'.repeat(50)}`
  expect([...readTextInPieces(Buffer.from(text), {}, 7)].join('')).toBe(text)
  expect([...readTextInPieces(iconv.encode(text, 'utf-16le', { addBOM: true }), {}, 5)].join('')).toBe(text)
})
