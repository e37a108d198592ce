import {
  type AskedOfEntry,
  type DeskItem,
  deskItems,
  type OpenReading,
  type ToldByOrganiser,
  type TroubledSource,
} from '../../domain/desk.ts'
import type { Programme } from '../../domain/programme.ts'
import type { Offer } from '../../domain/recordings/offer.ts'
import { duplicatesIn } from '../compared.ts'
import type { Showing } from '../ui/showing.ts'

/** What else is known of editions. */
export type KnownOfDesk = {
  /** What was pasted and is not settled. */
  readings: readonly OpenReading[]
  /** Pairs of entries that look like one and are two. */
  apart: ReadonlySet<string>
  /** What sources say otherwise, and those that cannot be read. */
  asked?: readonly AskedOfEntry[]
  sources?: readonly TroubledSource[]
  /** What was found out about recordings. */
  offers?: readonly Offer[]
  /** What organisers changed, or would. */
  organisers?: readonly ToldByOrganiser[]
}

/** What a programme, with its drafts, needs of those who write it. */
export function deskOf(
  programme: Programme,
  { readings, apart, asked = [], sources = [], offers = [], organisers = [] }: KnownOfDesk,
  { now, zone }: Pick<Showing, 'now' | 'zone'>,
): DeskItem[] {
  const { edition, entries } = programme
  const duplicates = duplicatesIn(programme, apart)
  const known = { entries, readings, duplicates, asked, sources, offers, organisers }
  return deskItems(known, now, { zone, assumedMinutes: edition.assumedMinutes })
}
