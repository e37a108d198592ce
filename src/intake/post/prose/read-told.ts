import type { Kind, LinkRole } from '../../../domain/finding.ts'
import { linkRole } from '../../link-role.ts'
import { roleOfWords, saysLive } from '../../link-words.ts'
import {
  addLink,
  addOrganisation,
  addRoleLinks,
  type Draft,
  kindOfTitle,
  newDraft,
  roleIn,
  sameName,
} from '../drafts/draft.ts'
import { isVideo, ownRole } from '../drafts/own-role.ts'
import { hasUrl, type Story, tell } from '../drafts/story-state.ts'
import type { Piece, Section } from '../passages/outline.ts'
import type { Passage } from '../passages/passage.ts'
import { type LinkLine, linkLineOf, splitSite } from '../titles/link-line.ts'
import { cleanTitle, isGeneric, isTitle } from '../titles/titles.ts'
import { hasStarted } from '../words/cue-words.ts'
import { recordingSaid } from '../words/recording-words.ts'
import { type Announcement, readAnnouncement } from './announcement.ts'

/** "Here is a statement by X": opens an item whose link follows, in the same paragraph or the next. */
export function readTold(story: Story, piece: Piece, follows: Piece | undefined): boolean {
  const { passage } = piece
  const told = readAnnouncement(passage)
  if (!told || !isWorthAnEntry(told, passage, follows)) return false
  const draft = newDraft(told.kind, told.title ?? passage.text, passage.text)
  if (told.madeUp) draft.titleIsMadeUp = true
  for (const name of told.organisations) addOrganisation(draft, name)
  if (told.people.length > 0) draft.finding.people = told.people
  if (told.link) addLink(draft, told.link.url, ownRole(told.kind, told.link.url, passage))
  addRoleLinks(draft, passage)
  if (!draft.finding.links && passage.links.length === 1 && !told.link)
    addLink(draft, passage.links[0]!.url, ownRole(told.kind, passage.links[0]!.url, passage))
  if (told.kind === 'event' && hasStarted.test(passage.text) && story.head.published?.length === 10)
    draft.finding.start = story.head.published
  draft.notes.push(passage.text)
  const promised = promiseOf(passage)
  if (promised && promised !== 'source') draft.promised = promised
  if (draft.finding.links?.some(link => hasUrl(story, link.url))) return true
  tell(story, draft)
  return true
}

/** What only mentions something in passing is no entry: it must be handed over, or lead to a link or a name. */
function isWorthAnEntry(told: Announcement, passage: Passage, follows: Piece | undefined): boolean {
  if (told.title !== null && !told.madeUp && told.link) return true
  if (told.title?.startsWith('#')) return true
  const follow = follows !== undefined && isLinkOrEmbed(follows)
  const named = told.organisations.length > 0 || told.people.length > 0
  // "… in this blog:" with nothing behind it names no thing.
  if (told.madeUp && !named && isGeneric(told.title ?? '') && !follow && passage.links.length === 0)
    return false
  const leads =
    /[:：–—-]\s*https?:\/\/\S+$/.test(passage.text) ||
    (!told.madeUp && linkLineOf(passage)?.hasSite === true) ||
    /[:：]\s*$/.test(passage.text) ||
    (follows !== undefined && (isLinkOrEmbed(follows) || isLead(follows.passage)))
  if (leads) return true
  return (
    told.presented &&
    passage.text.length < 400 &&
    (told.organisations.length > 0 || told.people.length > 0 || isNaming(told))
  )
}

function isNaming(told: Announcement): boolean {
  if (told.title === null || isGeneric(told.title)) return false
  return !told.madeUp || hasTopic.test(told.title)
}

/** "Webinar on …", "Panel: …": a made-up title is worth keeping where it says what it is about. */
const hasTopic =
  /^(?:\S+\s){1,3}(?:on|about|for|against|zu|zum|zur|über|für|gegen|sur|pour|contre|sobre|para|contra|su|per|tentang|о|об|за)\s\S|^\S+\s?[:：–]|^\p{Lo}{4,}/u

function isLinkOrEmbed(piece: Piece): boolean {
  return piece.block.form === 'embed' || linkLineOf(piece.passage) !== null
}

function isLead(passage: Passage): boolean {
  return passage.text.length < 200 && /[:：]\s*$/.test(passage.text) && roleOfWords(passage.text) !== null
}

