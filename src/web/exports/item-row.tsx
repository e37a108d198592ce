import type { FC } from 'hono/jsx'
import type { Archive, ArchiveItem } from '../../domain/archive.ts'
import type { ToldRefusal } from '../../domain/refusal.ts'
import { sayDay, sayMoment, sayZone } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import { languageNames } from '../ui/entry-words.ts'
import { ProblemWords } from '../ui/problem-words.tsx'
import { sayRefusal } from '../ui/say-refusal.ts'
import type { Showing } from '../ui/showing.ts'
import { sayDestination, sayRule } from './export-words.ts'

/** Others that a rule would change: alike in this, and how many. */
export type LikeIt = { field: string; value: string; count: number }

/** One post of an export: what was found in it, what it is taken for, and what else it could be. */
export const ItemRow: FC<{
  archive: Archive
  item: ArchiveItem
  alike: LikeIt[]
  titles: Map<string, string>
  query: string
  showing: Showing
}> = ({ archive, item, alike, titles, query, showing }) => {
  const { say, link, locale } = showing
  const { number, title, day, author, comments, found, destination, edition, status, type } = item
  const rule = archive.settings.rules.find(({ id }) => id === item.rule)
  const mayDecide = archive.state === 'review'
  const taken = sayDestination(destination, edition, titles, showing, found.isEvent)
  return (
    <li id={`item-${number}`} class={destination.to === 'out' ? 'out' : undefined}>
      <div class="told-of">
        <h2 dir="auto">{title || '—'}</h2>
        <p class="hint">
          {[
            ...(day ? [sayDay(day, 'full', locale)] : []),
            ...(type === 'post' || type === 'page' ? [] : [type]),
            ...(status === 'publish' ? [] : [say('exports.status', { status })]),
            ...dueIn(item, archive, showing),
            ...(found.language
              ? [say('exports.language', { language: languageNames([found.language], locale) })]
              : []),
            ...(found.translationOf ? [say('exports.translation', { title: found.translationOf })] : []),
            ...(author ? [author] : []),
            ...(comments ? [say('comments.count', { count: comments })] : []),
            ...item.categories,
          ].map((words, index) => (
            <>
              {index ? ' · ' : ''}
              <bdi>{words}</bdi>
            </>
          ))}
        </p>
        {found.words || found.first.length ? (
          <details>
            <summary>
              {found.entries ? say('exports.found', { count: found.entries }) : say('exports.begins')}
            </summary>
            {found.words ? <p dir="auto">{found.words} …</p> : ''}
            {found.first.length ? (
              <ul>
                {found.first.map(entry => (
                  <li dir="auto">
                    {entry.title}
                    {entry.start ? <small> {wordsOfStart(entry.start)}</small> : ''}
                  </li>
                ))}
              </ul>
            ) : (
              ''
            )}
            {found.dropped.length ? (
              <p class="hint">{say('exports.dropped', { names: found.dropped.join(', ') })}</p>
            ) : (
              ''
            )}
          </details>
        ) : (
          ''
        )}
        {item.error ? (
          <p class="wrong">
            {typeof item.error === 'string' ? (
              <>
                {say('unread.fault')}{' '}
                <q lang="en" dir="auto">
                  {item.error}
                </q>
              </>
            ) : item.error.key === 'export-nothing-read' ? (
              <ProblemWords told={unreadOf(item.error)} showing={showing} />
            ) : (
              sayRefusal(say, item.error)
            )}
          </p>
        ) : (
          ''
        )}
      </div>
      <div class="taken-for">
        <p>
          {item.state === 'done' && item.target ? (
            <a href={link(item.target)}>{taken}</a>
          ) : (
            <strong>{taken}</strong>
          )}
          {rule ? <small class="hint"> {sayRule(rule, showing)}</small> : ''}
        </p>
        {mayDecide ? (
          <form method="post" action={paths.deskExportItem(archive.id, number)}>
            <input type="hidden" name="back" value={query} />
            <p class="choice">
              {(['edition', 'post', 'page', 'out'] as const)
                .filter(to => to !== destination.to && (to !== 'edition' || archive.settings.series))
                .map(to => (
                  <button class="quiet" type="submit" name="to" value={to}>
                    {say(`exports.make.${to === 'edition' && found.isEvent ? 'entry' : to}`)}
                  </button>
                ))}
            </p>
            {destination.to === 'edition' ? (
              <p class="slug">
                <label>
                  {say('exports.slug')}{' '}
                  <input name="edition" value={edition ?? ''} dir="ltr" maxlength={60} />
                </label>{' '}
                <button class="quiet" type="submit" name="to" value="edition">
                  {say('exports.slug.save')}
                </button>
              </p>
            ) : (
              ''
            )}
            {alike.length ? (
              <p class="alike">
                {say('exports.alike')}{' '}
                {alike.map(({ field, value, count }) => (
                  <button class="act" type="submit" name="alike" value={`${field}:${value}`}>
                    {say('exports.alike.these', {
                      count,
                      which: sayRule({ field: field as 'category', value }, showing),
                    })}
                  </button>
                ))}
              </p>
            ) : (
              ''
            )}
          </form>
        ) : (
          ''
        )}
      </div>
    </li>
  )
}

/** When what was scheduled there comes out here by itself, or why it does not. */
function dueIn(
  { found, destination }: ArchiveItem,
  { settings }: Archive,
  { say, locale, now, ...at }: Showing,
) {
  if (found.due === undefined) return []
  const zone = settings.zone ?? at.zone
  const moment = `${sayMoment(found.due, zone, locale)} (${sayZone(zone, found.due, locale)})`
  const isOfEdition = destination.to === 'edition'
  const comesOut = found.due > now && destination.to !== 'out' && (!isOfEdition || settings.publish)
  return [say(comesOut ? 'exports.due' : 'exports.due.past', { moment })]
}

/** `2020-12-18 14:00 Europe/Berlin`: as it was read; without a zone none was told. */
function wordsOfStart(start: string): string {
  const [, offset, zone] = /T[\d:.]+([+-]\d\d:\d\d|Z)?(?:\[([^\]]+)\])?$/.exec(start) ?? []
  const where = zone && /^[+-]/.test(zone) ? `UTC${zone}` : (zone ?? (offset ? `UTC${offset}` : ''))
  return `${start.slice(0, 16).replace('T', ' ')} ${where}`.trim()
}

function unreadOf({ values, message }: ToldRefusal) {
  return { code: String(values.code), says: message, values }
}
