import { html, raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import { phaseOf, type Reckoning, spanOf, timedOf } from '../../domain/phase.ts'
import { withoutDoors } from '../../domain/secret-link.ts'
import { actionsOf } from './actions.ts'
import { EditLine } from './edit-line.ts'
import { LinkGap, MainAction, OtherLinks, shownLinks } from './entry-links.ts'
import { doubtsOf, hostOf, isolated, whereOf } from './entry-words.ts'
import { langOf } from './lang-of.ts'
import { languageSaid, otherLanguage } from './read-to.ts'
import type { Showing } from './showing.ts'
import { timedData } from './timed-data.ts'
import { htmlTold } from './told-text.ts'
import { type DayHint, State, When } from './when-cell.ts'

type Props = {
  entry: Entry
  showing: Showing
  reckoning: Reckoning
  href: string
  level: 2 | 3 | 4
  /** Whether its day is said in the row: where no heading says it. */
  day: DayHint
  /** A session: it is reached by the links of the event that it is part of. */
  isPart?: boolean
}

/** One entry in a list. There are hundreds on a page: written as text they cost a third of what elements cost. */
export const EntryRow: FC<Props> = ({ entry, showing, reckoning, href, level, day, isPart }) => {
  const { say, now } = showing
  if (showing.same?.has(entry.id)) return html`<li class="entry" id="${entry.slug}" data-same></li>`
  const timed = timedOf(entry)
  const at = phaseOf(timed, now, reckoning)
  const span = spanOf(timed, reckoning)
  const actions = actionsOf(entry, shownLinks(entry, at, showing, reckoning), at)
  const times = timedData(entry)
  const sessions = entry.sessions.length
  const classes = `entry ${at.phase ?? ''}${at.probably ? ' probably' : ''}`
  const title = html`<bdi${langAttribute(entry, 'title', showing)}>${entry.title}</bdi>`
  const note =
    entry.note &&
    html`<div class="note" dir="auto"${langAttribute(entry, 'note', showing)}>${raw(htmlTold(withoutDoors(entry.note, entry), showing))}</div>`
  const parts =
    sessions > 0 &&
    html`<p class="sessions"><a href="${href}">${say('entry.sessions', { count: sessions })}</a></p>`
  // Between the parts nothing stands, no line break either: each would be a node more, a thousand on a page.
  const what = [
    html`<h${level}><a href="${href}">${title}</a>${host(entry)}${saidIn(entry, showing)}</h${level}>`,
    html`<p class="by">${byline(entry, showing)}</p>`,
    State({ entry, at, span, showing }),
    note,
    doubtsOf(entry, showing).map(doubt => html`<p class="doubt">${doubt}</p>`),
    OtherLinks({ actions, showing }),
    !isPart && LinkGap({ entry, showing }),
    parts,
    showing.isEditor && EditLine({ entry, showing }),
  ]
  return html`<li class="${classes}" id="${entry.slug}"${times ? html` data-t="${times}"` : ''}>${When({ entry, span, showing, day })}<div class="what">${what}</div>${MainAction({ actions, entry, showing })}</li>`
}

function langAttribute(entry: Entry, field: 'title' | 'note', showing: Showing) {
  const lang = langOf(entry[field] ?? '', showing, languageSaid(entry, field))
  return lang ? html` lang="${lang}"` : ''
}

/** An honest word where a title is told in another language than the reader expects here. */
function saidIn(entry: Entry, showing: Showing) {
  const other = otherLanguage(entry, showing)
  return other ? html` <small class="said-in">${other}</small>` : ''
}

/** The site on which a statement or an article is to be read. */
function host({ kind, links }: Entry) {
  const source = kind === 'event' ? undefined : links.find(({ role }) => role === 'source')
  return source ? html`<span class="host"> (${hostOf(source.url)})</span>` : ''
}

/** Kind, who, where, about what: everything in one line of text, and nothing twice. */
function byline(entry: Entry, showing: Showing): string {
  const organisations = entry.organisations.map(({ name }) => isolated(name)).join(', ')
  const people = entry.organisations.length
    ? ''
    : entry.people
        .slice(0, 3)
        .map(({ name }) => isolated(name))
        .join(', ')
  const parts = [
    showing.say(`kind.${entry.kind}`),
    organisations || people,
    whereOf(entry, showing),
    ...entry.tags.slice(0, 4).map(({ name }) => isolated(name)),
  ]
  return [...new Set(parts.filter(Boolean))].join(' · ')
}
