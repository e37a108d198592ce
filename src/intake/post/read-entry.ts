import type { Kind } from '../../domain/finding.ts'
import { zonesOfPlaceName } from '../../time/places.ts'
import { roleOfWords } from '../link-words.ts'
import { bodyWord } from './body-words.ts'
import { callsToAct } from './calls-to-act.ts'
import { attendanceOf, statusWords } from './cue-words.ts'
import { addDoubts, addLink, addOrganisation, addRoleLinks, type Draft, newDraft, roleIn } from './draft.ts'
import { type Field, fieldsOf, makerPrefix } from './fields.ts'
import { kindWord } from './kind-words.ts'
import { labelOf } from './label-words.ts'
import { linkLineOf, splitSite } from './link-line.ts'
import { looksLikeParty, namesJoined } from './names.ts'
import { authorWithCalling, looksLikeName, nameAfterBy, peopleIn } from './parties.ts'
import type { Passage, PassageLink, Span } from './passage.ts'
import { fillPlace } from './read-labels.ts'
import { isVideo, ownRole } from './read-told.ts'
import type { Story } from './story-state.ts'
import { type EventTime, eventTimes, isVague, registrationEnd, timeFields } from './times-of.ts'
import { capitalShare } from './title-case.ts'
import { cleanTitle, isGeneric, isTitle, titleMarks } from './titles.ts'

/** What the lines around an entry say of it: its kind by the section or the lead, its day by the heading, its title by the heading. */
export type Hints = {
  organisation?: string | undefined
  kind?: Kind | undefined
  day?: string | undefined
  title?: string | undefined
}

/** A passage in fields ("time – title – organisation – link", in any order) → an entry, or null where it holds none. */
export function entryOf(story: Story, passage: Passage, hints: Hints): Draft | null {
  const found = timesIn(story, passage, hints)
  const times =
    hints.kind !== undefined && hints.kind !== 'event' ? found.filter(time => !isVague(time)) : found
  const fields = fieldsOf(
    passage,
    times.map(time => time.at),
  )
  const title = titleOf(passage, fields, times, hints)
  if (!title) return null
  const kind = kindOf(passage, fields, title, times, hints)
  if (!kind) return null
  const draft = newDraft(kind, title.text, passage.text)
  if (kind === 'event' && times[0]) {
    Object.assign(draft.finding, timeFields(times[0]))
    delete draft.finding.doubts
    addDoubts(draft, times[0].doubts)
    const until = registrationEnd(passage, story.context)
    if (until) draft.finding.registrationUntil = until
  }
  if (title.organisation) addOrganisation(draft, title.organisation)
  addParties(draft, fields, title, kind, passage)
  if (hints.organisation && !draft.finding.organisations?.length) addOrganisation(draft, hints.organisation)
  addLinks(draft, passage, title.link, kind)
  return draft
}

export type EntryTitle = {
  text: string
  at: Span
  weight: number
  link?: PassageLink
  organisation?: string
  site?: boolean
}

function timesIn(story: Story, passage: Passage, hints: Hints): EventTime[] {
  const labelled = fieldsOf(passage, []).filter(
    field => field.role === 'label' && /^(?:when|day|clock)$/.test(field.label ?? ''),
  )
  if (labelled.length > 0) {
    const told = labelled.map(field => field.passage.text).join(', ')
    const times = eventTimes(
      { ...passage, text: told, links: [], strong: [], struck: [], quoted: [] },
      story.context,
      hints.day,
    )
    if (times.length > 0) return times.map(time => ({ ...time, at: labelled[0]!.at }))
  }
  return eventTimes(passage, story.context, hints.day)
}

