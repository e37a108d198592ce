import { accentsOf, colours } from './colours.ts'
import type { GroundMark, Hours } from './page-picture.ts'

/** Where the hours lie in the picture, in pixels; what is around them is night. */
export type Stage = { y: number; height: number; plotY: number; plotHeight: number; width: number }

/** The hours as SVG without a word in it: sky, lines and bars. */
export function hoursSvg(hours: Hours, stage: Stage, dir: 'ltr' | 'rtl', accent: string | null): string {
  const { strong, light } = accentsOf(accent)
  const fills = { event: light, recorded: colours.recorded, around: light, this: strong }
  const scale = stage.width / hours.minutes
  const lane = stage.plotHeight / hours.across
  // Lanes grow upward, and hours run as the language does.
  const turn = `matrix(${dir === 'rtl' ? -1 : 1} 0 0 -1 ${dir === 'rtl' ? stage.width : 0} ${stage.plotY + stage.plotHeight})`
  const bars = hours.bars.map(
    ({ x, width, y, height, look }) =>
      `<rect x="${round(x * scale)}" width="${round(Math.max(1, width * scale))}" y="${round(y * lane)}" height="${round(height * lane)}" fill="${fills[look]}"${look === 'around' ? ' fill-opacity=".35"' : ''}/>`,
  )
  return `<defs><linearGradient id="sky"><stop offset="0" stop-color="${colours.dawn}"/><stop offset=".18" stop-color="${colours.day}"/><stop offset=".82" stop-color="${colours.day}"/><stop offset="1" stop-color="${colours.dawn}"/></linearGradient></defs>
<rect y="${stage.y}" width="${stage.width}" height="${stage.height}" fill="${colours.night}"/>
<g transform="${turn}">${hours.ground.map(mark => drawn(mark, scale, stage)).join('')}${bars.join('')}</g>
<path d="M0 ${stage.y + 0.5}H${stage.width}" stroke="${colours.hair}"/>`
}

function drawn(mark: GroundMark, scale: number, { plotHeight }: Stage): string {
  const x = round(mark.x * scale)
  if (!('width' in mark))
    return `<path d="M${x} 0V${plotHeight}" stroke="${colours.ink}" stroke-opacity="${mark.kind === 'midnight' ? 0.4 : 0.12}"/>`
  const width = round(mark.width * scale)
  if (mark.kind === 'base')
    return `<path d="M${x} 0H${round(mark.x * scale + width)}" stroke="${colours.ink}" stroke-opacity=".85" stroke-width="5"/>`
  const fill = mark.kind === 'own' ? colours.own : 'url(#sky)'
  const faint = mark.kind === 'awake' ? ' opacity=".42"' : ''
  return `<rect x="${x}" width="${width}" height="${plotHeight}" fill="${fill}"${faint}/>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
