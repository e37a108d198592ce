import type { Kind } from '../../../domain/finding.ts'
import { monthOf, weekdayOf } from '../../../time/calendar-words.ts'
import { fold } from '../../../time/fold.ts'
import { zonesOfPlaceName } from '../../../time/places.ts'
import { roleOfWords } from '../../link-words.ts'
import { addOrganisation, type Draft } from '../drafts/draft.ts'
import { fillPlace } from '../events/read-labels.ts'
import { isSmallBody, looksLikeParty, namesJoined } from '../parties/names.ts'
import {
  authorWithCalling,
  bodyAfterWith,
  bodyOfMade,
  bodyRightBehind,
  looksLikeName,
  nameAfterBy,
  peopleIn,
} from '../parties/parties.ts'
import type { Passage } from '../passages/passage.ts'
import { cleanTitle, isGeneric } from '../titles/titles.ts'
import { bodyWord } from '../words/body-words.ts'
import { doesWords } from '../words/does-words.ts'
import { kindWord } from '../words/kind-words.ts'
import { labelOf } from '../words/label-words.ts'
import { namesLanguage } from '../words/language-words.ts'
import { capitalShare } from '../words/title-case.ts'
import type { EntryTitle } from './entry-title.ts'
import { company, type Field, makerPrefix } from './fields.ts'

