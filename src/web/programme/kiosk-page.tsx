import type { FC } from 'hono/jsx'
import { type AgendaItem, agendaOf } from '../../domain/agenda.ts'
import type { Programme } from '../../domain/programme.ts'
import { dayOf } from '../../time/days.ts'
import { sayClock, sayDay, sayZone } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { pictureOf } from '../ui/bars.ts'
import { EntryRow } from '../ui/entry-row.ts'
import { Page } from '../ui/page.tsx'
import { FiftyHours } from '../ui/picture.tsx'
import { scriptWords } from '../ui/script-words.ts'
import { reckoningOf, type Showing } from '../ui/showing.ts'
import { Section } from './section.tsx'

type Props = { programme: Programme; showing: Showing; assets: Assets }

/** For the screen in a hall: what time it is, what is on and what is next, large, and the day below. It renews itself. */
export const KioskPage: FC<Props> = ({ programme, showing, assets }) => {
  const { series, edition, entries } = programme
  const { say, now, zone, locale, link } = showing
  const reckoning = reckoningOf(edition, showing)
  const { on, next } = agendaOf(entries, now, reckoning)
  const picture = pictureOf(edition, entries, reckoning)
  const addressOf = (slug: string) => link(paths.entry(series.slug, edition.slug, slug))
  const list = (name: 'on' | 'next', items: AgendaItem[], most: number) => (
    <Section name={name} count={items.length} showing={showing}>
      {items.slice(0, most).map(({ entry }) => (
        <EntryRow
          entry={entry}
          showing={showing}
          reckoning={reckoning}
          href={addressOf(entry.slug)}
          level={3}
          day="unless-today"
        />
      ))}
      {items.length > most ? <li class="rest">{say('clash.more', { count: items.length - most })}</li> : ''}
    </Section>
  )
  return (
    <Page
      showing={showing}
      assets={assets}
      title={edition.title}
      canonical={null}
      here={link(paths.edition(series.slug, edition.slug, 'kiosk'))}
      accent={series.accent}
      forScripts={scriptWords(showing, edition)}
      kiosk
    >
      <div class="head">
        <h1>
          <bdi>{edition.title}</bdi>
        </h1>
        <p class="clock">
          <b>{sayClock(now, zone, locale)}</b> <bdi data-zone-name>{sayZone(zone, now, locale)}</bdi>
          {' · '}
          <span>{sayDay(dayOf(now, zone), 'long', locale)}</span>
        </p>
      </div>
      <div class="screens">
        {list('on', on, mostOn)}
        {list('next', next, mostNext)}
      </div>
      {picture.bars.length ? (
        <FiftyHours
          picture={picture}
          edition={edition}
          reckoning={reckoning}
          showing={showing}
          addressOf={({ slug }) => addressOf(slug)}
        />
      ) : (
        ''
      )}
    </Page>
  )
}

/** What has room on a screen. */
const mostOn = 6
const mostNext = 5
