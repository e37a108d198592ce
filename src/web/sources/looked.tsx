import type { FC } from 'hono/jsx'
import { usualWish } from '../../domain/source.ts'
import type { Looked } from '../../services/look-at-address.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { hostOf } from '../ui/entry-words.ts'
import { Field } from '../ui/field.tsx'
import { langOf } from '../ui/lang-of.ts'
import { ProblemWords } from '../ui/problem-words.tsx'
import type { Showing } from '../ui/showing.ts'
import { sayTrouble } from '../ui/told-by-source.ts'
import { sayEventTime } from '../ui/told-time.ts'
import { isKey } from '../words.ts'
import { WishFields } from './wish-fields.tsx'

type Props = { looked: Looked; own: OwnEdition; mayPublish: boolean; showing: Showing }

/** What an address tells, and what is to become of it. */
export const LookedAt: FC<Props> = ({ looked, own, mayPublish, showing }) => {
  const { say, language } = showing
  const { series, edition } = own
  const { address, foundAt, kind, title, first, within, count, problem } = looked
  const here = paths.deskSources(series.slug, edition.slug)
  if (problem) {
    const words = sayTrouble({ error: problem, address }, showing, 'look')
    return (
      <section class="looked" aria-labelledby="looked">
        <h2 id="looked">{say('source.looked.nothing')}</h2>
        <p class="wrong" lang={words === problem.says && language !== 'en' ? 'en' : undefined}>
          {words}
        </p>
        <Alternates looked={looked} here={here} showing={showing} />
      </section>
    )
  }
  return (
    <section class="looked" aria-labelledby="looked">
      <p class="kind">{sayKind(kind, showing)}</p>
      <h2 id="looked">
        <bdi lang={langOf(title ?? '', showing)}>{title ?? foundAt}</bdi>
      </h2>
      <p class="lead">{count === 0 ? say('source.looked.empty') : say('source.looked', { count, within })}</p>
      {looked.doubt ? (
        <p class="wrong">
          <ProblemWords told={looked.doubt} showing={showing} />
        </p>
      ) : (
        ''
      )}
      {first.length ? (
        <ul class="first">
          {first.map(content => (
            <li>
              <span class="hint">
                {content.kind === 'event' ? sayEventTime(content.time, showing) : say(`kind.${content.kind}`)}
              </span>
              <bdi lang={langOf(content.title, showing)}>{content.title}</bdi>
            </li>
          ))}
          {within > first.length ? (
            <li class="hint">{say('desk.more', { count: within - first.length })}</li>
          ) : (
            ''
          )}
        </ul>
      ) : (
        ''
      )}
      <Alternates looked={looked} here={here} showing={showing} />
      {looked.watched ? (
        <p>
          {say('source.looked.watched')}{' '}
          <a href={showing.link(paths.deskSource(series.slug, edition.slug, looked.watched.id))}>
            <bdi>{looked.watched.title ?? looked.watched.address}</bdi>
          </a>
        </p>
      ) : mayPublish ? (
        <form class="wish" method="post" action={here}>
          <input type="hidden" name="address" value={address} />
          <input type="hidden" name="found" value={foundAt} />
          <input type="hidden" name="kind" value={kind ?? ''} />
          <Field label={say('source.name')} name="title" value={title ?? hostOf(foundAt)} maxlength={200} />
          <WishFields wish={usualWish} showing={showing} />
          <p class="acts">
            <button class="act strong" type="submit">
              {say('source.watch')}
            </button>
            <a class="quiet" href={showing.link(here)}>
              {say('source.leave')}
            </a>
          </p>
        </form>
      ) : (
        <p class="hint">{say('source.only-editors')}</p>
      )}
    </section>
  )
}

/** What a page offers besides: a calendar tells more than its picture on a page. */
const Alternates: FC<{ looked: Looked; here: string; showing: Showing }> = ({ looked, here, showing }) => {
  const { say } = showing
  if (looked.alternates.length === 0) return null
  return (
    <form class="alternates" method="post" action={here}>
      <p>{say('source.alternates')}</p>
      <ul>
        {looked.alternates.map(({ kind, url, title }) => (
          <li>
            <button class="quiet" type="submit" name="address" value={url}>
              {sayKind(kind, showing)}: <bdi dir={title ? undefined : 'ltr'}>{title ?? url}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}

/** What it is: a calendar, a feed, a page. */
export function sayKind(kind: string | null, { say }: Showing): string {
  const key = `source.kind.${kind}`
  return isKey(key) ? say(key) : say('source.kind.other')
}
