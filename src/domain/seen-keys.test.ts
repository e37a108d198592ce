import { hash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addKey, hasKey, type SeenKey, seenKeys } from './seen-keys.ts'

const keyOf = (text: string): SeenKey => {
  const hashed = hash('sha256', text, 'buffer')
  return [hashed.readUInt32LE(0), hashed.readUInt32LE(4)]
}

test('a key is new once, however many others there are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 4000 }), texts => {
      const seen = seenKeys()
      const model = new Set<string>()
      for (const text of texts) {
        expect(hasKey(seen, keyOf(text))).toBe(model.has(text))
        expect(addKey(seen, keyOf(text))).toBe(!model.has(text))
        model.add(text)
      }
      expect(seen.count).toBe(model.size)
    }),
    { numRuns: 50 },
  )
})

test('twenty thousand keys are all known again in less than half a megabyte', () => {
  const seen = seenKeys()
  for (let number = 0; number < 20_000; number++) addKey(seen, keyOf(`entry ${number}`))
  const known = Array.from({ length: 40_000 }, (_, number) => hasKey(seen, keyOf(`entry ${number}`)))
  expect(known.indexOf(false)).toBe(20_000)
  expect(known.lastIndexOf(true)).toBe(19_999)
  expect(seen.table.byteLength).toBeLessThan(5e5)
})
