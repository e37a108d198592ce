import type { Entry, Link } from '../entry.ts'
import type { Channel, Sighting } from './seen.ts'

/** What is known of the recording of an entry by looking. Moments are epoch milliseconds. */
export type Look = {
  entryId: string
  lookedAt: number
  /** Null: there is nothing to look at. */
  nextAt: number | null
  /** How many looks in a row have seen nothing. */
  failures: number
  sightings: Sighting[]
  channels: Channel[]
  /** When its organisers' channels were last looked through. */
  searchedAt: number | null
  factsAt: number | null
}

/** The most addresses of one entry that are looked at. */
const mostAddresses = 4

/** The addresses at which the recording of an event may be, those where it is said to be first. */
export function addressesToLookAt({ links }: Pick<Entry, 'links'>): (Link & { role: Sighting['role'] })[] {
  const isOpen = (link: Link) => link.health !== 'changed-hands'
  const found = (['recording', 'livestream'] as const).flatMap(role =>
    links.filter(link => link.role === role && isOpen(link)).map(link => ({ ...link, role })),
  )
  return found.slice(0, mostAddresses)
}

/** What a reader is told of a recording, as far as its provider tells it. */
export type RecordingFacts = {
  url: string
  seconds: number | null
  language: string | null
  captions: string[]
  embed: boolean | null
}

/** Of each recording that can be watched; nothing of links that are not for everybody. */
export function factsOf(sightings: readonly Sighting[], links: readonly Link[]): RecordingFacts[] {
  return sightings.flatMap(({ url, seen, role }) => {
    const isShown = links.some(
      link => link.url === url && link.role === 'recording' && link.visibility === 'public',
    )
    if (role !== 'recording' || !isShown || seen?.recording !== 'available') return []
    const { seconds, language, captions, embed } = seen
    return [{ url, seconds, language, captions, embed }]
  })
}
