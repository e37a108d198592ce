/**
 * The how manieth anniversary of a founding an edition keeps, or null where it keeps none: 30 for 1990-12-18 in
 * an edition of 18 December 2020. A founding whose day is not known (`1990`) is remembered all year; one on
 * 29 February is on the 28th in other years.
 *
 * @param founded `1990-12-18`, `1990-12` or `1990`
 * @param firstDay the edition's first day (ISO date); `lastDay` is included
 */
export function anniversaryOf(
  founded: string | null,
  firstDay: string,
  lastDay: string = firstDay,
): number | null {
  const told = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(founded ?? '')
  if (!told) return null
  const [, foundedYear, month, date] = told
  for (let year = Number(firstDay.slice(0, 4)); year <= Number(lastDay.slice(0, 4)); year++) {
    const years = year - Number(foundedYear)
    const from = dayIn(year, month ?? '01', date ?? '01')
    const to = dayIn(year, month ?? '12', date ?? '31')
    if (years > 0 && from <= lastDay && to >= firstDay) return years
  }
  return null
}

/**
 * How many whole years have gone by since a founding; null before the first of them, and where nothing is told.
 *
 * @param founded as above; a year or month counts from its beginning
 * @param today ISO date
 */
export function yearsSince(founded: string | null, today: string): number | null {
  const [, year, month = '01', date = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(founded ?? '') ?? []
  if (year === undefined) return null
  const thisYear = Number(today.slice(0, 4))
  const years = thisYear - Number(year) - (dayIn(thisYear, month, date) > today ? 1 : 0)
  return years > 0 ? years : null
}

/** What is worth being remembered of a figure: what a note tells of a day, and who was the first. */
export type Remembered = { note: string | null; who: string | null; date: string; years: number }

/**
 * How long ago that was which is worth being remembered of a figure, the oldest first: what notes of its numbers tell,
 * and who joined first. At most `most`.
 *
 * @param today ISO date
 */
export function rememberedOf(
  points: { date: string; note: string | null; who: string | null; act: 'joined' | 'left' | null }[],
  today: string,
  most = 3,
): Remembered[] {
  const first = points
    .filter(({ act }) => act === 'joined')
    .reduce<(typeof points)[number] | null>(
      (known, each) => (known && known.date <= each.date ? known : each),
      null,
    )
  const told = points.filter(point => point === first || (point.note !== null && point.act === null))
  return told
    .flatMap(({ note, who, date }) => {
      const years = yearsSince(date, today)
      return years === null ? [] : [{ note, who, date, years }]
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .slice(0, most)
}

function dayIn(year: number, month: string, date: string): string {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return `${year}-${month}-${month === '02' && date === '29' && !isLeap ? '28' : date}`
}
