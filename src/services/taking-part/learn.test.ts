import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stores } from '../../../test/stores.ts'
import { spamOdds } from '../../domain/taking-part/spam-odds.ts'
import { forgetWords } from '../../storage/spam-tokens.ts'
import type { Db } from '../../storage/tables.ts'
import { learn } from './learn.ts'

const word = fc.constantFrom('pills', 'day', 'Nairobi', '药', 'http://a.example/x', 'free', 'МИР', '$5', '!!')
const lesson = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  label: fc.constantFrom('spam' as const, 'real' as const),
  text: fc.array(word, { maxLength: 12 }).map(words => words.join(' ')),
})

const memory = (db: Db) =>
  db.selectFrom('spam_tokens').orderBy('token').select(['token', 'spam', 'real']).execute()

async function teach(db: Db, lessons: { id: string; label: 'spam' | 'real' | null; text: string }[]) {
  for (const { id, label, text } of lessons)
    await learn(db, {
      what: 'comment',
      id,
      label,
      said: { name: null, url: null, text, language: 'en' },
      at: 1,
    })
}

describe.each(stores)('the filter in $name', ({ empty, name }) => {
  const runs = { numRuns: name === 'SQLite' ? 60 : 8 }

  test('that learned and unlearned knows nothing', async () => {
    const { db } = await empty()
    await fc.assert(
      fc.asyncProperty(fc.array(lesson, { maxLength: 8 }), async lessons => {
        await teach(db, lessons)
        await teach(
          db,
          lessons.map(each => ({ ...each, label: null })),
        )
        expect(await memory(db)).toEqual([])
      }),
      runs,
    )
  })

  test('knows the same in whatever order it learned, and each text once', async () => {
    const { db } = await empty()
    const each = fc.uniqueArray(lesson, { selector: ({ id }) => id, minLength: 1 })
    const inOrders = each.chain(all =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    await fc.assert(
      fc.asyncProperty(inOrders, async ([one, other]) => {
        await teach(db, [...one, ...one])
        const first = await memory(db)
        await teach(
          db,
          one.map(each => ({ ...each, label: null })),
        )
        await teach(db, other)
        expect(await memory(db)).toEqual(first)
        await teach(
          db,
          other.map(each => ({ ...each, label: null })),
        )
      }),
      runs,
    )
  })

  test('keeps no word that anybody could read, and forgets the rarest beyond its bound', async () => {
    const { db } = await empty()
    await teach(db, [{ id: 'a', label: 'spam', text: 'secret pills secret' }])
    await teach(db, [{ id: 'b', label: 'spam', text: 'pills' }])
    const kept = await db.selectFrom('spam_tokens').selectAll().execute()
    expect(JSON.stringify(kept)).not.toMatch(/secret|pills/)
    await forgetWords(db, { before: 0, most: 3 })
    const left = await memory(db)
    expect(left).toHaveLength(3)
    expect(left.every(({ spam }) => spam === 2)).toBe(true)
  })
})

test('odds stay between 0 and 1, say nothing before enough was taught, and do not depend on order', () => {
  const count = fc.record({ spam: fc.nat(40), real: fc.nat(40) })
  fc.assert(
    fc.property(fc.array(count, { maxLength: 300 }), counts => {
      const lessons = { spam: 40, real: 40 }
      const odds = spamOdds(counts, lessons)!
      expect(odds).toBeGreaterThanOrEqual(0)
      expect(odds).toBeLessThanOrEqual(1)
      expect(spamOdds(counts.toReversed(), lessons)).toBe(odds)
      expect(spamOdds(counts, { spam: 7, real: 40 })).toBeNull()
    }),
  )
})
