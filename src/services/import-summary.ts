export type ImportOptions = {
  /** Slugs: where it goes. What is missing is created as a draft. */
  series: string
  edition: string
  /** Path or address of the file. Its last part names the source; the same source read again updates. */
  file: string
  /** Epoch milliseconds. */
  at: number
  /** The day of a new edition, `2020-12-18`, or its days, `2021-03-06/2021-03-07`. */
  date?: string
  /** Home zone of a new edition (IANA). */
  zone?: string
  publish?: boolean
  /** Who is said to have done it in the revisions; the host, where it is left out. */
  by?: string
  /** Told how many findings have been dealt with. */
  onProgress?: (done: number) => void
}

export type ImportSummary = {
  series: string
  edition: string
  created: ('series' | 'edition')[]
  /** The edition's revision afterwards; null where nothing could be read and so nothing was stored. */
  revision: number | null
  new: number
  changed: number
  unchanged: number
  /** What is not stored, and why. */
  refused: { code: string; reason: string; where?: string; title?: string }[]
  /** What else the reading of the file has to say; nothing is refused by it. */
  notes: { code: string; reason: string; where?: string }[]
  /** Fields in which a person's change stands although the file says otherwise; `entry` is a slug, null for the edition. */
  kept: { entry: string | null; title: string; field: string; yours: string; file: string }[]
  /** Entries this source told before and tells no more. They stay. */
  missing: { entry: string; title: string }[]
}

export function emptySummary({ series, edition }: ImportOptions): ImportSummary {
  return {
    series,
    edition,
    created: [],
    revision: null,
    new: 0,
    changed: 0,
    unchanged: 0,
    refused: [],
    notes: [],
    kept: [],
    missing: [],
  }
}
