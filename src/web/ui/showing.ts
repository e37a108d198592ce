import type { FiguresOfPage } from '../../domain/figure/in-text.ts'
import type { DeadLink } from '../../domain/links/dead-link.ts'
import type { Reckoning } from '../../domain/phase.ts'
import type { Edition } from '../../domain/programme.ts'
import type { Rehearsal } from '../../domain/rehearsal.ts'
import { usualWaking, type Waking } from '../../domain/waking.ts'
import type { Reader } from '../middleware/reader.ts'
import { withKept } from '../paths.ts'
import { type Language, languages, type Say, wordsOf } from '../words.ts'

/** What every piece of a page needs to know of the one it is shown to. */
export type Showing = {
  say: Say
  language: Language
  locale: string
  dir: 'ltr' | 'rtl'
  /** The address asks for this language: another reader sees it in the same. */
  namesLanguage: boolean
  /** In which the texts of what is shown are written where nothing else is told (BCP 47), if anybody told that. */
  textLanguage?: string | null
  /** In which its own title is said: a text in another language is marked as such. */
  headIn?: string | null
  /** The zone of the page: chosen by the reader, else the home zone of what is shown. */
  zone: string
  zoneChosen: boolean
  /** A second place, whose times stand beside those of `zone`. */
  beside: string | null
  waking: Waking
  now: number
  moved: boolean
  notices: Reader['notices']
  rehearsal: Rehearsal | null
  /** Figures that its texts name; none where they name none. */
  figures?: FiguresOfPage | null
  /** Which links of its texts lead nowhere, by their addresses. */
  deadLinks?: ReadonlyMap<string, DeadLink>
  /** Shown to somebody who may write it: what is shown leads to where it is edited. */
  isEditor?: boolean
  /** Ids of entries that the reader has as they are: their rows are only named. */
  same?: ReadonlySet<string>
  /** Path and query of the page, for such an editor: where one comes back to. */
  here?: string
  /** A path with what the reader asked for in the address kept. */
  link: (path: string) => string
}

export function showingOf(reader: Reader, homeZone: string): Showing {
  const { language, locale, at, moved, kept, notices, zone, beside, waking } = reader
  return {
    say: wordsOf(language, locale),
    language,
    locale,
    dir: languages[language].dir,
    namesLanguage: /(?:^|&)lang=/.test(kept),
    zone: zone ?? homeZone,
    zoneChosen: zone !== null,
    beside: beside === (zone ?? homeZone) ? null : beside,
    waking: waking ?? usualWaking,
    now: at,
    moved,
    notices,
    rehearsal: reader.rehearsal ?? null,
    link: path => withKept(path, kept),
  }
}

export function reckoningOf(edition: Pick<Edition, 'assumedMinutes'>, showing: Showing): Reckoning {
  return { zone: showing.zone, assumedMinutes: edition.assumedMinutes }
}