/** Where names stand: behind "by", in brackets at the end, between the dashes behind the title. */
export function addParties(
  draft: Draft,
  fields: Field[],
  title: EntryTitle,
  kind: Kind,
  passage: Passage,
): void {
  const people = new Map<string, string>()
  const companions: string[] = []
  const isArticle = kind === 'article'
  const give = (names: string[], maker: boolean) => {
    for (const name of names) {
      if (isDayName(name)) continue
      if (looksLikeName(name) && isArticle && maker) people.set(name, 'author')
      else if (looksLikeParty(name) || (maker && isSmallBody(name))) addOrganisation(draft, name)
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
        if (looksLikeName(name) && !isBodyName(name)) people.set(name, 'speaker')
        else if (looksLikeParty(name) && capitalShare(name) > 0.6) addOrganisation(draft, name)
      }
    else if (field.role === 'label' && field.label === 'where') fillPlace(draft, field.passage)
    else if (field.role === 'people')
      for (const name of namesJoined(text.replace(company, ''))) {
        if (looksLikeName(name) && !bodyWord.test(name)) people.set(name, 'speaker')
        else if (bodyWord.test(name) && looksLikeParty(name)) companions.push(name)
      }
  }
  // "Ann Example: Title"
  for (const field of fields.filter(
    one =>
      one.role === 'plain' &&
      one.at.end <= title.at.start + 1 &&
      (title.link || /[:：]\s?$/.test(passage.text.slice(one.at.start, title.at.start))),
  )) {
    const name = cleanTitle(field.passage.text)
    if (isArticle && looksLikeName(name) && !bodyWord.test(name)) people.set(name, 'author')
    else if (looksLikeParty(name) && isNoKind(name) && isOwner(name)) addOrganisation(draft, name)
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
      const behind = text.slice(word.index + word.length)
      const beside = name ? null : bodyRightBehind(behind)
      if (beside) give([beside], false)
      const body = name || beside ? null : bodyAfterWith(behind)
      if (body && looksLikeParty(body)) companions.push(body)
    }
  }
  // "…, a phone-in with the National Nurses Guild"
  for (const { passage: one } of after) {
    const name = bodyOfMade(one.text)
    if (name && looksLikeParty(name) && !looksLikeName(name)) companions.push(name)
  }
  // "Example Watch: https://… “Title”"
  const first = /^([^:"“«\n]{3,80}):\s+(?=https?:|["“«])/u.exec(passage.text)?.[1]
  if (wanting() && first && title.at.start > first.length && isOwner(first) && !kindWord(first))
    give([first], true)
  // "Forum Terra Viva, appeal “Title”": who, and what it is.
  const led = /^[^\p{L}\p{N}]*([^,:"“«\n]{3,80}),\s(?:\p{Ll}[\p{L} ]{2,30})?[\s:"“«]*$/u.exec(
    passage.text.slice(0, Math.max(0, title.at.start)),
  )?.[1]
  if (wanting() && led && (led.includes(' ') || bodyWord.test(led)) && isOwner(led) && isNoKind(led))
    give([led], true)
  const within =
    title.at.start >= 0
      ? /,\s+([^,]{3,60})$/u.exec(
          fields.find(field => field.at.start === title.at.start)?.passage.text ?? '',
        )?.[1]
      : undefined
  if (wanting() && within && bodyWord.test(within) && !title.text.includes(within) && looksLikeParty(within))
    give([within], false)
  // "ГО «Теплий ніс»": a body by its form of law, its name in marks of its own.
  const lawful = wanting() ? formOfLaw.exec(passage.text.slice(Math.max(0, title.at.end)))?.[0] : undefined
  if (lawful) addOrganisation(draft, lawful)
  if (wanting()) {
    const aside = after
      .filter(field => field.role === 'aside')
      .map(field => withoutLabel(field.passage.text))
      .map(text => ({ text, name: nameInBrackets(text) }))
      .filter(({ name }) => roleOfWords(name) === null)
      .find(
        ({ text, name }) =>
          looksLikeParty(name) &&
          isNamed(name) &&
          !/^\p{L}+ time$|^US(?:A| (?:and|&) Canada)?$/iu.test(text) &&
          zonesOfPlaceName(name).length === 0 &&
          !isRemark(text, around, title),
      )
    if (aside && !/\.\p{L}{2,}$/u.test(aside.text)) give([aside.name], false)
  }
  if (wanting()) {
    const plain = around.filter(
      field =>
        (field.role === 'plain' || (field.role === 'phrase' && /,\s\p{Lu}/u.test(field.passage.text))) &&
        field.at.start !== title.at.start &&
        cleanTitle(field.passage.text) !== title.text &&
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
  const beside = withAtEnd.exec(title.text)?.[1]
  if (beside && bodyWord.test(beside) && looksLikeParty(beside)) companions.push(beside)
  // "… with Radio Umoja": a body that is told beside it, where nobody else is.
  if (wanting()) for (const name of companions) addOrganisation(draft, name)
  for (const one of peopleIn(passage))
    if (one.name !== title.text) people.set(one.name, one.role ?? 'speaker')
  if (people.size > 0) draft.finding.people = [...people].map(([name, role]) => ({ name, role }))
}

/** Bodies where people may be told as well: "Leeds Young Poets", "Armley Men’s Shed", and all that bear a word for bodies. */
function isBodyName(name: string): boolean {
  const words = name.split(' ')
  const isOfPlace = words.length > 2 && zonesOfPlaceName(words[0]!).length > 0
  return bodyWord.test(name) || /\p{L}['’]s\s\p{Lu}/u.test(name) || isOfPlace
}

/** "Forum Terra Viva", "Oficina para las Mujeres": bodies whose first word also tells a kind of meeting. */
function isNoKind(name: string): boolean {
  return (
    !kindWord(name) ||
    bodyWord.test(name) ||
    /^(?:Forum|Foro|Fórum|Форум)\s(?:\p{Ll}+\s)*\p{Lu}|\p{Lu}\p{L}+\s(?:Forum|Foro|Fórum)$/u.test(name)
  )
}

/** "Poetry slam with the Writers Club" */
const withAtEnd =
  /\s(?:with|mit|avec|con|com)\s(?:(?:the|der|dem|la|le|el|los|las|o|a)\s)?(\p{Lu}[^,.;:]{4,60})$/u

/** "(Veranstalter: Filmclub Tal)": the name alone. */
function withoutLabel(text: string): string {
  const label = labelOf(text)
  return label?.key === 'organisers' ? text.slice(label.length) : text
}

/** "(in English, Wetlands Secretariat)", "(seminario dell’Università di Portici, su Teams)": who, among how. */
function nameInBrackets(text: string): string {
  const parts = text.split(/,\s|[、،]\s?/)
  const named = parts.find(part => !namesLanguage(part) && !/^\p{Script=Han}{1,3}語$/u.test(part)) ?? text
  const word = kindWord(named)
  const owner =
    word && /^\p{Ll}/u.test(named) ? nameAfterBy(named, word.index + word.length)?.name : undefined
  return cleanTitle(owner ?? named)
}

/** "(Englisch)", "(Streitgespräch)": one word in brackets says how, where a line of its own says who. */
function isRemark(text: string, around: Field[], title: EntryTitle): boolean {
  if (bodyWord.test(text)) return false
  if (namesLanguage(text)) return true
  if (/\s/.test(text.trim())) return false
  return around.some(
    field =>
      field.role === 'plain' &&
      (field.at.start >= title.at.end || field.at.end <= title.at.start) &&
      partyIn(field.passage.text) !== null,
  )
}

const formOfLaw = /(?<!\p{L})(?:ГО|БФ|БО|НУО|НКО|АНО|НГО|фонд|Фонд|ОО) [«“"][^«»“”"\n]{2,60}[»”"]/u

/** Capitals, or a word that bodies bear: a name, and no remark. */
function isNamed(text: string): boolean {
  return capitalShare(text) > 0.6 || (/^\p{Lu}/u.test(text) && bodyWord.test(text))
}

/** "from Monday on": no body is called so. */
function isDayName(name: string): boolean {
  const word = fold(name.split(/[\s,]/)[0]!)
  return weekdayOf(word)?.short === false || monthOf(word)?.short === false
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
    /^(?:(?!\s(?:on|about|at|to|for (?:the|a|an) \p{Ll}|pour (?:le|la|les|l['’])|para|zum|zur|is|are|has|will|from|(?:with|avec|con|com|mit)(?!\s(?:(?:the|la|le|les|el|los|las|der|dem)\s)?\p{Lu}))\s|https?:|[!?:\n]|\.\s).)+/u.exec(
      text,
    )?.[0] ?? text
  ).replace(/["”»]$/u, '')
}

/** The part of a field that names a party: all of it, or what stands between its commas. */
function partyIn(text: string): string | null {
  if (tellsSentence.test(text)) return null
  const whole = head(text)
  if (looksLikeParty(whole) && !whole.includes(', ')) return whole
  // "cinéma Le Méliès, Montreuil": where it is stands last.
  const parts = text
    .split(/,\s+/)
    .filter((part, at, all) => at === 0 || at < all.length - 1 || !/^\p{Lu}\p{Ll}+$/u.test(part))
    .map(cleanTitle)
    .filter(looksLikeParty)
  return (
    parts.find(part => bodyWord.test(part)) ??
    (parts.length > 0 && parts.length === text.split(/,\s+/).length ? parts.join(', ') : (parts[0] ?? null))
  )
}

/** "Filmhaus am Kanal. Tickets", "Radio Umoja, live on": the name up to the first comma. */
function head(text: string): string {
  const name = text.split(
    /,\s+(?=\p{Ll})|\s(?:invites?|lädt|laden|invite(?:nt)?|invitan?|convidam?|mengundang)\s/u,
  )[0]!
  return cleanTitle(name)
}

/** "The Great Hall opens", "Ann Example looks at …": sentences; `doersIn` tells whose names in them are bodies. */
const tellsSentence = new RegExp(String.raw`\s(?:${doesWords.source})(?=\s|$)`, 'u')
