import { stat } from 'node:fs/promises'
import type { StoreReport } from '../../storage/examine-store.ts'
import { examineStore } from '../../storage/examine-store.ts'
import { indexAgain } from '../../storage/search-index.ts'
import { openStore } from '../../storage/store.ts'
import type { SetUp } from '../io.ts'
import type { Checked } from './checked.ts'
import { sayBytes } from './machine.ts'

/** In milliseconds: work that is due for so long is done by nobody. */
const patience = 10 * 60_000

/** The store and what is in it. Nothing is written, and none is made. */
export async function checkSite({ place }: SetUp, now: number): Promise<Checked[]> {
  const file = 'sqlite' in place ? await stat(place.sqlite).catch(() => null) : null
  if ('sqlite' in place && !file)
    return [
      {
        check: 'site',
        state: 'note',
        says: 'There is no site yet; the first start makes one, or shows the demo.',
      },
    ]
  let report: StoreReport
  try {
    const store = await openStore(place, { readOnly: true, asItIs: true })
    report = await examineStore(store).finally(() => store.close())
  } catch (error) {
    return [{ check: 'store', state: 'wrong', says: error instanceof Error ? error.message : String(error) }]
  }
  const isOpenToAll = file !== null && process.platform !== 'win32' && (file.mode & 0o004) !== 0
  return [
    ...storeFindings(report),
    ...(isOpenToAll && 'sqlite' in place
      ? [
          {
            check: 'file',
            state: 'note' as const,
            says: `Every user of this machine may read ${place.sqlite}, in which the secrets of accounts are. To keep it to yourself: chmod 600 ${place.sqlite}`,
          },
        ]
      : []),
    ...(report.content ? contentFindings(report.content, now) : []),
  ]
}

function storeFindings({ name, bytes, wrong, schema }: StoreReport): Checked[] {
  if (wrong.length)
    return wrong.map(words => ({
      check: 'store',
      state: 'wrong',
      says: `The store is damaged (${words}). Stop the site, keep the file for a rescue, and restore a backup.`,
    }))
  const says: Record<StoreReport['schema'], [Checked['state'], string]> = {
    current: ['fine', 'is sound'],
    older: [
      'note',
      'is of an earlier version, and is brought up to date when the site is opened: make a backup before',
    ],
    newer: ['wrong', 'was written by a newer version of Daylong: start that one'],
    none: ['note', 'is empty: the site is made when it is opened'],
  }
  const [state, words] = says[schema]
  return [{ check: 'store', state, says: `The store (${name}, ${sayBytes(bytes)}) ${words}.` }]
}

function contentFindings(content: NonNullable<StoreReport['content']>, now: number): Checked[] {
  const { series, editions, entries, pictures, owners, failedJobs, dueSince, hasZoneData, hasIndex } = content
  const findings: Checked[] = [
    {
      check: 'content',
      state: 'fine',
      says: `It holds ${series} series, ${editions} editions, ${entries} entries and ${pictures} pictures.`,
    },
  ]
  if (owners === 0)
    findings.push({
      check: 'owner',
      state: 'note',
      says: 'Nobody owns the site yet: open the link that it prints when it starts, or use “daylong user add”.',
    })
  if (!hasZoneData)
    findings.push({
      check: 'zones',
      state: 'note',
      says: 'Times were reckoned with other zone data than this machine has; they are reckoned anew when the site is opened.',
    })
  if (!hasIndex)
    findings.push({
      check: 'search',
      state: 'note',
      says: 'Not everything can be found by its words: “daylong doctor --index” makes the index of search anew.',
    })
  if (failedJobs > 0)
    findings.push({
      check: 'work',
      state: 'note',
      says: `${failedJobs} jobs have failed for good. The page “Work” of the desk says why, and tries them again.`,
    })
  if (dueSince !== null && now - dueSince > patience)
    findings.push({
      check: 'work',
      state: 'note',
      says: `Work has been due since ${new Date(dueSince).toISOString()} and is not done. Does the site run?`,
    })
  return findings
}

/** Makes the index of search anew; the site may run meanwhile. */
export async function indexSite({ place }: SetUp): Promise<Checked[]> {
  if ('sqlite' in place && !(await stat(place.sqlite).catch(() => null))) return []
  const store = await openStore(place)
  try {
    const count = await indexAgain(store.db, { always: true })
    return [
      {
        check: 'search',
        state: 'fine',
        says: `The index of search was made anew: ${count} things can be found.`,
      },
    ]
  } finally {
    await store.close()
  }
}
