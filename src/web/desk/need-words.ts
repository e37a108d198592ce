import {
  type DeskItem,
  type Need,
  type NeedCode,
  needCodes,
  type OpenReading,
  type TroubledSource,
} from '../../domain/desk.ts'
import { sayMoment } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import { doubtsOf, hostOf, isolated } from '../ui/entry-words.ts'
import { sayOffer } from '../ui/recording-words.ts'
import { sayProblem } from '../ui/say-problem.ts'
import type { Showing } from '../ui/showing.ts'
import { sayProposals, sayTrouble } from '../ui/told-by-source.ts'

/** What is needed, as one sentence for each. */
export function sayNeeds(item: DeskItem, showing: Showing): { code: NeedCode; words: string }[] {
  const { entry, reading, source, needs } = item
  return needs.flatMap((need): { code: NeedCode; words: string }[] => {
    if (reading) return [{ code: need.code, words: sayReading(reading, showing) }]
    if (source) return [{ code: need.code, words: sayStanding(source, showing) }]
    if (need.code !== 'doubt') return [{ code: need.code, words: sayNeed(need, showing) }]
    return doubtsOf(entry, showing).map(words => ({ code: need.code, words }))
  })
}

/** Why nothing was found, or how much waits for an answer. */
function sayReading({ state, problem, left, url, label, isOfSource }: OpenReading, showing: Showing): string {
  const { say } = showing
  if (state === 'waiting') return say('need.reading-waiting')
  if (state === 'read') return say(isOfSource ? 'source.new' : 'need.reading-open', { count: left })
  const at = { at: 'reading', site: isolated(hostOf(url ?? label)) } as const
  const words = problem ? sayProblem({ code: problem, says: '' }, showing, at) : ''
  return words || say('need.reading-failed')
}

/** Why a source cannot be read, and what becomes of that. */
function sayStanding(source: TroubledSource, showing: Showing): string {
  const standing = showing.say(source.state === 'paused' ? 'need.source-paused' : 'need.source-failing')
  return `${standing} ${sayTrouble(source, showing)}`.trim()
}

function sayNeed(need: Exclude<Need, { code: 'doubt' }>, showing: Showing): string {
  const { say, zone, locale } = showing
  switch (need.code) {
    case 'join-missing':
      return say(need.registers ? 'need.join-missing.registers' : 'need.join-missing')
    case 'recording-not-told':
      return say(need.isExpected ? 'need.recording-not-told.expected' : 'need.recording-not-told')
    case 'recording-found':
    case 'recording-gone':
      return sayOffer(need.offer, showing)
    case 'source-changed':
      return sayProposals(need.source.name, need.proposals, showing)
    case 'organiser-asks':
      return sayProposals(need.change.who, need.change.proposals, showing)
    case 'organiser-changed':
      return say('need.organiser-changed', {
        what: sayProposals(need.change.who, need.change.proposals, showing),
      })
    case 'source-missing':
      return say('need.source-missing', { source: isolated(need.source.name) })
    case 'scheduled':
      return say('need.scheduled', { time: sayMoment(need.at, zone, locale) })
    case 'duplicate':
      return say('need.duplicate', { title: isolated(need.other.title) })
    case 'reading-open':
      return say('need.reading-open', { count: 1 })
    default:
      return say(`need.${need.code}`)
  }
}

/** The need that `?need=` asks for; null where it asks for none that there is. */
export function needOf(word: string | undefined): NeedCode | null {
  return needCodes.find(code => code === word) ?? null
}

/** Where the one thing is done that an item asks for first. @param here to come back to */
export function pathOfItem(
  item: DeskItem,
  here: string,
  { series, edition }: { series: { slug: string }; edition: { slug: string } },
): string {
  const { reading, source } = item
  if (reading) return paths.deskReading(reading.id)
  if (source) return paths.deskSource(series.slug, edition.slug, source.id)
  const [first] = item.needs
  if (first?.code === 'source-changed' || first?.code === 'source-missing')
    return `${paths.deskSource(series.slug, edition.slug, first.source.id)}#asked-${item.entry.id}`
  if (first?.code === 'recording-found' || first?.code === 'recording-gone')
    return paths.deskRecordings(series.slug, edition.slug, item.entry.id)
  // The one that was there first is kept.
  if (first?.code === 'duplicate') return paths.deskMerge(first.other.id, item.entry.id)
  return paths.editEntry(item.entry.id, here)
}
