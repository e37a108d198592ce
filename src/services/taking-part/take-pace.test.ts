import { describe, expect, test } from 'vitest'
import { stores } from '../../../test/stores.ts'
import { takePace } from './take-pace.ts'

const at = Date.parse('2021-12-18T12:00:00Z')
const minute = 60_000

describe.each(stores)('pace in $name', ({ empty }) => {
  test('one who sends ten times in ten minutes waits, whichever process they come to, and nobody else does', async () => {
    const store = await empty()
    const send = (mailKey: string | null, fromKey: string | null, after = 0) =>
      takePace(store, { what: 'comment', participant: { kind: 'guest' }, mailKey, fromKey }, at + after)
    const waits = await Promise.all(Array.from({ length: 10 }, () => send('amina', null)))
    expect(waits).toEqual(Array(10).fill(null))
    expect([await send('amina', null, minute), await send('bo', null, minute)]).toEqual([540, null])
    expect(await send('amina', null, 10 * minute)).toBe(null)
    // What is refused counts as well; a network may be a school.
    for (let number = 0; number < 30; number++) expect(await send(null, 'school')).toBe(null)
    expect([await send(null, 'school'), await send(null, 'hall')]).toEqual([600, null])
  })
})
