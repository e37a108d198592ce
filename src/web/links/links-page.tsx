import type { FC } from 'hono/jsx'
import { dayOfCopy } from '../../domain/links/archived-copy.ts'
import type { Verdict } from '../../domain/links/verdict.ts'
import { foundAddress } from '../../services/links/mend-links.ts'
import type { LinkLook } from '../../storage/link-looks.ts'
import type { EntryPlace, TextPlace } from '../../storage/link-places.ts'
import { dayOf } from '../../time/days.ts'
import { sayDay } from '../../time/say-time.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { breakable } from '../ui/breakable.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { isolated } from '../ui/entry-words.ts'
import type { Showing } from '../ui/showing.ts'
import { ZoneLine } from '../ui/zone-line.tsx'

/** A link with which something is wrong, and what links to it; `mark` stands for it in the form. */
export type AmissLink = { look: LinkLook; mark: string; entries: EntryPlace[]; texts: TextPlace[] }

type Props = {
  at: AtDesk
  own: OwnEdition | null
  here: string
  links: AmissLink[]
  /** There are more than are shown. */
  more: boolean
  /** How many ask for somebody. */
  open: number
  /** Whether this site looks at links at all. */
  looks: boolean
  refused: string | null
}

/** One calm list: what is wrong, since when, what shows it, and what can be done by one press. */
export const LinksPage: FC<Props> = ({ at, own, here, links, more, open, looks, refused }) => {
  const { showing } = at
  const { say } = showing
  const asking = links.filter(({ look }) => look.copyUrl === null || !isSettled(look))
  const settled = links.filter(link => !asking.includes(link))
  return (
    <DeskPage at={at} title={say('links.title')} edition={own ?? undefined}>
      <h1>
        {say('links.title')} <small>{open || ''}</small>
      </h1>
      <p class="lead">{say(looks ? 'links.lead' : 'links.off')}</p>
      {refused ? (
        <p class="wrong" role="alert">
          {refused}
        </p>
      ) : (
        ''
      )}
      {links.length === 0 ? <p class="empty">{say('links.none')}</p> : ''}
      {links.length ? (
        <div class="links-amiss">
          <List links={asking} here={here} showing={showing} />
          {settled.length ? (
            <>
              <h2>{say('links.settled')}</h2>
              <List links={settled} here={here} showing={showing} />
            </>
          ) : (
            ''
          )}
          {more ? <p class="hint">{say('links.more')}</p> : ''}
          {links.length > 1 ? (
            <form id="chosen" class="acts" method="post" action={here}>
              <span>{say('links.chosen')}</span>{' '}
              {(['take', 'copy', 'fine', 'again'] as const).map(mend => (
                <button class="act" type="submit" name="do" value={mend}>
                  {say(`links.${mend}`)}
                </button>
              ))}
            </form>
          ) : (
            ''
          )}
        </div>
      ) : (
        ''
      )}
      <ZoneLine showing={showing} here={at.here} />
    </DeskPage>
  )
}

function isSettled({ life }: LinkLook): boolean {
  return life.state === 'gone' || life.state === 'changed-hands'
}

const List: FC<{ links: AmissLink[]; here: string; showing: Showing }> = ({ links, here, showing }) => (
  <ol class="amiss">
    {links.map(link => (
      <Row {...link} here={here} showing={showing} />
    ))}
  </ol>
)

