import type { FC } from 'hono/jsx'
import type { Edition, Series } from '../../domain/programme.ts'
import { withoutPasscodes } from '../../domain/secret-link.ts'
import type { ToldUpdate } from '../../domain/update.ts'
import { paths } from '../paths.ts'
import { langOf } from './lang-of.ts'
import type { Showing } from './showing.ts'
import { TimeChange } from './time-change.tsx'

/** Of which entry something is told, and what of it a heading does not say. */
export const UpdateItem: FC<{
  told: ToldUpdate
  series: Pick<Series, 'slug'>
  edition: Pick<Edition, 'slug'>
  showing: Showing
}> = ({ told: { update, entry }, series, edition, showing }) => {
  const title = entry?.title ?? (update.kind === 'withdrawn' ? update.title : '')
  const words = <bdi lang={langOf(title, showing)}>{title}</bdi>
  const address = entry
    ? entry.parentSlug === null
      ? paths.entry(series.slug, edition.slug, entry.slug)
      : paths.session(series.slug, edition.slug, entry.parentSlug, entry.slug)
    : null
  return (
    <li>
      {address ? <a href={showing.link(address)}>{words}</a> : words}
      {update.kind === 'time' ? <TimeChange from={update.from} to={update.to} showing={showing} /> : ''}
      {update.kind === 'status' && update.reason ? (
        <span>
          {' · '}
          <bdi>{withoutPasscodes(update.reason)}</bdi>
        </span>
      ) : (
        ''
      )}
    </li>
  )
}
