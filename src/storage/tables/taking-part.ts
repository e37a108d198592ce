import type { Generated } from 'kysely'
import type { Json } from './json.ts'

/** What people say and suggest, who they are, and how that is kept in bounds. */
export type TakingPartTables = {
  comments: CommentsTable
  mentions: MentionsTable
  sent_mentions: SentMentionsTable
  visitors: VisitorsTable
  /** A device on which a visitor is known; `token`: hash of what the cookie holds. */
  visitor_sign_ins: {
    token: string
    /** By which its owner names it, and which opens nothing. */
    id: string | null
    visitor_id: string
    /** What the browser said of itself. */
    device: string | null
    made_at: number
    seen_at: number
  }
  /**
   * Pictures of those who take part, by `visitor` and their id or `mail` and its key. `address`: where a provider said
   * that there is one.
   */
  faces: { owner: string; address: string | null; picture_id: string | null; asked_at: number | null }
  /** Challenges that were worked for and used, until they would expire. */
  used_proofs: { key: string; until: number }
  /** How often something was done since a window began, by a key that tells what and by whom. */
  paces: { key: string; count: number; until: number }
  /** Texts, by their keyed hash, that somebody brought lately. */
  seen_texts: { digest: string; last_at: number }
  /** Words, by their keyed hash: in how many texts of each kind they stood. */
  spam_tokens: { token: string; spam: number; real: number; seen_at: number }
  /** What curators taught, so that it can be taken back. */
  spam_lessons: {
    of_id: string
    what: 'comment' | 'suggestion' | 'mention'
    label: 'spam' | 'real'
    tokens: string
    at: number
  }
  blocks: BlocksTable
  reports: ReportsTable
  moderation_acts: ModerationActsTable
  /** Who is told by mail that something waits, and when they last were. */
  queue_mails: { account_id: string; wants: number; told_at: number; language: Generated<string> }
  /** What somebody had typed before they went to sign in; `browser`: hash of what its cookie holds. */
  visitor_drafts: { id: string; browser: string; fields: string; back: string | null; made_at: number }
  visitor_ways: VisitorWaysTable
  /** As whom the site is known to servers of Mastodon; `client_secret` is sealed. */
  mastodon_servers: {
    origin: string
    client_id: string
    client_secret: string
    redirect_uri: string
    made_at: number
  }
  suggestions: SuggestionsTable
  suggestion_steps: SuggestionStepsTable
  /** What came of a suggestion, a new entry or a part of one that was there. */
  suggestion_entries: { suggestion_id: string; entry_id: string; as: 'entry' | 'merged' }
  /** What is written to senders in a series, where its curators have words of their own. */
  suggestion_templates: { series_id: string; language: string; kind: string; words: string }
  /** How often a mailbox, by its hash, was asked on a day of UTC whether it is to be told something. */
  asks: { key: string; day: number; count: number }
  incoming_mails: IncomingMailsTable
  /** As it came, until it is taken in. */
  incoming_mail_sources: { mail_id: string; bytes: Uint8Array }
  /** Domains whose mails speak for an organisation, besides that of its site. */
  organisation_domains: {
    organisation_id: string
    domain: string
    state: 'confirmed' | 'refused'
    at: number
    by: string
  }
  /** Who may edit what an organisation takes part in. `token` and `device` are hashes: of the link, and of the cookie. */
  organisers: {
    id: string
    organisation_id: string
    mail: string
    token: string
    device: string | null
    asked_at: number
    opened_at: number | null
    expires_at: number
  }
  organiser_changes: OrganiserChangesTable
}

/** What somebody said below an edition, an entry, a post or a page. No IP address is kept. */
type CommentsTable = {
  id: string
  edition_id: string | null
  entry_id: string | null
  writing_id: string | null
  parent_id: string | null
  /** `mention`: another site told that it links here. */
  kind: 'comment' | 'mention'
  state: 'approved' | 'pending' | 'spam' | 'removed'
  author_name: string | null
  author_url: string | null
  account_id: string | null
  text: string
  at: number
  /** By what an export knows it. */
  origin: string | null
  updated_at: number
  /** Who said it, where they are a visitor; curators by `account_id`, guests by neither. */
  visitor_id: Generated<string | null>
  /** Of a guest, and never shown. The key tells only whether two are the same (keyed hash). */
  mail: Generated<string | null>
  mail_key: Generated<string | null>
  /** Of the network it came from (keyed hash); forgotten soon. */
  from_key: Generated<string | null>
  /** Hash of what lets a guest change it for a while. */
  edit_key: Generated<string | null>
  language: Generated<string | null>
  /** Why it waits, or was taken for spam. */
  evidence: Generated<Json>
  /** Who approved, held or removed it; `writer`: they took it back themselves, and its words are gone. */
  decided_by: Generated<string | null>
  edited_at: Generated<number | null>
  decided_at: Generated<number | null>
  /** A face that is kept here; without one, a drawn one is shown. */
  picture_id: Generated<string | null>
  /** What the verdict made of it; told once somebody has decided otherwise. */
  weighed_as: Generated<'approved' | 'pending' | 'spam' | 'removed' | null>
  /** What the service outside said of it, and what that was told since. */
  service_said: Generated<'spam' | 'real' | null>
  service_told: Generated<'spam' | 'real' | null>
  /** The network that service is told of; forgotten with `from_key`. */
  service_from: Generated<string | null>
}

