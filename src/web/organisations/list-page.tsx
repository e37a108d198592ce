import type { FC } from 'hono/jsx'
import type { DoubleReason } from '../../domain/double-names.ts'
import type { Organisation, OrganisationListing } from '../../storage/organisations.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { hostOf } from '../ui/entry-words.ts'
import type { Showing } from '../ui/showing.ts'

export type Suggested = { one: Organisation; other: Organisation; reason: DoubleReason }

type Props = {
  at: AtDesk
  sought: string
  count: number
  organisations: OrganisationListing[]
  /** Pairs that may be one; how many more there are. */
  suggested: Suggested[]
  more: number
  /** Paths of the pages before and after. */
  earlier: string | null
  later: string | null
}

/** All organisations that are known, and which of them may be one. */
export const OrganisationsPage: FC<Props> = props => {
  const { at, sought, count, organisations, suggested, more, earlier, later } = props
  const { showing } = at
  const { say, link } = showing
  return (
    <DeskPage at={at} title={say('desk.organisations')}>
      <h1>{say('desk.organisations')}</h1>
      <p class="lead">{say('organisations.lead')}</p>
      <search>
        <form class="search" method="get" action={paths.deskOrganisations()}>
          <label for="q">{say('organisations.search')}</label>
          <input id="q" name="q" type="search" value={sought} dir="auto" autocomplete="off" />
          <button type="submit">{say('zone.find')}</button>
        </form>
      </search>
      {suggested.length ? <Suggestions suggested={suggested} more={more} showing={showing} /> : ''}
      <h2>
        {sought ? say('organisations.found', { sought }) : say('organisations.all')} <small>{count}</small>
      </h2>
      {organisations.length === 0 ? (
        <p class="empty">{say('organisations.none')}</p>
      ) : (
        <div class="table">
          <table>
            <thead>
              <tr>
                <th scope="col">{say('author.name')}</th>
                <th scope="col">{say('organisations.site')}</th>
                <th scope="col">{say('organisations.entries')}</th>
                <th scope="col">{say('organisations.editions')}</th>
              </tr>
            </thead>
            <tbody>
              {organisations.map(({ id, name, url, entries, editions }) => (
                <tr>
                  <th scope="row">
                    <a href={link(paths.deskOrganisation(id))}>
                      <bdi>{name}</bdi>
                    </a>
                  </th>
                  <td dir="ltr">
                    {url ? (
                      <a href={url} rel="noopener">
                        {hostOf(url)}
                      </a>
                    ) : (
                      ''
                    )}
                  </td>
                  <td>{entries.toLocaleString(showing.locale)}</td>
                  <td>{editions.toLocaleString(showing.locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {earlier || later ? (
        <nav class="acts" aria-label={say('audit.pages')}>
          {earlier ? <a href={link(earlier)}>{say('organisations.earlier')}</a> : ''}
          {later ? <a href={link(later)}>{say('organisations.later')}</a> : ''}
        </nav>
      ) : (
        ''
      )}
    </DeskPage>
  )
}

const Suggestions: FC<{ suggested: Suggested[]; more: number; showing: Showing }> = ({
  suggested,
  more,
  showing,
}) => {
  const { say, link } = showing
  return (
    <section aria-labelledby="doubles">
      <h2 id="doubles">{say('organisations.doubles')}</h2>
      <ul class="own-editions">
        {suggested.map(({ one, other, reason }) => (
          <li>
            <span>
              <a href={link(paths.deskOrganisation(one.id))}>
                <bdi>{one.name}</bdi>
              </a>
              {' · '}
              <a href={link(paths.deskOrganisation(other.id))}>
                <bdi>{other.name}</bdi>
              </a>
            </span>
            <span class="hint">{say(`double.${reason}`)}</span>
            <a
              href={link(paths.deskMerging(one.id, other.id))}
              aria-label={say('organisations.merge-two', { one: one.name, other: other.name })}
            >
              {say('organisations.merge')}
            </a>
            <form method="post" action={paths.deskOrganisationsApart()} class="inline">
              <input type="hidden" name="one" value={one.id} />
              <input type="hidden" name="other" value={other.id} />
              <button
                class="quiet"
                type="submit"
                aria-label={say('organisations.apart-two', { one: one.name, other: other.name })}
              >
                {say('organisations.apart')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {more > 0 ? <p class="hint">{say('clash.more', { count: more })}</p> : ''}
    </section>
  )
}
