import { monthOf, weekdayOf } from './calendar-words.ts'
import type { ClockFound } from './clock-signs.ts'
import { fold } from './fold.ts'
import { atWords } from './links.ts'
import { isMark, isWord } from './part.ts'
import type { Token } from './tokens.ts'

const late = new Set(
  'evening afternoon tonight soir apresmidi tarde noche noite sera stasera pomeriggio abend nachmittag avond vanavond vanmiddag middag gabi hapon вечером вечера вечора днем مساء مساءا الليلة malam sore 晚 kvall kveld aften'
    .split(' ')
    .concat(
      'aksam aksami axşam axşamı kechqurun kechki кешкі кешке кечки кечинде երեկոյան საღამოს uvece navecer увече навечер popodne poslepodne poslijepodne поподне послеподне zvecer popoldne vecer popoludni seara mbremje pasdite delutan вечара galabnimo fiidnimo ntambama kusihlwa saans vespere орой petang شام مساءً'
        .split(' ')
        .map(word => fold(word).normalize('NFC')),
    ),
)
const nightly = new Set('gece geceleyin gecə kechasi түнгі түнде шөнө ejjel'.split(' '))
const compound = /(?:abend|nachmittag|avond|namiddag)$/

/** "tonight at 8", "demain soir à 7h", "Freitagabend um 7", "bukas ng gabi, alas-siyete": the later half of the day. */
export function inLateHalf(tokens: Token[], at: number, found: ClockFound): ClockFound {
  if (!found) return found
  const { part } = found
  const untold = part.half === null && part.hour >= 1 && part.hour < 12 && !part.midnight
  if (!untold || tokens[at]?.raw.startsWith('0')) return found
  if (!isLate(tokens, at, allLate) && !isLateDayAt(tokens, found.to)) return found
  const isNight = part.hour < 5 && isLate(tokens, at, nightly)
  return { part: { ...part, half: isNight ? 'am' : 'pm', padded: false, bare: false }, to: found.to }
}

const allLate = new Set([...late, ...nightly])

/** "7–8:30 Thursday evening", "at 3 on Sunday afternoon", "um 8 am Freitagabend" */
function isLateDayAt(tokens: Token[], at: number): boolean {
  const day = isWord(tokens[at], 'on', 'am', 'this', 'le', 'el') ? at + 1 : at
  const text = tokens[day]?.kind === 'word' ? (tokens[day]?.text ?? '') : ''
  return (
    (compound.test(text) && text.length > 7) ||
    (weekdayOf(text)?.short === false &&
      isWord(tokens[day + 1], 'evening', 'afternoon', 'night', 'soir', 'sera', 'abend'))
  )
}

function isLate(tokens: Token[], at: number, words: Set<string>): boolean {
  for (let here = at - 1; here >= Math.max(0, at - 8); here--) {
    const token = tokens[here]
    if (token?.kind === 'word' && (words.has(token.text) || compound.test(token.text))) return true
    const dated =
      token?.kind === 'number' ||
      monthOf(token?.text ?? '-') !== undefined ||
      weekdayOf(token?.text ?? '-') !== undefined
    const link =
      dated ||
      isMark(token, ',', "'") ||
      (token?.kind === 'word' && (atWords.has(token.text) || token.text === 's'))
    if (!link) return false
  }
  return false
}
