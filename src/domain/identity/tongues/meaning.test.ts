import { expect, test } from 'vitest'
import { titleWords } from '../titles/title-words.ts'
import { meaningOf } from './meaning.ts'
import { heard, soundsOf } from './sound.ts'

const shared = (one: string, other: string) => {
  const [its, others] = [one, other].map(title => meaningOf(titleWords(title, [])))
  const both = (of: 'kinds' | 'themes') => [...its![of]].filter(each => others![of].has(each)).length
  return [both('kinds'), both('themes')]
}

test.each([
  ['Podiumsdiskussion zum Lohn', 'Panel on wages', 1, 1],
  ['Klimastreik der Schüler', 'Climate strike', 0, 2],
  ['Baumpflanzaktion am See', 'Plantation d’arbres au lac', 1, 1],
  ['Картирование для гуманитарной помощи', 'Humanitarian mapping', 0, 2],
  ['พื้นที่ว่าวและแผนที่', 'Kites and maps', 0, 2],
  ['World Water Day', 'Journée mondiale de l’eau', 0, 0],
])('what %s and %s speak of', (one, other, kinds, themes) => {
  expect(shared(one, other)).toEqual([kinds, themes])
})

test.each([
  ['Takahashi', '高橋タカハシ'],
  ['Dostoevsky', 'Достоевский'],
  ['Papadopoulos', 'Παπαδόπουλος'],
  ['Suleiman', 'سليمان'],
  ['Sharma', 'शर्मा'],
  ['Mandela', '만델라'],
])('%s is heard in %s', (one, other) => {
  expect(heard(soundsOf([one.toLowerCase()]), soundsOf([other.toLowerCase()]))).toBeGreaterThan(0)
})
