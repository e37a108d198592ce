import { beforeAll, expect, test } from 'vitest'
import { loadCityNames } from './load-city-names.ts'
import { allZones, canonicalZone, countryOfZone, isZone, labelOfZone, searchZones } from './zones.ts'

const winter = Date.parse('2020-12-18T12:00Z')
const summer = Date.parse('2020-06-26T12:00Z')

beforeAll(async () => {
  await Promise.all(['ar', 'ru', 'zh'].map(loadCityNames))
})

test('a zone is known by any of its names, in any case', () => {
  expect(canonicalZone('asia/calcutta')).toBe('Asia/Kolkata')
  expect(canonicalZone('US/Eastern')).toBe('America/New_York')
  expect(canonicalZone('Europe/Kiev')).toBe('Europe/Kyiv')
  expect(canonicalZone('Zulu')).toBe('UTC')
  expect(canonicalZone('+0530')).toBe('+05:30')
  expect(canonicalZone('−03:00')).toBe('-03:00')
})

test('a country keeps its own zone', () => {
  expect(canonicalZone('Europe/Zagreb')).toBe('Europe/Zagreb')
  expect(countryOfZone('Europe/Zagreb')).toBe('HR')
})

test('what is no zone is said to be none', () => {
  expect(['', 'Mars/Olympus', '+25:00', 'Manila', '__proto__'].filter(isZone)).toEqual([])
})

test('every zone listed is one that can be calculated with, under the name it is listed by', () => {
  expect(allZones().filter(zone => canonicalZone(zone) !== zone)).toEqual([])
  expect(allZones()).toContain('Asia/Kolkata')
  expect(allZones()).not.toContain('Asia/Calcutta')
  expect(allZones().at(-1)).toBe('UTC')
})

test('the chooser finds a city, a country in the reader’s language, and an offset', () => {
  expect(searchZones('manila', 'en')).toEqual(['Asia/Manila'])
  expect(searchZones('Filipinas', 'es')).toEqual(['Asia/Manila'])
  expect(searchZones('الفلبين', 'ar')).toEqual(['Asia/Manila'])
  expect(searchZones('sao pau', 'pt')).toEqual(['America/Sao_Paulo'])
  expect(searchZones('USA', 'en')[0]).toBe('America/New_York')
  expect(searchZones('UTC+5:45', 'en')).toEqual(['Asia/Kathmandu'])
  expect(searchZones('asia/calcutta', 'en')[0]).toBe('Asia/Kolkata')
  expect(searchZones('no such place', 'en')).toEqual([])
})

test('the chooser finds a city by its name in the reader’s language, in English, and as tzdb writes it', () => {
  const found = (words: string, locale: string) => searchZones(words, locale)[0]
  expect(found('مانيلا', 'ar')).toBe('Asia/Manila')
  expect(found('القاهرة', 'ar-EG')).toBe('Africa/Cairo')
  expect(found('моск', 'ru')).toBe('Europe/Moscow')
  expect(found('Нью-Йорк', 'ru')).toBe('America/New_York')
  expect(found('马尼拉', 'zh-CN')).toBe('Asia/Manila')
  expect(found('sao paulo', 'zh-CN')).toBe('America/Sao_Paulo')
  expect(found('Ho Chi Minh City', 'ru')).toBe('Asia/Ho_Chi_Minh')
  expect(['manila', 'kolkata', 'kyiv'].map(words => found(words, 'ar'))).toEqual([
    'Asia/Manila',
    'Asia/Kolkata',
    'Europe/Kyiv',
  ])
})

test('an offset is that of the moment asked for', () => {
  expect(searchZones('+2', 'en', summer)).toContain('Europe/Berlin')
  expect(searchZones('+2', 'en', winter)).not.toContain('Europe/Berlin')
})

test('a label says the offset of the moment, and the country to readers of another script', () => {
  expect(labelOfZone('Asia/Manila', 'en', winter)).toBe('Manila (UTC+8)')
  expect(labelOfZone('Europe/Berlin', 'en', summer)).toBe('Berlin (UTC+2)')
  expect(labelOfZone('America/St_Johns', 'en', winter)).toBe('St. John’s (UTC−3:30)')
  expect(labelOfZone('Asia/Manila', 'ar', winter)).toBe('مانيلا (UTC+8)')
  expect(labelOfZone('Asia/Manila', 'ja', winter)).toBe('フィリピン – Manila (UTC+8)')
  expect(labelOfZone('+05:30', 'en', winter)).toBe('UTC+5:30')
  expect(labelOfZone('UTC', 'en', winter)).toBe('UTC')
})