/** A page elsewhere (`source`) that is said to link to one of ours; by the hash of both addresses. */
type MentionsTable = {
  key: string
  source: string
  target: string
  edition_id: string | null
  entry_id: string | null
  writing_id: string | null
  /** What it became below that. */
  comment_id: string | null
  /** Of the network it was told from (keyed hash), until it was looked at. */
  from_key: string | null
  /** `waiting`: to be looked at; `kept`: it links here; `gone`: not any more; `refused`: it never did, or cannot be read. */
  state: 'waiting' | 'kept' | 'gone' | 'refused'
  tries: number
  due_at: number | null
  asked_at: number
}

/** A link in a text of ours, of which its site is told. */
type SentMentionsTable = {
  of: 'edition' | 'entry' | 'writing'
  of_id: string
  url: string
  /** The address of ours that was told; it stays, so that the other site knows it again. */
  source: string
  /** Of the text that it is told for. */
  digest: string
  /** 0: the link was taken out. */
  stands: number
  /** `none`: the site takes no webmentions. */
  state: 'waiting' | 'sent' | 'none' | 'failed'
  tries: number
  due_at: number | null
  at: number
}

/**
 * Somebody who takes part and has no account of the site: what a provider, or a mailbox, told of them. Who they are is
 * `provider`, `issuer` and `subject` alone, and nothing is ever joined by a mail address.
 */
type VisitorsTable = {
  id: string
  provider: string
  issuer: string
  subject: string
  name: string
  /** The name that was told last; another than `name` where they chose one. */
  told_name: Generated<string | null>
  url: string | null
  picture_id: string | null
  mail: string | null
  mail_key: string | null
  made_at: number
  seen_at: number
}

/** Whose, and what is in which, is held as spam; `value` is compared, `said` is shown. `series_id` null: everywhere. */
type BlocksTable = {
  id: string
  kind: 'visitor' | 'account' | 'mail' | 'network' | 'domain' | 'word'
  value: string
  said: string
  reason: string
  series_id: string | null
  made_at: number
  made_by: string
  until: number | null
}

type ReportsTable = {
  id: string
  comment_id: string
  from_key: string
  reason: string
  text: string
  at: number
  settled_at: Generated<number | null>
}

/** One act of a curator on comments, with what each was before: it can be taken back. */
type ModerationActsTable = {
  id: string
  at: number
  account_id: string
  act: string
  before: string
  undone_at: Generated<number | null>
}

/**
 * Somebody on their way to sign in: to a provider and back, or to their mailbox. `token`: hash of the state, or of what
 * stands in the link; `browser`: hash of the cookie of the browser they went from.
 */
type VisitorWaysTable = {
  token: string
  browser: string
  provider: string
  /** Of Mastodon the server; of a mailbox its address. */
  server: string | null
  /** Sealed. */
  secrets: string | null
  /** Hash of what can be typed instead of opening the link, and how often that was tried. */
  code: string | null
  tries: number
  back: string
  draft_id: string | null
  made_at: number
}

/** What somebody from outside offers to an edition; what they gave to be read is in its readings. */
type SuggestionsTable = {
  id: string
  edition_id: string
  state: string
  door: 'form' | 'mail'
  made_at: number
  changed_at: number
  language: string
  words: string
  label: string
  name: string | null
  /** Of the sender, and never shown to readers; it is forgotten. The key tells only whether two are the same. */
  mail: string | null
  organisation: string | null
  /** Of the sender's own site, to be thanked with. */
  url: Generated<string | null>
  visitor_id: string | null
  account_id: string | null
  mail_key: string | null
  /** Of the network it came from (keyed hash); forgotten soon. */
  from_key: string | null
  /** Of the form it was sent with: sent twice it is one. */
  form_key: string | null
  verdict: 'approved' | 'pending' | 'spam'
  evidence: Json
  /** As of a comment. */
  service_said: Generated<'spam' | 'real' | null>
  service_told: Generated<'spam' | 'real' | null>
  service_from: Generated<string | null>
  is_credited: Generated<number>
}

type SuggestionStepsTable = {
  /** Rises with time. */
  id: string
  suggestion_id: string
  at: number
  who: 'sender' | 'curator' | 'site'
  by: string | null
  act: string
  words: string | null
  before: string | null
  after: string
  detail: Json
}

/** A mail that came in, each once. `client`: who handed it over, until it is looked at. */
type IncomingMailsTable = {
  id: string
  key: string
  door: 'mailbox' | 'listener'
  came_at: number
  recipient: string
  sender: string | null
  client: Json
  is_whole: number
  state: 'waiting' | 'taken' | 'left'
  why: string | null
  /** Keyed hash of the mailbox that it says it is from. */
  mail_key: string | null
  /** For which it is proven to be written. */
  domain: string | null
  /** Digest of what its domain signed it with: who hands on a mail of somebody else has the same. */
  signature: Generated<string | null>
  proof: Json
  edition_id: string | null
  suggestion_id: string | null
  answered_at: number | null
  settled_at: number | null
}

type OrganiserChangesTable = {
  id: string
  organisation_id: string
  edition_id: string
  entry_id: string
  mail: string
  at: number
  told: string
  state: 'waiting' | 'live' | 'accepted' | 'declined'
  /** Of the edition, that made it. */
  revision: number | null
  settled_at: number | null
  settled_by: string | null
}
