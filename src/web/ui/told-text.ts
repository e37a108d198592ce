import { html } from 'hono/html'
import { escapeHtml } from '../../domain/escape-html.ts'
import {
  type FiguresOfPage,
  figureMention,
  hasFigures,
  sayFigures,
  sayNumber,
  type ToldFigure,
  tellMention,
} from '../../domain/figure/in-text.ts'
import { paths } from '../paths.ts'
import { markDead } from './mark-dead.ts'
import { htmlOf, plainOf } from './markdown.ts'
import { sayDated } from './say-dated.ts'
import type { Showing } from './showing.ts'

/**
 * What people wrote, with the figures it names: each a number that opens where it is from. They are put in after the text
 * was made harmless, into its words alone; within a link, which may hold nothing to press, it is the number.
 */
export function htmlTold(text: string, showing: Showing): string {
  const shown = showing.deadLinks?.size ? markDead(htmlOf(text), showing.deadLinks, showing) : htmlOf(text)
  if (!hasFigures(text)) return shown
  let isLink = false
  let isCode = false
  return shown
    .split(/(<[^>]*>)/)
    .map(piece => {
      const [, close, name] = /^<(\/?)([a-z0-9]+)/.exec(piece) ?? []
      if (name === 'a') isLink = close === ''
      if (name === 'code' || name === 'pre') isCode = close === ''
      if (name !== undefined || isCode) return piece
      return piece.replace(figureMention, (_, told: string) => inPlace(told, showing, isLink))
    })
    .join('')
}

/** The same as words alone, for summaries. */
export function plainTold(text: string, most: number | undefined, showing: Showing): string {
  return plainOf(sayFigures(text, showing.figures ?? null, showing.locale), most)
}

function inPlace(told: string, showing: Showing, isLink: boolean): string {
  const figure = showing.figures && tellMention(told, showing.figures)
  // Readers are not troubled with what a curator has yet to mend.
  if (!figure)
    return showing.isEditor
      ? `<mark>${escapeHtml(showing.say('figure.unknown', { told: told.trim() }))}</mark>`
      : '…'
  const number = escapeHtml(sayNumber(figure, showing.locale))
  return isLink ? number : String(opened(figure, showing))
}

function opened(told: ToldFigure, showing: Showing) {
  const { figure, is, today, since } = told
  const { say, locale, link } = showing
  const id = nextId(showing.figures!)
  const number = new Intl.NumberFormat(locale)
  const when = sayDated(is.since, locale)
  const source = is.source
  return html`<span class="figure"><button type="button" popovertarget="${id}" title="${figure.name} · ${when}">${sayNumber(told, locale)}</button>${today === null ? '' : html` <small>(${say('figure.today', { number: number.format(today) })})</small>`}<span popover id="${id}"><a href="${link(paths.figure(figure.slug))}"><bdi>${figure.name}</bdi></a> <span>${sayHow(is, figure.unit, showing)} · ${when}${since === null ? '' : ` · ${say('figure.change', { number: sayNumber(told, locale), day: sayDated(since, locale) })}`}</span>${source ? html` <span>${say('figure.source')} ${source.address ? html`<a href="${source.address}" rel="noopener"><bdi>${source.name}</bdi></a>` : html`<bdi>${source.name}</bdi>`}${source.rank === 'secondary' ? ` · ${say('figure.secondary')}` : ''}</span>` : ''}</span></span>`
}

/** “at least 56 States parties”. */
export function sayHow(
  { value, how }: Pick<ToldFigure['is'], 'value' | 'how'>,
  unit: string | null,
  { say, locale }: Showing,
): string {
  const number = new Intl.NumberFormat(locale).format(value)
  const told = how === 'exact' ? number : say('figure.how', { how: hows[how], number })
  return unit ? `${told} ${unit}` : told
}

const hows = { 'at-least': 'least', 'at-most': 'most', 'last-known': 'last', exact: 'last' } as const

/** Each of a page is opened by a name of its own. */
function nextId(figures: FiguresOfPage): string {
  const count = (counts.get(figures) ?? 0) + 1
  counts.set(figures, count)
  return `figure-${count}`
}

const counts = new WeakMap<FiguresOfPage, number>()
