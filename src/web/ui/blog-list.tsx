import type { FC } from 'hono/jsx'
import type { BlogLine } from '../../storage/blog.ts'
import { sayDay, sayMonth } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import { langOf } from './lang-of.ts'
import type { Showing } from './showing.ts'

/** A post or an edition with how it begins. */
export type BlogRow = BlogLine & {
  words: string
  authors: string[]
  comments: number
  entries: number | null
}

export type BlogPaging = { page: number; pages: number; pathOf: (page: number) => string }

/** Posts and editions by month, the newest first, and where there are more. */
export const BlogList: FC<{ rows: BlogRow[]; paging: BlogPaging; showing: Showing; level: 2 | 3 }> = ({
  rows,
  paging,
  showing,
  level,
}) => {
  const months = Map.groupBy(rows, ({ day }) => day.slice(0, 7))
  const Heading = `h${level}` as 'h2' | 'h3'
  return (
    <>
      {[...months].map(([month, own]) => (
        <section class="month">
          <Heading>
            <a href={showing.link(paths.month(month))}>{sayMonth(month, showing.locale)}</a>
          </Heading>
          <ol>
            {own.map(row => (
              <Row row={row} showing={showing} level={level === 2 ? 3 : 4} />
            ))}
          </ol>
        </section>
      ))}
      <Paging paging={paging} showing={showing} />
    </>
  )
}

const Row: FC<{ row: BlogRow; showing: Showing; level: 3 | 4 }> = ({ row, showing, level }) => {
  const { say, link, locale } = showing
  const Heading = `h${level}` as 'h3' | 'h4'
  const path =
    row.of === 'post'
      ? paths.writing({ kind: 'post', day: row.day, slug: row.slug })
      : paths.edition(row.series ?? '', row.slug)
  return (
    <li class={`line ${row.of}`}>
      <p class="day">
        <time datetime={row.day}>{sayDay(row.day, 'short', locale)}</time>
      </p>
      <div>
        <Heading>
          <a href={link(path)}>
            <bdi lang={langOf(row.title, showing)}>{row.title}</bdi>
          </a>
        </Heading>
        {row.words ? (
          <p class="words" dir="auto" lang={langOf(row.words, showing)}>
            {row.words}
          </p>
        ) : (
          ''
        )}
        <p class="by">
          {[
            ...(row.entries === null ? [] : [say('series.entries', { count: row.entries })]),
            ...(row.authors.length ? [row.authors.join(', ')] : []),
            ...(row.comments ? [say('comments.count', { count: row.comments })] : []),
          ].join(' · ')}
        </p>
      </div>
    </li>
  )
}

export const Paging: FC<{ paging: BlogPaging; showing: Showing }> = ({ paging, showing }) => {
  const { page, pages, pathOf } = paging
  const { say, link } = showing
  if (pages <= 1) return null
  return (
    <nav class="paging" aria-label={say('blog.paging')}>
      {page > 1 ? (
        <a href={link(pathOf(page - 1))} rel="prev">
          {say('blog.newer')}
        </a>
      ) : (
        ''
      )}
      <span>{say('blog.page', { page, pages })}</span>
      {page < pages ? (
        <a href={link(pathOf(page + 1))} rel="next">
          {say('blog.older')}
        </a>
      ) : (
        ''
      )}
    </nav>
  )
}
