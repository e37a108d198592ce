import type { Traits } from '../traits.ts'

/** What the title of a recording names is the day of the event: “… 5 March 2022”, “2022.12.18 …”, “21.02.2022”. */
export function isDayTold({ days, kind }: Traits, { title: { title }, summary }: Traits): boolean {
  if (kind !== 'event' || !days) return false
  const [year, month, day] = days[0].split('-').map(Number) as [number, number, number]
  const text = `${title} ${summary}`.toLowerCase()
  if (!text.includes(String(day))) return false
  return (
    [...text.matchAll(numeric)].some(([, first, second, third]) => {
      const told = [first, second, third].map(Number) as [number, number, number]
      const [its, days] = told[0] > 31 ? [told[0], told.slice(1)] : [told[2], told.slice(0, 2)]
      return its === year && days.includes(day) && days.includes(month)
    }) || spelt(day, month).test(text)
  )
}

const numeric = /(?<!\d)(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?!\d)/g

/** “5 March”, “March 5th”, in the tongues of `locales`. */
function spelt(day: number, month: number): RegExp {
  const key = 100 * month + day
  let pattern = patterns.get(key)
  if (!pattern) {
    const name = [...new Set(locales.flatMap(locale => monthsIn(locale, month)))].join('|')
    const before = `(?<!\\d)0?${day}(?:st|nd|rd|th|er|\\.)?[\\s-]+(?:de |of )?(?:${name})`
    pattern = new RegExp(`${before}|(?:${name})\\.?[\\s-]+0?${day}(?!\\d)`, 'u')
    patterns.set(key, pattern)
  }
  return pattern
}

const patterns = new Map<number, RegExp>()
const locales = ['en', 'fr', 'es', 'pt', 'de', 'it', 'nl', 'ru', 'ar', 'id', 'tr', 'pl', 'sv', 'uk']

function monthsIn(locale: string, month: number): string[] {
  const date = new Date(Date.UTC(2021, month - 1, 15))
  return (['long', 'short'] as const).flatMap(style => {
    const parts = new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: style,
      timeZone: 'UTC',
    }).formatToParts(date)
    const name = parts
      .find(({ type }) => type === 'month')
      ?.value.replace(/\.$/, '')
      .toLowerCase()
    return name !== undefined && name.length >= 3 ? [name] : []
  })
}
