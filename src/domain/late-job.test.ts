import { expect, test } from 'vitest'
import type { Job } from './job.ts'
import { whyLate } from './late-job.ts'

const now = Date.parse('2020-12-18T12:00Z')
const job = (told: Partial<Job> = {}): Job => ({
  id: 'a',
  kind: 'clean-up',
  key: null,
  data: null,
  state: 'waiting',
  dueAt: now - 61_000,
  attempts: 0,
  worker: null,
  startedAt: null,
  leasedUntil: null,
  endedAt: null,
  setback: null,
  ...told,
})
const running = (told: Partial<Job> = {}) => job({ id: 'b', state: 'running', leasedUntil: now, ...told })

test('what is not due, or has only just become so, is not late', () => {
  expect(whyLate(job({ dueAt: now + 1 }), [], now)).toBeNull()
  expect(whyLate(job({ dueAt: now - 59_000 }), [], now)).toBeNull()
  expect(whyLate(job({ state: 'failed' }), [], now)).toBeNull()
})

test('what is late is so because nobody knows it, another is before it, all hands are full, or nobody took it', () => {
  expect(whyLate(job({ kind: 'of-tomorrow' }), [], now)).toBe('unknown-kind')
  expect(whyLate(job({ key: 'k' }), [running({ key: 'k' })], now)).toBe('behind')
  expect(whyLate(job({ key: 'k' }), [running({ key: 'other' })], now)).toBe('busy')
  expect(whyLate(job(), [running({ kind: 'send-mail' })], now)).toBe('untaken')
})

test('what is late may wait for room: some of it is kept for what is pressing', () => {
  const others = (count: number, kind = 'import') =>
    Array.from({ length: count }, (_, number) => running({ id: String(number), kind }))
  expect(whyLate(job(), others(4), now)).toBe('untaken')
  expect(whyLate(job(), others(5), now)).toBe('crowded')
  expect(whyLate(job({ kind: 'send-mail' }), others(7), now)).toBe('untaken')
  expect(whyLate(job({ kind: 'send-mail' }), others(8), now)).toBe('crowded')
  expect(whyLate(job(), others(4, 'send-mail'), now)).toBe('untaken')
})

test('what runs is late when its lease has run out', () => {
  expect(whyLate(running(), [], now)).toBeNull()
  expect(whyLate(running({ leasedUntil: now - 1 }), [], now)).toBe('lost')
})
