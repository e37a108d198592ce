import type { Finding } from '../../domain/finding.ts'
import { findTimes } from '../../time/find-times.ts'

/**
 * An invitation whose mail says another time in its words. Which of both is meant nobody knows but the sender, so the
 * invitation's time carries a doubt with both to choose from. Untouched where the words say the same, or nothing.
 *
 * @param sent ISO date, for days without a year
 */
export function doubtedByBody(finding: Finding, words: string, sent: string | undefined): Finding {
  const { start, end } = finding
  if (!start?.includes('T') || finding.status === 'cancelled' || finding.recurrence) return finding
  const told = findTimes(words.slice(0, 20_000), sent ? { published: sent.slice(0, 10) } : {})
    .filter(({ doubts, readings: [first] }) => first?.start.includes('T') && !lacksDay(doubts))
    .map(time => ({ ...time, starts: startsOf(time) }))
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
          { start: first!.start, ...(first!.end && { end: first!.end }), from: 'text' },
        ],
      },
    ],
  }
}

type Time = ReturnType<typeof findTimes>[number]

function lacksDay(doubts: Time['doubts']): boolean {
  return doubts.some(({ code }) => code === 'date-missing')
}

/** Every moment that the words may mean. */
function startsOf({ readings, doubts }: Time): string[] {
  const choices = doubts.flatMap(doubt => doubt.choices ?? [])
  return [...readings, ...choices].map(({ start }) => start)
}

/** The same moment; or, where the words tell no zone, the same on the clock. */
function isSame(words: string, start: string): boolean {
  const [one, other] = [instantOf(words), instantOf(start)]
  return one !== null && other !== null ? one === other : words.slice(0, 16) === start.slice(0, 16)
}

function instantOf(text: string): number | null {
  const plain = text.replace(/\[[^\]]*\]$/, '')
  return /(?:Z|[+-]\d\d:\d\d)$/.test(plain) ? Date.parse(plain) : null
}

/** Until then one registers or answers. */
function isDeadline(words: string, index: number): boolean {
  return /\b(?:until|till|by|before|deadline|latest|bis|spätestens|avant|jusqu|date limite|antes|hasta|fecha límite|até|prazo|entro)\b[^\n.]{0,40}$/i.test(
    words.slice(Math.max(0, index - 80), index),
  )
}
