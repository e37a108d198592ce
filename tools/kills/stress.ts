import { dice } from '../../bench/sample.ts'
import { startPostgres } from '../../test/postgres.ts'
import { stressJobs } from '../../test/stress-jobs.ts'

/**
 * Four processes work on one PostgreSQL and are disturbed for so many seconds; what came of it is told.
 *
 * @returns whether nothing was lost, and nothing done by two at once
 */
export async function stress({ seconds, seed }: { seconds: number; seed: number }): Promise<boolean> {
  const postgres = await startPostgres()
  try {
    const { default: pg } = await import('pg')
    const administrator = new pg.Client({ connectionString: `${postgres.url}/postgres` })
    await administrator.connect()
    await administrator.query('create database stressed')
    await administrator.end()
    const roll = dice(seed)
    const came = await stressJobs({
      where: { postgres: `${postgres.url}/stressed` },
      administer: `${postgres.url}/postgres`,
      workers: 4,
      seconds,
      checks: 1000,
      dice: () => roll(1e6) / 1e6,
      patience: 120,
    })
    console.log(`seed ${seed}, ${seconds} s:`, came)
    return came.lost.length === 0 && came.twoAtOnce.length === 0
  } finally {
    await postgres.stop()
  }
}
