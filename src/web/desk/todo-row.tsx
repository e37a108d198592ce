import type { FC } from 'hono/jsx'
import type { DeskItem } from '../../domain/desk.ts'
import { spanOf, timedOf } from '../../domain/phase.ts'
import type { Programme } from '../../domain/programme.ts'
import { paths } from '../paths.ts'
import { langOf } from '../ui/lang-of.ts'
import { ShortMoment } from '../ui/short-moment.tsx'
import { reckoningOf, type Showing } from '../ui/showing.ts'
import { When } from '../ui/when-cell.ts'
import { pathOfItem, sayNeeds } from './need-words.ts'
import { QuickActs } from './quick-acts.tsx'

type Props = {
  item: DeskItem
  programme: Programme
  showing: Showing
  /** Whether its edition has to be said: the list is of several. */
  isAbroad?: boolean
  /** This page, to come back to. */
  here: string
  /** Whether something may be done at once, from here. */
  acts?: { mayPublish: boolean } | null
}

/** One thing to do: when it is, what it is, what it needs; all of it leads to where that is done. */
export const TodoRow: FC<Props> = ({ item, programme, showing, isAbroad, here, acts = null }) => {
  const { say, link } = showing
  const { needs, isNear } = item
  const { id, title, at } = subjectOf(item)
  const { series, edition } = programme
  return (
    <li class={isNear ? 'near' : undefined} id={`todo-${id}`}>
      {item.entry ? (
        <When
          entry={item.entry}
          span={spanOf(timedOf(item.entry), reckoningOf(edition, showing))}
          showing={showing}
          day="in-any-year"
        />
      ) : (
        <div class="when">
          <ShortMoment at={at} showing={showing} />
        </div>
      )}
      <div class="what">
        <a href={link(pathOfItem(item, here, programme))}>
          <bdi lang={langOf(title, showing)}>{title || say('desk.untitled')}</bdi>
        </a>
        {item.entry && item.event ? (
          <small>{say('desk.part-of', { title: `\u2068${item.event.title}\u2069` })}</small>
        ) : (
          ''
        )}
        {isAbroad ? (
          <small>
            <a href={link(paths.deskEdition(series.slug, edition.slug))}>
              <bdi>{edition.title}</bdi>
            </a>
          </small>
        ) : (
          ''
        )}
        <ul class="needs">
          {sayNeeds(item, showing).map(({ code, words }) => (
            <li class={code}>{words}</li>
          ))}
        </ul>
        {item.entry && acts ? (
          <QuickActs
            entry={item.entry}
            needs={needs}
            programme={programme}
            showing={showing}
            acts={{ here, ...acts }}
          />
        ) : (
          ''
        )}
      </div>
    </li>
  )
}

function subjectOf({ entry, reading, source }: DeskItem): { id: string; title: string; at: number } {
  if (entry) return { id: entry.id, title: entry.title, at: 0 }
  if (reading) return { id: reading.id, title: reading.label, at: reading.at }
  return { id: source.id, title: source.name, at: source.since }
}
