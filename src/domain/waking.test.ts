import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAwake, readWaking, tellWaking, wakingSpans } from './waking.ts'

const hour = 3_600_000
const anyWaking = fc
  .record({ from: fc.integer({ min: 0, max: 23 }), to: fc.integer({ min: 0, max: 24 }) })
  .filter(({ from, to }) => from !== to)

describe('waking hours', () => {
  test('are read from an address as they are told in it', () => {
    fc.assert(
      fc.property(anyWaking, waking => {
        expect(readWaking(tellWaking(waking))).toEqual(waking)
      }),
    )
    for (const told of ['', '7', '7-', '-7', '24-7', '7-25', '8-8', '7–23', 'nine to five', '07:00-23:00'])
      expect([told, readWaking(told)]).toEqual([told, null])
  })

  test('are those of the clocks of a zone, past midnight too', () => {
    const noon = Date.parse('2021-03-06T12:00Z')
    expect(isAwake(noon, 'UTC', { from: 7, to: 23 })).toBe(true)
    expect(isAwake(noon, 'Pacific/Honolulu', { from: 7, to: 23 })).toBe(false)
    expect(isAwake(noon, 'Pacific/Honolulu', { from: 20, to: 11 })).toBe(true)
    expect(isAwake(noon - 11 * hour, 'UTC', { from: 20, to: 11 })).toBe(true)
    expect(isAwake(noon, 'UTC', { from: 20, to: 11 })).toBe(false)
  })

  test('lie in the spans that are drawn of them, and nowhere else', () => {
    const from = Date.parse('2021-03-05T10:00Z')
    const to = from + 50 * hour
    const zones = fc.constantFrom('UTC', 'Asia/Manila', 'Pacific/Kiritimati', 'America/St_Johns')
    fc.assert(
      fc.property(anyWaking, zones, fc.integer({ min: 0, max: 50 * 60 - 1 }), (waking, zone, minute) => {
        const at = from + minute * 60_000
        const spans = wakingSpans(from, to, zone, waking)
        expect(spans.some(({ start, end }) => start <= at && at < end)).toBe(isAwake(at, zone, waking))
      }),
    )
  })

  test('begin by the clock on the day it changes', () => {
    const spans = wakingSpans(
      Date.parse('2021-03-28T00:00Z'),
      Date.parse('2021-03-28T20:00Z'),
      'Europe/Berlin',
      { from: 7, to: 22 },
    )
    expect(spans).toEqual([
      { day: '2021-03-28', start: Date.parse('2021-03-28T05:00Z'), end: Date.parse('2021-03-28T20:00Z') },
    ])
  })
})
