/** One item of a feed, of whatever format, before it is known what it is. Texts may hold HTML. */
export type FeedItem = {
  id?: string
  title?: string
  url?: string
  published?: string
  summary?: string
  content?: string
  authors: { name: string; url?: string }[]
  publisher?: string
  tags: string[]
  language?: string
  image?: string
  /** How long an episode is, in seconds. */
  seconds?: number
  /** Media files and players that belong to it. */
  media: { url: string; type?: string }[]
  /** What event extensions tell, in their own words. */
  event?: FeedEvent
}

export type FeedEvent = {
  start?: string
  startTime?: string
  end?: string
  endTime?: string
  timezone?: string
  /** Its days are whole days, told as calendars tell them. */
  allDay?: string
  place?: string
  organiser?: string
  status?: string
  /** `podcast:liveItem`: where it is streamed. */
  streams: string[]
}

export type Feed = {
  title?: string
  language?: string
  base?: string
  /** By which names whoever keeps it goes. */
  keepers: string[]
  /** What lies in it in part: it breaks off, or has entities of its own, which nobody expands. */
  isCut?: boolean
  hasEntities?: boolean
  items: FeedItem[]
}
