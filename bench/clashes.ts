import { type Clashable, countClashes } from '../src/domain/clash.ts'
import { inTurns, median, ms, type Row, timeOf } from './row.ts'
import { dice } from './sample.ts'

const count = 100_000
const limit = 4

/** Counting the clashes of many events against sorting the same events by their start. */
export async function clashes(): Promise<Row[]> {
  const events = someEvents()
  const rounds = await inTurns(
    {
      count: () => timeOf(() => countClashes(events, { zone: 'Asia/Manila', assumedMinutes: 60 })),
      sort: () => timeOf(() => events.toSorted((a, b) => (a.startsAt ?? 0) - (b.startsAt ?? 0))),
      sortNumbers: () => timeOf(() => Float64Array.from(events, ({ startsAt }) => startsAt ?? 0).sort()),
    },
    11,
  )
  const counted = median(rounds.map(round => round.count))
  const against = (what: 'sort' | 'sortNumbers', name: string) => {
    const ratio = median(rounds.map(round => round.count / round[what]))
    const took = ms(median(rounds.map(round => round[what])))
    return { figure: ms(counted), against: `${name} ${took}`, ratio: ratio.toFixed(2), value: ratio }
  }
  const { value, ...sorting } = against('sort', 'sorting the events')
  const { value: _, ...numbers } = against('sortNumbers', 'sorting bare numbers')
  return [
    { measure: 'clashes of 100,000 events counted', ...sorting, limit: `≤ ${limit}`, ok: value <= limit },
    { measure: '  beside it', ...numbers, limit: '', ok: null },
  ]
}

/** A fifth without an end, most within fifty hours, so that there are many overlaps. */
function someEvents(): Clashable[] {
  const roll = dice(7)
  return Array.from({ length: count }, (_, index) => {
    const startsAt = Date.UTC(2020, 11, 17, 10) + roll(50 * 60) * 60_000
    const endsAt = roll(5) === 0 ? null : startsAt + (15 + roll(240)) * 60_000
    return { id: String(index), startsAt, endsAt, precision: 'moment', floating: false, status: 'scheduled' }
  })
}