/** "If you want to join the live session, you can do so here:" goes on with the item before it. */
export function readLead(story: Story, passage: Passage): boolean {
  const current = story.current
  const role = roleOfWords(passage.text)
  if (!current || !role || passage.text.length > 250) return false
  if (current.finding.kind !== 'event' && role !== 'source' && role !== 'programme') return false
  const generic =
    passage.links.length > 0 &&
    passage.links.every(link => isGeneric(link.text) || /^https?:/.test(link.text))
  if (!generic && !/[:：(]\s*$|here\b[^.]{0,60}$/i.test(passage.text)) return false
  current.words.push(passage.text)
  current.notes.push(passage.text)
  const known = new Set(current.finding.links?.map(link => link.url))
  addRoleLinks(current, passage)
  for (const link of passage.links)
    if (!known.has(link.url)) addLink(current, link.url, roleIn(passage, link) ?? role)
  if (passage.links.length === 0) current.promised = promiseOf(passage) ?? role
  return true
}

function promiseOf(passage: Passage): LinkRole | undefined {
  const role = roleOfWords(passage.text) ?? undefined
  return role === 'recording' && saysLive(passage.text) && recordingSaid(passage.text) === 'expected'
    ? 'livestream'
    : role
}

/** "Title (site.org)": the link an announcement has promised, or an item of its own. */
export function readLinkLine(story: Story, section: Section, line: LinkLine): boolean {
  const current = story.current
  if (current?.promised && !current.titleIsMadeUp) {
    if (line.url)
      addLink(
        current,
        line.url,
        linkRole(line.url, { title: line.title ?? '' }) === 'join' ? 'join' : current.promised,
      )
    delete current.promised
    return true
  }
  if (current?.titleIsMadeUp || (current && !hasOwnLink(current))) {
    takeLink(current, line)
    return true
  }
  if (!line.title || (line.url && hasUrl(story, line.url)) || section.mood === 'aside')
    return line.title === null
  // A linked title alone is an item where things are listed; in other posts it may be anything.
  const isListed =
    line.hasSite || story.isRoundUp || (section.mood !== undefined && section.mood !== 'events')
  if (!isListed || line.title.split(' ').length < 2 || isPicture(line.url)) return true
  const split = splitSite(line.title, line.site, () => false)
  const video = line.url !== null ? isVideo(line.url) : /^(?:youtube|vimeo)(?:\.com)?$/.test(line.site ?? '')
  const kind: Kind = video ? 'video' : (kindOfTitle(split.title) ?? kindOfMood(section) ?? 'article')
  const draft = newDraft(kind, split.title, '')
  addOrganisation(draft, split.organisation)
  if (line.url) addLink(draft, line.url, ownRole(kind, line.url, null))
  tell(story, draft)
  return true
}

function isPicture(url: string | null): boolean {
  return (
    url !== null &&
    /\.(?:jpe?g|png|gif|webp|svg|avif)(?:[?#].*)?$|^https?:\/\/(?:www\.)?flickr\.com\/photos\//i.test(url)
  )
}

function kindOfMood(section: Section): Kind | undefined {
  const kinds = {
    events: 'event',
    videos: 'video',
    statements: 'statement',
    campaigns: 'campaign',
    articles: 'article',
    toolkits: 'toolkit',
    aside: undefined,
  } as const
  return section.mood ? kinds[section.mood] : undefined
}

function hasOwnLink(draft: Draft): boolean {
  return (draft.finding.links?.length ?? 0) > 0 || draft.linked === true
}

function takeLink(draft: Draft, line: LinkLine): void {
  draft.linked = true
  const names = draft.finding.organisations ?? []
  if (line.title) {
    const split = splitSite(line.title, line.site, name => names.some(one => sameName(one.name, name)))
    if (draft.titleIsMadeUp && isTitle(split.title)) {
      draft.finding.title = split.title
      addOrganisation(draft, split.organisation)
    }
  }
  delete draft.titleIsMadeUp
  delete draft.promised
  if (!line.url) return
  const role = ownRole(draft.finding.kind, line.url, null)
  const isSeen = role === 'programme' && !line.title && roleOfWords(draft.words.at(-1)) === 'livestream'
  addLink(draft, line.url, isSeen ? 'livestream' : role, line.title ?? undefined)
}

/** An embedded video, post or page shows what was announced, or is an item of its own. */
export function readEmbed(story: Story, section: Section, url: string, title: string | null): void {
  const current = story.current
  if (hasUrl(story, url)) return
  if (
    current &&
    (current.promised || !hasOwnLink(current) || (current.finding.kind === 'event' && isVideo(url)))
  ) {
    if (current.promised) {
      addLink(current, url, current.promised)
      delete current.promised
      return
    }
    takeLink(current, {
      title: title && isTitle(cleanTitle(title)) ? cleanTitle(title) : null,
      site: null,
      url,
    })
    return
  }
  if (!title || !isTitle(cleanTitle(title)) || section.mood === 'aside') return
  const kind: Kind = isVideo(url) ? 'video' : (kindOfTitle(title) ?? 'article')
  const draft = newDraft(kind, title, '')
  addLink(draft, url, ownRole(kind, url, null))
  tell(story, draft)
}