function titleOf(passage: Passage, fields: Field[], times: EventTime[], hints: Hints): EntryTitle | null {
  if (hints.title) return { text: hints.title, at: { start: -1, end: -1 }, weight: 6 }
  const tagged = fields.find(field => field.label === 'what' && /#\p{L}/u.test(field.passage.text))
  const named = tagged
    ? undefined
    : fields.find(
        field =>
          field.role === 'label' &&
          (field.label === 'title' || (field.label === 'what' && field.passage.text.length <= 80)),
      )
  if (named && isTitle(cleanTitle(named.passage.text)))
    return { text: cleanTitle(named.passage.text), at: named.at, weight: 6 }
  const hashtag = hashtagTitle(passage, hints)
  if (hashtag) return hashtag
  const marks = titleMarks(
    passage,
    times.map(time => time.at),
  ).filter(
    mark =>
      !fields.some(
        field =>
          (field.role === 'update' ||
            field.role === 'aside' ||
            field.role === 'label' ||
            field.role === 'link') &&
          mark.start >= field.at.start &&
          mark.end <= field.at.end + 1,
      ) &&
      !/^UPDATE/i.test(mark.text) &&
      !callsToAct.test(mark.text) &&
      !labelOf(`${mark.text}:`),
  )
  const best = marks.sort((a, b) => b.weight - a.weight || a.start - b.start)[0]
  if (best)
    return withOrganisation(
      { text: best.text, at: best, weight: best.weight, ...(best.link ? { link: best.link } : {}) },
      hints,
    )
  const line = linkLineOf(passage)
  if (line?.title) {
    const split = splitSite(line.title, line.site, () => false)
    const own: EntryTitle = {
      text: split.title,
      at: { start: 0, end: passage.text.length },
      weight: 4,
      site: line.hasSite === true,
    }
    const site = line.title.startsWith(split.title)
      ? line.title.slice(split.title.length)
      : line.title.slice(0, line.title.length - split.title.length)
    const owner = split.organisation ?? cleanTitle(site)
    if (looksLikeParty(owner) && owner.includes(' ')) own.organisation = owner
    return own
  }
  const plain = plainTitle(fields, times)
  return plain && (plain.organisation ? plain : withOrganisation(plain, hints))
}

/** The first words that are no time, link, maker or remark; an organisation in front of them gives way. */
function plainTitle(fields: Field[], times: EventTime[]): EntryTitle | null {
  const plain = fields.filter(
    field =>
      (field.role === 'plain' || field.role === 'phrase') &&
      isTitle(cleanTitle(field.passage.text)) &&
      !/^(?:NB|PS|NOTE)\b/.test(field.passage.text),
  )
  const first = plain[0]
  if (!first) return null
  const second = plain[1]
  // "Organisation – Title": told apart by the words for bodies in the one and the lack of capitals in the other.
  const swapped =
    second &&
    looksLikeParty(first.passage.text) &&
    isBody(first.passage.text) &&
    !isBody(second.passage.text) &&
    !kindWord(first.passage.text) &&
    second.role === 'plain'
  const chosen = swapped ? second : first
  const led = /^([^,]{3,60}),\s+(.+)$/u.exec(first.passage.text)
  const leads =
    led && !swapped && looksLikeParty(led[1]!) && !kindWord(led[1]!) && (kindWord(led[2]!)?.index ?? 99) < 25
  if (leads) return { text: cleanTitle(led[2]!), at: first.at, weight: 3, organisation: led[1]! }
  const text = cleanTitle(withoutTail(chosen.passage.text.replace(/^\d{1,2}[.)]\s+/, '')))
  if (text.split(' ').length > 30) return null
  return {
    text,
    at: chosen.at,
    weight: times.length > 0 ? 3 : 2,
    ...(swapped ? { organisation: cleanTitle(first.passage.text) } : {}),
  }
}

/** "…, Brooklyn", "…, postponed", "…, place de la République": where or whether it is held is no part of its title. */
function withoutTail(text: string): string {
  const match = /^(.{6,}?),\s+([^,]{3,60})$/u.exec(text)
  if (!match || /\s(?:and|und|et|y|e|or|&)\s/i.test(match[2]!)) return text
  const tail = match[2]!
  const isFate = statusWords.some(([, words]) => words.test(tail)) || attendanceOf(tail) !== undefined
  const isPlace =
    whereWords.test(tail) ||
    (/^\p{Lu}\p{L}+$/u.test(tail) && match[1]!.split(' ').length > 2) ||
    (/^\p{Lu}/u.test(tail) && tail.split(' ').length < 4 && zonesOfPlaceName(tail).length > 0)
  const isOwner = bodyWord.test(tail) && looksLikeParty(tail)
  return isFate || isPlace || isOwner ? match[1]! : text
}

