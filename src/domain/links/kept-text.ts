/** The text of a statement as it stood at an address; nobody sees it unless it may be shown. */
export type KeptText = {
  url: string
  /** When it was read, in epoch milliseconds. */
  at: number
  title: string | null
  byline: string | null
  site: string | null
  language: string | null
  /** Made harmless; without pictures. */
  html: string
  /** In characters, of the words alone. */
  length: number
  digest: string
}

/** Why the text of an entry may be shown to readers, in the curator's words: who agreed and when, or which licence. */
export type TextShown = { by: 'consent' | 'licence'; which: string }
