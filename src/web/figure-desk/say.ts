import { isCountry } from '../../domain/figure/members.ts'
import type { Offered, ToldPoint, Why } from '../../domain/figure/weigh-told.ts'
import type { Figure, FigurePoint } from '../../domain/figure.ts'
import type { FigureReadError } from '../../domain/figure-watch.ts'
import type { FigureProblemCode, FigureUnread } from '../../intake/figure/figure-read.ts'
import { isolated } from '../ui/entry-words.ts'
import { sayDated } from '../ui/say-dated.ts'
import type { Showing } from '../ui/showing.ts'
import { isKey } from '../words.ts'

export function sayWho(who: string, { locale }: Pick<Showing, 'locale'>): string {
  if (!isCountry(who)) return who
  return new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(who) ?? who
}

/** `56`, or `Mexico joined`. */
export function sayPoint({ value, who, act }: FigurePoint | ToldPoint, showing: Showing): string {
  if (act === null) return (value ?? 0).toLocaleString(showing.locale)
  return showing.say(`figures.${act}`, { who: isolated(sayWho(who ?? '', showing)) })
}

/** Why something waits, as one sentence each. */
export function sayWhys({ why, told, was }: Offered, showing: Showing): string[] {
  const { say, locale } = showing
  const value = (told: string | number) => {
    if (typeof told === 'number') return told.toLocaleString(locale)
    return /^\d{4}(?:-\d\d){0,2}$/.test(told) ? isolated(sayDated(told, locale)) : isolated(told)
  }
  return why.map(({ code, values }: Why) => {
    const who = (told ?? was)?.who
    const words = Object.fromEntries(Object.entries(values).map(([name, each]) => [name, value(each)]))
    return say(`figures.why.${code}`, {
      before: '',
      now: '',
      by: '',
      most: '',
      date: '',
      latest: '',
      ...words,
      count: Number(values.count ?? 0),
      who: isolated(who ? sayWho(who, showing) : ''),
    })
  })
}

/** What keeps an address or a table from being read, in the language of the page. */
export function sayUnread({ code, says }: FigureReadError, { say }: Showing, site: string): string {
  const words = says === '' ? '' : isolated(says)
  const own = families[code]
  if (own) return say(`figures.unread.${own}`, { words })
  for (const key of [`source.why.${code}`, `why.${code}`, `refusal.${code}`])
    if (isKey(key)) return say(key, { site: isolated(site) } as never)
  return says
}

type Family =
  | 'not-such'
  | 'columns'
  | 'column'
  | 'row'
  | 'several'
  | 'path'
  | 'differ'
  | 'number'
  | 'date'
  | 'order'
  | 'nobody'
  | 'unit'
  | 'less'

type FigureCode = FigureUnread['unread'] | FigureProblemCode

/** What has one answer is said in one sentence; every code that a reader tells has one. */
const families: Record<`figure-${FigureCode}`, Family> & Record<string, Family | undefined> = {
  'figure-no-table': 'not-such',
  'figure-no-json': 'not-such',
  'figure-too-heavy': 'not-such',
  'figure-row-broken': 'not-such',
  'figure-no-columns': 'columns',
  'figure-column-gone': 'column',
  'figure-row-gone': 'row',
  'figure-cell-twice': 'several',
  'figure-too-many': 'several',
  'figure-path-wrong': 'path',
  'figure-path-gone': 'path',
  'figure-dates-differ': 'differ',
  'figure-no-number': 'number',
  'figure-no-date': 'date',
  'figure-date-order': 'order',
  'figure-nobody': 'nobody',
  'figure-unit-changed': 'unit',
  'tells-less': 'less',
}

export function lineName(figure: Figure, key: string): string {
  return figure.lines.find(line => line.key === key)?.name ?? key
}

export function sourceName(figure: Figure, id: string | null): string {
  return figure.sources.find(source => source.id === id)?.name ?? ''
}
