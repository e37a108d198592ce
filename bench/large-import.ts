import { importProgramme } from '../src/services/import-programme.ts'
import { openStore } from '../src/storage/store.ts'
import { costOf } from './row.ts'
import { asLine, sampleEvents } from './sample.ts'
import { usageOf } from './site.ts'

/** `processor` and `clock` in milliseconds, without making up the events; `peak`: bytes of memory, and halfway. */
export type LargeTold = { processor: number; clock: number; peak: number; peakHalfway: number }

/** A process of its own that imports made-up events: `node bench/large-import.ts FILE COUNT`. */
const [file = '', count = ''] = process.argv.slice(2)
const step = 1000
const telling = { processor: 0, clock: 0 }

/** They are made up as they are asked for, a thousand at a time, and none is held. */
function* lines() {
  for (let at = 0; at < Number(count); at += step) {
    const [before, from] = [process.cpuUsage(), performance.now()]
    const some = sampleEvents(step, at + 1).map(asLine)
    const { user, system } = process.cpuUsage(before)
    telling.processor += (user + system) / 1000
    telling.clock += performance.now() - from
    yield* some
  }
}

const store = await openStore({ sqlite: file })
let stored = 0
let peakHalfway = 0
const peak = () => usageOf(process.pid)?.peak ?? process.memoryUsage().rss
const cost = await costOf(async () => {
  const summary = await importProgramme(store, lines(), {
    series: 'bench',
    edition: '2020',
    file: 'large.jsonl',
    at: Date.UTC(2020, 11, 1),
    date: '2020-12-18',
    zone: 'UTC',
    publish: true,
    onProgress: done => {
      if (done * 2 <= Number(count)) peakHalfway = peak()
    },
  })
  stored = summary.new
})
await store.close()
if (stored !== Number(count)) throw new Error(`Of ${count} events ${stored} were stored.`)
const told: LargeTold = {
  processor: cost.processor - telling.processor,
  clock: cost.clock - telling.clock,
  peak: peak(),
  peakHalfway,
}
if (process.send) process.send(told, () => process.disconnect?.())
else console.log(told)
