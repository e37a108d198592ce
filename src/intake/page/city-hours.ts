import { epochOf } from '../../time/instants.ts'
import { zonesOfPlaceName } from '../../time/places.ts'

/**
 * One hour as it is in several cities, in this line ("London 9:00, Tokyo 18:00") or line by line from it on, in words
 * that tell each with its zone; null for any other line. `lines`: how many they are.
 */
export function cityHoursAt(
  lines: readonly { text: string }[],
  at: number,
): { phrase: string; lines: number } | null {
  const text = lines[at]!.text
  if (!/\p{Nd}/u.test(text) || text.length > 400) return null
  const inLine = pairsIn(text)
  if (differ(inLine)) return { phrase: phraseOf(inLine), lines: 1 }
  const below: Pair[] = []
  for (const line of lines.slice(at, at + mostCities)) {
    const pair = pairIn(line.text)
    if (!pair) break
    below.push(pair)
  }
  return differ(below) ? { phrase: phraseOf(below), lines: below.length } : null
}

/** Whether these are places and what their clocks show at one moment; the same hour in each is many events. */
export function areOneMoment(slots: readonly { title: string; start?: string }[]): boolean {
  const moments = slots.map(({ title, start }) => {
    const [zone] = isPlace(title) ? zonesOfPlaceName(title.trim()) : []
    return zone && start?.includes('T') ? epochOf(start.slice(0, 19), zone) : null
  })
  return moments.length > 1 && moments[0] !== null && moments.every(moment => moment === moments[0])
}

/** The same hour everywhere is the hour of many events. */
function differ(pairs: readonly Pair[]): boolean {
  return new Set(pairs.map(({ clock }) => clock)).size > 1
}

type Pair = { place: string; clock: string }

const mostCities = 40

/** Every part of the line has to be a city with its hour; a word like "Time:" may stand before them. */
function pairsIn(text: string): Pair[] {
  for (const words of [text, text.replace(/^\p{L}[\p{L} ]{1,25}[:：]\s*/u, '')]) {
    const parts = words.split(/\s*[,;|•·/]\s*|\s+[–—-]\s+|\s+(?:and|und|et|y)\s+/u).filter(Boolean)
    const pairs = parts.map(pairIn)
    if (parts.length <= mostCities && pairs.every(pair => pair !== null)) return pairs
  }
  return []
}

function pairIn(text: string): Pair | null {
  const words = text.trim().replace(/[.;,]$/, '')
  const [, before, last] = placeFirst.exec(words) ?? []
  const [, first, behind] = clockFirst.exec(words) ?? []
  const [place, clock] = [before ?? behind, last ?? first]
  return place && clock && isPlace(place) ? { place: place.trim(), clock: clock.trim() } : null
}

function isPlace(words: string): boolean {
  const name = words.trim()
  if (!/^\p{Lu}\p{L}{2}|^\p{Lo}{2}/u.test(name) || name.length > 40 || labels.test(name)) return false
  return zonesOfPlaceName(name).length > 0
}

/** Towns are called that as well. */
const labels =
  /^(?:time|date|start|end|day|from|until|doors|hora|fecha|inicio|fin|heure|début|zeit|beginn|ende|waktu|jam)$/i

const clock = String.raw`\d{1,2}(?:[:.]\d\d(?:\s?[ap]\.?m\.?)?|\s?h(?:\s?\d\d)?|\s?[ap]\.?m\.?|\s?Uhr)`
const range = `${clock}(?:\\s?[-–—]\\s?${clock})?`
const placeFirst = new RegExp(String.raw`^(\p{L}[\p{L} .'’-]+?)\s*[:|(–—-]?\s*(${range})\s*\)?$`, 'iu')
const clockFirst = new RegExp(
  String.raw`^(${range})\s*[|(–—-]?\s*(?:in\s+)?(\p{L}[\p{L} .'’-]+?)(?:\s+time)?\s*\)?$`,
  'iu',
)

function phraseOf(pairs: readonly Pair[]): string {
  return pairs.map(({ place, clock }) => `${clock} ${place} time`).join(' / ')
}
