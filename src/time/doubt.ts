/** Why a time that somebody wrote may not be what they meant. The codes are a public contract. */
export type DoubtCode =
  | 'zone-missing'
  | 'zone-ambiguous'
  | 'zone-season'
  | 'zones-disagree'
  | 'weekday-disagrees'
  | 'date-order'
  | 'date-missing'
  | 'year-assumed'
  | 'time-skipped'
  | 'time-repeated'

/** `says` is a plain English sentence for the command line; pages say it again from `code` in the reader's language. */
export type Doubt = { code: DoubtCode; says: string }
