import type { Json } from './json.ts'

/** What readers keep, and what they are told. */
export type ToldTables = {
  plans: PlansTable
  plan_entries: PlanEntriesTable
  mails: MailsTable
  subscribers: SubscribersTable
  subscriptions: SubscriptionsTable
  notices: NoticesTable
  /** Up to which revision of an edition readers were, or are about to be, told. */
  notice_cursors: { edition_id: string; number: number }
  open_news: OpenNewsTable
}

/** What one reader starred, and when they are awake. */
type PlansTable = {
  id: string
  /** Hash of what their cookie and their private address carry. */
  token: string
  /** The plan it was taken into: its address leads there. */
  merged_into: string | null
  /** Grows with every change. */
  revision: number
  zone: string | null
  awake: string | null
  pauses: string | null
  made_at: number
  changed_at: number
  /** To the day. */
  used_at: number
  /** When its page was last looked at, and when in the visit before this one. */
  seen_at: number | null
  seen_before: number | null
}

type PlanEntriesTable = {
  plan_id: string
  entry_id: string
  wish: string
  pin: string | null
  /** When it was to begin as it was starred. */
  starts_at: number | null
  at: number
}

type MailsTable = {
  id: string
  to: string
  subject: string
  /** Null once a mail that opens doors has been sent. */
  text: string | null
  html: string | null
  purpose: string
  /** `kept`: to be read in the outbox, because there is no mail server. */
  state: 'waiting' | 'kept' | 'sent'
  created_at: number
  settled_at: number | null
}

/** Where somebody is told: a mail address, or a browser's push endpoint. Removed when nothing is left to tell. */
type SubscribersTable = {
  id: string
  channel: 'mail' | 'push'
  address: string
  /** Of one mailbox, however it is written, or of one endpoint. */
  address_key: string
  /** What a push message is encrypted with. */
  keys: Json
  language: string
  zone: string
  awake: string
  digest_hour: number
  /** `asked`: nobody has opened the link yet; `bounced`: nothing can be delivered there. */
  state: 'asked' | 'confirmed' | 'bounced'
  /** How often it was asked to confirm since it last did, and when last. */
  asks: number
  asked_at: number
  bounces: number
  bounced_at: number | null
  made_at: number
}

type SubscriptionsTable = {
  id: string
  subscriber_id: string
  what: string
  /** Id of the edition, the entry, the plan or the series. */
  target: string
  wants: string
  asked_at: number
  confirmed_at: number | null
  /** Of a digest: when the next is due, and when the last was. */
  next_at: number | null
  last_at: number | null
}

type NoticesTable = {
  id: string
  subscriber_id: string
  subscription_id: string
  channel: 'mail' | 'push'
  kind: string
  /** What it is told at: of one subscriber each once. */
  occasion: string
  /** Id of what it is of: an entry, an edition. */
  subject: string
  data: Json
  state: 'waiting' | 'sent' | 'dropped' | 'failed'
  due_at: number
  /** After this it is of no use any more. */
  until_at: number | null
  attempts: number
  worker: string | null
  leased_until: number | null
  made_at: number
  settled_at: number | null
  error: Json
}

/** Changes of an entry that are not told yet: more may follow. */
type OpenNewsTable = {
  entry_id: string
  edition_id: string
  first_number: number
  last_number: number
  first_at: number
  last_at: number
}
