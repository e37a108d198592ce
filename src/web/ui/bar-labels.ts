import { html } from 'hono/html'
import type { Bar, Window } from '../../domain/fifty-hours.ts'
import type { Span } from '../../domain/phase.ts'
import { shareOf } from './axis-names.ts'
import { isolated } from './entry-words.ts'

/** The narrowest picture that has names in it, in pixels, and what a letter takes of it. */
const narrowest = 960
const letter = 7.4
const mostLetters = 34

/** What a bar takes of its lane with its name: behind it, or before it where the picture ends. */
export function withLabel(span: Span, title: string, window: Window, least: number): Bar & { fits: boolean } {
  const letters = Math.min(mostLetters, [...title].length)
  const long = ((letters * letter + 24) / narrowest) * window.hours * 3_600_000
  const end = Math.max(span.end, span.start + least)
  const fits = end + long <= window.endsAt
  return fits
    ? { startsAt: span.start, endsAt: end + long, fits }
    : { startsAt: span.start - long, endsAt: end, fits }
}

type Named = { window: Window; bars: { entry: { title: string }; span: Span; lane: number }[]; least: number }

/** The names of few events beside their bars. `across`: of how many lanes the picture is. */
export function drawLabels({ window, bars, least }: Named, dir: 'ltr' | 'rtl', across: number) {
  const forward = dir === 'rtl' ? -1 : 1
  const round = (percent: number) => Math.round(percent * 100) / 100
  return bars.map(({ entry, span, lane }) => {
    const { fits } = withLabel(span, entry.title, window, least)
    const share = shareOf(window, fits ? Math.max(span.end, span.start + least) : span.start)
    const x = round(dir === 'rtl' ? 100 - share : share)
    const y = round((1 - (lane + 0.4) / across) * 100)
    return html`<text x="${x}%" y="${y}%" dx="${(fits ? 5 : -5) * forward}" dy=".35em" text-anchor="${fits ? 'start' : 'end'}">${isolated(shortened(entry.title))}</text>`
  })
}

/** As much of a title as there is room for beside a bar. */
export function shortened(title: string): string {
  const letters = [...title]
  return letters.length > mostLetters
    ? `${letters
        .slice(0, mostLetters - 1)
        .join('')
        .trimEnd()}…`
    : title
}
