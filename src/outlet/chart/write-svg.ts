import { directionOf } from '../../domain/direction-of.ts'
import { escapeHtml } from '../../domain/escape-html.ts'
import type { Drawing, Word } from './drawing.ts'

/** The picture as a file: colours and letters are told by attributes alone, so that no policy and no program drops them. */
export function writeSvg(
  { width, height, shapes, words }: Drawing,
  told: { title: string; language: string },
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeHtml(told.title)}" xml:lang="${escapeHtml(told.language)}" font-family="'Noto Sans','Noto Sans Arabic','Segoe UI',system-ui,sans-serif"><title>${escapeHtml(told.title)}</title>${shapes}${words.map(textOf).join('')}</svg>`
}

function textOf({ x, y, text, at, size, colour, bold }: Word): string {
  const isRight = directionOf(text) === 'rtl'
  const anchor = at === 'middle' ? 'middle' : (at === 'left') === !isRight ? 'start' : 'end'
  return `<text x="${x}" y="${y}" dy=".35em" font-size="${size}" fill="${colour}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${isRight ? ' direction="rtl"' : ''}${bold ? ' font-weight="600"' : ''}>${escapeHtml(text)}</text>`
}
