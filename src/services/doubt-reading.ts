import type { InspectLine } from '../domain/finding.ts'
import type { ProblemCode } from '../domain/problem.ts'
import type { SourceError, WatchedSource } from '../domain/source.ts'
import { isSuspicious } from '../domain/source-gone.ts'

type Doubt = Pick<SourceError, 'code' | 'says'>

/**
 * Why nothing is to be concluded from what a source tells today: it seems to be broken rather than to have news. Null
 * where it may be believed.
 *
 * @param read kind: as what it is read now
 * @param foreseen how many of its entries it should tell still, and how many of them it does not
 */
export function doubtReading(
  source: WatchedSource,
  { lines, kind }: { lines: InspectLine[]; kind: string | null },
  foreseen: { covered: number; missing: number },
): Doubt | null {
  const now = lines.filter(line => 'finding' in line).length
  const before = source.told
  const [problem] = lines.flatMap(line => ('problem' in line ? [line.problem] : []))
  if (before > 0 && isPageInstead(source.kind, kind))
    return {
      code: 'tells-page',
      says: 'There is a page now where it was. Nothing was concluded from that.',
    }
  if (before > 0 && now > 0 && lines.some(breaksOff))
    return { code: 'tells-half', says: 'It breaks off before its end. Nothing was concluded from that.' }
  if (!isSuspicious({ before, now }, foreseen)) return null
  const says = 'It tells less than half of what it told before. Nothing was concluded from that.'
  return now === 0 ? { code: 'tells-nothing', says: problem?.says ?? says } : { code: 'tells-less', says }
}

/** What was a calendar, a feed or a table is a page of words: to sign in, to say sorry, of somebody else. */
function isPageInstead(before: string | null, now: string | null): boolean {
  return before !== null && !ofWords.has(before) && now !== null && ofWords.has(now)
}

const ofWords: ReadonlySet<string> = new Set(['page', 'post'])

const cut: ReadonlySet<ProblemCode> = new Set(['cut-off', 'damaged', 'xml-broken', 'too-heavy'])

/** Whether a file says that it ends before its end. */
export function breaksOff(line: InspectLine): boolean {
  return 'problem' in line && cut.has(line.problem.code as ProblemCode)
}
