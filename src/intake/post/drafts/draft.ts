import type {
  FieldDoubt,
  Finding,
  FoundLink,
  FoundOrganisation,
  Kind,
  LinkRole,
  Provenance,
} from '../../../domain/finding.ts'
import { linkRole } from '../../link-role.ts'
import { roleOfWords } from '../../link-words.ts'
import { organisationName } from '../parties/organisation-name.ts'
import type { Passage, PassageLink } from '../passages/passage.ts'
import { cleanTitle, isGeneric } from '../titles/titles.ts'
import { attendanceOf } from '../words/cue-words.ts'
import { kindWord } from '../words/kind-words.ts'
import { languagesSaid } from '../words/language-words.ts'
import { recordingSaid } from '../words/recording-words.ts'
import { fateIn } from './fate.ts'

/** A finding that is still being read: its story may go on in the next paragraphs. */
export type Draft = {
  finding: Finding
  /** The curator's own words around it. */
  notes: string[]
  /** Everything that was said of it; attendance, status and recording are read from this at the end. */
  words: string[]
  /** The role of the link that a line ending in a colon has promised. */
  promised?: LinkRole
  /** A title made up from the announcement gives way to the one of the link that follows. */
  titleIsMadeUp?: boolean
  /** Its own link came, even if its address was lost on the way. */
  linked?: boolean
  /** A wider circle of words, for what is said once for the whole post. */
  around?: string
}

export function newDraft(kind: Kind, title: string, words: string): Draft {
  return { finding: { kind, title: cleanTitle(title) || title }, notes: [], words: [words] }
}

/** Adds a link once; the same address with a plainer role gives way. */
export function addLink(draft: Draft, url: string, role: LinkRole, title?: string): void {
  const links = (draft.finding.links ??= [])
  const known = links.find(link => link.url === url)
  if (known) {
    if (known.role === 'source' || known.role === 'programme') known.role = role
    return
  }
  links.push(title && !/^https?:/.test(title) ? { role, url, title } : { role, url })
}

/** The links of a passage that say what they are for. Others (people, companies, asides) are left alone. */
export function addRoleLinks(draft: Draft, passage: Passage): void {
  for (const link of passage.links) {
    const role = roleIn(passage, link)
    if (role && role !== 'source') addLink(draft, link.url, role, link.text)
  }
}

/** The role of a link by its address, its own words and the words before it in its line. */
export function roleIn(passage: Passage, link: PassageLink): LinkRole | null {
  const before = passage.links.filter(other => other.end <= link.start).at(-1)?.end ?? 0
  const line = passage.text.slice(passage.text.lastIndexOf('\n', Math.max(0, link.start - 1)) + 1, link.start)
  const words =
    line
      .slice(-140)
      // "bis zum 6. Dezember" goes on.
      .split(/(?<=[^\d\s][.!?])\s/)
      .at(-1) ?? ''
  const behind = /^\s?\(([^()\n]{3,25})\)/u.exec(passage.text.slice(link.end))?.[1]
  const toldBehind = behind && /^(?:https?:|www\.)/.test(link.text) ? roleOfWords(behind) : null
  if (toldBehind && linkRole(link.url) === 'source') return toldBehind
  if (asksSomethingElse.test(`${words} ${link.text}`)) return 'source'
  const isAlone = !/[\p{L}\p{N}]/u.test(line) && /^https?:|^www\./.test(link.text)
  const above = isAlone ? passage.text.slice(0, link.start).trimEnd().split('\n').at(-1) : undefined
  const role =
    above && roleOfWords(above) === 'livestream' && !isMedia(link.url)
      ? 'livestream'
      : linkRole(link.url, { words: isAlone ? `${words}${streamIn(above)}` : words, title: link.text })
  if (role === 'recording' && saysStream.test(words) && recordingSaid(passage.text) === 'expected')
    return 'livestream'
  if (role === 'registration' || role === 'join')
    return addsToCalendar.test(`${link.url} ${link.text}`) ? 'source' : role
  if (role === 'source' || (role === 'recording' && !isMedia(link.url))) {
    const near =
      passage.text
        .slice(Math.max(before, link.start - 80), link.start)
        .split(/[.;\n]/)
        .at(-1) ?? ''
    if (showsSlides.test(isGeneric(link.text) ? `${near} ${link.text}` : link.text)) return 'slides'
  }
  return role
}

/** What stands above an address alone in its line tells whether it is seen there while it happens. */
function streamIn(above: string | undefined): string {
  return above && roleOfWords(above) === 'livestream' ? above : ''
}

