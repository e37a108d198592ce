import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldsChanged, only } from './entry-fields.ts'
import { asOf, type PastChange } from './history.ts'

type Fields = { title: string; note: string | null; tags: string[] }

const fields = fc.record({
  title: fc.constantFrom('a', 'b', 'c'),
  note: fc.option(fc.constantFrom('x', 'y'), { nil: null }),
  tags: fc.array(fc.constantFrom('m', 'n'), { maxLength: 2 }),
})

test('whatever was written, each revision can be had again', () => {
  fc.assert(
    fc.property(fc.array(fields, { minLength: 1, maxLength: 12 }), versions => {
      const changes: PastChange<Fields>[] = versions.map((after, index) => {
        const before = versions[index - 1]
        if (!before) return { number: 5, before: null, after }
        const names = fieldsChanged(before, after)
        return { number: 5 + index, before: only(before, names), after: only(after, names) }
      })
      const now = versions.at(-1)!
      for (const [index, version] of versions.entries())
        expect(asOf(now, changes.toReversed(), 5 + index)).toEqual(version)
      expect(asOf(now, changes, 4)).toBeNull()
    }),
  )
})
