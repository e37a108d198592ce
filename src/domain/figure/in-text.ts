import { daysOf, precisionOf } from '../../time/edtf.ts'
import type { Figure } from '../figure.ts'
import { changedBetween } from './between.ts'
import { type FigureValue, valueOn } from './value-at.ts'

/**
 * How a text names a figure: `{{figure:icrmw}}` is the number as of the text's day, `{{figure:icrmw on 2015-03}}` that of
 * another, `{{figure:icrmw since 2015}}` and `{{figure:icrmw since last year}}` by how much it changed since then.
 */
type FigureMention = { slug: string; on: string | null; since: string | null }

/** What was named, as it is told. */
export type ToldFigure = {
  figure: Figure
  /** The number, or by how much it changed since `since`. */
  number: number
  since: string | null
  is: FigureValue
  /** What it is today, where that is another number. */
  today: number | null
}

/** Figures of a page, each as it was on the day that the page tells of. ISO dates. */
export type FiguresOfPage = { bySlug: ReadonlyMap<string, Figure>; day: string; today: string }

/** In a text, whatever is between the braces. */
export const figureMention = /\{\{\s*figure:([^{}<>\n]{0,80})\}\}/g

/** The same as of another day, or as of today where that is earlier. */
export function asOfDay<Figures extends FiguresOfPage | null>(figures: Figures, day: string): Figures {
  return figures && { ...figures, day: day < figures.today ? day : figures.today }
}

export function hasFigures(text: string | null | undefined): boolean {
  return text?.includes('{{') === true && text.search(figureMention) >= 0
}

/** Which figures texts name, each once; of more than a page has, the first. */
export function figuresNamedIn(texts: (string | null | undefined)[]): string[] {
  const slugs = texts.flatMap(text =>
    hasFigures(text)
      ? [...text!.matchAll(figureMention)].flatMap(([, told = '']) => readMention(told)?.slug ?? [])
      : [],
  )
  return [...new Set(slugs)].slice(0, mostNamed)
}

/** Each is asked of the store, each time that somebody wants to know whether the page still is as it was. */
const mostNamed = 100

/** @param told what stands behind `figure:`; null: it cannot be understood */
function readMention(told: string): FigureMention | null {
  const [, slug, how, when] =
    /^\s*([a-z0-9-]+(?:\/[a-z0-9-]+)?)(?:\s+(on|since)\s+(last year|\d{4}(?:-\d\d){0,2}))?\s*$/.exec(told) ??
    []
  if (slug === undefined) return null
  if (when !== undefined && when !== 'last year' && precisionOf(when) === null) return null
  if (how === 'on' && when === 'last year') return null
  return { slug, on: how === 'on' ? when! : null, since: how === 'since' ? when! : null }
}

/** Null: there is no such figure, nothing was told of it by then, or the two days cannot be compared. */
export function tellMention(told: string, { bySlug, day, today }: FiguresOfPage): ToldFigure | null {
  const mention = readMention(told)
  const figure = mention && bySlug.get(mention.slug)
  if (!figure) return null
  const on = mention.on ? daysOf(mention.on).last : day
  const is = valueOn(figure, on < today ? on : today)
  if (!is) return null
  if (mention.since === null) {
    const now = mention.on ? null : valueOn(figure, today)
    return {
      figure,
      number: is.value,
      since: null,
      is,
      today: now && now.value !== is.value ? now.value : null,
    }
  }
  const since = mention.since === 'last year' ? yearBefore(day) : daysOf(mention.since).last
  const { by } = changedBetween(figure, since, day)
  return by === null ? null : { figure, number: by, since, is, today: null }
}

/** The same text with plain numbers in the place of what it names: for all that is kept elsewhere, or read aloud. */
export function sayFigures(text: string, figures: FiguresOfPage | null, locale: string): string {
  if (!hasFigures(text)) return text
  return text.replace(figureMention, (_, told: string) => {
    const is = figures && tellMention(told, figures)
    return is ? sayNumber(is, locale) : '…'
  })
}

export function sayNumber({ number, since }: Pick<ToldFigure, 'number' | 'since'>, locale: string): string {
  return new Intl.NumberFormat(locale, since === null ? {} : { signDisplay: 'exceptZero' }).format(number)
}

/** The same day of the year before; of 29 February the 28th. */
export function yearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0')
  return day.endsWith('-02-29') ? `${year}-02-28` : year + day.slice(4)
}