const saysStream =
  /live[- ]?stream|stream(?:ed|ing) live|transmisión en vivo|transmissão ao vivo|en direct sur|im livestream/i
const showsSlides =
  /\b(?:presentations?|slides?|materials?|präsentation|folien|présentation|presentación|apresentação|materiales)\b/iu

/** Whether an address alone says that something is to be seen or heard there. */
function isMedia(url: string): boolean {
  const role = linkRole(url)
  return role === 'recording' || role === 'livestream'
}

/** Forms are for many things: recommending, suggesting, asking. Only those to take part are registrations. */
const asksSomethingElse =
  /\b(?:recommend|nominat|suggest|propos(?:e|al)|volunteer|feedback|survey|submit|questionnaire|donat|newsletter|subscribe|vorschl|sugier|propon|propor)\p{L}*[^.!?]{0,60}$/iu
const addsToCalendar =
  /calendar\.google\.|google\.com\/calendar|add to (?:your )?calendar|timeanddate\.com|\.ics$/i

export function addOrganisation(draft: Draft, name: string | null | undefined): void {
  const clean = name ? organisationName(name) : null
  if (!clean) return
  const list = (draft.finding.organisations ??= [])
  const known = list.find(other => sameName(other.name, clean))
  if (!known) list.push({ name: clean })
  else if (clean.length > known.name.length) known.name = clean
}

/** "Example Network (EN)", "the Example Network" and "EN" are one. */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)]
  if (a === b) return true
  return acronymOf(one) !== null && acronymOf(one) === acronymOf(other)
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/^(?:the|der|die|das|la|le|el|los|las|o|a)\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function acronymOf(name: string): string | null {
  const inner =
    /\(([\p{Lu}\d][\p{L}\d&-]{1,11})\)\s*$/u.exec(name)?.[1] ?? /^[\p{Lu}\d]{2,}[\p{L}\d]*$/u.exec(name)?.[0]
  return inner
    ? inner.toLowerCase()
    : (/^([\p{Lu}\d]{2,}[\p{L}\d]*)\s\(/u.exec(name)?.[1]?.toLowerCase() ?? null)
}

export function addDoubts(draft: Draft, doubts: FieldDoubt[]): void {
  const all = (draft.finding.doubts ??= [])
  for (const doubt of doubts)
    if (!all.some(other => other.code === doubt.code && other.field === doubt.field)) all.push(doubt)
}

/** The finished finding: what its words say of attendance, status and recording, and where everything is from. */
export function finish(draft: Draft): Finding {
  const { finding } = draft
  const said = draft.words.join('\n')
  if (finding.kind === 'event') {
    finding.attendance ??=
      attendanceOf(`${finding.title}\n${said}`) ??
      (finding.place ? 'offline' : attendanceOf(draft.around ?? ''))
    const spoken = languagesSaid(`${said}\n${draft.around ?? ''}`)
    if (spoken.length > 0) finding.languages ??= spoken
    finding.status ??= fateIn(said)
    const hasRecording = finding.links?.some((link: FoundLink) => link.role === 'recording')
    finding.recording ??= hasRecording
      ? (recordingSaid(`${said}\n${draft.around ?? ''}`) ?? 'available')
      : recordingSaid(`${said}\n${draft.around ?? ''}`)
  }
  if (!finding.url) {
    const own = finding.links?.find(link => link.role === 'programme' || link.role === 'source')
    if (own) finding.url = own.url
  }
  if (finding.kind === 'video') finding.url ??= finding.links?.[0]?.url
  for (const link of finding.links ?? []) if (link.title === finding.title) delete link.title
  const note = draft.notes
    .map(text => text.trim())
    .filter(Boolean)
    .join('\n\n')
  if (note !== '' && note !== finding.title) finding.note = note
  finding.organisations = finding.organisations?.filter(
    (one: FoundOrganisation) => one.name !== finding.title,
  )
  const result = withoutEmpty(finding)
  result.from = provenance(result)
  return result
}

/** A kind word in a title says more than the section it stands in: "Statement of …", "Petition: …". */
export function kindOfTitle(title: string): Kind | null {
  return kindWord(title)?.kind ?? null
}

function withoutEmpty(finding: Finding): Finding {
  return Object.fromEntries(
    Object.entries(finding).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Finding
}

function provenance(finding: Finding): Record<string, Provenance> {
  return Object.fromEntries(
    Object.keys(finding)
      .filter(key => key !== 'doubts' && key !== 'from' && key !== 'told')
      .map(key => [key, 'text']),
  )
}
