import { fold } from './fold.ts'
import { worldDays } from './world-calendar-words.ts'

/** A day told in several words ("pasado mañana"): `words` all stand there, the first `take` of them are the day. */
type LongDay = { words: string[]; take: number; days: number }
function longDayOf(name: string, days: number): LongDay {
  const [own = [], behind] = name
    .split('~')
    .map(part => part.split('_').map(word => fold(word).normalize('NFC')))
  return { words: [...own, ...(behind ?? [])], take: own.length, days }
}

/** Days of several words, by the first of them. */
export function longDaysFrom(folded: string): LongDay[] {
  byFirstWord ??= Map.groupBy(longDays(), ({ words }) => words[0] ?? '')
  return byFirstWord.get(folded) ?? []
}
let byFirstWord: Map<string, LongDay[]> | undefined

function longDays(): LongDay[] {
  return Object.values(worldDays).flatMap(line =>
    [...line.matchAll(/(\S+) (-?\d)/g)].flatMap(([, name = '', days = '0']) =>
      /[_~]/.test(name) ? [longDayOf(name, Number(days))] : [],
    ),
  )
}
