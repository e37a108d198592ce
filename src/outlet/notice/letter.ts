/** What one notice says, before it becomes a mail or a message on a screen. Addresses are absolute. */
export type Letter = {
  /** BCP 47 and direction of its words. */
  language: string
  dir: 'ltr' | 'rtl'
  subject: string
  title: string
  /** What it is about is written in a language of its own. */
  parts: { heading: string | null; rows: Row[] }[]
  /** Where one takes part or watches at once, by what that is called. */
  doors: { label: string; url: string; note?: string }[]
  action: { label: string; url: string } | null
  foot: { why: string; links: { label: string; url: string }[] }
  /** One address at which a single POST ends it (RFC 8058), and the list it belongs to (RFC 2919). */
  end: string
  list: { id: string; name: string }
}

export type Row = { text: string; url?: string; note?: string }