const Row: FC<AmissLink & { here: string; showing: Showing }> = ({
  look,
  mark,
  entries,
  texts,
  here,
  showing,
}) => {
  const { say, zone, locale, link } = showing
  const { url, life, copyUrl, amissSince, lookedAt } = look
  const to = foundAddress(look)
  const onDay = (moment: number) => sayDay(dayOf(moment, zone), 'short', locale)
  const times = life.run?.times ?? 0
  return (
    <li id={`link-${mark}`}>
      <h3>
        <label>
          <input type="checkbox" name="link" value={mark} form="chosen" />{' '}
          <bdi dir="ltr">{breakable(url.replace(/^https?:\/\/(?:www\.)?/, ''))}</bdi>
        </label>
      </h3>
      <p>
        <strong>{say(`links.kind.${kindOf(look)}`)}</strong> {sayWhy(evidenceOf(look), showing)}
      </p>
      <p class="hint">
        {[
          amissSince === null ? '' : say('links.since', { day: onDay(amissSince) }),
          times > 1 ? say('links.times', { count: times }) : '',
          lookedAt === null ? '' : say('links.looked', { day: onDay(lookedAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        <a href={url} rel="noopener noreferrer nofollow">
          {say('links.open')}
        </a>
      </p>
      {life.last?.kind === 'unclear' ? <p class="hint">{sayWhy(life.last, showing)}</p> : ''}
      <ul class="places">
        {entries.map(({ entryId, title, edition }) => (
          <li>
            <a href={link(paths.deskEntry(entryId))}>
              <bdi>{title}</bdi>
            </a>{' '}
            <small>
              <bdi>{edition.title}</bdi>
            </small>
          </li>
        ))}
        {texts.map(place => (
          <li>
            <a href={link(pathOf(place))}>
              <bdi>{place.name}</bdi>
            </a>{' '}
            <small>{say(`links.in.${place.kind}`)}</small>
          </li>
        ))}
      </ul>
      {copyUrl ? (
        <p class="mend">
          <a href={copyUrl} rel="noopener noreferrer">
            {say('links.copy-of', { day: sayDay(dayOfCopy(copyUrl) ?? '1996-01-01', 'short', locale) })}
          </a>
        </p>
      ) : (
        ''
      )}
      <form class="mend" method="post" action={here}>
        <input type="hidden" name="link" value={mark} />
        {entries.length ? (
          <div class="address-line">
            <label for={`to-${mark}`}>{say('links.address')}</label>
            <input
              id={`to-${mark}`}
              name="to"
              type="url"
              dir="ltr"
              maxlength={2000}
              value={to ?? ''}
              autocomplete="off"
              spellcheck={false}
            />
            <button class="act" type="submit" name="do" value="take">
              {say('links.take')}
            </button>
          </div>
        ) : (
          ''
        )}
        <p class="acts">
          {entries.length && copyUrl && !isSettled(look) ? (
            <button class="act" type="submit" name="do" value="copy">
              {say('links.copy')}
            </button>
          ) : (
            ''
          )}
          <button class="act" type="submit" name="do" value="fine">
            {say('links.fine')}
          </button>
          <button class="act" type="submit" name="do" value="again">
            {say('links.again')}
          </button>
        </p>
      </form>
    </li>
  )
}

/** What is said of it in a word: what is settled, or what it looks like so far. */
function kindOf({ life }: LinkLook): Exclude<Verdict['kind'], 'fine' | 'unclear'> {
  if (life.state === 'gone' || life.state === 'changed-hands' || life.state === 'moved') return life.state
  const kind = life.run?.kind
  return kind && kind !== 'fine' && kind !== 'unclear' ? kind : 'down'
}

function evidenceOf({ life }: LinkLook): Verdict {
  const { run, last } = life
  if (run) return { kind: run.kind, why: run.why, ...(run.to && { to: run.to }), ...statusOf(last, run.why) }
  return last ?? { kind: 'unclear', why: 'odd' }
}

function statusOf(last: Verdict | null, why: Verdict['why']): { status?: number } {
  return last?.why === why && last.status !== undefined ? { status: last.status } : {}
}

function sayWhy({ why, to, status }: Verdict, { say }: Showing): string {
  return say(`link.why.${why}`, { to: to ? isolated(to) : '', status: status ?? 0 })
}

function pathOf({ kind, id, series, slug }: TextPlace): string {
  if (kind === 'edition') return paths.deskText(series!, slug!)
  if (kind === 'series') return paths.deskSeries(slug!)
  return kind === 'writing' ? paths.deskWriting(id) : paths.deskOrganisation(id)
}
