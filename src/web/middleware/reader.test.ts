import { expect, test } from 'vitest'
import { momentOf, readReader } from './reader.ts'

const now = Date.parse('2021-03-06T09:20:00Z')
const read = (query: string, { cookie, acceptLanguage }: { cookie?: string; acceptLanguage?: string } = {}) =>
  readReader({ query: new URLSearchParams(query), cookie, acceptLanguage }, now)

test('the address comes before the cookie, and the cookie before the default', () => {
  expect(read('zone=Asia/Tokyo', { cookie: 'zone=Asia%2FManila' })).toMatchObject({
    zone: 'Asia/Tokyo',
    kept: 'zone=Asia%2FTokyo',
  })
  expect(read('', { cookie: 'zone=Asia%2FManila' })).toMatchObject({ zone: 'Asia/Manila', kept: '' })
  expect(read('')).toMatchObject({ zone: null, at: now, moved: false })
  expect(read('', { cookie: 'zone=nonsense; lang=xx' })).toMatchObject({
    zone: null,
    language: 'en',
    notices: [],
  })
})

test('what cannot be understood is answered with the default and named, cut to what a notice holds', () => {
  const { zone, at, language, notices } = read(`zone=${'x'.repeat(90)}&at=soon&lang=tlh`, {
    cookie: 'zone=Asia%2FManila',
  })
  expect({ zone, at, language }).toEqual({ zone: 'Asia/Manila', at: now, language: 'en' })
  expect(notices.map(({ key }) => key)).toEqual(['notice.zone', 'notice.language', 'notice.moment'])
  expect(String(notices[0]!.values.told)).toHaveLength(41)
})

test('a locale keeps the reader’s country, in a language there is', () => {
  expect(read('', { acceptLanguage: 'en-US,en;q=0.9' }).locale).toBe('en-US')
  expect(read('', { acceptLanguage: 'fr-CA, en;q=0.5' }).locale).toBe('fr-CA')
  expect(read('', { acceptLanguage: 'sw-KE, tl-PH;q=0.5' })).toMatchObject({
    language: 'fil',
    locale: 'fil-PH',
  })
  // What is written in another script is nearer than English, but its dates are not those of our pages.
  expect(read('', { acceptLanguage: 'zh-TW, en;q=0.5' })).toMatchObject({ language: 'zh', locale: 'zh-CN' })
  expect(read('', { acceptLanguage: 'zh-Hans-SG' }).locale).toBe('zh-CN')
  expect(read('', { acceptLanguage: 'sw-KE' }).locale).toBe('en-GB')
  expect(read('', { acceptLanguage: 'de_AT, zh_TW, i-klingon, x-y' }).locale).toBe('de-AT')
  expect(read('lang=ar', { acceptLanguage: 'en-US, ar-MA;q=0.1' })).toMatchObject({
    language: 'ar',
    locale: 'ar-MA',
  })
  expect(read('', { acceptLanguage: 'not a header;;;q=x' }).language).toBe('en')
})

test('a language that is chosen is known by any tag of it, and kept by its own name', () => {
  expect(read('lang=zh-CN')).toMatchObject({ language: 'zh', kept: 'lang=zh', notices: [] })
  expect(read('', { cookie: 'lang=fr', acceptLanguage: 'de' })).toMatchObject({ language: 'fr', kept: '' })
})

test('a moment is an instant or seconds; a time without a zone is none', () => {
  for (const told of [
    '2021-03-06T09:20Z',
    '2021-03-06T10:20+01:00',
    '2021-03-06T10:20 01:00',
    '2021-03-06T10:20+01:00[Europe/Berlin]',
    '1615022400',
  ])
    expect([told, momentOf(told)]).toEqual([told, now])
  for (const told of ['2021-03-06T09:20', '2021-03-06', 'now', '999999999999999'])
    expect([told, momentOf(told)]).toEqual([told, null])
})
