import type { LiveWords } from '../ui/script-words.ts'
import { listen } from './live/listen.ts'
import { regroupLog } from './live/log.ts'
import type { TakingIn } from './live/take-in.ts'
import type { Tools } from './live/tools.ts'
import { keepVisit } from './live/visit.ts'

/**
 * Keeps a page true while somebody reads it. It is loaded when the page has long been there; what it shares with the
 * page's first script it is given, so that nobody loads it twice.
 *
 * @returns takes the page in as it is at this hour, if it is kept true
 */
export function keepTrue(words: LiveWords, tools: Tools): (() => Promise<void>) | null {
  regroupLog(tools)
  const sawUpTo = keepVisit(words)
  if (!words.on) return null
  // What takes a change in is loaded with the first one: most who look in never see any.
  let taking: Promise<TakingIn> | null = null
  const takeIn = () => {
    taking ??= import('./live/take-in.ts').then(({ takeIn }) => takeIn(words, tools, sawUpTo))
    taking.catch(() => {
      taking = null
    })
    return taking
  }
  listen(words.at, words.revision, heard => {
    if (heard.type === 'end') return
    if (heard.type === 'hello') {
      setClock(heard, tools)
      // From now on the page hears of changes.
      document.documentElement.dataset.hears = ''
    }
    if (heard.revision > words.revision) takeIn().then(({ hear }) => hear(heard), nothing)
  })
  return async () => (await takeIn()).anew()
}

/** Without a network: what is heard next has it asked for once more. */
function nothing() {}

/** The site says what time it is, whatever the reader's clock says. */
function setClock(
  { now, at, pace }: { now: number; at: number; pace: number },
  { clock, tick }: Tools,
): void {
  const told = () => now + (Date.now() - at) * pace
  if (Math.abs(told() - clock.now()) < toleratedMs * pace) return
  clock.now = told
  tick()
}

/** What is told to the minute may be wrong by a few seconds, which the way there takes. */
const toleratedMs = 5000
