import { expect, test } from 'vitest'
import { arePartsApart } from './numbered-parts.ts'
import { titleWords } from './title-words.ts'

const apart = (one: string, other: string) => arePartsApart(titleWords(one, []), titleWords(other, []))

test('parts of one kind and of other numbers are two, whatever their tongues', () => {
  expect(apart('Session parallèle 2 : dépistage', 'Parallel session 3: case finding')).toBe(true)
  expect(apart('Sesi 2A: Hutan adat', 'Session 2B: Carbon markets')).toBe(true)
  expect(apart('第3分科会「核実験」', 'Workshop 5: Nuclear-weapon-free zones')).toBe(true)
})

test('parts of one number, and what is no part, may be one', () => {
  expect(apart('Session 2 : dépistage', 'Sesi 2: penyaringan')).toBe(false)
  expect(apart('#CoopsDay 2021: Rebuild', 'Dia C: reconstruir')).toBe(false)
})
