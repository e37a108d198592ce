/**
 * The zone of a region as calendar programs say it: "Mountain (US)", "US & Canada Eastern", "Eastern Time (US/Canada)",
 * "Central (Mexico)", "Mitteleuropäische Zeit", "Western/Central Europe". Null for all else.
 */
export function zoneOfRegion(words: string): string | null {
  const told = words
    .replace(/\b(?:standard|daylight|summer|winter|time|zone|normalzeit|sommerzeit|zeit)\b/gi, ' ')
    .replace(/[^\p{L}\p{N}&/.]+/gu, ' ')
    .trim()
  return regions.find(([pattern]) => pattern.test(told))?.[1] ?? null
}

const states = String.raw`(?:US|U\.S\.(?:A\.)?|USA|United States|North America)`
const around = `(?:${states}(?: ?(?:&|and|/) ?Canada)?|Canada)`

/** With the country before it, behind it, or without; then nothing, or what else keeps that time. */
function north(name: string): RegExp {
  return new RegExp(String.raw`^(?:${around} )?${name}(?: ${around}| North America)?(?: Tijuana| \d)?$`, 'i')
}

const regions: [RegExp, string][] = [
  [north('Eastern'), 'America/New_York'],
  [north('Central'), 'America/Chicago'],
  [north('Mountain'), 'America/Denver'],
  [north('Pacific'), 'America/Los_Angeles'],
  [north('Atlantic'), 'America/Halifax'],
  [north('Newfoundland'), 'America/St_Johns'],
  [north('(?:Alaska|Alaskan)'), 'America/Anchorage'],
  [north('(?:Hawaii|Hawaiian)'), 'Pacific/Honolulu'],
  [/^Central Mexico$/i, 'America/Mexico_City'],
  [/^Mountain Mexico$/i, 'America/Mazatlan'],
  [/^Pacific Mexico$/i, 'America/Tijuana'],
  [/^Eastern Mexico$/i, 'America/Cancun'],
  [/^Central (?:Australia|Australian)$/i, 'Australia/Adelaide'],
  [
    /^(?:Western\/)?Central Europe(?:an)?$|^CET$|^MEZ$|^West(?:ern)?\/Central Europe(?:an)?$/i,
    'Europe/Berlin',
  ],
  [/Mitteleurop[äa]ische\b|\bEurope centrale\b|\bEuropa Centrale?\b/i, 'Europe/Berlin'],
  [/^Eastern Europe(?:an)?$/i, 'Europe/Bucharest'],
  [/^(?:Eastern|East) Africa(?:n)?$/i, 'Africa/Nairobi'],
  [/^(?:Western|West|West Central) Africa(?:n)?$/i, 'Africa/Lagos'],
  [/^(?:Central|Southern|South) Africa(?:n)?$/i, 'Africa/Johannesburg'],
]
