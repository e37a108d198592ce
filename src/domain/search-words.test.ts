import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf, tokensOf } from './search-words.ts'

test('case, diacritics, width, apostrophes and punctuation do not count', () => {
  const written = [
    'Égalité',
    'égalité',
    'EGALITE',
    'Egalité'.normalize('NFD'),
    'ＥＧＡＬＩＴＥ',
    '«Égalité»!',
  ]
  expect(new Set(written.map(word => tokensOf(word).join(' ')))).toEqual(new Set(['egalit']))
  expect(tokensOf('L’éducation – women’s rights, COVID-19')).toEqual(
    tokensOf("l'education women's RIGHTS covid 19"),
  )
  expect(tokensOf('Straße, Đà Nẵng, Łódź, İstanbul')).toEqual(tokensOf('strasse da nang lodz istanbul'))
})

test('plurals and last vowels of Latin words do not count, where they are endings', () => {
  for (const words of [
    ['migrant', 'migrants'],
    ['country', 'countries'],
    ['mujer', 'mujeres'],
    ['nación', 'naciones'],
    ['address', 'addresses'],
    ['riche', 'riches'],
    ['série', 'séries'],
    ['day', 'days'],
  ])
    expect([words, new Set(words.map(word => tokensOf(word)[0])).size]).toEqual([words, 1])
  expect(tokensOf('status crisis press this')).toEqual(['status', 'crisis', 'press', 'this'])
})

test('Arabic is found with and without vowel signs, article and kinds of letters', () => {
  expect(tokensOf('الهِجْرَةُ والهجرة هجره لِلهجرة')).toEqual(['هجر', 'هجر', 'هجر', 'هجر'])
  expect(tokensOf('الأمم المتّحدة')).toEqual(tokensOf('امم متحده'))
  expect(tokensOf('مهاجـــرون')).toEqual(tokensOf('مهاجرون'))
})

test('other scripts keep what makes words there', () => {
  expect(tokensOf('МИГРАЦИЯ ещё Ёлка')).toEqual(['миграц', 'еще', 'елк'])
  expect(tokensOf('Μετανάστευσης')).toEqual(tokensOf('ΜΕΤΑΝΑΣΤΕΥΣΗΣ'))
  expect(tokensOf('प्रवासी दिवस')).toEqual(['प्रवासी', 'दिवस'])
  expect(tokensOf('٢٠٢٠ ２０２０ २०२० 2020')).toEqual(['2020', '2020', '2020', '2020'])
})

test('scripts without spaces are taken two signs at a time', () => {
  expect(tokensOf('国际移民日2020年')).toEqual(['国际', '际移', '移民', '民日', '日', '2020', '年'])
  expect(tokensOf('ガス')).toEqual(tokensOf('ｶﾞｽ'))
  expect(tokensOf('이주민의 날')).toEqual(['이주', '주민', '민의', '의', '날'])
  expect(tokensOf('วันผู้')).toEqual(['วัน', 'นผู้', 'ผู้'].map(() => expect.any(String)).slice(0, 3))
})

test('addresses of the web are no words', () => {
  expect(tokensOf('See https://example.org/some-thing?x=1 now')).toEqual(['see', 'now'])
})

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'ﷺ',
        '½',
        '²',
        'ß',
        'ﬁ',
        'İ',
        '移民',
        'ﾞ',
        'ก็',
        'ा',
        '\u0301',
        'ёж',
        "l'",
        '٣',
        '𝟗',
        '가',
        '-',
        '"',
      ),
      {
        maxLength: 12,
      },
    )
    .map(parts => parts.join('')),
)

test('whatever is written: tokens are letters, marks and digits alone, in the order of the text and within it', () => {
  fc.assert(
    fc.property(text, told => {
      let last = 0
      for (const { token, at, length } of piecesOf(told)) {
        expect(token).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
        expect(token).not.toMatch(/[\uE000"'\s]/)
        expect(at).toBeGreaterThanOrEqual(last)
        expect(at + length).toBeLessThanOrEqual(told.length)
        last = at
      }
    }),
    { numRuns: 2000 },
  )
})

test('a text is folded alike in capitals, composed or not, and among other words', () => {
  const plain = fc.string({
    unit: fc.constantFrom(...'abcdefgxyzéüñçøåßжщёиαλς ابتةأى移民日กา가나 1239'),
    maxLength: 40,
  })
  fc.assert(
    fc.property(plain, told => {
      const own = tokensOf(told)
      expect(tokensOf(told.normalize('NFD'))).toEqual(tokensOf(told.normalize('NFC')))
      expect(tokensOf(`${told} / ${told}`)).toEqual([...own, ...own])
      if (!told.includes('ß')) expect(tokensOf(told.toUpperCase())).toEqual(own)
    }),
    { numRuns: 1000 },
  )
})

test('words of Cyrillic and Arabic letters are found in each of their cases', () => {
  for (const words of [
    ['миграция', 'миграции', 'миграцию', 'миграцией', 'миграций'],
    ['мигрант', 'мигранты', 'мигрантов', 'мигрантам', 'мигрантами', 'МИГРАНТЫ'],
    ['международный', 'международная', 'международного', 'международные'],
    ['человек', 'человека', 'человеку', 'человеком'],
    ['солидарность', 'солидарности', 'солидарностью'],
    ['мігрант', 'мігранти', 'мігрантів'],
    ['المهاجرون', 'مهاجرين', 'المهاجرات', 'مهاجر', 'مهاجرة'],
    ['مؤتمر', 'موتمر', 'مُؤتمَرات'],
    ['وزراء', 'وزرا'],
  ])
    expect([words, new Set(words.map(word => tokensOf(word)[0])).size]).toEqual([words, 1])
  expect(tokensOf('дом дома день для')).toEqual(['дом', 'дом', 'ден', 'для'])
})
