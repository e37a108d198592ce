import { html, raw } from 'hono/html'
import type { Programme } from '../../domain/programme.ts'
import { type ChoiceGroup, choiceGroups, conditions } from '../../domain/programme-filter.ts'
import { sayClock, sayZone } from '../../time/say-time.ts'
import { filterNames } from '../filter-query.ts'
import type { FoundIn } from '../find-in.ts'
import { nameOfChoice } from '../ui/name-of-choice.ts'
import type { Showing } from '../ui/showing.ts'

type Props = { found: FoundIn; programme: Programme; showing: Showing }

/** So many choices of a group are seen at once; the others behind a word. */
const mostSeen = 12
const mostInAll = 150

/**
 * Everything a programme can be filtered by, with how many entries each choice would leave. Written as text, as rows
 * are: there are a hundred of them on a page, and for whoever has chosen nothing they are kept.
 */
export function Facets({ found, programme, showing }: Props) {
  return html`<div class="facets">${conditionsOf(found, showing)}${groups({ found, programme, showing })}</div>`
}

function groups({ found, programme, showing }: Props) {
  if (found.isFiltering) return choiceGroups.map(group => groupOf(group, found, showing))
  const own = kept.get(programme.entries) ?? new Map<string, string>()
  kept.set(programme.entries, own)
  let told = own.get(showing.locale)
  if (told === undefined) {
    told = choiceGroups.map(group => groupOf(group, found, showing)).join('')
    if (own.size < 20) own.set(showing.locale, told)
  }
  return raw(told)
}

const kept = new WeakMap<Programme['entries'], Map<string, string>>()

function groupOf(group: ChoiceGroup, found: FoundIn, showing: Showing) {
  const { choices, counts, filter } = found
  const chosen = new Set(filter.choices[group])
  const count = (value: string) => counts[group].get(value) ?? 0
  const values = [...choices[group].keys()]
    .filter(value => chosen.has(value) || count(value) > 0)
    .sort((a, b) => Number(chosen.has(b)) - Number(chosen.has(a)) || count(b) - count(a))
    .slice(0, mostInAll)
  if (values.length < 2 && chosen.size === 0) return ''
  const { say } = showing
  const option = (value: string) => {
    const name = nameOfChoice(group, choices[group].get(value)!, showing)
    return html`<label><input type="checkbox" name="${group}" value="${value}"${chosen.has(value) ? raw(' checked') : ''}> <bdi>${name}</bdi> <small>${count(value)}</small></label>`
  }
  const rest = values.slice(mostSeen)
  return html`<fieldset><legend>${say(`filter.${group}`)}</legend>${values.slice(0, mostSeen).map(option)}${
    rest.length
      ? html`<details><summary>${say('filter.more', { count: rest.length })}</summary>${rest.map(option)}</details>`
      : ''
  }</fieldset>`
}

function conditionsOf({ conditionCounts, filter }: FoundIn, showing: Showing) {
  const { say } = showing
  const seen = conditions.filter(each => conditionCounts[each] > 0 || filter.only.includes(each))
  if (seen.length === 0) return ''
  return html`<fieldset><legend>${say('filter.only')}</legend>${seen.map(
    each =>
      html`<label><input type="checkbox" name="${filterNames.only}" value="${each}"${filter.only.includes(each) ? raw(' checked') : ''}> <span>${say(`filter.only.${each}`)}${each === 'awake' ? wakingHours(showing) : ''}</span> <small>${conditionCounts[each]}</small></label>`,
  )}</fieldset>`
}

/** Whose hours they are, on which clocks: a script that puts the reader's own zone in says it here, too. */
function wakingHours({ say, waking, zone, now, locale }: Showing) {
  const hour = (at: number) => sayClock(Date.UTC(2020, 0, 1, at), 'UTC', locale)
  const [before = '', after = ''] = say('filter.only.awake.hours', {
    from: hour(waking.from),
    to: hour(waking.to),
    zone: '{zone}',
  }).split('{zone}')
  return html` <small class="hours">${before}<span data-zone-name>${sayZone(zone, now, locale)}</span>${after}</small>`
}
