import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { browserArguments, browserPath } from '../../test/browser/browser.ts'

/** Scores of 0 to 100 by the name of their category; times in milliseconds as on a slow phone on slow 4G. */
export type Judged = { scores: Record<string, number>; lcp: number; tbt: number; complaints: string[] }

const program = fileURLToPath(new URL('node_modules/lighthouse/cli/index.js', import.meta.url))

/** Lighthouse’s verdict on one address, with its usual phone: a processor four times slower, slow 4G. */
export async function judge(address: string): Promise<Judged> {
  if (!existsSync(program))
    throw new Error('Lighthouse is not installed: run “npm run audit”, which does it.')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      program,
      address,
      '--output=json',
      '--quiet',
      `--chrome-flags=--headless=new ${browserArguments.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: browserPath() }, maxBuffer: 64e6 },
  )
  const report: Report = JSON.parse(stdout)
  const categories = Object.values(report.categories)
  const wanting = categories
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 0.9)
  return {
    scores: Object.fromEntries(categories.map(({ title, score }) => [title, Math.round((score ?? 0) * 100)])),
    lcp: report.audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
    tbt: report.audits['total-blocking-time']?.numericValue ?? Number.NaN,
    complaints: wanting.map(
      ({ id }) => `${id}: ${report.audits[id]?.title} ${report.audits[id]?.displayValue ?? ''}`,
    ),
  }
}

type Report = {
  categories: Record<
    string,
    { title: string; score: number | null; auditRefs: { id: string; weight: number }[] }
  >
  audits: Record<
    string,
    { score: number | null; title: string; numericValue?: number; displayValue?: string }
  >
}
