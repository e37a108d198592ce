/**
 * A rule of vCalendar 1.0 (`W1 MO WE #4`, `MP1 1+ SU 20261231T000000Z`, `D2`) in the words of iCalendar; null for what
 * is none. One that tells neither how often nor until when happens twice, as its specification has it; `#0` never ends.
 */
export function ruleOfVCalendar(text: string): string | null {
  const [, letters, interval, rest = ''] =
    /^(D|W|MP|MD|YM|YD)(\d{1,3})((?:\s+\S+)*)\s*$/i.exec(text.trim()) ?? []
  if (!letters || Number(interval) < 1) return null
  const words = rest.toUpperCase().split(/\s+/).filter(Boolean)
  const count = words.find(word => /^#\d+$/.test(word))?.slice(1)
  const until = words.find(word => /^\d{8}(?:T\d{6}Z?)?$/.test(word))
  const list = words.filter(word => word !== `#${count}` && word !== until)
  const kind = letters.toUpperCase()
  const by = kind === 'MP' ? placesInMonth(list) : list.join(',')
  if (by === null || (list.length > 0 && !allowed[kind]!.test(by))) return null
  const end = until ? `;UNTIL=${until}` : count === '0' ? '' : `;COUNT=${count ?? 2}`
  return `FREQ=${frequencies[kind]};INTERVAL=${Number(interval)}${by ? `;${parts[kind]}=${numbersOf(kind, by)}` : ''}${end}`
}

const frequencies: Record<string, string> = {
  D: 'DAILY',
  W: 'WEEKLY',
  MP: 'MONTHLY',
  MD: 'MONTHLY',
  YM: 'YEARLY',
  YD: 'YEARLY',
}
const parts: Record<string, string> = {
  W: 'BYDAY',
  MP: 'BYDAY',
  MD: 'BYMONTHDAY',
  YM: 'BYMONTH',
  YD: 'BYYEARDAY',
}
const days = 'MO|TU|WE|TH|FR|SA|SU'
const allowed: Record<string, RegExp> = {
  D: /^$/,
  W: new RegExp(`^(?:${days})(?:,(?:${days}))*$`),
  MP: new RegExp(`^-?\\d(?:${days})(?:,-?\\d(?:${days}))*$`),
  MD: /^(?:LD|\d{1,2}[+-]?)(?:,(?:LD|\d{1,2}[+-]?))*$/,
  YM: /^\d{1,2}(?:,\d{1,2})*$/,
  YD: /^\d{1,3}(?:,\d{1,3})*$/,
}

/** `1+ SU 3- FR SA`: each place holds for the weekdays behind it. */
function placesInMonth(list: string[]): string | null {
  const found: string[] = []
  let place = ''
  for (const word of list) {
    const told = /^(\d)([+-])$/.exec(word)
    if (told) place = `${told[2] === '-' ? '-' : ''}${told[1]}`
    else if (place === '') return null
    else found.push(`${place}${word}`)
  }
  return found.length > 0 || list.length === 0 ? found.join(',') : null
}

/** `LD` is the last day, `2-` the one before. */
function numbersOf(kind: string, by: string): string {
  if (kind !== 'MD') return by
  return by
    .split(',')
    .map(day => (day === 'LD' ? '-1' : day.endsWith('-') ? `-${day.slice(0, -1)}` : day.replace('+', '')))
    .join(',')
}
