import { expect, test } from 'vitest'
import { dice } from '../../bench/sample.ts'
import { stores } from '../../test/stores.ts'
import { stressJobs } from '../../test/stress-jobs.ts'

test('jobs survive killed workers, clocks that jump and a database that goes away: none is lost, none done by two at once', {
  timeout: 180_000,
}, async () => {
  const { address } = stores.find(({ name }) => name === 'PostgreSQL')!
  const [where, other] = [await address(), await address()]
  if (!('postgres' in where && 'postgres' in other)) throw new TypeError('This is of PostgreSQL.')
  const roll = dice(7)
  const came = await stressJobs({
    where,
    administer: other.postgres,
    workers: 2,
    seconds: 3,
    checks: 40,
    dice: () => roll(1e6) / 1e6,
    patience: 20,
  })
  expect(came).toMatchObject({ lost: [], twoAtOnce: [], failed: ['poison'] })
  expect(came.kills).toBeGreaterThan(0)
})
