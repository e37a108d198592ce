import { of } from '../evidence-name.ts'
import type { Facts } from '../facts.ts'
import { areOfTwoTongues } from '../tongues/two-tongues.ts'
import type { Traits } from '../traits.ts'
import { common } from '../words/idle-words.ts'
import { isOneWord } from '../words/one-word.ts'
import { arePartsApart } from './numbered-parts.ts'
import { isSaidIn } from './title-words.ts'
import { areApart, areNumbered, areNumberedInLabel, titleFaults } from './titles.ts'

/** What two titles, and what is told of both, say. */
export function addTitles(said: string[], a: Traits, b: Traits, facts: Facts): void {
  const { titles, hosts, when, about, where, kind, leads, isHost, isUid, isSummary, isOneText, told, names } =
    facts
  const isRough = about !== when
  for (const level of titles.levels) {
    said.push(of`+ title ${level}`, of`+ ${when}, title ${level}`)
    if (isRough) said.push(of`+ ${about}, title ${level}`)
    said.push(of`+ host ${hosts}, title ${level}`)
  }
  for (const fault of [...titles.faults, ...titleFaults(a, b, titles.isForeign)]) {
    said.push(of`- title ${fault}`, of`- ${where}, title ${fault}`)
    if (!isOneText && (hosts === 'others' || hosts === 'unknown'))
      said.push(of`- host ${hosts}, title ${fault}`)
    else if (isHost && leads) said.push(of`- host and address, title ${fault}`)
  }
  if (areToldOtherwise(a, b)) said.push('- told otherwise', of`- told otherwise, ${where}`)
  if (kind === 'others' && !isSummary && isJoint(a) !== isJoint(b)) said.push('- joint of one')
  if (names > 0) said.push('+ names across', of`+ names across, ${about}`)
  if (names > 1) said.push('+ more names across', of`+ more names across, ${about}`)
  if (told) said.push('+ title told', of`+ title told ${told}`, of`+ ${about}, title told ${told}`)
  if (areApart(a.title.numbers, b.title.numbers)) said.push('- numbers differ')
  if (!isUid && areNumbered(a, b)) said.push('! title has another number')
  if (!isUid && areNumberedInLabel(a, b)) said.push('! title is numbered otherwise')
  if (!isUid && titles.isForeign && arePartsApart(a.title, b.title)) said.push('! part of another number')
  if (haveNumber(a, b)) said.push('+ number', of`+ number, ${about}`)
  if ((a.isMoved || b.isMoved) && when !== 'same' && titles.levels.length > 0)
    said.push('+ moved', of`+ moved, ${where}`)
  if (isSummary) said.push(of`+ summary, ${kind}`)
}

/** What is told of both, at some length in one tongue, has nothing in common. */
function areToldOtherwise(a: Traits, b: Traits): boolean {
  if (a.summaryWords.size < 6 || b.summaryWords.size < 6 || areOfTwoTongues(a, b)) return false
  const [few, many] = a.summaryWords.size < b.summaryWords.size ? [a, b] : [b, a]
  for (const word of few.summaryWords)
    if (word.length > 4 && !common.has(word) && [...many.summaryWords].some(other => isOneWord(word, other)))
      return false
  return true
}

/** “Joint statement”: by several together; each of them may make one of its own. */
function isJoint({ title, slugs }: Traits): boolean {
  return isSaidIn(title, joint) || slugs.some(slug => joint.test(slug))
}

const joint =
  /\b(?:joint|jointly|conjoint[es]?|commune|conjunt[ao]s?|gemeinsame\w*|gezamenlijk\w*|congiunt[ao]|gemensam\w*|felles|faelles|sovmestn\w*|spilne|spilna|wspoln\w*|ortak|bersama|comun[ae]?)\b|совместн|спільн|مشترك|المشترك|共同|联合|聯合|합동|공동/

/** “Press release 330/22”, “Workshop 197”: a number that is neither a year nor one of a few. */
function haveNumber(a: Traits, b: Traits): boolean {
  return a.title.numbers.some(
    each => each.length > 1 && !/^(?:19|20)\d\d$/.test(each) && b.title.numbers.includes(each),
  )
}
