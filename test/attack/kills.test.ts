import { expect, test } from 'vitest'
import { acts } from '../../tools/kills/acts.ts'
import { type Killed, killAt } from '../../tools/kills/run-killed.ts'

test.each([
  ['an import of the desk', acts.desk, 1200],
  ['an export that is read and brought in', acts.export, 20],
])(
  '%s, killed at any moment, comes to what it comes to undisturbed',
  { timeout: 120_000 },
  async (_, act, size) => {
    const points: Killed[] = []
    for await (const point of killAt(act, { points: 2, size, kills: 1, dice: Math.random }))
      points.push(point)
    expect(points).toHaveLength(2)
    for (const { parts, difference } of points)
      expect({ parts, difference }).toEqual({ parts, difference: null })
  },
)
