import type { FC } from 'hono/jsx'
import { mayPublish } from '../../domain/curator.ts'
import type { KeptText } from '../../domain/links/kept-text.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEntry } from '../middleware/own-entry.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { KeptTextSection } from '../ui/kept-text.tsx'
import { langOf } from '../ui/lang-of.ts'

type Props = {
  at: AtDesk
  own: OwnEntry
  text: KeptText | null
  /** What was sent and refused. */
  typed: { by: 'consent' | 'licence' | null; which: string } | null
  refused: string | null
}

/** Nobody but curators sees it, unless somebody says here why others may. */
export const TextPage: FC<Props> = ({ at, own, text, typed, refused }) => {
  const { showing, curator } = at
  const { say, link } = showing
  const { entry } = own.row
  const shown = entry.textShown ?? null
  const told = typed ?? { by: shown?.by ?? null, which: shown?.which ?? '' }
  return (
    <DeskPage at={at} title={say('text.title')} edition={own}>
      <h1>
        <a href={link(paths.deskEntry(entry.id))}>
          <bdi lang={langOf(entry.title, showing)}>{entry.title}</bdi>
        </a>
      </h1>
      <p class="lead">{say(text ? 'text.lead' : 'text.none')}</p>
      {refused ? (
        <p class="wrong" role="alert">
          {refused}
        </p>
      ) : (
        ''
      )}
      {text && mayPublish(curator, own.series.id) ? (
        <form class="show-text" method="post" action={paths.deskEntryText(entry.id)}>
          <fieldset>
            <legend>{say('text.may')}</legend>
            {([null, 'consent', 'licence'] as const).map(by => (
              <p>
                <label>
                  <input type="radio" name="by" value={by ?? ''} checked={told.by === by || undefined} />{' '}
                  {say(`text.may.${by ?? 'no'}`)}
                </label>
              </p>
            ))}
          </fieldset>
          <p>
            <label for="which">{say('text.which')}</label>
            <input id="which" name="which" type="text" dir="auto" maxlength={500} value={told.which} />
          </p>
          <p class="acts">
            <button class="act strong" type="submit">
              {say('text.save')}
            </button>
          </p>
        </form>
      ) : (
        ''
      )}
      {text ? <KeptTextSection text={text} shown={shown} showing={showing} /> : ''}
    </DeskPage>
  )
}
