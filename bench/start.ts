import { median, ms, type Row } from './row.ts'
import { fillFolder, firstAnswer, startSite, usageOf } from './site.ts'

const limitMs = 1000
const limitBytes = 150e6

/** From starting the process to the whole of its first page, and the memory it takes then. */
export async function start(): Promise<Row[]> {
  const { folder, remove } = await fillFolder()
  const took: number[] = []
  const resident: number[] = []
  try {
    for (let round = 0; round < 5; round++) {
      const from = performance.now()
      const site = await startSite(folder)
      try {
        await (await firstAnswer(site, '/bench/200')).text()
        took.push(performance.now() - from)
        for (const path of ['/', '/bench', '/bench/500']) await (await firstAnswer(site, path)).text()
        resident.push(usageOf(site.pid)?.resident ?? Number.NaN)
      } finally {
        await site.stop()
      }
    }
  } finally {
    remove()
  }
  const bytes = median(resident)
  return [
    {
      measure: 'start to first page, 10,000 entries stored',
      figure: ms(median(took)),
      against: '',
      ratio: (median(took) / limitMs).toFixed(2),
      limit: `≤ ${ms(limitMs)}`,
      ok: median(took) <= limitMs,
    },
    {
      measure: 'resident memory after the first pages',
      figure: `${(bytes / 1e6).toFixed(0)} MB`,
      against: '',
      ratio: (bytes / limitBytes).toFixed(2),
      limit: '≤ 150 MB',
      ok: Number.isNaN(bytes) ? null : bytes <= limitBytes,
    },
  ]
}