const whereWords =
  /^(?:at|in|place|square|park|rue|street|plaza|calle|praça|rua|piazza|via|am|auf dem|im|à la|au|en la|en el)\s/iu

function isBody(text: string): boolean {
  return /^\p{Lu}/u.test(text) && !looksLikeName(text.replace(/\s*\(.*$/, '')) && bodyWord.test(text)
}

/** "Example Network: Title" in a list of statements. */
function withOrganisation(title: EntryTitle, hints: Hints): EntryTitle {
  const owner = /^(.{4,}?)\s\(([^()]{4,60})\)$/u.exec(title.text)
  if (owner && looksLikeParty(owner[2]!) && owner[2]!.includes(' '))
    return { ...title, text: owner[1]!, organisation: owner[2]! }
  if (hints.kind !== 'statement') return title
  const match = /^([^:–—|]{2,80})(?::|\s[–—|-])\s+(.{4,})$/u.exec(title.text)
  if (!match || !looksLikeParty(match[1]!) || kindWord(match[1]!)) return title
  return { ...title, text: cleanTitle(match[2]!), organisation: match[1]!.trim() }
}

function hashtagTitle(passage: Passage, hints: Hints): EntryTitle | null {
  const match = /(?<![\p{L}\p{N}&/])#\p{L}[\p{L}\p{N}_]{2,60}/u.exec(passage.text)
  if (!match) return null
  const at = { start: match.index, end: match.index + match[0].length }
  const leads = match.index < 3 || hints.kind === 'campaign'
  const link = passage.links.find(one => one.start <= at.start && one.end >= at.end)
  const isCampaign = leads || kindWord(passage.text)?.kind === 'campaign'
  if (!isCampaign || titleMarks(passage, []).some(mark => mark.weight >= 5 && !mark.text.includes('#')))
    return null
  return { text: match[0], at, weight: 5, ...(link ? { link } : {}) }
}

function kindOf(
  passage: Passage,
  fields: Field[],
  title: EntryTitle,
  times: EventTime[],
  hints: Hints,
): Kind | null {
  if (title.text.startsWith('#')) return 'campaign'
  const before = fields.filter(
    field => field.at.end <= Math.max(0, title.at.start) && field.at.start !== title.at.start,
  )
  const told = before
    .map(field => (isGeneric(field.passage.text) ? kindWord(field.passage.text) : null))
    .find(Boolean)
  const what = fields.find(field => field.role === 'label' && field.label === 'what')
  const said = told ?? (what ? kindWord(what.passage.text) : null)
  const hasHour = times.some(time => time.start?.includes('T'))
  if (said && !(hasHour && said.kind !== 'event')) return said.kind
  if (times.length > 0 && (hasHour || hints.kind === 'event' || hints.kind === undefined)) {
    if (hasHour || hints.kind === 'event') return 'event'
    const word = kindWord(passage.text)
    return word ? word.kind : null
  }
  if (hints.kind === 'video' || hints.kind === 'statement' || hints.kind === 'campaign') return hints.kind
  if (hints.kind === 'event') return 'event'
  const inTitle = kindWord(title.text)?.kind
  const phrase = fields
    .filter(field => field.role === 'phrase' || field.role === 'plain' || field.role === 'maker')
    .map(field => kindWord(field.passage.text)?.kind)
    .find(Boolean)
  if (title.link && isVideo(title.link.url)) return 'video'
  if (hints.kind)
    return inTitle === 'toolkit' || inTitle === 'statement' || inTitle === 'campaign' ? inTitle : hints.kind
  return inTitle ?? phrase ?? null
}

/** Where names stand: behind "by", in brackets at the end, between the dashes behind the title. */
function addParties(draft: Draft, fields: Field[], title: EntryTitle, kind: Kind, passage: Passage): void {
  const people = new Map<string, string>()
  const isArticle = kind === 'article'
  const give = (names: string[], maker: boolean) => {
    for (const name of names) {
      if (looksLikeName(name) && isArticle && maker) people.set(name, 'author')
      else if (looksLikeParty(name)) addOrganisation(draft, name)
    }
  }
  for (const field of fields) {
    const { text } = field.passage
    if (field.role === 'maker') give(namesJoined(cutName(text.slice(makerPrefix(text)!.length))), true)
    else if (field.role === 'link') {
      const owner = /^([^:]{3,80}):\s+(?:https?:|www\.)/u.exec(text)?.[1]
      if (owner && isOwner(owner)) addOrganisation(draft, owner)
    } else if (field.role === 'label' && field.label === 'organisers') give(namesJoined(text), true)
    else if (field.role === 'label' && field.label === 'speakers')
      for (const name of namesJoined(text)) {
        if (looksLikeName(name) && !bodyWord.test(name)) people.set(name, 'speaker')
        else if (looksLikeParty(name) && capitalShare(name) > 0.6) addOrganisation(draft, name)
      }
    else if (field.role === 'label' && field.label === 'where') fillPlace(draft, field.passage)
    else if (field.role === 'people')
      for (const name of namesJoined(text.replace(/^\S+\s/, '')).filter(looksLikeName))
        people.set(name, 'speaker')
  }
  // "Ann Example: Title"
  for (const field of fields.filter(
    one => one.role === 'plain' && one.at.end <= title.at.start + 1 && title.link,
  )) {
    const name = cleanTitle(field.passage.text)
    if (isArticle && looksLikeName(name) && !bodyWord.test(name)) people.set(name, 'author')
    else if (looksLikeParty(name) && !kindWord(name) && isOwner(name)) addOrganisation(draft, name)
  }
  const after = fields.filter(field => field.at.start >= title.at.end && title.at.start >= 0)
  const around =
    title.at.start < 0
      ? fields
      : [...after, ...fields.filter(field => field.at.start < title.at.start && field.at.end > title.at.end)]
  const wanting = () => !draft.finding.organisations?.length && people.size === 0
  for (const field of around.filter(
    one => one.role === 'phrase' || one.role === 'plain' || one.role === 'update',
  )) {
    if (!wanting()) break
    const { text } = field.passage
    const from = Math.max(0, title.at.end - field.at.start)
    const word = kindWord(text, Math.min(from, text.length))
    const author = authorWithCalling(text)
    if (author) people.set(author.person.name, 'author')
    else if (word) {
      const name = nameAfterBy(text, word.index + word.length)
      if (name) give(namesJoined(cutName(name.name)), !name.article)
    }
  }
  // "Example Watch: https://… “Title”"
  const first = /^([^:"“«\n]{3,80}):\s+(?=https?:|["“«])/u.exec(passage.text)?.[1]
  if (wanting() && first && title.at.start > first.length && isOwner(first) && !kindWord(first))
    give([first], true)
  const within =
    title.at.start >= 0
      ? /,\s+([^,]{3,60})$/u.exec(
          fields.find(field => field.at.start === title.at.start)?.passage.text ?? '',
        )?.[1]
      : undefined
  if (wanting() && within && bodyWord.test(within) && !title.text.includes(within) && looksLikeParty(within))
    give([within], false)
  if (wanting()) {
    const aside = after.find(
      field =>
        field.role === 'aside' &&
        looksLikeParty(field.passage.text.split(/,\s/)[0]!) &&
        capitalShare(field.passage.text.split(/,\s/)[0]!) > 0.6 &&
        !/^\p{L}+ time$/iu.test(field.passage.text),
    )
    const isTown =
      aside && !aside.passage.text.includes(' ') && zonesOfPlaceName(aside.passage.text).length > 0
    if (aside && !isTown && !/\.\p{L}{2,}$/u.test(aside.passage.text))
      give([cleanTitle(aside.passage.text.split(/,\s/)[0]!)], false)
  }
  if (wanting()) {
    const plain = around.filter(
      field =>
        field.role === 'plain' &&
        field.at.start !== title.at.start &&
        partyIn(field.passage.text) !== null &&
        roleOfWords(partyIn(field.passage.text)!) === null,
    )
    const best = plain.find(field => bodyWord.test(field.passage.text)) ?? plain[0]
    if (best) give(namesJoined(partyIn(best.passage.text)!), false)
  }
  if (wanting()) {
    const word = kindWord(title.text)
    const name = word && word.index < 20 ? nameAfterBy(title.text, word.index + word.length) : null
    if (name && name.index <= word!.index + word!.length + 2 && looksLikeParty(name.name))
      addOrganisation(draft, name.name)
    const owner = word?.kind === 'statement' && word.index > 3 ? title.text.slice(0, word.index).trim() : ''
    if (owner && looksLikeParty(owner) && owner.includes(' ')) addOrganisation(draft, owner)
  }
  for (const one of peopleIn(passage))
    if (one.name !== title.text) people.set(one.name, one.role ?? 'speaker')
  if (people.size > 0) draft.finding.people = [...people].map(([name, role]) => ({ name, role }))
}

/** Names before a link: "Example Watch: https://…", and not "Webcast: https://…". */
function isOwner(text: string): boolean {
  return (
    looksLikeParty(text) &&
    !isGeneric(text) &&
    roleOfWords(text) === null &&
    !/zoom|webcast|stream|facebook|youtube|رابط|زوم/iu.test(text)
  )
}

/** A name ends where a sentence goes on. */
function cutName(text: string): string {
  return (
    /^(?:(?!\s(?:on|about|at|to|for (?:the|a|an) \p{Ll}|pour (?:le|la|les|l['’])|para|zum|zur|is|are|has|will|from|with|avec|con|com|mit)\s|[!?:\n]|\.\s).)+/u.exec(
      text,
    )?.[0] ?? text
  ).replace(/["”»]$/u, '')
}

/** The part of a field that names a party: all of it, or what stands between its commas. */
function partyIn(text: string): string | null {
  const whole = head(text)
  if (looksLikeParty(whole) && !whole.includes(', ')) return whole
  const parts = text.split(/,\s+/).map(cleanTitle).filter(looksLikeParty)
  return (
    parts.find(part => bodyWord.test(part)) ??
    (parts.length > 0 && parts.length === text.split(/,\s+/).length ? parts.join(', ') : (parts[0] ?? null))
  )
}

/** "Filmhaus am Kanal. Tickets", "Radio Umoja, live on": the name up to the first comma. */
function head(text: string): string {
  return cleanTitle(text.split(/,\s+(?=\p{Ll})/u)[0]!)
}

function addLinks(draft: Draft, passage: Passage, own: PassageLink | undefined, kind: Kind): void {
  const struck = (link: PassageLink) =>
    passage.struck.some(span => span.start <= link.start && span.end >= link.end)
  for (const link of passage.links) {
    if (/^(?:mailto|tel):/.test(link.url)) continue
    if (struck(link) && passage.links.length > 1) continue
    if (own && link.url === own.url) addLink(draft, link.url, ownRole(kind, link.url, passage))
    else if (kind === 'event') {
      const role = roleIn(passage, link)
      if (role && (role !== 'source' || passage.links.length === 1 || /^https?:|^www\./.test(link.text)))
        addLink(draft, link.url, role === 'source' ? 'programme' : role)
    } else if (isGeneric(link.text) || /^https?:|^www\./.test(link.text) || passage.links.length === 1)
      addLink(draft, link.url, ownRole(kind, link.url, passage))
  }
  if (kind === 'event')
    addRoleLinks(draft, { ...passage, links: passage.links.filter(link => !struck(link)) })
}
