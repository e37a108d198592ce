/** Why a time that somebody wrote may not be what they meant. The codes are a public contract. */
export type DoubtCode =
  /** An hour and no zone; nothing to choose from: somebody must tell one. */
  | 'zone-missing'
  /** IST: of India, of Israel or of Ireland. */
  | 'zone-ambiguous'
  /** CET in July: what clocks in Berlin show, or the offset as it is written. */
  | 'zone-season'
  /** "3pm CET / 10am EST": hours told for several zones that are not one moment. */
  | 'zones-disagree'
  /** Two places of one source – its data, its text, its calendar link – tell different times. */
  | 'sources-disagree'
  /** "Friday 17 December 2020" was a Thursday. */
  | 'weekday-disagrees'
  /** 03/04: the third of April or the fourth of March. */
  | 'date-order'
  /** 15 Ramadan: the day depends on who saw the moon; or two calendars tell different days. */
  | 'date-calendar'
  /** No day, or a weekday alone. */
  | 'date-missing'
  | 'year-assumed'
  /** Clocks go forward over it. */
  | 'time-skipped'
  /** Clocks go back over it; midnight, which begins a day or ends it. */
  | 'time-repeated'
  /** "half acht": in the morning or in the evening. */
  | 'time-half'
  /** An hour beside the day, or a word between two hours, that was not understood. */
  | 'time-unread'

/**
 * `says` is a plain English sentence for the command line; pages say it again from `code` in the reader's language.
 * `choices`: what may be meant, where the words allow only so much; the first is what was taken. A whole time each.
 */
export type Doubt = { code: DoubtCode; says: string; choices?: Choice[] }

/**
 * One way to settle a doubt: the time as it then is, in strings as `domain/finding.ts` has them. `from`: who tells it
 * so, where sources disagree (`json-ld`, `text`, …).
 */
export type Choice = { start: string; end?: string; allDay?: true; from?: string }
