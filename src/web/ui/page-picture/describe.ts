import type { Entry } from '../../../domain/entry.ts'
import type { Programme } from '../../../domain/programme.ts'
import { inPublic } from '../../../domain/secret-link.ts'
import { type PagePicture, pictureLook } from '../../../outlet/page-picture/page-picture.ts'
import { sayDays } from '../../../time/say-time.ts'
import { isolated } from '../entry-words.ts'
import { readTo } from '../read-to.ts'
import { versionOf } from '../send.tsx'
import type { Showing } from '../showing.ts'
import { hoursOf } from './hours.ts'
import { whenWords } from './when-words.ts'

/**
 * What the picture of a programme shows: its hours as on the page.
 *
 * @param plain the same reader in a language whose letters every installation has; null where that is theirs
 */
export function editionPicture(
  told: Programme,
  reader: Showing,
  plain: Showing | null,
  site: string,
): PagePicture {
  const { programme, showing } = readTo(told, reader)
  const { series, edition, entries } = programme
  const tags = edition.hashtags.map(tag => isolated(`#${tag.replace(/^#/, '')}`)).join(' ')
  return {
    dir: showing.dir,
    accent: series.accent,
    over: series.title === edition.title ? null : series.title,
    title: edition.title,
    lines: [
      sayDays(edition.startsOn, edition.endsOn, showing.locale),
      [entries.length ? showing.say('series.entries', { count: entries.length }) : '', tags]
        .filter(Boolean)
        .join(' · '),
    ],
    site,
    hours: hoursOf(edition, entries, { ...showing, zone: edition.homeZone }),
    otherwise: plain && editionPicture(told, plain, null, site),
  }
}

/** What the picture of an entry shows: its title, when it is on its own clock, who holds it, and where in the day it lies. */
export function entryPicture(
  told: Programme,
  entry: Entry,
  reader: Showing,
  plain: Showing | null,
  site: string,
): PagePicture {
  const { programme, showing } = readTo({ ...told, entries: [entry] }, reader)
  const { series, edition } = programme
  const read = programme.entries[0]!
  const names = read.organisations.filter(({ role }) => role !== 'supporter').map(({ name }) => name)
  return {
    dir: showing.dir,
    accent: series.accent,
    over: edition.title,
    title: inPublic(read.title, read),
    lines: [whenWords(read, showing), names.join(' · ')],
    site,
    hours: hoursOf(
      edition,
      [read],
      { ...showing, zone: read.time.zone ?? edition.homeZone },
      { isOne: true },
    ),
    otherwise: plain && entryPicture(told, entry, plain, null, site),
  }
}

/** Of what a picture of an edition depends on: drawing it to know would cost each page more than this. */
export function editionVersion({ series, edition }: Programme, site: string): string {
  return versionOf([pictureLook, edition.revision, series.title, series.accent, site]).slice(0, 10)
}

/** It stays the same while the entry does, whatever happens in the programme. */
export function entryVersion(picture: PagePicture): string {
  return versionOf([pictureLook, picture]).slice(0, 10)
}
