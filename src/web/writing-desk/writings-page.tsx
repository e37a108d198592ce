import type { FC } from 'hono/jsx'
import type { Writing, WritingAuthor } from '../../domain/writing.ts'
import { sayDay } from '../../time/say-time.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = { at: AtDesk; posts: Writing[]; pages: Writing[]; authors: WritingAuthor[] }

/** Everything the curators have written outside of editions. */
export const WritingsPage: FC<Props> = ({ at, posts, pages, authors }) => {
  const { showing } = at
  const { say, link } = showing
  return (
    <DeskPage at={at} title={say('writings.title')}>
      <h1>{say('writings.title')}</h1>
      <p class="acts">
        <a class="act strong" href={link(paths.deskNewWriting('post'))}>
          {say('writings.new.post')}
        </a>{' '}
        <a class="act" href={link(paths.deskNewWriting('page'))}>
          {say('writings.new.page')}
        </a>
      </p>
      {posts.length ? <List title={say('writings.posts')} writings={posts} showing={showing} /> : ''}
      {pages.length ? <List title={say('writings.pages')} writings={pages} showing={showing} /> : ''}
      {authors.length ? (
        <section>
          <h2>{say('writings.authors')}</h2>
          <ul class="plain-list">
            {authors.map(({ slug, name }) => (
              <li>
                <a href={link(paths.deskAuthor(slug))}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        ''
      )}
      {posts.length + pages.length === 0 ? <p class="hint">{say('writings.none')}</p> : ''}
    </DeskPage>
  )
}

const List: FC<{ title: string; writings: Writing[]; showing: Showing }> = ({ title, writings, showing }) => {
  const { say, link, locale } = showing
  return (
    <section>
      <h2>{title}</h2>
      <ul class="plain-list">
        {writings.map(({ id, title, state, day, authors }) => (
          <li>
            <a href={link(paths.deskWriting(id))}>
              <bdi>{title}</bdi>
            </a>{' '}
            <span class="hint">
              {[
                sayDay(day, 'full', locale),
                ...authors.map(({ name }) => name),
                ...(state === 'published' ? [] : [say(`writings.state.${state}`)]),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
