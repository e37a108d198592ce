import { median, megabytes, ms, type Row } from './row.ts'
import { fillFolder, firstAnswer, startSite, usageOf } from './site.ts'

const limitMs = 1000
const limitBytes = 150e6

/** From starting the process to the whole of its first page, and the memory it takes then. */
export async function start(): Promise<Row[]> {
  const { folder, remove } = await fillFolder()
  const took: number[] = []
  const processor: number[] = []
  const resident: number[] = []
  const residentLater: number[] = []
  try {
    for (let round = 0; round < 5; round++) {
      const from = performance.now()
      const site = await startSite(folder)
      try {
        await (await firstAnswer(site, '/bench/200')).text()
        took.push(performance.now() - from)
        processor.push(usageOf(site.pid)?.processor ?? Number.NaN)
        await (await firstAnswer(site, '/bench')).text()
        resident.push(usageOf(site.pid)?.resident ?? Number.NaN)
        for (const path of ['/', '/bench/500', '/bench/200?zone=Asia/Manila', '/bench/500?lang=ar'])
          await (await firstAnswer(site, path)).text()
        residentLater.push(usageOf(site.pid)?.resident ?? Number.NaN)
      } finally {
        await site.stop()
      }
    }
  } finally {
    remove()
  }
  return [
    {
      measure: 'start to first page, 10,000 entries stored',
      figure: ms(median(took)),
      against: `${ms(median(processor))} of processor`,
      ratio: (median(took) / limitMs).toFixed(2),
      limit: `≤ ${ms(limitMs)}`,
      ok: median(took) <= limitMs,
    },
    {
      measure: 'resident memory after the first pages',
      figure: megabytes(median(resident)),
      against: '',
      ratio: (median(resident) / limitBytes).toFixed(2),
      limit: `≤ ${megabytes(limitBytes)}`,
      ok: Number.isNaN(median(resident)) ? null : median(resident) <= limitBytes,
    },
    {
      measure: '  and after the front page and larger ones',
      figure: megabytes(median(residentLater)),
      against: '',
      ratio: '',
      limit: '',
      ok: null,
    },
  ]
}
