import { expect, test } from 'vitest'
import { eventAt } from '../../test/arbitrary.ts'
import type { Programme } from '../domain/programme.ts'
import { duplicatesIn, isComparing } from './compared.ts'

const programme = (id: string, count: number, hosts: number): Programme => {
  const entries = Array.from({ length: count }, (_, of) =>
    eventAt('2020-12-18T14:00', null, 'Europe/Berlin', {
      id: `${id} ${of}`,
      title: 'Voices of migrants about rights and work',
      organisations: Array.from({ length: hosts }, (_, at) => {
        const name = `Society ${at} of ${of}`
        return { id: name, name, url: null, role: null }
      }),
    }),
  )
  return { edition: { id, revision: 1 }, entries, knownBy: new Map() } as unknown as Programme
}

test('a few entries are compared at once', () => {
  const few = programme('few', 3, 1)
  expect(isComparing(few)).toBe(false)
  expect(duplicatesIn(few, new Set())).toHaveLength(3)
})

test('entries that take long to compare are compared while others are served, however few they are', () => {
  const slow = programme('slow', 450, 12)
  const begun = performance.now()
  expect(duplicatesIn(slow, new Set())).toEqual([])
  expect(performance.now() - begun).toBeLessThan(8000)
  expect(isComparing(slow)).toBe(true)
})
