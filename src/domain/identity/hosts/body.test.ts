import { describe, expect, test } from 'vitest'
import { foldName } from '../../fold-name.ts'
import { bodiesAlike, isNamed } from './body.ts'

const alike = (one: string, other: string) => bodiesAlike(foldName(one), foldName(other))

describe('two names of hosts', () => {
  test.each([
    ['World Health Organization', '世卫组织'],
    ['WHO AFRO', 'Bureau régional de l’OMS pour l’Afrique'],
    ['IACHR', 'Comisión Interamericana de Derechos Humanos'],
    ['Ministry of Health of Brazil', 'Ministério da Saúde'],
    ['National Library of Kazakhstan', 'Национальная библиотека Республики Казахстан'],
    ['Yarmouk University', 'جامعة اليرموك'],
    ['Ville de Genève', 'City of Geneva'],
  ])('are of one body: %s, %s', (one, other) => {
    expect(alike(one, other)).toBe('one')
  })

  test.each([
    ['UNICEF', 'МОМ'],
    ['UNICEF Kenya', 'UNICEF Sénégal'],
    ['Ministry of Health', 'Ministère de la Culture'],
    ['University of Nairobi', 'Université de Dakar'],
  ])('are of two: %s, %s', (one, other) => {
    expect(alike(one, other)).toMatch(/two|abroad/)
  })

  test.each([
    ['UNICEF', 'United Nations'],
    ['Ambassade du Japon au Kenya', 'African Union'],
  ])('say nothing: %s, %s', (one, other) => {
    expect(alike(one, other)).toBeNull()
  })
})

test('a body is known by what it is in tongues that are seldom read', () => {
  expect(
    alike('Байгаль орчин, аялал жуулчлалын яам', 'Ministry of Environment and Tourism of Mongolia'),
  ).toBe('one')
  expect(isNamed(foldName('Ministry of Environment and Tourism'))).toBe(false)
  expect(isNamed(foldName('Бир Дуйно Кыргызстан'))).toBe(true)
})
