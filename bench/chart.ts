import type { ChartLine } from '../src/domain/chart/chart.ts'
import { drawChart } from '../src/outlet/chart/draw-chart.ts'
import { writeSvg } from '../src/outlet/chart/write-svg.ts'
import { costOf, inTurns, type Measure, median, ms } from './row.ts'

const most = { bytes: 25_000, ms: 20 }

/** A chart of nine figures over sixty years, each with some two hundred days on which it grew, as a picture of its own. */
export const chart: Measure = async () => {
  const lines = Array.from({ length: 9 }, (_, index) => lineOf(index))
  let svg = ''
  const draw = () => {
    const drawing = drawChart(
      { lines, levels: [{ kind: 'goal', value: 193, name: 'Goal: 193' }] },
      words,
      '#7a2f2a',
    )
    svg = writeSvg(drawing!, { title: words.title, language: 'en' })
  }
  const rounds = await inTurns({ draw: async () => (await costOf(draw)).processor }, 40)
  const took = median(rounds.map(round => round.draw))
  return [
    {
      measure: 'chart of 9 series over 60 years, 1,700 points, drawn anew (processor)',
      figure: ms(took),
      against: '',
      ratio: (took / most.ms).toFixed(2),
      limit: `≤ ${most.ms} ms`,
      ok: took <= most.ms,
    },
    {
      measure: 'the same as SVG',
      figure: `${(svg.length / 1000).toFixed(1)} KB`,
      against: '',
      ratio: (svg.length / most.bytes).toFixed(2),
      limit: `≤ ${most.bytes / 1000} KB`,
      ok: svg.length <= most.bytes,
    },
  ]
}

function lineOf(index: number): ChartLine {
  const points = Array.from({ length: 192 }, (_, value) => {
    const at =
      Date.UTC(1966 + index, 0, 1) +
      value * 110 * 86_400_000 * (1 - index / 20) +
      ((value * 7919) % 90) * 86_400_000
    return { day: new Date(at).toISOString().slice(0, 10), value: value + 1, isSecondary: value % 40 === 39 }
  }).sort((a, b) => (a.day < b.day ? -1 : 1))
  const half = points.length - 12
  return {
    key: `line-${index}`,
    name: `Convention ${index + 1}`,
    isMain: index === 6,
    parts: [
      { name: 'by day', points: points.slice(0, half), isBeside: false, drawn: 'step' },
      { name: 'by year', points: points.slice(half), isBeside: false, drawn: 'line' },
    ],
  }
}

const words = {
  dir: 'ltr' as const,
  title: 'States parties to nine conventions',
  says: 'From 20 in 2003 to 60 in 2024. All of the eight it is compared with are higher.',
  foot: ['Source: United Nations Treaty Collection', 'day.example/figures/icrmw'],
  otherwise: 'counted otherwise from here',
  number: String,
  year: String,
}
