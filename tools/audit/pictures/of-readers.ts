import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { inspect } from '../../../src/intake/inspect.ts'
import { importProgramme } from '../../../src/services/import-programme.ts'
import { openStore } from '../../../src/storage/store.ts'
import { sampleFiles } from '../../../test/samples.ts'
import { shoot } from './camera.ts'
import type { Day } from './day.ts'
import { edition } from './of-desk.ts'

/** What a reader in Madrid has chosen for the day. */
export async function ofPlan(day: Day): Promise<Buffer> {
  const reader = await day.visit({ timezoneId: 'Europe/Madrid', viewport: { width: 1280, height: 1240 } })
  const page = await reader.newPage()
  await page.goto(`${day.url}/plan/choose${edition}`, { waitUntil: 'networkidle' })
  for (const [name, wish] of starred) await page.check(`[name=${wish}][value*="/${name}"]`)
  await page.getByRole('button', { name: 'Keep my choice' }).click()
  await page.waitForURL(url => url.pathname === '/plan')
  await page.waitForLoadState('networkidle')
  const picture = await shoot(page)
  await reader.close()
  return picture
}

const starred = [
  ['abuja-open-data-day', 'must'],
  ['open-data-day-in-moscow', 'like'],
  ['wikidata-taster-session', 'like'],
  ['understanding-disaster-risk', 'must'],
  ['lintol-challenge-digging-into-ni-assembly-data', 'like'],
] as const

/** Years of a day side by side, as posts of those years told them. */
export async function ofYears(day: Day): Promise<Buffer> {
  const files = sampleFiles(['blog'], /^(?:event|gfmd2010|roundup-imd)[\w-]*\.txt$/)
  const store = await openStore({ sqlite: join(day.folder, 'daylong.sqlite') })
  try {
    for (const file of files) {
      const published = /^PUBLISHED: (\d{4})/m.exec(readFileSync(file, 'utf8'))?.[1]
      if (published) await bringIn(store, file, published)
    }
  } finally {
    await store.close()
  }
  day.turn('2023-12-20T12:00:00Z')
  const reader = await day.visit({ viewport: { width: 1280, height: 1190 } })
  const page = await reader.newPage()
  await page.goto(`${day.url}/international-migrants-day`, { waitUntil: 'networkidle' })
  await page.locator('details.figures > summary').click()
  const picture = await shoot(page, '.side-by-side:has(.charts)')
  await reader.close()
  return picture
}

async function bringIn(
  store: Parameters<typeof importProgramme>[0],
  file: string,
  year: string,
): Promise<void> {
  const date = `${year}-12-18`
  const lines = await inspect(readFileSync(file), { name: basename(file), published: date, zone: 'UTC' })
  await importProgramme(store, lines, {
    series: 'international-migrants-day',
    edition: year,
    file: basename(file),
    at: Date.parse(date),
    date,
    zone: 'UTC',
    publish: true,
  })
}
