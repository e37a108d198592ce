import { expect, test } from 'vitest'
import { foldName } from './fold-name.ts'

test.each([
  ['Médecins Sans Frontières', 'MEDECINS  SANS FRONTIERES'],
  ['U.N. Women', 'UN Women'],
  ['Save the Children’s Fund', "Save the Children's Fund"],
  ['Migration & Asylum', 'migration and asylum'],
  ['ＩＯＭ', 'iom'],
])('“%s” and “%s” are one name', (one, other) => {
  expect(foldName(one)).toBe(foldName(other))
})

test.each([
  ['की', 'का'],
  ['Network of Youth', 'Network of Youths'],
  ['🎉', '🎊'],
])('“%s” and “%s” are two names', (one, other) => {
  expect(foldName(one)).not.toBe(foldName(other))
})
