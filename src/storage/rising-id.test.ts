import { expect, test } from 'vitest'
import { risingId } from './rising-id.ts'

test('ids rise, however many are made at once, and are UUIDs of version 7', () => {
  const ids = Array.from({ length: 20_000 }, risingId)
  expect(ids.filter((id, at) => at > 0 && id <= ids[at - 1]!)).toEqual([])
  expect(
    ids.filter(id => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toEqual([])
})
