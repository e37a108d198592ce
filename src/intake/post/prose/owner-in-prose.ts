import { addOrganisation, type Draft } from '../drafts/draft.ts'
import { looksLikeParty } from '../parties/names.ts'
import {
  bodyOfMade,
  looksLikeName,
  nameAfterBy,
  organisationsAfterBy,
  subjectBefore,
} from '../parties/parties.ts'
import type { Passage } from '../passages/passage.ts'
import { bodyWord } from '../words/body-words.ts'
import { bringsOut } from '../words/cue-words.ts'
import { kindWord } from '../words/kind-words.ts'
import { doersIn } from './doers.ts'

/** Who holds an event that sentences tell of, where nothing nearer its title says so. */
export function addOwnerInProse(draft: Draft, passage: Passage): void {
  const { finding } = draft
  if (finding.kind !== 'event' || finding.organisations?.length || finding.people?.length) return
  const at = passage.text.indexOf(finding.title)
  const { text } = passage
  if (at < 0) {
    for (const one of firstOf(organisationsAfterBy(text), doersIn(text))) addOrganisation(draft, one)
    return
  }
  const end = at + finding.title.length
  const names = [
    ownerBehind(text.slice(end)),
    ...organisationsAfterBy(text),
    bodyOfMade(text.slice(end).replace(/^[”"»]/u, '')) ?? undefined,
    byAtHead.exec(text.slice(end))?.[1],
    online.exec(text.slice(end))?.[1],
    withAcronym.exec(text)?.[1],
    bringer(text.slice(0, at)),
  ]
  const name = names
    .flatMap(one => (one ? one.split(/\s\((?:in|with|en|mit)\s|[.:]\s/)[0]!.trim() : []))
    .find(one => looksLikeParty(one) && !(looksLikeName(one) && one.split(' ').length < 3))
  addOrganisation(draft, name)
  if (!name)
    for (const one of firstOf(doersIn(withoutTitle(text, at, end)), inBrackets(text.slice(end))))
      addOrganisation(draft, one)
}

function firstOf(...lists: string[][]): string[] {
  return lists.find(list => list.length > 0) ?? []
}

/** "“Title” (Friday, 2 p.m., Labour Studies Collective) has been postponed": who, among when. */
function inBrackets(behind: string): string[] {
  const words = /^["”»]?\s?\(([^()]{3,120})\)/u.exec(behind)?.[1] ?? ''
  return words.split(/,\s/).filter(part => bodyWord.test(part) && looksLikeParty(part))
}

/** A title may itself be a sentence. */
function withoutTitle(text: string, start: number, end: number): string {
  return `${text.slice(0, start)}, ${text.slice(end)}`
}

/** "“Title” of the Himalaya Access Forum has been moved": whose the title right before is. */
function ownerBehind(behind: string): string | undefined {
  const found = nameAfterBy(behind.replace(/^["”»]/u, ''))
  return found && found.index <= 1 ? found.name : undefined
}

/** "… By the Blind Coders Guild, on Jitsi." */
const byAtHead = /[.!?]\s(?:By|Von|Par|Por|Oleh)\s(?:(?:the|der|dem|la|le|les|el)\s)?(\p{Lu}[^,.;:]{3,70})/u

const online =
  /(?:online|live|en ligne|en visio|en línea|en directo|in diretta|ao vivo)\s(?:with|mit|avec|con|com)\s(?:(?:the|der|dem|la|le|les|el|los|las|o|a)\s)?(\p{Lu}[^,.;:]{3,70})/iu

/** "The Disability Caucus (IDC) could not wait …: its webinar": who opens the sentence with letters of their own. */
const withAcronym =
  /^(?:The\s)?(\p{Lu}[\p{L}’' -]{4,70}\s\(\p{Lu}{2,}\p{L}*\))\s(?=.*(?<!\p{L})(?:its|their|ihr\p{L}*|sein\p{L}*|son|sa|leurs?|su|seu|sua|suo)\s)/u

/** "De 18h30 à 20h, ", "On the day itself (3 December) ". */
const dayAtHead = /^(?:[^,\d]{0,120}\d[^,]{0,120},\s|\p{L}+\s[^,()]{0,40}\([^()]*\d[^()]*\)\s)/u

/** "…, les Banques du Goût proposent", "Access Alliance and a dozen of partners have put together". */
function bringer(before: string): string | undefined {
  const sentence = before.split(/(?<=[.!?])\s+(?=\p{Lu})/u).at(-1) ?? ''
  const verb = bringsOut.exec(sentence)
  const word = kindWord(sentence)
  if (!verb || (word && word.index <= verb.index && word.index + word.length > verb.index)) return undefined
  const told = sentence.replace(dayAtHead, skip => `${' '.repeat(skip.length - 2)}. `)
  const name = subjectBefore(told, verb.index)?.split(/\s(?:and|und|et|y|e)\s(?=\p{Ll})/u)[0]
  return name && (name.includes(' ') || /^\p{Lu}{2}/u.test(name)) ? name : undefined
}
