import type { Finding } from '../../domain/finding.ts'
import { zonedWall } from '../zoned-time.ts'
import { type Hour, hoursIn, isDeadline } from './hours-in.ts'

/**
 * An invitation whose mail says another time in its words. Which of both is meant nobody knows but the sender, so the
 * invitation's time carries a doubt with both to choose from. Untouched where the words say the same, or nothing.
 *
 * @param sent ISO date, for days without a year
 */
export function doubtedByBody(finding: Finding, words: string, sent: string | undefined): Finding {
  const { start, end } = finding
  if (!start?.includes('T') || finding.status === 'cancelled' || finding.recurrence) return finding
  const told = hoursIn(words, sent).map(time => ({ ...time, starts: startsOf(time) }))
  if (told.length === 0 || told.some(({ starts }) => starts.some(one => isSame(one, start)))) return finding
  const sameDay = told.filter(({ starts }) => starts.some(one => one.slice(0, 10) === start.slice(0, 10)))
  const other = sameDay[0] ?? (told.length === 1 && !isDeadline(words, told[0]!.index) ? told[0] : undefined)
  if (!other) return finding
  const said = other.phrase.slice(0, 200)
  const [first] = other.readings
  return {
    ...finding,
    doubts: [
      ...(finding.doubts ?? []),
      {
        code: 'sources-disagree',
        field: 'start',
        says: `The invitation says ${start.slice(0, 16).replace('T', ' ')}, and the mail’s text “${said}”.`,
        said,
        choices: [
          { start, ...(end && { end }), from: 'calendar' },
          {
            start: inZoneOf(start, first!.start),
            ...(first!.end?.includes('T') && { end: inZoneOf(start, first!.end) }),
            from: 'text',
          },
        ],
      },
    ],
  }
}

/** Every moment that the words may mean. */
function startsOf({ readings, sessions, doubts }: Hour): string[] {
  const choices = doubts.flatMap(doubt => doubt.choices ?? [])
  return [...readings, ...(sessions ?? []), ...choices].map(({ start }) => start)
}

/** The same moment; or, where the words tell no zone, the same on the clock: whose clock, an invitation in UTC leaves open. */
function isSame(words: string, start: string): boolean {
  const [one, other] = [instantOf(words), instantOf(start)]
  if (one !== null && other !== null) return one === other
  const apart = Math.abs(Date.parse(`${words.slice(0, 19)}Z`) - Date.parse(`${start.slice(0, 19)}Z`))
  return apart === 0 || (start.endsWith('[UTC]') && apart % quarter === 0 && apart <= 14 * 4 * quarter)
}

const quarter = 15 * 60_000

/** A time of the words that names no zone is one of the invitation's. */
function inZoneOf(start: string, words: string): string {
  const zone = /\[([^\]]+)\]$/.exec(start)?.[1]
  return zone && instantOf(words) === null ? zonedWall(Date.parse(`${words}Z`), zone).text : words
}

function instantOf(text: string): number | null {
  const plain = text.replace(/\[[^\]]*\]$/, '')
  return /(?:Z|[+-]\d\d:\d\d)$/.test(plain) ? Date.parse(plain) : null
}
