import type { FigureSays } from '../../../domain/chart/tell-figure.ts'
import type { Figure } from '../../../domain/figure.ts'
import { sayDay } from '../../../time/say-time.ts'
import type { Showing } from '../showing.ts'

/** A sentence for each thing that is to be seen. */
export function sayFigure(figure: Figure, told: FigureSays[], { say, locale }: Showing): string[] {
  const format = new Intl.NumberFormat(locale)
  // The sentence itself says that they are years, where its language does.
  const digits = new Intl.NumberFormat(locale, { useGrouping: false })
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' })
  const day = (told: string) => sayDay(told, 'dates', locale)
  return told.map(each => {
    switch (each.says) {
      case 'from-to': {
        const [first, last] = [each.first, each.last].map(told => digits.format(Number(told.slice(0, 4))))
        return say('years.from-to', {
          what: figure.name,
          from: format.format(each.from),
          first: first!,
          to: format.format(each.to),
          last: last!,
        })
      }
      case 'year':
        return say('figure.says-year', {
          is: each.by === 0 ? 'same' : 'other',
          number: signed.format(each.by),
          day: day(each.since),
        })
      case 'rank':
        return say('figure.says-rank', { higher: each.higher, among: each.among, day: day(each.day) })
      case 'goal':
        return say('figure.says-goal', { left: format.format(each.left), goal: format.format(each.goal) })
      case 'otherwise':
        return say('figure.says-otherwise', { day: day(each.day) })
      default:
        return say('figure.says-second-hand')
    }
  })
}
