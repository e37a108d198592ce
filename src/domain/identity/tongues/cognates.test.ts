import { expect, test } from 'vitest'
import { titleWords } from '../titles/title-words.ts'
import { areOfOneRoot, wordsKept } from './cognates.ts'

test('words of one root are known in two tongues', () => {
  for (const [one, other] of [
    ['trinacional', 'trinational'],
    ['frontera', 'fronteira'],
    ['regularizacion', 'regularisation'],
    ['filosofia', 'philosophie'],
  ] as const)
    expect(areOfOneRoot(one, other)).toBe(true)
  expect(areOfOneRoot('frontera', 'fruteria')).toBe(false)
})

const kept = (one: string, other: string) => wordsKept(titleWords(one, []), titleWords(other, []))

test('names in Latin letters are kept in titles of other scripts', () => {
  expect(kept('ยุติมลพิษ #BeatPlasticPollution', 'End it now: #BeatPlasticPollution')).toBe(1)
  expect(kept('Вебинар в Zoom', 'ზომის Zoom')).toBe(0)
})
