import type { Attendance, EventStatus } from '../../../domain/finding.ts'

/** What the answer of a service tells of one event, in words of our own. What is not told is undefined. */
export type ToldEvent = {
  uid?: string | undefined
  title?: string | undefined
  /** HTML or plain text. */
  about?: string | undefined
  url?: string | undefined
  image?: string | undefined
  language?: string | undefined
  /** A day, a moment with its offset, a wall time, or seconds or milliseconds since 1970. */
  start?: string | undefined
  end?: string | undefined
  minutes?: number | undefined
  /** As the service names it: IANA, Windows, an offset. */
  zone?: string | undefined
  /** Its days are whole days, the last one included. */
  allDay?: boolean | undefined
  status?: EventStatus | undefined
  attendance?: Attendance | undefined
  place?: ToldPlace | undefined
  join?: string | undefined
  stream?: string | undefined
  registration?: string | undefined
  /** Pages and files beside its own page. */
  others?: { url: string; title?: string | undefined }[] | undefined
  organisers?: ToldParty[] | undefined
  people?: ToldParty[] | undefined
  tags?: string[] | undefined
  /** It is one of several dates of the same. */
  isOneOfSeveral?: boolean | undefined
}

export type ToldPlace = {
  name?: string | undefined
  address?: string | undefined
  street?: string | undefined
  city?: string | undefined
  region?: string | undefined
  postcode?: string | undefined
  country?: string | undefined
  lat?: string | undefined
  lon?: string | undefined
}

export type ToldParty = {
  name: string
  url?: string | undefined
  affiliation?: string | undefined
  isPerson?: boolean
}
