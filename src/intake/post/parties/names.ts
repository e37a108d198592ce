import { zonesOfPlaceName } from '../../../time/places.ts'
import { bodyWord } from '../words/body-words.ts'
import { statusWords } from '../words/fate-words.ts'
import { capitalShare } from '../words/title-case.ts'
import { looksLikeName } from './parties.ts'

/** Several names joined by commas and "and"; the "and" inside one name ("Institute for Law and Policy") stays. */
export function namesJoined(text: string): string[] {
  const bare = text
    .replace(
      /\s+(?:in (?:cooperation|collaboration|partnership) with|together with|jointly with|along with|with|gemeinsam mit|in zusammenarbeit mit|en partenariat avec|avec|en colaboración con|junto (?:a|con)|con|em parceria com|com)\s+(?:the\s+)?/giu,
      ' ; ',
    )
    .replace(/^(?:the|die|der|das|le|la|les|el|los|las|os|as)\s+(?=\p{Lu})/iu, '')
  return bare
    .split(
      /\s*[;,،、]\s*(?:and\s+|und\s+|et\s+|y\s+|e\s+)?|\s+(?:and|und|et|y|e|dan|и|&)\s+(?:(?:the|la|le|les|el|los|las|der|die|o|a)\s+|l['’])(?=\p{Lu})|\s+(?:and|und|et|y|e|dan|&)\s+(?=\p{Lu}[\p{L}'’-]*\s+\p{Lu}[\p{L}'’-]*\s+\p{Lu})|\s+(?:and|und|et|y|e)\s+(?:by|from|von|vom|par|por|pel[oa]s?|d[oa]s?|del|dal?la)\s+|\s+و(?=\p{Lo}{3})/u,
    )
    .flatMap(halves)
    .map(name =>
      name
        .replace(/^(?:the|l['’])\s*(?=\p{Lu})/iu, '')
        .replace(/[\s.,:;]+$/u, '')
        .trim(),
    )
    .filter(name => name.length > 1 && name.length < 100)
}

/** "University of Leuven and Caritas Flanders" are two, "Centre for Peace and Human Rights" is one. */
function halves(name: string): string[] {
  const letters = /^(\p{Lu}{2,}[\p{Lu}\d-]*)\s(?:and|und|et|y|e|&)\s(\p{Lu}{2,}[\p{Lu}\d-]*)$/u.exec(name)
  if (letters) return [letters[1]!, letters[2]!]
  const match = /^(.+?)\s+(?:and|und|et|y|e|&)\s+(\p{Lu}[\p{L}'’-]*\s+\p{Lu}.*)$/u.exec(name)
  if (!match || !bodyWord.test(match[1]!)) return [name]
  return !/\s(?:for|on|für|pour|para|per)\s/u.test(match[1]!) || bodyWord.test(match[2]!)
    ? [match[1]!, match[2]!]
    : [name]
}

/** Whether words look like the name of an organisation (or of a person): capitals, no sentence, no long tail. */
export function looksLikeParty(text: string): boolean {
  const name = text.trim().replace(/\s*\([^)]*\)$/, '')
  if (
    name.length < 2 ||
    name.length > 100 ||
    /[?!“”"«»「」『』:：#@]|\d{1,2}:\d\d|\d\s?[ap]\.?m\b|https?:/iu.test(name)
  )
    return false
  const words = name.split(/\s+/)
  // A town behind a comma is where they are, not who they are.
  if (words.length === 1 && zonesOfPlaceName(name).length > 0) return false
  if (words.length > 12) return false
  const isUnparted = /\p{Script=Arabic}|\p{Script=Han}/u.test(name)
  if (!isUnparted && !/^(?:\p{Lu}|\d|\p{Ll}+\p{Lu})/u.test(name)) return false
  // "CANCELLED", "Eintritt 8 €" stand where a name might.
  if (statusWords.some(([, word]) => word.test(name)) || paid.test(name) || setsOff.test(name)) return false
  if (isUnparted) return words.length <= 7 && !remark.test(name)
  if (small.test(name)) return false
  return looksLikeName(name) || capitalShare(name) >= 0.6 || (bodyWord.test(name) && words.length <= 8)
}

/** "compagnie Trottoir", "université populaire de Lille": what they are is told in small letters before the name. */
export function isSmallBody(name: string): boolean {
  return (
    /^\p{Ll}{4,}\s[^\p{Lu}]*\p{Lu}/u.test(name) &&
    bodyWord.test(name.split(' ')[0]!) &&
    name.split(' ').length < 8
  )
}

/** "With sign language", "free", "in English": what stands in brackets behind names of things. */
const remark =
  /通訳|字幕|無料|有料|要申|先着|定員|オンライン|(?:あり|なし|予定|開催|分)$|^\p{Script=Han}{1,3}語$|^(?:مجان|بال\p{L}+ية$)/u

const paid =
  /[€£¥₹$]|\d\s?(?:EUR|USD|CHF|GBP)\b|^(?:eintritt|entrée|entrada|ingresso|entry|admission|toegang|wstęp)(?!\p{L})/iu

/** Words that stand in notes ("by invitation only", "Free entry") and not in names. */
/** Where people come together before they go. */
const setsOff =
  /^(?:salida|punto de encuentro|départ|rendez-vous|treffpunkt|abfahrt|meeting point|departure|partenza|ritrovo|saída|ponto de encontro)(?:\s|$)/iu

const small =
  /^(?:free|no|by|in|on|open(?! university)|online|only|please|registration|recording|tickets?|limited|live|see|see also|and|also|with|password|passcode|meeting|zoom|english|french|spanish|arabic|russian|chinese|german|portuguese|pdf|hybrid|page|part|duration|details|more|link|tba|tbc|youtube|facebook|twitter|instagram|microsoft teams|google meet|webex|jitsi|discord|twitch|bigbluebutton|crowdcast|vimeo)(?:$|[\s,/&])/i
