import { expect, test } from 'vitest'
import { namesEvent } from './kind-words.ts'

test.each([
  'Экскурсия по музею',
  'أمسية شعرية',
  '観察会のお知らせ',
  'Круглый стол',
  'Föreläsning',
  'A lecture',
])('“%s” speaks of an event', words => expect(namesEvent(words)).toBe(true))

test('a report speaks of none', () => expect(namesEvent('Annual report')).toBe(false))
