import { weekdayOf } from './calendar-words.ts'
import { fold } from './fold.ts'
import type { monthAt } from './months.ts'
import { isGlued, isMark, isNumber, isWord } from './part.ts'
import type { Token } from './tokens.ts'
import { isYear, yearAt } from './year-words.ts'

/** Small words between a day and its month. */
export const ofWords = new Set(
  'of de del du da di d the dello van ng sa من ב ga ရက် ရက်နေ့ bulan mwezi wa ya ខែ ເດືອນ เดือน ku ka'
    .split(' ')
    .map(word => fold(word).normalize('NFC')),
)

/** "Recep", "Azar", "صفر" (nought): believed as a month with its year, or it may be somebody's name. */
export function isAlsoAName(month: string): boolean {
  return alsoNames.has(month) || (/^\p{Script=Latin}/u.test(month) && !/^rama[dz]/i.test(month))
}

const alsoNames = new Set('صفر حمل ثور اسد میزان قوس جدی دلو حوت کب تله אב אדר שבט אלול'.split(' '))

/**
 * A month cut short that may be a word ("Fri 4 LED lights"): its stop, a weekday of its tongue before it or a year
 * beside it says that it is a month.
 */
function isSure(
  tokens: Token[],
  at: number,
  month: NonNullable<ReturnType<typeof monthAt>>,
  after: number,
): boolean {
  const stop = isMark(tokens[month.to - 1], '.', '॰', '׳', "'") && tokens[month.to] !== undefined
  const before = [at - 1, at - 2].some(here =>
    weekdayOf(tokens[here]?.text ?? '-')?.languages.some(one => month.word.languages.includes(one)),
  )
  const year = [at - 1, at - 2, at - 3].some(here => isNumber(tokens[here], 4) && isYear(tokens[here]))
  return stop || before || year || yearAt(tokens, after).year !== undefined
}

/** Abbreviations that are ordinary words elsewhere: "8 out of 10", "12 des participants", "5 may not". */
const ordinary = new Set('out ago set des gen ene may mai mag lug ott mei dis nob a an'.split(' '))

/** Whether a month's name beside a figure is one: `at` the day or the month before it, `after` where a year may stand. */
export function isLikely(
  tokens: Token[],
  at: number,
  month: NonNullable<ReturnType<typeof monthAt>>,
  ordinal: boolean,
  after = month.to,
): boolean {
  // Malay March is a computer, Haitian March and May are small words: with their year.
  if (isWord(tokens[month.to - 1], 'mac', 'mas', 'me')) return yearAt(tokens, after).year !== undefined
  if (month.word.wary) return isSure(tokens, at, month, after)
  if (!ordinary.has(tokens[month.to - 1]?.text ?? '') && !ordinary.has(month.raw.toLowerCase())) return true
  if (ordinal || /^\p{Lu}/u.test(month.raw)) return true
  if (month.word.short === false && month.raw.toLowerCase() !== 'may') return true
  // "18. des. kl. 19"
  if (isMark(tokens[month.to - 1], '.') && isMark(tokens[month.to - 3], '.') && isGlued(tokens[month.to - 3]))
    return true
  const joined =
    ofWords.has(tokens[month.to - 2]?.text ?? '-') ||
    (isMark(tokens[month.to - 1], '.') && isNumber(tokens[month.to]))
  const before = weekdayOf(tokens[at - 1]?.text ?? tokens[at - 2]?.text ?? '')
  return joined || before !== undefined || yearAt(tokens, after).year !== undefined
}
