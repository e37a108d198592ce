import type { Kind } from '../../../domain/finding.ts'
import { addLink, addOrganisation, newDraft } from '../drafts/draft.ts'
import { isVideo, ownRole } from '../drafts/own-role.ts'
import { hasUrl, type Story, tell } from '../drafts/story-state.ts'
import { isPersonUrl, looksLikeName } from '../parties/parties.ts'
import type { Piece, Section } from '../passages/outline.ts'
import type { Passage, PassageLink } from '../passages/passage.ts'
import { cleanTitle, isGeneric, isTitle } from '../titles/titles.ts'

/** Links to videos whose words are a title: each is a video. False where there is none. */
export function readVideos(story: Story, section: Section, piece: Piece): boolean {
  if (section.mood === 'aside' && !/\btalks?\b|\bvideos?\b|recording/i.test(section.heading.text))
    return false
  let found = false
  for (const link of piece.passage.links) {
    if (!isVideo(link.url)) continue
    const title = isGeneric(link.text) ? titleBefore(piece, link) : cleanTitle(link.text)
    if (!isTitle(title) || title.split(' ').length < 2 || hasUrl(story, link.url)) continue
    if (piece.block.form !== 'item' && /^\p{Ll}+\s/u.test(title)) continue
    const draft = newDraft('video', title, '')
    addLink(draft, link.url, 'recording')
    addMakers(draft, piece.passage, link, 'speaker')
    addLanguage(draft, piece.passage)
    if (piece.passage.links.length === 1) draft.notes.push(piece.passage.text)
    tell(story, draft)
    found = true
  }
  return found
}

/** "**December**: Title ([video](address))": the words of an item before its plain link. */
function titleBefore(piece: Piece, link: PassageLink): string {
  const { passage, block } = piece
  if (block.form !== 'item' || passage.links.length > 1) return ''
  const label = passage.strong[0]
  const from = label && label.start < 3 && /^\s?[:：]/.test(passage.text.slice(label.end)) ? label.end : 0
  const words = passage.text.slice(from, link.start)
  return /[.!]\s\p{Lu}/u.test(words) || words.length > 120
    ? ''
    : cleanTitle(words.replace(/[\s([–—:-]+$/u, ''))
}

const tags = new Map<string, Kind>(
  Object.entries({
    video: 'video',
    audio: 'article',
    podcast: 'article',
    event: 'event',
    webinar: 'event',
    statement: 'statement',
    article: 'article',
    paper: 'article',
    blog: 'article',
    report: 'article',
    pdf: 'article',
  }),
)

/** "[PL] [video] [Title](address) by X. What it is about": an item of a list of links. */
export function readListLink(story: Story, section: Section, piece: Piece): boolean {
  const { passage } = piece
  const link = passage.links[0]
  if (piece.block.form !== 'item' || !link) return false
  const lead = passage.text.slice(0, link.start)
  const tag = [...lead.matchAll(/\[([\p{L} -]{2,12})\]/gu)]
    .map(match => tags.get(match[1]!.toLowerCase()))
    .find(Boolean)
  if (lead.replace(/\[[\p{L} -]{2,12}\]/gu, '').trim().length > 2) return false
  const title = cleanTitle(link.text)
  if (!isTitle(title) || title.split(' ').length < 2 || hasUrl(story, link.url)) return false
  const listed =
    section.mood === 'articles' ||
    section.mood === 'statements' ||
    section.mood === 'campaigns' ||
    section.mood === 'videos'
  if (!listed && !tag) return false
  if (isCodeHost(link.url) || isPersonUrl(link.url)) return false
  const kind: Kind =
    tag ??
    (section.mood === 'statements'
      ? 'statement'
      : section.mood === 'campaigns'
        ? 'campaign'
        : section.mood === 'videos'
          ? 'video'
          : 'article')
  const draft = newDraft(kind, title, '')
  addLink(draft, link.url, ownRole(kind, link.url, null))
  addMakers(draft, passage, link, 'author')
  addLanguage(draft, passage)
  const after = passage.text.slice(link.end).trim()
  const inBrackets = /^\(([^()]{2,80})\)\.?$/.exec(after)?.[1]
  if (inBrackets && /^\p{Lu}|^\p{Lo}/u.test(inBrackets)) addOrganisation(draft, inBrackets)
  else if (after.length > 3) draft.notes.push(after.replace(/^[.,:;–—-]\s*/, ''))
  tell(story, draft)
  return true
}

function isCodeHost(url: string): boolean {
  return /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|crates\.io|docs\.rs|pypi\.org|npmjs\.com|cran\.r-project\.org)\//i.test(
    url,
  )
}

/** "… by Ann Example and Bob Sample." */
function addMakers(
  draft: ReturnType<typeof newDraft>,
  passage: Passage,
  link: PassageLink,
  role: string,
): void {
  const after = passage.text.slice(link.end, link.end + 300)
  const names = /^["”’']?,?\s*(?:by|von|par|por|di|oleh)\s+([^.:;\n]+(?:\s\p{Lu}\.[^.:;\n]+)*)/u.exec(
    after,
  )?.[1]
  const people = (names ?? '')
    .split(/\s*,\s*(?:and\s+)?|\s+(?:and|und|et|y|e|&)\s+/)
    .map(name => name.trim())
    .filter(looksLikeName)
  if (people.length > 0) draft.finding.people = people.slice(0, 20).map(name => ({ name, role }))
}

/** "[PL]" or "(en español)" beside a link tells the language. */
function addLanguage(draft: ReturnType<typeof newDraft>, passage: Passage): void {
  const code = /\[([A-Z]{2})\]/.exec(passage.text)?.[1]?.toLowerCase()
  if (code && languageCodes.has(code)) draft.finding.languages = [code]
}

const languageCodes = new Set(
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv th tr uk ur vi zh'.split(
    ' ',
  ),
)
