import { clashesAmong } from '../src/domain/plan/clashes-among.ts'
import { solvePlan } from '../src/domain/plan/solve-plan.ts'
import type { Starred } from '../src/domain/plan/starred.ts'
import { costOf, inTurns, median, ms, type Row } from './row.ts'
import { dice } from './sample.ts'

const count = 5000
const limit = 50

/** A plan of many starred events, and their clashes named, against the time of the processor they may take. */
export async function plan(): Promise<Row[]> {
  const starred = someStarred()
  const planFor = {
    at: Date.UTC(2020, 11, 17),
    zone: 'Asia/Manila',
    waking: { from: 7, to: 23 },
    pauses: [{ start: Date.UTC(2020, 11, 18, 4), end: Date.UTC(2020, 11, 18, 5) }],
  }
  const rounds = await inTurns(
    {
      solved: () => costOf(() => solvePlan(starred, planFor)),
      named: () => costOf(() => clashesAmong(starred, planFor)),
    },
    15,
  )
  const row = (name: keyof (typeof rounds)[number], measure: string): Row => {
    const took = median(rounds.map(round => round[name].processor))
    const byClock = ms(median(rounds.map(round => round[name].clock)))
    const ratio = (took / limit).toFixed(2)
    const against = `${limit} ms (by the clock ${byClock})`
    return { measure, figure: ms(took), against, ratio, limit: '≤ 1', ok: took <= limit }
  }
  return [
    row('solved', 'plan of 5,000 starred events solved'),
    row('named', 'their clashes counted and named'),
  ]
}

/** Within fifty hours: some pinned, some sessions of others, a fifth without an end. */
function someStarred(): Starred[] {
  const roll = dice(11)
  return Array.from({ length: count }, (_, index) => {
    const startsAt = Date.UTC(2020, 11, 17, 10) + roll(50 * 60) * 60_000
    return {
      id: String(index).padStart(5, '0'),
      kind: 'event',
      startsAt,
      endsAt: roll(5) === 0 ? null : startsAt + (15 + roll(240)) * 60_000,
      precision: 'moment',
      floating: roll(20) === 0,
      status: roll(30) === 0 ? 'cancelled' : 'scheduled',
      wish: roll(3) === 0 ? 'must' : 'like',
      pin: roll(500) === 0 ? 'live' : null,
      recording: (['none', 'unknown', 'expected', 'available'] as const)[roll(4)]!,
      parentId: roll(10) === 0 ? String(roll(count)).padStart(5, '0') : null,
      assumedMinutes: 60,
    }
  })
}
