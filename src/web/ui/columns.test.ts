import { expect, test } from 'vitest'
import { columnsOf } from './columns.ts'

const hour = 3_600_000
const span = (from: number, to: number) => ({ start: from * hour, end: to * hour, assumed: false })

test('each half hour of a day counts what is on in it, and what of that was recorded', () => {
  const bars = [
    { span: span(1, 2), recorded: true },
    { span: span(1.25, 1.5), recorded: false },
    { span: span(4, 4), recorded: false },
  ]
  expect(columnsOf({ startsAt: 0, endsAt: 50 * hour }, bars)).toEqual([
    { from: 1 * hour, to: 1.5 * hour, count: 2, recorded: 1 },
    { from: 1.5 * hour, to: 2 * hour, count: 1, recorded: 1 },
    { from: 4 * hour, to: 4.5 * hour, count: 1, recorded: 0 },
  ])
})

test('what goes beyond the window is cut there, and long windows have longer parts', () => {
  const window = { startsAt: 0, endsAt: 400 * hour }
  const columns = columnsOf(window, [{ span: span(-10, 500), recorded: false }])
  expect(columns).toHaveLength(134)
  expect(columns[0]).toEqual({ from: 0, to: 3 * hour, count: 1, recorded: 0 })
  expect(columns.at(-1)).toEqual({ from: 399 * hour, to: 400 * hour, count: 1, recorded: 0 })
})
