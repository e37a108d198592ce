import { fold } from '../../time/fold.ts'
import { isCountryItself } from '../../time/places.ts'
import { zoneNames } from '../../time/zone-names.ts'

/**
 * The zone of a region as calendar programs say it: "Mountain (US)", "US & Canada Eastern", "Eastern Time (US/Canada)",
 * "Central (Mexico)", "Mitteleuropäische Zeit", "Western/Central Europe". Which zone that is, is known where times that
 * people wrote are read. Null for all else, and for countries, which may have several.
 */
export function zoneOfRegion(words: string): string | null {
  const told = words
    .replace(/\b(?:standard|daylight|summer|winter|time|zone|normalzeit|sommerzeit|zeit)\b/gi, ' ')
    .replace(/[^\p{L}\p{N}&/.]+/gu, ' ')
    .trim()
  const inNorth = north.exec(told)?.groups?.name
  const name = fold(inNorth ?? (central.test(told) ? 'Central Europe' : told))
  if (!inNorth && isCountryItself(told)) return null
  return zoneNames.get(name) ?? null
}

const states = String.raw`(?:US|U\.S\.(?:A\.)?|USA|United States|North America)`
const around = `(?:${states}(?: ?(?:&|and|/) ?Canada)?|Canada)`

/** With the country before it, behind it, or without; then nothing, or what else keeps that time. */
const north = new RegExp(
  String.raw`^(?:${around} )?(?<name>Eastern|Central|Mountain|Pacific|Atlantic|Newfoundland|Alaskan?|Hawaii(?:an)?)(?: ${around}| North America)?(?: Tijuana| \d)?$`,
  'i',
)

/** That of Central Europe, as programs put others beside it or say it in other languages. */
const central =
  /^West(?:ern)?\/Central Europe(?:an)?$|^CET$|^MEZ$|Mitteleurop[äa]ische\b|\bEurope centrale\b|\bEuropa Centrale?\b/i
