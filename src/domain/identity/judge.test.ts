import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oddsOf, strengthOf } from './judge.ts'
import { weights } from './weights.ts'

const names = (sign: string) => fc.subarray(Object.keys(weights).filter(name => name.startsWith(sign)))
const said = fc.tuple(names('+'), names('-'), names('0')).map(all => all.flat())

describe('the odds that two are one', () => {
  test('are not lowered by what speaks for it, nor raised by what speaks against it', () => {
    fc.assert(
      fc.property(said, names('+'), names('-'), (all, more, less) => {
        expect(oddsOf([...all, ...more])).toBeGreaterThanOrEqual(oddsOf(all))
        expect(oddsOf([...all, ...less])).toBeLessThanOrEqual(oddsOf(all))
      }),
    )
  })

  test('are none where nothing speaks for it, whatever is known', () => {
    fc.assert(
      fc.property(names('-'), names('0'), (less, known) => {
        expect(strengthOf(oddsOf([...less, ...known]))).toBeNull()
      }),
    )
  })

  test('never lead to a question where they cannot be one', () => {
    fc.assert(
      fc.property(said, all => {
        expect([null, 'possible']).toContain(strengthOf(oddsOf([...all, '! years'])))
      }),
    )
  })
})
