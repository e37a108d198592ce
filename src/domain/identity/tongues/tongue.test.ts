import { describe, expect, test } from 'vitest'
import { titleWords } from '../titles/title-words.ts'

describe('the tongue of a title', () => {
  test.each([
    ['Цифрлық әлемдегі қыздар', 'kk'],
    ['Девушки в цифровом мире', 'ru'],
    ['Розмова про їжу', 'uk'],
    ['Округли сто о језику', 'sr'],
    ['ערב עדויות', 'he'],
    ['ڕۆژی جیهانی ژنان', 'ckb'],
    ['منتدى الصحفيات', 'ar'],
    ['جلسہ یومِ خواتین کے لیے', 'ur'],
    ['国際母語デー 朗読会', 'ja'],
    ['Đêm tiếng mẹ đẻ', 'vi'],
    ['Alþjóðlegi safnadagurinn', 'is'],
    ['Workshop in São Paulo with the community', 'en'],
  ])('%s', (title, tongue) => {
    expect(titleWords(title, []).tongue).toBe(tongue)
  })

  test('is not told by a name', () => {
    expect(titleWords('Lomé', []).tongue).toBeNull()
  })
})
