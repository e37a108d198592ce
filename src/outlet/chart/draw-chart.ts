import type { Chart } from '../../domain/chart/chart.ts'
import { type Plot, plotOf, plotWidth } from '../../domain/chart/plot.ts'
import { cutToWidth, linesOf, textWidth } from '../../domain/chart/text-width.ts'
import { accentsOf, colours } from '../page-picture/colours.ts'
import { dashOf } from './dashes.ts'
import type { Drawing, Word } from './drawing.ts'

/** What is written around the lines, in the language of the picture. */
export type ChartWords = {
  dir: 'ltr' | 'rtl'
  title: string
  /** What is to be seen. */
  says: string
  /** Where from, and where the picture stands. */
  foot: string[]
  /** Where something was counted otherwise from then on. */
  otherwise: string
  number: (value: number) => string
  year: (year: number) => string
}

const [width, margin] = [1000, 40]

/** A chart as a picture of its own: what it shows is written at the lines, above it what is to be seen, below it where from. */
export function drawChart(chart: Chart, words: ChartWords, accent: string | null): Drawing | null {
  const apart = 20
  const plot = plotOf(chart, { height: Math.max(360, (chart.lines.length - 1) * apart), apart })
  if (!plot) return null
  const ends = plot.lines.map(line => ({ line, text: `${words.number(line.end.value)} ${line.name}` }))
  const beside = Math.min(300, Math.max(...ends.map(({ text }) => textWidth(text, 16)))) + 14
  const [left, long] = [margin, width - 2 * margin - beside]
  const head = linesOf(words.title, 26, width - 2 * margin, 2)
  const says = linesOf(words.says, 17, width - 2 * margin, 3)
  const top = 30 + head.length * 34 + says.length * 24 + 44
  const height = top + plot.height + 46 + words.foot.length * 20 + 16
  // By the eye, whichever way the language runs.
  const isRight = words.dir === 'rtl'
  const side = isRight ? 'right' : 'left'
  const eye = (x: number) => (isRight ? width - x : x)
  const xOf = (x: number) => left + (x / plotWidth) * long
  const written: Word[] = []
  const write = (text: string, x: number, y: number, look: Partial<Word> = {}) =>
    written.push({
      text,
      x: Math.round(eye(x)),
      y: Math.round(y),
      at: side,
      size: 14,
      colour: colours.quiet,
      ...look,
    })
  for (const [index, text] of head.entries())
    write(text, margin, 42 + index * 34, { size: 26, bold: true, colour: colours.ink })
  for (const [index, text] of says.entries())
    write(text, margin, 42 + head.length * 34 + index * 24, { size: 17, colour: colours.ink })
  for (const { value, y } of plot.values) if (value !== 0) write(words.number(value), margin, top + y - 10)
  for (const { year, x } of plot.years)
    if (x <= plotWidth - 10) write(words.year(year), xOf(x), top + plot.height + 18, { at: 'middle' })
  for (const { y, name } of plot.levels)
    write(cutToWidth(name, 14, long / 2), left + long / 2, top + y - 10, {
      colour: colours.ink,
      at: 'middle',
    })
  const strong = accentsOf(accent).strong
  for (const { line, text } of ends) {
    const look = line.isMain ? { colour: strong, bold: true } : { colour: colours.ink }
    write(cutToWidth(text, 16, beside - 12), left + long + 14, top + line.end.labelY, { size: 16, ...look })
  }
  const marked = [...new Set(plot.lines.filter(({ isMain }) => isMain).flatMap(({ breaks }) => breaks))]
  if (marked[0] !== undefined)
    write(words.otherwise, xOf(marked[0]), top - 22, {
      at: marked[0] > plotWidth / 2 ? (isRight ? 'left' : 'right') : side,
    })
  for (const [index, text] of words.foot.entries())
    write(cutToWidth(text, 14, width - 2 * margin), margin, top + plot.height + 52 + index * 20)
  return {
    width,
    height,
    shapes: shapesOf(plot, marked, strong, { left, top, long, isRight }),
    words: written,
    otherwise: null,
  }
}

type Place = { left: number; top: number; long: number; isRight: boolean }

function shapesOf(plot: Plot, marked: number[], strong: string, { left, top, long, isRight }: Place): string {
  const { height } = plot
  const scale = long / plotWidth
  const thin = 'fill="none" vector-effect="non-scaling-stroke"'
  const turn = isRight ? `translate(${width} 0) scale(-1 1) ` : ''
  const grid = plot.values.map(({ y }) => `M0 ${y}H${plotWidth}`).join('')
  const levels = plot.levels.map(({ y }) => `M0 ${y}H${plotWidth}`).join('')
  const breaks = marked.map(x => `M${x} -14V${height}`).join('')
  const compared = plot.lines.filter(({ isMain }) => !isMain)
  const drawn = [...compared, ...plot.lines.filter(({ isMain }) => isMain)].map(line => {
    const look = line.isMain
      ? `stroke="${strong}" stroke-width="3"`
      : `stroke="${colours.quiet}" stroke-width="1.5" stroke-dasharray="${dashOf(compared.indexOf(line)) || 'none'}"`
    const paths = line.paths
      .map(({ d, isBeside }) => `<path d="${d}" ${thin} ${look}${isBeside ? ' stroke-opacity=".5"' : ''}/>`)
      .join('')
    const lead = `<path d="M${line.end.x} ${line.end.y}L${plotWidth + 10 / scale} ${line.end.labelY}" ${thin} stroke="${colours.hair}"/>`
    return `${lead}${paths}${rings(line.secondary, line.isMain ? strong : colours.quiet, thin)}`
  })
  return `<rect width="100%" height="100%" fill="${colours.paper}"/><g transform="${turn}translate(${left} ${top}) scale(${round(scale)} 1)"><path d="${grid}" ${thin} stroke="${colours.hair}"/>${levels && `<path d="${levels}" ${thin} stroke="${colours.ink}" stroke-dasharray="3 4"/>`}${breaks && `<path d="${breaks}" ${thin} stroke="${colours.ink}" stroke-opacity=".4"/>`}${drawn.join('')}</g>`
}

/** Points of second hand are rings: dots with a hole, which no scale makes ovals of. */
function rings(points: { x: number; y: number }[], colour: string, thin: string): string {
  if (points.length === 0) return ''
  const d = points.map(({ x, y }) => `M${x} ${y}h0`).join('')
  const dot = (stroke: string, size: number) =>
    `<path d="${d}" ${thin} stroke="${stroke}" stroke-width="${size}" stroke-linecap="round"/>`
  return dot(colour, 8) + dot(colours.paper, 4.5)
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
