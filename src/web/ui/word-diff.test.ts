import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

test('words that were removed and added stand where they were', () => {
  expect(wordDiff('The talk is at noon.', 'The talk is at three.')).toEqual([
    { kind: 'same', text: 'The talk is at ' },
    { kind: 'removed', text: 'noon' },
    { kind: 'added', text: 'three' },
    { kind: 'same', text: '.' },
  ])
})

test('what is the same for long is left out, but for what stands around the changes', () => {
  const long = 'word '.repeat(200)
  const stretches = wordDiff(`first ${long}`, `second ${long}third`, 20)
  expect(stretches.map(({ kind }) => kind)).toEqual(['removed', 'added', 'same', 'gap', 'same', 'added'])
  const kept = stretches.filter(({ kind }) => kind === 'same').map(({ text }) => text.length)
  expect(Math.max(...kept)).toBeLessThan(60)
})

test('two whole books that have nothing in common are compared in a moment', () => {
  const book = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at * 7}`).join(' ')
  const [one, other] = [book('a'), book('b')]
  const begun = process.cpuUsage()
  const stretches = wordDiff(one, other)
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(3000)
  expect(stretches.map(({ kind }) => kind)).toEqual(['removed', 'added'])
})

test('nothing is lost: both texts can be put together again', () => {
  const words = fc.array(fc.constantFrom('a', 'bb', 'ج', '移民', '\n', ' ', '👍🏽', '.'), { maxLength: 60 })
  fc.assert(
    fc.property(words, words, fc.integer({ min: 1, max: 30 }), (one, other, context) => {
      const [before, after] = [one.join(''), other.join('')]
      const stretches = wordDiff(before, after, context)
      const without = (kind: string) =>
        stretches
          .filter(each => each.kind !== kind)
          .map(({ text }) => text)
          .join('')
      expect([without('added'), without('removed')]).toEqual([before, after])
    }),
  )
})
