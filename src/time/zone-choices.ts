import type { ZoneChoice, ZoneWords } from './part.ts'

export type Wall = Temporal.PlainDateTime

/** "GMT" written in a British summer: literally, or the time of the place. */
export function isGreenwichInSummer(words: ZoneWords, context: string, wall: Wall): boolean {
  if (words.said !== 'GMT') return false
  return Math.min(...yearOffsets(context, wall)) === 0 && offsetAt(context, wall) !== 0
}

/**
 * Which meanings of the words are possible on that day, likeliest first. `beside`: zones told beside the words or
 * around the phrase; `hints`: zones of places named near it.
 */
export function choicesOf(
  words: ZoneWords,
  wall: Wall,
  beside: string[],
  hints: () => string[],
): ZoneChoice[] {
  const [first, ...others] = words.choices
  if (!first) return []
  const hinted = words.choices.length > 1 || first.literal !== undefined ? beside : []
  const same = hinted.map(zone => choiceOfHint(words.choices, zone, wall)).find(choice => choice)
  if (same) return [same]
  if (!others.length && isLiteral(first, wall)) return [first]
  const fromText = hints()
    .map(zone => choiceOfHint(words.choices, zone, wall))
    .find(choice => choice)
  if (fromText) return [fromText]
  const possible = others.filter(choice => !choice.onlyHinted && !isLateSummer(choice, wall))
  const isWinter = isLateSummer(first, wall)
  return isWinter && possible.length ? [...possible, first] : [first, ...possible]
}

/** The meaning that a zone known otherwise stands for, said with that zone itself. */
function choiceOfHint(choices: ZoneChoice[], zone: string, wall: Wall): ZoneChoice | null {
  for (const choice of choices) {
    if (choice.zone === zone) return without(choice)
    if (choice.literal === undefined) continue
    const isSame = yearOffsets(zone, wall).join() === yearOffsets(choice.zone, wall).join()
    if (isSame && !choice.onlyHinted) return { ...without(choice), zone }
    // A place that keeps the same time all the year ("AST" in Antigua, "EST" in Panama); Brisbane's "EST".
    const isOwn = choice.onlyHinted ? isAustralian(zone) && isAustralian(choice.zone) : isFlat(zone, wall)
    if (isOwn && offsetAt(zone, wall) === choice.literal) return { ...without(choice), zone }
  }
  return null
}

function isAustralian(zone: string): boolean {
  return zone.startsWith('Australia/')
}

export function isFlat(zone: string, wall: Wall): boolean {
  return new Set(yearOffsets(zone, wall)).size === 1
}

function without(choice: ZoneChoice): ZoneChoice {
  return choice.literal === undefined ? { zone: choice.zone } : { zone: choice.zone, literal: choice.literal }
}

/** The letters name a summer time that is not in force. */
export function isLateSummer(choice: ZoneChoice, wall: Wall): boolean {
  return !isLiteral(choice, wall) && (choice.literal ?? 0) > offsetAt(choice.zone, wall)
}

function isLiteral(choice: ZoneChoice, wall: Wall): boolean {
  return choice.literal === undefined || offsetAt(choice.zone, wall) === choice.literal
}

export function offsetAt(zone: string, wall: Wall): number {
  return wall.toZonedDateTime(zone).offsetNanoseconds / 6e10
}

function yearOffsets(zone: string, wall: Wall): number[] {
  return [1, 4, 7, 10]
    .map(month => offsetAt(zone, wall.with({ month, day: 15 })))
    .concat(offsetAt(zone, wall))
}
